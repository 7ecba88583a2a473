"""Planned leaves: asked for before somebody goes, with who stands in; answered by a lead (SEAT-2)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from app.desk.stays import Span, lasting, spans
from app.records.accounts import LEADS, Agent, Session
from app.records.ids import Id, new_id
from app.records.leaves import Answer, Granted, Leave
from app.records.presence import LONGEST_NOTE, Presence
from app.store.store import Store

EARLY, LATE = timedelta(minutes=15), timedelta(hours=1)  # around the wanted start it may begin
_MOST_WHY = 200  # signs of a refusal
_SHOWN = 20
_YEAR = timedelta(days=366)


class Answers(Protocol):
    """At central, over the seat's own login."""

    def answer_leave(self, session: Id, leave: Id, answer: Answer, why: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Asked:
    """How a leave stands: its ``state``, or ``away``, ``used``, ``missed`` once time has gone on; ``lasted``
    is of a used one."""

    leave: Leave
    code: str
    lasted: timedelta | None = None


class Leaves:
    """Those of the agent at this seat, and for a lead those of all."""

    def __init__(
        self, store: Store, session: Session, line: Answers | None, now: Callable[[], datetime]
    ) -> None:
        """*line* is None at a seat alone: there is nobody to ask."""
        self._store, self._session, self._line, self._now = store, session, line, now

    @property
    def may_ask(self) -> bool:
        return self._line is not None

    @property
    def may_answer(self) -> bool:
        return self._line is not None and self._session.role in LEADS

    # -- who wants to go --

    def ask(self, reason: str, start: datetime, minutes: int, cover: Id | None, note: str) -> Leave:
        """Keep the request; it goes to central when it can."""
        leave = Leave(
            new_id(), self._session.agent, reason, start, minutes, self._now(), cover,
            " ".join(note.split())[:LONGEST_NOTE], Answer.UNSENT,
        )  # fmt: skip
        with self._store.write() as to:
            to.put(leave)
        return leave

    def covers(self) -> list[Agent]:
        """Return who may stand in: everybody else who works here."""
        found = self._store.find(Agent, limit=1000)
        return sorted(
            (each for each in found if each.active and each.id != self._session.agent),
            key=lambda each: each.agent_no,
        )

    def mine(self) -> list[Asked]:
        """Return the agent's own, those asked for last first."""
        me = self._session.agent
        found = self._store.find(Leave, agent=me, limit=_SHOWN)
        was_any = any(each.state is Answer.APPROVED for each in found)
        told = spans(self._store.find(Presence, agent=me)) if was_any else []
        return [self._stands(each, [span for span in told if span.leave == each.id]) for each in found]

    def granted(self) -> Granted | None:
        """Return the agent's leave that may begin now."""
        leave = self.covering(self._session.agent, self._now())
        if leave is None or self._used(leave) is not None:
            return None
        cover = self._store.get(Agent, leave.cover) if leave.cover else None
        return Granted(leave, cover.agent_no if cover else "")

    def covering(self, agent: Id, at: datetime, reason: str = "") -> Leave | None:
        """Return the approved leave on which somebody may have gone *at* that moment and is not back yet;
        with a *reason* none but one with the same."""
        found = self._store.find(Leave, agent=agent, state=Answer.APPROVED.value)
        fits = [each for each in found if -EARLY <= at - each.start <= LATE and reason in ("", each.reason)]
        fits.sort(key=lambda each: each.start)
        return next((each for each in fits if (used := self._used(each)) is None or _goes_on(used)), None)

    def _stands(self, leave: Leave, used: list[Span]) -> Asked:
        """*used*: the states that were this leave, as far back as they were read."""
        if used:
            return Asked(leave, "away") if _goes_on(used) else Asked(leave, "used", _together(used))
        if leave.state in (Answer.REFUSED, Answer.WITHDRAWN) or self._now() - leave.start <= LATE:
            return Asked(leave, leave.state)
        return Asked(leave, "missed" if self._used(leave) is None else "used")

    def _used(self, leave: Leave) -> list[Span] | None:
        """Return the states that were this leave; None where there is none."""
        if not self._store.find(Presence, leave=leave.id, limit=1):
            return None
        told = self._store.find(Presence, agent=leave.agent)
        return [span for span in spans(told) if span.leave == leave.id]

    # -- who answers --

    def waiting(self) -> list[Leave]:
        """Return what others have asked for and nobody has answered, what begins first first."""
        if not self.may_answer:
            return []
        # The newest: those nobody ever answered stay what they are.
        found = self._store.find(Leave, state=Answer.ASKED.value)
        me, now = self._session.agent, self._now()
        open_ = (each for each in found if each.agent != me and -LATE <= each.start - now <= _YEAR)
        return sorted(open_, key=lambda each: each.start)

    def answer(self, leave: Id, answer: Answer, why: str = "") -> None:
        """Tell central; raises CentralTrouble, CentralRefused("answered") where somebody was before."""
        assert self._line is not None
        self._line.answer_leave(self._session.id, leave, answer, why.strip()[:_MOST_WHY])


def _goes_on(used: list[Span]) -> bool:
    return any(span.seconds is None for span in used)


def _together(used: list[Span]) -> timedelta:
    return sum((lasting(span.seconds or 0) for span in used), timedelta())
