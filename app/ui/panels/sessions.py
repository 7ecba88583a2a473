"""Sessions opened without central, in a tab: the agent owns to those that were theirs, a lead sees others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QVBoxLayout, QWidget

from app.desk.sessions import Asked, Entry, Sessions
from app.records.accounts import Session, Unconfirmed
from app.records.ids import Id
from app.ui import wording
from app.ui.bridge import Bridge
from app.ui.door import DoorEdit
from app.ui.form.foot import FootBar
from app.ui.kit.empty import EmptyState
from app.ui.kit.paging import Run
from app.ui.kit.scrolled import Scrolled
from app.ui.kit.sentence import Sentence
from app.ui.kit.style import as_tip, mark
from app.ui.lines import HEAD, ICON, MORE, TONE
from app.ui.panel import Panel
from app.ui.record import HeadLine
from app.ui.tree import Tree, cell

_KEY = Qt.ItemDataRole.UserRole + 1
_MOST = 100  # entries shown of one session
_WIDEST = 320  # of the line for the password
_ICONS = {"call": "phone", "case": "folder-open", "order": "truck", "customer": "users"}
_REFUSED = {"login": "confirm_password", "away": "confirm_away"}


@dataclass(frozen=True, slots=True)
class SessionDesk:
    """``run`` takes what reads the file, ``ask`` what goes over the network."""

    sessions: Sessions
    title: Callable[[str, Id], tuple[str, str]]
    people: Callable[[Id], str]
    run: Run
    ask: Run


class Line(NamedTuple):
    """A record an entry was made in, as it is shown."""

    kind: str
    id: Id
    title: str
    about: str


class _Page(Panel):
    """Sessions, each over the records its entries are of; Enter opens such a record."""

    titled = Signal()
    told = Signal(str)
    open_asked = Signal(str, str)  # kind, id

    def __init__(self, desk: SessionDesk, bridge: Bridge, record: str) -> None:
        super().__init__(bridge, frozenset({"session"}))
        self._desk, self.record, self.title = desk, record, ""
        self.head, self.foot, self.tree = HeadLine(), FootBar(), Tree()
        self.why = QLabel()
        self.why.setWordWrap(True)
        self.why.setContentsMargins(16, 12, 16, 8)
        mark(self.why, tone="muted")
        self.model = QStandardItemModel(0, 2, self)
        self.tree.setModel(self.model)
        self.tree.entered_on.connect(self._open)
        self.tree.doubleClicked.connect(self._open)
        inside = QWidget()
        page, self._body, around = QVBoxLayout(self), QVBoxLayout(inside), QVBoxLayout()
        for box in (page, self._body):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        around.setContentsMargins(8, 0, 8, 0)
        around.addWidget(self.tree)
        self._body.addWidget(self.why)
        self._body.addLayout(around, 1)
        self._scroll = Scrolled(inside)  # with strips over it, a small window has no room for all
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.addWidget(self.head)
        page.addWidget(self._scroll, 1)
        page.addWidget(self.foot)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark(self, room=True)
        self.setFocusProxy(self.tree)
        self.open_button = self.foot.add_button(self.tr("打开记录"), "Alt+O", self._open_current)

    def _lines(self, entries: Sequence[Entry]) -> list[Line]:
        return [Line(kind, id, *self._desk.title(kind, id)) for kind, id in entries[:_MOST]]

    def _put(self, id: Id, words: tuple[str, str], lines: Sequence[Line], more: int) -> QStandardItem:
        """Put up a session: what it is, what is to be known of it, its records, how many more there are."""
        head = cell(words[0])
        head.setData(words[1], MORE)
        head.setData(True, HEAD)
        head.setData(("session", id), _KEY)
        for line in lines:
            row = cell(line.title)
            row.setData(line.about or self.tr("不在本席"), MORE)
            row.setData(_ICONS.get(line.kind, ""), ICON)
            row.setData((line.kind, line.id), _KEY)
            row.setToolTip(as_tip("\n".join(filter(None, (line.title, line.about)))))
            head.appendRow([row, cell("")])
        if more > 0:
            rest = cell(self.tr("还有 {} 条记录没有列出").format(f"{more:,}"))
            rest.setData("muted", TONE)
            head.appendRow([rest, cell("")])
        self.model.appendRow([head, cell("", right=True)])
        self.tree.expand(head.index())
        return head

    def _open_current(self) -> None:
        self._open(self.tree.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        kind, id = index.siblingAtColumn(0).data(_KEY) or ("", "")
        if kind and kind != "session":
            self.open_asked.emit(kind, id)
        elif kind and index.model().rowCount(index.siblingAtColumn(0)):
            self.told.emit(self.tr("用方向键选一条记录，再按 Enter 打开。"))


class SessionsPage(_Page):
    """The agent's own: marked one by one, then sent with the password, which goes when the page does."""

    new_asked = Signal()

    def __init__(self, desk: SessionDesk, bridge: Bridge) -> None:
        super().__init__(desk, bridge, "sessions")
        self.title = self.tr("离线登录")
        self.tree.setAccessibleName(self.title)
        self._told: list[Unconfirmed] = []
        self._shown: list[Asked] = []
        self._found: list[tuple[Asked, list[Line]]] | None = None
        self._marks: dict[Id, bool] = {}
        self._asking = False
        self.password = DoorEdit(self.tr("您的密码"), secret=True)
        self.sentence = Sentence(self.tr("密码只用来向中心库证明是您本人，不会保存。"))
        self.none = EmptyState(self.tr("没有待确认的离线登录。"), self.tr("新建受理"), "F2")
        self.none.asked.connect(self.new_asked)
        self._lay_out()
        add = self.foot.add_button
        self.mine_button = add(self.tr("是我"), "Alt+Q", partial(self._mark, True))
        self.other_button = add(self.tr("不是我"), "Alt+W", partial(self._mark, False))
        self.send_button = add(self.tr("提交"), "Ctrl+Enter", self.send, icon="send", primary=True)
        self.password.entered.connect(self.send)
        self.password.caps_seen.connect(self.sentence.hint_caps)

    def _lay_out(self) -> None:
        self._form = QFrame()
        fields = QFormLayout(self._form)
        fields.setContentsMargins(16, 12, 16, 8)
        fields.setHorizontalSpacing(12)
        fields.setVerticalSpacing(8)
        self.password.setMaximumWidth(_WIDEST)
        fields.addRow(self.tr("您的密码"), self.password)
        fields.addRow(self.sentence)
        self._body.addWidget(self._form)
        self._body.addWidget(self.none, 1)
        self.none.hide()
        QWidget.setTabOrder(self.tree, self.password)

    # -- what is shown --

    def refresh(self) -> None:
        sessions, told = self._desk.sessions, list(self._told)

        def read() -> list[tuple[Asked, list[Line]]]:
            return [(each, self._lines(each.entries)) for each in sessions.asked(told)]

        self._desk.run(read, self._show, self._unread)

    def _unread(self, error: Exception) -> None:
        self.told.emit(wording.refusal(getattr(error, "code", "")))

    def _show(self, found: list[tuple[Asked, list[Line]]]) -> None:
        if found == self._found:
            return
        current, self._found = self._current(), found
        self._shown = [each for each, _ in found]
        self._marks = {each.id: self._marks[each.id] for each in self._shown if each.id in self._marks}
        self.model.removeRows(0, self.model.rowCount())
        for each, lines in found:
            self._put(each.id, self._words(each), lines, len(each.entries) - len(lines))
        self._show_marks()
        self._turn_to(current or next(iter(self._shown), None))
        self._show_state()

    def _words(self, each: Asked) -> tuple[str, str]:
        seat = self.tr("席位 {}").format(each.seat) if each.seat else self.tr("别的席位")
        ops = self.tr("{} 条").format(f"{each.ops:,}") if each.ops is not None else ""
        place = self.tr("就是这一次") if each.is_this else self.tr("在本席") if each.is_here else ""
        unknown = "" if each.ops is not None else self.tr("先输入密码按 Enter，可以看到席位和条数")
        since = self.tr("{} 起").format(wording.day_and_time(each.since))
        return f"{since} · {seat}", " · ".join(filter(None, (ops, place, unknown)))

    def _show_state(self) -> None:
        count = len(self._shown)
        chip = (self.tr("{} 次待确认").format(count), "warn") if count else (self.tr("都已说明"), "good")
        self.head.show_line(self.title, [], [chip])
        self.why.setText(
            self.tr(
                "这几次登录时连不上中心库，密码没有经中心库核对。请逐次说明是不是您本人；说过的不能再改。"
                "不是您的，记录也都留着，由值班长和主管查看。"
            )
        )
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        for part in (self.why, self.tree, self._form, self.foot):
            part.setVisible(bool(count))
        self.none.setVisible(not count)
        self.setFocusProxy(self.tree if count else self.none)
        if had_focus and not count:
            self.none.setFocus()
        for button in (self.open_button, self.mine_button, self.other_button, self.send_button):
            button.setVisible(bool(count))
            button.setEnabled(not self._asking)
        for widget in (self.tree, self.password):
            widget.setEnabled(not self._asking)

    def _show_marks(self) -> None:
        words = {True: (self.tr("是我"), "good"), False: (self.tr("不是我"), "danger")}
        for row, each in enumerate(self._shown):
            text, tone = words.get(self._marks.get(each.id), (self.tr("还没有说明"), "muted"))  # type: ignore[arg-type]
            answer = self.model.item(row, 1)
            answer.setText(text)
            answer.setData(tone, TONE)
            head = self.model.item(row)
            spoken = f"{head.text()}  {head.data(MORE)}  {text}"
            head.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)

    # -- what is said --

    def _current(self) -> Asked | None:
        index = self.tree.currentIndex()
        top = index.parent() if index.parent().isValid() else index
        return self._shown[top.row()] if top.isValid() and top.row() < len(self._shown) else None

    def _turn_to(self, asked: Asked | None) -> None:
        row = next((row for row, each in enumerate(self._shown) if asked and each.id == asked.id), 0)
        if self._shown:
            self.tree.setCurrentIndex(self.model.index(row, 0))

    def _mark(self, mine: bool) -> None:
        """Mark the session that is chosen, and go to the next one without a mark, or to the password."""
        if (current := self._current()) is None:
            return
        self._marks[current.id] = mine
        self._show_marks()
        if open_now := [each for each in self._shown if each.id not in self._marks]:
            self._turn_to(open_now[0])
        else:
            self.password.setFocus()

    def send(self) -> None:
        """Send what is marked; with nothing marked, see what central has."""
        if self._asking or not self._shown:
            return
        if not (password := self.password.text()):
            self._say_wrong("empty_password")
            return
        self._asking = True
        self._show_state()
        self.sentence.say(self.tr("正在问中心库…"), "muted")
        mine, other = (
            tuple(id for id, said in self._marks.items() if said is which) for which in (True, False)
        )
        answer = partial(self._desk.sessions.answer, password, mine, other)
        self._desk.ask(answer, partial(self._answered, len(mine), len(other)), self._refused)

    def _answered(self, mine: int, other: int, left: list[Unconfirmed]) -> None:
        self._asking, self._told, self._marks = False, left, {}
        self._desk.sessions.settle(left)
        self.sentence.rest()
        if not left:
            self.password.clear()
        if mine or other:
            self.told.emit(self.tr("已提交：是我 {} 次，不是我 {} 次。").format(mine, other))
        elif left:
            self.sentence.say(self.tr("中心库列出 {} 次，请逐次说明。").format(len(left)), "muted")
        self._show_state()
        self.tree.setFocus()
        self.refresh()

    def _refused(self, error: Exception) -> None:
        self._asking = False
        self._show_state()
        code = str(getattr(error, "code", type(error).__name__))
        if code == "login":
            self.password.clear()
        self._say_wrong(_REFUSED.get(code, code))

    def _say_wrong(self, code: str) -> None:
        self.sentence.say(wording.refusal(code))
        self._scroll.ensureWidgetVisible(self.sentence, 0, 0)
        self.password.setFocus()

    # -- the password goes when the page does --

    def hideEvent(self, event: QHideEvent) -> None:
        self.password.clear()
        super().hideEvent(event)

    def leave(self) -> None:
        self.password.clear()


class DisputedPage(_Page):
    """One that was somebody else: where and when it was, and what was entered, for a lead to see to."""

    def __init__(self, desk: SessionDesk, bridge: Bridge, session: Id) -> None:
        super().__init__(desk, bridge, session)
        self.title = self.tr("不是本人的登录")
        self.tree.setAccessibleName(self.title)
        self.done_button = self.foot.add_button(
            self.tr("已处理"), "Ctrl+Enter", self.see_to, icon="circle-check", primary=True
        )

    def refresh(self) -> None:
        sessions, id = self._desk.sessions, Id(self.record)

        def read() -> tuple[Session, list[Line], int] | None:
            session = sessions.get(id)
            entries = sessions.entries(session) if session else ()
            return (session, self._lines(entries), len(entries)) if session else None

        self._desk.run(
            read, self._show, lambda error: self.told.emit(wording.refusal(getattr(error, "code", "")))
        )

    def _show(self, found: tuple[Session, list[Line], int] | None) -> None:
        if found is None:
            return
        session, lines, count = found
        who = self._desk.people(session.agent)
        chip = (self.tr("已处理"), "good") if session.seen_at else (self.tr("待处理"), "danger")
        self.head.show_line(self.title, [who], [chip])
        self.why.setText(
            self.tr(
                "{} 说这次登录不是本人。当时连不上中心库，密码没有经中心库核对。"
                "记录按座席员的权限收下，都留着；请问席位 {} 当时在班的人，要更正的逐条打开，再按“已处理”。"
            ).format(who, session.seat)
        )
        words = (
            self.tr("{} 起").format(wording.day_and_time(session.since)),
            self.tr("{} 条").format(f"{session.ops:,}"),
        )
        self.model.removeRows(0, self.model.rowCount())
        seat = self.tr("席位 {}").format(session.seat)
        head = self._put(session.id, (f"{words[0]} · {seat}", words[1]), lines, count - len(lines))
        self.tree.setCurrentIndex((head.child(0) or head).index())
        self.open_button.setVisible(bool(lines))
        self.done_button.setVisible(self._desk.sessions.may_see and not session.seen_at)

    def see_to(self) -> None:
        """Take it off the leads' lists."""
        if session := self._desk.sessions.get(Id(self.record)):
            self._desk.sessions.see_to(session)
            self.told.emit(self.tr("已处理，不再列在待办里。登录和记录都留着。"))
