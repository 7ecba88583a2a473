"""How often the category is among those offered: five-fold cross-validation over texts people have sorted
(calls_cn_taidi/labelled_dev.csv: 7 classes); and what learning and an offer cost their thread, which is never
the window's."""

import csv
import random
from collections.abc import Iterator
from pathlib import Path
from time import thread_time

from app.desk.suggestions import MOST, Learned
from tests.bench.figures import Row, alone, percentile
from tests.conftest import DATA

FOLDS, LEAST = 5, 0.85
FILE = DATA / "calls_cn_taidi" / "labelled_dev.csv"


def labelled() -> list[tuple[str, str]]:
    with FILE.open(encoding="utf-8-sig", newline="") as source:
        return [(row["category_l1"], f"{row['title']}\n{row['detail']}") for row in csv.DictReader(source)]


def right(cases: list[tuple[str, str]], among: int) -> float:
    """Return the share of *cases* whose category is among so many that are offered by all other folds."""
    cases = random.Random(1).sample(cases, len(cases))  # noqa: S311
    hits = 0
    for fold in range(FOLDS):
        learned = Learned.of(case for n, case in enumerate(cases) if n % FOLDS != fold)
        for category, text in cases[fold::FOLDS]:
            hits += category in [offer.code for offer in learned.ranked(text, among)]
    return hits / len(cases)


def suggestions(folder: Path) -> Iterator[Row]:
    if not FILE.exists():
        return
    cases = labelled()
    yield alone(f"category among the {MOST} offered", right(cases, MOST), unit="", at_least=LEAST)
    yield alone("category is the first offered", right(cases, 1), unit="", at_least=0.5)
    begun = thread_time()
    learned = Learned.of(cases * 10)
    yield alone("learning of 2,890 cases", (thread_time() - begun) * 1e3, unit="ms", at_most=2000)
    yield alone(
        "one offer, p99", percentile([_ms(learned, text) for _, text in cases], 0.99), unit="ms", at_most=16
    )


def _ms(learned: Learned, text: str) -> float:
    begun = thread_time()
    learned.ranked(text)
    return (thread_time() - begun) * 1e3
