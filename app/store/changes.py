"""Tell whoever listens which kinds of record just changed."""

from collections.abc import Callable

Kinds = frozenset[str]


class Changes:
    """Kinds are those of the records, and ``draft``, ``setting``, ``outbox``.

    Listeners are called on the thread that wrote, after the commit.
    """

    def __init__(self) -> None:
        self._listeners: list[Callable[[Kinds], None]] = []

    def listen(self, listener: Callable[[Kinds], None]) -> Callable[[], None]:
        """Call *listener* after every commit; return the call that stops it (twice does no harm)."""
        mine = [listener]
        self._listeners.append(listener)

        def stop() -> None:
            if mine:
                self._listeners.remove(mine.pop())

        return stop

    def publish(self, kinds: Kinds) -> None:
        if kinds:
            for listener in tuple(self._listeners):
                listener(kinds)
