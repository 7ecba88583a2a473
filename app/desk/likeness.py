"""Whether two callers speak of one matter: pure, explained, in the points of the centre's rule."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from app.forms.callers import CallerRule

SHORT = 40  # signs: up to here single signs tell more of two texts than pairs of them do
_DICE = (0.42, 0.62)  # from where two short texts are like at all, and from where wholly
_CONTAINED = (0.22, 0.52)  # the same of long ones
_SAME, _NEAR = 0.9, 0.5  # of two addresses
_LONGEST = 2_000  # signs of a text that are looked at
_PARTS = 80  # of one telling
_DAY = timedelta(days=1)

# What a place is called by as seldom as not: its district, what lies around it, the words behind a number.
_BEFORE = re.compile(
    r"(?:[a-z0-9\u4e00-\u9fff]{1,7}?(?:省|市(?![场場])|(?<![小社校])(?<![园園景])(?<![业業])[区區]|[县縣]|街道"
    r"|[镇鎮]|[乡鄉]))+(?=\w{2})"
)
_AROUND = re.compile(
    r"附近|旁[边邊]|[边邊]上|[对對]面|[门門]口|路口|(?:[那这這]|[前后後]|[里裡])[边邊面]|[那这這][里裡]|一[带帶]"
)
_FIGURES = {sign: n for n, sign in enumerate(("零", "一", "二", "三", "四", "五", "六", "七", "八", "九"))}
_SPELT = "".join((*_FIGURES, "十"))
_AFTER = ("号楼", "號樓", "单元", "單元", *"号號", *"栋棟", *"幢座室", *"户戶房", *"弄层層", *"楼樓", *"组組")
_COUNTED = re.compile(rf"[{_SPELT}]{{1,3}}(?=[{''.join(_AFTER)}])")
_UNITS = re.compile("|".join((*_AFTER, "[-—之#]")))
_NUMBER = re.compile(r"[a-z]?\d+[a-z]?")


@dataclass(frozen=True, slots=True)
class Telling:
    """What a caller says: ``number`` is normalised, empty what is not known."""

    at: datetime
    form: str = ""
    number: str = ""
    address: str = ""
    category: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """``reasons``: number, address, near, text, category, recent; what counts most first."""

    points: int = 0
    reasons: tuple[str, ...] = ()


def likeness(new: Telling, known: Telling, rule: CallerRule) -> Likeness:
    """Return how far what is told now is what is *known* already, and why."""
    place = same_place(new.address, known.address)
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


def same_place(one: str, other: str) -> float:
    """Return 1 for one door however it is said, 0.9 where one of them says less of it, 0.6 where only the
    house or the name of the place is one, 0.3 for two houses of a street, 0 for two places."""
    (names, numbers), (others, other_numbers) = _place(one), _place(other)
    a, b = pairs(names), pairs(others)
    if not a or not b or len(a & b) / min(len(a), len(b)) < 0.6:
        return 0.0
    if not numbers or not other_numbers:
        return 0.6  # a place and no door: it may be a whole town
    if numbers == other_numbers:
        return 1.0
    if set(numbers) <= set(other_numbers) or set(other_numbers) <= set(numbers):
        return 0.9 if numbers[0] == other_numbers[0] else 0.6
    return 0.6 if numbers[0] == other_numbers[0] else 0.3


def _place(address: str) -> tuple[str, list[str]]:
    """Return the name of a place without what lies around it, and the numbers of house, building, door."""
    said = unicodedata.normalize("NFKC", address[:200]).casefold()
    said = _AROUND.sub("", _COUNTED.sub(_in_figures, "".join(said.split())))
    said = _BEFORE.sub("", said, count=1)
    return plain(_UNITS.sub("", _NUMBER.sub(" ", said))), [each.lstrip("0") for each in _NUMBER.findall(said)]


def _in_figures(found: re.Match[str]) -> str:
    tens, ten, ones = found[0].rpartition("十")
    if not ten:
        return "".join(str(_FIGURES[sign]) for sign in found[0])
    return str((_FIGURES.get(tens, 1) if len(tens) < 2 else 0) * 10 + _FIGURES.get(ones, 0))


# -- by what it is found again --


def parts(telling: Telling) -> set[str]:
    """Return what leads to a telling: the pairs of signs of its place, and of what is said."""
    name, _ = _place(telling.address)
    where = {f"@{each}" for each in pairs(name)}
    return where | set(sorted(pairs(plain(telling.text)), key=_anyhow)[: _PARTS - min(len(where), _PARTS)])


def _anyhow(part: str) -> int:
    """An order that says nothing, and is always the same: of two long texts the same parts are kept."""
    return int.from_bytes(part.encode("utf-8", "replace")) * 2_654_435_761 % (1 << 32)
