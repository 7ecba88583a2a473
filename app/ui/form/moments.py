"""Dates as agents type them – ``14:05``, ``11-21 14:05``, 明天下午三点 – and as a field shows them."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime, timedelta

from PySide6.QtCore import QLocale

from app.forms.timewords import Span, read_near

_AFTERNOON = range(1, 7)  # who says 3点 by itself at noon does not mean the night
_EARLY = re.compile(r"^0|凌|晨|早|上午|夜")  # and who says so, does


def read(text: str, now: datetime | None, *, ahead: bool = False) -> datetime | None:
    """Return the moment *text* means, in the seat's own zone; without *now*, of ISO 8601 alone.

    A day without a year is the nearest such, an hour without a day is today's. With *ahead* an hour without
    a day that is over is this afternoon's where it is one to six, else tomorrow's; what has no hour lasts
    to its end (后天上午 is until noon); and what would be over without anybody having said so is no guess.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if (whole := _iso(plain)) or now is None:
        return whole
    here = now.astimezone().replace(tzinfo=None)
    said = read_near(plain, here)
    if said is None or said.every:
        return None
    try:
        at = _ahead(plain, said, here) if ahead else said.clock
        return at.replace(second=0).astimezone() if at else None
    except (ValueError, OverflowError, OSError):  # the year 1, or 9999
        return None


def show(at: datetime, now: datetime | None, lang: str) -> str:
    """Return ``11-21 周六 14:05``, with the year where it is not this one."""
    local = at.astimezone()
    weekday = QLocale(lang).dayName(local.isoweekday(), QLocale.FormatType.ShortFormat)
    year = "" if now and now.astimezone().year == local.year else f"{local.year:04}-"
    return f"{year}{local.month:02}-{local.day:02} {weekday} {local.hour:02}:{local.minute:02}"


def _ahead(plain: str, said: Span, here: datetime) -> datetime | None:
    if said.clock is None:
        return _end(said.last) if said.last and said.last >= here else None
    at, now = said.clock, here.replace(second=0, microsecond=0)
    if at >= now or said.lacks in ("", "year"):  # a day that is told stays as told
        return at
    if said.lacks != "day":
        return None
    afternoon = at + timedelta(hours=12)
    is_early = at.hour in _AFTERNOON and not _EARLY.search(plain)
    return afternoon if is_early and afternoon > here else at + timedelta(days=1)


def _end(last: datetime) -> datetime:
    """Return noon for the second before it, the last minute of a day for its last second."""
    return last + timedelta(seconds=1) if last.second == 59 and last.hour != 23 else last


def _iso(plain: str) -> datetime | None:
    try:
        return datetime.fromisoformat(plain).astimezone() if "T" in plain else None
    except (ValueError, OverflowError, OSError):
        return None
