"""Killed before every statement of an upgrade: the file is the old one whole, or the new one whole."""

import os
import signal
import sys
import traceback

import pytest
from sqlcipher3 import dbapi2

from app.store import tables
from app.store.engine import Key, check_path, connect, look
from app.store.upgrade import upgrade
from tests.store.test_upgrade import oldest  # noqa: F401 - a fixture

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="only where a process can be forked")
MOST = 500  # statements
STEP = 1 if os.environ.get("ZUOXI_NIGHT") else 6  # by day before every sixth


def _upgraded(path, key, die_at):
    """Upgrade in a process that is killed before statement *die_at*; return whether it came to that."""
    child = os.fork()
    if child == 0:
        try:
            _die_before(die_at)
            upgrade(path, key)
            os._exit(0)
        except BaseException:
            traceback.print_exc()
        os._exit(1)
    _, status = os.waitpid(child, 0)
    assert status in (0, signal.SIGKILL), "the upgrade failed by itself"
    return status == 0


def _die_before(at):
    passed = 0

    def statement(_text):
        nonlocal passed
        passed += 1
        if passed == at:
            os.kill(os.getpid(), signal.SIGKILL)

    opened = dbapi2.connect

    def traced(*given, **words):
        raw = opened(*given, **words)
        raw.set_trace_callback(statement)
        return raw

    dbapi2.connect = traced


def _all_of(path, key):
    """Every table's layout and rows."""
    raw = connect(path, Key(key))
    try:
        layout = raw.execute("SELECT name, type, sql FROM sqlite_master ORDER BY 1, 2").fetchall()
        names = [name for name, sort, _ in layout if sort == "table"]
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return layout, {name: sorted(raw.execute(f'SELECT * FROM "{name}"'), key=repr) for name in names}
    finally:
        raw.close()


@pytest.fixture
def filled(oldest, key):  # noqa: F811
    """The oldest file with more in it than goes into a page."""
    raw = connect(oldest, Key(key))
    at = "2026-03-02T09:00:00.000000+00:00"
    for i in range(200):
        customer = (f"c{i}", "王小明", "[]", "[]", at, at, "wxm", 1)
        raw.execute(f"INSERT INTO customers VALUES ({'?,' * 8} NULL)", customer)
        raw.execute("INSERT INTO customer_phones VALUES (?, ?)", (f"c{i}", f"86138{i:08d}"))
        session = (f"s{i}", "me", "agent", "inst-1", at, 0, 1)
        raw.execute(f"INSERT INTO sessions VALUES ({'?,' * 7} NULL)", session)
        op = (i + 2, f"op{i}", "session", f"s{i}", f'{{"s":"s{i}"}}', at)
        raw.execute(tables.PUT_OP, op)
    raw.close()
    return oldest


@pytest.fixture
def copied(filled, tmp_path):
    """Make copies of it, each in a folder of its own."""
    whole, check = filled.read_bytes(), check_path(filled).read_bytes()

    def copy(name):
        path = tmp_path / name / "seat.db"
        path.parent.mkdir()
        path.write_bytes(whole)
        check_path(path).write_bytes(check)
        return path

    return copy


@pytest.mark.timeout(300)
def test_a_file_killed_at_any_statement_of_its_upgrade_loses_nothing(filled, copied, key):
    never = copied("never")
    assert _upgraded(never, key, MOST)
    before, after = _all_of(filled, key), _all_of(never, key)
    assert before != after
    assert look(never, key) == tables.REVISION
    done = []
    for at in range(1, MOST, STEP):
        path = copied(f"before {at}")
        ended = _upgraded(path, key, at)
        found = _all_of(path, key)
        assert found in (before, after), f"half done, killed before {at}"
        done.append(found == after)
        upgrade(path, key)
        assert _all_of(path, key) == after, f"killed before {at}, the next start makes something else"
        assert _all_of(path.with_name("seat.db.0001.old"), key) == before
        if ended:
            break
    print(f"killed at {len(done) - 1} points")
    assert ended
    assert len(done) > 70 / STEP
    assert done == sorted(done), "what was done was undone"
