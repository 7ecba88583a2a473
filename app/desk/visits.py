"""Calls that follow service (回访): who is called now, what they say, what that leads to (CB-1 to CB-5)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from app.desk.moves import Moves, Said, ways
from app.desk.owing import said, tried
from app.forms.hours import SERVICE, Hours
from app.forms.load import Forms
from app.forms.spec import Choice, Problem, Stage, say
from app.forms.visiting import Source, Visiting
from app.records.accounts import LEADS, Agent
from app.records.callbacks import LONGEST_NOTE, Callback, Why
from app.records.cases import Case
from app.records.households import Household
from app.records.ids import Id, new_id
from app.records.moves import Fact, Verb
from app.records.orders import Order, OrderState
from app.store.store import Not, Store, Writer

OUTCOMES = "visit_outcomes"
_MOST = 500


@dataclass(frozen=True, slots=True)
class Standing:
    """The ``round`` it is in now, how many it has ``rolled`` through; ``left``: for the handover."""

    round: datetime
    rolled: int = 0
    left: bool = False


@dataclass(frozen=True, slots=True)
class Visit:
    """One call and what it is ``of``; None where that is a case, or has not come to this seat."""

    owed: Callback
    standing: Standing
    of: Order | Household | None

    @property
    def at(self) -> datetime:
        """Return when the work was done, or is to be done by; when the household was inspected."""
        if isinstance(self.of, Household):
            return self.of.at
        if self.of is None:
            return self.owed.owed_at
        return self.of.finished_at or self.of.due_at or self.owed.due_at

    @property
    def is_finished(self) -> bool:
        return isinstance(self.of, Order) and self.of.state in (OrderState.DONE, OrderState.CLOSED)

    @property
    def answers(self) -> Mapping[str, Any]:
        return self.of.answers if self.of else {}


def standing(rules: Visiting, hours: Hours, owed: Callback, now: datetime) -> Standing:
    """Return where it stands: what is left of a round is in the next one too. Of a list without rounds it is
    left once its time is over."""
    of = rules.lists.get(owed.list)
    if of is None or of.source is not Source.ORDERS:
        return Standing(owed.due_at, left=owed.due_at < now)
    since = rules.rounds(owed.due_at, now, hours)
    left = rules.left_after(owed.due_at, hours) <= now
    return Standing(since[-1] if since else owed.due_at, len(since), left)


class Visits:
    """Made for any thread; ``lang``: in which a case says why it was reopened."""

    def __init__(
        self, store: Store, forms: Forms, agent: Agent, now: Callable[[], datetime], lang: str
    ) -> None:
        self._store, self._forms, self._agent, self._now = store, forms, agent, now
        self._lang = lang
        self._moves = Moves(store, forms, agent, now)

    @property
    def rules(self) -> Visiting:
        return self._forms.visiting

    @property
    def outcomes(self) -> tuple[Choice, ...]:
        return self._forms.lists.get(OUTCOMES, ())

    @property
    def sees_all(self) -> bool:
        """Tell whether the agent sees everybody's, and whose they are."""
        return self._agent.role in LEADS

    @property
    def _hours(self) -> Hours:
        return self._forms.hours.named[SERVICE]

    # -- what is owed --

    def rows(self, everybodys: bool = False) -> list[Visit]:
        """Return what this agent has to call, or anybody has: by area, in an area by when the work was
        finished (CB-1). *everybodys*: of all agents."""
        if everybodys:
            codes = tuple(self.rules.lists)
            owed = self._store.find(Callback, limit=_MOST, soonest="due_at", list=codes, outcome=None)
        else:
            owed = self._open((self._agent.id, None))
        return sorted(self._read(owed), key=lambda each: (each.owed.area or "~", each.at, each.owed.id))

    def done_today(self) -> list[Visit]:
        """Return what this agent has done today: the key that was pressed can be set right."""
        today, me = self._hours.day(self._now()), self._agent.id
        found = self._store.find(Callback, handler=me, why=Why.VISIT.value, outcome=Not(None))
        return self._read([each for each in found if each.done_at and self._hours.day(each.done_at) == today])

    def visit(self, callback: Id) -> Visit | None:
        owed = self._store.get(Callback, callback)
        return self._read([owed])[0] if owed and owed.why is Why.VISIT else None

    def due(self) -> list[Callback]:
        """Return those of the agent, and nobody's, whose round has begun and that do not wait to be tried."""
        now, mine = self._now(), self._open((self._agent.id, None))
        return [each for each in mine if max(each.due_at, each.again_at or each.due_at) <= now]

    def left_over(self) -> list[Callback]:
        """Return what the handover has to say of the agent's own calls."""
        now, mine = self._now(), self._open((self._agent.id,))
        return [each for each in mine if standing(self.rules, self._hours, each, now).left]

    def _open(self, handlers: Sequence[Id | None]) -> list[Callback]:
        found = []
        for handler in handlers:
            found += self._store.find(
                Callback, limit=_MOST, soonest="due_at", outcome=None, handler=handler, why=Why.VISIT.value
            )
        return found

    def _read(self, owed: Sequence[Callback]) -> list[Visit]:
        """Read beside each what it is of, in two questions however many they are."""
        now, ids = self._now(), tuple({each.of for each in owed if each.of})
        of: dict[Id, Order | Household] = {}
        if ids:
            of |= {each.id: each for each in self._store.find(Order, id=ids, limit=len(ids))}
            of |= {each.id: each for each in self._store.find(Household, id=ids, limit=len(ids))}
        return [
            Visit(each, standing(self.rules, self._hours, each, now), of.get(each.of) if each.of else None)
            for each in owed
        ]

    # -- what came of it --

    def again(self, outcome: str) -> timedelta:
        """Return after how long it is tried again, zero where *outcome* ends it."""
        return timedelta(minutes=next((each.minutes for each in self.outcomes if each.code == outcome), 0))

    def note(self, callback: Id, outcome: str, note: str = "") -> Callback | None:
        """Say what came of calling: who is not satisfied has the matter reopened. Of one that is ended this
        sets right what was said; it does not become owed again."""
        now, me = self._now(), self._agent.id
        with self._store.write() as to:
            owed = self._store.get(Callback, callback)
            again = self.again(outcome)
            if owed is None or (owed.outcome and (again or owed.result == outcome)):
                return owed
            was, owed = owed, tried(owed, me, now, outcome, note)
            if was.outcome:
                owed = replace(owed, tries=(*was.tries, {**owed.tries[-1], "rights": True}))
            elif again:
                owed = replace(owed, again_at=now + again)
            else:
                owed = replace(owed, outcome=outcome, done_at=now, done_by=me)
            to.put(owed)
            if outcome in self.rules.unsatisfied:
                self._reopen(to, owed, note)
        return owed

    def _reopen(self, to: Writer, owed: Callback, note: str) -> None:
        """Send the case back to be worked on, closed or not."""
        case = self._store.get(Case, owed.case) if owed.case else None
        if case is None:
            return
        known = ways(case, self._agent, self._moves.of_case(case.id), frozenset({Fact.UNSATISFIED}))
        way = known.get(Verb.REOPEN) or known.get(Verb.RETURN)
        if way is not None:
            self._moves.step(to, case, way, Said(self._why(owed, note)))

    def _why(self, owed: Callback, note: str) -> str:
        of = self.rules.lists.get(owed.list)
        name = say(of.name, self._lang) if of else ""
        return " · ".join(
            filter(None, (name, said(self._forms, Why.VISIT, owed.tries[-1]["outcome"], self._lang), note))
        )

    # -- whose it is --

    def give(self, callback: Id, to_whom: Id, why: str) -> list[Problem]:
        """Have another agent call, for a reason that is kept (CB-1); taken oneself, it is given as well."""
        why = " ".join(why.split())[:LONGEST_NOTE]
        if not why:
            return [Problem("why", "required", Stage.SAVE)]
        taker = self._store.get(Agent, to_whom)
        with self._store.write() as to:
            owed = self._store.get(Callback, callback)
            if owed is None or owed.outcome or taker is None or not taker.active or owed.handler == to_whom:
                return [Problem("of", "transfer_to", Stage.SAVE)]
            at = self._now().isoformat()
            entry = {"id": new_id(), "at": at, "by": self._agent.id, "to": to_whom, "why": why}
            to.put(replace(owed, handler=to_whom, given=(*owed.given, entry)))
        return []
