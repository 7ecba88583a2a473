"""Twenty seats and everything that can go wrong: nothing is lost, doubled or overwritten in silence."""

import os
import sys

import pytest

from tests.faults import checks, harness

SIZE, FAULTS = harness.Size(seats=20, ops=300), 400  # faults a seed, at least; some 460
SEEDS = (1, 2, 3) if os.environ.get("ZUOXI_NIGHT") else (1,)


@pytest.mark.skipif(sys.platform == "win32", reason="only where a process can be forked")
@pytest.mark.timeout(300)  # a third of it, on two cores that have nothing else to do
def test_whatever_goes_wrong_everything_arrives_once(server):
    runs = [harness.Run(server, SIZE, seed=seed).run() for seed in SEEDS]
    assert [{name: run[name] for name in checks.ZEROS} for run in runs] == [
        dict.fromkeys(checks.ZEROS, 0)
    ] * len(SEEDS)
    assert sum(run["faults"]["total"] for run in runs) >= FAULTS * len(SEEDS)
