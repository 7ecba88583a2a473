"""How fast, against what: `python -m tests.bench [NAME…] [--json]`. Floors are measured in the same run."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from app.main import favour_the_window
from tests.bench import (
    callers,
    central,
    clocks,
    duplicates,
    keystrokes,
    lists,
    lock,
    memory,
    prints,
    road,
    saves,
    slips,
    starts,
    suggestions,
    watching,
)  # fmt: skip
from tests.bench.figures import Row, table

Bench = Callable[[Path], Iterator[Row]]

BENCHES: dict[str, Bench] = {
    "start": starts.first_window,
    "sign_in": starts.sign_in,
    "save": saves.saves,
    "typing": keystrokes.keystrokes,
    "callers": callers.callers,
    "duplicates": duplicates.duplicates,
    "lists": lists.lists,
    "slips": slips.slips,
    "prints": prints.prints,
    "clocks": clocks.clocks,
    "suggestions": suggestions.suggestions,
    "watching": watching.watching,
    "road": road.road,
    "central": central.central,
    "memory": memory.memory,
    "lock": lock.lock,
}


@click.command(help=f"NAMES: {' '.join(BENCHES)}; all of them by default.")
@click.argument("names", nargs=-1, type=click.Choice(list(BENCHES)))
@click.option("--json", "as_json", is_flag=True, help="one JSON object a line")
def main(names: tuple[str, ...], as_json: bool) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    favour_the_window()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="zuoxi-bench-") as folder:
        for name in names or BENCHES:
            place = Path(folder) / name
            place.mkdir()
            for row in BENCHES[name](place):
                rows.append(row)
                click.echo(row.line() if as_json else f"· {row.name}: {row.value}", err=not as_json)
    if not as_json:
        click.echo(table(rows))
    sys.exit(0 if all(row.ok for row in rows) else 1)


main()
