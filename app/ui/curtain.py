"""What goes with the page when the seat locks: menus, questions, other windows, what was copied."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget

_MOST = 100  # nested popups and questions: one that comes again and again must not hold the lock up


class Curtain(QObject):
    """While it is down, no window but *window* stays to be seen."""

    def __init__(self, application: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self._application, self._window = application, window

    def fall(self) -> None:
        """End what is open. A question is answered by nothing: whoever asked takes that for a no."""
        for _ in range(_MOST):
            if (popup := QApplication.activePopupWidget()) is None:
                break
            popup.close()
        for _ in range(_MOST):
            if (modal := QApplication.activeModalWidget()) is None:
                break
            # close() is ignored by a question without a way out.
            modal.done(0) if isinstance(modal, QDialog) else modal.close()
            modal.hide()
        for other in QApplication.topLevelWidgets():
            if other is not self._window and other.isVisible():
                other.hide()
        QToolTip.hideText()
        _forget_copied()
        self._application.installEventFilter(self)

    def rise(self) -> None:
        self._application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hide what comes late, before it is painted."""
        kind = event.type()
        if kind == QEvent.Type.Show and isinstance(watched, QWidget) and self._is_other(watched):
            watched.setWindowOpacity(0.0)
            watched.hide()
        return False

    def _is_other(self, widget: QWidget) -> bool:
        return widget.isWindow() and widget is not self._window


def _forget_copied() -> None:
    """Empty the clipboard, and what X11 takes for copied because it is marked; another program's stays."""
    board = QGuiApplication.clipboard()
    mine = {
        QClipboard.Mode.Clipboard: board.ownsClipboard(),
        QClipboard.Mode.Selection: board.supportsSelection() and board.ownsSelection(),
    }
    for mode, is_mine in mine.items():
        if is_mine:
            board.clear(mode)
