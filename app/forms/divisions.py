"""The country's divisions from the province to the street, and by which names they are said (CASE-5)."""

import enum
import lzma
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


class Level(enum.IntEnum):
    PROVINCE = 0
    CITY = 1
    DISTRICT = 2
    TOWN = 3


@dataclass(frozen=True, slots=True, eq=False)
class Division:
    """``above``: the divisions it lies in, from the province on; where a province rules a county itself no
    city is among them."""

    name: str
    level: Level
    above: "tuple[Division, ...]" = ()
    below: "list[Division]" = field(default_factory=list, repr=False)

    @property
    def line(self) -> "tuple[Division, ...]":
        return *self.above, self


@dataclass(frozen=True, slots=True)
class Named:
    """A name said of a division: ``short`` leaves out what kind it is; ``old``: where it lay when it was so
    called, and is called so no more."""

    division: Division
    short: bool = False
    old: tuple[Division, ...] | None = None


Names = dict[str, list[Named]]

# What is left out when somebody speaks: 浙江, 红河, 巴音郭楞.
_PEOPLES = (
    "壮|回|维吾尔|蒙古|藏|苗|侗|瑶|彝|哈尼|傣|白|傈僳|景颇|朝鲜|土家|布依|羌|哈萨克|柯尔(?:克孜)|满|黎|土|水|畲|佤|怒|"
    "撒拉|东乡|保安|裕固|拉祜|布朗|阿昌|独龙|普米|纳西|仡佬|毛南|仫佬|达斡尔|鄂温克|鄂伦春|锡伯|塔吉克|各"
)
_SELF_RULED = re.compile(f"(?:{_PEOPLES})族?(?:(?:{_PEOPLES})族?)*自治(?:州|县|旗)$")
_REGION = re.compile("(?:维吾尔|壮族|回族)?自治区$|特别(?:行政区)$")
_KINDS = ("地区", "街道", "省", "市", "县", "区", "盟", "旗", "镇", "乡")


class Divisions:
    """Every division by every name it is said by; the streets of a city once they are asked for."""

    def __init__(self, lines: Iterator[str]) -> None:
        self.provinces: list[Division] = []
        self.named: Names = defaultdict(list)
        self._streets: dict[Division, str] = {}  # of a district, until they are asked for
        self._towns: dict[Division, Names] = {}
        self._read(lines)
        for line in lines:
            old, _, new = line.partition("\t")
            self._rename(old.split("/"), new.split("/"))

    def at(self, path: str) -> Division | None:
        """Return the division of ``省/市/区``, written whole, down to the district; None for none."""
        found, below = None, self.provinces
        for name in filter(None, path.split("/")):
            found = next((each for each in below if each.name == name), None)
            if found is None:
                return None
            below = found.below
        return found

    def towns(self, place: Division) -> Names:
        """Return the streets and towns in a city or district by their names; of a province none."""
        if place not in self._towns:
            named: Names = defaultdict(list)
            districts = [place, *place.below] if place.level in (Level.CITY, Level.DISTRICT) else []
            for district in districts:
                for name in self._streets.pop(district, "").split():
                    district.below.append(Division(name, Level.TOWN, district.line))
                for town in district.below if district.level is Level.DISTRICT else ():
                    _name(named, town.name, town)
            self._towns[place] = named
        return self._towns[place]

    def _read(self, lines: Iterator[str]) -> None:
        line: list[Division] = []
        for text in lines:
            if not text:
                break
            name = text.lstrip("\t")
            level = Level(len(text) - len(name))
            del line[level:]
            if level is Level.TOWN:
                self._streets[line[-1]] = name
                continue
            division = Division(name, level, tuple(each for each in line if each.name != "-"))
            (line[-1].below if line else self.provinces).append(division)
            line.append(division)
            if name != "-":
                _name(self.named, name, division)

    def _rename(self, old: list[str], new: list[str]) -> None:
        division = self.at("/".join(new))
        if division is None:
            return
        lay = tuple(found for n in range(1, len(old)) if (found := self.at("/".join(old[:n]))))
        if old[-1] != new[-1] or lay != division.above:
            _name(self.named, old[-1], division, lay)
        if len(new) > 1 and len(lay) < len(old) - 1:  # what it lay in is no more
            _name(self.named, old[-2], division.above[-1], lay or division.above[:1])


def _name(named: Names, name: str, division: Division, old: tuple[Division, ...] | None = None) -> None:
    named[name].append(Named(division, False, old))
    for short in _shorter(name):
        named[short].append(Named(division, True, old))


def _shorter(name: str) -> Iterator[str]:
    """Give what people say for *name*, and write for a street's office."""
    if (name.endswith("区") and "自治区" in name) or "特别" in name:
        bare = _REGION.sub("", name)
    elif "自治" in name:
        bare = _SELF_RULED.sub("", name)
    else:
        bare = next((name[: -len(kind)] for kind in _KINDS if name.endswith(kind)), name)
    if 2 <= len(bare) < len(name):
        yield bare
    if name.endswith("街道"):
        yield from (name + "办事处", name + "办", bare + "办事处")


def load_divisions(path: Path) -> Divisions:
    """Read the packed file; without one, or with a broken one, nothing is known and every text stays text."""
    try:
        text = lzma.decompress(path.read_bytes()).decode("utf-8")
    except (OSError, lzma.LZMAError, UnicodeDecodeError):
        return Divisions(iter(()))
    return Divisions(iter(text.split("\n")))
