"""The watchdog, the one thread beside the lanes: a window that hangs can hide nothing, so the system is
locked and the program ends. What was typed is on disk."""

import logging
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from app.ui.session.port import System
from app.ui.watch import Watch

_LOOK = 1.0  # seconds
_STILL = 5  # looks without a sign of the window; a computer that slept wakes both
_MOMENT = 1.0  # for the system's lock to be asked for
_NOTE = "hung"
_ENDED = 70  # what the program leaves behind for whoever started it

_log = logging.getLogger(__name__)


class Watchdog:
    """On duty from sign-in to lock. It cannot wake where the window's thread keeps the interpreter to itself:
    then only the system's own lock helps."""

    def __init__(self, watch: Watch, system: System, now: Callable[[], datetime], folder: Path) -> None:
        self._watch, self._system, self._now = watch, system, now
        self._note = folder / _NOTE
        self._idle: Callable[[], int | None] | None = None
        self._off = threading.Event()
        self._seen, self._still = -1, 0  # looks of the window; how often none was new

    def begin(self) -> None:
        self.end()
        self._off = threading.Event()
        threading.Thread(target=self._run, args=(self._off,), name="watchdog", daemon=True).start()

    def end(self) -> None:
        self._off.set()

    def _run(self, off: threading.Event) -> None:
        self._idle = self._idle or self._system.idle_elsewhere()
        self._still = 0
        while not off.wait(_LOOK):
            if self._hangs() and not off.is_set():
                self._leave()

    def _hangs(self) -> bool:
        """Look once; tell whether the window has stood still for long, and nobody is there."""
        looks = self._watch.looks
        self._still = self._still + 1 if looks == self._seen else 0
        self._seen = looks
        return self._still >= _STILL and self._idle_for(self._still) >= self._watch.limits.system_idle

    def _idle_for(self, still: int) -> float:
        """Return for how many seconds nobody was there; unknown, as long as the window stands still."""
        try:
            idle = self._idle() if self._idle else None
        except Exception:  # whatever it is, it answers nothing
            idle = None
        return still if idle is None else idle / 1000

    def _leave(self) -> None:
        try:
            _log.error("the window hangs and nobody is here: the program ends")
            self._note.write_text(self._now().isoformat(), "utf-8")
            self._system.lock()
            threading.Event().wait(_MOMENT)
        finally:
            os._exit(_ENDED)


def hung_at(folder: Path) -> datetime | None:
    """Return when the program ended itself last, once."""
    note, at = folder / _NOTE, None
    with suppress(OSError, ValueError):
        at = datetime.fromisoformat(note.read_text("utf-8"))
    with suppress(OSError):
        note.unlink()
    return at
