"""Calls that come in, as the telephone system tells of them: who rings, who saw to it, what is owed of it."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from app.desk.customers import Customers
from app.desk.letters import TOLD
from app.forms.hours import SERVICE, Hours
from app.forms.load import Forms
from app.forms.rings import RingRules
from app.forms.telephony import RingRefused
from app.records.callbacks import Callback, Why
from app.records.calls import Call
from app.records.ids import Id, id_of, new_id
from app.records.rings import Event, Ring, Told
from app.store.store import Store

_RECENT = 50  # rings of this seat that are looked at
_CHECKED = 5  # of them whether somebody has seen to them otherwise
_AGAIN = timedelta(hours=1)  # a system that counts anew gives an old id to another contact
_FIELDS = {
    Event.RING: "rang_at",
    Event.ANSWER: "answered_at",
    Event.END: "ended_at",
    Event.MISSED: "missed_at",
    Event.MESSAGE: "message_at",
}
_BEGINS = frozenset({Event.RING, Event.ANSWER, Event.MISSED, Event.MESSAGE})
ANSWERED = "answered"  # the outcome of what turns out not to be owed


class Rings:
    def __init__(self, store: Store, forms: Forms, agent: Id, now: Callable[[], datetime]) -> None:
        self._store, self._agent, self._now = store, agent, now
        self._forms = forms
        self._customers = Customers(store)

    @property
    def _rules(self) -> RingRules:
        return self._forms.rings

    @property
    def _hours(self) -> Hours:
        return self._forms.hours.named[SERVICE]

    # -- what is told --

    def catch_up(self) -> list[Ring]:
        """Hear what came while the seat was locked, and return what it is of, as that stands now; what is
        refused then, nobody is there to be told of."""
        waiting, heard = self._store.setting(TOLD) or (), dict[Id, Ring]()
        for texts in waiting:
            with suppress(RingRefused):
                ring = self.hear(Told.of_texts(texts))
                heard[ring.id] = ring
        if waiting:
            with self._store.write() as to:
                to.set(TOLD, [])
        return list(heard.values())

    def hear(self, told: Told) -> Ring:
        """Keep one word of the telephone system's, once; raises RingRefused where it is of nothing, or of
        what was told otherwise."""
        known = self._known(told)
        ring = _with(known or self._begun(told), told)
        if ring == known:
            return ring
        owed = self._owed(ring)
        with self._store.write() as to:
            if owed is not None:
                to.put(owed)
                ring = replace(ring, callback=owed.id)
            to.put(ring)
        self._withdraw(ring)
        return ring

    def _known(self, told: Told) -> Ring | None:
        if again := self._store.get(Ring, told.id):
            return again
        if told.ref:
            here = self._store.feed.seat_code()
            same = (each for each in self._store.find(Ring, ref=told.ref) if each.seat == here)
            ring = next(same, None)
            is_new = ring is not None and told.event in _BEGINS and told.at - ring.at > _AGAIN
            return None if is_new else ring
        return next((each for each in self._going_on() if _fits(each, told)), None)

    def _going_on(self) -> Iterator[Ring]:
        over = timedelta(minutes=self._rules.over_after)
        for each in self._recent():
            is_over = each.ended_at or (each.answered_at is None and self._now() - each.at > over)
            if not is_over:
                yield each

    def _begun(self, told: Told) -> Ring:
        if told.event not in _BEGINS or (told.event is Event.ANSWER and not told.number):
            raise RingRefused("unknown")
        caller = self._customers.by_phone(told.number) if told.number else None
        return Ring(
            id=told.id,
            seat=self._store.feed.seat_code(),
            heard_at=self._now(),
            number=told.number,
            line=told.line,
            ref=told.ref,
            customer=caller.id if caller else None,
        )

    # -- what is owed --

    def _owed(self, ring: Ring) -> Callback | None:
        """Return what is owed of a contact nobody took: what is owed to that number already, or anew."""
        if ring.callback:
            known = self._store.get(Callback, ring.callback)
            is_more = known and not known.outcome and known.why is Why.MISSED and ring.message_at
            return replace(known, why=Why.MESSAGE) if known and is_more else None
        is_missed = ring.is_lost and bool(ring.number) and not self._is_taken_elsewhere(ring)
        return self._owe(ring) if is_missed or ring.message_at else None

    def _owe(self, ring: Ring) -> Callback:
        why = Why.MESSAGE if ring.message_at else Why.MISSED
        same = self._store.find(Callback, number=ring.number, outcome=None) if ring.number else []
        for each in same:
            if each.why in (Why.MISSED, Why.MESSAGE):
                return replace(each, why=Why.MESSAGE if ring.message_at else each.why)
        at = ring.message_at or ring.missed_at or ring.ended_at or ring.at
        id = new_id()
        if ring.ref:  # every seat it rang at owes the same, whichever telephone was heard some moments later
            at = at.astimezone(UTC).replace(second=0, microsecond=0)
            id = id_of(at, "ring", ring.ref, ring.number)
        due = self._hours.after(at, timedelta(minutes=self._rules.owed_within)).at
        after_hours = not self._hours.is_open(at)
        return self._store.get(Callback, id) or Callback(
            id, why, at, due, ring.number, ring.line, after_hours, ring.customer
        )

    def _is_taken_elsewhere(self, ring: Ring) -> bool:
        """A call that rings at several seats is answered at one of them."""
        same = self._store.find(Ring, ref=ring.ref) if ring.ref else []
        return any(each.answered_at and abs(each.at - ring.at) < _AGAIN for each in same)

    def _withdraw(self, ring: Ring) -> None:
        """End what is owed of a ring that was answered after all, if of no other."""
        owed = self._store.get(Callback, ring.callback) if ring.callback else None
        if owed is None or owed.outcome or owed.why is not Why.MISSED or owed.tries:
            return
        rings = self._store.find(Ring, callback=owed.id)
        if all(each.answered_at or self._is_taken_elsewhere(each) for each in rings):
            with self._store.write() as to:
                to.put(replace(owed, outcome=ANSWERED, done_at=self._now()))

    def sweep(self) -> None:
        """Owe what rang and was neither taken nor told of any more; owe no more what another seat took."""
        recent, over = self._recent(), self._now() - timedelta(minutes=self._rules.over_after)
        missed = [ring for ring in recent if ring.callback and ring.ref and ring.is_lost]
        for ring in missed[:_CHECKED]:
            if self._is_taken_elsewhere(ring):
                self._withdraw(ring)
        for ring in recent:
            if self._is_live(ring) and ring.answered_at is None and ring.number and ring.at < over:
                owed = self._owe(ring)
                with self._store.write() as to:
                    to.put(owed)
                    to.put(replace(ring, callback=owed.id))

    # -- what the agent sees, and does --

    def live(self) -> list[Ring]:
        """Return the calls at this seat nobody has seen to yet, the oldest first: ringing, talking, or over
        and not logged."""
        return [ring for ring in reversed(self._recent()) if self._is_live(ring)]

    def take(self, ring: Id, call: Id | None) -> None:
        """Note that the agent sees to it: by logging *call*, or by closing it."""
        known = self._store.get(Ring, ring)
        if known is not None and known.taken_at is None:
            with self._store.write() as to:
                to.put(replace(known, call=call, taken_by=self._agent, taken_at=self._now()))

    def settle(self) -> None:
        """Take those whose caller the agent has logged since by another way than the strip."""
        for ring in self.live()[-_CHECKED:]:
            caller = self._customers.by_phone(ring.number) if ring.number else None
            calls = self._store.find(Call, customer=caller.id, limit=1) if caller else []
            for call in calls:
                if call.first_taker == self._agent and call.saved_at > ring.at:
                    self.take(ring.id, call.id)

    def of_call(self, call: Id) -> Ring | None:
        return next(iter(self._store.find(Ring, call=call, limit=1)), None)

    def silent(self) -> timedelta:
        """Return for how much of the service hours nothing was heard at this seat, zero as long as that is
        usual, or where no telephone system told anything today (CALL-1)."""
        last, now = next(iter(self._recent(1)), None), self._now()
        if last is None or not self._rules.silence:
            return timedelta()
        if last.heard_at.astimezone().date() != now.astimezone().date():
            return timedelta()
        heard = max(filter(None, (last.heard_at, last.answered_at, last.ended_at, last.taken_at)))
        passed = self._hours.between(heard, now)
        return passed if passed >= timedelta(minutes=self._rules.silence) else timedelta()

    def _recent(self, limit: int = _RECENT) -> list[Ring]:
        return self._store.find(Ring, seat=self._store.feed.seat_code(), limit=limit)

    def _is_live(self, ring: Ring) -> bool:
        return ring.taken_at is None and ring.callback is None and not ring.is_lost


def _fits(ring: Ring, told: Told) -> bool:
    """Whether a word without an id is of *ring*: the same number, and the same line where both say one."""
    return ring.number == told.number and (not ring.line or not told.line or ring.line == told.line)


def _with(ring: Ring, told: Told) -> Ring:
    name = _FIELDS[told.event]
    if getattr(ring, name) is not None:
        return ring
    changes = {name: told.at}
    ring = replace(ring, **changes)  # type: ignore[arg-type]
    times = [each for each in (ring.rang_at, ring.answered_at, ring.ended_at) if each]
    if times != sorted(times) or (ring.missed_at and ring.answered_at):
        raise RingRefused("order")
    return ring
