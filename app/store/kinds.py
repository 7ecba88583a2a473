"""How a kind of record becomes a table of the seat's file: its columns, its indexes, its statements."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.store import rows

metadata = sa.MetaData()

_TYPES: dict[rows.Sort, type[sa.types.TypeEngine[Any]]] = {
    rows.Sort.INTEGER: sa.Integer,
    rows.Sort.FLAG: sa.Integer,
}


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record and its table. ``equals`` are the columns that may be asked for; ``every`` reads
    all rows, with conditions behind it some.

    ``base`` is central's last image, or empty while the row says just that: ``keep`` writes it down before
    the seat changes the row. ``put`` leaves ``version`` and ``base`` alone, ``take`` sets them.
    """

    name: str
    shape: rows.Shape
    table: sa.Table
    equals: frozenset[str]
    every: str
    read: str
    put: str
    keep: str
    take: str


def columns_of(shape: rows.Shape, keys: int = 1) -> list[sa.Column[Any]]:
    return [
        sa.Column(f.name, _TYPES.get(f.sort, sa.Text), primary_key=place < keys, nullable=f.optional)
        for place, f in enumerate(shape.fields)
    ]


def kind_of(
    record: type[Any],
    table: str,
    *equals: str,
    beside: dict[str, tuple[str, ...]] | None = None,
    seldom: frozenset[str] = frozenset(),
) -> Kind:
    """``beside``: what else stands in the index of a column, before the id. ``seldom``: columns whose index
    leaves out the rows that say nothing there."""
    shape = rows.shape(record)
    made = sa.Table(
        table,
        metadata,
        *columns_of(shape),
        sa.Column("version", sa.Integer, nullable=False, server_default=sa.text("0")),
        sa.Column("base", sa.Text),
    )
    for column in equals:
        more = (beside or {}).get(column, ())
        partial: dict[str, Any] = {"sqlite_where": made.c[column].is_not(None)} if column in seldom else {}
        sa.Index(
            f"ix_{table}_{column}", made.c[column], *(made.c[name] for name in more), made.c.id, **partial
        )
    mine, all_ = shape.columns, (*shape.columns, "version", "base")
    return Kind(
        record.kind, shape, made, frozenset({"id", *equals}), every := _every(table, all_),
        f'{every} WHERE "id" = ?', upsert(table, mine), _keep(table), upsert(table, all_),
    )  # fmt: skip


def _every(table: str, columns: tuple[str, ...]) -> str:
    return f'SELECT {_listed(columns)} FROM "{table}"'  # noqa: S608 - names of our own


def by_ids(kind: Kind, columns: str) -> str:
    """Return the text that reads *columns* of those whose ids are given, as a JSON list."""
    return f'SELECT {columns} FROM "{kind.table.name}" WHERE id IN (SELECT value FROM json_each(?))'  # noqa: S608


def _keep(table: str) -> str:
    return f'UPDATE "{table}" SET base = ? WHERE id = ? AND base IS NULL'  # noqa: S608 - names of our own


def upsert(table: str, columns: tuple[str, ...], keys: int = 1) -> str:
    """Return the text that writes one row whole; its first columns are its key."""
    marks = ", ".join("?" * len(columns))
    sets = ", ".join(f'"{c}" = excluded."{c}"' for c in columns[keys:])
    return (
        f'INSERT INTO "{table}" ({_listed(columns)}) VALUES ({marks})'  # noqa: S608 - names of our own
        f" ON CONFLICT ({_listed(columns[:keys])}) DO UPDATE SET {sets}"
    )


def _listed(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{c}"' for c in columns)
