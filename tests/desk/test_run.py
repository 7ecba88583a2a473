"""A run that was ended is known at the next start, and when it last lived."""

import os
from datetime import UTC, datetime

from app.desk.run import Run


def test_a_run_that_came_to_its_end_is_none_that_did_not(tmp_path):
    assert Run(tmp_path).ended_badly is None
    run = Run(tmp_path)
    run.goes_on()
    run.ends()
    run.ends()
    assert Run(tmp_path).ended_badly is None


def test_a_run_that_was_ended_lived_until_it_last_wrote(tmp_path):
    Run(tmp_path).goes_on()
    (tmp_path / "seat.db").touch()
    (tmp_path / "seat.db-wal").touch()
    for second, name in enumerate(("in-use", "seat.db", "seat.db-wal")):
        os.utime(tmp_path / name, (1_000 + second,) * 2)
    assert Run(tmp_path).ended_badly == datetime.fromtimestamp(1_002, UTC)


def test_a_folder_that_takes_no_mark_keeps_nobody_out(tmp_path):
    run = Run(tmp_path / "none")
    run.goes_on()
    run.ends()
    assert run.ended_badly is None
