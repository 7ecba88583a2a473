"""Buttons that show their key, and the key as a small cap."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from app.ui.kit.icons import IconLabel
from app.ui.kit.style import mark


def sequences(key: str) -> list[QKeySequence]:
    """Return what is pressed for *key*: the Enter of the keypad is another one. By itself or with Shift it
    belongs to the line it is pressed in."""
    keys = (key.replace("Enter", "Return"), key) if key in ("Ctrl+Enter", "Alt+Enter") else (key,)
    return [QKeySequence(each) for each in keys]


class KeyHint(QLabel):
    """A key as it stands on the keyboard: ``Ctrl+Enter``."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key, parent)
        mark(self, key=True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class KeyButton(QPushButton):
    """*key* works wherever the button can be seen, but where it is *owned* by somebody else: then
    it is only shown. primary: one a view; tone "danger" for what destroys."""

    def __init__(
        self,
        text: str,
        key: str = "",
        *,
        icon: str = "",
        primary: bool = False,
        tone: str = "",
        owned: bool = False,
    ) -> None:
        super().__init__()
        self.words, self.key, self.icon_name = text, key, icon
        self._text = QLabel(text)
        self._key, self._icon = QLabel(key), IconLabel(icon) if icon else None
        self._tone = tone
        self.lead(primary)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addStretch()  # where the button is wider than it need be, the words stay together
        if self._icon:
            row.addWidget(self._icon)
        for label in (self._text, self._key):
            if label.text():
                row.addWidget(label, label is self._text)  # in a wide button the key stands at its end
        row.addStretch()
        for inside in self.findChildren(QLabel):
            inside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_text(text)
        self.setAutoDefault(False)
        if key and not owned:
            shortcut = QShortcut(self)
            shortcut.setKeys(sequences(key))
            shortcut.setAutoRepeat(False)  # a key held down is one wish, not twenty printings
            shortcut.activated.connect(self._pressed)

    def lead(self, primary: bool) -> None:
        """Be the one button of the view that stands out, or one among the others."""
        tone = "on-accent" if primary else self._tone
        mark(self, primary=primary, tone=self._tone)
        for inside in filter(None, (self._text, self._icon)):
            mark(inside, tone=tone)
        mark(self._key, keyed="leading" if primary else "plain")

    def show_text(self, text: str) -> None:
        """Say *text* from now on; the key stays."""
        self.words = text
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(f"{text}  {self.key}".strip())
        self.updateGeometry()

    def _pressed(self) -> None:
        if self.isEnabled() and self.isVisible():
            self.click()

    def sizeHint(self) -> QSize:
        return QSize(self._row.sizeHint().width(), 30)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
