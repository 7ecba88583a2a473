"""What stands on a slip or a printed list, ready to be set: all in the language of the paper."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.records.ids import Id


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class SlipSheet:
    """One slip. Times are local; ``copies`` are codes (stub, dispatch, user); ``reprint`` counts from 0."""

    slip: Id
    number: str
    order_number: str
    case_number: str
    title: str
    centre: str
    team: str
    copies: tuple[str, ...]
    rows: tuple[Row, ...]
    due_at: datetime | None
    urgent: bool
    printed_at: datetime
    printed_by: str  # agent number and name
    reprint: int
    void: bool
    lang: str  # zh_CN, zh_TW, en


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    right: bool = False


@dataclass(frozen=True, slots=True)
class ListSheet:
    """A list as it was narrowed and sorted (``facts``); ``mark``, who and when, stands behind every page."""

    title: str
    centre: str
    facts: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    printed_at: datetime
    printed_by: str
    mark: str
    lang: str
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordSheet:
    """A record as it stands: ``sections`` of a title and rows, ``signatures`` to be given; ``mark``, who
    and when, stands behind every page."""

    title: str
    centre: str
    sections: tuple[tuple[str, tuple[Row, ...]], ...]
    signatures: tuple[str, ...]
    printed_at: datetime
    printed_by: str
    mark: str
    lang: str
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF that lies on disk. ``missing``: the signs its font has no shape for, listed on it."""

    path: Path
    pages: int
    missing: tuple[str, ...]
    media: str = "A5"
