"""The window: one frame whose page is a door or a workplace, never both. Its title names nobody."""

from collections.abc import Callable

from PySide6.QtCore import QSettings, QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

_LEAST, _FIRST = QSize(1100, 640), QSize(1366, 768)
_FRAME = QSize(0, 40)  # what the system puts around it


class Window(QMainWindow):
    turned = Signal(object)  # to another page
    closing = Signal()

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings
        self.may_close: Callable[[], bool] = lambda: True
        self.setWindowTitle(self.tr("坐席工作台"))
        # At 200 % the screen of a notebook has room for 960 × 500.
        room = self.screen().availableSize() - _FRAME
        self.setMinimumSize(_LEAST.boundedTo(room))
        self.resize(_FIRST.boundedTo(room))
        if geometry := settings.value("geometry"):
            self.restoreGeometry(geometry)

    def show_page(self, page: QWidget) -> None:
        """Show *page*; the one before is hidden, and goes with everything in it."""
        self.setCentralWidget(page)  # taken out first, each part of the one before would be styled anew
        page.show()  # the layout would do it in the next turn, and the lock page is painted now
        if page.focusProxy() is not None:  # a workplace has given the focus to its front tab itself
            page.setFocus()
        self.turned.emit(page)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self._settings.setValue("geometry", self.saveGeometry())
        self.closing.emit()
        super().closeEvent(event)
