"""How well addresses are taken apart: parts of ``address_parsing``, divisions of its 33 cases."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from time import perf_counter

from app import places
from app.desk.addresses import Addresses
from app.forms.address import parse
from app.forms.divisions import Divisions, Level, load_divisions
from app.forms.load import load
from tests.bench.figures import percentile

PACKED = places.resources() / "divisions" / "divisions.xz"
DATA = places.ROOT.parent / "shared" / "data" / "address_parsing"
KINDS = {  # what the people who marked the texts call it
    "province": "prov", "city": "city", "district": "district", "town": "town", "community": "community",
    "road": "road", "number": "roadno", "building": "houseno", "unit": "cellno", "floor": "floorno",
    "room": "roomno",
}  # fmt: skip


def marked(rows: list[dict], divisions: Divisions) -> Iterator[tuple[str, int, int, int]]:
    """Give of each kind how many were right, given, and marked: same text at the same place."""
    right, given, wanted = Counter(), Counter(), Counter()
    for row in rows:
        spans = {(a, b, kind) for a, b, kind in row["spans"]}
        for part in parse(row["text"], divisions).parts:
            if kind := KINDS.get(part.kind):
                given[kind] += 1
                right[kind] += (part.start, part.end, kind) in spans
        wanted.update(kind for _, _, kind in spans)
    for kind in KINDS.values():
        yield kind, right[kind], given[kind], wanted[kind]


def divided(rows: list[dict], divisions: Divisions) -> Iterator[tuple[str, str, str]]:
    """Give the cases whose province, city or county was another: text, wanted, found."""
    for row in rows:
        found = parse(row["text"], divisions)
        told = [found.name(level) for level in (Level.PROVINCE, Level.CITY, Level.DISTRICT)]
        want = [row[name] or "" for name in ("province", "city", "county")]
        if told != want:
            yield row["text"], "/".join(want), "/".join(told)


def _typed(texts: list[str]) -> None:
    """Print what each sign typed costs the window: the names that are offered."""
    desk = Addresses(load(places.forms()), PACKED)
    desk.load()
    spent = []
    for text in (whole[:end] for whole in texts for end in range(1, len(whole) + 1)):
        begun = perf_counter()
        desk.offers(text)
        spent.append((perf_counter() - begun) * 1000)
    print(f"offered    p50 {percentile(spent, 0.5):.2f} ms, p99 {percentile(spent, 0.99):.2f} ms a sign")


def read(name: str) -> list[dict]:
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]


def main() -> None:
    begun = perf_counter()
    divisions = load_divisions(PACKED)
    print(f"read in {(perf_counter() - begun) * 1000:.0f} ms")
    if not DATA.is_dir():
        print(f"no {DATA}: nothing to measure with")
        return
    rows = read("elements_dev.jsonl")
    begun = perf_counter()
    all_ = Counter()
    for kind, right, given, wanted in marked(rows, divisions):
        all_.update(right=right, given=given, wanted=wanted)
        precision, recall = right / (given or 1), right / wanted
        print(
            f"{kind:10} precision {right}/{given} = {precision:.3f}  recall {right}/{wanted} = {recall:.3f}"
        )
    f1 = 2 * all_["right"] / (all_["given"] + all_["wanted"])
    print(f"all        F1 {f1:.3f}; {(perf_counter() - begun) / len(rows) * 1000:.3f} ms a text")
    _typed([row["text"] for row in rows[:500]])
    cases = read("province_city_county.jsonl")
    wrong = list(divided(cases, divisions))
    print(f"divisions  {len(cases) - len(wrong)}/{len(cases)}")
    for each in wrong:
        print("  ", *each)


if __name__ == "__main__":
    sys.exit(main())
