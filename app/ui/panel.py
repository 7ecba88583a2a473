"""A panel: stale while hidden, fresh when shown."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.ui.bridge import Bridge


class Panel(QWidget):
    """Reads again when shown, or when records of its kinds change; a hidden panel waits until it is shown."""

    def __init__(self, bridge: Bridge, kinds: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = kinds
        self._stale = True
        bridge.changed.connect(self._on_changed)
        bridge.passed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read from the desk and show; made by each panel."""

    def begin(self) -> None:
        """Read before it is shown, so that it need not be then: of one that is made to be shown at once."""
        self._stale = False
        self.refresh()

    @Slot(object)
    def _on_changed(self, kinds: frozenset[str]) -> None:
        if not kinds & self._kinds:
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()
