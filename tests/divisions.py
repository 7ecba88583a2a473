"""Packs the divisions of China the program is shipped with: ``python -m tests.divisions DIST CHANGES``.

DIST: the folder ``dist`` of npm's china-division; CHANGES: ``china_location_change.txt`` of PyPI's jionlp.
Whose they are stands in ``resources/divisions/README.md``.
"""

import csv
import json
import lzma
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from app import places

_LEVELS = ("provinces", "cities", "areas", "streets")


def pack(dist: Path, changes: Path) -> bytes:
    """Return a line for each division with a tab before it for each level, all streets of a district in one;
    an empty line, and one for each that was renamed: old, tab, new, from the province down."""
    lines = [*_mainland(dist), *_beside(dist), "", *_changes(changes)]
    return lzma.compress("\n".join(lines).encode(), preset=9 | lzma.PRESET_EXTREME)


def _mainland(dist: Path) -> Iterator[str]:
    below: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for level, parent in zip(_LEVELS, ("", "provinceCode", "cityCode", "areaCode"), strict=True):
        with (dist / f"{level}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                below[row[parent] if parent else ""].append((row["code"], row["name"]))
    for province, name in below[""]:
        yield name
        for city, said in below[province]:
            # A municipality is its own city; "-" where a province rules counties itself.
            alone = {"市辖区": name, "县": name}.get(said, "-" if said.endswith("行政区划") else said)
            yield "\t" + alone
            for area, told in below[city]:
                yield "\t\t" + told
                yield "\t\t\t" + " ".join(street for _, street in below[area])


def _beside(dist: Path) -> Iterator[str]:
    for region, cities in json.loads((dist / "HK-MO-TW.json").read_text("utf-8")).items():
        yield region
        for city, areas in cities.items():
            yield "\t" + city
            yield from ("\t\t" + area.split("（")[0] for area in areas)


def _changes(path: Path) -> Iterator[str]:
    for line in path.read_text("utf-8").splitlines():
        old, _, new = line.partition("=>")
        if new:
            told = [name for name in old.split("\t")[2::2] if name], [n for n in new.split("\t") if n]
            yield "\t".join("/".join(each) for each in told)


if __name__ == "__main__":
    target = places.resources() / "divisions" / "divisions.xz"
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(pack(Path(sys.argv[1]), Path(sys.argv[2])))
    print(target, target.stat().st_size)
