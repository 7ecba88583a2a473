"""The one door to the seat's file: reading, and writing rows with their ops in one transaction."""

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

import sqlalchemy as sa

from app.records.accounts import Session
from app.records.customers import Customer
from app.records.ids import Id
from app.records.kinds import Record
from app.store import rows, search, tables
from app.store.blobs import Blobs
from app.store.blocks import Blocks
from app.store.bulk import Bulk, Ready, there
from app.store.changes import Changes
from app.store.clock import Clock
from app.store.door import Door
from app.store.drafts import Drafts
from app.store.engine import Engines, create
from app.store.erasure import Erasures
from app.store.families import Families
from app.store.feed import Feed
from app.store.likely import Likely
from app.store.lists import Lists
from app.store.outbox import Outbox
from app.store.past import Past
from app.store.prints import Prints
from app.store.runs import Runs
from app.store.said import Said
from app.store.scopes import Scopes
from app.store.writer import Writer

__all__ = ["Bulk", "Not", "Store", "Writer", "create"]

R = TypeVar("R", bound=Record)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Not:
    """Stands in find() and count() for every value but this one."""

    value: Any


class Store:
    """Every method raises StoreRefused where the file does not answer, and may be called on any thread."""

    def __init__(self, engines: Engines, session: Session, now: Callable[[], datetime]) -> None:
        self._door = Door(engines)
        self.session = self._session = session  # who is signed in
        self._clock = clock = Clock(now)
        self.changes = Changes()
        self.outbox = Outbox(self._door, self.changes, now)
        self.feed = Feed(self._door, self.changes, clock)
        self.scopes = Scopes(self._door, self.changes, now)
        self.blocks = Blocks(self._door)
        self.blobs = Blobs(self._door, self.changes)
        self.drafts = Drafts(self._door)
        self.prints = Prints(self._door)
        self.lists = Lists(self._door)
        self.past = Past(self._door)
        self.runs = Runs(self._door)
        self.families = Families(self._door)
        self.likely = Likely(self._door)
        self.said = Said(self._door)
        self.erasures = Erasures(self._door, self.changes, self.said, engines.path)

    @contextmanager
    def write(self, *, background: bool = False) -> Iterator[Writer]:
        """One transaction: all of the block or nothing; then the listeners are told.

        The window goes before *background* writes, which should hold at most 200 rows each.
        """
        clock = self._clock
        with self._door.write(background=background) as connection:
            writer = Writer(connection, self._session, clock.now(), has_jumped=clock.has_jumped)
            yield writer
        self.changes.publish(frozenset(writer.touched))

    def write_many(
        self, fill: Callable[[Bulk], T], sent: Callable[[], None] = lambda: None
    ) -> tuple[T, frozenset[str]]:
        """As a background write(), for hundreds of records at once: return what *fill* returns, and what
        there is to tell() the listeners.

        *fill* runs before the transaction, so that the window waits for the writing alone; and once more
        within it, where somebody else wrote meanwhile. *sent* is called before the commit, which leaves
        the interpreter to others: what it begins on another thread goes on beside it.
        """
        state = self._door.state()
        with self._door.read() as connection:
            result, ready = self._filled(connection, fill)
        with self._door.write(background=True) as connection:
            if self._door.state(connection) != state:
                result, ready = self._filled(connection, fill)
            ready.send(connection)
            sent()
        return result, ready.touched

    def _filled(self, connection: sa.Connection, fill: Callable[[Bulk], T]) -> tuple[T, Ready]:
        bulk = Bulk(connection, self._session, self._clock.now(), has_jumped=self._clock.has_jumped)
        return fill(bulk), bulk.ready()

    def tell(self, kinds: frozenset[str]) -> None:
        """Tell the listeners that records of these *kinds* have changed."""
        self.changes.publish(kinds)

    def get(self, kind: type[R], id: Id) -> R | None:
        of = tables.KINDS[kind.kind]
        with self._door.read() as connection:
            row = connection.exec_driver_sql(of.read, (id,)).one_or_none()
        return rows.record_of_row(of.shape, row) if row else None

    def find(
        self, kind: type[R], *, limit: int = 200, newest_first: bool = True, soonest: str = "", **equals: Any
    ) -> list[R]:
        """Return those whose columns have the given values (a tuple: one of them; Not), by time of making.

        At least one of the columns must have an index: a list is never a walk through everything.
        *soonest* names a column of times that goes before: the earliest first, those without one last.
        """
        of = tables.KINDS[kind.kind]
        where, values = _where(of, equals)
        order = f'ORDER BY {_soonest(of, soonest)}"id" {"DESC" if newest_first else "ASC"}'
        # First the ids, from an index alone; the records only of those that are asked for.
        ids = f'SELECT "id" FROM "{of.table.name}"{where} {order} LIMIT ?'  # noqa: S608 - names of our own
        # As text: the workplace asks a score of these at each unlock, and compiling one costs more than it.
        query = f'{of.every} WHERE "id" IN ({ids}) {order}'
        with self._door.read() as connection:
            found = connection.exec_driver_sql(query, (*values, limit))
            return [rows.record_of_row(of.shape, row) for row in found]

    def count(self, kind: type[R], **equals: Any) -> int:
        of = tables.KINDS[kind.kind]
        where, values = _where(of, equals)
        query = f'SELECT count(*) FROM "{of.table.name}"{where}'  # noqa: S608 - names of our own
        with self._door.read() as connection:
            return connection.exec_driver_sql(query, values).scalar() or 0

    def there(self, kind: type[Record], ids: Collection[Id]) -> frozenset[Id]:
        """Return which of *ids*, at most some hundreds, the file has."""
        with self._door.read() as connection:
            return there(connection, kind, ids)

    def customers(self, text: str, limit: int = 20, spelled: Sequence[str] = ()) -> list[Customer]:
        """Return whom *text* may mean: 4 or more digits anywhere in a number, a name, its initials, an
        address; *spelled*: initials it may stand for."""
        return search.customers(self._door, text, limit, spelled)

    def customers_at(self, number: str) -> list[Customer]:
        """Return who has a number of exactly these digits, the one heard last first."""
        return search.customers_at(self._door, number)

    def setting(self, name: str) -> Any:
        """Return what Writer.set kept under *name*, or None."""
        with self._door.read() as connection:
            told = connection.exec_driver_sql(tables.SETTING, (name,)).scalar()
        return None if told is None else json.loads(told)

    def hasten(self) -> None:
        """Let a write be refused at once where another program holds the file: the seat locks."""
        self._door.hasten()

    def close(self) -> None:
        """Close the file and forget its key; a write that is under way is waited for."""
        self._door.close()


def _soonest(of: tables.Kind, column: str) -> str:
    return f'"{of.table.c[column].name}" ASC NULLS LAST, ' if column else ""


def _where(of: tables.Kind, equals: dict[str, Any]) -> tuple[str, tuple[Any, ...]]:
    """Return the condition as text, and the values for its marks."""
    if equals and not of.equals & {name for name, value in equals.items() if not isinstance(value, Not)}:
        raise ValueError(f"{of.table.name}: no index on {', '.join(sorted(equals))}")
    wheres, values = [], []
    for name, value in equals.items():
        column = f'"{of.table.c[name].name}"'
        if isinstance(value, Not):
            wheres.append(f"{column} IS NOT ?")
            values.append(value.value)
        elif isinstance(value, tuple):
            wheres.append(f"{column} IN ({', '.join('?' * len(value))})")
            values += value
        elif value is None:  # said in words: a partial index knows them
            wheres.append(f"{column} IS NULL")
        else:
            wheres.append(f"{column} = ?")
            values.append(value)
    return (f" WHERE {' AND '.join(wheres)}" if wheres else ""), tuple(values)
