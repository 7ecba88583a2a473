"""Everything goes wrong at once: `python -m tests.faults --seats N --ops M --seed S`, or `--mutants`."""

import json
import sys
from contextlib import contextmanager

import click

from tests.central import rig
from tests.faults import checks, harness, trial
from tests.faults.morning import Morning
from tests.faults.morning import Size as After
from tests.faults.mutants import MUTANTS


@click.command(help="Exits 1 if anything is lost, doubled, diverged … or too few mutants are caught.")
@click.option("--seats", default=20)
@click.option("--ops", default=300, help="of each seat")
@click.option("--burst", default=harness.Size.burst, help="ops between two faults, more or less")
@click.option("--departments", default=harness.Size.departments, help="none sees what another's write")
@click.option("--seed", "seeds", multiple=True, type=int, default=(1,), help="may be given several times")
@click.option("--restores", default=0, help="how often an older backup of central is put back")
@click.option("--postgres", type=click.Choice(["15", "18"]), default="18")
@click.option("--mutants", is_flag=True, help="try the tests: break one thing after the other")
@click.option("--mutant", type=click.Choice(list(MUTANTS)), help="with this one thing broken")
@click.option("--morning", is_flag=True, help="300 seats with 100,000 ops come back at once")
@click.option("--json", "as_json", is_flag=True, help="one JSON object a run")
def main(seeds, postgres, mutants, mutant, morning, as_json, **size) -> None:
    with contextmanager(rig.start_server)(postgres) as server:
        if mutants:
            sys.exit(_try(server, seeds[0], as_json))
        if morning:
            figures = Morning(server, After(), seed=seeds[0]).run()
            click.echo(json.dumps(figures) if as_json else _shown(seeds[0], figures))
            sys.exit(int(bool(figures["lost"] or figures["refused"])))
        bad = False
        for seed in seeds:
            figures = harness.Run(server, harness.Size(**size), seed=seed, mutant=mutant).run()
            bad |= any(figures[name] for name in checks.ZEROS)
            click.echo(json.dumps({"seed": seed, **figures}) if as_json else _shown(seed, figures))
    sys.exit(int(bad))


def _shown(seed: int, figures: dict) -> str:
    return f"seed {seed}: " + " · ".join(f"{name} {value}" for name, value in figures.items())


def _try(server, seed: int, as_json: bool) -> int:
    tried = []
    for one in trial.try_all(server, seed):
        tried.append(one)
        by = [name for name, was in (("interleaving", one.by_interleaving), ("storm", one.by_storm)) if was]
        shown = (
            json.dumps({"mutant": one.mutant, "caught_by": by})
            if as_json
            else f"{one.mutant}: {', '.join(by) or 'NOT CAUGHT'}"
        )
        click.echo(shown)
    caught = sum(one.caught for one in tried)
    click.echo(
        f"{caught} of {len(tried)} caught, {sum(one.by_storm for one in tried)} by the storm", err=as_json
    )
    return int(caught < trial.ENOUGH * len(tried))


main()
