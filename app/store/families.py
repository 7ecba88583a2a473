"""Which customers are one and the same person by now: what nobody has undone of the mergers."""

import json
from collections.abc import Iterable
from typing import NamedTuple

import sqlalchemy as sa

from app.records.ids import Id
from app.store.door import Door

_MOST = 50  # files of one person; beyond, somebody has merged the town
_ASKED = "(SELECT value FROM json_each(?1))"
_EDGES = (
    "SELECT id, kept, merged FROM mergers AS m WHERE undoes IS NULL"  # noqa: S608 - words of our own
    f" AND (kept IN {_ASKED} OR merged IN {_ASKED})"
    " AND NOT EXISTS (SELECT 1 FROM mergers WHERE undoes = m.id)"
)


class Edge(NamedTuple):
    """A merger that stands."""

    id: str
    kept: str
    merged: str


class Families:
    def __init__(self, door: Door) -> None:
        self._door = door

    def of(self, ids: Iterable[Id]) -> dict[Id, tuple[Id, ...]]:
        """Return, of those of *ids* that were merged, all files of that person, the one shown first."""
        with self._door.read() as connection:
            found = families(connection, ids)
        return {Id(id): tuple(map(Id, files)) for id, files in found.items()}

    def edges(self, customer: Id) -> list[Edge]:
        """Return the mergers that stand among this customer's files, the newest first."""
        with self._door.read() as connection:
            return sorted(edges_of(connection, (customer,)), reverse=True)


def families(connection: sa.Connection, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return, of those of *ids* that were merged, all files of that person: the one the newest merger kept
    comes first, the others by id. Two seats that merged the same ones say the same."""
    edges = edges_of(connection, ids)
    group: dict[str, set[str]] = {}
    for edge in edges:
        together = group.get(edge.kept, {edge.kept}) | group.get(edge.merged, {edge.merged})
        group.update(dict.fromkeys(together, together))
    shown: dict[str, str] = {}
    for edge in sorted(edges):  # by when they were made: the newest of each group says who is kept
        shown.update(dict.fromkeys(group[edge.kept], edge.kept))
    return {id: (shown[id], *sorted(group[id] - {shown[id]})) for id in group}


def edges_of(connection: sa.Connection, ids: Iterable[str]) -> set[Edge]:
    """Return the mergers that stand between *ids* and whoever hangs together with them."""
    found: set[Edge] = set()
    asked: set[str] = set()
    while (fresh := set(ids) - asked) and len(asked) < _MOST * 20:
        told = (json.dumps(sorted(fresh)),)
        found |= {Edge(*row) for row in connection.exec_driver_sql(_EDGES, told)}
        asked |= fresh
        ids = {end for edge in found for end in (edge.kept, edge.merged)}
    return found


def widened(connection: sa.Connection, ids: Iterable[str]) -> set[str]:
    """Return *ids* and whoever is the same person as one of them."""
    known = set(ids)
    return known.union(*families(connection, known).values()) if known else known
