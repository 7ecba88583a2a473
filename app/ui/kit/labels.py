"""Words that do not always fit."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.kit.icons import draw
from app.ui.kit.style import as_tip, mark

SIGN, _GAP = 14, 4


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
            self.setToolTip(as_tip(text))
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
        self.setContentsMargins(2 + SIGN + _GAP, 0, 0, 2)
        mark(self, tone="danger", type="small")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_sign(self, 2, 0)


def paint_sign(label: QLabel, x: int, y: int) -> None:
    """Paint the sign of what is wrong before the words of *label*, in their colour: never by colour alone."""
    painter = QPainter(label)
    colour = label.palette().color(label.foregroundRole()).name()
    painter.drawPixmap(x, y, draw("circle-alert", SIGN, colour, label.devicePixelRatioF()))
    painter.end()
