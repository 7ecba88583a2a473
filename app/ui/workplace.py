"""The workplace of one signed-in agent: bars, panes and keys; gone without a trace at sign-out."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desk.calls import Saved
from app.desk.desk import Desk
from app.records.drafts import Draft
from app.records.ids import Id
from app.records.paper import Paper, SlipSheet
from app.ui import wording
from app.ui.bars import BottomLine, TopBar
from app.ui.heartbeat import Heartbeat, Road
from app.ui.keys import KeyOverview
from app.ui.kit.toast import Toasts
from app.ui.panels.calls import CallPage
from app.ui.panes import Panes
from app.ui.picker import FormPicker
from app.ui.record import RecordPage
from app.ui.rooms import Rooms, Tools
from app.ui.slips import Slips
from app.ui.tabs import Tabs, focus_inside

_REPEATED = {"F6", "Shift+F6", "Ctrl+Tab", "Ctrl+Shift+Tab"}  # going round; all else is done once


class Workplace(QWidget):
    sign_out_asked = Signal(bool)  # True: somebody else is to sign in
    theme_asked = Signal(str)
    language_asked = Signal(str)

    def __init__(self, desk: Desk, tools: Tools, heartbeat: Heartbeat) -> None:
        super().__init__()
        self._desk, self._tools = desk, tools
        self.rooms = Rooms(desk, tools)
        self.top = TopBar(desk.agent, desk.seat_code, tools.now)
        self.top.mark_choices(str(tools.settings.value("theme", "auto")), tools.lang)
        self.bottom = BottomLine(str(tools.paper))
        self.worklist, self.caller, self.tabs = self.rooms.worklist(), self.rooms.caller(), Tabs()
        self.picker = FormPicker(desk.calls.forms.newest(), tools.lang, self)
        self.overview = KeyOverview(self)
        self.toasts = Toasts(self)
        self.slips = Slips(desk.orders, tools.draw, tools.background.store, self)
        self._panes: tuple[QWidget, QWidget, QWidget] = (self.worklist, self.tabs, self.caller)
        self._lay_out()
        self._connect(heartbeat)
        self._bind_keys()
        self._show_deadline()
        for draft in desk.calls.drafts():
            self._open_draft(draft, front=False)
        self.tabs.turn(0)

    # -- made once --

    def _lay_out(self) -> None:
        self.splitter = Panes(self._panes)
        if state := self._tools.settings.value("splitter"):
            self.splitter.restoreState(state)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        for widget in (self.top, self.splitter, self.bottom):
            page.addWidget(widget)
        page.setStretchFactor(self.splitter, 1)

    def _connect(self, heartbeat: Heartbeat) -> None:
        self.top.sign_out_asked.connect(self.sign_out_asked)
        self.top.theme_asked.connect(self.theme_asked)
        self.top.language_asked.connect(self.language_asked)
        self.bottom.keys_asked.connect(self.overview.toggle)
        self.bottom.folder_asked.connect(lambda: _open(self._tools.paper))
        self.worklist.open_asked.connect(self.open)
        self.worklist.new_asked.connect(self.pick)
        self.caller.open_asked.connect(self.open)
        self.caller.fill_asked.connect(self._fill)
        self.tabs.new_asked.connect(self.pick)
        self.tabs.close_asked.connect(self._close)
        self.tabs.turned.connect(self._turned)
        self.picker.chosen.connect(self._new)
        self.slips.drawn.connect(self._slip_drawn)
        self.slips.failed.connect(lambda sheet: self.tell(wording.refusal("slip", number=sheet.number)))
        heartbeat.changed.connect(self._show_road)
        self._show_road(heartbeat.road)
        self._tools.bridge.changed.connect(self._changed)

    def _bind_keys(self) -> None:
        bound = {
            "F1": self.overview.toggle,
            "F2": self.pick,
            "F4": self._find,
            "F6": partial(self._turn_pane, 1),
            "Shift+F6": partial(self._turn_pane, -1),
            "Ctrl+Tab": partial(self.tabs.turn, 1),
            "Ctrl+Shift+Tab": partial(self.tabs.turn, -1),
            "Ctrl+W": lambda: self._close(self.tabs.current()),
            "Ctrl+Shift+D": self._discard,
        }
        bound |= {f"Ctrl+{n}": partial(self._turn_to, n - 1) for n in range(1, 10)}
        for key, act in bound.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(key in _REPEATED)
            shortcut.activated.connect(act)

    # -- tabs --

    def open(self, kind: str, id: str) -> None:
        """Show the record in its tab, opened where it is not open yet."""
        dispatch = kind == "dispatch"
        if kind == "op":
            self.tell(self.tr("中心库没有接受这一条，或它与别席的修改冲突。两边的内容都留着，请告诉值班长。"))
            return
        if page := self.tabs.holding(id):
            self.tabs.turn_to(page)
        elif page := self.rooms.page("call" if dispatch else kind, Id(id)):
            self._put(page)
        else:
            self.tell(self.tr("这一条不在本席，可能还没有同步过来。"))
        if dispatch and isinstance(page, CallPage):
            page.dispatch()

    def pick(self) -> None:
        corner = self.tabs.mapToGlobal(QPoint(24, 44))
        self.picker.pop(corner, str(self._tools.settings.value("form", "")))

    def leave(self) -> None:
        """Put everything typed on disk; after this the store may close."""
        for page in self.tabs.pages():
            if isinstance(page, CallPage):
                page.keep()
        self.slips.stop()
        # The widgets live until the event loop deletes them: nothing in them may ask the store again.
        for timer in self.findChildren(QTimer):
            timer.stop()
        self._tools.settings.setValue("splitter", self.splitter.saveState())

    def tell(self, text: str) -> None:
        self.toasts.show_toast(text)

    def _new(self, form: str) -> None:
        self._tools.settings.setValue("form", form)
        self._open_draft(self._desk.calls.new(form))

    def _open_draft(self, draft: Draft, *, front: bool = True) -> None:
        self._put(self.rooms.draft(draft), front=front)

    def _put(self, page: QWidget, *, front: bool = True) -> None:
        if isinstance(page, CallPage):
            page.caller_typed.connect(self.caller.follow)
            page.kept.connect(partial(self._kept, page))
        elif isinstance(page, RecordPage):
            page.open_asked.connect(self.open)
        page.told.connect(self.tell)  # type: ignore[attr-defined]
        page.print_asked.connect(lambda order: self.slips.draw(Id(order)))  # type: ignore[attr-defined]
        self.tabs.put(page, front=front)

    def _turn_to(self, place: int) -> None:
        if place < len(self.tabs.pages()):
            self.tabs.turn_to(self.tabs.pages()[place])

    def _turned(self, page: QWidget | None) -> None:
        self.caller.clear()
        if isinstance(page, CallPage):
            self.caller.follow(*page.who())
        elif isinstance(page, RecordPage) and page.customer:
            self.caller.show_customer(page.customer)

    def _close(self, page: QWidget | None) -> None:
        """Close the tab. What is typed and not saved stays in the work list."""
        if isinstance(page, CallPage):
            page.keep()
            if page.is_blank():
                self._desk.calls.discard(page.record)
            elif page.unsaved:
                again = partial(self.open, "draft", page.record)
                self.toasts.show_toast(self.tr("草稿留在“待办”里。"), self.tr("打开"), again)
        if page is not None:
            self.tabs.remove(page)

    def _discard(self) -> None:
        page = self.tabs.current()
        if not isinstance(page, CallPage):
            return
        page.keep()
        draft = page.unsaved
        if draft is None:
            return
        self._desk.calls.discard(draft.id)
        self.tabs.remove(page)
        self.toasts.show_toast(self.tr("草稿已丢弃。"), self.tr("撤销"), partial(self._bring_back, draft))

    def _bring_back(self, draft: Draft) -> None:
        self._desk.calls.keep(draft)
        self._open_draft(draft)

    def _kept(self, page: CallPage, saved: Saved) -> None:
        number = saved.call.number if saved.call else ""
        self.tabs.remove(page)
        again = partial(self.open, "call", page.record)
        self.toasts.show_toast(self.tr("已保存 {}。").format(number), self.tr("打开"), again)

    # -- the other panes --

    def _find(self) -> None:
        self.splitter.bring(self.caller)
        self.caller.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.caller.search.selectAll()

    def _fill(self, answers: dict[str, str]) -> None:
        if isinstance(page := self.tabs.current(), CallPage):
            page.fill(answers)
            focus_inside(page)

    def _turn_pane(self, step: int) -> None:
        focused = self.focusWidget()
        here = next((i for i, p in enumerate(self._panes) if focused and p.isAncestorOf(focused)), 1)
        self.splitter.bring(self._panes[(here + step) % len(self._panes)])

    def _slip_drawn(self, sheet: SlipSheet, paper: Paper) -> None:
        text = self.tr("派工单 {} 已存为 PDF。").format(sheet.number)
        if paper.missing:
            text += self.tr("字体没有的字：{}，单上已注明。").format(" ".join(paper.missing))
        self.toasts.show_toast(text, self.tr("打开"), partial(_open, paper.path))

    def _show_road(self, road: Road) -> None:
        self.top.show_road(road)
        self.bottom.show_road(road)

    def _changed(self, kinds: frozenset[str]) -> None:
        if "case" in kinds:
            self._show_deadline()

    def _show_deadline(self) -> None:
        first = self._desk.cases.next_due()
        words = self.tr("案件 {}").format(first.number) if first else ""
        self.top.show_deadline(words, first.due_at if first else None)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
