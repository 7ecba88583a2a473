"""A conflict: two seats said different things in one field; central keeps both until a person decides."""

import dataclasses
import enum
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from app.records.ids import Id


class Decision(enum.StrEnum):
    KEPT = "kept"  # what stood stays
    LOST = "lost"  # what had lost is used after all
    EDITED = "edited"  # neither


@dataclass(frozen=True, slots=True)
class Conflict:
    """Made by central alone; a seat says the last three. ``values`` holds ``lost`` and ``kept``, but for
    one that is empty. ``field`` is named as in a body; who is unknown to central is ""."""

    kind: ClassVar[str] = "conflict"

    id: Id
    of: str  # kind of the record
    record: Id
    field: str
    found_at: datetime
    lost_by: str = ""
    lost_seat: str = ""
    lost_at: datetime | None = None
    kept_by: str = ""
    kept_seat: str = ""
    kept_at: datetime | None = None
    decision: Decision | None = None
    decided_by: Id | None = None
    decided_at: datetime | None = None
    values: dict[str, Any] = dataclasses.field(default_factory=dict)

    @property
    def lost(self) -> Any:
        return self.values.get("lost")

    @property
    def kept(self) -> Any:
        return self.values.get("kept")
