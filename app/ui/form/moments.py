"""Dates as agents type them – ``14:05``, ``11-21 14:05``, 明天下午三点 – and as a field shows them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta

from PySide6.QtCore import QLocale

from app.forms import timewords

_AHEAD = {"今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2, "後天": 2}
_WEEKDAY = re.compile(
    r"(?:周|週|星期|礼拜|禮拜)[一二三四五六日天]|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", re.IGNORECASE
)
_SIGNS = str.maketrans({"年": "-", "月": "-", "/": "-", "日": " ", "号": " ", "號": " ", "分": " "})
_WHOLE_HOUR = re.compile(r"\s*[点點时時整]+\s*$")
_HOUR = re.compile(r"\s*[点點时時]\s*")
_TYPED = re.compile(
    rf"(?:(?P<ahead>{'|'.join(_AHEAD)})\s*|(?:(?P<year>\d{{4}})-)?(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})\s+)?"
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})"
)
_HALF_A_YEAR = 183
_HOUR_ALONE = re.compile(r"[零〇一二两兩三四五六七八九十\d]{1,3}\s*[点點时時:]")
_AFTERNOON = range(1, 7)  # who says 3点 by itself at noon does not mean the night


def read(text: str, now: datetime | None, *, ahead: bool = False) -> datetime | None:
    """Return the moment *text* means, in the seat's own zone.

    Without a year it is the nearest such day, without a day today; both need *now*. With *ahead* an hour
    without a day that is over today is this afternoon's where it is one to six, else tomorrow's,
    and what has no hour lasts to its end: 后天上午 is until noon.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    whole = _iso(plain)
    if whole:
        return whole
    found = _TYPED.fullmatch(_in_figures(plain))
    if found is None:
        return _in_words(plain, now, ahead) if now else None
    try:
        return _moment(found, now.astimezone() if now else None, ahead)
    except (ValueError, OverflowError, OSError):
        return None


def show(at: datetime, now: datetime | None, lang: str) -> str:
    """Return ``11-21 周六 14:05``, with the year where it is not this one."""
    local = at.astimezone()
    weekday = QLocale(lang).dayName(local.isoweekday(), QLocale.FormatType.ShortFormat)
    year = "" if now and now.astimezone().year == local.year else f"{local.year:04}-"
    return f"{year}{local.month:02}-{local.day:02} {weekday} {local.hour:02}:{local.minute:02}"


def _iso(plain: str) -> datetime | None:
    try:
        return datetime.fromisoformat(plain).astimezone() if "T" in plain else None
    except (ValueError, OverflowError, OSError):
        return None


def _in_figures(plain: str) -> str:
    """Return ``11-25 9:30`` for 11月25日周三9点半."""
    # 今日 and 明日 hold the sign that ends a date elsewhere.
    plain = _WEEKDAY.sub(" ", plain).replace("今日", "今天").replace("明日", "明天")
    plain = _HOUR.sub(":", _WHOLE_HOUR.sub(":00", plain)).replace(":半", ":30")
    return " ".join(plain.translate(_SIGNS).split())


def _in_words(plain: str, now: datetime, ahead: bool) -> datetime | None:
    here = now.astimezone().replace(tzinfo=None)
    said = timewords.read(plain, here)
    if said is None or said.every:
        return None
    at = said.clock or (said.last if ahead else None)
    if at is None:
        return None
    if said.clock is None and at.second == 59 and at.hour != 23:
        at += timedelta(seconds=1)  # until noon, not until the second before it
    if ahead and at < here:
        if _HOUR_ALONE.match(plain):
            at = _later(at, here)
        elif (here - at).days > _HALF_A_YEAR and "年" not in plain:
            at = at.replace(year=at.year + 1)
        else:
            return None
    return at.replace(second=0).astimezone()


def _later(at: datetime, now: datetime) -> datetime:
    afternoon = at + timedelta(hours=12)
    return afternoon if at.hour in _AFTERNOON and afternoon > now else at + timedelta(days=1)


def _moment(found: re.Match[str], now: datetime | None, ahead: bool) -> datetime | None:
    day = _day(found, now.date() if now else None)
    if day is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"])
    told = found["month"] or found["ahead"]
    at = datetime(day.year, day.month, day.day, hour, minute)
    if ahead and now and not told and (hour, minute) < (now.hour, now.minute):
        at = at + timedelta(days=1) if len(found["hour"]) > 1 else _later(at, now.replace(tzinfo=None))
    return at.astimezone()


def _day(found: re.Match[str], today: date | None) -> date | None:
    if found["month"] and found["year"]:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    if today is None:
        return None
    if found["month"]:
        return _nearest(int(found["month"]), int(found["day"]), today)
    return today + timedelta(days=_AHEAD[found["ahead"]] if found["ahead"] else 0)


def _nearest(month: int, day: int, today: date) -> date:
    """Return that day of this year, of the next in December's January, of the last in January's December."""
    at = date(today.year, month, day)
    if (today - at).days > _HALF_A_YEAR:
        return date(today.year + 1, month, day)
    return date(today.year - 1, month, day) if (at - today).days > _HALF_A_YEAR else at
