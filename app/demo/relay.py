"""The wire between a seat and central, with a plug to pull."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtNetwork import QAbstractSocket, QHostAddress, QTcpServer, QTcpSocket


class Relay(QObject):
    """Passes bytes from a local port to ``host:port`` until it is cut, and again once it is mended."""

    def __init__(self, host: str, port: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._upstream = (host, port)
        self._pairs: list[tuple[QTcpSocket, QTcpSocket]] = []
        self._server = QTcpServer(self)
        self._server.newConnection.connect(self._accept)
        self._server.listen(QHostAddress(QHostAddress.SpecialAddress.LocalHost))
        self.port = self._server.serverPort()

    @property
    def is_cut(self) -> bool:
        return not self._server.isListening()

    def cut(self) -> None:
        """Break every connection at once, as a pulled plug does, and let nobody in."""
        self._server.close()
        pairs, self._pairs = self._pairs, []
        for socket in (end for pair in pairs for end in pair):
            socket.abort()
            socket.deleteLater()

    def mend(self) -> None:
        if self.is_cut:
            self._server.listen(QHostAddress(QHostAddress.SpecialAddress.LocalHost), self.port)

    @Slot()
    def _accept(self) -> None:
        while (near := self._server.nextPendingConnection()) is not None:
            far = QTcpSocket(self)
            pair = (near, far)
            self._pairs.append(pair)
            self._join(near, far)
            self._join(far, near)
            near.disconnected.connect(lambda pair=pair: self._part(pair))
            far.connectToHost(*self._upstream)

    def _join(self, source: QTcpSocket, sink: QTcpSocket) -> None:
        def passed() -> None:
            if sink.state() == QAbstractSocket.SocketState.ConnectedState:
                sink.write(source.readAll())

        source.readyRead.connect(passed)
        sink.connected.connect(passed)  # what came before the other side was there
        source.disconnected.connect(lambda: sink.disconnectFromHost())

    def _part(self, pair: tuple[QTcpSocket, QTcpSocket]) -> None:
        if pair in self._pairs:
            self._pairs.remove(pair)
            for socket in pair:
                socket.deleteLater()
