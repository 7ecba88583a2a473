"""An address as somebody says it, in its parts: nothing is changed in it, and nothing added (CALL-4)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from app.forms.divisions import Division, Divisions, Level, Named

_FEW = "一 二 三 四 五 六 七 八 九 十".replace(" ", "")
_SIDES = "东 南 西 北".replace(" ", "")
_SIMPLER = str.maketrans(
    "區縣鎮 鄉號樓 棟單層 門東國 臺灣園 莊開發 業廣場 廈".replace(" ", ""),
    "区县镇 乡号楼 栋单层 门东国 台湾园 庄开发 业广场 厦".replace(" ", ""),
)
_LONGEST = 16  # signs of a name
_GAP = re.compile(r"[\s\-_,，、。./|·:：;；()（）]*(?:中国(?!\w{0,2}(?:路|街|人|银|移|电|联)))?")
_HEAD = tuple(level.name.lower() for level in Level)  # province city district town
# What a short name of a city is not, and of what lies in it, where one of these follows: 重庆路, 西湖花园.
_ROAD = f"[{_SIDES}{_FEW}中 上下 老新 前后]{{0,2}}(?:大?道|路|大?街(?!道)|巷|弄"
_A_ROAD = re.compile(_ROAD + ")")
_MORE = re.compile(
    _ROAD + "|里|桥|港|湾|站|村|社区|小区|花园|公寓|苑|园|广场|"
    "大厦|大楼|商|宾馆|酒店|饭店|医院|学|银行|市场|公司|集团|工业|开发区|高新|国际|中心|世纪|名|家|城|府|庭|湖|山)"
)
_KINDS = {  # said with a short name that was of another kind once: 奉化市, 广西省
    Level.PROVINCE: "省|市",
    Level.CITY: "地区|市",
    Level.DISTRICT: "市|县|新区|区",
    Level.TOWN: "街道(?:办事处|办)?|镇|乡",
}
_A_KIND = {level: re.compile(kinds) for level, kinds in _KINDS.items()}
_SHAPES = {  # a division that no list names, said whole
    Level.DISTRICT: re.compile(
        "([^\\W\\d]{2,4}?)(?:自治县|市(?!场|政|民|中心|区|委)|县(?!道)|"
        f"(?<!社)(?<!小)(?<!园)(?<!发)(?<!业)(?<!新)(?<!期)(?<![{_FEW}])区)"
    ),
    Level.TOWN: re.compile(
        "([^\\W\\d]{1,5}?)(?:街道(?:办事处|办)?|镇(?!政)|(?<!故|梦|水|之)乡(?!村|政|下|间))"
    ),
}
_NO_TOWN = re.compile("路|街(?!道)|大道|巷|村|公司")
_NUMBER = rf"(?:\d+|[〇零百两{_FEW}]+|[A-Za-z]+\d*|[甲乙丙]|[{_SIDES}中])"
_MANY = rf"{_NUMBER}(?:[-－—~至、]{_NUMBER})*"
_SAID = (  # in the order they are tried, wherever a part may begin
    ("building", re.compile(rf"第?{_MANY}(?:号楼|号院|号库|幢|栋楼?|座|#楼?|号房)")),
    ("unit", re.compile(rf"第?{_NUMBER}(?:单元|门(?!口|市|面|店|牌|诊|卫)|梯)")),
    ("floor", re.compile(rf"(?:[Bb负]|地下)?(?:\d+|[{_FEW}]+)(?:楼|层|[Ff](?![A-Za-z]))")),
    ("room", re.compile(r"[A-Za-z]?\d+[A-Za-z]?(?:[-－—、]\d+)*(?:室|户|房)")),
    (
        "number",
        re.compile(rf"(?:附|新|老|甲|乙)?{_MANY}(?:号|弄)(?:之[{_FEW}\d]+|[甲乙丙])?(?!线|大街|路|桥)"),
    ),
)
_RUN = re.compile(r"[A-Za-z]?\d+[A-Za-z]?(?:[-－—_#][A-Za-z]?\d+[A-Za-z]?)*(?![\dA-Za-z])")
_NO_RUN = re.compile("大街|路|街|弄|巷|区|期|组|队|村|店|厂|米|旁|园|码")
_NAME = r"[^\W\d]"
_ESTATE = "新村|小区|花园|公寓|大厦|广场|家园|花苑|大楼"
_AFTER = {"number": "building", "building": "unit", "unit": "room"}  # what a bare number is then
_ESTATES = re.compile(f"(?:{_ESTATE})$")
_NAMES = (
    (
        "road",
        re.compile(
            rf"{_NAME}(?:(?!{_ESTATE}){_NAME}|\d){{0,8}}?(?:大道|大街|公路|国道|省道|胡同|路|街(?!道|区|坊)|巷|弄(?!堂)|(?<!街)道(?!观|具))"
            rf"(?:[{_SIDES}中{_FEW}\d]段)?(?!桥|社区|村|小区|花园)"
        ),
    ),
    (
        "community",
        re.compile(rf"{_NAME}{{1,7}}?(?:行政村|自然村|社区|居委会|村委会|(?<!新)村(?!委))(?!路|街|道|镇|口)"),
    ),
    (
        "zone",
        re.compile(
            rf"{_NAME}{{0,10}}?(?:开发区|高新区|工业(?:园区?|区)|(?:产业|科技|创业)园区?|集聚区|保税区)"
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Part:
    """``text`` stands at ``start`` of what was said; ``now``: how a division that was renamed is called."""

    kind: str
    text: str
    start: int
    now: str = ""

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Address:
    """``kind`` of the parts: province city district town zone community road number place building unit floor
    room, and ``more`` for what was said twice. ``found``: the divisions it may lie in, the deepest known."""

    said: str
    parts: tuple[Part, ...] = ()
    found: tuple[Division, ...] = field(default=(), repr=False)

    def part(self, kind: str) -> str:
        """Return the first part of that kind as it was said, "" for none."""
        return next((part.text for part in self.parts if part.kind == kind), "")

    def name(self, level: Level) -> str:
        """Return the division's name of today; "" where none is known, or several might be meant."""
        lines = {each.line for each in self.found}
        names = {next((d.name for d in line if d.level is level), "") for line in lines}
        return names.pop() if len(names) == 1 else ""


def parse(said: str, divisions: Divisions, home: Division | None = None) -> Address:
    """Take *said* apart. *home*: where the centre is; what is said without a province lies there, if it
    can."""
    plain = said.translate(_SIMPLER)  # sign by sign: every place stays what it was
    head = _Head(plain, divisions, home)
    at = head.read()
    parts = (*head.parts, *_rest(plain, at))
    return Address(said, tuple(replace(p, text=said[p.start : p.end]) for p in parts), tuple(head.found))


class _Head:
    """The divisions an address begins with, each within the one before it."""

    def __init__(self, said: str, divisions: Divisions, home: Division | None) -> None:
        self._said, self._divisions, self._home = said, divisions, home
        self.parts: list[Part] = []
        self.found: list[Division] = []

    def read(self) -> int:
        """Return where they end."""
        at = 0
        while True:
            start = _gap(self._said, at)
            end = self._take(start)
            if end == start:
                return start if self.parts else 0
            at = end

    def _take(self, start: int) -> int:
        among = [self._divisions.named, *map(self._divisions.towns, self._near())]
        for end in range(min(len(self._said), start + _LONGEST), start + 1, -1):
            name = self._said[start:end]
            known = [each for names in among for each in names.get(name, ())]
            if known and (fits := self._fitting(known, end)):
                return self._keep(start, end, fits)
        return self._shape(start)

    def _near(self) -> list[Division]:
        """Return where streets are looked for: of many districts of one name in none."""
        if not self.parts:
            return [self._home] if self._home else []
        if len(self.found) != 1:
            return []
        return [each for each in self.found[0].line if each.level is not Level.TOWN][-1:]

    def _means(self, named: Named, end: int) -> bool:
        """Tell whether it is the name that ends there, not the beginning of another."""
        if not named.short:
            return True
        if any(kind.match(self._said, end) for kind in _A_KIND.values()):
            return _A_KIND[named.division.level].match(self._said, end) is not None
        return not (_MORE if named.division.level > Level.CITY else _A_ROAD).match(self._said, end)

    def _fitting(self, known: Sequence[Named], end: int) -> list[Named]:
        fits = [each for each in known if self._means(each, end) and self._fits(each)]
        if not self.found and self._home is not None:
            near = [
                each for each in fits if self._home in each.division.line or each.division in self._home.line
            ]
            fits = near or fits
        if not self.parts:
            count = sum(each.division.level <= Level.DISTRICT for each in fits)
            fits = [each for each in fits if self._begins(each, count)]
        # One said whole is meant rather than one said short, a greater rather than a smaller.
        fits = [each for each in fits if not each.short] or fits
        fits = [each for each in fits if each.old is None] or fits
        least = min((each.division.level for each in fits), default=Level.TOWN)
        return [each for each in fits if each.division.level == least]

    def _begins(self, named: Named, count: int) -> bool:
        """Tell whether an address may begin with it: a short name of a district of many is none."""
        division = named.division
        if self._home is not None and self._home in division.line:
            return True
        return not named.short or division.level < Level.DISTRICT or division.name[-1] in "市县" or count == 1

    def _fits(self, named: Named) -> bool:
        if not self.found:
            return True
        over = set(named.division.above) | set(named.old or ())
        return any(each in over or each in named.division.line for each in self.found) or any(
            named.division in each.line for each in self.found
        )

    def _keep(self, start: int, end: int, fits: list[Named]) -> int:
        if fits[0].short and (kind := _A_KIND[fits[0].division.level].match(self._said, end)):
            end = kind.end()
        text = self._said[start:end]
        divisions = list(dict.fromkeys(each.division for each in fits))
        deeper = [d for d in divisions if not any(d in each.line for each in self.found)]
        if not deeper:  # said once more, or after what lies in it
            self.found = [each for each in self.found if any(d in each.line for d in divisions)]
            self.parts.append(Part("more", text, start))
            return end
        self.found = deeper
        division = deeper[0]
        now = division.name if len(deeper) == 1 and text not in (division.name, *_short(fits)) else ""
        self.parts.append(Part(_HEAD[division.level], text, start, now))
        return end

    def _shape(self, start: int) -> int:
        have = {part.kind for part in self.parts}
        for level, shape in _SHAPES.items():
            may = "district" not in have and have & {"city", "province"} if level is Level.DISTRICT else True
            told = shape.match(self._said, start) if may and _HEAD[level] not in have else None
            if told and not _A_ROAD.match(self._said, told.end()) and not _NO_TOWN.search(told[1]):
                self.parts.append(Part(_HEAD[level], told[0], start))
                return told.end()
        return start


def _short(fits: Sequence[Named]) -> tuple[str, ...]:
    return tuple(each.division.name[:-1] for each in fits if each.short)


def _gap(said: str, at: int) -> int:
    told = _GAP.match(said, at)
    return told.end() if told else at


def _rest(said: str, at: int) -> Iterator[Part]:
    """Give what follows the divisions; what has no shape of its own is a place."""
    place, seen = at, ""
    while at < len(said):
        kind, end = _next(said, at, seen if at == place else "", at == place)
        if not kind:
            at = end
            continue
        yield from _place(said, place, at)
        if kind == "run":
            yield from _run(said, at, end)
            kind = "room"
        else:
            yield Part(kind, said[at:end], at)
        seen, at = kind, _gap(said, end)
        place = at
    yield from _place(said, place, at)


def _next(said: str, at: int, seen: str, begins: bool) -> tuple[str, int]:
    """Return the kind of what begins here and where it ends; without a kind, where to look again."""
    for kind, shape in _SAID:
        told = shape.match(said, at)
        if told and (begins or told[0][0] in _FEW or said[at].isascii()):
            after = kind == "number" and told[0].endswith("号") and _AFTER.get(seen)
            return after or kind, told.end()
    if told := _RUN.match(said, at):
        if _NO_RUN.match(said, told.end()) or (at and said[at - 1].isascii() and said[at - 1].isalnum()):
            return "", told.end()
        return "number" if begins and seen == "road" else "run", told.end()
    if begins or _ESTATES.search(said, max(0, at - 2), at):
        found = [(told.end(), kind) for kind, shape in _NAMES if (told := shape.match(said, at))]
        if found:
            end, kind = min(found)
            return kind, end
    return "", at + 1


def _run(said: str, at: int, end: int) -> Iterator[Part]:
    """Give the parts of 8-10-1109: building, unit, room; of two the room is the last, alone it is one."""
    pieces = [(told.start(), told[0]) for told in re.finditer(r"[A-Za-z0-9]+", said[at:end])]
    kinds = {1: ("room",), 2: ("building", "room"), 3: ("building", "unit", "room")}
    for (start, text), kind in zip(pieces, kinds.get(len(pieces), ("number",) * len(pieces)), strict=True):
        yield Part(kind, text, at + start)


def _place(said: str, start: int, end: int) -> Iterator[Part]:
    text = said[start:end].rstrip(" -_,，、。./|·:：;；(（)）")
    if text:
        yield Part("place", text, start)
