"""A call: one contact, in or out, as it was logged on a form."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from app.records.ids import Id


@dataclass(frozen=True, slots=True)
class Call:
    kind: ClassVar[str] = "call"
    prefix: ClassVar[str] = "L"

    id: Id
    number: str
    channel: str
    form: str
    form_version: int
    started_at: datetime
    saved_at: datetime
    first_taker: Id  # never changes (CALL-6)
    handler: Id
    customer: Id | None = None
    case: Id | None = None
    owes: bool = False  # fields its form lets come later are still empty (欠项)
    answers: dict[str, Any] = field(default_factory=dict)
