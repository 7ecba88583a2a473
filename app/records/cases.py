"""A case: a matter that lives on after the call."""

import enum
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from app.records.ids import Id


class CaseState(enum.StrEnum):
    """In the order a case passes them; the last three lie beside the way."""

    RECEIVED = "received"
    PREFILED = "prefiled"
    FILED = "filed"
    DISPATCHED = "dispatched"
    HANDLED = "handled"
    VERIFIED = "verified"
    CLOSED = "closed"
    RETURNED = "returned"
    MERGED = "merged"
    CANCELLED = "cancelled"

    @property
    def is_open(self) -> bool:
        return self not in (CaseState.CLOSED, CaseState.MERGED, CaseState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Case:
    kind: ClassVar[str] = "case"
    prefix: ClassVar[str] = "A"

    id: Id
    number: str
    call: Id
    form: str
    form_version: int
    title: str  # what the lists show: category and place, no name and no number
    state: CaseState
    opened_at: datetime
    first_taker: Id
    handler: Id
    customer: Id | None = None
    urgent: bool = False
    due_at: datetime | None = None
    outcome: str = ""
