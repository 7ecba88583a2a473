"""The answers a field held before: what Ctrl+Z takes back where no text editor undoes by itself."""

from collections.abc import Iterator
from typing import Any


class Undo:
    """Of what is typed in one go only the beginning is kept: the rest is the editor's own to undo."""

    def __init__(self) -> None:
        self._before: list[Any] = []
        self._after: list[Any] = []
        self._now: Any = None
        self._typing = False

    def start(self, value: Any) -> None:
        """Begin anew with *value*, which nobody typed."""
        self._before, self._after = [], []
        self._now, self._typing = value, False

    def note(self, value: Any, *, typing: bool, told: bool = True) -> None:
        """Keep what was there before *value*; what is not *told* (letters on the way to a choice) is not."""
        if not (typing and self._typing):
            self._before.append(self._now)
        self._after, self._typing = [], typing
        if told:
            self._now = value

    def pause(self) -> None:
        """What is typed from now on is another go."""
        self._typing = False

    def turn(self, *, back: bool) -> Iterator[Any]:
        """Yield the answer before, or the one that was taken back; nothing where there is none."""
        behind, ahead = (self._before, self._after) if back else (self._after, self._before)
        while behind and _same(behind[-1], self._now):
            behind.pop()
        if behind:
            ahead.append(self._now)
            self._now, self._typing = behind.pop(), False
            yield self._now


def _same(one: Any, other: Any) -> bool:
    """An emptied field is one never answered."""
    return (one or None) == (other or None) and (one is False) == (other is False)
