"""An erasure: whose data central had erased, and what of their records stays."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from app.records.ids import Id


@dataclass(frozen=True, slots=True)
class Erasure:
    """Made by central alone. ``kinds`` holds one ``{"kind", "ids", "kept", "blank"}`` per kind of record: the
    keys of a body that are kept, and what is left in place of those no record can be without."""

    kind: ClassVar[str] = "erasure"

    id: Id
    at: datetime
    kinds: tuple[dict[str, Any], ...]
