"""The window: one frame whose page is a door or a workplace, never both. Its title names nobody."""

from collections.abc import Callable

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

_LEAST = (1100, 640)


class Window(QMainWindow):
    closing = Signal()

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings
        self.may_close: Callable[[], bool] = lambda: True
        self.setWindowTitle(self.tr("坐席工作台"))
        self.setMinimumSize(*_LEAST)
        self.resize(1366, 768)
        if geometry := settings.value("geometry"):
            self.restoreGeometry(geometry)

    def show_page(self, page: QWidget) -> None:
        """Show *page* and delete the one before, with everything in it."""
        before = self.takeCentralWidget()
        self.setCentralWidget(page)
        if page.focusProxy() is not None:  # a workplace has given the focus to its front tab itself
            page.setFocus()
        if before is not None:
            before.hide()
            before.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self._settings.setValue("geometry", self.saveGeometry())
        self.closing.emit()
        super().closeEvent(event)
