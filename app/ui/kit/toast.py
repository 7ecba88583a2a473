"""A short word that comes and goes by itself, with one thing that may be done about it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.ui.kit.buttons import KeyButton
from app.ui.kit.style import mark

SECONDS = 8
_SIDE, _FOOT = 8, 34  # from the host's right and lower edge: there it covers no form and no button
_WIDTH = 288  # narrower than the caller pane at its narrowest


class Toasts(QObject):
    """Shows one toast at a time in the lower right corner of *host*; it never takes the focus."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._toast: QFrame | None = None
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self.clear)
        host.installEventFilter(self)

    def show_toast(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Show *text* for eight seconds, with a button *action* (Alt+Z) that does *act* once."""
        self.clear()
        toast = QFrame(self._host)
        mark(toast, toast=True)
        toast.setFixedWidth(_WIDTH)
        words = QLabel(text)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        row = QHBoxLayout(toast)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(16)
        row.addWidget(words, 1)
        if act is not None:
            button = KeyButton(action, "Alt+Z")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda: self._do(act))
            row.addWidget(button)
        self._toast = toast
        self._place()
        toast.show()
        toast.raise_()
        self._timer.start()

    def text(self) -> str:
        """Return what is being shown, or nothing."""
        label = self._toast.findChild(QLabel) if self._toast else None
        return label.text() if isinstance(label, QLabel) else ""

    def clear(self) -> None:
        self._timer.stop()
        if self._toast is not None:
            self._toast.hide()
            self._toast.deleteLater()
            self._toast = None

    def _do(self, act: Callable[[], object]) -> None:
        self.clear()
        act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        if self._toast is not None:
            height, room = self._toast.heightForWidth(_WIDTH), self._host.rect()
            self._toast.setFixedHeight(height)
            self._toast.move(room.width() - _WIDTH - _SIDE, room.height() - height - _FOOT)
