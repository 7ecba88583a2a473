"""An operating system that says what a test wants."""

from PySide6.QtWidgets import QSystemTrayIcon

from app.ui.session.port import System


class Told(System):
    """``at``: seconds since it was switched on; ``idle``: what it answers, or raises."""

    def __init__(self):
        super().__init__()
        self.at, self.idle = 1000.0, 0
        self.asked_to_lock = 0
        self.held = self.unseen = False
        self.obeys = True

    def now(self):
        return self.at

    def idle_ms(self):
        if isinstance(self.idle, Exception):
            raise self.idle
        return self.idle

    def idle_elsewhere(self):
        return self.idle_ms

    def hide_from_recorders(self):
        self.unseen = self.obeys
        return self.obeys

    def hold(self):
        self.held = True

    def let_go(self):
        self.held = False

    def lock(self):
        self.asked_to_lock += 1
        self.is_locked = self.obeys


class TrayIcon(QSystemTrayIcon):
    """Stands in a tray that is not there."""

    there, shown = True, False

    @classmethod
    def isSystemTrayAvailable(cls):
        return cls.there

    def show(self):
        self.shown = True

    def hide(self):
        self.shown = False

    def isVisible(self):
        return self.shown
