"""What goes with the page when the seat locks: menus, questions, other windows, what was copied."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThread, QTimer
from PySide6.QtGui import QClipboard, QDrag, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QToolTip, QWidget

_TRAY_ICON = "QSystemTrayIconSys"  # with which Qt draws it under X11
_MOST = 100  # nested popups and questions: one that comes again and again must not hold the lock up


class Curtain(QObject):
    """While it is down nothing but *window* is painted, what comes late goes, only the page hears keys;
    the tray's *menu* and icon, which tell of nobody, stay."""

    def __init__(self, application: QApplication, window: QMainWindow, menu: QMenu) -> None:
        super().__init__(window)
        self._application, self._window, self._menu = application, window, menu

    def fall(self) -> None:
        """End what is open. A question is answered by nothing: whoever asked takes that for a no."""
        self._drop_nothing()
        for _ in range(_MOST):
            if (popup := QApplication.activePopupWidget()) is None:
                break
            popup.close()
        for _ in range(_MOST):
            if (modal := QApplication.activeModalWidget()) is None:
                break
            _end(modal)
        for other in QApplication.topLevelWidgets():
            if self._is_other(other) and other.isVisible():
                other.hide()
        QToolTip.hideText()
        _forget_copied()
        self._application.installEventFilter(self)

    def rise(self) -> None:
        self._application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Show and isinstance(watched, QWidget) and self._is_other(watched):
            watched.setWindowOpacity(0.0)
            QTimer.singleShot(0, watched, partial(_end_unseen, watched))  # now it would only half close
        elif kind == QEvent.Type.Paint and isinstance(watched, QWidget):
            return self._is_other(watched.window())
        return kind == QEvent.Type.Shortcut and not self._is_of_page(watched)

    def _drop_nothing(self) -> None:
        """End what is being dragged: X11's own way out is Escape, whoever it is told to."""
        if QGuiApplication.platformName() == "windows":
            QDrag.cancel()  # elsewhere Qt has not written it
        escape = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self, escape)

    def _is_other(self, widget: QWidget) -> bool:
        stays = widget in (self._window, self._menu) or widget.inherits(_TRAY_ICON)
        return widget.isWindow() and not stays

    def _is_of_page(self, part: QObject | None) -> bool:
        page = self._window.centralWidget()
        while part is not None and part is not page:
            part = part.parent()
        return part is page


def _end(window: QWidget) -> None:
    # close() is ignored by a question without a way out.
    window.done(0) if isinstance(window, QDialog) else window.close()
    window.hide()


def _end_unseen(window: QWidget) -> None:
    _end(window)
    window.setWindowOpacity(1.0)


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


def bury(page: QWidget) -> None:
    """Destroy the page with everything in it: hidden, it would still answer a screen reader. Where a loop of
    its own runs (a question), parts of it stand below us: it goes when that has ended."""
    page.hide()
    page.deleteLater()
    if QThread.currentThread().loopLevel() <= 1:
        QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
