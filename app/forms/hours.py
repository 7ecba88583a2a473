"""Hours somebody is there, read from the centre's rule, and the time that passes in them (SVC-1)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from app.forms.nodes import Broken, Flaw, Node, about, optional
from app.forms.workdays import Workdays

SERVICE = "service"
_DAY = 24 * 60
_WHOLE = ((0, _DAY),)
_TIME = re.compile(r"([01][0-9]|2[0-4]):([0-5][0-9])")
_DATE = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")

Parts = tuple[tuple[int, int], ...]  # of a day, in minutes since midnight; in order, apart from each other


@dataclass(frozen=True, slots=True)
class Stretch:
    """From when to when without a break, in UTC; not ``is_sure`` in a year whose holidays nobody told."""

    begins: datetime
    ends: datetime
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Reached:
    at: datetime  # UTC
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Hours:
    """``worked`` and ``free``: the parts of days that are worked, and of those that are not. All moments need
    a zone; ``zone`` says where the parts are read, None: where the computer is."""

    worked: Parts = _WHOLE
    free: Parts = _WHOLE
    workdays: Workdays = field(default_factory=Workdays)
    zone: tzinfo | None = None

    def is_open(self, at: datetime) -> bool:
        """Tell whether *at* lies in these hours: as they open it does, as they close it does not."""
        first = next(self.stretches(at))
        return first.begins <= at

    def opens(self, at: datetime) -> Reached:
        """Return *at*, or where that is outside, the next opening."""
        first = next(self.stretches(at))
        return Reached(max(first.begins, at.astimezone(UTC)), first.is_sure)

    def after(self, at: datetime, length: timedelta) -> Reached:
        """Return when *length* of these hours has passed since *at*. What is used up as they close ends then,
        not when they open again: it is the last moment somebody is there."""
        is_sure = True
        for each in self.stretches(at):
            is_sure = is_sure and each.is_sure
            begins = max(each.begins, at)
            if length <= each.ends - begins:
                return Reached(begins + length, is_sure)
            length -= each.ends - begins
        raise AssertionError  # stretches never end

    def between(self, begin: datetime, end: datetime) -> timedelta:
        """Return how much of these hours lies between two moments; nothing, where the second is earlier."""
        passed = timedelta()
        for each in self.stretches(begin):
            if each.begins >= end:
                break
            passed += min(each.ends, end) - max(each.begins, begin)
        return passed

    def end_of_day(self, at: datetime, count: int) -> Reached:
        """Return when the *count*-th day after that of *at* closes; days without such hours do not count."""
        day, is_sure = self.day(at), True
        while True:
            day += timedelta(days=1)
            parts, sure = self._parts(day)
            is_sure, count = is_sure and sure, count - bool(parts)
            if count <= 0 and parts:
                return Reached(self.moment(day, parts[-1][1]), is_sure)

    def stretches(self, since: datetime) -> Iterator[Stretch]:
        """Give those that end after *since*, the first whole, on and on."""
        day = self.day(since)
        while True:
            parts, is_sure = self._parts(day)
            for begins, ends in parts:
                if (end := self.moment(day, ends)) > since:
                    yield Stretch(self.moment(day, begins), end, is_sure)
            day += timedelta(days=1)

    def day(self, at: datetime) -> date:
        """Return the day *at* lies in, where the hours are read."""
        return at.astimezone(self.zone).date()

    def moment(self, day: date, minutes: int) -> datetime:
        """Return when so many minutes of *day* have passed, in UTC."""
        wall = datetime(day.year, day.month, day.day) + timedelta(minutes=minutes)
        return (wall.replace(tzinfo=self.zone) if self.zone else wall.astimezone()).astimezone(UTC)

    def _parts(self, day: date) -> tuple[Parts, bool]:
        if self.worked == self.free:
            return self.worked, True
        parts = self.worked if self.workdays.is_worked(day) else self.free
        return parts, self.workdays.knows(day.year)


ALWAYS = Hours()


@dataclass(frozen=True, slots=True)
class Timetable:
    """Every set of hours of the centre by its name; those of service (SVC-1) are always among them."""

    named: Mapping[str, Hours] = field(default_factory=lambda: {SERVICE: ALWAYS})

    def is_open(self, at: datetime) -> bool:
        """Tell whether *at* lies in the service hours; outside it is after hours."""
        return self.named[SERVICE].is_open(at)


def build_timetable(node: Node) -> Timetable:
    have = node.mapping()
    zone = optional(have, "zone", _zone, None)
    workdays = optional(have, "calendar", _calendar, Workdays())
    if SERVICE not in have:
        raise Broken(Flaw.MISSING_KEY, node.line, SERVICE)
    named = {}
    for name, each in have.items():
        if name not in ("zone", "calendar"):
            with about(name):
                Node(each.line, name).name()
                named[name] = Hours(*_days(each), workdays, zone)
    return Timetable(named)


def build_hours(node: Node, timetable: Timetable) -> Hours:
    """Return the hours *node* names, or whose parts of days it says."""
    if isinstance(node.value, str):
        if (name := node.name()) not in timetable.named:
            raise Broken(Flaw.UNKNOWN_CHOICE, node.line, name)
        return timetable.named[name]
    usual = timetable.named[SERVICE]
    return Hours(*_days(node), usual.workdays, usual.zone)


def read_time(node: Node) -> int:
    """Return the minutes since midnight that ``08:30`` says, at most ``24:00``."""
    found = _TIME.fullmatch(node.text())
    minutes = int(found[1]) * 60 + int(found[2]) if found else _DAY + 1
    if minutes > _DAY:
        raise Broken(Flaw.WRONG_VALUE, node.line, node.text()[:40])
    return minutes


def read_part(have: Mapping[str, Node]) -> tuple[int, int]:
    """Return what ``from`` and ``to`` say; raises Broken where it ends before it begins."""
    begins, ends = read_time(have["from"]), read_time(have["to"])
    if begins >= ends:
        raise Broken(Flaw.WRONG_VALUE, have["to"].line, have["to"].text())
    return begins, ends


def _days(node: Node) -> tuple[Parts, Parts]:
    worked, free = [], []
    for each in node.items():
        have = each.keys("days from to")
        part, days = read_part(have), have["days"].text()
        if days not in ("every", "workdays", "days_off"):
            raise Broken(Flaw.WRONG_VALUE, have["days"].line, days[:40])
        worked += [part] * (days != "days_off")
        free += [part] * (days != "workdays")
    return _joined(worked), _joined(free)


def _joined(parts: list[tuple[int, int]]) -> Parts:
    whole: list[tuple[int, int]] = []
    for begins, ends in sorted(parts):
        if whole and begins <= whole[-1][1]:
            whole[-1] = whole[-1][0], max(ends, whole[-1][1])
        else:
            whole.append((begins, ends))
    return tuple(whole)


def _zone(node: Node) -> tzinfo:
    try:
        return ZoneInfo(node.text())
    except (ValueError, OSError, KeyError):  # no such zone, a path, a folder of zones
        raise Broken(Flaw.WRONG_VALUE, node.line, node.text()[:40]) from None


def _calendar(node: Node) -> Workdays:
    off: set[date] = set()
    on: set[date] = set()
    years: set[int] = set()
    for each in node.items():
        have = each.keys("year", "holidays makeup")
        year = have["year"].count(2004, 2199)
        years.add(year)
        for days, key in ((off, "holidays"), (on, "makeup")):
            days.update(_date(at, year) for at in (have[key].items() if key in have else ()))
        if both := sorted(off & on):
            raise Broken(Flaw.WRONG_VALUE, each.line, f"{both[0]:%m-%d}")
    return Workdays(frozenset(off), frozenset(on), frozenset(years))


def _date(node: Node, year: int) -> date:
    text = node.text()
    try:
        if not _DATE.fullmatch(text):
            raise ValueError
        return date(year, int(text[:2]), int(text[3:]))
    except ValueError:  # 02-30
        raise Broken(Flaw.WRONG_VALUE, node.line, text[:40]) from None
