"""Reviews (复核): each says of an entry that it is right, wrong (错登) or missed (漏登); none is changed."""

import enum
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from app.records.ids import Id

LONGEST_NOTE = 500


class Outcome(enum.StrEnum):
    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"
    HEARD = "heard"  # the report of a month that had too many has been read by whoever it goes to


@dataclass(frozen=True, slots=True)
class Review:
    """*by* says, signed in at the seat with the code ``seat``, what became of an entry of *agent*.

    ``call`` is empty for what was missed and for a report; ``field``: which answer is wrong, "" for all.
    ``month`` (``2026-11``) is the one it counts for.
    """

    kind: ClassVar[str] = "review"

    id: Id
    call: str
    agent: Id
    outcome: Outcome
    month: str
    by: Id
    session: Id
    seat: str
    at: datetime
    field: str = ""
    note: str = ""
