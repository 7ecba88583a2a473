"""A page of paper on the screen, as sharp as the screen is, whole or larger."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea

from app.ui.kit.style import mark

POINTS, SCREEN = 72, 96  # units an inch: of paper, of the screen at 100 %
_STEPS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_EDGE = 16
_SETTLE_MS = 60  # the window is still being drawn larger

Size = tuple[float, float]


class PaperView(QScrollArea):
    """Asks for the picture of the page it shows (``wanted``) and takes it (``put``)."""

    wanted = Signal(int, float)  # page from 0, dots an inch
    turned = Signal(int, int)  # page from 1, pages
    zoomed = Signal(int)  # per cent

    def __init__(self) -> None:
        super().__init__()
        self._sizes: list[Size] = []
        self._zoom = 0.0  # 0: as large as the whole page fits
        self._asked: tuple[int, float] = (-1, 0.0)
        self.page = 0
        self._sheet = QLabel()
        mark(self._sheet, sheet=True)
        mark(self, desk=True)
        self.setWidget(self._sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self._show)

    def show_pages(self, sizes: list[Size]) -> None:
        """Show a document whose pages have *sizes* (points); the page in view stays, if it is there."""
        self._sizes = sizes
        self.page = min(self.page, len(sizes) - 1)
        self._asked = (-1, 0.0)
        self._show()

    def wants(self, page: int, dots: float) -> bool:
        """Whether this picture is still the one to show; may be asked from any thread."""
        return (page, dots) == self._asked

    def put(self, page: int, dots: float, image: QImage) -> None:
        if self.wants(page, dots):
            image.setDevicePixelRatio(self.devicePixelRatioF())
            self._sheet.setPixmap(QPixmap.fromImage(image))
            # Dot for dot: a page that is half a dot larger than its place would lose its edge.
            self._sheet.setFixedSize(image.deviceIndependentSize().toSize())

    def turn(self, step: int) -> None:
        page = max(0, min(self.page + step, len(self._sizes) - 1))
        if page != self.page:
            self.page = page
            self.verticalScrollBar().setValue(0)
            self._show()

    def zoom(self, step: int) -> None:
        """Go to the next larger (1) or smaller (-1) step."""
        now = self._scale()
        larger = [each for each in _STEPS if each > now + 0.01]
        smaller = [each for each in _STEPS if each < now - 0.01]
        self._zoom = (larger or _STEPS[-1:])[0] if step > 0 else (smaller or list(_STEPS[:1]))[-1]
        self._show()

    def fit(self) -> None:
        self._zoom = 0.0
        self._show()

    def _show(self) -> None:
        if not self._sizes:
            return
        self._sheet.setFixedSize(self._room())
        self.turned.emit(self.page + 1, len(self._sizes))
        self.zoomed.emit(round(self._scale() * 100))
        asked = (self.page, self._scale() * SCREEN * self.devicePixelRatioF())
        if asked != self._asked:
            self._asked = asked
            self.wanted.emit(*asked)

    def _scale(self) -> float:
        if self._zoom or not self._sizes:
            return self._zoom or 1.0
        width, height = self._sizes[self.page]
        # The whole view, for scroll bars come and go with what is decided here.
        room = self.maximumViewportSize()
        fitting = min((room.width() - 2 * _EDGE) / width, (room.height() - 2 * _EDGE) / height)
        return max(fitting * POINTS / SCREEN, 0.1)

    def _room(self) -> QSize:
        width, height = self._sizes[self.page]
        scale = self._scale() * SCREEN / POINTS
        return QSize(round(width * scale), round(height * scale))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._zoom:
            self._settling.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.key() in steps:
            self.turn(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)
