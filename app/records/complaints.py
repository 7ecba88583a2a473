"""A complaint: what becomes of a case somebody complains in (COMP-1 to COMP-3)."""

import enum
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from app.records.ids import Id


class Stage(enum.StrEnum):
    """What is to be done next."""

    ASSIGN = "assign"
    HANDLE = "handle"
    FEED_BACK = "feed_back"
    CALL_BACK = "call_back"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Complaint:
    """Has the id of its case. ``about``: the person complained of, who may take none of the steps.
    ``sort``: a code of the second level of the list ``complaints``.

    Handled and fed back are two times (COMP-2); ``answers`` holds what was said with the steps: ``result``,
    ``cause``, ``improvement``, ``reply``, ``satisfied``, ``heard``.
    """

    kind: ClassVar[str] = "complaint"

    id: Id
    case: Id
    reported_at: datetime
    reported_by: Id
    about: Id | None = None
    sort: str = ""
    assigned_by: Id | None = None
    assigned_at: datetime | None = None
    handler: Id | None = None
    handled_by: Id | None = None
    handled_at: datetime | None = None
    fed_back_by: Id | None = None
    fed_back_at: datetime | None = None
    called_by: Id | None = None
    called_at: datetime | None = None
    answers: dict[str, Any] = field(default_factory=dict)

    @property
    def stage(self) -> Stage:
        if self.called_at:
            return Stage.DONE
        if self.fed_back_at:
            return Stage.CALL_BACK
        if self.handled_at:
            return Stage.FEED_BACK
        return Stage.HANDLE if self.handler else Stage.ASSIGN
