"""What inspectors are asked: to verify before a case is filed, to inspect after it was handled; with a term,
and chased until they answer by telephone (CASE-2, CASE-3)."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from app.desk.moves import Moves, Said
from app.forms.load import Forms
from app.forms.spec import Problem, Stage
from app.records.accounts import LEADS, Agent, Role
from app.records.cases import Case, CaseState
from app.records.ids import Id, new_id
from app.records.moves import LONGEST_WHY, Verb
from app.records.tasks import Ask, Result, Task
from app.store.store import Store, Writer

_LONGEST_NAME = 100
_WHEN = {
    Ask.ON_SITE: (CaseState.RECEIVED, CaseState.PREFILED, CaseState.RETURNED),
    Ask.INSPECTION: (CaseState.HANDLED,),
}
# What the answer to an inspection does with its case, where it may: it stands, or is to be done again.
_LEADS_TO = {Result.MET: Verb.VERIFY, Result.NOT_MET: Verb.RETURN}


@dataclass(frozen=True, slots=True)
class Asked:
    """Nothing was written where there are ``problems``."""

    problems: list[Problem] = field(default_factory=list)
    task: Task | None = None


class Tasks:
    def __init__(
        self, store: Store, moves: Moves, forms: Forms, agent: Agent, now: Callable[[], datetime]
    ) -> None:
        self._store, self._moves, self._agent, self._now = store, moves, agent, now
        self._forms = forms

    def get(self, task: Id) -> Task | None:
        return self._store.get(Task, task)

    def of_case(self, case: Id) -> list[Task]:
        """Return them, the newest first."""
        return self._store.find(Task, case=case)

    def open(self, limit: int = 200) -> list[Task]:
        """Return those without an answer, due first first: an agent's own, for a lead all."""
        return self._store.find(Task, limit=limit, soonest="due_at", **self._mine())

    def count(self) -> int:
        return self._store.count(Task, **self._mine())

    def _mine(self) -> dict[str, Any]:
        mine = {} if self._agent.role in LEADS else {"asked_by": self._agent.id}
        return {"answered_by": None, **mine}

    def may_ask(self, case: Case) -> list[Ask]:
        """Return what an inspector can be asked of *case* as it stands."""
        if self._agent.role is Role.QA:
            return []
        waiting = {task.ask for task in self.of_case(case.id) if task.answered_at is None}
        return [ask for ask in Ask if case.state in _WHEN[ask] and ask not in waiting]

    def term(self, ask: Ask) -> datetime:
        """Return by when an inspector asked now has to answer."""
        return self._now() + timedelta(minutes=self._forms.casework.term(ask))

    def ask(self, case: Id, ask: Ask, inspector: str, due: datetime | None = None, note: str = "") -> Asked:
        here, inspector, note = self._store.get(Case, case), inspector.strip(), note.strip()
        if here is None or ask not in self.may_ask(here):
            return _refused("no_way")
        if found := _long("inspector", inspector, _LONGEST_NAME) or _long("note", note, LONGEST_WHY):
            return found
        if not inspector:
            return _refused("required", "inspector")
        now = self._now()
        task = Task(new_id(), case, ask, inspector, self._agent.id, now, due or self.term(ask), note)
        with self._store.write() as to:
            to.put(task)
        return Asked(task=task)

    def chase(self, task: Id, note: str = "") -> Asked:
        """Count one more time that the inspector was reminded."""
        with self._store.write() as to:
            here = self._store.get(Task, task)
            if here is None or here.answered_at or self._agent.role is Role.QA:
                return _refused("answered")
            entry = {"id": new_id(), "at": self._now().isoformat(), "by": self._agent.id}
            entry["note"] = note.strip()[:LONGEST_WHY]
            here = replace(here, chases=(*here.chases, entry))
            to.put(here)
        return Asked(task=here)

    def answer(self, task: Id, result: Result, answer: str, at: datetime | None = None) -> Asked:
        """Enter what the inspector said, *at* the time they did; after an inspection the case is verified, or
        goes back to be done again."""
        answer = answer.strip()
        if found := _long("answer", answer, LONGEST_WHY):
            return found
        if not answer and result is not Result.MET:
            return _refused("required", "answer")
        with self._store.write() as to:
            here = self._store.get(Task, task)
            if here is None or here.answered_at or self._agent.role is Role.QA:
                return _refused("answered")
            said = max(here.asked_at, min(at or self._now(), self._now()))
            here = replace(here, result=result, answer=answer, answered_by=self._agent.id, answered_at=said)
            to.put(here)
            self._go_on(to, here)
        return Asked(task=here)

    def _go_on(self, to: Writer, task: Task) -> None:
        case = self._store.get(Case, task.case)
        verb = _LEADS_TO.get(task.result) if task.result and task.ask is Ask.INSPECTION else None
        way = self._moves.ways(case).get(verb) if case and verb else None
        if case and way:
            self._moves.step(to, case, way, Said(task.answer, at=task.answered_at))


def _long(where: str, text: str, most: int) -> Asked | None:
    if len(text) <= most:
        return None
    return Asked([Problem(where, "too_long", Stage.SAVE, {"length": str(len(text)), "max": str(most)})])


def _refused(code: str, where: str = "") -> Asked:
    return Asked([Problem(where, code, Stage.SAVE)])
