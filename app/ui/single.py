"""One program per seat: a second start shows the first one's window, or hands it work, and goes."""

import json
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 1000
_ANSWER_MS = 10_000
_LONGEST = 64 * 1024  # bytes of a job: a few paths
_TAKEN = b"taken"


class Single(QObject):
    """Holds the seat's folder for this process until it ends, however it ends."""

    raised = Signal()  # somebody started the program again: show yourself
    handed = Signal(object)  # a job from another program of the same person: a dict of texts

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / "running"))
        self._lock.setStaleLockTime(0)  # a lock is stale when its process is gone, not when it is old
        digest = QCryptographicHash.hash(str(folder.resolve()).encode(), QCryptographicHash.Algorithm.Sha1)
        self._name = f"zuoxi-{bytes(digest.toHex().data()).decode()[:16]}"
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._called)

    def claim(self) -> bool:
        """Return True if the seat is ours, or its folder takes no lock: then sign-in says what is wrong.

        Else call the program that has the seat to the front.
        """
        if not self._lock.tryLock(0):
            if self._lock.error() is not QLockFile.LockError.LockFailedError:
                return True
            self._call()
            return False
        QLocalServer.removeServer(self._name)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.listen(self._name)
        return True

    def hand(self, job: dict[str, str]) -> bool:
        """Give *job* to the program that has the seat; False where none runs."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        socket.write(json.dumps(job).encode() + b"\n")
        # Its window may be busy for a moment: the answer says that it took the job.
        taken = socket.waitForReadyRead(_ANSWER_MS) and bytes(socket.readAll().data()).strip() == _TAKEN
        socket.abort()
        return taken

    def release(self) -> None:
        self._server.close()
        self._lock.unlock()

    def _call(self) -> None:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        socket.waitForConnected(_PATIENCE_MS)
        socket.abort()

    def _called(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(partial(self._read, socket))
            self.raised.emit()

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
        if isinstance(job, dict) and all(isinstance(told, str) for told in job.values()):
            socket.write(_TAKEN + b"\n")
            socket.flush()
            self.handed.emit(job)
