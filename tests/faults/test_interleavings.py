"""Every order of events ends well, and is red where the one thing it is about is broken."""

import psycopg
import pytest

from tests.faults import interleavings
from tests.faults.mutants import MUTANTS
from tests.faults.stage import Stage


@pytest.fixture
def stage(server, tmp_path):
    stage = Stage(server, tmp_path)
    yield stage
    stage.close()


@pytest.mark.parametrize("play", interleavings.ALL.values(), ids=interleavings.ALL)
def test_it_ends_well(play, stage):
    play(stage)


@pytest.mark.parametrize("mutant", MUTANTS.values(), ids=MUTANTS)
def test_it_is_red_on_its_mutant(mutant, stage, monkeypatch):
    mutant.patch_central(stage.place)
    mutant.patch_seat(monkeypatch)
    with pytest.raises((AssertionError, psycopg.Error)):
        interleavings.ALL[mutant.red](stage)
