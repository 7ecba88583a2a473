"""What a typed text may mean in a list: a number of ours, a telephone number, a name or its initials, an
agent, what was said in a call."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.store import rows, said, search
from app.store.door import Door
from app.store.families import widened

MOST = 2_000  # records a text may mean; beyond, more has to be typed
CALLERS = 300  # customers it may mean
SAID = 600  # calls it was said in, the newest
_OWED_TO = (
    "SELECT id FROM callbacks WHERE number IN (SELECT n.value FROM customers c, json_each(c.phones) n"
    " WHERE c.id IN (SELECT value FROM json_each(?)))"
)
_LEAST = 4  # digits that mean a telephone number
_LIKE_A_NUMBER = re.compile(r"[A-Z]{1,2}[A-Z0-9-]*\d[A-Z0-9-]*")

Ids = set[str]


@dataclass(frozen=True, slots=True)
class Matches:
    """``cut``: the text may mean more than these."""

    ids: Ids
    cut: bool = False


def of_text(door: Door, kind: str, text: str, numbers: tuple[str, ...]) -> Matches:
    """Return the records of *kind* that *text* may mean, every step of the way by an index.

    *numbers* are whole numbers it may stand for. A number of one kind finds the other kinds of its matter.
    """
    callers: Ids = {each.id for each in search.customers(door, text, CALLERS)}
    cut = len(callers) == CALLERS
    with door.read() as connection:
        net = _Net(connection, text.strip().upper(), numbers)
        found = net.of(kind, widened(connection, callers))
    return Matches(found, cut=net.cut or cut)


class _Net:
    def __init__(self, connection: sa.Connection, start: str, numbers: tuple[str, ...]) -> None:
        self._connection, self._start, self._numbers = connection, start, numbers
        self.cut = False

    def of(self, kind: str, callers: Ids) -> Ids:
        match kind:
            case "call":
                return (
                    self._told()
                    | self._by("calls", "case", self._cases())
                    | self._by("calls", "customer", callers)
                )
            case "case":
                return (
                    self._cases()
                    | self._the("calls", "case", self._told())
                    | self._by("cases", "customer", callers)
                )
            case "order":
                cases = self._numbered("cases") | self._the("calls", "case", self._told())
                cases |= self._by("cases", "customer", callers)
                return self._orders() | self._by("orders", "case", cases)
            case "callback":
                return self._callbacks(callers) | self._by("callbacks", "call", self._told())
            case "task":
                cases = self._cases() | self._the("calls", "case", self._told())
                cases |= self._by("cases", "customer", callers)
                return self._by("tasks", "case", cases) | self._asked()
            case "print":
                slips = self._numbered("slips") | self._by("slips", "order", self._orders())
                return self._by("prints", "agent", self._agents()) | self._by("prints", "slip", slips)
            case "access":
                seen = self._calls() | self._numbered("cases") | self._numbered("orders") | callers
                return self._by("accesses", "agent", self._agents()) | self._by("accesses", "record", seen)
        told = self._the("calls", "customer", self._calls())
        return callers | told | self._the("cases", "customer", self._cases())

    def _calls(self) -> Ids:
        return self._numbered("calls")

    def _told(self) -> Ids:
        """Return the calls of this number, and those in which the text is said."""
        found = said.find(self._connection, self._start, SAID)
        self.cut = self.cut or len(found) == SAID
        return self._calls() | set(found)

    def _orders(self) -> Ids:
        return self._numbered("orders") | self._the("slips", "order", self._numbered("slips"))

    def _cases(self) -> Ids:
        return self._numbered("cases") | self._the("orders", "case", self._orders())

    def _callbacks(self, callers: Ids) -> Ids:
        """Return what is owed to *callers*, and to whom nobody knows by those digits."""
        found = self._ask(_OWED_TO, callers)
        digits = "".join(filter(str.isdecimal, self._start))
        told: Ids = set()
        for each in dict.fromkeys((digits, digits.lstrip("0"))):  # a landline is kept without its zero
            if len(each) >= _LEAST and not told:
                told = self._rows(f"SELECT id FROM callbacks WHERE instr(number, ?) LIMIT {MOST}", (each,))  # noqa: S608
        return found | told

    def _asked(self) -> Ids:
        query = f"SELECT id FROM tasks WHERE instr(upper(inspector), ?) LIMIT {MOST}"  # noqa: S608
        return self._rows(query, (self._start,)) if self._start else set()

    def _agents(self) -> Ids:
        query = f"SELECT id FROM agents WHERE upper(agent_no) = ? OR instr(upper(name), ?) LIMIT {MOST}"  # noqa: S608
        return self._rows(query, (self._start, self._start)) if self._start else set()

    def _numbered(self, table: str) -> Ids:
        found: Ids = set()
        if self._numbers:
            found = self._by(table, "number", self._numbers)
        if _LIKE_A_NUMBER.fullmatch(self._start):
            query = f"SELECT id FROM {table} WHERE number >= ? AND number < ? LIMIT {MOST}"  # noqa: S608
            found |= self._rows(query, (self._start, self._start + "~"))
        return found

    def _by(self, table: str, column: str, values: Iterable[str]) -> Ids:
        """Return the records of *table* with one of these *values*."""
        query = f'SELECT id FROM {table} WHERE "{column}" IN (SELECT value FROM json_each(?))'  # noqa: S608
        return self._ask(query, values)

    def _the(self, table: str, column: str, ids: Ids) -> Ids:
        """Return what stands in *column* of the records with these *ids*."""
        query = f'SELECT "{column}" FROM {table} WHERE id IN (SELECT value FROM json_each(?))'  # noqa: S608
        return self._ask(query, ids)

    def _ask(self, query: str, values: Iterable[str]) -> Ids:
        listed = sorted(values)
        return self._rows(f"{query} LIMIT {MOST}", (rows.text_of(listed),)) if listed else set()

    def _rows(self, query: str, params: tuple[Any, ...]) -> Ids:
        found = [row[0] for row in self._connection.exec_driver_sql(query, params)]
        self.cut = self.cut or len(found) == MOST
        return {each for each in found if each is not None}
