"""What the bottom line says of the road to central."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Waiting:
    """``attention`` counts what wants a person: open conflicts, and ops central refused. ``taken_at``: when
    central last answered to an op. ``filled``: records here so far, while the first sync goes on. ``slow``:
    by how much this computer's clock was behind central's at the last hello."""

    pending: int = 0
    attention: int = 0
    oldest_at: datetime | None = None
    taken_at: datetime | None = None
    filled: int | None = None
    slow: timedelta = timedelta()
