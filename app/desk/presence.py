"""Where the agent is: each change of state is a record, and so is a reason said later (SEAT-1 … SEAT-3)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

from app.desk import stays
from app.desk.leaves import Leaves
from app.forms.load import Forms
from app.forms.spec import Choice
from app.records.accounts import LEADS, Session
from app.records.ids import Id
from app.records.leaves import Answer, Leave
from app.records.presence import WORKING, Action, Directive, Floor, Presence, Stand, State, Stay
from app.records.rings import Ring
from app.store.store import Store

UNSAID_AFTER = 60  # seconds; shorter, nobody is asked why (lock.md, 3.7)
_SLACK = timedelta(seconds=2)  # of the time a file says it was written
LOST_AFTER = timedelta(seconds=45)  # three beats
_DAY = timedelta(days=1)
_LATELY, _NEWEST = 4000, 100  # records: more than fifty agents make in a day, and in a minute


class Line(Protocol):
    """To central, over the seat's own login; every method raises CentralTrouble."""

    def beat(self, agent: Id | None, state: State, reason: str, heard: Sequence[Id]) -> list[Directive]: ...

    def floor(self, session: Id) -> Floor: ...

    def direct(self, session: Id, seat: str, action: Action, why: str) -> None: ...

    def answer_leave(self, session: Id, leave: Id, answer: Answer, why: str) -> None: ...

    def close(self) -> None: ...


Days = dict[Id, list[Presence]]  # of each agent, in the order it was told in


class Told:
    """What was told of whom lately; where something was told since, the newest alone are read."""

    def __init__(self, store: Store) -> None:
        self._store, self._is_stale = store, True
        self._known: dict[Id, Presence] = {}
        self._total = 0  # in the file, when it was read
        store.changes.listen(self._note)

    def _note(self, kinds: frozenset[str]) -> None:
        self._is_stale = self._is_stale or Presence.kind in kinds

    def __call__(self) -> Days:
        if self._is_stale:
            self._is_stale = False
            self._read()
        days = Days()
        for each in sorted(self._known.values(), key=lambda each: each.id):
            days.setdefault(each.agent, []).append(each)
        return days

    def _read(self) -> None:
        """Read all that is lately, unless all that is new is among the newest: a seat may come late."""
        total = self._store.count(Presence)
        newest = {each.id: each for each in self._store.find(Presence, limit=_NEWEST)}
        if len(newest.keys() - self._known.keys()) != total - self._total:
            newest = {each.id: each for each in self._store.find(Presence, limit=_LATELY)}
            self._known.clear()
        self._known |= newest
        self._total = total


def _parked(told: Sequence[Presence]) -> Stand | None:
    """Return how an agent stands who locked a seat and was not seen since."""
    last, span = told[-1], stays.spans(told)[-1]
    if span.state is not State.AWAY:
        return None
    return Stand(last.seat, last.agent, State.AWAY, span.reason, span.since, last.at)


def _timed(stand: Stand, told: Sequence[Presence]) -> Stand:
    """Return it with how long a wrap-up may last, as far as its record has come here."""
    last = told[-1] if told else None
    if stand.state is not State.WRAP_UP or last is None or last.allowed is None or last.seat != stand.seat:
        return stand
    return replace(stand, allowed=timedelta(seconds=last.allowed))


class Presences:
    """The agent's own states at this seat. *tick*: seconds of a clock that goes on whatever is set."""

    def __init__(
        self,
        store: Store,
        agent: Id,
        seat_code: str,
        now: Callable[[], datetime],
        tick: Callable[[], float],
        forms: Forms,
    ) -> None:
        self._forms = forms
        self._store, self._agent, self._seat = store, agent, seat_code
        self._now, self._tick = now, tick
        self.stay = self.begun(State.READY, "")
        self.unsaid: Stay | None = None  # the last time away, where nobody has said why
        self._talking: set[Id] = set()  # with whom, where the telephone system tells: rings

    def begun(self, state: State, source: str) -> Stay:
        """Return a stay that begins now; nothing of it is kept yet."""
        return Stay(state, self._now(), self._tick(), source)

    def come(self, source: str, before: Stay | None = None, locked: Stay | None = None) -> None:
        """Be ready, or go on with the call or the wrap-up that was *locked*, whose clock stood meanwhile.
        *before* is what this ends: away for a while without a reason, it is asked for."""
        stay = self.begun(State.READY, source)
        if before and locked and locked.state in (State.ON_CALL, State.WRAP_UP):
            left = locked.left(before.tick)
            stay = replace(stay, state=locked.state, allowed=None if left is None else max(0, left))
        lasted = before.lasted(stay.tick) if before else 0
        if before and before.state is State.AWAY and lasted >= UNSAID_AFTER:
            self.unsaid = None if before.reason or before.by else before
        self._keep(stay, lasted)

    def note_crash(self, at: datetime) -> None:
        """The program was ended (power, crash, kill) and gave its last sign of life *at*: whoever was here by
        then was not any more, unless something was told since."""
        last = next(iter(self._store.find(Presence, agent=self._agent, limit=1)), None)
        if last and last.seat == self._seat and last.state is not State.OFFLINE and last.at <= at + _SLACK:
            self._put(Stay(State.OFFLINE, at, 0.0, "crash"), 0)

    def turn(self, stay: Stay) -> None:
        """Go over into *stay*."""
        if stay.state is not self.stay.state:
            self._keep(stay, self.stay.lasted(stay.tick))

    def follow(self, ring: Ring) -> bool:
        """Be on a call, or in the time after it, as the telephone system tells of *ring*; return whether that
        is a change. Who was put on hold is still talked with."""
        before = self.stay.state
        if ring.answered_at and not ring.ended_at:
            self._talking = {ring.id} | (self._talking if before is State.ON_CALL else set())
            self.turn(self.begun(State.ON_CALL, "telephony"))
        elif ring.ended_at:
            self._talking.discard(ring.id)
            if before is State.ON_CALL and not self._talking:
                self.wrap_up("telephony")
        return self.stay.state is not before

    def wrap_up(self, source: str) -> None:
        """The call is over: have the time the centre gives to enter it."""
        self.turn(replace(self.begun(State.WRAP_UP, source), allowed=self._forms.wrap_up.seconds))

    @property
    def more(self) -> tuple[Choice, ...]:
        """Why somebody may need longer after a call."""
        return self._forms.lists.get("wrap_up", ())

    def extend(self, reason: Choice, note: str) -> None:
        """Have more time after the call, which is kept with the reason; does nothing once it is left."""
        if self.stay.state is State.WRAP_UP:
            self._keep(self.stay.extended(reason.code, note, reason.minutes, self._tick()), 0)

    def end_by_itself(self) -> int:
        """Be ready once the time after a call is used up, where the centre wants that; return in how many
        seconds to look again, 0: never."""
        left = self.stay.left(self._tick())
        if left is None or not self._forms.wrap_up.returns:
            return 0
        if left <= 0:
            self.turn(self.begun(State.READY, "timer"))
        return max(0, left)

    def say(self, reason: str, note: str, granted: Leave | None = None) -> None:
        """Give the reason of the last time away, afterwards; *granted*: the leave it may have been."""
        if self.unsaid is not None:
            self._put(self.unsaid.said(reason, note, granted), 0)
            self.unsaid = None

    def _keep(self, stay: Stay, lasted: int) -> None:
        self.stay = stay
        self._put(stay, lasted)

    def _put(self, stay: Stay, lasted: int) -> None:
        with self._store.write() as to:
            to.put(stay.record(self._agent, self._seat, self._now(), lasted))


class FloorDesk:
    """For leads: how every seat stands, and a word to one of them. All of it asks central."""

    def __init__(
        self,
        line: Line | None,
        session: Session,
        lists: Mapping[str, Sequence[Choice]],
        leaves: Leaves,
        days: Callable[[], Days],
    ) -> None:
        """*line* is None at a seat alone: there is nobody else. *lists*: why somebody is ``away``, or needs
        longer after a call (``wrap_up``). *days*: what is told of whom since yesterday, in this seat's
        file."""
        self._line, self._session = line, session
        self.leaves, self._days = leaves, days
        self.reasons = {reason.code: reason for reason in lists.get("away", ())}
        self.more = {reason.code: reason for reason in lists.get("wrap_up", ())}

    @property
    def may_see(self) -> bool:
        return self._line is not None and self._session.role in LEADS

    def floor(self) -> Floor:
        """Return how all stand; a seat not heard of for too long is lost, unless everybody left it."""
        assert self._line is not None
        floor = self._line.floor(self._session.id)
        if floor.at is None:
            return floor
        at = floor.at
        stands = (
            replace(each, state=State.LOST, since=each.heard_at)
            if each.state is not State.OFFLINE and at - each.heard_at > LOST_AFTER
            else each
            for each in floor.stands
        )
        return self._with_records(replace(floor, stands=tuple(stands)), at)

    def _with_records(self, floor: Floor, at: datetime) -> Floor:
        """Add what this seat's file knows of everybody."""
        days, here = self._days(), {each.agent for each in floor.stands}
        seats = {each.seat for each in floor.stands}
        found = (_parked(told) for agent, told in days.items() if agent not in here)
        parked = tuple(each for each in found if each and each.seat in seats and at - each.since < _DAY)
        away = [each for each in (*floor.stands, *parked) if each.state is State.AWAY and each.reason]
        granted = {
            each.agent: leave
            for each in away
            if each.agent and (leave := self.leaves.covering(each.agent, each.since, each.reason))
        }
        midnight = at.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        today = {agent: stays.away(told, midnight, at) for agent, told in days.items()}
        stands = tuple(_timed(each, days.get(each.agent or Id(""), ())) for each in floor.stands)
        return replace(floor, stands=stands, parked=parked, leaves=granted, today=today)

    def twice(self, floor: Floor) -> dict[Id, tuple[str, ...]]:
        """Return who works at more than one seat just now, and at which."""
        seats: dict[Id, tuple[str, ...]] = {}
        for each in floor.stands:
            if each.agent and each.state in WORKING:
                seats[each.agent] = (*seats.get(each.agent, ()), each.seat)
        return {agent: at for agent, at in seats.items() if len(at) > 1}

    def wants_approval(self, stand: Stand) -> bool:
        """Tell whether a lead is asked before somebody goes for this reason (SEAT-3)."""
        known = self.reasons.get(stand.reason)
        return known is not None and known.approval

    def limit(self, reason: str, leave: Leave | None = None) -> timedelta | None:
        """Return the longest somebody may be away for this reason, or on this leave; None where the centre
        sets no limit."""
        if leave is not None:
            return leave.longest
        known = self.reasons.get(reason)
        return timedelta(minutes=known.minutes) if known and known.minutes else None

    def direct(self, seat: str, action: Action, why: str) -> None:
        """Send a lead's word; raises CentralTrouble."""
        assert self._line is not None
        self._line.direct(self._session.id, seat, action, why.strip()[:200])
