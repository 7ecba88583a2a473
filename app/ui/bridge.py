"""The store's changes, as a Qt signal, on the window's thread whichever thread wrote."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot

Kinds = frozenset[str]


class Changes(Protocol):
    """What the store publishes to: ``listen`` returns the call that stops it."""

    def listen(self, listener: Callable[[Kinds], None], /) -> Callable[[], None]: ...


class Bridge(QObject):
    """Owned by *parent*: PySide deletes a QObject nobody holds, and a dead signal raises in the store."""

    changed = Signal(object)  # Kinds, always on the window's thread
    passed = Signal(object)  # Kinds too, though nothing was written: time went by
    _published = Signal(object)

    def __init__(self, changes: Changes, parent: QObject) -> None:
        super().__init__(parent)
        self._published.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._stop: Callable[[], None] | None = changes.listen(self._published.emit)

    def close(self) -> None:
        """Stop listening; call it before the store or the parent goes. A second call does nothing."""
        if self._stop is not None:
            self._stop()
            self._stop = None

    @Slot(object)
    def _deliver(self, kinds: Kinds) -> None:
        if self._stop is not None:
            self.changed.emit(kinds)
