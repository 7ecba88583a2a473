"""A short word that comes and goes by itself, with one thing that may be done about it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.kit.buttons import KeyHint
from app.ui.kit.icons import IconLabel
from app.ui.kit.spoken import announce
from app.ui.kit.style import mark

SECONDS = 8
_KEY = "Alt+Z"
_MOST = 3
_SIDE, _FOOT, _GAP = 8, 34, 8  # from the host's right and lower edge: there it covers no form and no button
_WIDTH = 288  # narrower than the caller pane at its narrowest

Act = Callable[[], object]


class Toasts(QObject):
    """Shows toasts in the lower right corner of *host*, the newest below; they never take the focus."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._toasts: list[_Toast] = []
        shortcut = QShortcut(QKeySequence(_KEY), host)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self._do_newest)
        host.installEventFilter(self)

    def show_toast(self, text: str, action: str = "", act: Act | None = None, *, wrong: bool = False) -> None:
        """Show *text* for eight seconds, longer under the mouse, with a button *action* (Alt+Z) that
        does *act* once. *wrong*: something was not done."""
        for old in [each for each in self._toasts if each.words.text() == text]:
            self._drop(old)
        for oldest in self._toasts[: 1 - _MOST]:
            self._drop(oldest)
        toast = _Toast(self._host, text, action, act, wrong=wrong)
        toast.timer.timeout.connect(lambda: self._drop(toast))
        if toast.button is not None:
            toast.button.clicked.connect(lambda: self._do(toast))
        self._toasts.append(toast)
        self._place()
        toast.show()
        toast.raise_()
        announce(toast, f"{text} {action}".strip())

    def text(self) -> str:
        """Return what was said last and is still to be seen, or nothing."""
        return self._toasts[-1].words.text() if self._toasts else ""

    def clear(self) -> None:
        for toast in list(self._toasts):
            self._drop(toast)

    def _do_newest(self) -> None:
        if toast := self._newest():
            self._do(toast)

    def _do(self, toast: "_Toast") -> None:
        self._drop(toast)
        if toast.act is not None:
            toast.act()

    def _newest(self) -> "_Toast | None":
        return next((each for each in reversed(self._toasts) if each.act), None)

    def _drop(self, toast: "_Toast") -> None:
        if toast in self._toasts:
            self._toasts.remove(toast)
            toast.timer.stop()
            toast.hide()
            toast.deleteLater()
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        room, newest = self._host.rect(), self._newest()
        foot = room.height() - _FOOT
        for toast in reversed(self._toasts):
            toast.hint.setVisible(toast is newest)
            height = toast.heightForWidth(_WIDTH)
            toast.setFixedHeight(height)
            toast.move(room.width() - _WIDTH - _SIDE, foot - height)
            foot -= height + _GAP


class _Toast(QFrame):
    def __init__(self, host: QWidget, text: str, action: str, act: Act | None, *, wrong: bool) -> None:
        super().__init__(host)
        mark(self, toast=True)
        self.setFixedWidth(_WIDTH)
        self.act = act
        self.timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self.words = QLabel(text)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.hint = KeyHint(_KEY)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 8, 12, 8)
        box.setSpacing(4)
        row, below = QHBoxLayout(), QHBoxLayout()
        row.setSpacing(8)
        below.setSpacing(8)
        box.addLayout(row)
        box.addLayout(below)
        if wrong:
            mark(self, tone="danger")
            row.addWidget(IconLabel("circle-alert", tone="danger"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.button: QPushButton | None = None
        if act is not None:
            self.button = QPushButton(action)
            self.button.setAccessibleName(action)
            self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            wide = (
                self.words.sizeHint().width() + self.button.sizeHint().width() + self.hint.sizeHint().width()
            )
            beside = row if wide < _WIDTH - 60 else below
            if beside is below:
                below.addStretch(1)
            beside.addWidget(self.button)
            beside.addWidget(self.hint)
        self.timer.start()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.timer.start()
        super().leaveEvent(event)
