"""Every order of events ends well, and is red where the one thing it is about is broken."""

import os

import psycopg
import pytest

from tests.faults import interleavings
from tests.faults.mutants import MUTANTS
from tests.faults.stage import Stage

# By day every third: all of them take a minute and a half.
BROKEN = dict(list(MUTANTS.items())[:: 1 if os.environ.get("ZUOXI_NIGHT") else 3])


@pytest.fixture
def stage(server, tmp_path):
    stage = Stage(server, tmp_path)
    yield stage
    stage.close()


@pytest.mark.parametrize("play", interleavings.ALL.values(), ids=interleavings.ALL)
def test_it_ends_well(play, stage):
    play(stage)


@pytest.mark.parametrize("mutant", BROKEN.values(), ids=BROKEN)
def test_it_is_red_on_its_mutant(mutant, stage, monkeypatch):
    mutant.patch_central(stage.place)
    mutant.patch_seat(monkeypatch)
    with pytest.raises((AssertionError, psycopg.Error)):
        interleavings.ALL[mutant.red](stage)
