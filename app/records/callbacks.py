"""A callback: a call owed (回电), or one that follows service (回访), until somebody says what came of it."""

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
    VISIT = "visit"  # 回访: by a list of the centre's, named in ``list`` (CB-1, CB-2, CB-4, CB-5)


class CallbackState(enum.StrEnum):
    OPEN = "open"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Callback:
    """``due_at`` is what it is owed by, and stays; ``again_at``, when it is tried next. Nobody's as long as
    it has no ``handler``. ``tries`` holds one ``{"id", "at", "by", "outcome", "note"}`` per attempt; the one
    that ended it is its ``outcome``. ``call``: the one it is owed for.

    Of a visit: the ``list`` it stands on, what it is ``of`` (an order, a household of a list), its ``case``,
    the ``team`` that was there and the ``area`` it was in; ``given`` holds one ``{"id", "at", "by", "to",
    "why"}`` for each time it was handed to another.
    """

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
    list: str = ""
    of: Id | None = None
    case: Id | None = None
    team: str = ""
    area: str = ""
    given: tuple[dict[str, Any], ...] = ()

    @property
    def state(self) -> CallbackState:
        return CallbackState.DONE if self.outcome else CallbackState.OPEN

    @property
    def result(self) -> str:
        """Return what came of it: as it ended, or as that was set right since; "" while it is owed."""
        righted = [each["outcome"] for each in self.tries if each.get("rights")]
        return (righted[-1] if righted else self.outcome) if self.outcome else ""
