"""What became of a draft in another's hands: each step is a record of its own, and none is changed."""

import enum
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from app.records.ids import Id

LONGEST_WHY = 200


class Step(enum.StrEnum):
    TOOK = "took"
    GAVE_BACK = "gave_back"
    SEEN = "seen"  # by the owner


@dataclass(frozen=True, slots=True)
class Takeover:
    """*by* did *step* with the *draft* of *owner*, at the seat with the code ``seat``; ``why`` they took it.

    Nothing of a customer: ``form`` and ``started_at`` say which draft it was.
    """

    kind: ClassVar[str] = "takeover"

    id: Id
    draft: Id  # the id of the call it becomes
    owner: Id
    step: Step
    by: Id
    seat: str
    form: str
    started_at: datetime
    at: datetime
    why: str = ""
