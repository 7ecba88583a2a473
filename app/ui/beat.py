"""The beat: central hears how this seat stands, locked or not, and says what leads ask of it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.desk.presence import Line
from app.records.ids import Id
from app.records.presence import Directive, State
from app.ui.background import Lane

_EVERY_MS = 15_000

Stance = tuple[Id | None, State, str]  # agent, state, reason


class Beat(QObject):
    """Each round with central carries one; of a locked seat, where there are none, it goes alone."""

    directed = Signal(object)  # Directive

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._line: Line | None = None
        self._left: Line | None = None  # the last one that was to be closed
        self._round: Callable[[], None] = self._alone
        self._stance: Stance = (None, State.OFFLINE, "")
        self._heard: list[Id] = []  # the words of the last beat; of the lane's thread
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._alone)

    def begin(self, line: Line, round: Callable[[], None]) -> None:
        """Speak over *line*, with the rounds; *round* has one made at once."""
        if self._line is not None:  # that of before the seat was locked
            self._lane.run(self._line.close)
        self._line, self._round = line, round
        self._timer.stop()

    def go_alone(self) -> None:
        """There are no rounds any more, but the line stays."""
        self._round = self._alone
        if self._line is not None:
            self._timer.start()

    def say(self, agent: Id | None, state: State, reason: str = "") -> None:
        """Tell central at once, and from now on."""
        self._stance = (agent, state, reason)
        if self._line is not None:
            self._round()

    def end(self) -> None:
        """Say that nobody is here, and hold the line no longer."""
        line, self._line = self._line, None
        self._timer.stop()
        if line is not None:
            self._left = line
            self._lane.run(lambda: _part(line), None, _pass)

    def hang_up(self) -> None:
        """Close what the lane, once it has stopped, had no time to close."""
        if self._left is not None:
            self._left.close()

    def beat(self) -> None:
        """Runs in the lane; raises CentralTrouble. A word that comes again is not handed on again."""
        if (line := self._line) is None:
            return
        told: list[Directive] = line.beat(*self._stance, self._heard)
        fresh = [each for each in told if each.id not in self._heard]
        self._heard = [each.id for each in told]
        for each in fresh:
            self.directed.emit(each)

    def _alone(self) -> None:
        self._lane.run(self.beat, None, _pass)


def _part(line: Line) -> None:
    try:
        line.beat(None, State.OFFLINE, "", ())
    finally:
        line.close()


def _pass(error: Exception) -> None:
    """Central is away: the strip of the road says it."""
