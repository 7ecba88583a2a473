"""A household on a list from outside: inspected last week, or to be asked (CB-2, CB-5); and a sample."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from app.records.ids import Id


@dataclass(frozen=True, slots=True)
class Household:
    """``list``: the code of the list in the rules; ``week``: the Monday of ``at``, when they were there."""

    kind: ClassVar[str] = "household"

    id: Id
    list: str
    week: str
    at: datetime
    form: str
    form_version: int
    answers: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sample:
    """Who of a list's week is called (CB-2): drawn once, by a ``seed`` anybody can draw by again.

    ``size`` of ``total`` were ``drawn``; ``swaps`` holds one ``{"id", "at", "by", "out", "to", "why"}`` for
    each household another stands in for.
    """

    kind: ClassVar[str] = "sample"

    id: Id
    list: str
    week: str
    seed: str
    size: int
    total: int
    drawn_at: datetime
    drawn_by: Id
    drawn: tuple[Id, ...] = ()
    swaps: tuple[dict[str, Any], ...] = ()
