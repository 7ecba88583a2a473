"""One sentence under the lines somebody fills in."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel

from app.ui.kit.labels import SIGN, paint_sign
from app.ui.kit.style import mark


class Sentence(QLabel):
    """It keeps its place so that nothing jumps. *usual*: what it says while there is nothing to say."""

    def __init__(self, usual: str = "") -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumHeight(44)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.usual, self._wrong = usual, False
        self.rest()

    def say(self, text: str, tone: str = "danger") -> None:
        self._wrong = bool(text) and tone == "danger"
        self.setContentsMargins(SIGN + 6 if self._wrong else 0, 0, 0, 0)
        self.setText(text)
        mark(self, tone=tone)

    def rest(self, usual: str | None = None) -> None:
        """Say what it usually says; *usual*: that is another thing from now on."""
        if usual is not None:
            self.usual = usual
        self.say(self.usual, "muted")

    def hint_caps(self, caps: bool) -> None:
        """Say that Caps Lock is on, where a password is typed."""
        if caps:
            self.say(self.tr("大写锁定（Caps Lock）已开。"), "warn")
        else:
            self.rest()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._wrong:
            paint_sign(self, 0, 3)
