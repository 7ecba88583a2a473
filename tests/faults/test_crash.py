"""Killed before every statement in turn: what belongs together is there together, or not at all."""

import asyncio
import sys
from contextlib import closing
from uuid import uuid4

import pytest

from app.records.calls import Call
from app.records.ids import Id
from app.store.engine import open_engines
from app.store.store import Store
from tests.central.rig import a_call
from tests.faults.harness import CALM, seat_at
from tests.faults.seats import Died, Nursery
from tests.sync.rig import KEY, START

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="only where a process can be forked"),
    pytest.mark.timeout(60),
]
MOST = 60  # statements in one go


def play(place, folder, scene):
    """Run *scene* with a seat that is a process of its own."""

    async def run():
        nursery = Nursery(folder)
        await nursery.open()
        seat = await seat_at(place, nursery, folder, 0)
        try:
            return await scene(seat)
        finally:
            await seat.end()
            await seat.wire.close()
            await nursery.close()

    return asyncio.run(run())


def the_file(seat):
    """The seat's file, opened as its program would after the crash."""
    return closing(Store(open_engines(seat.file, KEY), None, lambda: START))


def told(seat, *queries):
    with the_file(seat) as store, store._door.read() as connection:
        return tuple(connection.exec_driver_sql(query).scalar() for query in queries)


ACTION = (
    "SELECT count(*) FROM orders", "SELECT count(*) FROM slips",
    "SELECT count(*) FROM cases WHERE state = 'dispatched'",
    "SELECT coalesce(max(last), 0) FROM series WHERE prefix = 'G'",
    "SELECT coalesce(max(last), 0) FROM series WHERE prefix = 'P'", "SELECT max(n) FROM outbox",
)  # fmt: skip


def test_a_local_action_is_whole_or_not_there(place, tmp_path):
    """An order with its slip, both numbers, the case that goes on, and the ops of all three."""

    async def scene(seat):
        await seat.ask("act", name="take_call")
        await seat.ask("act", name="open_case")
        before = told(seat, *ACTION)
        for at in range(1, MOST):
            try:
                await seat.ask("act", name="order", die_at=at)
            except Died:
                assert told(seat, *ACTION) == before, f"killed before statement {at}"
                continue
            await seat.end()
            assert told(seat, *ACTION) == (1, 1, 1, 1, 1, before[-1] + 3)
            return at
        raise AssertionError("the action never ended")

    assert play(place, tmp_path, scene) > 10


def test_a_round_is_noted_whole_or_not_at_all(place, tmp_path):
    """Answers with their state, images with the cursor; and the next round makes up for it."""
    other = place.seat()

    async def scene(seat):
        await seat.ask("round", patience=CALM)
        for at in range(1, MOST):
            ops = [(await seat.ask("act", name="take_call"))["n"] for _ in range(3)]
            id = Id(str(uuid4()))
            other.put("call", id, a_call())
            ((xid, seq),) = [(int(r["xid"]), r["seq"]) for r in other.pull((0, 0)) if r["id"] == id][:1] or [
                (0, 0)
            ]
            try:
                await seat.ask("round", patience=CALM, die_at=at)
            except Died:
                noted = check(seat, ops, id, (xid, seq))
                await seat.ask("round", patience=CALM)
                await seat.end()
                assert check(seat, ops, id, (xid, seq)) == (True, True), (
                    f"killed before statement {at}: {noted}"
                )
                continue
            return at
        raise AssertionError("the round never ended")

    try:
        assert play(place, tmp_path, scene) > 10
    finally:
        other.close()


def check(seat, ops, id, position):
    """Whether the answers are noted, and the image is here with its cursor."""
    with the_file(seat) as store:
        with store._door.read() as connection:
            query = (
                "SELECT state, version IS NULL, result IS NULL, acked_at IS NULL FROM outbox"
                " WHERE n BETWEEN ? AND ?"
            )
            states = set(connection.exec_driver_sql(query, (ops[0], ops[-1])).all())
        assert states in ({("pending", 1, 1, 1)}, {("acked", 0, 0, 0)})
        here = store.get(Call, id) is not None
        assert here == (store.feed.cursor() >= position)
    return states == {("acked", 0, 0, 0)}, here
