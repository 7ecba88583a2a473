"""The clocks of what is open: read from the file beside the window, kept as one board."""

from collections.abc import Callable, Iterable, Sequence
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
    "cases": frozenset({"case", "call"}),
    "orders": frozenset({"order"}),
    "drafts": frozenset({"draft"}),
    "tasks": frozenset({"task"}),
}


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
        self._calls: dict[Id, Call] = {}  # by the case they opened
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
        for part in parts:
            clocks = [each for facts in self._read[part]() for each in self._reckoned(facts)]
            self._parts[part] = clocks
        found = [each for clocks in self._parts.values() for each in clocks]
        # What is closed is forgotten.
        open_now = {(each.facts.of, each.facts.id) for each in found}
        self._known = {key: self._known[key] for key in open_now}
        self._calls = {case: call for case, call in self._calls.items() if ("case", case) in open_now}
        self.board = board_of(found, self.agent, is_cut=bool(self._cut))
        return self.board

    def of(self, record: Case | Order) -> list[Running]:
        """Return the clocks of one record as it stands, the first due first."""
        facts = self._of_cases([record])[0] if isinstance(record, Case) else self._of_order(record)
        closed = isinstance(record, Case) and not record.state.is_open
        return [] if closed else sorted(running(facts, self.rules), key=lambda clock: clock.due)

    def _reckoned(self, facts: Facts) -> list[Running]:
        known = self._known.get((facts.of, facts.id))
        if known is None or known[0] != facts:
            known = self._known[facts.of, facts.id] = facts, running(facts, self.rules)
        return known[1]

    # -- the facts --

    def _cases(self) -> list[Facts]:
        mine: dict[str, Any] = {} if self._concerns_all("case") else {"handler": self.agent.id}
        return self._of_cases(self._some("cases", Case, state=OPEN_STATES, **mine))

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

    def _of_cases(self, cases: Sequence[Case]) -> list[Facts]:
        ids = tuple(case.id for case in cases)
        calls, steps = self._calls_of(ids), self._past.steps(ids)
        asked = self._past.asked(ids) if self._past.asked else None
        return [
            Facts(
                "case",
                "case",
                case.id,
                hidden(case.title),
                case.form,
                case.state,
                case.handler,
                self._starts(case, calls.get(case.id), steps.get(case.id, ())),
                case.number,
                case.due_at,
                calls[case.id].answers if case.id in calls else {},
                None if asked is None else asked.get(case.id, ()),
            )
            for case in cases
        ]

    def _calls_of(self, cases: Sequence[Id]) -> dict[Id, Call]:
        """Return the calls that opened them; what clocks need of one never changes: each is read once."""
        wanting = tuple(case for case in cases if case not in self._calls)
        if wanting:
            found = self._store.find(Call, case=wanting, limit=len(wanting))
            self._calls.update({call.case: call for call in found if call.case})
        return self._calls

    def _starts(self, case: Case, call: Call | None, steps: Sequence[Step]) -> dict[Start, datetime]:
        starts = {Start.RECEIVED: call.started_at if call else case.opened_at, Start.OPENED: case.opened_at}
        state, since, _ = way_of(case, call, steps, self._forms.get(case.form, case.form_version).case)[-1]
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
            order.answers,
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
