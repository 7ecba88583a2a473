"""Questions upward (请示): from whoever may not decide alone to the nearest above, and on from there."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from app.desk.owing import owe_answer
from app.forms.load import Forms
from app.forms.spec import Problem, Stage
from app.records.accounts import Agent, Role
from app.records.escalations import Escalation, rank
from app.records.ids import Id, new_id
from app.records.moves import LONGEST_WHY
from app.store.store import Store

LONGEST = 2000  # signs of a question or an answer
_EVERYBODY = 10_000


@dataclass(frozen=True, slots=True)
class Raised:
    """Nothing was written where there are ``problems``."""

    problems: list[Problem] = field(default_factory=list)
    escalation: Escalation | None = None


class Escalations:
    def __init__(self, store: Store, forms: Forms, agent: Agent, now: Callable[[], datetime]) -> None:
        self._store, self._forms, self._agent, self._now = store, forms, agent, now
        self._owed: set[Id] = set()  # answers looked at before

    def get(self, escalation: Id) -> Escalation | None:
        return self._store.get(Escalation, escalation)

    def of(self, record: Id) -> list[Escalation]:
        """Return what was asked about this call or case, the newest first."""
        return self._store.find(Escalation, of=record)

    # -- who asks --

    def above(self, role: Role) -> Role | None:
        """Return who is asked next above *role*: the nearest the centre has anybody of."""
        there = {each.role for each in self._store.find(Agent, limit=_EVERYBODY) if each.active}
        higher = [each for each in self._forms.casework.upward if rank(each) > rank(role)]
        return next((each for each in higher if each in there), None)

    @property
    def may_ask(self) -> bool:
        """Tell whether anybody could be above; who is there is looked up when something is asked."""
        higher = (role for role in self._forms.casework.upward if rank(role) > rank(self._agent.role))
        return self._agent.role is not Role.QA and any(higher)

    def ask(self, of: Id, question: str, *, waits: bool) -> Raised:
        level = self.above(self._agent.role)
        if level is None or self._agent.role is Role.QA:
            return _refused("nobody_above")
        if found := _unsaid("question", question, LONGEST):
            return found
        now = self._now()
        asked = Escalation(new_id(), of, question.strip(), self._agent.id, now, level, waits)
        with self._store.write() as to:
            to.put(asked)
        return Raised(escalation=asked)

    def told(self) -> list[Escalation]:
        """Return the agent's own with an answer they have not seen, the oldest first."""
        found = self._store.find(Escalation, asked_by=self._agent.id, limit=50)
        return [each for each in reversed(found) if each.answered_at and each.seen_at is None]

    def see(self, told: Escalation) -> None:
        with self._store.write() as to:
            to.put(replace(self.get(told.id) or told, seen_at=self._now()))

    # -- who answers --

    def waiting(self) -> list[Escalation]:
        """Return those without an answer that are this agent's to give, or their own; who has a caller on the
        line first, then the oldest."""
        found = self._store.find(Escalation, answered_by=None, newest_first=False)
        here = [each for each in found if each.asked_by == self._agent.id or self.may_answer(each)]
        return sorted(here, key=lambda each: (not each.waits, each.asked_at))

    def may_answer(self, asked: Escalation) -> bool:
        me = self._agent
        return (
            asked.answered_at is None and asked.asked_by != me.id and rank(me.role) >= rank(asked.level) > 0
        )

    def next_above(self, asked: Escalation) -> Role | None:
        """Return to whom it can go on from here at this agent's hand."""
        may = self.may_answer(asked) or (asked.asked_by == self._agent.id and asked.answered_at is None)
        return self.above(asked.level) if may else None

    def answer(self, escalation: Id, answer: str) -> Raised:
        if found := _unsaid("answer", answer, LONGEST):
            return found
        with self._store.write() as to:
            here = self.get(escalation)
            if here is None or not self.may_answer(here):
                return _refused("answered")
            me, now = self._agent.id, self._now()
            here = replace(here, answer=answer.strip(), answered_by=me, answered_at=now)
            to.put(here)
            owe_answer(to, self._store, self._forms, here)
        return Raised(escalation=here)

    def owe_answers(self) -> None:
        """Owe what came of the agent's own questions, where whoever answered did not know the call."""
        if late := [each for each in self.told() if not each.waits and each.id not in self._owed]:
            self._owed |= {each.id for each in late}
            with self._store.write() as to:
                for each in late:
                    owe_answer(to, self._store, self._forms, each)

    def raise_(self, escalation: Id, why: str) -> Raised:
        """Pass it on to the next above, who then answers."""
        if found := _unsaid("why", why, LONGEST_WHY):
            return found
        with self._store.write() as to:
            here = self.get(escalation)
            level = self.next_above(here) if here else None
            if here is None or level is None:
                return _refused("nobody_above")
            entry = {"id": new_id(), "at": self._now().isoformat(), "by": self._agent.id}
            entry |= {"to": level.value, "why": why.strip()}
            here = replace(here, level=level, raised=(*here.raised, entry))
            to.put(here)
        return Raised(escalation=here)


def _unsaid(where: str, text: str, most: int) -> Raised | None:
    if not text.strip():
        return _refused("required", where)
    if len(text) > most:
        return Raised([Problem(where, "too_long", Stage.SAVE, {"length": str(len(text)), "max": str(most)})])
    return None


def _refused(code: str, where: str = "") -> Raised:
    return Raised([Problem(where, code, Stage.SAVE)])
