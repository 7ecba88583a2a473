"""A day without central: orders made, slips printed by a real CUPS, some again, some void, the machine going
down in the middle; then central is back: `python -m tests.offline_day --orders 200 --seed S [--json]`.

Both the seat and the spooler are killed where it hurts: half of the orders made, slips waiting, being handed
over and lying in the spooler.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any

import click
import psycopg
from psycopg.rows import dict_row

from app.demo.centre import Centre, open_centre
from app.records.register import Fate
from tests.offline_day.seat import PRINTER, text_of
from tests.printing.cups import Cups, started

ROOT = Path(__file__).parents[2]
REPRINTS, VOIDS = 5, 3
_NUMBER = re.compile(r"\bP[A-Z]\d\d-\d{5}-[0-9A-Z]\b")


@dataclass
class Figures:
    """``printed_by_cups`` counts papers; lost, doubled: records, register lines and papers."""

    orders: int = 0
    slips: int = 0
    printed_by_cups: int = 0
    reprints: int = 0
    voids: int = 0
    at_central: int = 0
    lost: int = 0
    doubled: int = 0
    unexplained_numbers: int = 0
    settled_by_hand: int = 0
    seconds: float = 0.0

    @property
    def ok(self) -> bool:
        return not (self.lost or self.doubled or self.unexplained_numbers)


@dataclass
class Day:
    folder: Path
    centre: Centre
    cups: Cups
    plan: dict[str, Any]
    told: list[dict[str, Any]] = field(default_factory=list)  # what the seat promised

    def run(self) -> Figures:
        self._seat("join")
        self.centre.server.stop("immediate")
        self._half()
        self._seat("work")
        self.centre.server.start()
        self._seat("sync")
        return self._figures()

    def _seat(self, what: str) -> None:
        with self._start(what) as seat:
            self.told += _lines(seat)
        if seat.returncode:
            raise click.ClickException(f"{what}: the seat ended with {seat.returncode}")

    def _half(self) -> None:
        """The machine goes down: the program and the spooler, without a word; the spooler comes back."""
        with self._start("work") as seat:
            for line in _lines(seat):
                self.told.append(line)
                if sum("order" in each for each in self.told) == self.plan["orders"] // 2:
                    seat.kill()
                    self.cups.stop()
                    break
            self.told += _lines(seat)  # what it said before it died
        self.cups.start()

    def _start(self, what: str) -> subprocess.Popen[str]:
        folder, plan = str(self.folder / "A01"), json.dumps(self.plan)
        words = [sys.executable, "-m", "tests.offline_day.seat", folder, what, plan]
        around = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "CUPS_SERVER": self.cups.address}
        return subprocess.Popen(words, cwd=ROOT, env=around, stdout=subprocess.PIPE, text=True)

    # -- what came of it --

    def _figures(self) -> Figures:
        before, seat = (each for each in self.told if "register" in each)
        central = self._at_central()
        papers = Counter(_NUMBER.search(text_of(path))[0] for path in self.cups.jobs())  # type: ignore[index]
        orders = Counter(row["number"] for row in central["order"])
        slips = Counter(row["number"] for row in central["slip"])
        there = {row["id"]: row["number"] for row in central["slip"]}
        lines = Counter((there[row["slip"]], row["fate"]) for row in central["print"])
        out = Counter({number: 0 for number in slips})
        for (number, fate), n in lines.items():
            out[number] += n if fate != Fate.VOID else 0
        here = Counter(map(tuple, before["register"]))
        promised = Counter(each["order"] for each in self.told if "order" in each)
        lost = (promised - orders, here - lines, Counter(before["slips"]) - slips, out - papers)
        again = [Counter({number: n - 1 for number, n in each.items()}) for each in (orders, slips)]
        doubled = (*again, lines - here, papers - out)
        return Figures(
            orders=len(promised),
            slips=len(seat["slips"]),
            printed_by_cups=sum(papers.values()),
            reprints=sum(n for (_, fate), n in lines.items() if fate == Fate.REPRINT),
            voids=sum(n for (_, fate), n in lines.items() if fate == Fate.VOID),
            at_central=sum(orders.values()),
            lost=sum(each.total() for each in lost),
            doubled=sum(each.total() for each in doubled),
            unexplained_numbers=seat["gaps"].get("unexplained", 0),
            settled_by_hand=sum("settled" in each for each in self.told),
        )

    def _at_central(self) -> dict[str, list[dict[str, Any]]]:
        query = (
            "SELECT id::text, body ->> 'number' AS number, body ->> 'slip' AS slip, body ->> 'fate' AS fate"
            " FROM cc.record WHERE kind = %s AND deleted_at IS NULL"
        )
        with closing(psycopg.connect(self.centre.server.url(), row_factory=dict_row)) as connection:
            kinds = ("order", "slip", "print")
            return {kind: connection.execute(query, (kind,)).fetchall() for kind in kinds}


def _lines(seat: subprocess.Popen[str]) -> Iterator[dict[str, Any]]:
    """Yield what it says: a line that the end cut short is none."""
    assert seat.stdout is not None
    for line in seat.stdout:
        if line.startswith("{") and line.endswith("}\n"):
            yield json.loads(line)


@click.command()
@click.option("--orders", default=200)
@click.option("--seed", default=1)
@click.option("--json", "as_json", is_flag=True, help="one JSON object")
def main(orders: int, seed: int, as_json: bool) -> None:
    begun = monotonic()
    # As root the server of the centre runs as another user, who must get in.
    with (
        tempfile.TemporaryDirectory(prefix="zuoxi-day-", ignore_cleanup_errors=True) as made,
        started() as cups,
    ):
        folder = Path(made)
        folder.chmod(0o755)
        cups.add(PRINTER)
        centre = open_centre(folder)
        plan = {"orders": orders, "seed": seed, "reprints": REPRINTS, "voids": VOIDS}
        plan |= {"kept": str(cups.kept), "enrolment": str(centre.enrolments["A01"])}
        try:
            figures = Day(folder, centre, cups, plan).run()
        finally:
            centre.server.stop("immediate")
    figures.seconds = round(monotonic() - begun, 1)
    told = asdict(figures)
    click.echo(
        json.dumps(told) if as_json else "\n".join(f"{name:20} {value}" for name, value in told.items())
    )
    sys.exit(int(not figures.ok))


if __name__ == "__main__":
    main()
