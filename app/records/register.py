"""A print: what became of a slip, each time something did. Never changed afterwards, so that what went out on
paper can be told for ever."""

import enum
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from app.records.ids import Id


class Fate(enum.StrEnum):
    PRINT = "print"
    REPRINT = "reprint"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Print:
    """``n``: how often the slip had come out before; ``copies`` are codes, each ``sets`` times. Of one
    that was made void: why (``reason``), and which slip stands for it (``other``); of a print, which it
    stands for. ``seat`` is a code."""

    kind: ClassVar[str] = "print"

    id: Id
    slip: Id
    fate: Fate
    at: datetime
    agent: Id
    session: Id
    seat: str
    n: int
    sets: int
    copies: tuple[str, ...] = ()
    reason: str = ""
    other: Id | None = None
