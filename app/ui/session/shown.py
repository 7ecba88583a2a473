"""Every window of this program that comes on the screen: menus, hints and questions as well."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QPlatformSurfaceEvent, QWindow

_MADE = QPlatformSurfaceEvent.SurfaceEventType.SurfaceCreated


class Shown(QObject):
    """Hears every event of the program: only for those who need it."""

    came = Signal(object)  # the handle of a window: before it is seen, and again where Qt makes it anew

    def begin(self) -> None:
        """Tell of those that are there, and from now on."""
        for window in QGuiApplication.topLevelWindows():
            if window.isVisible():
                self.came.emit(window.winId())
        if (application := QCoreApplication.instance()) is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        comes = event.type() == QEvent.Type.Show or (
            isinstance(event, QPlatformSurfaceEvent) and event.surfaceEventType() is _MADE
        )
        if comes and isinstance(watched, QWindow) and watched.isTopLevel():
            self.came.emit(watched.winId())
        return False
