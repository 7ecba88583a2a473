"""SVG icons drawn in the colours of the palette, sharp at every scale."""

from PySide6.QtCore import QByteArray, QFile, QIODevice, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.kit.style import mark, tone

PLACE = "icons"  # QDir search path the application points at the shipped icons


def icon(name: str, colour: str = "text", chosen: str = "") -> QIcon:
    """Return the icon in a tone of the palette as it is whenever it is painted; in *chosen* where it stands
    in the chosen line of a menu."""
    return QIcon(_Engine(name, colour, chosen or colour))


def draw(name: str, size: int, colour: str, ratio: float) -> QPixmap:
    """Return the icon *size* units wide in a colour ``#rrggbb``; a missing icon is a blank of that size."""
    key = f"{name}/{size}/{colour}/{ratio}"
    ready = QPixmap()
    if QPixmapCache.find(key, ready):
        return ready
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    from PySide6.QtSvg import QSvgRenderer  # the door has no icons, and is not to wait for this

    file = QFile(f"{PLACE}:{name}.svg")
    if file.open(QIODevice.OpenModeFlag.ReadOnly):
        svg = bytes(file.readAll().data()).replace(b"currentColor", colour.encode())
        file.close()
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, size, size))
        painter.end()
    QPixmapCache.insert(key, pixmap)
    return pixmap


class _Engine(QIconEngine):
    def __init__(self, name: str, colour: str, chosen: str) -> None:
        super().__init__()
        self._name = name
        self._colour, self._chosen = colour, chosen

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour, self._chosen)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        size = min(rect.width(), rect.height())
        corner = QRectF(rect).center() - QPointF(size / 2, size / 2)
        painter.drawPixmap(corner, self._pixmap(size, mode, painter.device().devicePixelRatioF()))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._pixmap(min(size.width(), size.height()), mode, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # Qt asks in device pixels and sets the ratio on what it gets.
        return self._pixmap(min(size.width(), size.height()), mode, 1.0)

    def _pixmap(self, size: int, mode: QIcon.Mode, ratio: float) -> QPixmap:
        colours = QGuiApplication.palette()
        colour = tone(colours, self._chosen if mode == QIcon.Mode.Active else self._colour)
        if mode == QIcon.Mode.Disabled:
            colour = colours.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
        return draw(self._name, size, colour.name(), ratio)


class IconLabel(QLabel):
    """An icon beside words, in the colour the style sheet gives its tone."""

    def __init__(self, name: str = "", size: int = 16, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._size = size
        self.setFixedSize(size, size)
        self.show_icon(name, tone)

    def show_icon(self, name: str, tone: str = "") -> None:
        self._name = name
        mark(self, tone=tone)
        self.update()

    def paintEvent(self, event: object) -> None:
        if self._name:
            colour = self.palette().color(self.foregroundRole()).name()
            painter = QPainter(self)
            painter.drawPixmap(0, 0, draw(self._name, self._size, colour, self.devicePixelRatioF()))
            painter.end()
