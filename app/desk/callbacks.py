"""Calls owed (回电): for a missed call, a left message, a promise (CALL-5, CB-3), for what somebody decided;
taken, tried, and done with what came of it. None is ever dropped."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from app.desk import visits
from app.desk.cases import promised
from app.desk.owing import ended, tried
from app.forms import phone
from app.forms.load import Forms
from app.forms.spec import Choice, Form
from app.records.accounts import Agent
from app.records.callbacks import Callback, Why
from app.records.calls import Call
from app.records.customers import Customer
from app.records.escalations import Escalation
from app.records.ids import Id, id_of
from app.records.rings import Ring
from app.store.store import Not, Store, Writer

OUTCOMES = "callback_outcomes"
_PROMISED = Not(Why.VISIT.value)


class Callbacks:
    def __init__(self, store: Store, forms: Forms, agent: Agent, now: Callable[[], datetime]) -> None:
        self._store, self._forms, self._agent, self._now = store, forms, agent, now

    def outcomes(self, owed: Callback) -> tuple[Choice, ...]:
        """Return what may have come of it: what a visit ends by is another list."""
        return self._forms.lists.get(visits.OUTCOMES if owed.why is Why.VISIT else OUTCOMES, ())

    def get(self, callback: Id) -> Callback | None:
        return self._store.get(Callback, callback)

    def open(self, limit: int = 200) -> list[Callback]:
        """Return what is owed by this agent, or by nobody yet, the soonest due first; visits are called in
        rounds of their own."""
        found = []
        for handler in (None, self._agent.id):
            found += self._store.find(
                Callback, limit=limit, soonest="due_at", outcome=None, handler=handler, why=_PROMISED
            )
        return sorted(found, key=lambda each: each.due_at)

    def is_mine(self, owed: Callback) -> bool:
        return owed.handler == self._agent.id

    def count(self) -> int:
        return sum(
            self._store.count(Callback, outcome=None, handler=of, why=_PROMISED)
            for of in (None, self._agent.id)
        )

    def due(self) -> list[Callback]:
        """Return those of open() whose time has come, and that are not to be tried again later."""
        now = self._now()
        return [each for each in self.open() if max(each.due_at, each.again_at or each.due_at) <= now]

    def of_number(self, number: str) -> list[Callback]:
        """Return what is owed to the normalised *number*, whoever is to do it."""
        return self._store.find(Callback, number=number, outcome=None) if number else []

    def leads_to(self, owed: Callback) -> tuple[str, Id] | None:
        """Return kind and id of what is to be looked at before that call; of a complaint its case, where the
        next step says what the customer thinks of it."""
        if owed.why is Why.VISIT and owed.case:
            return ("order", owed.of) if owed.of else ("case", owed.case)
        call = self._store.get(Call, owed.call) if owed.call else None
        if call is None:
            return None
        if owed.why is Why.COMPLAINT and call.case:
            return "case", call.case
        about = (call.id, call.case) if call.case else (call.id,)
        asked = self._store.find(Escalation, of=about) if owed.why is Why.ANSWER else []
        answered = next((each for each in asked if each.answered_at), None)
        return ("escalation", answered.id) if answered else ("call", call.id)

    def rings(self, callback: Id) -> list[Ring]:
        """Return the calls it is owed for, the newest first."""
        return self._store.find(Ring, callback=callback)

    def take(self, callback: Id) -> Callback | None:
        """Make it this agent's to do, whose it may have been."""
        owed = self.get(callback)
        if owed is None or owed.outcome:
            return owed
        return self._put(replace(owed, handler=self._agent.id))

    def note(self, callback: Id, outcome: str, note: str = "") -> Callback | None:
        """Say what came of calling back: *outcome* ends it, or has it tried again later. One that was ended
        meanwhile stays as it is."""
        owed = self.get(callback)
        if owed is None or owed.outcome:
            return owed
        now, me = self._now(), self._agent.id
        if again := self.again(owed, outcome):
            return self._put(replace(tried(owed, me, now, outcome, note), again_at=now + again))
        return self._put(ended(owed, me, now, outcome, note))

    def again(self, owed: Callback, outcome: str) -> timedelta:
        """Return after how long it is tried again, zero where *outcome* ends it."""
        known = (each.minutes for each in self.outcomes(owed) if each.code == outcome)
        return timedelta(minutes=next(known, 0))

    def _put(self, owed: Callback) -> Callback:
        with self._store.write() as to:
            to.put(owed)
        return owed


def owed_to(store: Store, person: Customer, files: Sequence[Id]) -> list[Callback]:
    """Return what is owed to this person, under whichever of their *files*, the soonest due first."""
    found = store.find(Callback, number=person.phones, outcome=None) if person.phones else []
    found += store.find(Callback, customer=tuple(files), outcome=None)
    return sorted({each.id: each for each in found}.values(), key=lambda each: each.due_at)


def promise(to: Writer, form: Form, call: Call, before: Call | None = None) -> None:
    """Owe within *to* what *call* promises, unless it did so *before*. A form that sends a team promises a
    visit, any other a word (CB-3); of a time that is past nothing is owed."""
    due = promised(call.answers)
    if form.order or due is None or due <= call.saved_at or (before and promised(before.answers)):
        return
    number = call.answers.get("phone")
    to.put(
        Callback(
            id=id_of(call.started_at, "promise", call.id),
            why=Why.PROMISE,
            owed_at=call.saved_at,
            due_at=due,
            number=phone.normalise(number) if isinstance(number, str) else "",
            customer=call.customer,
            call=call.id,
            handler=call.handler,
        )
    )
