"""Saving a call – row, op and number – while nothing else happens, and while a pull is taken in."""

import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

from app.desk.accounts import Opened
from app.desk.seat import DATABASE
from app.records.calls import Call
from app.records.ids import new_id
from app.store import rows, tables
from app.store.engine import Key, connect
from tests.bench import images, seat
from tests.bench.figures import LEAST, Row, against, alone, percentile

SAVES, PULLED = 400, 10_000
_PAUSE = 0.005  # seconds between two saves: an agent is slower still
_AGENT = threading.Event()  # never set: only its waiting is wanted


def saves(folder: Path) -> Iterator[Row]:
    made = seat.make(folder / "seat", 10_000)
    opened = seat.sign_in(made)
    try:
        # In turns, and of each the middle one: a neighbour of the machine slows whichever is under way.
        turns = [(_raw(made, _call(made)), _saves(opened, made, SAVES)) for _ in range(LEAST)]
        half, floor = (median(percentile(turn[n], 0.5) for turn in turns) for n in (1, 0))
        yield against("save a call, idle, p50", half, floor, unit="ms", at_most=3)
        worst, disk = (median(percentile(turn[n], 0.99) for turn in turns) for n in (1, 0))
        yield alone("save a call, idle, p99", worst, unit="ms", at_most=5)
        # The disk's own worst is in it: what a commit of the same rows by a plain cursor takes.
        yield against("save a call, idle, p99 to the disk's own", worst, disk, unit="ms", at_most=2)
        busy = median(percentile(_beside_a_pull(opened, made), 0.99) for _ in range(LEAST))
        yield alone("save a call during a pull of 10 k, p99", busy, unit="ms", at_most=16)
    finally:
        opened.store.close()


def _call(made: seat.BenchSeat) -> Call:
    at = seat.now()
    answers = {
        "name": "王小明", "phone": "+8613800001234", "address": "滨江区春晓路88号3幢2单元501室",
        "category": "stove", "request": "灶具打不着火，换过电池。", "solved": "unsolved",
    }  # fmt: skip
    return Call(new_id(), "", "phone", "gas_repair", 1, at, at, made.agent, made.agent, answers=answers)  # type: ignore[arg-type]


def _saves(opened: Opened, made: seat.BenchSeat, count: int) -> list[float]:
    readings = []
    for _ in range(count):
        call = replace(_call(made), id=new_id())
        start = perf_counter()
        with opened.store.write() as to:
            to.put(replace(call, number=to.number(Call.prefix)))
        readings.append((perf_counter() - start) * 1e3)
        _AGENT.wait(_PAUSE)
    return readings


def _beside_a_pull(opened: Opened, made: seat.BenchSeat) -> list[float]:
    pages = list(images.pages(PULLED))
    done = threading.Event()

    def pull() -> None:
        for page in pages:
            opened.store.feed.receive(page)
        done.set()

    busy = threading.Thread(target=pull)
    readings: list[float] = []
    busy.start()
    while not done.is_set():
        readings += _saves(opened, made, 1)
    busy.join()
    return readings


def _raw(made: seat.BenchSeat, call: Call) -> list[float]:
    """The same statements on a plain cursor: begin, number, row, op, commit; FULL as the seat has it."""
    readings = []
    shape = tables.CALLS.shape
    with closing(connect(made.folder / DATABASE, Key(made.key))) as raw:
        for n in range(SAVES):
            id, op = new_id(), new_id()
            row = rows.row_of(shape, id, rows.body_of(shape, replace(call, number=f"LX01-{n}")))
            body = "x" * 900
            start = perf_counter()
            raw.execute("BEGIN IMMEDIATE")
            raw.execute(tables.NEXT_IN_SERIES, ("X", "L01")).fetchone()
            raw.execute("SELECT max(n) FROM outbox").fetchone()
            raw.execute(tables.CALLS.put, row)
            raw.execute(tables.PUT_OP, (1_000_000 + n, op, "call", id, body, "2026-01-01"))
            raw.execute("COMMIT")
            readings.append((perf_counter() - start) * 1e3)
            _AGENT.wait(_PAUSE)
        raw.execute("DELETE FROM outbox WHERE n >= 1000000")
    return readings
