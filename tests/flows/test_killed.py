"""Nothing typed is ever lost: the program is killed, and everything is back."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHILD = Path(__file__).with_name("half_typed.py")
KEPT_WITHIN = 2.0  # seconds after typing


def child(folder, what):
    return subprocess.Popen(
        [sys.executable, str(CHILD), str(folder), what], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def told(program):
    for line in program.stdout:
        if line.startswith("["):
            return json.loads(line)
    raise AssertionError("the program said nothing")


@pytest.mark.timeout(120)
def test_killed_with_five_half_typed_calls_all_five_come_back_caret_and_all(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    with child(tmp_path / "seat", "type") as typing:
        typed = told(typing)
        with pytest.raises(subprocess.TimeoutExpired):
            typing.wait(KEPT_WITHIN)
        typing.kill()
    with child(tmp_path / "seat", "look") as looking:
        back = told(looking)
    assert len(typed) == 5
    assert back == typed
    assert {page["answers"]["name"] for page in back} == {f"王小明{n}" for n in range(5)}
    # Each caret stands in the name where it was left, so many signs from its end.
    assert {tuple(page["place"]) for page in back} == {("name", 4 - n) for n in range(5)}
