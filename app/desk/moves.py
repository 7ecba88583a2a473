"""A case on its way: who may do what with it now, each step kept as a record of its own, and who is told."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from app.desk.owing import owe_closed
from app.forms.check import check
from app.forms.load import Forms
from app.forms.spec import Problem, Stage
from app.records.accounts import Agent
from app.records.calls import Call
from app.records.cases import Case, CaseState
from app.records.ids import Id, new_id
from app.records.moves import LONGEST_WHY, REASONED, RESULTS, WAYS, Fact, Move, Verb, Way
from app.records.tasks import Ask, Task
from app.store.store import Not, Store, Writer

_MOST = 50  # steps somebody is told of at once
_BEFORE_DISPATCH = (CaseState.PREFILED, CaseState.FILED)
_BACK = (Verb.RETURN, Verb.REOPEN)
_ASIDE = (Verb.MERGE, Verb.CANCEL)
_ASKING = {Verb.DISPATCH: Stage.DISPATCH, Verb.CLOSE: Stage.CLOSE}


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a step: why, what it is ``of`` as in Move, when it happened, if not now. ``outcome``, a
    code of that list, is what came of a case that is closed."""

    why: str = ""
    of: Id | None = None
    at: datetime | None = None
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """Nothing was written where there are ``problems``."""

    problems: list[Problem] = field(default_factory=list)
    case: Case | None = None
    move: Move | None = None


def facts(history: Collection[Move]) -> frozenset[Fact]:
    """Return what the steps before, the oldest first, say of a case."""
    back = [move.before for move in history if move.verb in _BACK]
    found = {
        Fact.UNFILED: all(move.after is not CaseState.FILED for move in history),
        Fact.SENT_BACK: bool(back) and back[-1] in _BEFORE_DISPATCH,
    }
    return frozenset(fact for fact, holds in found.items() if holds)


def ways(
    case: Case, agent: Agent, history: Sequence[Move], more: frozenset[Fact] = frozenset()
) -> dict[Verb, Way]:
    """Return by verb what *agent* may do with *case* now; back from beside the way only to where it was.
    *more*: what holds of it beside what the steps say."""
    known = facts(history) | more
    aside = next((move for move in reversed(history) if move.verb in _ASIDE), None)
    return {
        way.verb: way
        for way in WAYS
        if way.before is case.state
        and way.fits(agent.role, known)
        and (way.verb is not Verb.RESTORE or (aside is not None and way.after is aside.before))
    }


class Moves:
    def __init__(self, store: Store, forms: Forms, agent: Agent, now: Callable[[], datetime]) -> None:
        self._store, self._forms, self._agent, self._now = store, forms, agent, now

    # -- what was done, and what may be --

    def of_case(self, case: Id) -> list[Move]:
        """Return what was done with it, the oldest first."""
        found = self._store.find(Move, case=case, newest_first=False, limit=1000)
        return [move for move in found if move.verb is not Verb.SEEN]

    def merged_into(self, case: Case) -> Case | None:
        """Return the case a merged one goes on in."""
        if case.state is not CaseState.MERGED:
            return None
        last = next((move for move in reversed(self.of_case(case.id)) if move.verb is Verb.MERGE), None)
        return self._store.get(Case, last.of) if last and last.of else None

    def merged_here(self, case: Id) -> list[Case]:
        """Return the cases that go on in this one."""
        there = (self._store.get(Case, move.case) for move in self._store.find(Move, of=case, verb="merge"))
        found = {each.id: each for each in there if each and each.state is CaseState.MERGED}
        return [each for each in found.values() if (into := self.merged_into(each)) and into.id == case]

    def ways(self, case: Case) -> dict[Verb, Way]:
        return ways(case, self._agent, self.of_case(case.id))

    def lacking(self, case: Case, verb: Verb) -> list[Problem]:
        """Return what the call that opened it still has to say before *verb*, by the one check."""
        if verb not in _ASKING:
            return []
        if (call := self._store.get(Call, case.call)) is None:
            return [Problem("", "no_call", _ASKING[verb])]
        return check(self._forms.get(call.form, call.form_version), call.answers, _ASKING[verb])

    def may_transfer(self, case: Case) -> bool:
        return case.state.is_open and any(self._agent.role in way.roles for way in WAYS)

    # -- doing it --

    def take(self, case: Id, verb: Verb, said: Said = Said()) -> Moved:
        """Do *verb* with the case as it stands now, or say what is in the way."""
        with self._store.write() as to:
            here = self._store.get(Case, case)
            if here is None:
                return _refused("no_record")
            way = self.ways(here).get(verb)
            if found := self._wrong(here, verb, way, said):
                return found
            assert way is not None
            return self.step(to, here, way, said)

    def transfer(self, case: Id, said: Said) -> Moved:
        """Give the case to the agent ``said.of``; who took it first stays who they are (CALL-6)."""
        with self._store.write() as to:
            here = self._store.get(Case, case)
            if here is None:
                return _refused("no_record")
            if not self.may_transfer(here):
                return _refused("no_way")
            taker = self._store.get(Agent, said.of) if said.of else None
            if taker is None or not taker.active or taker.id == here.handler:
                return _refused("transfer_to", "of")
            if found := self._unsaid(Verb.TRANSFER, said):
                return found
            assert said.of is not None
            way = Way(Verb.TRANSFER, here.state, here.state, frozenset({self._agent.role}))
            return self.step(to, replace(here, handler=said.of), way, said)

    def step(self, to: Writer, case: Case, way: Way, said: Said) -> Moved:
        """Write the step and the case after it within *to*; *way* was looked up in ways()."""
        now = self._now()
        move = Move(
            new_id(), case.id, way.verb, way.before, way.after, self._agent.id, min(said.at or now, now), now,
            case.first_taker, said.of, said.why.strip(),
        )  # fmt: skip
        # The step first: central looks at what was done before when it takes the state.
        to.put(move)
        outcome = said.outcome if way.verb is Verb.CLOSE else "" if way.verb is Verb.REOPEN else case.outcome
        case = replace(case, state=way.after, outcome=outcome)
        to.put(case)
        if way.verb is Verb.CLOSE:
            closings = self._store.count(Move, case=case.id, verb=Verb.CLOSE.value)
            owe_closed(to, self._store, self._forms, case, closings)
        return Moved(case=case, move=move)

    def _wrong(self, case: Case, verb: Verb, way: Way | None, said: Said) -> Moved | None:
        if way is None:
            return _refused("no_way")
        if verb is Verb.FILE and self._verifying(case.id):
            return _refused("verifying")
        if verb is Verb.MERGE:
            into = self._store.get(Case, said.of) if said.of else None
            if into is None or into.id == case.id or not into.state.is_open:
                return _refused("merge_into", "of")
        if found := self.lacking(case, verb):
            return Moved(found)
        if verb is Verb.CLOSE and not said.outcome:
            return _refused("required", "outcome")
        return self._unsaid(verb, said)

    def _unsaid(self, verb: Verb, said: Said) -> Moved | None:
        why = said.why.strip()
        if verb in REASONED and not why:
            return _refused("required", "why")
        if len(why) > LONGEST_WHY:
            told = {"length": str(len(why)), "max": str(LONGEST_WHY)}
            return Moved([Problem("why", "too_long", Stage.SAVE, told)])
        return None

    def _verifying(self, case: Id) -> bool:
        """Tell whether an inspector still looks into it: it is filed after that (CASE-2)."""
        asked = self._store.find(Task, case=case)
        return any(task.ask is Ask.ON_SITE and task.answered_at is None for task in asked)

    # -- who is told (CALL-6) --

    def told(self) -> list[Move]:
        """Return what others did that the agent has not seen: with what they took first, and what was given
        to them; the oldest first."""
        me = self._agent.id
        mine = self._store.find(Move, first_taker=me, by=Not(me), verb=tuple(RESULTS), limit=_MOST)
        given = self._store.find(Move, of=me, by=Not(me), verb=Verb.TRANSFER.value, limit=_MOST)
        found = [*mine, *given]
        seen = self._store.find(Move, of=tuple(move.id for move in found), verb=Verb.SEEN.value, by=me)
        known = {move.of for move in seen}
        return sorted((move for move in found if move.id not in known), key=lambda move: move.id)

    def see(self, told: Move) -> None:
        """Take it off the agent's strips, at every seat."""
        now = self._now()
        seen = replace(told, id=new_id(), verb=Verb.SEEN, before=told.after, by=self._agent.id, why="")
        with self._store.write() as to:
            to.put(replace(seen, of=told.id, at=now, entered_at=now))


def _refused(code: str, where: str = "") -> Moved:
    return Moved([Problem(where, code, Stage.SAVE)])
