"""What stands where there is nothing yet: one sentence, and the button that fills it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ui.kit.buttons import KeyButton
from app.ui.kit.style import mark


class EmptyState(QWidget):
    """*key* works while this can be seen; where it is *owned*, for it works with things there too, it is
    only shown."""

    asked = Signal()

    def __init__(self, sentence: str, button: str = "", key: str = "", *, owned: bool = True) -> None:
        super().__init__()
        self._label = label = QLabel(sentence)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        mark(label, tone="muted")
        page = QVBoxLayout(self)
        page.setSpacing(12)
        page.addStretch(2)
        page.addWidget(label)
        if button:
            self.button = KeyButton(button, key, owned=owned)
            self.button.clicked.connect(self.asked)
            page.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignHCenter)
            self.setFocusProxy(self.button)
        page.addStretch(3)

    def say(self, sentence: str) -> None:
        self._label.setText(sentence)
