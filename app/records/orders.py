"""An order: work for a team, made from a case; and the slip, its paper."""

import enum
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from app.records.ids import Id


class OrderState(enum.StrEnum):
    OPEN = "open"
    DISPATCHED = "dispatched"
    ONSITE = "onsite"
    DONE = "done"
    CLOSED = "closed"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Order:
    kind: ClassVar[str] = "order"
    prefix: ClassVar[str] = "G"

    id: Id
    number: str
    case: Id
    form: str
    form_version: int
    team: str
    state: OrderState
    ordered_at: datetime
    ordered_by: Id
    due_at: datetime | None = None
    urgent: bool = False
    answers: dict[str, Any] = field(default_factory=dict)  # carried over from the call


@dataclass(frozen=True, slots=True)
class Slip:
    """A numbered dispatch slip (派工单). ``prints`` holds one
    ``{"id", "at", "by", "copies", "sets"}`` per printing."""

    kind: ClassVar[str] = "slip"
    prefix: ClassVar[str] = "P"

    id: Id
    number: str
    order: Id
    void: bool = False
    prints: tuple[dict[str, Any], ...] = ()
