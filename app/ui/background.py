"""Slow work off the window's thread: five lanes of one thread each, results brought back to the window."""

import logging
import threading
from collections import deque
from collections.abc import Callable
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.ui.collector import Collector
from app.ui.traces import trace

Job = Callable[[], Any]
Done = Callable[[Any], None]
Failed = Callable[[Exception], None]

_log = logging.getLogger(__name__)


class Lane(QObject):
    """One thread, first come first served. It is a daemon: a hung network call cannot keep the program."""

    _returned = Signal(object, object)

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._name = name
        self._jobs: deque[tuple[Job, Done | None, Failed | None]] = deque()
        self._wake = threading.Condition()
        self._closed = False
        self._returned.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def run(self, job: Job, done: Done | None = None, failed: Failed | None = None) -> bool:
        """Run *job* here, *done* or *failed* on the window's thread; False, and nothing runs, once closed."""
        with self._wake:
            if self._closed:
                return False
            self._jobs.append((job, done, failed))
            self._wake.notify()
            return True

    def stop(self) -> None:
        """Take no more, forget what has not begun, deliver nothing that comes back."""
        with self._wake:
            self._closed = True
            self._jobs.clear()
            self._wake.notify()

    def join(self, seconds: float) -> bool:
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _work(self) -> None:
        while (task := self._next()) is not None:
            job, done, failed = task
            try:
                result = job()
            except Exception as error:
                told = failed is not None and not self._closed
                if failed is None or not hasattr(error, "code"):  # what has a code was foreseen
                    _log.error("a job of lane %s failed\n%s", self._name, trace(error))
                if told:
                    self._returned.emit(failed, error)
            else:
                if done is not None and not self._closed:
                    self._returned.emit(done, result)
            # A finished job must not keep its result, and what that holds, until the next one comes.
            task = job = done = failed = result = None  # type: ignore[assignment]

    def _next(self) -> tuple[Job, Done | None, Failed | None] | None:
        with self._wake:
            while not self._jobs and not self._closed:
                self._wake.wait()
            return None if self._closed else self._jobs.popleft()

    @Slot(object, object)
    def _deliver(self, then: Callable[[Any], None], result: object) -> None:
        if not self._closed:
            then(result)


class Background(QObject):
    """``store`` takes what somebody waits for (a list, the keyring), ``central`` the network,
    ``heavy`` what takes its time (an import, an export, a batch of slips), ``printer`` slips and spoolers
    that may hang, ``slow`` photos on their way: none waits for another."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = Lane("store", self)
        self.central = Lane("central", self)
        self.heavy = Lane("heavy", self)
        self.printer = Lane("printer", self)
        self.slow = Lane("slow", self)
        self._lanes = (self.store, self.central, self.heavy, self.printer, self.slow)
        self._collector = Collector(self)

    def everywhere(self, job: Job) -> None:
        """Run *job* in each lane, after what waits there."""
        for lane in self._lanes:
            lane.run(job)

    def close(self, seconds: float = 5.0) -> bool:
        """Stop all lanes and wait at most *seconds* in all; True when all have ended."""
        for lane in self._lanes:
            lane.stop()
        end = monotonic() + seconds
        ended = [lane.join(max(end - monotonic(), 0)) for lane in self._lanes]
        self._collector.stop()
        return all(ended)
