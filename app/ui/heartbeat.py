"""The heartbeat: asks the pace when, lets a round run in the central lane, says how the road is."""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from app.records.waiting import Waiting
from app.sync.pace import Pace, pace_after, poll_in, retry_in
from app.sync.port import CentralAway, CentralRefused
from app.sync.round import Round
from app.ui.background import Lane
from app.ui.bridge import Bridge

_SOON_MS = 500  # after a change: long enough to gather what belongs together
_APART_MS = 1000  # within which seats that were woken together come
_SLACK = timedelta(minutes=1)  # what was written while a round began may go with the next


@dataclass(frozen=True, slots=True)
class Road:
    """``code``: synced, pending, away, refused, stuck, filling, attention, alone or working. ``at``: the last
    full round, before the first one of this sitting when central last took something. ``oldest_at``: since
    when the oldest waits. ``filled``: records that the first sync has brought so far. ``slow``: by how much
    this computer's clock is behind central's."""

    code: str
    pending: int = 0
    attention: int = 0
    at: datetime | None = None
    detail: str = ""  # of refused: login, rights, version, plain, history
    oldest_at: datetime | None = None
    filled: int = 0
    slow: timedelta = timedelta()

    @property
    def count(self) -> int:
        """Return how many it is about."""
        return {"attention": self.attention, "filling": self.filled}.get(self.code, self.pending)


@dataclass(frozen=True, slots=True)
class Pulse:
    """``round``: one round with central, None for a seat alone; ``roll``: the dice, 0 ≤ roll < 1.
    ``news``: the socket that can be read once central has something to say; ``rest``: hold it no longer."""

    round: Callable[[], object] | None
    waiting: Callable[[], Waiting]
    roll: Callable[[], float]
    now: Callable[[], datetime]
    news: Callable[[], int | None] = lambda: None
    rest: Callable[[], None] = lambda: None


class Heartbeat(QObject):
    changed = Signal(object)  # Road
    recoded = Signal(str)  # central found this seat's file to be a copy, and gave it this code

    def __init__(self, pulse: Pulse, lane: Lane, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._pulse, self._lane = pulse, lane
        self._running = self._stopped = False
        self._failures = 0
        self._trouble, self._detail = "", ""
        self._at: datetime | None = None
        self._began = self._done_from = pulse.now()  # this round, and the last that went well
        self._touched = pulse.now()
        self._news: QSocketNotifier | None = None
        self._ear: socket.socket | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._beat)
        bridge.changed.connect(self._on_changed)
        app = QGuiApplication.instance()
        if pulse.round is not None and isinstance(app, QGuiApplication):
            app.focusObjectChanged.connect(self.touch)
        self.road = self._read()

    def start(self) -> None:
        if self._pulse.round is not None:
            self._timer.start(0)

    def stop(self) -> None:
        """Ask for no more rounds and take no answer: the store is about to close."""
        self._stopped = True
        self._timer.stop()
        self._unwatch()

    @Slot()
    def touch(self) -> None:
        """Somebody did something here: a seat that slept looks at once."""
        slept, self._touched = self._pace() is Pace.ASLEEP, self._pulse.now()
        if slept and not self._failures:
            self._come_within(0)

    def _beat(self) -> None:
        if self._pulse.round is None or self._running or self._stopped:
            return
        self._unwatch()  # the round has the socket to itself
        self._began = self._pulse.now()
        self._running = self._lane.run(self._pulse.round, self._went, self._failed)
        self._publish()

    def _went(self, result: object) -> None:
        if self._stopped:
            return
        self._at, self._done_from = self._pulse.now(), self._began
        self._settle("", "", failures=0)
        if self.road.code == "stuck":
            self._lane.run(self._pulse.rest)
        else:
            self._watch()
        if isinstance(result, Round) and result.code:
            self.recoded.emit(result.code)

    def _failed(self, error: Exception) -> None:
        if self._stopped:
            return
        if isinstance(error, CentralAway):
            trouble, detail = "away", ""
        elif isinstance(error, CentralRefused):
            trouble, detail = "refused", error.code
        else:
            trouble, detail = "refused", ""
        self._settle(trouble, detail, failures=self._failures + 1)

    def _settle(self, trouble: str, detail: str, *, failures: int) -> None:
        self._running, self._failures = False, failures
        self._trouble, self._detail = trouble, detail
        self._timer.start(round(self._wait() * 1000))
        self._publish()

    def _wait(self) -> float:
        roll = self._pulse.roll()
        return retry_in(self._failures, roll) if self._failures else poll_in(self._pace(), roll)

    def _pace(self) -> Pace:
        return pace_after((self._pulse.now() - self._touched).total_seconds())

    def _watch(self) -> None:
        heard = self._pulse.news()
        if heard is None:
            return
        # Through a descriptor of our own: another question to central may close the line meanwhile, and its
        # number may be another file's by then. We hear that as news.
        try:
            self._ear = socket.fromfd(heard, socket.AF_INET, socket.SOCK_STREAM)
        except OSError:
            return  # closed already
        self._news = QSocketNotifier(self._ear.fileno(), QSocketNotifier.Type.Read, self)
        self._news.activated.connect(self._on_news)

    def _unwatch(self) -> None:
        if self._news is not None:
            self._news.setEnabled(False)
            self._news.deleteLater()
            self._news = None
        if self._ear is not None:
            self._ear.close()
            self._ear = None

    def _on_news(self) -> None:
        """Central speaks, or is gone. All seats hear it: they come apart."""
        self._unwatch()
        self._come_within(round(self._pulse.roll() * _APART_MS))

    def _come_within(self, ms: int) -> None:
        if not self._running and (not self._timer.isActive() or self._timer.remainingTime() > ms):
            self._timer.start(ms)

    @Slot(object)
    def _on_changed(self, kinds: frozenset[str]) -> None:
        if self._stopped:
            return
        self._publish()
        if self.road.pending:
            self._touched = self._pulse.now()
        # While central is away its pace holds: a busy desk must not knock at each entry.
        if self.road.pending and not self._failures:
            self._come_within(_SOON_MS)

    def _publish(self) -> None:
        road = self._read()
        if road != self.road:
            self.road = road
            self.changed.emit(road)

    def _read(self) -> Road:
        waiting = self._pulse.waiting()
        at = self._at or waiting.taken_at
        code = self._code(waiting)
        return Road(
            code, waiting.pending, waiting.attention, at, self._detail, waiting.oldest_at,
            waiting.filled or 0, waiting.slow,
        )  # fmt: skip

    def _code(self, waiting: Waiting) -> str:
        if self._pulse.round is None:
            return "alone"
        if self._trouble:
            return self._trouble
        if self._is_stuck(waiting):
            return "stuck"
        if waiting.filled is not None:
            return "filling"
        if waiting.attention:
            return "attention"
        if self._running and self._at is None:
            return "working"
        if waiting.pending:
            return "pending"
        return "synced" if self._at else "working"

    def _is_stuck(self, waiting: Waiting) -> bool:
        """True where rounds go well and yet leave lying what was there before they began."""
        oldest = waiting.oldest_at
        return bool(self._at and oldest and oldest < self._done_from - _SLACK)
