"""Rows 20 and 26 of lock.md §6: a key that is changed, cut off anywhere; and an old key with an old file."""
# ruff: noqa: F811 - fixtures

import os
import shutil
import signal
import sys
import threading
import time
import traceback
from contextlib import closing
from dataclasses import replace

import pytest

from app.store import rekey, slots
from app.store.engine import Key, StoreRefused, connect, look
from app.store.slots import Slots
from tests.desk.conftest import PASSWORD, QUICK, accounts, clock, opened, secrets  # noqa: F401 - fixtures

pytestmark = pytest.mark.attack
ROWS = 12_000
STEPS = 10  # of a change: two files written, and what is said to the database


@pytest.fixture
def leaving(opened, accounts):
    """A seat whose key is to be changed with its next opening, and many rows in it."""
    public, _ = slots.new_pair("third password", QUICK)
    somebody = replace(
        opened.agent, id="0192f0c1-2d3e-7abc-8def-0123456789ab", agent_no="1002", public_key=public
    )
    with opened.store.write() as to:
        to.put(somebody)
    accounts.reseal(opened)
    with opened.store.write() as to:
        to.put(replace(somebody, active=False))
    accounts.reseal(opened)
    opened.store.close()
    with closing(connect(accounts._file, Key(opened.key))) as raw:
        raw.execute("BEGIN")
        rows = ((f"row {n}", "x" * 600) for n in range(ROWS))
        raw.executemany("INSERT INTO settings (name, value) VALUES (?, ?)", rows)
        raw.execute("COMMIT")
    return opened


def killed_in(accounts, key, publics, die):
    """Change the key in a process that *die* kills; return whether it came to that."""
    child = os.fork()
    if child == 0:
        try:
            die()
            accounts._keys.change(key, publics)
            os._exit(0)
        except BaseException:
            traceback.print_exc()
        os._exit(1)
    _, status = os.waitpid(child, 0)
    assert status in (0, signal.SIGKILL), "the change failed by itself"
    return status == signal.SIGKILL


def die_before_step(at):
    """Die before the file of slots, the check or a statement of the change is written, whichever is *at*."""
    passed = 0

    def step():
        nonlocal passed
        passed += 1
        if passed == at:
            os.kill(os.getpid(), signal.SIGKILL)

    class Traced:
        def __init__(self, raw):
            self._raw = raw

        def execute(self, *words):
            step()
            return self._raw.execute(*words)

        def close(self):
            step()
            self._raw.close()

    def die():
        opened_by, written_by = rekey.connect, slots.write_whole
        rekey.connect = lambda *words: Traced(opened_by(*words))

        def write(*words):
            step()
            written_by(*words)

        slots.write_whole = write

    return die


def die_after(seconds):
    """Die so long after the file began to be given its key."""

    def kill():
        threading.Event().wait(seconds)
        os.kill(os.getpid(), signal.SIGKILL)

    def die():
        named = Key.pragma

        def pragma(key, name="key"):
            if name == "rekey":
                threading.Thread(target=kill, daemon=True).start()
            return named(key, name)

        Key.pragma = pragma

    return die


def took(accounts, key, publics, folder):
    """Return how long the file takes to get another key, and leave it as it was."""
    kept = {name: (folder / name).read_bytes() for name in ("seat.db", "slots.json", "seat.db.check")}
    began = time.monotonic()
    accounts._keys.change(key, publics)
    lasted = time.monotonic() - began
    for name, content in kept.items():
        (folder / name).write_bytes(content)
    return lasted


@pytest.mark.skipif(sys.platform == "win32", reason="only where a process can be forked")
def test_26_killed_at_twenty_points_of_a_change_the_seat_opens_with_all_it_had(leaving, accounts, tmp_path):
    folder, publics = tmp_path / "seat", {leaving.agent.id: leaving.agent.public_key}
    device = accounts._keys.device(accounts.seat)
    lasted = took(accounts, leaving.key, publics, folder)
    points = [die_before_step(n + 1) for n in range(STEPS)] + [die_after(lasted * n / 10) for n in range(10)]
    came, key = [], leaving.key
    for die in points:
        was_killed = killed_in(accounts, key, publics, die)
        keys = Slots(folder / "slots.json", QUICK).open("1001", PASSWORD, device).keys
        found = accounts._keys.settle(keys)
        came.append((was_killed, len(keys), found == key))
        key = found
        with closing(connect(folder / "seat.db", Key(key))) as raw:
            assert raw.execute("PRAGMA quick_check").fetchone() == ("ok",)
            assert raw.execute("PRAGMA cipher_integrity_check").fetchall() == []
            query = "SELECT count(*) FROM settings WHERE name LIKE 'row %'"
            assert raw.execute(query).fetchone() == (ROWS,)
        assert len(Slots(folder / "slots.json", QUICK).open("1001", PASSWORD, device).keys) == 1
    assert sum(was_killed for was_killed, _, _ in came) >= STEPS
    assert {(2, True), (2, False)} <= {
        each[1:] for each in came
    }  # some before the file was changed, some after
    accounts.sign_in("1001", PASSWORD).store.close()


def test_20_an_old_slot_file_with_its_old_key_opens_the_old_file_alone(leaving, accounts, tmp_path):
    folder, old = tmp_path / "seat", tmp_path / "old"
    shutil.copytree(folder, old)
    now = accounts.sign_in("1001", PASSWORD)
    now.store.close()
    assert now.key != leaving.key
    device = accounts._keys.device(accounts.seat)
    keys = Slots(old / "slots.json", QUICK).open("1001", PASSWORD, device).keys
    assert keys == (leaving.key,)
    look(old / "seat.db", keys[0])
    with pytest.raises(StoreRefused, match="wrong_key"):
        look(folder / "seat.db", keys[0])
    shutil.copy(old / "slots.json", folder)
    with pytest.raises(StoreRefused, match="wrong_key"):
        accounts.sign_in("1001", PASSWORD)
