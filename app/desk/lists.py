"""Lists of calls, cases, orders and customers: what each shows, by what it is sorted and narrowed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from app.desk.find import numbers_meant
from app.desk.titles import joined
from app.forms import phone
from app.forms.load import Forms
from app.forms.spec import Choice, Form, say
from app.forms.words import in_words
from app.records.accounts import Agent, Session
from app.records.calls import Call
from app.records.cases import Case, CaseState
from app.records.conflicts import Conflict
from app.records.customers import Customer
from app.records.ids import Id
from app.records.orders import Order, OrderState
from app.store.lists import Mark, Stretch, Wanted
from app.store.store import Store

Value = str | int | bool | datetime | tuple[str, ...] | None
Cells = dict[str, Value]

_MANY = 5_000  # open conflicts of the rows of one page
_SHIFT = timedelta(hours=12)  # nobody sits longer: an earlier sign-in was another shift


@dataclass(frozen=True, slots=True)
class Column:
    """``sort`` names what the store can sort by; ``shown``: to begin with."""

    code: str
    sort: str = ""
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Listing:
    """One list: its kind of record, its columns, the time it is sorted by to begin with, and the
    filters that mean something in it."""

    kind: str
    columns: tuple[Column, ...]
    dated: str
    filters: frozenset[str]
    states: tuple[str, ...] = ()


LISTS: dict[str, Listing] = {
    "calls": Listing(
        "call",
        (
            Column("number", "number"),
            Column("started", "started_at"),
            Column("category"),
            Column("name"),
            Column("phone"),
            Column("address"),
            Column("owes"),
            Column("form", shown=False),
            Column("handler", shown=False),
            Column("first_taker", shown=False),
            Column("channel", shown=False),
            Column("case", shown=False),
        ),
        "started_at",
        frozenset({"form", "mine", "owing", "date"}),
    ),
    "cases": Listing(
        "case",
        (
            Column("number", "number"),
            Column("title"),
            Column("state"),
            Column("due", "due_at"),
            Column("retention"),
            Column("handler"),
            Column("opened", "opened_at"),
            Column("form", shown=False),
            Column("first_taker", shown=False),
            Column("call", shown=False),
        ),
        "opened_at",
        frozenset({"form", "state", "mine", "open", "late", "date"}),
        tuple(state.value for state in CaseState),
    ),
    "orders": Listing(
        "order",
        (
            Column("number", "number"),
            Column("title"),
            Column("team"),
            Column("state"),
            Column("due", "due_at"),
            Column("slips"),
            Column("ordered", "ordered_at"),
            Column("ordered_by", shown=False),
            Column("case", shown=False),
        ),
        "ordered_at",
        frozenset({"form", "state", "team", "open", "late", "date"}),
        tuple(state.value for state in OrderState),
    ),
    "customers": Listing(
        "customer",
        (
            Column("name", "name"),
            Column("phones"),
            Column("addresses"),
            Column("open"),
            Column("seen", "seen_at"),
            Column("created", shown=False),
        ),
        "seen_at",
        frozenset({"date"}),
    ),
}
_DONE = {"done", "closed", "merged", "cancelled", "void"}


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a list; a filter the list does not have is passed over."""

    text: str = ""
    form: str = ""
    state: str = ""
    team: str = ""
    mine: bool = False
    open: bool = False
    late: bool = False
    owing: bool = False
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """``due`` only while the matter is open: what is closed cannot be late. ``disputed``: with an open
    conflict."""

    row: int
    kind: str
    id: Id
    cells: Cells = field(default_factory=dict)
    is_open: bool = True
    due: datetime | None = None
    disputed: bool = False


class Lists:
    """Made for a background lane; every call is one short reading."""

    def __init__(
        self,
        store: Store,
        forms: Forms,
        agent: Agent,
        seat_code: str,
        now: Callable[[], datetime],
        lang: str,
    ) -> None:
        self._store, self._forms, self._agent = store, forms, agent
        self._seat_code, self._now, self._lang = seat_code, now, lang
        self._known: dict[tuple[str, int], Form] = {}

    def wanted(self, name: str, filters: Filters, sort: str = "", *, descending: bool = True) -> Wanted:
        """Return what to walk for this list; *late* is by the clock of now."""
        listing = LISTS[name]
        has = listing.filters
        states = {"state": filters.state, "team": filters.team, "form": filters.form}
        equals = [(column, value) for column, value in states.items() if value and column in has]
        if filters.mine and "mine" in has:
            equals.insert(0, ("handler", self._agent.id))
        still_open = listing.kind == "case" and bool(filters.state) and filters.state not in _DONE
        text = filters.text.strip()
        return Wanted(
            listing.kind,
            sort or listing.dated,
            descending,
            equals=tuple(equals),
            open_only="open" in has and (filters.open or still_open),
            owing=filters.owing and "owing" in has,
            late_at=self._now() if filters.late and "late" in has else None,
            since=filters.since,
            until=filters.until,
            text=text,
            numbers=numbers_meant(text, self._seat_code) if text else (),
        )

    def walk(self, wanted: Wanted, mark: Mark | None = None) -> Stretch:
        return self._store.lists.walk(wanted, mark)

    def rows(self, name: str, order: Sequence[int], *, full: bool = False) -> list[Row]:
        """Return what the list shows of these, numbers masked unless *full*; a handful of questions
        however many rows."""
        kind = LISTS[name].kind
        found = self._store.lists.read(kind, order)
        records = [record for _, record in found]
        match kind:
            case "call":
                shown = self._calls(records, full)
            case "case":
                shown = self._cases(records)
            case "order":
                shown = self._orders(records)
            case _:
                shown = self._customers(records, full)
        disputed = self._disputed([record.id for record in records])
        return [
            Row(row, kind, record.id, cells, _is_open(record), _due(record), record.id in disputed)
            for (row, record), cells in zip(found, shown, strict=True)
        ]

    def _disputed(self, ids: Sequence[Id]) -> set[Id]:
        found = self._store.find(Conflict, record=tuple(ids), decision=None, limit=_MANY) if ids else []
        return {conflict.record for conflict in found}

    def shift_began(self) -> datetime:
        """Return when this agent first signed in here in this shift."""
        now = self._now()
        sessions = self._store.find(Session, agent=self._agent.id, limit=50)
        return min((s.since for s in sessions if now - _SHIFT <= s.since <= now), default=now)

    def forms(self) -> list[tuple[str, str]]:
        """Return every form, with its title: the ones asked now."""
        return [(form.name, say(form.title, self._lang)) for form in self._forms.newest()]

    def teams(self) -> list[tuple[str, str]]:
        return [(team.code, say(team.label, self._lang)) for team in self._forms.lists.get("teams", ())]

    # -- what each shows --

    def _calls(self, calls: list[Call], full: bool) -> list[Cells]:
        people = self._people([*(c.handler for c in calls), *(c.first_taker for c in calls)])
        cases = self._store.lists.told("case", "number", [c.case for c in calls if c.case])
        return [
            {
                "number": c.number,
                "started": c.started_at,
                "category": self._answer(c, "category") or self._title(c),
                "name": self._answer(c, "name"),
                "phone": self._answer(c, "phone", partial(_number, full=full)),
                "address": self._answer(c, "address"),
                "owes": c.owes,
                "form": self._title(c),
                "handler": people.get(c.handler, ""),
                "first_taker": people.get(c.first_taker, ""),
                "channel": self._label("channels", c.channel),
                "case": cases.get(c.case or "", ""),
            }
            for c in calls
        ]

    def _cases(self, cases: list[Case]) -> list[Cells]:
        people = self._people([*(c.handler for c in cases), *(c.first_taker for c in cases)])
        calls = self._store.lists.told("call", "number", [c.call for c in cases])
        return [
            {
                "number": c.number,
                "title": c.title,
                "state": c.state.value,
                "due": c.due_at,
                "retention": c.opened_at if c.state.is_open else None,
                "handler": people.get(c.handler, ""),
                "opened": c.opened_at,
                "form": self._title(c),
                "first_taker": people.get(c.first_taker, ""),
                "call": calls.get(c.call, ""),
            }
            for c in cases
        ]

    def _orders(self, orders: list[Order]) -> list[Cells]:
        people = self._people([o.ordered_by for o in orders])
        slips = self._store.lists.counted("slip", "order", [o.id for o in orders])
        cases = self._store.lists.told("case", "number", [o.case for o in orders])
        return [
            {
                "number": o.number,
                "title": joined(self._title(o), self._answer(o, "address")),
                "team": self._label("teams", o.team),
                "state": o.state.value,
                "due": o.due_at,
                "slips": slips.get(o.id, 0),
                "ordered": o.ordered_at,
                "ordered_by": people.get(o.ordered_by, ""),
                "case": cases.get(o.case, ""),
            }
            for o in orders
        ]

    def _customers(self, customers: list[Customer], full: bool) -> list[Cells]:
        matters = self._store.lists.counted("case", "customer", [c.id for c in customers], open_only=True)
        return [
            {
                "name": c.name,
                "phones": tuple(_number(p, full=full) for p in c.phones),
                "addresses": c.addresses,
                "open": matters.get(c.id, 0),
                "seen": c.seen_at,
                "created": c.created_at,
            }
            for c in customers
        ]

    def _people(self, ids: Sequence[str]) -> Mapping[str, str]:
        told = self._store.lists.told
        numbers, names = told("agent", "agent_no", ids), told("agent", "name", ids)
        return {id: f"{number} {names.get(id, '')}".strip() for id, number in numbers.items()}

    def _form(self, record: Call | Case | Order) -> Form:
        key = record.form, record.form_version
        if key not in self._known:
            self._known[key] = self._forms.get(*key)
        return self._known[key]

    def _title(self, record: Call | Case | Order) -> str:
        return say(self._form(record).title, self._lang)

    def _answer(self, record: Call | Order, name: str, said: Callable[[str], str] = str) -> str:
        """Return the answer in words; what was typed as it was *said*."""
        form, value = self._form(record), record.answers.get(name)
        asked = form.field(name) if name in form.names else None
        if isinstance(value, str) and (asked is None or not asked.choices):
            return said(value)
        return in_words(asked, value, self._lang, self._forms.lists) if asked and value is not None else ""

    def _label(self, name: str, code: str) -> str:
        choices: tuple[Choice, ...] = self._forms.lists.get(name, ())
        return next((say(each.label, self._lang) for each in choices if each.code == code), code)


def _number(said: str, *, full: bool) -> str:
    return phone.group(said) if full else phone.mask(said)


def _is_open(record: Any) -> bool:
    state = getattr(record, "state", None)
    return state is None or state.value not in _DONE


def _due(record: Any) -> datetime | None:
    return getattr(record, "due_at", None) if _is_open(record) else None
