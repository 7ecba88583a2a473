"""The icon in the system's tray, where there is one: it names the program and nobody."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from app.ui import causes
from app.ui.lock import LockPage
from app.ui.window import Window
from app.ui.workplace import Workplace


class Tray(QObject):
    """Follows the page of *window*, notifies nobody, and goes when the window closes."""

    lock_asked = Signal(str)  # why
    raise_asked = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.icon, self.menu = QSystemTrayIcon(window.windowIcon(), self), QMenu(window)
        self.menu.addAction("", lambda: self.lock_asked.emit(causes.TRAY))
        self.menu.addAction("", self.raise_asked.emit)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        window.turned.connect(self._follow)
        window.closing.connect(self._go)
        self._follow(window.centralWidget())

    @Slot(object)
    def _follow(self, page: QWidget | None) -> None:
        locked = isinstance(page, LockPage)
        self.icon.setToolTip(self.tr("坐席工作台 · 已锁定") if locked else self.tr("坐席工作台"))
        # Asked for each time: PySide has been seen to take what Python holds of them for gone.
        lock, show = self.menu.actions()
        lock.setText(self.tr("锁定"))
        show.setText(self.tr("显示窗口"))
        lock.setVisible(isinstance(page, Workplace))
        if not self.icon.isVisible() and self.icon.isSystemTrayAvailable():  # it may come late
            self.icon.show()

    @Slot()
    def _go(self) -> None:
        """A page may still turn in a window that is closed, while its parts are taken down."""
        self.icon.hide()
        self._window.turned.disconnect(self._follow)
        self._window.closing.disconnect(self._go)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.raise_asked.emit()
