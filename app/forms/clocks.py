"""Rules of time, rows of the centre's own: what runs from when, how long, in which hours, who is told."""

import enum
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise

from app.forms.hours import ALWAYS, Hours, Reached, Stretch, Timetable, read_part
from app.forms.nodes import Broken, Flaw, Node, about, optional, unique
from app.records.accounts import Role
from app.records.cases import CaseState
from app.records.orders import OrderState

HANDLER = "handler"
DRAFT = "draft"  # where a case is not saved yet: it lies at the desk of whoever types it
_US = timedelta(microseconds=1)
_LENGTH = re.compile(r"([1-9][0-9]{0,4}) ?(min|h|d|workdays)")
_UNITS = {"min": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}
_ASKED = ("verify", "inspect")
_PEOPLE = (HANDLER, *Role)

Length = timedelta | int  # so much time of the rule's hours; a number: so many days that have such hours


class Start(enum.StrEnum):
    """``promise`` and ``term`` have their end in the record itself, and no limit."""

    RECEIVED = "received"  # the call began
    OPENED = "opened"  # it was saved
    DESK = "desk"  # the case came to the desk it lies at
    ORDERED = "ordered"
    ASKED = "asked"  # of a task
    PROMISE = "promise"
    TERM = "term"


_OF = {
    "case": (Start.RECEIVED, Start.OPENED, Start.DESK, Start.PROMISE, Start.TERM),
    "order": (Start.ORDERED, Start.TERM),
    "task": (Start.ASKED, Start.TERM),
}
_ENDED = (Start.PROMISE, Start.TERM)
_STATES = {"case": (DRAFT, *CaseState), "order": tuple(OrderState)}


@dataclass(frozen=True, slots=True)
class Warn:
    """So long after the beginning, or so long before the end, these people are told."""

    after: Length | None
    before: timedelta | None
    tell: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """A part of each day, in minutes, in which the whole may take ``limit`` instead; None: nothing runs."""

    begins: int
    ends: int
    limit: timedelta | None


@dataclass(frozen=True, slots=True)
class Rule:
    """``rule``: its id in the rule book; ``hours``: None by the wall clock. ``hands``: whose clock it is, a
    role or the handler's. ``tell``: who is told that it is late. ``mean``: what those of a month may take on
    average. Empty ``forms`` and ``states`` are any; ``when``: answers it needs; ``until``: what an
    inspector is asked to do, which ends it."""

    code: str
    rule: str
    name: Mapping[str, str]
    clause: Mapping[str, str]
    source: Mapping[str, str]
    of: str
    start: Start
    limit: Length | None = None
    forms: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    until: str = ""
    hours: Hours | None = None
    windows: tuple[Window, ...] = ()
    warns: tuple[Warn, ...] = ()
    tell: tuple[str, ...] = (HANDLER,)
    hands: str = HANDLER
    mean: timedelta | None = None

    def after(self, begin: datetime, length: Length) -> Reached:
        """Return when *length* has passed since *begin*, in this rule's hours and windows."""
        hours = self.hours or ALWAYS
        if isinstance(length, int):
            return hours.end_of_day(begin, length)
        if self.windows:
            assert isinstance(self.limit, timedelta)
            return _paced(_pieces(hours, begin, self.windows), length, self.limit)
        return hours.after(begin, length) if self.hours else Reached(begin + length)

    def concerns(self, form: str, state: str, answers: Mapping[str, object]) -> bool:
        """Tell whether a matter of this *form* in this *state* has such a clock."""
        return (
            (not self.forms or form in self.forms)
            and (not self.states or state in self.states)
            and all(answers.get(name) in wanted for name, wanted in self.when.items())
        )


# What a centre has that says nothing of clocks: what stands in the records themselves.
USUAL = (Rule("term", "", {}, {}, {}, "case", Start.TERM),)


def _paced(pieces: Iterator[tuple[Stretch, Window | None]], length: timedelta, limit: timedelta) -> Reached:
    """In a window that gives 30 minutes instead of 15 a clock runs half as fast: who begins later is never
    due earlier, and what begins outside has the rest of its time stretched, not taken."""
    is_sure = True
    for each, window in pieces:
        is_sure = is_sure and each.is_sure
        room = each.ends - each.begins
        if window is None:
            whole, used = length, room
        elif window.limit is None:
            continue
        else:
            whole, used = _times(length, window.limit, limit), _times(room, limit, window.limit)
        if whole <= room:
            return Reached(each.begins + whole, is_sure)
        length -= used
    raise AssertionError  # there is always another day


def _times(length: timedelta, by: timedelta, through: timedelta) -> timedelta:
    """Exactly, to the microsecond: floats would let two halves differ from the whole."""
    return -(-(length // _US) * (by // _US) // (through // _US)) * _US


def _pieces(
    hours: Hours, begin: datetime, windows: tuple[Window, ...]
) -> Iterator[tuple[Stretch, Window | None]]:
    """Cut what is left of the hours since *begin* at the edges of the windows."""
    for each in hours.stretches(begin):
        at, day = max(each.begins, begin), hours.day(each.begins)
        for window in windows:
            opens, closes = hours.moment(day, window.begins), hours.moment(day, window.ends)
            if at < opens and at < each.ends:
                yield Stretch(at, min(opens, each.ends), each.is_sure), None
                at = min(opens, each.ends)
            if at < closes and at < each.ends:
                yield Stretch(at, min(closes, each.ends), each.is_sure), window
                at = min(closes, each.ends)
        if at < each.ends:
            yield Stretch(at, each.ends, each.is_sure), None


# -- the file --

_REQUIRED = "code rule name clause source of from"
_OPTIONAL = "limit forms states when until hours relaxed paused warn tell hands mean"


def rows_of(node: Node) -> tuple[tuple[str, Node], ...]:
    """Return the rows, each with the code it has or seems to have."""
    rows = node.keys("clocks")["clocks"].items()
    codes = [_code(row) for row in rows]
    unique(rows, codes, Flaw.DUPLICATE_CHOICE)
    return tuple(zip(codes, rows, strict=True))


def build_clock(code: str, row: Node, timetable: Timetable, forms: Collection[str]) -> Rule:
    """Return the rule of one row; raises Broken, as of a form or of hours that nobody defines."""
    with about(code):
        return _rule(row, timetable, forms)


def _code(row: Node) -> str:
    """Return what to call a row that may be broken: its code, where it has one."""
    told = row.value.get("code") if isinstance(row.value, dict) else None
    return told.value if told is not None and isinstance(told.value, str) else ""


def _rule(row: Node, timetable: Timetable, forms: Collection[str]) -> Rule:
    have = row.keys(_REQUIRED, _OPTIONAL)
    of = _one(have["of"], tuple(_OF))
    start = Start(_one(have["from"], _OF[of]))
    return Rule(
        code=have["code"].name(),
        rule=have["rule"].text(),
        name=have["name"].words(),
        clause=have["clause"].words(),
        source=have["source"].words(),
        of=of,
        start=start,
        limit=_limit(row, have, start),
        forms=_some(have, "forms", forms),
        states=_some(have, "states", _STATES.get(of)),
        when=optional(have, "when", _when, {}),
        until=optional(have, "until", lambda at: _one(at, _ASKED), ""),
        hours=optional(have, "hours", lambda at: timetable.named[_one(at, timetable.named)], None),
        windows=_windows(have),
        warns=optional(have, "warn", lambda at: tuple(_warn(e, start) for e in at.items()), ()),
        tell=optional(have, "tell", _people, (HANDLER,)),
        hands=optional(have, "hands", lambda at: _one(at, _PEOPLE), HANDLER),
        mean=optional(have, "mean", _span, None),
    )


def _limit(row: Node, have: dict[str, Node], start: Start) -> Length | None:
    """A limit there is, but where the record itself says when."""
    if ("limit" in have) is (start in _ENDED):
        raise Broken(Flaw.UNKNOWN_KEY if "limit" in have else Flaw.MISSING_KEY, row.line, "limit")
    limit = optional(have, "limit", _length, None)
    for key in ("relaxed", "paused", "mean"):
        if key in have and not isinstance(limit, timedelta):
            raise Broken(Flaw.UNKNOWN_KEY, have[key].line, key)
    return limit


def _windows(have: dict[str, Node]) -> tuple[Window, ...]:
    found = []
    for key in ("relaxed", "paused"):
        for each in have[key].items() if key in have else ():
            told = each.keys("from to" if key == "paused" else "from to limit")
            limit = _span(told["limit"]) if key == "relaxed" else None
            found.append((Window(*read_part(told), limit), each.line))
    found.sort(key=lambda each: each[0].begins)
    for (one, _), (other, line) in pairwise(found):
        if other.begins < one.ends:
            raise Broken(Flaw.WRONG_VALUE, line)
    return tuple(window for window, _ in found)


def _warn(node: Node, start: Start) -> Warn:
    have = node.keys("tell", "after before")
    if ("after" in have) is ("before" in have) or ("after" in have and start in _ENDED):
        raise Broken(Flaw.MISSING_KEY, node.line, "before" if start in _ENDED else "after")
    after, before = optional(have, "after", _length, None), optional(have, "before", _span, None)
    return Warn(after, before, _people(have["tell"]))


def _people(node: Node) -> tuple[str, ...]:
    return tuple(_one(each, _PEOPLE) for each in node.items())


def _when(node: Node) -> dict[str, tuple[str, ...]]:
    return {
        name: tuple(e.name() for e in (each.items() if isinstance(each.value, tuple) else (each,)))
        for name, each in node.mapping().items()
    }


def _some(have: Mapping[str, Node], key: str, known: Collection[str] | None) -> tuple[str, ...]:
    return tuple(_one(each, known) for each in have[key].items()) if key in have else ()


def _one(node: Node, known: Collection[str] | None) -> str:
    text = node.name()
    if known is not None and text not in known:
        raise Broken(Flaw.WRONG_VALUE, node.line, text)
    return text


def _length(node: Node) -> Length:
    found = _LENGTH.fullmatch(node.text())
    if not found:
        raise Broken(Flaw.WRONG_VALUE, node.line, node.text()[:40])
    count = int(found[1])
    if found[2] == "workdays":
        return count
    if (length := count * _UNITS[found[2]]) > timedelta(days=366):
        raise Broken(Flaw.WRONG_VALUE, node.line, node.text()[:40])
    return length


def _span(node: Node) -> timedelta:
    if isinstance(length := _length(node), int):
        raise Broken(Flaw.WRONG_VALUE, node.line, node.text()[:40])
    return length
