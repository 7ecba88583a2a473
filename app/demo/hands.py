"""A pair of hands: keys to whatever has the focus, Chinese through the input method, no mouse."""

from collections.abc import Callable
from itertools import groupby
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

PATIENCE = 30.0  # seconds
_LOOK_MS = 10


class NothingHappened(RuntimeError):
    """What was waited for did not come; the text says what."""


class Hands:
    def __init__(self, window: QWidget) -> None:
        self._window = window

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QCoreApplication.processEvents()
        QTest.keyClick(self.focus(), key, modifiers)
        QCoreApplication.processEvents()

    def type(self, text: str) -> None:
        """Type *text*: plain signs as keys, all others composed and committed as an input method does."""
        for line, part in enumerate(text.splitlines()):
            if line:
                self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
            for plain, signs in groupby(part, str.isascii):
                if not plain:
                    self._compose("".join(signs))
                    continue
                for sign in signs:  # where the focus is by now
                    QTest.keyClicks(self.focus(), sign)
        QCoreApplication.processEvents()

    def _compose(self, text: str) -> None:
        composing = QInputMethodEvent("pin yin", [])
        QCoreApplication.sendEvent(self.focus(), composing)
        done = QInputMethodEvent()
        done.setCommitString(text)
        QCoreApplication.sendEvent(self.focus(), done)

    def focus(self) -> QWidget:
        """Return what the next key goes to."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        return QApplication.focusWidget() or self._window.focusWidget() or self._window

    def until(self, seen: Callable[[], bool], what: str) -> None:
        """Let the program work until *seen*; raises NothingHappened after half a minute."""
        end = monotonic() + PATIENCE
        look = QTimer(interval=_LOOK_MS)  # without it, what is waited for off the event loop is never seen
        look.start()
        while not seen():
            if monotonic() > end:
                raise NothingHappened(what)
            # Not with a time limit: then Qt does not wait, and the waiting takes all of a processor.
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def come_to_the_front(self) -> None:
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        self.until(self._window.isActiveWindow, "the window does not become active")
