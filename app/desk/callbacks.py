"""Calls owed (回电): for a missed call, a left message, a promise (CALL-5, CB-3); taken, tried, and done with
what came of it. None is ever dropped."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from app.desk.cases import promised
from app.forms import phone
from app.forms.load import Forms
from app.forms.spec import Choice, Form
from app.records.accounts import Agent
from app.records.callbacks import LONGEST_NOTE, Callback, Why
from app.records.calls import Call
from app.records.ids import Id, id_of, new_id
from app.records.rings import Ring
from app.store.store import Store, Writer

OUTCOMES = "callback_outcomes"


class Callbacks:
    def __init__(self, store: Store, forms: Forms, agent: Agent, now: Callable[[], datetime]) -> None:
        self._store, self._agent, self._now = store, agent, now
        self.outcomes: tuple[Choice, ...] = forms.lists.get(OUTCOMES, ())

    def get(self, callback: Id) -> Callback | None:
        return self._store.get(Callback, callback)

    def open(self, limit: int = 200) -> list[Callback]:
        """Return what is owed by this agent, or by nobody yet, the soonest due first."""
        found = self._store.find(Callback, limit=limit, soonest="due_at", outcome=None, handler=None)
        found += self._store.find(
            Callback, limit=limit, soonest="due_at", outcome=None, handler=self._agent.id
        )
        return sorted(found, key=lambda each: each.due_at)

    def is_mine(self, owed: Callback) -> bool:
        return owed.handler == self._agent.id

    def count(self) -> int:
        return sum(self._store.count(Callback, outcome=None, handler=of) for of in (None, self._agent.id))

    def due(self) -> list[Callback]:
        """Return those of open() whose time has come, and that are not to be tried again later."""
        now = self._now()
        return [each for each in self.open() if max(each.due_at, each.again_at or each.due_at) <= now]

    def of_number(self, number: str) -> list[Callback]:
        """Return what is owed to the normalised *number*, whoever is to do it."""
        return self._store.find(Callback, number=number, outcome=None) if number else []

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
        told = " ".join(note.split())[:LONGEST_NOTE]
        tried = {"id": new_id(), "at": now.isoformat(), "by": me, "outcome": outcome, "note": told}
        owed = replace(owed, handler=owed.handler or me, tries=(*owed.tries, tried))
        again = next((each.minutes for each in self.outcomes if each.code == outcome), 0)
        if again:
            return self._put(replace(owed, again_at=now + timedelta(minutes=again)))
        return self._put(replace(owed, outcome=outcome, done_at=now, done_by=me))

    def _put(self, owed: Callback) -> Callback:
        with self._store.write() as to:
            to.put(owed)
        return owed


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
