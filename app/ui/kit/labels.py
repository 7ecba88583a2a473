"""Words that do not always fit."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.kit.icons import draw
from app.ui.kit.style import mark

_ICON, _GAP = 14, 4


class ElidedLabel(QLabel):
    """One line that ends in "…" where there is no room; the whole text is its tooltip.

    Another text changes nothing around it: QLabel lays the whole page out anew for each.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._text = ""
        # A long line must not keep the pane from being narrow.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def text(self) -> str:
        return self._text

    def show_text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.setToolTip(text)
            self.setAccessibleName(text)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()


class Trouble(QLabel):
    """What is wrong, after its sign, on as many lines as it takes. One widget: six may come at one key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(2 + _ICON + _GAP, 0, 0, 2)
        mark(self, tone="danger", type="small")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        colour = self.palette().color(self.foregroundRole()).name()
        painter.drawPixmap(2, 0, draw("circle-alert", _ICON, colour, self.devicePixelRatioF()))
        painter.end()
