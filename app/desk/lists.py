"""Lists of calls, cases, orders, customers, callbacks, tasks, prints and accesses: the rows each shows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from app.desk.find import numbers_meant
from app.desk.listings import LISTS, Filters
from app.desk.owing import said
from app.desk.said import Said
from app.desk.steps import OUTCOMES as RESULTS
from app.desk.titles import joined
from app.forms import phone
from app.forms.load import Forms
from app.forms.spec import Choice, Form, say
from app.forms.words import in_words
from app.records.accesses import Access
from app.records.accounts import Agent, Session
from app.records.callbacks import Callback
from app.records.calls import Call
from app.records.cases import Case
from app.records.conflicts import Conflict
from app.records.customers import Customer
from app.records.ids import Id
from app.records.orders import Act, Order
from app.records.register import Fate, Print
from app.records.tasks import Task
from app.store.lists import Mark, Stretch, Wanted
from app.store.store import Store

Value = str | int | bool | datetime | tuple[str, ...] | None
Cells = dict[str, Value]

_MANY = 5_000  # open conflicts of the rows of one page
_SHIFT = timedelta(hours=12)  # nobody sits longer: an earlier sign-in was another shift


NUMBERS = frozenset({"phone", "phones"})
TYPED = frozenset(
    {"name", "category", "address", "addresses", "title", "reason"}
)  # a number may stand in them too
_DONE = {"done", "closed", "merged", "cancelled", "void"}


@dataclass(frozen=True, slots=True)
class Row:
    """``due`` only while the matter is open: what is closed cannot be late. ``disputed``: with an open
    conflict. ``about``: what is opened for it, where that is another."""

    row: int
    kind: str
    id: Id
    cells: Cells = field(default_factory=dict)
    is_open: bool = True
    due: datetime | None = None
    disputed: bool = False
    about: tuple[str, str] | None = None


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
        self.said = Said(store, forms)
        self._known: dict[tuple[str, int], Form] = {}

    def wanted(self, name: str, filters: Filters, sort: str = "", *, descending: bool = True) -> Wanted:
        """Return what to walk for this list; *late* is by the clock of now."""
        listing = LISTS[name]
        has = listing.filters
        states = {"state": filters.state, "team": filters.team, "form": filters.form}
        stands_in = {"state": listing.stated}
        equals = [(stands_in.get(by, by), value) for by, value in states.items() if value and by in has]
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
        if wanted.text:
            self.said.learn()  # of a call that was just saved nothing is known yet
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
            case "callback":
                shown = self._callbacks(records, full)
            case "task":
                shown = self._tasks(records)
            case "print":
                shown = self._prints(records)
            case "access":
                shown = self._accesses(records)
            case _:
                shown = self._customers(records, full)
        disputed, about = self._disputed([record.id for record in records]), self._about(records)
        return [
            Row(
                row,
                kind,
                record.id,
                cells if full else _hidden(cells),
                _is_open(record),
                _due(record),
                record.id in disputed,
                about.get(record.id),
            )
            for (row, record), cells in zip(found, shown, strict=True)
        ]

    def _about(self, records: Sequence[Any]) -> dict[Id, tuple[str, str]]:
        """Return what is opened for those that are only told of something."""
        prints = [record for record in records if isinstance(record, Print)]
        orders = self._store.lists.told("slip", "order", [p.slip for p in prints]) if prints else {}
        about = {p.id: (Order.kind, orders.get(p.slip, "")) for p in prints}
        return about | {a.id: (a.of, a.record) for a in records if isinstance(a, Access)}

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
        people = self._people([id for o in orders for id in (o.ordered_by, o.closer) if id])
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
                "chases": o.taken(Act.PRESS),
                "outcome": self._label(RESULTS, o.outcome),
                "closer": people.get(o.closer, "") if o.closer else "",
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

    def _callbacks(self, owed: list[Callback], full: bool) -> list[Cells]:
        people = self._people([c.handler for c in owed if c.handler])
        names = self._store.lists.told("customer", "name", [c.customer for c in owed if c.customer])
        calls = self._store.lists.told("call", "number", [c.call for c in owed if c.call])
        return [
            {
                "due": c.due_at,
                "why": c.why.value,
                "phone": _number(c.number, full=full) if c.number else "",
                "name": names.get(c.customer or "", ""),
                "handler": people.get(c.handler or "", ""),
                "owed": c.owed_at,
                "tries": len(c.tries),
                "outcome": said(self._forms, c.why, c.result, self._lang),
                "line": c.line,
                "after_hours": c.after_hours,
                "call": calls.get(c.call or "", ""),
                "done": c.done_at,
            }
            for c in owed
        ]

    def _tasks(self, tasks: list[Task]) -> list[Cells]:
        people = self._people([t.asked_by for t in tasks])
        found = self._store.find(Case, id=tuple({t.case for t in tasks}), limit=len(tasks)) if tasks else []
        cases = {case.id: case for case in found}
        return [
            {
                "opened": cases[t.case].opened_at if t.case in cases else None,
                "case": cases[t.case].number if t.case in cases else "",
                "inspector": t.inspector,
                "ask": t.ask.value,
                "asked": t.asked_at,
                "due": t.due_at,
                "chases": len(t.chases),
                "result": f"{t.ask.value}.{t.result.value}" if t.result else "",
                "answered": t.answered_at,
                "title": cases[t.case].title if t.case in cases else "",
                "asked_by": people.get(t.asked_by, ""),
            }
            for t in tasks
        ]

    def _prints(self, prints: list[Print]) -> list[Cells]:
        told, slips = (
            self._store.lists.told,
            [*(p.slip for p in prints), *(p.other for p in prints if p.other)],
        )
        people, numbers = self._people([p.agent for p in prints]), told("slip", "number", slips)
        of = told("slip", "order", slips)
        orders = told("order", "number", of.values())
        return [
            {
                "slip": numbers.get(p.slip, ""),
                "at": p.at,
                "fate": p.fate.value,
                "n": 0 if p.fate is Fate.VOID else p.n + 1,
                "copies": tuple(self._label("copies", copy) for copy in p.copies),
                "order": orders.get(of.get(p.slip, ""), ""),
                "agent": people.get(p.agent, ""),
                "reason": p.reason,
                "other": numbers.get(p.other or "", ""),
                "seat": p.seat,
            }
            for p in prints
        ]

    def _accesses(self, accesses: list[Access]) -> list[Cells]:
        people = self._people([a.agent for a in accesses])
        named: dict[str, str] = {}
        for kind in {a.of for a in accesses if a.record}:
            column = "name" if kind == Customer.kind else "number"
            named |= self._store.lists.told(kind, column, [a.record for a in accesses if a.of == kind])
        return [
            {
                "at": a.at,
                "agent": people.get(a.agent, ""),
                "deed": a.deed.value,
                "of": a.of,
                "record": named.get(a.record, ""),
                "count": a.count,
                "whole": a.whole,
                "words": a.words,
                "seat": a.seat,
            }
            for a in accesses
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

    def _answer(self, record: Call | Order, name: str, said: Callable[[str], str] | None = None) -> str:
        """Return the answer in words; what was typed as it was *said*."""
        value = record.answers.get(name)
        if value is None:
            return ""
        form = self._form(record)
        asked = form.field(name) if name in form.names else None
        if isinstance(value, str) and (asked is None or not asked.choices):
            return said(value) if said else value
        return in_words(asked, value, self._lang, self._forms.lists) if asked else ""

    def _label(self, name: str, code: str) -> str:
        choices: tuple[Choice, ...] = self._forms.lists.get(name, ())
        return next((say(each.label, self._lang) for each in choices if each.code == code), code)


def _hidden(cells: Cells) -> Cells:
    return {code: _hide(value) if code in TYPED else value for code, value in cells.items()}


def _hide(value: Value) -> Value:
    if isinstance(value, tuple):
        return tuple(map(phone.hidden, value))
    return phone.hidden(value) if isinstance(value, str) else value


def _number(said: str, *, full: bool) -> str:
    return phone.group(said) if full else phone.mask(said)


def _is_open(record: Any) -> bool:
    if isinstance(record, Task):
        return record.answered_at is None
    state = getattr(record, "state", None)
    return state is None or state.value not in _DONE


def _due(record: Any) -> datetime | None:
    return getattr(record, "due_at", None) if _is_open(record) else None
