"""One agent at two seats: central's own record, for leads to see to."""

import enum
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from app.records.ids import Id


class Outcome(enum.StrEnum):
    DISPLACED = "displaced"  # the agent had the first lock
    REFUSED = "refused"  # a rule kept them out at the second
    BOTH = "both"  # found out afterwards, or while it goes on


@dataclass(frozen=True, slots=True)
class Overlap:
    """``first`` and ``second`` are codes of seats; between ``since`` and ``until`` *agent* was at both."""

    kind: ClassVar[str] = "overlap"

    id: Id
    agent: Id
    first: str
    second: str
    since: datetime
    until: datetime
    outcome: Outcome
    seen_at: datetime | None = None
