"""One program per seat: a second start shows the first one's window, or hands it work, and goes."""

import json
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 1000
_ANSWER_MS = 10_000
_LONGEST = 64 * 1024  # bytes of a job: a few paths
TAKEN, SILENT = "taken", "silent"
_SHOW = {"do": "show"}


class Single(QObject):
    """Holds the seat's folder for this process until it ends, however it ends."""

    raised = Signal()  # somebody started the program again, or hands it a job to look at: show yourself
    handed = Signal(object)  # a job from another program of the same person: a dict of texts

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / "running"))
        self._lock.setStaleLockTime(0)  # a lock is stale when its process is gone, not when it is old
        digest = QCryptographicHash.hash(str(folder.resolve()).encode(), QCryptographicHash.Algorithm.Sha1)
        self._name = f"zuoxi-{bytes(digest.toHex().data()).decode()[:16]}"
        # What a call that comes in is answered; it calls nobody to the front.
        self.hear: Callable[[dict[str, str]], str] = lambda said: SILENT
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._called)

    def claim(self) -> bool:
        """Return True if the seat is ours, or its folder takes no lock: then sign-in says what is wrong.

        Else call the program that has the seat to the front.
        """
        if not self._lock.tryLock(0):
            if self._lock.error() is not QLockFile.LockError.LockFailedError:
                return True
            self.ask(_SHOW, _PATIENCE_MS)
            return False
        QLocalServer.removeServer(self._name)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.listen(self._name)
        return True

    def hand(self, job: dict[str, str]) -> bool:
        """Give *job* to the program that has the seat; False where none runs."""
        return self.ask(job) == TAKEN

    def ask(self, job: dict[str, str], patience_ms: int = _ANSWER_MS) -> str:
        """Give *job* to the program that has the seat, and return its answer: ``taken``, or why not;
        ``silent`` where none came, "" where no program runs that is this user's."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE_MS):
            return ""
        socket.write(json.dumps(job).encode() + b"\n")
        # Its window may be busy for a moment.
        answer = bytes(socket.readAll().data()) if socket.waitForReadyRead(patience_ms) else b""
        socket.abort()
        return answer.decode(errors="replace").strip() or SILENT

    def release(self) -> None:
        self._server.close()
        self._lock.unlock()

    def _called(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(partial(self._read, socket))

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        try:
            job = json.loads(bytes(socket.readLine(_LONGEST).data()))
        except ValueError:
            socket.abort()
            return
        if not (isinstance(job, dict) and all(isinstance(told, str) for told in job.values())):
            return
        is_call = "event" in job
        socket.write((self.hear(job) if is_call else TAKEN).encode() + b"\n")
        socket.flush()
        if not is_call:
            self.raised.emit()
            if job != _SHOW:
                self.handed.emit(job)
