"""A planned leave: asked for before somebody goes, answered by a lead (SEAT-2)."""

import enum
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from app.records.ids import Id

_MOST = 24 * 60  # minutes: what a seat says is not believed beyond a day


class Answer(enum.StrEnum):
    """How a request stands; all but the first is central's word, never a seat's."""

    UNSENT = "unsent"  # as it stands at the seat until central has it
    ASKED = "asked"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Leave:
    """*agent* wants to go at ``start`` for ``minutes``; ``cover`` stands in meanwhile (代岗人).

    What was asked is never changed. That it was used is said by the presences that name it. ``why`` is said
    with a refusal.
    """

    kind: ClassVar[str] = "leave"

    id: Id
    agent: Id
    reason: str
    start: datetime
    minutes: int
    asked_at: datetime
    cover: Id | None = None
    note: str = ""
    state: Answer = Answer.ASKED
    decided_by: Id | None = None
    decided_at: datetime | None = None
    why: str = ""

    @property
    def longest(self) -> timedelta:
        return timedelta(minutes=min(max(self.minutes, 1), _MOST))


@dataclass(frozen=True, slots=True)
class Granted:
    """A leave that may begin now, and the 工号 of who stands in, "" for nobody."""

    leave: Leave
    cover_no: str = ""
