"""The workplace of one signed-in agent: bars, panes and keys; gone without a trace at sign-out."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desk.desk import Desk
from app.desk.identities import Identities
from app.desk.presence import Presences
from app.forms import phone
from app.forms.rights import Right
from app.records.ids import Id
from app.records.leaves import Granted
from app.records.presence import State
from app.records.rings import Ring
from app.ui.announcing import Announcing
from app.ui.bars import BottomLine, TopBar
from app.ui.channels import KEY as CHANNEL_KEY
from app.ui.channels import Channels
from app.ui.commands import Command, bind, of_buttons, of_menu, of_page
from app.ui.directory import DirectoryBox
from app.ui.heartbeat import Heartbeat, Road
from app.ui.identity import IdentityCheck
from app.ui.joining import Joining, filled_from
from app.ui.keys import LIST_KEYS, KeyOverview, of_field, told
from app.ui.kit.style import DENSE
from app.ui.kit.toast import Toasts
from app.ui.learning import Learning
from app.ui.listmenu import KEY as LISTS_KEY
from app.ui.listmenu import ListMenu
from app.ui.lock import KEY as LOCK_KEY
from app.ui.ownstate import OwnState
from app.ui.panels.calls import CallPage
from app.ui.panels.cases import CasePage
from app.ui.panels.escalations import NEW
from app.ui.panels.help import HelpPage
from app.ui.panels.imports import ImportPage
from app.ui.panels.lists import ListPage
from app.ui.panes import Panes
from app.ui.paperwork import Paperwork
from app.ui.phrases import Phrases
from app.ui.readback import ReadBack
from app.ui.record import RecordPage
from app.ui.rooms import Rooms, Tools
from app.ui.scanning import Scanning
from app.ui.script import ScriptCard
from app.ui.tabs import focus_inside
from app.ui.views import NOTHING, Opening, View
from app.ui.work import Work, leave


class Workplace(QWidget):
    lock_asked = Signal()
    sign_out_asked = Signal(bool)  # True: somebody else is to sign in
    theme_asked = Signal(str)
    density_asked = Signal(str)
    language_asked = Signal(str)
    wait_asked = Signal(str)  # seconds until the seat locks by itself; "" as the centre has it

    def __init__(
        self,
        desk: Desk,
        tools: Tools,
        heartbeat: Heartbeat,
        view: View = NOTHING,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._tools = desk, tools
        self.rooms = Rooms(desk, tools)
        self.top = TopBar(desk.agent, desk.seat_code, tools.now, self)
        theme, rows = (str(tools.settings.value(*each)) for each in (("theme", "auto"), ("density", DENSE)))
        self.top.mark_choices(theme, rows, tools.lang)
        waits = str(tools.settings.value("lock/system_idle", ""))
        self.top.offer_waits(desk.calls.forms.limits.system_idle, waits)
        self.bottom = BottomLine(tools.now, self)
        self.splitter = Panes(self)
        self.worklist, self.caller = self.rooms.worklist(self.splitter), self.rooms.caller(self.splitter)
        self.toasts = Toasts(self)
        self.work = Work(desk, self.rooms, tools, self.toasts, self.splitter, self)
        self.tabs, self.picker = self.work.tabs, self.work.picker
        self.lists = ListMenu(self, audits=desk.accesses.may(Right.AUDIT))
        self.overview, self.bar = KeyOverview(self), self.rooms.command_bar(self)
        self._make_strips(heartbeat)
        self.paperwork = Paperwork(desk, tools, self.toasts, self.tabs, self.bottom, self)
        self.slips = self.paperwork.slips
        self.rooms.printers = self.paperwork.printers.names
        self.phrases = Phrases(desk, tools.lang, self.tabs, self)
        self.channels = Channels(desk.calls.forms, tools.lang, self.tabs, self)
        self._panes: tuple[QWidget, QWidget, QWidget] = (self.worklist, self.tabs, self.caller)
        self._lay_out()
        self._connect(heartbeat)
        self.commands = self._commands()
        bind(self.commands, self)
        self.overview.show_commands(self.commands, self._keys_here)
        self.overview.offer_help(self.tr("打开帮助"), "Shift+F1", partial(self.open, "help", "help"))
        self.opening = Opening(self.work, view, self)

    # -- made once --

    def _make_strips(self, heartbeat: Heartbeat) -> None:
        strips = self.tabs.strips
        told = Announcing(self._desk, self._tools, heartbeat, self.rooms.person, strips, self.top)
        self.announcing = told
        told.open_asked.connect(self.open)
        told.log_asked.connect(self._log_ring)
        told.attention_asked.connect(self._show_attention)
        self.notices, self.leaves = told.notices, told.leaves
        self.ringing, self.clocks = told.ringing, told.clocks
        self.own = OwnState(self._desk, self._tools, self.top, self.tabs, self)
        self.own.told.connect(self.work.tell)
        self.ringing.heard.connect(self.own.hear)

    def _lay_out(self) -> None:
        self.splitter.hold(self._panes)
        if state := self._tools.settings.value("splitter"):
            self.splitter.restoreState(state)
        self.readback = ReadBack(self.tabs, self)
        heavy = self._tools.background.heavy
        Learning(self._desk.suggestions, self._desk.lists.said, heavy, self._tools.bridge, self)
        ScriptCard(self._desk, self._tools.lang, self._tools.settings, self.tabs, self.caller.room)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        for widget in (self.top, self.splitter, self.bottom):
            page.addWidget(widget)
        page.setStretchFactor(self.splitter, 1)

    def _connect(self, heartbeat: Heartbeat) -> None:
        self.top.lock_asked.connect(self.lock_asked)
        self.top.sign_out_asked.connect(self.sign_out_asked)
        self.top.theme_asked.connect(self.theme_asked)
        self.top.density_asked.connect(self.density_asked)
        self.top.language_asked.connect(self.language_asked)
        self.top.wait_asked.connect(self.wait_asked)
        self.bottom.keys_asked.connect(self.overview.toggle)
        self.worklist.open_asked.connect(self.open)
        self.worklist.new_asked.connect(self.work.pick)
        self.worklist.lists.chosen.connect(partial(self.open, "list"))
        self.lists.chosen.connect(partial(self.open, "list"))
        self.caller.open_asked.connect(self.open)
        self.caller.fill_asked.connect(self._fill)
        desk = self._desk
        identities = Identities(desk.calls.forms, desk.callers.mergers.files, self._tools.now)
        self.identity = IdentityCheck(identities, desk.accesses, self.tabs, self.caller, self.rooms)
        self.caller.told.connect(self._tell_of_caller)
        self.caller.left.connect(partial(self.splitter.bring, self.tabs))
        Joining(self.caller.likely, self.tabs, self._desk.cases, self.work.tell)
        self.bar.open_asked.connect(self.open)
        self.scanning = Scanning(desk.finder.find, self._tools.background.store, self)
        self.scanning.open_asked.connect(self.open)
        self.scanning.told.connect(self.work.tell)
        self.tabs.turned.connect(self._turned)
        self.work.caller_typed.connect(self.caller.follow)
        self.work.customer_asked.connect(partial(self.open, "customer"))
        self.work.print_asked.connect(self.paperwork.print_slip)
        self.work.slips_asked.connect(self.paperwork.print_many)
        self.paperwork.queue_asked.connect(self._showing("prints"))
        self.work.sheet_asked.connect(self.paperwork.lists.show)
        heartbeat.changed.connect(self._show_road)
        heartbeat.recoded.connect(self.top.show_seat)
        self._show_road(heartbeat.road)
        self._tools.bridge.changed.connect(self._changed)
        self.directory = DirectoryBox(self._desk.directory, self._tools, self.tabs, self.work.tell, self)

    def _commands(self) -> list[Command]:
        """Return what can be done wherever the focus is, in the order F1 and Ctrl+K show it."""
        work, show = self.work, self._showing
        found = [
            Command(self.tr("按键与帮助"), self.overview.toggle, "F1", icon="keyboard"),
            Command(self.tr("打开帮助"), show("help"), "Shift+F1", icon="book-open"),
            Command(self.tr("新建受理"), work.pick, "F2", icon="plus"),
            *work.intake.commands(),
            Command(self.tr("查找来电人"), self._find, "F4", icon="search"),
            *self._rounds(),
            Command(self.tr("插入常用语"), self.phrases.pop, "Alt+Enter", icon="message-square"),
            Command(self.tr("受理渠道：电话、来访、来信…"), self.channels.pop, CHANNEL_KEY, icon="inbox"),
            Command(self.tr("列表：受理、案件、工单、客户"), self._pop_lists, LISTS_KEY, icon="list"),
            Command(self.tr("导入旧记录"), show("import"), "Ctrl+Shift+I", icon="inbox"),
            Command(self.tr("命令：任何动作或记录"), self._pop_bar, "Ctrl+K", icon="search"),
            Command(self.tr("下一个窗格"), partial(self._turn_pane, 1), "F6", repeats=True),
            Command(self.tr("上一个窗格"), partial(self._turn_pane, -1), "Shift+F6", repeats=True),
            Command(self.tr("下一张表单"), partial(self._turn, 1), "Ctrl+Tab", repeats=True),
            Command(self.tr("上一张表单"), partial(self._turn, -1), "Ctrl+Shift+Tab", repeats=True),
            Command(self.tr("关闭这张表单（草稿留着）"), work.close_current, "Ctrl+W", icon="x"),
            Command(self.tr("丢弃草稿（可撤销）"), work.discard, "Ctrl+Shift+D", icon="trash-2"),
            Command(self.tr("时限：快到的和超时的"), show("clocks"), "Ctrl+Shift+T", icon="clock"),
            *self.own.commands(),
            Command(self.tr("漏登、错登登记"), show("register"), icon="flag"),
            Command(self.tr("修改密码"), show("password"), icon="lock"),
            Command(self.tr("离席，锁定本席"), self.lock_asked.emit, LOCK_KEY, icon="lock"),
            Command(self.tr("申请离席"), self._ask_to_leave, "Ctrl+Shift+L", icon="clock"),
            Command(self.tr("请示上级"), self._ask_up, "Ctrl+Shift+U", icon="message-square"),
        ]
        found += self._allowed()
        places = [Command("", partial(self._turn_to, n - 1), f"Ctrl+{n}", listed=False) for n in range(1, 10)]
        more = (self.announcing.rounds, self.readback, self.directory, self.paperwork)
        return [*found, *(command for each in more for command in each.commands()), *places]

    def _rounds(self) -> list[Command]:
        """Return what waits for many: calls that are owed, orders for their round, or to be closed."""
        bulk, closings = (self._showing(page) for page in ("bulk", "closings"))
        owed = partial(self.open, "list", "callbacks")
        return [
            Command(self.tr("回电：欠着的"), owed, "F7", icon="phone-outgoing"),
            Command(self.tr("整体派工"), bulk, "Ctrl+F9", icon="send"),
            Command(self.tr("置换通气结单"), closings, "Shift+F9", icon="circle-check"),
        ]

    def _allowed(self) -> list[Command]:
        """Return what not everybody may do."""
        desk, show = self._desk, self._showing
        asked = (
            (desk.floor.may_see, Command(self.tr("在席一览"), show("floor"), icon="users")),
            (desk.calls.takeovers.may_see, Command(self.tr("遗留草稿"), show("left"), icon="inbox")),
            (desk.orders.messages.may_set, Command(self.tr("通知线路的密码"), show("ways"), icon="lock")),
            (desk.sessions.may_ask, Command(self.tr("离线登录：是不是我"), show("sessions"), icon="user")),
        )
        return [command for may, command in asked if may]

    def _showing(self, page: str) -> Callable[[], None]:
        return partial(self.open, page, page)

    def _keys_here(self) -> list[tuple[str, str]]:
        """Return the keys of the field the caret is in, and of what can be pressed in the pane it is in."""
        page, focused = self.tabs.current(), self.focusWidget()
        pane = next((p for p in self._panes if focused and p.isAncestorOf(focused)), self.tabs)
        in_field = isinstance(page, CallPage) and pane is self.tabs and page.view.place()[0]
        kind = page.form.field(in_field).kind if isinstance(page, CallPage) and in_field else None
        here = dict(told(LIST_KEYS)) if isinstance(page, ListPage) and pane is self.tabs else {}
        here |= {command.key: command.text for command in of_buttons(pane)}
        return [*(of_field(kind) if kind else ()), *here.items()]

    def _pop_lists(self) -> None:
        self.lists.pop(self.tabs.mapToGlobal(QPoint(24, 44)))

    def _pop_bar(self) -> None:
        """Offer all commands, what the page in front can do first, then each form and the menu's choices."""
        self.bar.pop(
            [
                *of_buttons(self),
                *of_page(self.tabs.current()),
                *self.commands,
                *self.work.commands(),
                *self.lists.commands(),
                *of_menu(self.top.who.menu()),
                *(
                    Command(self.tr("帮助：{}").format(title), partial(self._read, file), icon="book-open")
                    for title, file in self.rooms.help_pages()
                ),
            ]
        )

    def _read(self, file: str) -> None:
        """Show this page of the help."""
        self.open("help", "help")
        if isinstance(page := self.tabs.current(), HelpPage):
            page.show_page(file)

    # -- the work in front --

    def open(self, kind: str, id: str) -> None:
        """Show the record in its tab; a customer, beside the work."""
        if kind == "directory":
            self.directory.pop(id)
        elif kind == "customer":
            self.splitter.bring(self.caller)
            self.caller.show_customer(Id(id))
        else:
            self.work.open(kind, id)

    def _ask_up(self) -> None:
        """Ask upward about the call or the case in front."""
        page = self.tabs.current()
        if isinstance(page, CallPage):
            page.keep()
        if not isinstance(page, CallPage | CasePage):
            self.work.tell(self.tr("请先打开要请示的受理或案件。"))
        elif self._desk.cases.escalations.may_ask:
            self.open("escalation", f"{NEW}{page.record}")
        else:
            self.work.tell(self.tr("上面没有可以请示的人。"))

    def import_file(self, job: dict[str, str]) -> None:
        """Show the import page with the file another program handed over; the agent begins it."""
        self.open("import", "import")
        if isinstance(page := self.tabs.current(), ImportPage):
            told = {name: job.get(name, "") for name in ("form", "map", "encoding")}
            page.take(Path(job.get("file", "")), told["form"], told["map"], told["encoding"])

    @property
    def presence(self) -> Presences:
        return self._desk.presence

    @property
    def granted(self) -> Granted | None:
        """The leave that may begin now."""
        return self.leaves.granted

    def _ask_to_leave(self) -> None:
        if self._desk.leaves.may_ask:
            self.open("leave", "leave")
        else:
            self.work.tell(self.tr("本席单独使用，没有人答复离席申请。"))

    def leave(self) -> None:
        """Ask and write nothing any more: after this the store may close."""
        for page in self.tabs.pages():
            leave(page)
        self.paperwork.stop()
        self.bar.stop()
        self._desk.clocks.leave()
        # The widgets live until the event loop deletes them: nothing in them may ask the store again.
        for timer in self.findChildren(QTimer):
            timer.stop()
        self._tools.settings.setValue("splitter", self.splitter.saveState())

    def tell(self, text: str) -> None:
        """Say what went wrong."""
        self.toasts.show_toast(text, wrong=True)

    def is_logging(self) -> bool:
        """Tell whether the agent may be listening: on a call, or one is open that is not saved yet."""
        if self.presence.stay.state is State.ON_CALL:
            return True
        return any(isinstance(page, CallPage) and page.draft is not None for page in self.tabs.pages())

    def tell_delivered(self, drafts: int) -> None:
        self.toasts.show_toast(self.tr("锁定时磁盘没有收下的 {} 份草稿找回来了，请看一遍。").format(drafts))

    def _log_ring(self, ring: Ring) -> None:
        """Begin a call with the number that rings; what is half typed stays in its own tab."""
        self._desk.calls.rings.take(ring.id, self.work.new("", "phone", phone.group(ring.number)))

    def _turned(self, page: QWidget | None) -> None:
        self.caller.clear()
        if isinstance(page, CallPage) and not page.veiled:
            self.caller.follow(*page.who())
        elif isinstance(page, CallPage | RecordPage) and page.customer:
            self.caller.show_customer(page.customer)

    def _turn(self, step: int) -> None:
        self.opening.finish()
        self.tabs.turn(step)

    def _turn_to(self, place: int) -> None:
        self.opening.finish()
        self.work.turn_to(place)

    # -- the other panes --

    def _find(self) -> None:
        self.splitter.bring(self.caller)
        self.caller.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.caller.search.selectAll()

    def _show_attention(self) -> None:
        self.splitter.bring(self.worklist)
        self.worklist.choose_group("attention")

    def _fill(self, answers: dict[str, str]) -> None:
        if isinstance(page := self.tabs.current(), CallPage):
            page.fill(answers)
            filled_from(page, self.caller.customer)
            focus_inside(page)

    def _tell_of_caller(self, text: str, undo: Callable[[], object] | None) -> None:
        self.toasts.show_toast(text, self.tr("撤销") if undo else "", undo)

    def _turn_pane(self, step: int) -> None:
        focused = self.focusWidget()
        here = next((i for i, p in enumerate(self._panes) if focused and p.isAncestorOf(focused)), 1)
        self.splitter.bring(self._panes[(here + step) % len(self._panes)])

    def _show_road(self, road: Road) -> None:
        self.top.show_road(road)
        self.bottom.show_road(road)

    def _changed(self, kinds: frozenset[str]) -> None:
        if "session" in kinds:
            self.notices.look()
