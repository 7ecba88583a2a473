"""An access: somebody saw, copied, exported or printed numbers of a list. Never changed afterwards."""

import enum
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from app.records.ids import Id


class Deed(enum.StrEnum):
    REVEAL = "reveal"
    COPY = "copy"
    EXPORT = "export"
    PRINT = "print"
    PLAY = "play"  # a voice was heard, or where its recording is kept was seen


@dataclass(frozen=True, slots=True)
class Access:
    """``of``: the kind of record; ``record``: the one, or "" where it was ``count`` of a list narrowed by
    ``words``, in which names and numbers are masked. ``whole``: its numbers were. ``seat`` is a code."""

    kind: ClassVar[str] = "access"

    id: Id
    agent: Id
    session: Id
    seat: str
    at: datetime
    deed: Deed
    of: str
    record: str
    count: int
    words: str
    whole: bool
