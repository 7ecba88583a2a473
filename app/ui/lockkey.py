"""Ctrl+Alt+L wherever the keys go: a shortcut is deaf while a menu or a question is open."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication

from app.ui.lock import KEY

_KEY = QKeySequence(KEY)


class LockKey(QObject):
    """Hears what the system tells the window that has the keys, before any part of it does."""

    pressed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.focusWindowChanged.connect(self._follow)
        self._follow(application.focusWindow())

    def _follow(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or QKeySequence(event.keyCombination()) != _KEY:
            return False
        event.accept()  # else the same key, as a shortcut, comes too
        if event.type() is QEvent.Type.KeyPress and not event.isAutoRepeat():
            self.pressed.emit()
        return True
