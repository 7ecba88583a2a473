"""The centre's lists of calls that follow service (回访): who is called, of what, by when, and asked what."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.forms.hours import Hours
from app.forms.nodes import Broken, Flaw, Node, about, optional
from app.forms.spec import Words

_DAY = 24 * 60  # minutes
_ROUNDS_KEYS = "times left"
_LIST_KEYS = "forms outcomes who after within sample swap"


class Source(enum.StrEnum):
    ORDERS = "orders"  # in the day's rounds (CB-1)
    CASES = "cases"  # that were closed (CB-4)
    COMPLAINTS = "complaints"  # that were dealt with (COMP-2): owed as they are fed back
    SHEET = "sheet"  # households somebody outside has sent a list of (CB-2, CB-5)


class Who(enum.StrEnum):
    """Who calls, unless somebody else is given it."""

    ENTERED = "entered"
    HANDLER = "handler"
    ANYBODY = "anybody"


@dataclass(frozen=True, slots=True)
class CallList:
    """``forms`` and ``outcomes``: of those alone, () of all. What it is owed for is ``after`` hours past, and
    the call is made ``within`` so many. ``sample``: so many of a week's households, 0: all. ``swap``: the
    outcomes after which another household may stand in."""

    code: str
    rule: str
    name: Words
    source: Source
    ask: Words
    forms: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    who: Who = Who.ENTERED
    after: int = 0
    within: int = 72
    sample: int = 0
    swap: tuple[str, ...] = ()

    def takes(self, form: str) -> bool:
        return not self.forms or form in self.forms


@dataclass(frozen=True, slots=True)
class Visiting:
    """``times``: when the day's rounds are built, ``left``: when what is open of them is marked for the
    handover; in minutes since midnight. A lead's seat builds what nobody has built ``grace`` minutes after,
    a seat looks ``back`` so many days for what was missed. ``satisfied`` and ``unsatisfied``: the outcomes
    of who was reached."""

    times: tuple[int, ...] = (11 * 60, 16 * 60)
    left: int = 18 * 60
    grace: int = 15
    back: int = 7
    lists: Mapping[str, CallList] = field(default_factory=dict)
    satisfied: tuple[str, ...] = ("satisfied", "fair")
    unsatisfied: tuple[str, ...] = ("dissatisfied",)

    def of(self, source: Source) -> list[CallList]:
        return [each for each in self.lists.values() if each.source is source]

    def round_after(self, at: datetime, hours: Hours) -> datetime:
        """Return the first round that begins at *at* or later."""
        return _next(self.times, at, hours)

    def rounds(self, since: datetime, until: datetime, hours: Hours) -> list[datetime]:
        """Return those that begin after *since* and by *until*, in their order."""
        found, at = [], self.round_after(since + timedelta(microseconds=1), hours)
        while at <= until:
            found.append(at)
            at = self.round_after(at + timedelta(microseconds=1), hours)
        return found

    def left_after(self, round: datetime, hours: Hours) -> datetime:
        """Return when what is open of that *round* is left for the handover."""
        return _next((self.left,), round + timedelta(microseconds=1), hours)


def _next(times: tuple[int, ...], at: datetime, hours: Hours) -> datetime:
    day = hours.day(at)
    while True:
        for minutes in times:
            if (moment := hours.moment(day, minutes)) >= at:
                return moment
        day += timedelta(days=1)


def build_visiting(node: Node) -> Visiting:
    have, usual = node.keys("rounds lists", "grace back satisfied unsatisfied"), Visiting()
    rounds = have["rounds"].keys(_ROUNDS_KEYS)
    times = [_minutes(each) for each in rounds["times"].items()]
    left = _minutes(rounds["left"])
    if times != sorted(set(times)) or left <= times[-1]:
        raise Broken(Flaw.WRONG_VALUE, rounds["times"].line)
    lists = {}
    for code, row in have["lists"].mapping().items():
        with about(code):
            lists[Node(row.line, code).name()] = _list(code, row)
    return Visiting(
        tuple(times),
        left,
        optional(have, "grace", lambda at: at.count(0, _DAY), usual.grace),
        optional(have, "back", lambda at: at.count(1, 31), usual.back),
        lists,
        optional(have, "satisfied", _names, usual.satisfied),
        optional(have, "unsatisfied", _names, usual.unsatisfied),
    )


def _minutes(node: Node) -> int:
    hour, sep, minute = node.text().partition(":")
    if not (sep and hour.isdecimal() and minute.isdecimal() and len(hour) == len(minute) == 2):
        raise Broken(Flaw.WRONG_VALUE, node.line, node.text()[:40])
    if int(hour) > 23 or int(minute) > 59:
        raise Broken(Flaw.WRONG_VALUE, node.line, node.text()[:40])
    return int(hour) * 60 + int(minute)


def _list(code: str, node: Node) -> CallList:
    have = node.keys("rule name from ask", _LIST_KEYS)
    source, who = have["from"].name(), optional(have, "who", Node.name, Who.ENTERED.value)
    for told, known in ((source, tuple(Source)), (who, tuple(Who))):
        if told not in known:
            raise Broken(Flaw.WRONG_VALUE, node.line, told)
    if "sample" in have and source != Source.SHEET:
        raise Broken(Flaw.WRONG_VALUE, have["sample"].line, "sample")
    return CallList(
        code,
        have["rule"].text(),
        have["name"].words(),
        Source(source),
        have["ask"].words(),
        optional(have, "forms", _names, ()),
        optional(have, "outcomes", _names, ()),
        Who(who),
        optional(have, "after", lambda at: at.count(0, 31 * 24), 0),
        optional(have, "within", lambda at: at.count(1, 366 * 24), 72),
        optional(have, "sample", lambda at: at.count(1, 1000), 0),
        optional(have, "swap", _names, ()),
    )


def _names(node: Node) -> tuple[str, ...]:
    return tuple(each.name() for each in node.items())
