"""The clocks of what is open: read from the file beside the window, kept as one board."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.desk.board import Board, Facts, Running, board_of, running
from app.desk.cases import OPEN_STATES
from app.desk.retention import NOTHING_KEPT, Past, Step, way_of
from app.desk.titles import joined, whereabouts
from app.forms.clocks import DRAFT, Rule, Start
from app.forms.load import Forms
from app.forms.phone import hidden
from app.forms.spec import say
from app.records.accounts import Agent
from app.records.calls import Call
from app.records.cases import Case
from app.records.drafts import Draft
from app.records.ids import Id
from app.records.orders import Order, OrderState
from app.store.store import Store

_MOST = 5_000  # of a kind; of more those that are due first
_OPEN_ORDERS = tuple(s.value for s in OrderState if s not in (OrderState.CLOSED, OrderState.VOID))
# What is read apart, and the kinds of record whose change may change it.
PARTS = {
    "cases": frozenset({"case", "call", "move", "task"}),
    "orders": frozenset({"order"}),
    "drafts": frozenset({"draft"}),
    "tasks": frozenset({"task"}),
}


@dataclass(frozen=True, slots=True)
class _Begun:
    """What clocks need of the call that opened a case, and no more of what was said in it."""

    at: datetime
    answers: Mapping[str, Any]


class Clocks:
    """``board`` is what read() returned last; read() may be called on any thread, by one at a time."""

    def __init__(
        self,
        store: Store,
        forms: Forms,
        agent: Agent,
        now: Callable[[], datetime],
        lang: str,
        past: Past = NOTHING_KEPT,
    ) -> None:
        self._store, self._forms, self.agent, self.now = store, forms, agent, now
        self._lang, self._past = lang, past
        self.board = Board()
        self._parts: dict[str, list[Running]] = {}
        self._cut: set[str] = set()
        self._begun: dict[Id, _Begun] = {}  # by case; it never changes: each call is read once
        self._needed = {"due_at"}.union(*(rule.when for rule in forms.clocks))
        self._is_left = False
        self._known: dict[tuple[str, Id], tuple[Facts, list[Running]]] = {}
        self._read: dict[str, Callable[[], list[Facts]]] = {
            "cases": self._cases,
            "orders": self._orders,
            "drafts": self._drafts,
            "tasks": past.tasks,
        }

    @property
    def rules(self) -> tuple[Rule, ...]:
        return self._forms.clocks

    def read(self, parts: Iterable[str] = PARTS) -> Board:
        """Read these parts again; what has not changed is not reckoned again."""
        for part in () if self._is_left else parts:
            clocks = [each for facts in self._read[part]() for each in self._reckoned(facts)]
            self._parts[part] = clocks
        found = [each for clocks in self._parts.values() for each in clocks]
        if self._is_left:  # meanwhile
            self.leave()
            return self.board
        # What is closed is forgotten.
        open_now = {(each.facts.of, each.facts.id) for each in found}
        self._known = {key: self._known[key] for key in open_now}
        self._begun = {case: begun for case, begun in self._begun.items() if ("case", case) in open_now}
        self.board = board_of(found, self.agent, is_cut=bool(self._cut))
        return self.board

    def leave(self) -> None:
        """Forget everything, and begin nothing any more: the file closes."""
        self._is_left = True
        self.board, self._parts, self._known, self._begun = Board(), {}, {}, {}

    def of(self, record: Case | Order) -> list[Running]:
        """Return the clocks of one record as it stands, the first due first."""
        if isinstance(record, Order):
            facts = self._of_order(record)
        elif record.state.is_open:
            (facts,) = self._of_cases([record], self._begun_of([record]))
        else:
            return []
        return sorted(running(facts, self.rules), key=lambda clock: clock.due)

    def _reckoned(self, facts: Facts) -> list[Running]:
        known = self._known.get((facts.of, facts.id))
        if known is None or known[0] != facts:
            known = self._known[facts.of, facts.id] = facts, running(facts, self.rules)
        return known[1]

    # -- the facts --

    def _cases(self) -> list[Facts]:
        mine: dict[str, Any] = {} if self._concerns_all("case") else {"handler": self.agent.id}
        cases = self._some("cases", Case, state=OPEN_STATES, **mine)
        self._begun |= self._begun_of([case for case in cases if case.id not in self._begun])
        return self._of_cases(cases, self._begun)

    def _orders(self) -> list[Facts]:
        """Only of forms that have such a rule: of most orders the case is what runs."""
        rules = [rule for rule in self.rules if rule.of == "order"]
        if not rules:
            return []
        named = {form for rule in rules for form in rule.forms}
        forms = {"form": tuple(named)} if all(rule.forms for rule in rules) else {}
        return [self._of_order(o) for o in self._some("orders", Order, state=_OPEN_ORDERS, **forms)]

    def _drafts(self) -> list[Facts]:
        forms = {form for rule in self.rules if DRAFT in rule.states for form in rule.forms}
        found = [d for d in self._store.drafts.of_agent(self.agent.id) if d.form in forms]
        kept = self._store.there(Call, [draft.id for draft in found]) if found else ()
        return [self._of_draft(draft) for draft in found if draft.id not in kept]

    def _some(self, part: str, kind: type[Any], **equals: Any) -> list[Any]:
        found = self._store.find(kind, limit=_MOST, soonest="due_at", **equals)
        (self._cut.add if len(found) == _MOST else self._cut.discard)(part)
        return found

    def _concerns_all(self, of: str) -> bool:
        """Tell whether a rule says something to this agent of what is in others' hands."""
        role = self.agent.role
        told = (
            people
            for rule in self.rules
            if rule.of == of
            for people in (rule.tell, (rule.hands,), *(w.tell for w in rule.warns))
        )
        return any(role in people for people in told)

    def _of_cases(self, cases: Sequence[Case], begun: Mapping[Id, _Begun]) -> list[Facts]:
        ids = tuple(case.id for case in cases)
        steps, asked = self._past.steps(ids), self._past.asked(ids) if self._past.asked else None
        return [
            Facts(
                "case",
                "case",
                case.id,
                hidden(case.title),
                case.form,
                case.state,
                case.handler,
                self._starts(case, begun.get(case.id), steps.get(case.id, ())),
                case.number,
                case.due_at,
                begun[case.id].answers if case.id in begun else {},
                None if asked is None else asked.get(case.id, ()),
            )
            for case in cases
        ]

    def _begun_of(self, cases: Sequence[Case]) -> dict[Id, _Begun]:
        """Return how these began; of a case whose call is not here yet, nothing."""
        ids, opened_by = tuple(case.id for case in cases), {case.call: case.id for case in cases}
        found = self._store.find(Call, case=ids, limit=_MOST) if ids else []
        return {
            opened_by[call.id]: _Begun(call.started_at, self._told(call.answers))
            for call in found
            if call.id in opened_by
        }

    def _told(self, answers: Mapping[str, Any]) -> dict[str, Any]:
        return {name: answers[name] for name in self._needed if name in answers}

    def _starts(self, case: Case, begun: _Begun | None, steps: Sequence[Step]) -> dict[Start, datetime]:
        at = begun.at if begun else None
        starts = {Start.RECEIVED: at or case.opened_at, Start.OPENED: case.opened_at}
        state, since, _ = way_of(case, at, steps, self._forms.get(case.form, case.form_version).case)[-1]
        # Where it came here nobody knows how, no clock is guessed.
        return {**starts, Start.DESK: since} if state == case.state else starts

    def _of_order(self, order: Order) -> Facts:
        form = self._forms.get(order.form, order.form_version)
        return Facts(
            "order",
            "order",
            order.id,
            hidden(joined(say(form.title, self._lang), whereabouts(order.answers))),
            order.form,
            order.state,
            order.ordered_by,
            {Start.ORDERED: order.ordered_at},
            order.number,
            order.due_at,
            self._told(order.answers),
        )

    def _of_draft(self, draft: Draft) -> Facts:
        form = self._forms.get(draft.form)
        return Facts(
            "case",
            "draft",
            draft.id,
            hidden(joined(say(form.title, self._lang), whereabouts(draft.answers))),
            draft.form,
            DRAFT,
            draft.agent,
            dict.fromkeys((Start.RECEIVED, Start.DESK), draft.started_at),
        )
