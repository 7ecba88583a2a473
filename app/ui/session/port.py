"""What the window asks of the operating system it runs on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.desk import clock


class System(QObject):
    """A system of which nothing is known; those that are known say what they can. Nothing here makes the
    window's thread wait."""

    left = Signal(str)  # os_lock: it locked, or went to another user; sleep: it is about to

    is_locked = False  # as far as it told

    def now(self) -> float:
        """Return seconds of a clock that goes on while the computer sleeps, and that nobody sets."""
        return clock.tick()

    def idle_ms(self) -> int | None:
        """Return for how long nobody touched this computer, or None where that is not known."""
        return None

    def idle_elsewhere(self) -> Callable[[], int | None]:
        """Return what asks the same from one other thread; there it may wait."""
        return lambda: None

    def hold(self) -> None:
        """Ask for a moment before the computer sleeps."""

    def let_go(self) -> None:
        """Let it sleep: nothing is to be seen any more."""

    def hide_from_recorders(self) -> bool:
        """Keep every window of this program out of what is captured of the screen, from now on; return False
        where that cannot be."""
        return False

    def lock(self) -> None:
        """Ask it to lock, from any thread; ``is_locked`` tells whether it did."""
