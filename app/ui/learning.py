"""What the seat learns of its own records while the agent is at work, in the heavy lane."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.desk.said import Said
from app.desk.suggestions import Suggestions
from app.ui.background import Lane
from app.ui.bridge import Bridge

_LEARN_MS = 5_000  # after the workplace stands, and after a call came: the seat has better things to do


class Learning(QTimer):
    """The categories once; what is said in calls, as they come. A child of the workplace."""

    def __init__(
        self, suggestions: Suggestions, said: Said, heavy: Lane, bridge: Bridge, parent: QWidget
    ) -> None:
        super().__init__(parent, singleShot=True, interval=_LEARN_MS)
        self._suggestions, self._said, self._heavy = suggestions, said, heavy
        self._is_at_it = False
        self.timeout.connect(self._learn_categories)
        bridge.changed.connect(self._changed)
        self.start()

    def _learn_categories(self) -> None:
        self.timeout.disconnect(self._learn_categories)
        self.timeout.connect(self._go_on)
        self._heavy.run(self._suggestions.learn, failed=_pass)
        self._go_on()

    @Slot(object)
    def _changed(self, kinds: frozenset[str]) -> None:
        if "call" in kinds and not self.isActive():
            self.start()

    def _go_on(self) -> None:
        if not self._is_at_it:
            self._is_at_it = True
            self._heavy.run(self._said.learn, self._learned, self._failed)

    def _learned(self, more: bool) -> None:
        if isValid(self):
            self._is_at_it = False
            if more:
                self._go_on()

    def _failed(self, error: Exception) -> None:
        if isValid(self):
            self._is_at_it = False  # what is due stays so, until the next call


def _pass(error: Exception) -> None:
    """The seat was left meanwhile: nobody waits for it."""
