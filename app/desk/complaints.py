"""Complaints: reported as saved, assigned, handled, fed back, called back; never by the one complained of."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from app.desk.moves import Moves, ways
from app.desk.moves import Said as Told
from app.desk.notes import Notes, Said
from app.desk.owing import Reason, ended, open_of, owe
from app.forms.load import Forms
from app.forms.spec import Problem
from app.forms.spec import Stage as FormStage
from app.records.accounts import HEADS, Agent
from app.records.callbacks import Why
from app.records.calls import Call
from app.records.cases import Case
from app.records.complaints import Complaint, Stage
from app.records.ids import Id
from app.records.moves import Fact, Verb
from app.store.store import Store, Writer

_EVERYBODY = 10_000
_MOST = 200
UNSATISFIED, REACHED = "dissatisfied", "reached"


@dataclass(frozen=True, slots=True)
class Decision:
    """Who is to handle it, whom it is about (None: nobody who works here), and of what sort it is."""

    handler: Id
    about: Id | None
    sort: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What was done, when; ``answers`` stay with the complaint: ``result`` and ``cause`` of handling."""

    at: datetime
    answers: dict[str, Any]


class Complaints:
    def __init__(self, store: Store, forms: Forms, agent: Agent, now: Callable[[], datetime]) -> None:
        self._store, self._forms, self._agent, self._now = store, forms, agent, now
        self.notes = Notes(store, agent, now)

    # -- which there are --

    @property
    def may_see(self) -> bool:
        """Tell whether every complaint is reported to this agent (COMP-1)."""
        return self._agent.role in HEADS

    def of(self, case: Id) -> Complaint | None:
        return self._store.get(Complaint, case)

    def open(self) -> list[Complaint]:
        """Return those that are not done with, the oldest first."""
        return self._store.find(Complaint, called_at=None, soonest="reported_at", limit=_MOST)

    def count_open(self) -> int:
        return self._store.count(Complaint, called_at=None)

    def people(self) -> list[Agent]:
        """Return who works here, by their numbers."""
        found = self._store.find(Agent, limit=_EVERYBODY)
        return sorted((each for each in found if each.active), key=lambda agent: agent.agent_no)

    # -- reported --

    def report(self, to: Writer, call: Call, case: Case) -> Complaint:
        """Report within *to* that *case* is a complaint, and about whom, where that can be read."""
        told = call.answers.get("target")
        about = named_in(told, self.people()) if isinstance(told, str) else None
        complaint = Complaint(case.id, case.id, call.saved_at, self._agent.id, about)
        to.put(complaint)
        return complaint

    # -- who may do what --

    def is_barred(self, case: Id) -> bool:
        """Tell whether the agent is complained of in *case*: whatever it is, somebody else does it."""
        complaint = self.of(case)
        return complaint is not None and complaint.about == self._agent.id

    def may_assign(self, complaint: Complaint) -> bool:
        return self.may_see and complaint.about != self._agent.id

    def may_take(self, complaint: Complaint) -> bool:
        """Tell whether the next step, but for assigning, is this agent's to take."""
        me = self._agent.id
        if complaint.about == me or complaint.stage in (Stage.ASSIGN, Stage.DONE):
            return False
        return complaint.stage is not Stage.HANDLE or self.may_see or complaint.handler == me

    # -- the steps --

    def assign(self, complaint: Complaint, said: Decision) -> list[Problem]:
        """Say who handles it; of one that was handled already it is another round. The case goes with it."""
        complaint = self._now_of(complaint)
        if not self.may_see or self._agent.id == said.about or complaint.about == self._agent.id:
            return [Problem("about", "complained_of_you", FormStage.SAVE)]
        if said.handler == said.about:
            return [Problem("handler", "complained_of", FormStage.SAVE)]
        again = complaint.handled_at is not None
        changed = replace(
            complaint, about=said.about, sort=said.sort, handler=said.handler,
            assigned_by=self._agent.id, assigned_at=self._now(),
        )  # fmt: skip
        if again:
            changed = replace(
                changed, handled_by=None, handled_at=None, fed_back_by=None, fed_back_at=None,
                called_by=None, called_at=None,
            )  # fmt: skip
        with self._store.write() as to:
            to.put(changed)
            what = "assigned_again" if again else "assigned"
            self._say(to, complaint, what, Said(said.text, other=said.handler))
            case = self._store.get(Case, complaint.case)
            if case and case.handler != said.handler and case.state.is_open:
                to.put(replace(case, handler=said.handler))
        return []

    def handle(self, complaint: Complaint, step: Step) -> list[Problem]:
        """Keep what was done about it: result, cause, what is to be better (COMP-2, COMP-3)."""
        complaint = self._now_of(complaint)
        if problems := self._refused(complaint, Stage.HANDLE, step.at, complaint.reported_at):
            return problems
        changed = replace(complaint, handled_by=self._agent.id, handled_at=step.at)
        with self._store.write() as to:
            self._keep(to, changed, step)
            self._say(to, complaint, "handled", _said(step, "result"))
            if case := self._store.get(Case, complaint.case):
                self._move(to, case, step.at)
        return []

    def _move(self, to: Writer, case: Case, at: datetime) -> None:
        """Bring the case to handled where it is not yet (CASE-3)."""
        moves = Moves(self._store, self._forms, self._agent, self._now)
        known = frozenset({Fact.COMPLAINT})
        if way := ways(case, self._agent, moves.of_case(case.id), known).get(Verb.HANDLE):
            moves.step(to, case, way, Told(at=at))

    def feed_back(self, complaint: Complaint, step: Step) -> list[Problem]:
        """Keep when the customer was told, and what (COMP-2)."""
        complaint = self._now_of(complaint)
        if problems := self._refused(complaint, Stage.FEED_BACK, step.at, complaint.handled_at):
            return problems
        changed = replace(complaint, fed_back_by=self._agent.id, fed_back_at=step.at)
        with self._store.write() as to:
            self._keep(to, changed, step)
            self._say(to, complaint, "fed_back", _said(step, "reply"))
            self._owe(to, changed)
        return []

    def call_back(self, complaint: Complaint, step: Step) -> list[Problem]:
        """Keep what the customer says of it: not satisfied leaves it open, to be assigned again."""
        complaint = self._now_of(complaint)
        if problems := self._refused(complaint, Stage.CALL_BACK, step.at, complaint.fed_back_at):
            return problems
        open_still = step.answers.get("satisfied") == UNSATISFIED
        changed = complaint if open_still else replace(complaint, called_by=self._agent.id, called_at=step.at)
        with self._store.write() as to:
            self._keep(to, changed, step)
            what = "called_unsatisfied" if open_still else "called_back"
            self._say(to, complaint, what, _said(step, "heard"))
            self._called(to, complaint, step)
        return []

    def _owe(self, to: Writer, fed_back: Complaint) -> None:
        """Owe the customer the call that follows (COMP-2); whoever handles it makes it."""
        case = self._store.get(Case, fed_back.case)
        call = self._store.get(Call, case.call) if case else None
        assert fed_back.handled_at is not None
        assert fed_back.fed_back_at is not None
        if call is not None:
            since, at = fed_back.handled_at, fed_back.fed_back_at
            reason = Reason(Why.COMPLAINT, fed_back.id, since, at, fed_back.handler)
            owe(to, self._store, self._forms, call, reason)

    def _called(self, to: Writer, complaint: Complaint, step: Step) -> None:
        """That call was made, or is given up."""
        case = self._store.get(Case, complaint.case)
        told = step.answers.get("satisfied")
        outcome = told if isinstance(told, str) and told else REACHED
        for owed in open_of(self._store, case.call, Why.COMPLAINT) if case else ():
            to.put(ended(owed, self._agent.id, step.at, outcome))

    def _now_of(self, complaint: Complaint) -> Complaint:
        """Return it as it stands: while a step was typed, others may have taken theirs."""
        return self._store.get(Complaint, complaint.id) or complaint

    def _refused(
        self, complaint: Complaint, stage: Stage, at: datetime, after: datetime | None
    ) -> list[Problem]:
        if complaint.about == self._agent.id:
            return [Problem("at", "complained_of_you", FormStage.SAVE)]
        if complaint.stage is not stage or not self.may_take(complaint):
            return [Problem("at", "not_now", FormStage.SAVE)]
        return self.notes.wrong_time("at", at, after)

    def _keep(self, to: Writer, complaint: Complaint, step: Step) -> None:
        answers = {name: value for name, value in step.answers.items() if value not in (None, "")}
        to.put(replace(complaint, answers={**complaint.answers, **answers}))

    def _say(self, to: Writer, of: Complaint, what: str, said: Said) -> None:
        if case := self._store.get(Case, of.case):
            self.notes.say(to, case, what, said)


def named_in(text: str, people: Iterable[Agent]) -> Id | None:
    """Return whose number or name stands in *text*, if it is one person's alone."""
    words = frozenset(re.findall(r"[A-Za-z0-9]+", text))
    found = [each for each in people if each.agent_no in words or (len(each.name) > 1 and each.name in text)]
    return found[0].id if len(found) == 1 else None


def _said(step: Step, name: str) -> Said:
    told = step.answers.get(name)
    return Said(told if isinstance(told, str) else "", step.at)
