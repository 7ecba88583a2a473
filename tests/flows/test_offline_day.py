"""A short day without central, by a seat and a spooler that are killed half-way."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.printing.cups import NEEDED, SERVER

ROOT = Path(__file__).parents[2]


@pytest.mark.timeout(150)
@pytest.mark.skipif(not Path(SERVER).exists(), reason=NEEDED)
def test_paper_register_and_central_tell_the_same_of_each_order():
    run = [sys.executable, "-m", "tests.offline_day", "--orders", "8", "--seed", "2", "--json"]
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(run, cwd=ROOT, env=around, capture_output=True, text=True, timeout=140)
    assert done.returncode == 0, done.stderr[-2000:]
    said = json.loads(done.stdout.splitlines()[-1])
    assert (said["orders"], said["at_central"], said["slips"]) == (8, 8, 11)
    assert (said["printed_by_cups"], said["reprints"], said["voids"]) == (16, 5, 3)
    assert (said["lost"], said["doubled"], said["unexplained_numbers"]) == (0, 0, 0)
