"""What stands on a slip or a printed list, ready to be set: all in the language of the paper."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from app.records.ids import Id


@dataclass(frozen=True, slots=True)
class Row:
    """``name``: of the field, where a layout may ask for it."""

    label: str
    value: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a slip under its title ("" has none): what stands there, by name, of SlipSheet.CORE or of a
    row; OTHERS are all rows no part names."""

    title: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """``media``: A5 or A4, lying on its side if ``across``; ``per_sheet``: how many fit on it, 1 or 2;
    ``codes``: of the number, qr and code128; ``signatures``: none are the usual ones."""

    media: str = "A5"
    across: bool = False
    per_sheet: int = 1
    codes: tuple[str, ...] = ("qr", "code128")
    parts: tuple[Part, ...] = (Part("", ("order", "case", "team", "due_at", "others")),)
    signatures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SlipSheet:
    """One slip. Times are local; ``copies`` are codes, which ``copy_names`` names; ``reprint`` counts from 0.
    ``replaces`` is the number of the void slip it stands for, ``replaced_by`` of the one that stands for it;
    ``reason``: why it, or the one it stands for, was made void."""

    CORE: ClassVar[tuple[str, ...]] = ("order", "case", "team", "due_at")
    OTHERS: ClassVar[str] = "others"

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
    copy_names: Mapping[str, str] = field(default_factory=dict)
    layout: Layout = Layout()
    first_at: datetime | None = None  # of a reprint: when it came out first
    replaces: str = ""
    replaced_by: str = ""
    reason: str = ""


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
