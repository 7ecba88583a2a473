"""Two programs on one file, and programs that die: no number twice, no n twice, nothing half."""

import json
import subprocess
import sys
import threading
from itertools import count
from pathlib import Path

import pytest

from app.records.calls import Call
from app.records.ids import is_number
from app.store.engine import Key, connect, open_engines
from app.store.store import Store

REPO = Path(__file__).parents[2]

# Saves calls without end or up to a count; says each number once its commit is done.
_PROGRAM = """
import sys
from datetime import UTC, datetime
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from app.records.accounts import Role, Session
from app.records.calls import Call
from app.records.drafts import Draft
from app.records.ids import new_id
from app.store.engine import open_engines
from app.store.store import Store

now = lambda: datetime.now(UTC)
me = new_id()
engines = open_engines(Path(sys.argv[2]), bytes(range(32)))
store = Store(engines, Session(new_id(), me, Role.AGENT, "inst-1", now()), now)
print("ready", flush=True)
sys.stdin.readline()
for i in range(int(sys.argv[3])):
    draft = Draft(new_id(), me, "f", 1, "phone", now(), now(), answers={"request": "x" * 3000})
    with store.write() as to:
        to.save_draft(draft)
    with store.write() as to:
        number = to.number("L")
        to.put(Call(draft.id, number, "phone", "f", 1, now(), now(), me, me, answers=draft.answers))
        to.drop_draft(draft.id)
    print(number, flush=True)
store.close()
"""


def _start(path: Path, saves: int) -> subprocess.Popen:
    program = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, str(REPO), str(path), str(saves)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert program.stdout.readline() == "ready\n"
    return program


def _go(program: subprocess.Popen) -> None:
    program.stdin.write("\n")
    program.stdin.flush()


def _check(store: Store, engines) -> None:
    """Every call has its op, every n is there once, every number is whole."""
    calls = {call.id: call for call in store.find(Call, limit=100_000)}
    ops = store.outbox.waiting(100_000)
    assert [op.n for op in ops] == list(range(1, len(ops) + 1))
    assert {op.record for op in ops} == set(calls)
    assert all(json.loads(op.body)["patch"]["number"] == calls[op.record].number for op in ops)
    numbers = [call.number for call in calls.values()]
    assert len(set(numbers)) == len(numbers)
    assert all(is_number(number) for number in numbers)
    assert not {draft.id for draft in store.drafts.all()} & set(calls)
    with engines.read.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


def test_two_stores_in_one_program_never_share_a_number(store, another, make, engines):
    second = another()
    for i in range(20):
        with (store if i % 3 else second).write() as to:
            to.put(make.call(number=to.number("L")))
    _check(store, engines)
    assert second.count(Call) == 20


def test_two_threads_and_two_stores_at_once_never_share_a_number(store, another, make, engines):
    def save(to_whom: Store) -> None:
        for _ in range(40):
            with to_whom.write() as to:
                to.put(make.call(number=to.number("L")))

    second = another()
    threads = [threading.Thread(target=save, args=(s,)) for s in (store, second, store)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert store.count(Call) == 120
    _check(store, engines)


def test_two_programs_at_once_never_share_a_number(store, path, engines):
    programs = [_start(path, 60) for _ in range(2)]
    for program in programs:
        _go(program)
    said = [program.communicate(timeout=60)[0].split() for program in programs]
    assert [len(numbers) for numbers in said] == [60, 60]
    assert len({n for numbers in said for n in numbers}) == 120
    _check(store, engines)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_program_killed_at_any_moment_loses_nothing_it_had_saved(path, key, make, clock):
    said: set[str] = set()
    for death in range(10):
        program = _start(path, 100_000)
        _go(program)
        for i in count():
            said.add(program.stdout.readline().strip())
            if i >= 3 + 7 * death:  # never the same statement twice: nobody waits between lines
                break
        program.kill()
        rest = program.communicate(timeout=30)[0]
        said |= {line for line in rest.splitlines(keepends=False) if is_number(line)}
    engines = open_engines(path, key)
    store = Store(engines, make.session(), clock)
    kept = {call.number for call in store.find(Call, limit=100_000)}
    assert said - kept == set(), "said to be saved, and is not there"
    assert len(kept - said) <= 10  # each death may cut the line that would have told
    _check(store, engines)
    with store.write() as to:
        assert to.number("L") not in kept
    store.close()


def test_a_program_that_dies_holding_the_file_blocks_nobody(store, path, key, make):
    other = connect(path, Key(key))
    other.execute("BEGIN IMMEDIATE")
    other.execute("DELETE FROM meta")
    other.close()
    with store.write() as to:
        to.put(make.call(number=to.number("L")))
    assert store.feed.install() == "inst-1"
