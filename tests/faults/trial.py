"""Every mutant tried: which interleaving was red on it, and whether a small storm saw it too."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from app.sync.port import CentralTrouble
from tests.faults import checks, harness, interleavings, seats
from tests.faults.mutants import MUTANTS, Mutant
from tests.faults.stage import Stage

SMALL = harness.Size(seats=4, ops=90, restores=1, restarts=1, burst=9, hot=1)
ENOUGH = 0.95


@dataclass(frozen=True)
class Tried:
    mutant: str
    by_interleaving: bool
    by_storm: bool

    @property
    def caught(self) -> bool:
        return self.by_interleaving or self.by_storm


def try_all(server, seed: int) -> Iterator[Tried]:
    for mutant in MUTANTS.values():
        yield Tried(mutant.name, _is_red(server, mutant), _is_seen(server, mutant, seed))


def _is_red(server, mutant: Mutant) -> bool:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        stage = Stage(server, Path(folder))
        try:
            mutant.patch_central(stage.place)
            mutant.patch_seat(patch)
            interleavings.ALL[mutant.red](stage)
        except (AssertionError, psycopg.Error, CentralTrouble):
            return True
        finally:
            stage.close()
    return False


def _is_seen(server, mutant: Mutant, seed: int) -> bool:
    try:
        run = harness.Run(server, SMALL, seed=seed, mutant=mutant.name)
        figures = run.run()
    except (seats.Broken, psycopg.Error):
        return True
    return any(figures[name] for name in checks.ZEROS)
