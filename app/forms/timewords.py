"""Times as people say them – 明天下午三点, 后天上午, 下周一9点半, 三个工作日内 – read as from when to when.

What is not read to its last sign is not read at all: nothing is guessed. When the parts of a day begin and
end is how JioNLP reads them (Apache-2.0), whose cases the tests hold this against.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.forms.timeparts import (
    CLOCKS,
    FIGURES,
    SECOND,
    Reader,
    in_figures,
    midnight,
    month_of,
    read_on,
    week_of,
)
from app.forms.workdays import Workdays


@dataclass(frozen=True, slots=True)
class Span:
    """From the first to the last second that is meant, both None for "ever"; ``unit``: the narrowest that was
    said (year, quarter, month, week, day, part, hour, minute, second)."""

    first: datetime | None
    last: datetime | None
    unit: str
    clock: datetime | None = None  # 10:00 of 上午10点之前, None where no clock was said
    every: tuple[str, float] | None = None  # 每周三: again after 7 days; first and last are the next one's


# 二月十五 without 日 is a day of the moon's calendar, which nobody reads here.
_LUNAR = re.compile(rf"月初?[{FIGURES}十廿]+(?![日号號0-9{FIGURES}十])|农历|農曆|腊月|正月")


def read(text: str, now: datetime) -> Span | None:
    """Return what *text* means at *now*, a local time without a zone; None where it is not understood."""
    if _LUNAR.search(text):
        return None
    plain = in_figures(text)
    now = now.replace(microsecond=0, tzinfo=None)
    try:
        return _span(plain, now) if plain else None
    except (ValueError, OverflowError):  # the 30th of February, the year 10000, work days nobody told of yet
        return None


def _point(text: str, now: datetime) -> Span | None:
    if text in ("现在", "此刻", "目前"):
        return Span(now, now, "second")
    at = read_on(text, Reader(now))
    if at is None:
        return None
    return Span(at.first, at.end - SECOND, at.unit, at.first if at.unit in CLOCKS else None)


# -- so long from now, until then, from then --

_LENGTH = r"(\d{1,3}|半)(个?半)?个?(年|月|周|天|日|小时|钟头|刻钟|分钟|秒钟?|工作日|交易日)(半)?"
_CLOCK = {
    "小时": timedelta(hours=1),
    "钟头": timedelta(hours=1),
    "刻钟": timedelta(minutes=15),
    "分钟": timedelta(minutes=1),
    "秒": SECOND,
    "秒钟": SECOND,
}
_AWAY = re.compile(rf"(再?过)?{_LENGTH}(以后|之后|后|之内|以内|内|里|以前|之前|前)?")
_NEXT = re.compile(rf"(未来|今后|接下来|过去的?|最近|近){_LENGTH}(?:之内|以内|之间|内|里)?")
_UNTIL = re.compile(r"(.+?)(之前|以前|前|内)")
_SINCE = re.compile(r"从?(.+?)(?:开始|起)(到(?:今|现在))?")
_LENGTHS = {
    "年": "year", "月": "month", "周": "week", "天": "day", "日": "day", "小时": "hour", "钟头": "hour",
    "刻钟": "quarter", "分钟": "minute", "秒": "second", "秒钟": "second", "工作日": "day", "交易日": "day",
}  # fmt: skip
_EACH = re.compile(rf"每隔?{_LENGTH}")
_AGAIN = re.compile(r"每个?(年|月|周|天|日|工作日|晚)(.*)")
_TURNS = {"年": ("year", 1.0), "月": ("month", 1.0), "周": ("day", 7.0)} | dict.fromkeys(
    ("天", "日", "工作日", "晚"), ("day", 1.0)
)
_WITHIN = ("内", "之内", "以内", "里")


def _span(text: str, now: datetime) -> Span | None:
    for way in (_every, _next, _away, _point, _until, _since, _between):
        if found := way(text, now):
            return found
    return None


def _every(text: str, now: datetime) -> Span | None:
    if found := _EACH.fullmatch(text):
        length = _LENGTHS[found[3]]
        return Span(None, None, length, every=(length, _amount(found[1], found[2] or found[4])))
    if (found := _AGAIN.fullmatch(text)) is None:
        return None
    unit, count = _TURNS[found[1]]
    rest = found[2].lstrip("的")
    if found[1] == "周" and rest:
        rest = f"周{rest}"
    point = _span(rest, now) if rest else Span(None, None, unit)
    return replace(point, every=(unit, count)) if point and not point.every else None


def _next(text: str, now: datetime) -> Span | None:
    if (found := _NEXT.fullmatch(text)) is None:
        return None
    which, unit, amount = found[1], found[4], _amount(found[2], found[3] or found[5])
    if which in ("未来", "今后", "接下来"):
        at = _moved(now, amount, unit)
        return Span(now, _end_of(at - timedelta(days=1)) if unit in ("年", "月") else at, "second")
    at = _moved(now, -amount, unit)
    return Span(at if unit in _CLOCK else midnight(at), now, "second")


def _away(text: str, now: datetime) -> Span | None:
    found = _AWAY.fullmatch(text)
    if found is None or not (found[1] or found[6]):
        return None
    unit, word, amount = found[4], found[6] or "", _amount(found[2], found[3] or found[5])
    if unit in ("工作日", "交易日"):
        return _work_days(now, int(amount), word) if amount == int(amount) else None
    at = _moved(now, -amount if word in ("以前", "之前", "前") else amount, unit)
    if word in _WITHIN:
        return Span(now, at, "hour", at) if unit in _CLOCK else Span(now, _end_of(at), "day")
    first, last = _whole(at, unit, amount)
    clock = at if unit in _CLOCK else None
    if word in ("以前", "之前"):
        return Span(None, last, _LENGTHS[unit], clock)
    opens = word == "以后" or (word == "之后" and unit != "周") or (found[1] and not word)
    return Span(first, None if opens else last, _LENGTHS[unit], clock)


def _amount(count: str, half: str | None) -> float:
    return 0.5 if count == "半" else int(count) + (0.5 if half else 0)


def _moved(at: datetime, amount: float, unit: str) -> datetime:
    if unit in _CLOCK:
        return at + amount * _CLOCK[unit]
    if unit in ("周", "天", "日"):
        return at + timedelta(days=amount * (7 if unit == "周" else 1))
    months = amount * (12 if unit == "年" else 1)
    whole = int(months)
    first = month_of(at.year, at.month + whole)
    day = min(at.day, calendar.monthrange(first.year, first.month)[1])
    return at.replace(year=first.year, month=first.month, day=day) + timedelta(days=30 * (months - whole))


def _whole(at: datetime, unit: str, amount: float) -> tuple[datetime, datetime]:
    """Return the year, month, week or day *at* lies in; of hours the moment itself."""
    if unit in _CLOCK:
        return at, at
    if unit == "年":
        return datetime(at.year, 1, 1), datetime(at.year + 1, 1, 1) - SECOND
    if unit == "周":
        return week_of(at), week_of(at) + timedelta(weeks=1) - SECOND
    if unit == "月" and amount == int(amount):
        return month_of(at.year, at.month), month_of(at.year, at.month + 1) - SECOND
    return midnight(at), _end_of(at)


def _end_of(day: datetime) -> datetime:
    return day.replace(hour=23, minute=59, second=59)


def _work_days(now: datetime, count: int, word: str) -> Span:
    """By the State Council's calendar; raises ValueError where that is not told yet."""
    day, workdays = now, Workdays()
    while count:
        day += timedelta(days=1)
        if not workdays.knows(day.year):
            raise ValueError(day.year)
        count -= workdays.is_worked(day.date())
    return Span(now, _end_of(day), "day") if word in _WITHIN else Span(midnight(day), None, "day")


def _until(text: str, now: datetime) -> Span | None:
    found = _UNTIL.fullmatch(text)
    point = _point(found[1], now) if found else None
    if found is None or point is None or point.last is None:
        return None
    if found[2] == "内":
        return point
    return Span(now if point.last > now else None, point.last, point.unit, point.clock)


def _since(text: str, now: datetime) -> Span | None:
    found = _SINCE.fullmatch(text)
    point = _point(found[1], now) if found else None
    if found is None or point is None or point.last is None:
        return None
    return Span(point.first, now if found[2] or point.last < now else None, point.unit)


# -- from one to the other: what one leaves out is as in the other --

_TO = re.compile(r"到|~|-")
_UNIT_SAID = re.compile(r"[点月日]|[号年]")
_DEPTH = ("year", "quarter", "month", "week", "day", "part", *CLOCKS)


def _between(text: str, now: datetime) -> Span | None:
    plain = re.sub(r"^[从自]|为?止$|之间$", "", text)
    for to in _TO.finditer(plain):
        begins, ends = plain[: to.start()], plain[to.end() :]
        if begins and ends and (found := _from_to(begins, ends, now)):
            return found
    return None


def _from_to(begins: str, ends: str, now: datetime) -> Span | None:
    said = _UNIT_SAID.search(ends)
    begin = read_on(begins, Reader(now)) or (said and read_on(begins + said[0], Reader(now)))
    if not begin:
        return None
    if ends in ("现在", "今", "目前"):
        return Span(begin.first, now, "second")
    for at in _narrowed(begin):
        end = read_on(ends, at)
        if end is not None and end.end > begin.first:
            exact = end.unit == "hour"  # to 3 is to 3, to 3:10 is until the minute is over
            clock = end.first if end.unit in CLOCKS else None
            return Span(begin.first, end.first if exact else end.end - SECOND, end.unit, clock)
    return None


def _narrowed(begin: Reader) -> Iterator[Reader]:
    """Give what of the beginning the end may go on from, the narrowest first, and last nothing of it."""
    depth = _DEPTH.index(begin.unit)
    for unit in ("part", "day", "month", "year", ""):
        at = Reader(begin.now)
        at.here = begin.first
        if unit == "part" and begin.part:
            at.day(begin.first)
            at.part = begin.part
        elif unit == "day" and depth > _DEPTH.index("day"):
            at.day(begin.first)
        elif unit == "month" and depth > _DEPTH.index("month"):
            at.month(begin.first.year, begin.first.month)
        elif unit == "year" and depth > 0:
            at.year(begin.first.year)
        elif unit:
            continue
        yield at
