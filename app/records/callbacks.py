"""A callback: a call owed (回电), until somebody says what came of it."""

import enum
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from app.records.ids import Id

LONGEST_NOTE = 200


class Why(enum.StrEnum):
    MISSED = "missed"
    MESSAGE = "message"
    PROMISE = "promise"  # CALL-5, CB-3
    ANSWER = "answer"  # to what was asked upward, the caller waiting no longer (CALL-12)
    COMPLAINT = "complaint"  # the customer was told what was done (COMP-2)


class CallbackState(enum.StrEnum):
    OPEN = "open"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Callback:
    """``due_at`` is what it is owed by, and stays; ``again_at``, when it is tried next. Nobody's as long as
    it has no ``handler``. ``tries`` holds one ``{"id", "at", "by", "outcome", "note"}`` per attempt; the one
    that ended it is its ``outcome``. ``call``: the one it is owed for."""

    kind: ClassVar[str] = "callback"

    id: Id
    why: Why
    owed_at: datetime
    due_at: datetime
    number: str = ""
    line: str = ""
    after_hours: bool = False
    customer: Id | None = None
    call: Id | None = None
    handler: Id | None = None
    again_at: datetime | None = None
    tries: tuple[dict[str, Any], ...] = ()
    outcome: str | None = None
    done_at: datetime | None = None
    done_by: Id | None = None

    @property
    def state(self) -> CallbackState:
        return CallbackState.DONE if self.outcome else CallbackState.OPEN
