"""Into the file and out again: one writer at a time with the window first, readers beside it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import sqlalchemy as sa

from app.store.engine import Engines, StoreRefused, refusals

BATCH = 200
_TIDY_EVERY = 8  # background writes: about a thousand pages in the journal


class Turns:
    """Whose turn it is to write: the window's before any background's, else in no order."""

    def __init__(self) -> None:
        self._free = threading.Condition()
        self._holder: int | None = None
        self._window_waits = 0

    @property
    def is_awaited(self) -> bool:
        """Whether the window waits for its turn; whoever writes in the background may then be brief."""
        return self._window_waits > 0

    def give_way(self) -> None:
        """Return once the window neither writes nor waits to: two threads at once slow each other down."""
        with self._free:
            self._free.wait_for(self._is_calm)

    def _is_calm(self) -> bool:
        return self._holder is None and not self._window_waits

    @contextmanager
    def taken(self, *, background: bool) -> Iterator[None]:
        me = threading.get_ident()
        with self._free:
            if self._holder == me:
                raise RuntimeError("a write within a write would wait for itself")
            self._wait(background)
            self._holder = me
        try:
            yield
        finally:
            with self._free:
                self._holder = None
                self._free.notify_all()

    def _wait(self, background: bool) -> None:
        if background:
            self._free.wait_for(self._is_calm)
            return
        self._window_waits += 1
        try:
            self._free.wait_for(lambda: self._holder is None)
        finally:
            self._window_waits -= 1


class Door:
    def __init__(self, engines: Engines) -> None:
        self._engines = engines
        self._turns = Turns()
        self._writes = 0  # done in this process
        self._untidy = 0  # background writes since the journal was last brought into the file

    @contextmanager
    def write(self, *, background: bool = False) -> Iterator[sa.Connection]:
        """One transaction, all or nothing; raises StoreRefused where the file would not take it."""
        with self._turns.taken(background=background):
            with refusals(), self._engines.write.begin() as connection:
                yield connection
            self._writes += 1
        if background:
            self._tidy()

    def _tidy(self) -> None:
        # Here and not by a commit: the window would wait for it.
        self._untidy += 1
        if self._untidy >= _TIDY_EVERY:
            self._untidy = 0
            with suppress(StoreRefused), refusals():  # what was written stands, be the file full or closing
                self._engines.tidy()

    def empty_journal(self) -> bool:
        """Leave nothing of what was overwritten; False where that has to wait."""
        with self._turns.taken(background=True), refusals():
            return self._engines.empty_journal()

    def hasten(self) -> None:
        with self._turns.taken(background=False), refusals():
            self._engines.hasten()

    @property
    def is_awaited(self) -> bool:
        return self._turns.is_awaited

    def give_way(self) -> None:
        """For a thread in the background, before a piece of work that needs no file."""
        self._turns.give_way()

    def state(self, connection: sa.Connection | None = None) -> tuple[int, int]:
        """Return what is another once somebody here has written, or another program something that travels.

        *connection*: that of a write under way, which itself changes nothing in it.
        """
        writes, query = self._writes, "SELECT max(n) FROM outbox"
        if connection is not None:
            return writes, connection.exec_driver_sql(query).scalar() or 0
        with self.read() as reading:
            return writes, reading.exec_driver_sql(query).scalar() or 0

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """One state of the file for all reads of the block."""
        with refusals(), self._engines.read.connect() as connection:
            yield connection

    def close(self) -> None:
        with self._turns.taken(background=False):
            self._engines.dispose()


__all__ = ["BATCH", "Door", "StoreRefused", "Turns"]
