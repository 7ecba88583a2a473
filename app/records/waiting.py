"""What the bottom line says of the road to central."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """``attention`` counts ops that were refused or lost a conflict and want a person."""

    pending: int = 0
    attention: int = 0
    oldest_at: datetime | None = None
