"""Whatever comes after whatever: nothing is lost, and it is seen where it is."""

import os

import psycopg
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from app.sync.port import CentralTrouble
from tests.faults.machine import Machine
from tests.faults.mutants import MUTANTS

NIGHT = bool(os.environ.get("ZUOXI_NIGHT"))
EXAMPLES, STEPS = (100, 60) if NIGHT else (3, 30)
PHASES = [Phase.generate, Phase.shrink] if NIGHT else [Phase.generate]  # to make it short takes minutes
BROKEN = (
    "poison dropped at the seat",
    "no replay answer",
    "base ignored",
    "number noted with the next action",
)


def play(server, mutant=None, **words) -> None:
    class Played(Machine):
        pass

    Played.server, Played.mutant = server, mutant
    ways = settings(
        max_examples=EXAMPLES, stateful_step_count=STEPS, deadline=None, derandomize=not NIGHT,
        suppress_health_check=list(HealthCheck), report_multiple_bugs=False, print_blob=True,
    )  # fmt: skip
    run_state_machine_as_test(Played, settings=settings(ways, **words))


@pytest.mark.timeout(3600 if NIGHT else 120)
def test_in_any_order_nothing_is_lost(server):
    play(server, phases=PHASES)


@pytest.mark.skipif(not NIGHT, reason="only at night: a minute and a half")
@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", BROKEN)
def test_it_is_red_on_a_mutant(server, name, monkeypatch):
    mutant = MUTANTS[name]
    mutant.patch_seat(monkeypatch)
    with pytest.raises((AssertionError, psycopg.Error, CentralTrouble)):
        play(server, mutant, max_examples=60, phases=[Phase.generate])
