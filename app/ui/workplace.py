"""The workplace of one signed-in agent: bars, panes and keys; gone without a trace at sign-out."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desk.desk import Desk
from app.desk.presence import Presences
from app.forms.rights import Right
from app.records.ids import Id
from app.records.leaves import Granted, Leave
from app.records.presence import State
from app.ui import wording
from app.ui.bars import BUSY_KEY, BottomLine, TopBar
from app.ui.clocknotes import ClockNotes
from app.ui.commands import Command, bind, of_buttons, of_menu
from app.ui.directory import DirectoryBox
from app.ui.heartbeat import Heartbeat, Road
from app.ui.keys import KeyOverview
from app.ui.kit.strips import Strip
from app.ui.kit.style import DENSE
from app.ui.kit.toast import Toasts
from app.ui.leavenotes import LeaveNotes
from app.ui.listmenu import KEY as LISTS_KEY
from app.ui.listmenu import ListMenu
from app.ui.lock import KEY as LOCK_KEY
from app.ui.notices import Notices
from app.ui.panels.calls import CallPage
from app.ui.panels.imports import ImportPage
from app.ui.panes import Panes
from app.ui.paperwork import Paperwork
from app.ui.phrases import Phrases
from app.ui.reasons import Reasons, WhyCard
from app.ui.record import RecordPage
from app.ui.rooms import Rooms, Tools
from app.ui.tabs import focus_inside
from app.ui.taken import Taken
from app.ui.views import NOTHING, Opening, View
from app.ui.work import Work, leave


class Workplace(QWidget):
    lock_asked = Signal()
    state_turned = Signal(object)  # State
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
        broken, unconfirmed = desk.calls.forms.broken, desk.sessions.count
        self.notices = Notices(self.tabs.strips, heartbeat, broken, unconfirmed, tools.now)
        reasons = tuple(desk.floor.reasons.values())
        self.leaves = LeaveNotes(self.tabs.strips, desk.leaves, tools.bridge, reasons, tools.now, tools.lang)
        self.taken = Taken(self.tabs.strips, desk.calls, tools.bridge, self.rooms.person, tools.lang)
        self.paperwork = Paperwork(desk.orders, tools, self.toasts, self.tabs, self.bottom, self)
        self.slips = self.paperwork.slips
        self.phrases = Phrases(desk, tools.lang, self.tabs, self)
        self._panes: tuple[QWidget, QWidget, QWidget] = (self.worklist, self.tabs, self.caller)
        self._lay_out()
        self._connect(heartbeat)
        self.commands = self._commands()
        bind(self.commands, self)
        self.overview.show_commands(self.commands)
        self.overview.offer_help(self.tr("打开帮助"), "Shift+F1", partial(self.open, "help", "help"))
        self.opening = Opening(self.work, view, self)

    # -- made once --

    def _lay_out(self) -> None:
        self.splitter.hold(self._panes)
        if state := self._tools.settings.value("splitter"):
            self.splitter.restoreState(state)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        for widget in (self.top, self.splitter, self.bottom):
            page.addWidget(widget)
        page.setStretchFactor(self.splitter, 1)

    def _connect(self, heartbeat: Heartbeat) -> None:
        self.top.lock_asked.connect(self.lock_asked)
        self.top.state_asked.connect(self._turn_state)
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
        self.bar.open_asked.connect(self.open)
        self.notices.attention_asked.connect(self._show_attention)
        self.leaves.asked_for.connect(partial(self.open, "floor", "floor"))
        self.notices.sessions_asked.connect(partial(self.open, "sessions", "sessions"))
        self.taken.open_asked.connect(self.open)
        self.tabs.turned.connect(self._turned)
        self.work.caller_typed.connect(self.caller.follow)
        self.work.customer_asked.connect(partial(self.open, "customer"))
        self.work.print_asked.connect(self.paperwork.print_slip)
        self.work.sheet_asked.connect(self.paperwork.lists.show)
        heartbeat.changed.connect(self._show_road)
        heartbeat.recoded.connect(self.top.show_seat)
        self._show_road(heartbeat.road)
        self._tools.bridge.changed.connect(self._changed)
        self.clocks = ClockNotes(self.tabs.strips, self.top, self._desk.clocks, self._tools)
        self.clocks.open_asked.connect(self.open)
        self.clocks.list_asked.connect(partial(self.open, "clocks", "clocks"))
        self.directory = DirectoryBox(self._desk.directory, self._tools, self.tabs, self.work.tell, self)
        self.later = QTimer(self, singleShot=True)  # once the agent may type
        for show in (self.leaves.look, self.taken.look):
            self.later.timeout.connect(show)
        self.later.start(0)

    def _commands(self) -> list[Command]:
        """Return what can be done wherever the focus is, in the order F1 and Ctrl+K show it."""
        work = self.work
        found = [
            Command(self.tr("按键与帮助"), self.overview.toggle, "F1", icon="keyboard"),
            Command(self.tr("打开帮助"), partial(self.open, "help", "help"), "Shift+F1", icon="book-open"),
            Command(self.tr("新建受理"), work.pick, "F2", icon="plus"),
            Command(self.tr("查找来电人"), self._find, "F4", icon="search"),
            Command(self.tr("插入常用语"), self.phrases.pop, "Alt+Enter", icon="message-square"),
            Command(self.tr("列表：受理、案件、工单、客户"), self._pop_lists, LISTS_KEY, icon="list"),
            Command(
                self.tr("导入旧记录"), partial(self.open, "import", "import"), "Ctrl+Shift+I", icon="inbox"
            ),
            Command(self.tr("命令：任何动作或记录"), self._pop_bar, "Ctrl+K", icon="search"),
            Command(self.tr("下一个窗格"), partial(self._turn_pane, 1), "F6", repeats=True),
            Command(self.tr("上一个窗格"), partial(self._turn_pane, -1), "Shift+F6", repeats=True),
            Command(self.tr("下一张表单"), partial(self._turn, 1), "Ctrl+Tab", repeats=True),
            Command(self.tr("上一张表单"), partial(self._turn, -1), "Ctrl+Shift+Tab", repeats=True),
            Command(self.tr("关闭这张表单（草稿留着）"), work.close_current, "Ctrl+W", icon="x"),
            Command(self.tr("丢弃草稿（可撤销）"), work.discard, "Ctrl+Shift+D", icon="trash-2"),
            Command(
                self.tr("时限：快到的和超时的"),
                partial(self.open, "clocks", "clocks"),
                "Ctrl+Shift+T",
                icon="clock",
            ),
            Command(self.tr("示忙，或转回示闲"), self._turn_state, BUSY_KEY, icon="user"),
            Command(self.tr("修改密码"), partial(self.open, "password", "password"), icon="lock"),
            Command(self.tr("离席，锁定本席"), self.lock_asked.emit, LOCK_KEY, icon="lock"),
            Command(self.tr("申请离席"), self._ask_to_leave, "Ctrl+Shift+L", icon="clock"),
        ]
        if self._desk.floor.may_see:
            found.append(Command(self.tr("在席一览"), partial(self.open, "floor", "floor"), icon="users"))
        if self._desk.calls.takeovers.may_see:
            found.append(Command(self.tr("遗留草稿"), partial(self.open, "left", "left"), icon="inbox"))
        if self._desk.sessions.may_ask:
            ask = partial(self.open, "sessions", "sessions")
            found.append(Command(self.tr("离线登录：是不是我"), ask, icon="user"))
        places = [Command("", partial(self._turn_to, n - 1), f"Ctrl+{n}", listed=False) for n in range(1, 10)]
        return found + self.directory.commands() + self.paperwork.commands() + places

    def _pop_lists(self) -> None:
        self.lists.pop(self.tabs.mapToGlobal(QPoint(24, 44)))

    def _pop_bar(self) -> None:
        """Offer all commands, what the page in front can do first, then each form and the menu's choices."""
        self.bar.pop(
            [
                *of_buttons(self),
                *self.commands,
                *self.work.commands(),
                *self.lists.commands(),
                *of_menu(self.top.who.menu()),
            ]
        )

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

    def show_stay(self) -> None:
        """Show the agent's state; and ask for the reason of the last time away, where nobody has said it."""
        presence, strips = self._desk.presence, self.tabs.strips
        self.top.show_state(presence.stay.state, presence.stay.since)
        if presence.unsaid is None:
            strips.take("why")
            return
        text = self.tr("{} 起离席没有填原因。").format(wording.time_of_day(presence.unsaid.since))
        strips.put("why", Strip(text, "warn", self.tr("补填原因"), self._ask_why))

    def _ask_why(self) -> None:
        presence = self._desk.presence
        if presence.unsaid is None:
            return
        words = self.tr("{} 起离席，是因为：").format(wording.time_of_day(presence.unsaid.since))
        leave, lang = self._gone_on(), self._tools.lang
        reasons = Reasons(tuple(self._desk.floor.reasons.values()), lang, leave.reason if leave else "")
        card = WhyCard(words, reasons, self)
        card.said.connect(lambda code, note: presence.say(code, note, leave))
        card.destroyed.connect(self.show_stay)
        card.move(self.tabs.mapToGlobal(QPoint(24, 44)))
        card.show()
        card.setFocus()

    def _ask_to_leave(self) -> None:
        if self._desk.leaves.may_ask:
            self.open("leave", "leave")
        else:
            self.work.tell(self.tr("本席单独使用，没有人答复离席申请。"))

    def _gone_on(self) -> Leave | None:
        """Return the leave the agent may have been on when nobody said why."""
        presence = self._desk.presence
        since = presence.unsaid.since if presence.unsaid else self._tools.now()
        return self._desk.leaves.covering(self._desk.agent.id, since)

    def _turn_state(self) -> None:
        presence = self._desk.presence
        state = State.READY if presence.stay.state is State.BUSY else State.BUSY
        presence.turn(presence.begun(state, "key"))
        self.show_stay()
        self.state_turned.emit(state)

    def leave(self) -> None:
        """Ask and write nothing any more: after this the store may close."""
        for page in self.tabs.pages():
            leave(page)
        self.paperwork.stop()
        self.bar.stop()
        # The widgets live until the event loop deletes them: nothing in them may ask the store again.
        for timer in self.findChildren(QTimer):
            timer.stop()
        self._tools.settings.setValue("splitter", self.splitter.saveState())

    def tell(self, text: str) -> None:
        """Say what went wrong."""
        self.toasts.show_toast(text, wrong=True)

    def is_logging(self) -> bool:
        """Tell whether a call is open that is not saved yet: whoever logs it may be listening."""
        return any(isinstance(page, CallPage) and page.draft is not None for page in self.tabs.pages())

    def tell_delivered(self, drafts: int) -> None:
        self.toasts.show_toast(self.tr("锁定时磁盘没有收下的 {} 份草稿找回来了，请看一遍。").format(drafts))

    def _turned(self, page: QWidget | None) -> None:
        self.caller.clear()
        if isinstance(page, CallPage):
            self.caller.follow(*page.who())
        elif isinstance(page, RecordPage) and page.customer:
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
            focus_inside(page)

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
