"""Notes in a matter: written once, when it happened apart from when that was said; corrected by others."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.forms.spec import Problem, Stage
from app.forms.values import is_given
from app.records.accounts import Agent
from app.records.calls import Call
from app.records.cases import Case
from app.records.customers import Customer
from app.records.ids import Id, new_id
from app.records.notes import LONGEST_NOTE, Note
from app.store.store import Store, Writer

WRITTEN = "note"  # what somebody wrote down; all else is said by a step that was taken
_SLACK = timedelta(minutes=1)  # a time is typed in minutes
_MOST = 1000  # of one matter


@dataclass(frozen=True, slots=True)
class Said:
    """What a note says; ``at``: when it happened, None for now."""

    text: str = ""
    at: datetime | None = None
    corrects: Id | None = None
    other: Id | None = None


class Notes:
    def __init__(self, store: Store, agent: Agent, now: Callable[[], datetime]) -> None:
        self._store, self._agent, self._now = store, agent, now

    def of(self, *records: Id) -> list[Note]:
        """Return what was said of these records, the oldest entry first."""
        found = self._store.find(Note, record=records, limit=_MOST)
        return sorted(found, key=lambda note: (note.entered_at, note.id))

    def add(self, of: Case | Call, said: Said) -> list[Problem]:
        """Keep what somebody wrote down, or say why not."""
        problems = [*self.wrong_text("text", said.text), *self.wrong_time("at", said.at)]
        if not problems:
            with self._store.write() as to:
                self.say(to, of, WRITTEN, said)
        return problems

    def say(self, to: Writer, of: Case | Call | Customer, what: str, said: Said) -> Note:
        """Keep within *to* that *what* happened to a record."""
        now = self._now()
        note = Note(
            id=new_id(),
            of=of.kind,
            record=of.id,
            what=what,
            by=self._agent.id,
            seat=self._store.feed.seat_code(),
            at=said.at or now,
            entered_at=now,
            text=said.text.strip(),
            corrects=said.corrects,
            other=said.other,
        )
        to.put(note)
        return note

    # -- what is wrong --

    def wrong_text(self, field: str, text: str) -> list[Problem]:
        if not is_given(text):
            return [Problem(field, "required", Stage.SAVE)]
        if (length := len(text.strip())) > LONGEST_NOTE:
            return [Problem(field, "too_long", Stage.SAVE, {"length": str(length), "max": str(LONGEST_NOTE)})]
        return []

    def wrong_time(self, field: str, at: datetime | None, after: datetime | None = None) -> list[Problem]:
        """Say what is wrong with when something happened: it has not yet, or lies before what went before."""
        if at and at > self._now() + _SLACK:
            return [Problem(field, "future", Stage.SAVE)]
        if at and after and at < after - _SLACK:
            return [Problem(field, "too_early", Stage.SAVE)]
        return []
