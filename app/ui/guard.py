"""The guard: everything that locks a seat by itself, and the operating system with it."""

import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from app.forms.limits import Limits
from app.ui.application import Application
from app.ui.session.port import System
from app.ui.watch import Watch
from app.ui.watchdog import Watchdog

_log = logging.getLogger(__name__)
_PATIENCE_MS = 3000  # for a system that was asked to lock


class Guard(QObject):
    """On duty from sign-in to lock; what the system says of itself it passes on at any time."""

    due = Signal(str)  # the seat is to be locked: why
    warned = Signal(int)  # the seconds left while a call is logged; 0: somebody is there
    open_still = Signal()  # the system was asked to lock, and did not

    def __init__(
        self,
        application: Application,
        system: System,
        now: Callable[[], datetime],
        folder: Path,
        parent: QObject,
    ) -> None:
        """*folder*: the seat's, where a window that hung is noted."""
        super().__init__(parent)
        self._system, self._os_lock = system, False
        self._watch = Watch(application, system, self)
        self._watch.due.connect(self.due)
        self._watch.warned.connect(self.warned)
        self._watchdog = Watchdog(self._watch, system, now, folder)
        system.left.connect(self.due)
        self._asked = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._asked.timeout.connect(self._verify)

    def begin(self, limits: Limits, on_call: Callable[[], bool]) -> None:
        """*on_call*: whether there is a call, or one is being logged."""
        self._os_lock = limits.os_lock
        if not (limits.capture or self._system.hide_from_recorders()):
            _log.warning("this system cannot keep windows from being captured")
        self._asked.stop()
        self._watch.begin(limits, on_call)
        self._watchdog.begin()
        self._system.hold()

    def keep_to(self, limits: Limits) -> None:
        """The agent wants other limits, from now on."""
        self._watch.keep_to(limits)

    def after(self, why: str) -> int:
        """Return for how many seconds the one clock or the other has waited."""
        limits = self._watch.limits
        return {"system_idle": limits.system_idle, "idle": limits.idle}.get(why, 0)

    def end(self, *, locked: bool = False) -> None:
        """Nothing is to be seen any more; *locked*: of a seat somebody comes back to."""
        self._watch.end()
        self._watchdog.end()
        self._system.let_go()
        if locked and self._os_lock and not self._system.is_locked:
            self._system.lock()
            self._asked.start()

    def _verify(self) -> None:
        if not self._system.is_locked:
            self.open_still.emit()


def wishes(settings: QSettings) -> dict[str, object]:
    """Return how long, in seconds, whoever works here would have the seat wait before it locks."""
    return {name: settings.value(f"lock/{name}") for name in ("system_idle", "idle")}


def wish(settings: QSettings, seconds: str) -> None:
    """Have the seat lock when nobody touched the computer for so long; "" as long as the centre has it."""
    settings.setValue("lock/system_idle", seconds)
