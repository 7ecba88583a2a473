"""A ring: one contact as the telephone system told of it; and the single words it is told in."""

import enum
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from app.records.ids import Id


class Event(enum.StrEnum):
    RING = "ring"
    ANSWER = "answer"
    END = "end"
    MISSED = "missed"
    MESSAGE = "message"  # the caller has left one (留言)


@dataclass(frozen=True, slots=True)
class Told:
    """One word of the telephone system's: ``event`` at ``at``. ``ref`` is its own id of the contact, "" where
    it gives none; ``id`` makes this word itself known again."""

    id: Id
    event: Event
    at: datetime
    number: str = ""
    line: str = ""
    ref: str = ""

    def texts(self) -> list[str]:
        return [self.id, self.event, self.at.isoformat(), self.number, self.line, self.ref]

    @classmethod
    def of_texts(cls, texts: list[str]) -> "Told":
        id, event, at, number, line, ref = texts
        return cls(Id(id), Event(event), datetime.fromisoformat(at), number, line, ref)


@dataclass(frozen=True, slots=True)
class Ring:
    """What the system told at the seat with the code ``seat``, each word once; a time it did not tell is
    None. ``number`` is normalised, "" where it was withheld.

    ``taken_by`` and ``taken_at`` alone are an agent's word: who saw to it; ``call`` is what they log of it,
    None where they closed it. ``callback``: what is owed of it.
    """

    kind: ClassVar[str] = "ring"

    id: Id
    seat: str
    heard_at: datetime
    number: str = ""
    line: str = ""
    ref: str = ""
    rang_at: datetime | None = None
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    missed_at: datetime | None = None
    message_at: datetime | None = None
    customer: Id | None = None
    callback: Id | None = None
    call: Id | None = None
    taken_by: Id | None = None
    taken_at: datetime | None = None

    @property
    def at(self) -> datetime:
        """When it began, as far as anybody knows."""
        told = (self.rang_at, self.answered_at, self.missed_at, self.message_at, self.ended_at)
        return next((each for each in told if each), self.heard_at)

    @property
    def is_lost(self) -> bool:
        """True where the caller reached nobody: missed, a message left, or hung up before an answer."""
        return self.answered_at is None and bool(self.missed_at or self.message_at or self.ended_at)
