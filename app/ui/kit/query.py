"""The line over a list: what is typed narrows it, the keys that move go to the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class Query(QLineEdit):
    """Enter never reaches here while an input method composes: the application's filter takes it.

    ``page`` is how many rows Page Down moves; 0: it is no key here.
    """

    moved = Signal(int)
    entered = Signal()

    def __init__(self, page: int = 0) -> None:
        super().__init__()
        self._steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if page:
            self._steps |= {Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in self._steps:
            self.moved.emit(self._steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
