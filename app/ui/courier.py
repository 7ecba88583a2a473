"""The courier: brings out what waits behind everything else, photos and sounds to central, messages."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from app.records.progress import Progress
from app.sync.pace import retry_in
from app.ui.background import Lane
from app.ui.bridge import Bridge

_SOON_MS = 500  # after a change: long enough for its record to go first
_AGAIN = 30.0  # seconds until what central did not have is asked for again


class Courier(QObject):
    """One piece a job, so that a lock waits for one piece at most. With nothing to do it holds no line."""

    def __init__(
        self,
        move: Callable[[], Progress],
        rest: Callable[[], None],
        roll: Callable[[], float],
        kinds: frozenset[str],
        parent: QObject,
    ) -> None:
        """*kinds*: whose change gives it something to do."""
        super().__init__(parent)
        self._move, self._rest, self._roll, self._kinds = move, rest, roll, kinds
        self._lane: Lane | None = None
        self._running, self._failures = False, 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go)

    def begin(self, lane: Lane, bridge: Bridge) -> None:
        self._lane = lane
        bridge.changed.connect(self._changed)
        self._timer.start(_SOON_MS)

    @Slot()
    def stop(self) -> None:
        """Take no answer any more: the store is about to close."""
        lane, self._lane = self._lane, None
        self._timer.stop()
        if lane is not None:
            lane.run(self._rest)

    @Slot(object)
    def _changed(self, kinds: frozenset[str]) -> None:
        idle = self._lane is not None and not self._running and not self._failures
        if idle and kinds & self._kinds:
            self._timer.start(_SOON_MS)

    def _go(self) -> None:
        if self._lane is not None and not self._running:
            self._running = self._lane.run(self._move, self._moved, self._failed)

    def _moved(self, moved: Progress) -> None:
        self._running, self._failures = False, 0
        if self._lane is None:
            return
        if moved is Progress.ON:
            self._timer.start(0)
            return
        self._lane.run(self._rest)
        if moved is Progress.WAITS:
            self._timer.start(round(_AGAIN * (0.5 + self._roll()) * 1000))

    def _failed(self, error: Exception) -> None:
        self._running = False
        if self._lane is not None:
            self._failures += 1
            self._timer.start(round(max(retry_in(self._failures, self._roll()), 1.0) * 1000))
