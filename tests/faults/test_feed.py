"""Many writers, slow and quick, some of whom think better of it: no reader misses anything."""

import random
import threading
from contextlib import ExitStack, closing
from time import monotonic
from uuid import uuid4

import psycopg
import pytest

from tests.central.rig import a_call

SECONDS, WRITERS, READERS = 6.0, 12, 4
SHORTEST, LONGEST = 0.002, 0.3  # of a transaction, in seconds
ROLLED_BACK = 0.05
REST = 0.02  # between two looks


class ThoughtBetter(Exception):
    pass


class Writer:
    def __init__(self, seat, seed: int, end: float) -> None:
        self.seat, self.dice, self.end = seat, random.Random(seed), end  # noqa: S311
        self.committed: list[str] = []

    def run(self, pause: threading.Event) -> None:
        while monotonic() < self.end:
            made, n = [], self.seat.n
            length = SHORTEST * (LONGEST / SHORTEST) ** self.dice.random()
            try:
                with self.seat.connection.transaction():
                    for _ in range(self.dice.randint(1, 3)):
                        made.append(str(uuid4()))
                        self.seat.put("call", made[-1], a_call())
                        pause.wait(length / 3)
                    if self.dice.random() < ROLLED_BACK:
                        raise ThoughtBetter
                self.committed += made
            except ThoughtBetter:
                self.seat.n = n


def read(seat, seen: set, done: threading.Event) -> None:
    """As a seat reads: only settled rows move the cursor."""
    at = (0, 0)
    while True:
        was_done, page = done.is_set(), seat.pull(at)
        settled = [row for row in page if row["settled"]]
        seen |= {row["id"] for row in settled}
        if settled:
            at = int(settled[-1]["xid"]), settled[-1]["seq"]
        elif was_done:
            return
        else:
            done.wait(REST)


def read_naively(url: str, seen: set, done: threading.Event) -> None:
    """The newest seq is the cursor: what everybody writes first."""
    last = 0
    with closing(psycopg.connect(url, autocommit=True)) as connection:
        while True:
            was_done = done.is_set()
            rows = connection.execute(
                "SELECT seq, id::text FROM cc.change_log WHERE seq > %s ORDER BY seq", (last,)
            )
            for last, id in rows:  # noqa: B007 - the last one stays
                seen.add(id)
            if was_done:
                return
            done.wait(REST)


@pytest.mark.timeout(60)
def test_no_reader_misses_what_a_naive_one_does(place):
    with ExitStack() as stack:
        raw = [stack.enter_context(closing(place.seat())) for _ in range(WRITERS + READERS)]
        done, pause, end = threading.Event(), threading.Event(), monotonic() + SECONDS
        writers = [Writer(seat, seed, end) for seed, seat in enumerate(raw[:WRITERS])]
        sights: list[set] = [set() for _ in range(READERS)]
        naive: set = set()
        writing = [threading.Thread(target=writer.run, args=(pause,)) for writer in writers]
        reading = [
            threading.Thread(target=read, args=told)
            for told in zip(raw[WRITERS:], sights, [done] * READERS, strict=True)
        ]
        reading.append(threading.Thread(target=read_naively, args=(place.url, naive, done)))
        for thread in (*writing, *reading):
            thread.start()
        for thread in writing:
            thread.join()
        done.set()
        for thread in reading:
            thread.join()
    committed = {id for writer in writers for id in writer.committed}
    assert len(committed) > 300
    assert [len(committed - seen) for seen in sights] == [0] * READERS
    assert [len(seen - committed) for seen in sights] == [0] * READERS
    assert committed - naive, "a naive cursor missed nothing: nothing was tried"
