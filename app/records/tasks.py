"""A task: an inspector (监督员) is asked to look at a case, and answers by a term (CASE-2, CASE-3)."""

import enum
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from app.records.ids import Id


class Ask(enum.StrEnum):
    ON_SITE = "on_site"  # 核实: is it so? before filing
    INSPECTION = "inspection"  # 核查: was it done? after handling


class Result(enum.StrEnum):
    MET = "met"  # it is as reported; it was handled well
    NOT_MET = "not_met"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Task:
    """Asked once and answered once; ``chases`` holds one ``{"id", "at", "by", "note"}`` per chasing (催)."""

    kind: ClassVar[str] = "task"

    id: Id
    case: Id
    ask: Ask
    inspector: str
    asked_by: Id
    asked_at: datetime
    due_at: datetime
    note: str = ""
    chases: tuple[dict[str, Any], ...] = ()
    result: Result | None = None
    answer: str = ""
    answered_by: Id | None = None  # who entered it
    answered_at: datetime | None = None
