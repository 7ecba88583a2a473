"""Many records in one transaction: worked out as the Writer does, before it begins, written by the batch."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.records import ids
from app.records.customers import Customer
from app.records.ids import Id
from app.records.kinds import Record
from app.store import rows, tables
from app.store.phones import keep_phones
from app.store.writer import Writer


def there(connection: sa.Connection, kind: type[Record], wanted: Collection[Id]) -> frozenset[Id]:
    """Return which of *wanted* the file has."""
    query = tables.by_ids(tables.KINDS[kind.kind], "id")
    return frozenset(connection.exec_driver_sql(query, (json.dumps(tuple(wanted)),)).scalars())


@dataclass(frozen=True, slots=True)
class Ready:
    """All that one transaction is to write, worked out before it begins."""

    bases: dict[str, list[tuple[str, Id]]]  # by kind
    rows: dict[str, list[tuple[Any, ...]]]
    phones: list[tuple[Id, Sequence[str]]]
    ops: list[tuple[Any, ...]]
    series: list[tuple[str, str, int]]

    @property
    def touched(self) -> frozenset[str]:
        return frozenset((*self.rows, *(("outbox",) if self.ops else ())))

    def send(self, connection: sa.Connection) -> None:
        for name, bases in self.bases.items():
            connection.exec_driver_sql(tables.KINDS[name].keep, bases)
        for name, told in self.rows.items():
            connection.exec_driver_sql(tables.KINDS[name].put, told)
        if self.phones:
            keep_phones(connection, self.phones)
        if self.ops:
            connection.exec_driver_sql(tables.PUT_OP, self.ops)
        if self.series:
            connection.exec_driver_sql(tables.PUT_SERIES, self.series)


class Bulk(Writer):
    """A Writer that only reads, and holds what is put until it is made ready(): a record put twice leaves
    as one op. What it makes ready holds as long as nobody else writes.

    At most some hundreds of a kind at a time, and 200 beside a window: it waits for its turn.
    """

    def __init__(self, *given: Any, **words: Any) -> None:
        super().__init__(*given, **words)
        self._held: dict[tuple[str, Id], Record] = {}
        self._series: dict[str, int] = {}

    def put(self, record: Record) -> None:
        self._held[record.kind, record.id] = record

    def number(self, prefix: str) -> str:
        """Take the next number of the seat's own series: thousands at once would use up what is leased."""
        if prefix in self._series:
            self._series[prefix] += 1
        else:
            self._series[prefix] = self._next_in_series(prefix)
        return ids.number(prefix, self._known("seat_code"), self._series[prefix])

    def finish_draft(self, draft: Id) -> None:
        """Do nothing: what comes in bulk was never a draft."""

    def there(self, kind: type[Record], wanted: Collection[Id]) -> frozenset[Id]:
        """Return which of *wanted* the file has."""
        return there(self._connection, kind, wanted)

    def owners(self, numbers: Collection[str]) -> dict[str, list[Customer]]:
        """Return whose these digits are, by number, the one heard last first."""
        of, phones = tables.CUSTOMERS, tables.customer_phones
        query = sa.select(phones.c.digits, of.table).join(of.table, of.table.c.id == phones.c.customer)
        query = query.where(phones.c.digits.in_(numbers))
        query = query.order_by(of.table.c.seen_at.desc(), of.table.c.id.desc())
        found: dict[str, list[Customer]] = {}
        for row in self._connection.execute(query):
            found.setdefault(row[0], []).append(rows.record_of_row(of.shape, row[1:]))
        return found

    def ready(self) -> Ready:
        """Return what is held: each kind's rows together, the ops in the order of the putting."""
        bodies = {key: rows.body_of(tables.KINDS[key[0]].shape, r) for key, r in self._held.items()}
        stored = self._stored(bodies)
        bases: dict[str, list[tuple[str, Id]]] = {}
        told: dict[str, list[tuple[Any, ...]]] = {}
        phones: list[tuple[Id, Sequence[str]]] = []
        ops = []
        for (kind, id), body in bodies.items():
            version, old = stored.get((kind, id), (0, {}))
            patch = rows.changed(old, body) if old else body
            if not patch:
                continue
            if version:
                bases.setdefault(kind, []).append((rows.text_of(old), id))
            told.setdefault(kind, []).append(rows.row_of(tables.KINDS[kind].shape, id, body))
            if kind == tables.CUSTOMERS.name and "phones" in patch:
                phones.append((id, body["phones"]))
            if op := self._op(kind, id, version, patch):
                ops.append(op)
        code = self._known("seat_code")
        series = [(prefix, code, last) for prefix, last in self._series.items()]
        return Ready(bases, told, phones, ops, series)

    def _next_in_series(self, prefix: str) -> int:
        told = (prefix, self._known("seat_code"))
        query = "SELECT last FROM series WHERE prefix = ? AND seat_code = ?"
        return int(self._connection.exec_driver_sql(query, told).scalar() or 0) + 1

    def _stored(self, keys: Iterable[tuple[str, Id]]) -> dict[tuple[str, Id], tuple[int, rows.Body]]:
        """Return version and body of those the file has already."""
        of_kind: dict[str, list[Id]] = {}
        for kind, id in keys:
            of_kind.setdefault(kind, []).append(id)
        found = {}
        for kind, wanted in of_kind.items():
            of = tables.KINDS[kind]
            for row in self._connection.exec_driver_sql(tables.by_ids(of, "*"), (json.dumps(wanted),)):
                told = row._mapping
                found[kind, told["id"]] = (told["version"], rows.body_of_row(of.shape, told))
        return found
