"""Long lists: walked in their order by an index, read a page at a time, never held as a whole."""

import json
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.store import matches, rows, tables
from app.store.door import Door

FIRST = 400  # rows of the first stretch: what the screen shows, at once
STRETCH = 20_000
SIFTED = 4_000  # rows of a stretch each of which has to be looked at
MOST_GATHERED = 100_000  # where the index has another order; beyond, the rest is left out and said so

_IDS = "IN (SELECT value FROM json_each(?))"

Key = tuple[Any, str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One list: the kind, its order, and what narrows it. Times narrow by when a record was begun
    (a customer: was heard last); ``late_at`` keeps the open ones whose time is up then."""

    kind: str
    sort: str
    descending: bool = True
    equals: tuple[tuple[str, str], ...] = ()
    open_only: bool = False
    owing: bool = False
    late_at: datetime | None = None
    since: datetime | None = None
    until: datetime | None = None
    text: str = ""
    numbers: tuple[str, ...] = ()  # whole numbers the text may stand for


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a walk stands: ``part`` 1 is the rows that have no value to be sorted by."""

    part: int = 0
    key: Key | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """The next rows in their order. ``mark`` is where to go on, None at the end; ``cut``: not all
    that the text may mean are there."""

    order: "array[int]"
    mark: Mark | None = None
    cut: bool = False


@dataclass(frozen=True, slots=True)
class _Way:
    """An index, the equality it begins with, the column it is sorted by, and what it cannot tell."""

    index: str
    by: str
    ordered: bool
    head: tuple[str, str] | None = None
    needs: str = ""


@dataclass(frozen=True, slots=True)
class _Listed:
    """What the lists of a kind know: its time, its sorts, and the index for each single value.

    ``few`` is the condition of the index that holds the open (or owing) ones alone.
    """

    dated: str
    sorts: dict[str, str]
    heads: dict[str, str]
    few: str = ""
    few_index: str = ""
    few_by: str = ""


_LISTED = {
    "call": _Listed(
        "started_at",
        {"started_at": "ix_calls_started_at", "number": "ix_calls_number"},
        {"handler": "ix_calls_handler", "form": "ix_calls_form"},
        tables.OWING,
        "ix_calls_owing",
        "started_at",
    ),
    "case": _Listed(
        "opened_at",
        {"opened_at": "ix_cases_opened_at", "number": "ix_cases_number", "due_at": "ix_cases_due_at"},
        {"handler": "ix_cases_handler"},
        tables.OPEN_CASES,
        "ix_cases_open",
        "due_at",
    ),
    "order": _Listed(
        "ordered_at",
        {"ordered_at": "ix_orders_ordered_at", "number": "ix_orders_number", "due_at": "ix_orders_due_at"},
        {"team": "ix_orders_team", "state": "ix_orders_state"},
        tables.OPEN_ORDERS,
        "ix_orders_open",
        "due_at",
    ),
    "callback": _Listed(
        "owed_at",
        {"owed_at": "ix_callbacks_owed_at", "due_at": "ix_callbacks_due_at"},
        {"handler": "ix_callbacks_handler"},
        tables.OPEN_CALLBACKS,
        "ix_callbacks_outcome",
        "due_at",
    ),
    "task": _Listed(
        "asked_at",
        {"asked_at": "ix_tasks_asked_at", "due_at": "ix_tasks_due_at"},
        {},
        tables.OPEN_TASKS,
        "ix_tasks_answered_by",
        "due_at",
    ),
    "access": _Listed("at", {"at": "ix_accesses_at"}, {"deed": "ix_accesses_deed"}),
    "print": _Listed("at", {"at": "ix_prints_at"}, {"fate": "ix_prints_fate"}),
    "customer": _Listed("seen_at", {"seen_at": "ix_customers_lookup", "name": "ix_customers_name"}, {}),
}


class Lists:
    """Every call is one short reading: a list of a million is walked in as many calls as it takes."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def walk(self, wanted: Wanted, mark: Mark | None = None) -> Stretch:
        """Return the rows behind *mark*; what was written meanwhile may be among them or not."""
        if wanted.text:
            return self._matching(wanted)
        way = _way(wanted)
        return self._along(wanted, way, mark) if way.ordered else self._gathered(wanted, way)

    def read(self, kind: str, order: Sequence[int]) -> list[tuple[int, Any]]:
        """Return (row, record) in this order; what is gone from the file is left out."""
        of = tables.KINDS[kind]
        # Not all columns: central's last image is as large as the record.
        what = ", ".join(f'"{column}"' for column in of.shape.columns)
        marks = ", ".join("?" * len(order))
        query = f'SELECT {what}, rowid FROM "{of.table.name}" WHERE rowid IN ({marks})'  # noqa: S608
        with self._door.read() as connection:
            read = connection.exec_driver_sql(query, tuple(order))
            found = {row[-1]: rows.record_of_row(of.shape, row) for row in read}
        return [(row, found[row]) for row in order if row in found]

    def told(self, kind: str, column: str, ids: Iterable[str]) -> dict[str, Any]:
        """Return this column of the records with these ids, all in one question."""
        table = tables.KINDS[kind].table
        what = f'SELECT id, "{table.c[column].name}" FROM "{table.name}" WHERE id {_IDS}'  # noqa: S608
        return self._pairs(what, ids)

    def counted(
        self, kind: str, column: str, values: Iterable[str], *, open_only: bool = False
    ) -> dict[str, int]:
        """Return how many records have each of these values, all in one question."""
        table = tables.KINDS[kind].table
        by, few = f'"{table.c[column].name}"', f" AND {_LISTED[kind].few}" if open_only else ""
        what = f'SELECT {by}, count(*) FROM "{table.name}" WHERE {by} {_IDS}{few} GROUP BY {by}'  # noqa: S608
        return self._pairs(what, values)

    def _pairs(self, query: str, values: Iterable[str]) -> dict[str, Any]:
        with self._door.read() as connection:
            found = connection.exec_driver_sql(query, (rows.text_of(sorted(set(values))),))
            return {row[0]: row[1] for row in found}

    # -- along an index that has the order --

    def _along(self, wanted: Wanted, way: _Way, mark: Mark | None) -> Stretch:
        at, size = mark or Mark(), STRETCH if mark else FIRST
        sifting = _sifting(wanted, way)
        size = min(size, SIFTED) if sifting else size
        ask = _Ask(wanted, way, at)
        with self._door.read() as connection:
            # First how far to go, by the index alone: what fits may be far apart.
            last = connection.exec_driver_sql(*ask.nth(size - 1)).first() if sifting else None
            told = connection.exec_driver_sql(*ask.rows(size, last, sifting=sifting)).scalar()
            order = array("q", json.loads(told or "[]"))
            if not sifting and len(order) == size:
                last = connection.exec_driver_sql(*ask.key(order[-1])).first()
        if last is not None:
            return Stretch(order, Mark(at.part, (last[0], last[1])))
        more = at.part == 0 and _has_blanks(wanted, way)
        return Stretch(order, Mark(1) if more else None)

    # -- few enough to be sorted here --

    def _gathered(self, wanted: Wanted, way: _Way) -> Stretch:
        text, params = _Ask(wanted, way, Mark()).gathering(MOST_GATHERED)
        with self._door.read() as connection:
            got = connection.exec_driver_sql(text, params).all()
        return _sorted(got, wanted, cut=len(got) == MOST_GATHERED)

    def _matching(self, wanted: Wanted) -> Stretch:
        table = tables.KINDS[wanted.kind].table.name
        found = matches.of_text(self._door, wanted.kind, wanted.text, wanted.numbers)
        terms, params = _terms(wanted, "")
        where = " AND ".join(['"id" IN (SELECT value FROM json_each(?))', *(f"+{term}" for term in terms)])
        query = f'SELECT rowid, "{wanted.sort}", "id" FROM "{table}" WHERE {where}'  # noqa: S608
        with self._door.read() as connection:
            got = connection.exec_driver_sql(query, (rows.text_of(sorted(found.ids)), *params)).all()
        return _sorted(got, wanted, cut=found.cut)


def _sorted(got: Sequence[Any], wanted: Wanted, *, cut: bool) -> Stretch:
    known = sorted((r for r in got if r[1] is not None), key=lambda r: r[1:], reverse=wanted.descending)
    blank = sorted((r for r in got if r[1] is None), key=lambda r: r[2], reverse=wanted.descending)
    return Stretch(array("q", [r[0] for r in (*known, *blank)]), cut=cut)


def _way(wanted: Wanted) -> _Way:
    listed = _LISTED[wanted.kind]
    if wanted.open_only or wanted.owing or wanted.late_at:
        return _Way(listed.few_index, listed.few_by, wanted.sort == listed.few_by, needs=listed.few)
    if wanted.sort == listed.dated:
        for column, value in wanted.equals:
            if column in listed.heads:
                return _Way(listed.heads[column], wanted.sort, ordered=True, head=(column, value))
    return _Way(listed.sorts[wanted.sort], wanted.sort, ordered=True)


def _sifting(wanted: Wanted, way: _Way) -> bool:
    """Tell whether something is wanted that the index does not know."""
    left = [pair for pair in wanted.equals if pair != way.head]
    dated = wanted.since or wanted.until
    return bool(left) or bool(dated and way.by != _LISTED[wanted.kind].dated)


def _has_blanks(wanted: Wanted, way: _Way) -> bool:
    of = tables.KINDS[wanted.kind].table.c[way.by]
    return bool(of.nullable) and wanted.late_at is None


def _terms(wanted: Wanted, needs: str) -> tuple[list[str], list[Any]]:
    """Return everything that narrows the list, as conditions and their values."""
    listed = _LISTED[wanted.kind]
    needs = needs or (listed.few if wanted.open_only or wanted.owing or wanted.late_at else "")
    terms = [needs] if needs else []
    terms += [f'"{column}" = ?' for column, _ in wanted.equals]
    params: list[Any] = [value for _, value in wanted.equals]
    for term, at in (
        ('"due_at" < ?', wanted.late_at),
        (f'"{listed.dated}" >= ?', wanted.since),
        (f'"{listed.dated}" < ?', wanted.until),
    ):
        if at is not None:
            terms.append(term)
            params.append(rows.utc_text(at))
    return terms, params


class _Ask:
    """The questions of one stretch, as text and values. INDEXED BY: the planner does not know how many
    rows there are, and a wrong guess would walk through all of them."""

    def __init__(self, wanted: Wanted, way: _Way, at: Mark) -> None:
        self._wanted, self._way, self._part = wanted, way, at.part
        terms, params = _terms(wanted, way.needs)
        keys = '"id"' if at.part else f'"{way.by}", "id"'
        self._keys = keys
        self._after, self._down = ("<", " DESC") if wanted.descending else (">", "")
        self._where = [*terms, f'"{way.by}" IS {"" if at.part else "NOT "}NULL']
        self._params = list(params)
        self._behind: tuple[str, ...] = ()
        self._behind_params: Sequence[Any] = ()
        if at.key is not None:
            self._behind = (f"({keys}) {self._after} ({'?' if at.part else '?, ?'})",)
            self._behind_params = at.key[1:] if at.part else at.key

    def _within_index(self) -> tuple[list[str], list[Any]]:
        """Return the conditions the index alone can answer."""
        way, wanted = self._way, self._wanted
        narrowed = Wanted(
            wanted.kind,
            way.by,
            equals=(way.head,) if way.head else (),
            late_at=wanted.late_at,
            since=wanted.since if way.by == _LISTED[wanted.kind].dated else None,
            until=wanted.until if way.by == _LISTED[wanted.kind].dated else None,
        )
        terms, params = _terms(narrowed, way.needs)
        return [*terms, f'"{way.by}" IS {"" if self._part else "NOT "}NULL'], params

    def _said(self, what: str, where: list[str], end: str = "") -> str:
        table = tables.KINDS[self._wanted.kind].table.name
        order = ", ".join(f"{key}{self._down}" for key in self._keys.split(", "))
        return (
            f'SELECT {what} FROM "{table}" INDEXED BY {self._way.index}'  # noqa: S608 - names of our own
            f" WHERE {' AND '.join(where)} ORDER BY {order}{end}"
        )

    def nth(self, skipped: int) -> tuple[str, tuple[Any, ...]]:
        """Ask for the key so many rows on, whether they fit or not."""
        what, (where, params) = f'"{self._way.by}", "id"', self._within_index()
        text = self._said(what, [*where, *self._behind], f" LIMIT 1 OFFSET {skipped}")
        return text, (*params, *self._behind_params)

    def rows(self, size: int, last: Any, *, sifting: bool) -> tuple[str, tuple[Any, ...]]:
        """Ask for the next rows as one text; *sifting*: those that fit up to the key *last*, or the end."""
        where, params = [*self._where, *self._behind], [*self._params, *self._behind_params]
        if last is not None:
            upto = "<=" if self._after == ">" else ">="
            where.append(f"({self._keys}) {upto} ({'?' if self._part else '?, ?'})")
            params += last[1:] if self._part else last
        inner = self._said('rowid AS "row"', where, "" if sifting else f" LIMIT {size}")
        # One text instead of thousands of rows: the interpreter stays free for the window.
        return f'SELECT json_group_array("row") FROM ({inner})', tuple(params)  # noqa: S608

    def key(self, row: int) -> tuple[str, tuple[Any, ...]]:
        table = tables.KINDS[self._wanted.kind].table.name
        return f'SELECT "{self._way.by}", "id" FROM "{table}" WHERE rowid = ?', (row,)  # noqa: S608

    def gathering(self, most: int) -> tuple[str, tuple[Any, ...]]:
        """Ask for all that fit in the order of the index, with what they will be sorted by."""
        table, way = tables.KINDS[self._wanted.kind].table.name, self._way
        where = " AND ".join(self._where[:-1])
        return (
            f'SELECT rowid, "{self._wanted.sort}", "id" FROM "{table}" INDEXED BY {way.index}'  # noqa: S608
            f" WHERE {where} LIMIT {most}"
        ), tuple(self._params)
