"""Whether two callers speak of one matter: pure, explained, in the points of the centre's rule."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from app.forms.address import parse
from app.forms.callers import CallerRule
from app.forms.divisions import Divisions

SHORT = 40  # signs: up to here single signs tell more of two texts than pairs of them do
_DICE = (0.42, 0.62)  # from where two short texts are like at all, and from where wholly
_CONTAINED = (0.22, 0.52)  # the same of long ones
_SAME, _NEAR = 0.9, 0.5  # of two addresses
_LONGEST = 2_000  # signs of a text that are looked at
_PARTS = 80  # of one telling
_DAY = timedelta(days=1)

_AROUND = re.compile(
    r"附近|旁[边邊]|[边邊]上|[对對]面|[门門]口|路口|(?:[那这這]|[前后後]|[里裡])[边邊面]|[那这這][里裡]|一[带帶]"
)
_FIGURES = {sign: n for n, sign in enumerate(("零", "一", "二", "三", "四", "五", "六", "七", "八", "九"))}
_COUNTED = re.compile(rf"[{''.join((*_FIGURES, '十'))}]{{1,3}}")
_COUNTS = frozenset({"number", "building", "unit", "floor", "room"})  # parts of an address that are numbers
_LIES_IN = frozenset({"province", "city", "district", "town", "more"})  # said of it as seldom as not
_NUMBER = re.compile(r"[a-z]?\d+[a-z]?")


@dataclass(frozen=True, slots=True)
class Place:
    """What a place is called, and the numbers of house, building, door, as they were said."""

    name: str = ""
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """What a caller says: ``number`` is normalised, empty what is not known."""

    at: datetime
    form: str = ""
    number: str = ""
    place: Place = Place()
    category: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """``reasons``: number, address, near, text, category, recent; what counts most first."""

    points: int = 0
    reasons: tuple[str, ...] = ()


def likeness(new: Telling, known: Telling, rule: CallerRule) -> Likeness:
    """Return how far what is told now is what is *known* already, and why."""
    place = same_place(new.place, known.place)
    counted = {
        "number": rule.number if new.number and new.number == known.number else 0,
        "address": rule.address if place >= _SAME else 0,
        "near": rule.near if _NEAR <= place < _SAME else 0,
        "text": round(rule.text * like_text(new.text, known.text)),
    }
    if not any(counted.values()):
        return Likeness()
    if new.form == known.form:
        counted["category"] = rule.category if new.category and new.category == known.category else rule.form
    age = max(new.at - known.at, timedelta())
    left = max(0.0, 1 - age / timedelta(days=max(rule.days, 1)))
    points = round(sum(counted.values()) * (rule.late + (100 - rule.late) * left) / 100)
    counted["category"] = counted.get("category", 0) if new.category == known.category else 0
    reasons = sorted(filter(counted.get, counted), key=lambda why: -counted[why])
    return Likeness(points, (*reasons, *(("recent",) if age <= _DAY else ())))


# -- what is said --


def like_text(one: str, other: str) -> float:
    """Return 0 for texts that say different things up to 1 for the same in other words."""
    a, b = plain(one), plain(other)
    if min(len(a), len(b)) < 2:
        return 0.0
    if max(len(a), len(b)) <= SHORT:
        return _within(_dice(Counter(a), Counter(b)), _DICE)
    first, second = pairs(a), pairs(b)
    return _within(len(first & second) / min(len(first), len(second)), _CONTAINED)


def plain(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text[:_LONGEST]).casefold()))


def pairs(text: str) -> set[str]:
    return {a + b for a, b in pairwise(text)}


def _dice(a: Counter[str], b: Counter[str]) -> float:
    return 2 * (a & b).total() / (a.total() + b.total())


def _within(value: float, span: tuple[float, float]) -> float:
    return min(1.0, max(0.0, (value - span[0]) / (span[1] - span[0])))


# -- where it is --


def same_place(one: Place, other: Place) -> float:
    """Return 1 for one door however it is said, 0.9 where one of them says less of it, 0.6 where only the
    house or the name of the place is one, 0.3 for two houses of a street, 0 for two places."""
    a, b = pairs(one.name), pairs(other.name)
    if not a or not b or len(a & b) / min(len(a), len(b)) < 0.6:
        return 0.0
    if not one.numbers or not other.numbers:
        return 0.6  # a place and no door: it may be a whole town
    if one.numbers == other.numbers:
        return 1.0
    first = one.numbers[0] == other.numbers[0]
    if set(one.numbers) <= set(other.numbers) or set(other.numbers) <= set(one.numbers):
        return 0.9 if first else 0.6
    return 0.6 if first else 0.3


def place_of(address: str, divisions: Divisions) -> Place:
    """Take an address apart, without what lies around it."""
    said = "".join(unicodedata.normalize("NFKC", address[:200]).casefold().split())
    parts = parse(_AROUND.sub("", said), divisions).parts
    named = [part.text for part in parts if part.kind not in _COUNTS | _LIES_IN]
    lies_in = [part.text for part in parts if part.kind in _LIES_IN]
    counted = (_COUNTED.sub(_in_figures, part.text) for part in parts if part.kind in _COUNTS)
    numbers = tuple(each.lstrip("0") for text in counted for each in _NUMBER.findall(text))
    return Place(plain("".join(named or lies_in[-1:])), numbers)


def _in_figures(found: re.Match[str]) -> str:
    tens, ten, ones = found[0].rpartition("十")
    if not ten:
        return "".join(str(_FIGURES[sign]) for sign in found[0])
    return str((_FIGURES.get(tens, 1) if len(tens) < 2 else 0) * 10 + _FIGURES.get(ones, 0))


# -- by what it is found again --


def parts(telling: Telling) -> set[str]:
    """Return what leads to a telling: the pairs of signs of its place, and of what is said."""
    where = {f"@{each}" for each in pairs(telling.place.name)}
    return where | set(sorted(pairs(plain(telling.text)), key=_anyhow)[: _PARTS - min(len(where), _PARTS)])


def _anyhow(part: str) -> int:
    """An order that says nothing, and is always the same: of two long texts the same parts are kept."""
    return int.from_bytes(part.encode("utf-8", "replace")) * 2_654_435_761 % (1 << 32)
