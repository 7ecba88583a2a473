"""An escalation (请示): a question upward, beyond one's authority; its answer is kept (CALL-12)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from app.records.accounts import Role
from app.records.ids import Id

UPWARD = (Role.LEAD, Role.SUPERVISOR, Role.DIRECTOR)  # in this order, as far as the centre has them


def rank(role: Role) -> int:
    """Return how high *role* stands: 0 for whoever answers nobody's question."""
    return UPWARD.index(role) + 1 if role in UPWARD else 0


@dataclass(frozen=True, slots=True)
class Escalation:
    """``of`` is the call or the case it is about; a draft has the id of the call it becomes.

    ``level``: whom it waits for. ``raised`` holds one ``{"id", "at", "by", "to", "why"}`` each time it went
    further up. ``waits``: the caller is on the line; else they are called back.
    """

    kind: ClassVar[str] = "escalation"

    id: Id
    of: Id
    question: str
    asked_by: Id
    asked_at: datetime
    level: Role
    waits: bool = False
    raised: tuple[dict[str, Any], ...] = ()
    answer: str = ""
    answered_by: Id | None = None
    answered_at: datetime | None = None
    seen_at: datetime | None = None  # by who asked
