"""Entries checked again (复核), and the register of those that were missed or wrong (漏登、错登; CALL-4)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.forms.load import Forms
from app.forms.spec import Form
from app.records.accounts import LEADS, Agent, Role
from app.records.calls import Call
from app.records.ids import Id, new_id
from app.records.reviews import LONGEST_NOTE, Outcome, Review
from app.store.store import Store

_WAITS = timedelta(days=2)  # longer ago nobody remembers what was said
_MOST = 150
_EVERYBODY = 10_000
_AT_FAULT = (Outcome.WRONG.value, Outcome.MISSED.value)
REGISTRARS = LEADS | {Role.QA}  # of others' mistakes; one's own anybody registers


@dataclass(frozen=True, slots=True)
class Tally:
    """The mistakes of *agent* in a month, the newest first. ``heard``: of how many the report was read."""

    agent: Id
    month: str
    entries: tuple[Review, ...]
    allowed: int
    heard: int = 0

    @property
    def is_reported(self) -> bool:
        """Tell whether there are more than allowed."""
        return len(self.entries) > self.allowed

    @property
    def is_waiting(self) -> bool:
        """Tell whether the report, as it stands now, has been read by nobody it goes to."""
        return self.is_reported and self.heard < len(self.entries)


class Reviews:
    """What is said of an entry stays said. What is not the role's to say raises PermissionError."""

    def __init__(self, store: Store, forms: Forms, now: Callable[[], datetime]) -> None:
        self._store, self._forms, self._now = store, forms, now

    # -- checking again --

    def asks(self, form: Form) -> bool:
        """Tell whether entries on *form* are checked again."""
        return form.name in self._forms.reviewing.forms

    def waiting(self) -> list[Call]:
        """Return the agent's own entries of these days that nobody has checked again, the oldest first."""
        me, since = self._store.session.agent, self._now() - _WAITS
        asked, calls = self._forms.reviewing.forms, self._store.find(Call, first_taker=me, limit=_MOST)
        recent = [call for call in calls if call.saved_at >= since and call.form in asked]
        ids = tuple(call.id for call in recent)
        said = {review.call for review in self._store.find(Review, call=ids, limit=_EVERYBODY)}
        return [call for call in reversed(recent) if call.id not in said]

    def of(self, call: Id) -> list[Review]:
        """Return what was said of the entry, the newest first."""
        return self._store.find(Review, call=call)

    def confirm(self, call: Call) -> None:
        """Say that the entry is right."""
        self._note(Outcome.RIGHT, call.first_taker, month_of(call.saved_at), call=call.id)

    # -- the register --

    def may_register(self, agent: Id) -> bool:
        return agent == self._store.session.agent or self._store.session.role in REGISTRARS

    def wrong(self, call: Call, field: str, note: str) -> None:
        """Register that an answer of the entry is wrong; which one, and what was said in truth."""
        self._check(self.may_register(call.first_taker))
        self._note(
            Outcome.WRONG, call.first_taker, month_of(call.saved_at), call=call.id, field=field, note=note
        )

    def missed(self, agent: Id, note: str) -> None:
        """Register that *agent* left a call of this month without an entry."""
        self._check(self.may_register(agent))
        self._note(Outcome.MISSED, agent, month_of(self._now()), note=note)

    def tallies(self, month: str) -> list[Tally]:
        """Return who made mistakes in *month*, most first; to who registers no others', their own alone."""
        me, found = self._store.session.agent, dict[Id, list[Review]]()
        for each in self._store.find(Review, month=month, outcome=_AT_FAULT, limit=_EVERYBODY):
            if self._store.session.role in REGISTRARS or each.agent == me:
                found.setdefault(each.agent, []).append(each)
        heard = self._heard(month)
        allowed = self._forms.reviewing.allowed
        made = [Tally(who, month, tuple(all_), allowed, heard.get(who, 0)) for who, all_ in found.items()]
        return sorted(made, key=lambda tally: -len(tally.entries))

    def people(self) -> list[Agent]:
        """Return whose mistakes this agent may register."""
        everybody = self._store.find(Agent, limit=_EVERYBODY)
        return [each for each in everybody if each.active and self.may_register(each.id)]

    def count(self, agent: Id, month: str = "") -> int:
        """Return how many mistakes *agent* made in *month*; "" is this one."""
        month = month or month_of(self._now())
        return self._store.count(Review, agent=agent, month=month, outcome=_AT_FAULT)

    # -- the report upward --

    @property
    def hears(self) -> bool:
        """Tell whether reports go to this agent."""
        return self._store.session.role in self._forms.reviewing.told

    def reports(self) -> list[Tally]:
        """Return what is reported to this agent, of this month and the last one, and not read yet."""
        if not self.hears:
            return []
        this = month_of(self._now())
        months = (this, month_of(datetime.fromisoformat(f"{this}-01").astimezone() - timedelta(days=1)))
        return [tally for month in months for tally in self.tallies(month) if tally.is_waiting]

    def hear(self, tally: Tally, note: str = "") -> None:
        """Say that the report, with as many mistakes as there are now, was read."""
        self._check(self.hears)
        self._note(Outcome.HEARD, tally.agent, tally.month, field=str(len(tally.entries)), note=note)

    def _heard(self, month: str) -> dict[Id, int]:
        found: dict[Id, int] = {}
        for each in self._store.find(Review, month=month, outcome=Outcome.HEARD.value, limit=_EVERYBODY):
            count = int(each.field) if each.field.isdecimal() else 0
            found[each.agent] = max(count, found.get(each.agent, 0))
        return found

    def _note(self, outcome: Outcome, agent: Id, month: str, **said: str) -> None:
        session, here = self._store.session, self._store.feed.seat_code()
        told = {"call": "", "field": "", **said, "note": said.get("note", "").strip()[:LONGEST_NOTE]}
        review = Review(
            id=new_id(),
            call=told["call"],
            agent=agent,
            outcome=outcome,
            month=month,
            by=session.agent,
            session=session.id,
            seat=here,
            at=self._now(),
            field=told["field"],
            note=told["note"],
        )
        with self._store.write() as to:
            to.put(review)

    def _check(self, may: bool) -> None:
        if not may:
            raise PermissionError


def month_of(at: datetime) -> str:
    """Return the month of the seat's own calendar: ``2026-11``."""
    return f"{at.astimezone():%Y-%m}"
