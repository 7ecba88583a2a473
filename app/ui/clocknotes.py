"""What clocks say by themselves: the next deadline in the top bar, a strip when one is told, what is late."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from app.desk.board import Board, Running
from app.desk.clocks import PARTS, Clocks
from app.ui import clockwords
from app.ui.bars import TopBar
from app.ui.kit.strips import Strip, Strips
from app.ui.rooms import Tools

_TICK_MS = 1_000
_REST_MS = 250  # between two readings, or four times as long as the last one took
Name = tuple[str, str]  # of a clock: whose it is, and its rule
Names = frozenset[Name]

READ, TURNED = (
    frozenset({"board"}),
    frozenset({"clock"}),
)  # there is a new board; another clock is told or late


class ClockNotes(QObject):
    """The board is read in the lane of the store, and looked at here each second: three searches in sorted
    lists, however many clocks run. Nothing is kept of what was said: after a lock or a restart what is late,
    or was warned of, is said again."""

    open_asked = Signal(str, str)  # kind, id
    list_asked = Signal()

    def __init__(self, strips: Strips, top: TopBar, clocks: Clocks, tools: Tools) -> None:
        super().__init__(strips)
        self._strips, self._top, self._clocks, self._tools = strips, top, clocks, tools
        self._old = set(PARTS)
        self._reading = False
        self._took = QElapsedTimer()
        self._seen: tuple[Board, object] | None = None  # which board, and where on it
        self._said: dict[Name, int] = {}  # how often the agent was told of each
        self._warned: list[Running] = []  # those of the strip
        self._late: Names = frozenset()
        self._resting = QTimer(self, singleShot=True)
        self._resting.timeout.connect(self._read)
        ticking = QTimer(self, interval=_TICK_MS)
        ticking.timeout.connect(self.look)
        ticking.start()
        tools.bridge.changed.connect(self._changed)
        strips.read.connect(self._closed)
        top.late_asked.connect(self.list_asked)
        self._resting.start(0)  # once the agent may type

    # -- reading --

    @Slot(object)
    def _changed(self, kinds: frozenset[str]) -> None:
        found = {part for part, of in PARTS.items() if of & kinds}
        self._old |= found
        if found and not self._reading and not self._resting.isActive():
            self._resting.start(0)

    def _read(self) -> None:
        parts, self._old = self._old, set()
        self._reading = True
        self._took.start()
        self._tools.background.store.run(partial(self._clocks.read, parts), self._came, self._failed)

    def _came(self, board: Board) -> None:
        if isValid(self):
            self._reading = False
            self._rest()
            self._tools.bridge.passed.emit(READ)
            self.look()

    def _failed(self, error: Exception) -> None:
        """The file is closed, or another program holds it: the last board stays, a change asks again."""
        if isValid(self):
            self._reading = False

    def _rest(self) -> None:
        if self._old:
            self._resting.start(max(_REST_MS, 4 * self._took.elapsed()))

    # -- looking --

    def look(self) -> None:
        """Show how everything stands now; the clock may have been set in either direction."""
        board, now = self._clocks.board, self._tools.now()
        place = board.place(now)
        if self._seen is not None and self._seen[0] is board and self._seen[1] == place:
            return
        self._seen = board, place
        late = board.late(now)
        self._show_next(board, now, late)
        turned = self._tell_late(late)
        if self._warn(board, now) or turned:
            self._tools.bridge.passed.emit(TURNED)

    def _warn(self, board: Board, now: datetime) -> bool:
        """Put up what one is told of now, take down what is done or late; tell whether that is anything."""
        stands, before = {_name(each): each for each in board.warned(now)}, [_name(e) for e in self._warned]
        news = [name for name, each in stands.items() if self._is_new(name, each, now)]
        self._warned = [stands[name] for name in dict.fromkeys([*before, *news]) if name in stands]
        if not news and len(self._warned) == len(before):
            return False
        self._show_warned()
        return True

    def _is_new(self, name: Name, clock: Running, now: datetime) -> bool:
        """Tell whether the agent is to be told once more: at 12, at 20 and at 23 hours, each once."""
        told = sum(at <= now for at in clock.told(self._clocks.agent))
        is_new = told > self._said.get(name, 0)
        self._said[name] = max(told, self._said.get(name, 0))
        return is_new

    def _tell_late(self, late: Sequence[Running]) -> bool:
        """Say what has become late. Closed, it is said again with the next; the top bar says it all along."""
        names = _names(late)
        if names == self._late:
            return False
        is_more, self._late = not names <= self._late, names
        if not late:
            self._strips.take("late")
        elif is_more or self._strips.holds("late"):
            self._strips.put("late", self._late_strip(late))
        return True

    def _show_next(self, board: Board, now: datetime, late: Sequence[Running]) -> None:
        first, lang = board.next(now), self._tools.lang
        is_near = first is not None and clockwords.is_near(first, now)
        if first is None:
            self._top.show_deadline("", None)
        else:
            text = clockwords.title(first, lang)
            self._top.show_deadline(text, first.due, clockwords.tip(first, lang), is_near=is_near)
        tips = [f"{clockwords.title(each, lang)}  {clockwords.due(each)}" for each in late[:10]]
        self._top.show_late(len(late), "\n".join(tips))

    def _show_warned(self) -> None:
        if not self._warned:
            self._strips.take("clock")
            return
        first = min(self._warned, key=lambda clock: clock.due)
        if len(self._warned) > 1:
            text = self.tr("{} 项快到时限，最早的是 {}，{} 前。")
            text = text.format(len(self._warned), self._title(first), clockwords.due(first))
            self._strips.put("clock", Strip(text, "warn", self.tr("查看"), self.list_asked.emit))
            return
        text = self.tr("快到时限：{}，{} 前（{}）。")
        text = text.format(self._title(first), clockwords.due(first), first.rule.rule)
        self._strips.put("clock", Strip(text, "warn", self.tr("打开"), self._opening(first)))

    def _late_strip(self, late: Sequence[Running]) -> Strip:
        last = late[-1]
        if len(late) > 1:
            text = self.tr("{} 项已超时，刚超时的是 {}。").format(len(late), self._title(last))
            return Strip(text, "danger", self.tr("查看"), self.list_asked.emit)
        text = self.tr("已超时：{}，最迟 {}（{}）。")
        text = text.format(self._title(last), clockwords.due(last), last.rule.rule)
        return Strip(text, "danger", self.tr("打开"), self._opening(last))

    def _title(self, clock: Running) -> str:
        return clockwords.title(clock, self._tools.lang)

    def _opening(self, clock: Running) -> "partial[None]":
        return partial(self.open_asked.emit, clock.facts.kind, clock.facts.id)

    def _closed(self, name: str) -> None:
        if name == "clock":
            self._warned = []


def _name(clock: Running) -> Name:
    return clock.facts.id, clock.rule.code


def _names(clocks: Sequence[Running]) -> Names:
    return frozenset(map(_name, clocks))
