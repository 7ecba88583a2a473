"""Cases that belong together: linked to each other, or split from one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from app.desk.notes import Notes, Said
from app.forms.load import Forms
from app.forms.spec import Problem, Stage
from app.records.accounts import Agent
from app.records.cases import Case, CaseState
from app.records.complaints import Complaint
from app.records.ids import Id, new_id
from app.records.notes import Note
from app.store.store import Store

_TIES = ("linked", "split", "split_from")
LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Tie:
    """``what``: linked, split (it came out of this one) or split_from. ``note``: the one that says so."""

    what: str
    other: Id
    note: Note


class Ties:
    def __init__(
        self, store: Store, forms: Forms, notes: Notes, agent: Agent, now: Callable[[], datetime]
    ) -> None:
        self._store, self._forms, self._notes, self._agent, self._now = store, forms, notes, agent, now

    def of(self, case: Case) -> list[Tie]:
        """Return with what a case is tied, in the order that was said."""
        mine = self._notes.of(case.id)
        theirs = self._store.find(Note, other=case.id, newest_first=False)
        undone = {note.corrects for note in (*mine, *theirs) if note.what == "unlinked"}
        found = [Tie(n.what, n.other, n) for n in mine if n.what in _TIES and n.other]
        found += (Tie("linked", n.record, n) for n in theirs if n.what == "linked")
        return [tie for tie in found if tie.note.id not in undone]

    def link(self, case: Case, number: str, text: str = "") -> list[Problem]:
        """Tie *case* to the one with this number: the same place, the same person, the same cause."""
        other = next(iter(self._store.find(Case, number=number.strip().upper())), None)
        if other is None:
            return [Problem("number", "no_such_case", Stage.SAVE)]
        if other.id == case.id:
            return [Problem("number", "same_case", Stage.SAVE)]
        if any(tie.other == other.id for tie in self.of(case)):
            return [Problem("number", "tied_already", Stage.SAVE)]
        with self._store.write() as to:
            self._notes.say(to, case, "linked", Said(text, other=other.id))
        return []

    def unlink(self, case: Case, tie: Tie) -> None:
        with self._store.write() as to:
            self._notes.say(to, case, "unlinked", Said(corrects=tie.note.id, other=tie.other))

    def split(self, case: Case, title: str, text: str = "") -> Case:
        """Open a case of its own for a part of *case*: from the same call, its clock running on, first taken
        by whom that was taken by; handled from now on by who splits it. Raises PermissionError for who is
        complained of in it."""
        complaint = self._store.get(Complaint, case.id)
        if complaint and complaint.about == self._agent.id:
            raise PermissionError
        form = self._forms.get(case.form, case.form_version)
        state = CaseState(form.case) if form.case else CaseState.RECEIVED
        with self._store.write() as to:
            part = replace(
                case,
                id=new_id(),
                number=to.number(Case.prefix),
                title=title.strip()[:LONGEST_TITLE],
                state=state,
                opened_at=self._now(),
                handler=self._agent.id,
                outcome="",
            )
            to.put(part)
            self._notes.say(to, case, "split", Said(text, other=part.id))
            self._notes.say(to, part, "split_from", Said(text, other=case.id))
            if complaint:
                at, about = complaint.reported_at, complaint.about
                to.put(Complaint(part.id, part.id, at, self._agent.id, about))
        return part
