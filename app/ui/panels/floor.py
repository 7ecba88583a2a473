"""Who is where, in a tab for leads: who asks to leave, each seat, since when, why, who is over time; and an
answer or a word to one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QVBoxLayout, QWidget

from app.desk.jottings import Jottings
from app.desk.presence import FloorDesk
from app.records.ids import Id
from app.records.leaves import Answer, Leave
from app.records.presence import Action, Floor, Stand, State
from app.ui import leavewords, wording
from app.ui.form.foot import FootBar
from app.ui.jotting import Jotter, Words
from app.ui.kit.empty import EmptyState
from app.ui.kit.paging import Run
from app.ui.kit.style import mark
from app.ui.lines import HEAD, MORE, TONE
from app.ui.record import HeadLine
from app.ui.tree import Tree, cell

_KEY = Qt.ItemDataRole.UserRole + 1  # a seat's code; of who is parked, the agent; of a request, its id
_ASK_MS, _TICK_MS = 5_000, 1_000
_ORDER = (
    State.LOST, State.AWAY, State.BUSY, State.ON_CALL, State.WRAP_UP, State.READY, State.OFFLINE,
)  # fmt: skip
_TONES = {State.LOST: "danger", State.AWAY: "warn", State.BUSY: "warn", State.READY: "good"}
_MOST = 200  # signs of a lead's word


@dataclass(frozen=True, slots=True)
class FloorTools:
    """``ask`` takes what goes over the network."""

    desk: FloorDesk
    people: Callable[[Id], str]
    ask: Run
    now: Callable[[], datetime]
    lang: str
    jottings: Jottings


class FloorPage(QWidget):
    titled = Signal()
    told = Signal(str)

    def __init__(self, tools: FloorTools) -> None:
        super().__init__()
        self._tools, self.record, self.title = tools, "floor", self.tr("在席一览")
        self._floor, self._asked_at = Floor(), tools.now()
        self._asking = False
        self._rows: dict[str, tuple[QStandardItem, QStandardItem]] = {}  # by key
        self._requests: dict[str, Leave] = {}
        self._answered_here: set[Id] = set()  # no feed has said so yet
        self.head, self.foot, self.tree = HeadLine(), FootBar(), Tree()
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.state.setContentsMargins(16, 8, 16, 8)
        self.none = EmptyState(self.tr("还没有席位上线。席位登录后会出现在这里。"))
        self.why = Words(_MOST)
        self.jotter = Jotter(tools.jottings, self, self.why, self._typed, self)
        self.why.setText(self.jotter.kept.get("why", ""))
        self.why.textEdited.connect(self.jotter.soon)
        self.why.setAccessibleName(self.tr("对本人说的原因"))
        self.why.setPlaceholderText(self.tr("会显示给本人，并记录是谁、为什么"))
        self.tree.setAccessibleName(self.title)
        self.model = QStandardItemModel(0, 2, self)
        self.tree.setModel(self.model)
        self._lay_out()
        self._add_buttons()
        self._asking_again = QTimer(self, interval=_ASK_MS)
        self._asking_again.timeout.connect(self.refresh)
        self._ticking = QTimer(self, interval=_TICK_MS)
        self._ticking.timeout.connect(self._tick)
        self.setFocusProxy(self.tree)
        self.tree.selectionModel().currentChanged.connect(self._offer)

    def _add_buttons(self) -> None:
        """Add those that answer a request, and those that say a word to a seat: either are seen."""
        add, approve = self.foot.add_button, partial(self._answer, Answer.APPROVED)
        self.answers = [
            add(self.tr("拒绝"), "Alt+R", partial(self._answer, Answer.REFUSED)),
            add(self.tr("批准"), "Ctrl+Enter", approve, icon="check", primary=True),
        ]
        self.buttons = [
            add(self.tr("请回席"), "Alt+Q", partial(self._direct, Action.COME_BACK)),
            add(self.tr("锁定"), "Alt+W", partial(self._direct, Action.LOCK), icon="lock"),
            add(self.tr("退出登录"), "Alt+E", partial(self._direct, Action.SIGN_OUT)),
        ]

    def _lay_out(self) -> None:
        form = QFrame()
        fields = QFormLayout(form)
        fields.setContentsMargins(16, 8, 16, 8)
        fields.addRow(self.tr("原因"), self.why)
        around = QVBoxLayout()
        around.setContentsMargins(8, 0, 8, 0)
        around.addWidget(self.tree)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addWidget(self.state)
        page.addLayout(around, 1)
        page.addWidget(self.none, 1)
        page.addWidget(form)
        page.addWidget(self.foot)
        self._form = form
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark(self, room=True)
        mark(self.state, tone="muted")

    def _typed(self) -> dict[str, Any]:
        return {"why": text} if (text := self.why.text()) else {}

    # -- asking --

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self._asking_again.start()
        self._ticking.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._asking_again.stop()
        self._ticking.stop()
        super().hideEvent(event)

    def refresh(self) -> None:
        if not self._asking:
            self._asking = True
            self._tools.ask(self._tools.desk.floor, self._answered, self._failed)

    def _answered(self, floor: Floor) -> None:
        self._asking, self._floor, self._asked_at = False, floor, self._tools.now()
        self.state.hide()
        self._show()

    def _failed(self, error: Exception) -> None:
        self._asking = False
        sentence = _why_not(error)
        if self._floor.at is not None:
            at = wording.time_of_day(self._asked_at)
            sentence = self.tr("{} 以下是 {} 的情况。").format(sentence, at)
        self.state.setText(sentence)
        self.state.show()
        self._show()

    # -- what is shown --

    def _show(self) -> None:
        here = self._current()
        self.model.removeRows(0, self.model.rowCount())
        self._rows.clear()
        waiting = self._tools.desk.leaves.waiting()
        self._requests = {each.id: each for each in waiting if each.id not in self._answered_here}
        if self._requests:
            head = self._head(self.tr("申请离席"), len(self._requests))
            for leave in self._requests.values():
                self._put_request(head, leave)
        for state in _ORDER:
            stands = [(each, each.seat) for each in self._floor.stands if each.state is state]
            if state is State.AWAY:
                stands += [(each, str(each.agent)) for each in self._floor.parked]
            if stands:
                head = self._head(wording.word("agent", state), len(stands))
                for each, key in sorted(stands, key=lambda each: each[0].since):
                    self._put(head, each, key)
        self.tree.expandAll()
        self._tick()
        self._choose(here)
        any_ = bool(self._floor.stands or self._requests)
        for part in (self.tree, self._form, self.foot):
            part.setVisible(any_)
        self.none.setVisible(not any_)

    def _head(self, words: str, count: int) -> QStandardItem:
        head = cell(f"{words}  {count}")
        head.setData(True, HEAD)
        self.model.appendRow([head, cell("", right=True)])
        return head

    def _put(self, head: QStandardItem, stand: Stand, key: str) -> None:
        who = self._tools.people(stand.agent) if stand.agent else self.tr("无人登录")
        row, lasting = cell(self.tr("{} · {}").format(stand.seat, who)), cell("", right=True)
        row.setData(key, _KEY)
        row.setData(self._about(stand), MORE)
        head.appendRow([row, lasting])
        self._rows[key] = (row, lasting)

    def _put_request(self, head: QStandardItem, leave: Leave) -> None:
        tools = self._tools
        why = leavewords.reason(tools.desk.reasons.values(), leave.reason, tools.lang)
        what = leavewords.title(leave, why, tools.now())
        row, asked = cell(f"{tools.people(leave.agent)} · {what}"), cell("", right=True)
        row.setData(leave.id, _KEY)
        row.setData(leavewords.about(leave, tools.people), MORE)
        asked.setText(wording.ago(leave.asked_at, tools.now()))
        asked.setData("muted", TONE)
        head.appendRow([row, asked])
        self._rows[leave.id] = (row, asked)

    def _about(self, stand: Stand) -> str:
        since = self.tr("{} 起").format(wording.time_of_day(stand.since))
        if stand.agent and stand.seat in (at := self._tools.desk.twice(self._floor).get(stand.agent, ())):
            return self.tr("{} · 同一工号在 {} 席：{}").format(since, len(at), " ".join(at))
        if stand.state is State.LOST:
            return self.tr("{} 后没有消息：断网、关机或程序停了").format(wording.time_of_day(stand.since))
        today = self._floor.today.get(stand.agent) if stand.agent else None
        total = self.tr("今天共离席 {}").format(wording.lasting(today)) if today else ""
        desk, leave = self._tools.desk, self._leave_of(stand)
        if stand.state is not State.AWAY:
            more = leavewords.reason(desk.more.values(), stand.reason, self._tools.lang)
            longer = self.tr("延时：{}").format(more) if stand.reason else ""
            return " · ".join(filter(None, (longer, since, total)))
        reason = leavewords.reason(desk.reasons.values(), stand.reason, self._tools.lang)
        limit = desk.limit(stand.reason, leave)
        longest = self.tr("最长 {}").format(wording.lasting(limit)) if limit else ""
        parts = (
            reason or self.tr("未填原因"),
            since,
            self._approval(stand, leave),
            longest,
            self._seated(stand),
            total,
        )
        return " · ".join(filter(None, parts))

    def _leave_of(self, stand: Stand) -> Leave | None:
        return self._floor.leaves.get(stand.agent) if stand.agent else None

    def _approval(self, stand: Stand, leave: Leave | None) -> str:
        """Return that a lead was asked before and who stands in, or that nobody was (SEAT-3)."""
        if leave is None:
            return self.tr("没有事先申请") if self._tools.desk.wants_approval(stand) else ""
        if leave.cover is None:
            return self.tr("已获准")
        return self.tr("已获准，代岗 {}").format(self._tools.people(leave.cover))

    def _seated(self, stand: Stand) -> str:
        """Return who works now at the seat this one has left locked."""
        there = next((each.agent for each in self._floor.stands if each.seat == stand.seat), None)
        if there is None or there == stand.agent:
            return ""
        return self.tr("席位现由 {} 使用").format(self._tools.people(there))

    def _limit(self, stand: Stand) -> timedelta | None:
        """Return how long it may last, None where nothing says so."""
        is_away = stand.state is State.AWAY
        return self._tools.desk.limit(stand.reason, self._leave_of(stand)) if is_away else stand.allowed

    def _tick(self) -> None:
        """Let the times go on between two answers."""
        if self._floor.at is None:
            return
        at = self._floor.at + (self._tools.now() - self._asked_at)
        over = 0
        keyed = [(each, each.seat) for each in self._floor.stands]
        for stand, key in [*keyed, *((each, str(each.agent)) for each in self._floor.parked)]:
            row, lasting = self._rows[key]
            gone, limit = at - stand.since, self._limit(stand)
            late = limit is not None and gone > limit
            over += late
            if late and limit:
                lasting.setText(self.tr("超出 {}").format(wording.clock(gone - limit)))
            else:
                lasting.setText("" if stand.state is State.OFFLINE else wording.clock(gone))
            lasting.setData("danger" if late else _TONES.get(stand.state, "muted"), TONE)
            row.setData("danger" if late or stand.state is State.LOST else None, TONE)
        lost = sum(stand.state is State.LOST for stand in self._floor.stands)
        chips = [(self.tr("{} 人申请离席").format(len(self._requests)), "warn")] if self._requests else []
        chips += [(self.tr("{} 人超时").format(over), "danger")] if over else []
        chips += [(self.tr("{} 席失联").format(lost), "danger")] if lost else []
        twice = len(self._tools.desk.twice(self._floor))
        chips += [(self.tr("{} 人同时在两席").format(twice), "danger")] if twice else []
        self.head.show_line(self.title, [], chips)

    # -- a word to one --

    def _current(self) -> str:
        key = self.tree.currentIndex().siblingAtColumn(0).data(_KEY)
        return str(key or "")

    def _offer(self) -> None:
        """Offer what can be said of the row that is chosen: an answer, or a word to the seat."""
        is_request = self._current() in self._requests
        for button in self.answers:
            button.setVisible(is_request)
        for button in self.buttons:
            button.setVisible(not is_request)

    def _choose(self, key: str) -> None:
        row = self._rows.get(key) or next(iter(self._rows.values()), None)
        index = row[0].index() if row else QModelIndex()
        self.tree.setCurrentIndex(index)
        self._offer()

    def _answer(self, answer: Answer) -> None:
        """Approve at once; a refusal wants a reason, which the agent reads."""
        leave, why = self._requests.get(self._current()), self.why.text().strip()
        if leave is None:
            self.told.emit(self.tr("请先用方向键选一次申请。"))
        elif answer is Answer.REFUSED and not why:
            self.told.emit(self.tr("请先写原因：会显示给本人，并记录下来。"))
            self.why.setFocus()
        else:
            send = partial(self._tools.desk.leaves.answer, leave.id, answer, why)
            self._tools.ask(send, partial(self._answered_one, leave), self._answer_refused)

    def _answered_one(self, leave: Leave, _: object) -> None:
        self._forget_why()
        self._answered_here.add(leave.id)
        self.told.emit(self.tr("已答复，{} 马上看到。").format(self._tools.people(leave.agent)))
        self.refresh()

    def _forget_why(self) -> None:
        self.why.clear()
        self.jotter.forget()

    def _answer_refused(self, error: Exception) -> None:
        self.told.emit(leavewords.refusal(error))
        self.refresh()

    def _direct(self, action: Action) -> None:
        seat, why = self._current(), self.why.text().strip()
        if seat not in {each.seat for each in self._floor.stands}:
            self.told.emit(self.tr("请先用方向键选一个席位。"))
        elif not why:
            self.told.emit(self.tr("请先写原因：会显示给本人，并记录下来。"))
            self.why.setFocus()
        else:
            send = partial(self._tools.desk.direct, seat, action, why)
            self._tools.ask(send, partial(self._sent, seat), self._refused)

    def _sent(self, seat: str, _: object) -> None:
        self._forget_why()
        self.told.emit(self.tr("已送到席位 {}，几秒内生效。").format(seat))
        self.refresh()

    def _refused(self, error: Exception) -> None:
        self.told.emit(_why_not(error))


def _why_not(error: Exception) -> str:
    code = str(getattr(error, "code", type(error).__name__))
    return wording.refusal("line_away" if code == "away" else code)
