"""Hundreds of seats come back at once: all of it is taken, nobody is turned away, and who works can go on."""

import os
from contextlib import contextmanager

import pytest

from tests.central import rig
from tests.faults.morning import Morning, Size


@pytest.mark.skipif(not os.environ.get("ZUOXI_NIGHT"), reason="only at night: two minutes of two cores")
@pytest.mark.timeout(600)
def test_300_seats_come_back_with_100_000_ops():
    with contextmanager(rig.start_server)("18") as server:
        seen = Morning(server, Size(), seed=1).run()
    print(seen)
    assert (seen["lost"], seen["refused"]) == (0, {})
    assert seen["drained_seconds"] < 120
    assert seen["pull_p99"] < 1
