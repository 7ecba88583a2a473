"""What the next agent should know of a customer (CALL-10): proposed by one, decided by a lead."""

import enum
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from app.records.ids import Id

LONGEST_WHY = 200


class Word(enum.StrEnum):
    """All but the first are a lead's, and name what they answer."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    LIFTED = "lifted"  # once confirmed


@dataclass(frozen=True, slots=True)
class Mark:
    """One word about one ``customer``, never changed; ``code`` is of the centre's list ``marks``. ``of``: the
    proposal that is answered."""

    kind: ClassVar[str] = "mark"

    id: Id
    customer: Id
    code: str
    word: Word
    why: str
    by: Id
    session: Id
    at: datetime
    of: Id | None = None
