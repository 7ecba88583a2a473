"""Each thing the lock stands on, broken, is caught by an attack; two of these attacks are here too."""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.store.slots import Cost, SlotRefused, Slots, new_pair, open_wrapped
from tests.attacks.mutants import MUTANTS

ROOT = Path(__file__).parents[2]
# By day two: each starts pytest anew.
BROKEN = list(MUTANTS) if os.environ.get("ZUOXI_NIGHT") else ["shortcuts heard", "customer on the page"]
QUICK = Cost(m=64, t=1, p=1, floor_kib=64)
PASSWORD, DEVICE, KEY = "correct horse", b"d" * 32, bytes(range(32))


@pytest.mark.parametrize("name", BROKEN)
def test_it_is_red_on_its_mutant(name):
    words = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        f"tests/attacks/{MUTANTS[name].red}",
    ]
    done = subprocess.run(
        words, cwd=ROOT, env={**os.environ, "ZUOXI_MUTANT": name}, capture_output=True, text=True, timeout=150
    )
    assert done.returncode == 1, done.stdout[-2000:]
    assert " failed" in done.stdout
    assert " error" not in done.stdout


@pytest.mark.attack
@pytest.mark.parametrize(
    ("fact", "other"), [("role", "lead"), ("not_after", "2099-01-01T00:00:00+00:00"), ("no", "1009")]
)
def test_21_a_slot_whose_facts_are_edited_opens_nothing(tmp_path, fact, other):
    path = tmp_path / "slots.json"
    file, (public, wrapped) = Slots(path, QUICK), new_pair(PASSWORD, QUICK)
    private = open_wrapped(wrapped, PASSWORD, QUICK)
    file.add("agent", "1001", private, public, PASSWORD, DEVICE, "agent", "2026-11-23T00:00:00+00:00")
    file.seal(KEY, {"agent": public})
    assert file.open("1001", PASSWORD, DEVICE).keys == (KEY,)
    told = json.loads(path.read_text("utf-8"))
    told["slots"][0][fact] = other
    path.write_text(json.dumps(told), "utf-8")
    with pytest.raises(SlotRefused):
        file.open(told["slots"][0]["no"], PASSWORD, DEVICE)


@pytest.mark.attack
def test_28_neither_log_nor_output_tell_the_key(program, come_back, caplog, capfd):
    with caplog.at_level(logging.DEBUG):
        key = program.opened.key
        program.lock()
        come_back()
    said = caplog.text + "".join(capfd.readouterr())
    assert key.hex() not in said.lower()
    assert repr(key) not in said
