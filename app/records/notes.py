"""A note: what happened in a matter, said once; what was wrong in it is said anew."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from app.records.ids import Id

LONGEST_NOTE = 4000  # signs


@dataclass(frozen=True, slots=True)
class Note:
    """*by* says, at ``entered_at`` and the seat with the code ``seat``, that ``what`` happened ``at`` to a
    case, a call or a customer (``of``, ``record``). Never changed: another one ``corrects`` it.

    ``what`` is a code with its own words in the window (``note.…``): ``note`` for what somebody wrote down.
    ``other``: the record, or who, it names.
    """

    kind: ClassVar[str] = "note"

    id: Id
    of: str
    record: Id
    what: str
    by: Id
    seat: str
    at: datetime
    entered_at: datetime
    text: str = ""
    corrects: Id | None = None
    other: Id | None = None
