"""Orders of events at a seat: what it said and did not hear, where it dies, what an older backup does."""

import json
from contextlib import closing, suppress
from dataclasses import replace

import psycopg

from app.records.cases import Case, CaseState
from app.records.ids import new_id
from app.records.orders import Slip
from app.sync.port import CentralTrouble
from tests.faults.stage import Stage, Struck, doomed, reopened, rounds
from tests.sync.rig import START, Seat

# -- the seat --


def lost_answer(stage: Stage) -> None:
    """Central could not be reached after all, or what it said never came."""
    seat, reader = stage.seat(), stage.seat()
    seat.round()
    call = seat.take_call()
    reached = seat.central.push

    def unheard(epoch, bodies):
        reached(epoch, bodies)
        raise CentralTrouble

    for way in (lambda *_: (_ for _ in ()).throw(CentralTrouble()), unheard):
        seat.central.push = way
        with suppress(CentralTrouble):
            seat.round()
        assert seat.pending == 1
    del seat.central.push
    rounds(seat, reader)
    assert (seat.pending, reader.call(call.id)) == (0, call)
    assert len(stage.place.rows("SELECT 1 FROM cc.op_log WHERE kind = 'call'")) == 1


def crash_in_a_page(stage: Stage) -> None:
    """At whatever statement: the next round brings the rest."""
    writer, reader = stage.seat(), stage.seat()
    rounds(writer, reader)
    for at in range(1, 30):
        call = writer.take_call()
        writer.round()
        page = reader.central.pull(reader.store.feed.epoch(), reader.store.feed.cursor(), 100)
        doom = doomed(reader, at)
        with suppress(Struck):
            reader.store.feed.receive(page)
        reopened(reader)
        reader.round()
        assert reader.call(call.id) == call
        if doom.left:
            return
    raise AssertionError("a page never ended")


def waiting_on_top(stage: Stage) -> None:
    a, b = stage.seat(), stage.seat()
    call = a.take_call()
    rounds(a, b)
    a.change(call.id, name="李四")
    a.round()
    b.change(call.id, phone="13900000000")
    b.store.feed.receive(b.central.pull(b.store.feed.epoch(), b.store.feed.cursor(), 100))
    assert b.call(call.id).answers == {"name": "李四", "phone": "13900000000"}


def answered_on_top(stage: Stage) -> None:
    """What central has taken must not blink away while an older image comes in."""
    a, b = stage.seat(), stage.seat()
    call = a.take_call()
    rounds(a, b)
    a.change(call.id, name="李四")
    a.round()
    older = b.central.pull(b.store.feed.epoch(), b.store.feed.cursor(), 100)
    b.change(call.id, phone="13900000000")
    b.store.outbox.settle(b.central.push(b.store.feed.epoch(), [op.body for op in b.store.outbox.waiting()]))
    b.store.feed.receive(older)
    assert b.call(call.id).answers == {"name": "李四", "phone": "13900000000"}


def refused(stage: Stage) -> None:
    """What central does not let an agent do stands at no seat; what was said after it does."""
    a, b = stage.seat(), stage.seat()
    call = a.take_call()
    case = Case(
        new_id(),
        f"A{call.number[1:]}",
        call.id,
        "inquiry",
        1,
        "漏气",
        CaseState.PREFILED,
        START,
        a.agent,
        a.agent,
    )
    _put(a, case)
    rounds(a, b)
    filed = replace(case, state=CaseState.FILED)
    _put(a, filed)
    a.round()
    assert a.store.get(Case, case.id) == b.store.get(Case, case.id) == case
    _put(a, filed, replace(filed, title="停气"))
    assert len(a.store.outbox.waiting()) == 2
    rounds(a, b)
    assert a.store.get(Case, case.id) == b.store.get(Case, case.id) == replace(case, title="停气")


def _put(seat: Seat, *records) -> None:
    for record in records:
        with seat.store.write() as to:
            to.put(record)


def killed_writing(stage: Stage) -> None:
    """At whatever statement: the row with its op, or neither."""
    seat, reader = stage.seat(), stage.seat()
    rounds(seat, reader)
    before = seat.take_call()
    for at in range(1, 40):
        n = seat.store.outbox.last_n()
        doom = doomed(seat, at)
        with suppress(Struck):
            seat.change(before.id, note=f"{at}")
        reopened(seat)
        assert (seat.call(before.id).answers.get("note") == f"{at}") == (seat.store.outbox.last_n() == n + 1)
        if doom.left:
            return
    raise AssertionError("an action never ended")


def killed_between_numbers(stage: Stage) -> None:
    seat, numbers = stage.seat(), []
    for _ in range(3):
        numbers.append(seat.take_call().number)
        reopened(seat)
    assert len(set(numbers)) == 3


def poison(stage: Stage) -> None:
    """Bad ones among good: the good go through, and of the bad no word is lost."""
    seat, reader = stage.seat(), stage.seat()
    seat.round()
    good, bad = [], []
    for turn in range(12):
        good.append(seat.take_call().id)
        if turn % 4 == 1:
            slip = Slip(good[-1], "P", good[-1])
            with seat.store.write() as to:
                to.put(slip)
            bad.append(seat.store.outbox.last_n())
            with seat.store._door.write() as connection:
                query = "UPDATE outbox SET body = replace(body, '\"P\"', '\"a\\u0000b\"') WHERE n = ?"
                connection.exec_driver_sql(query, (bad[-1],))
    with suppress(CentralTrouble):
        seat.round()
    reader.round()
    assert (seat.pending, [reader.call(id) is None for id in good]) == (0, [False] * 12)
    kept = [json.loads(row["body"]) for row in stage.place.rows("SELECT body FROM cc.rejected ORDER BY body")]
    assert sorted(body.get("n", 0) for body in kept) == bad
    assert all(body["patch"]["number"] == "a\0b" for body in kept)


# -- an older backup --


def central_lost_its_end(stage: Stage) -> None:
    """The last ops of a seat are gone, and nobody said so."""
    a, b = stage.seat(), stage.seat()
    made = [a.take_call().id for _ in range(3)]
    rounds(a, b, a)
    backward(stage.place, a, 2)
    with suppress(CentralTrouble):
        a.round()
    assert (a.pending, sorted(_calls(stage.place))) == (0, sorted(made))


def restored(stage: Stage) -> None:
    """Versions begin again, lower than the seats remember."""
    a, b = stage.seat(), stage.seat()
    call = a.take_call()
    for name in ("甲", "乙", "丙"):
        a.change(call.id, name=name)
    rounds(a, b, a)
    for seat in (a, b):
        backward(stage.place, seat, 2 if seat is a else 1)
    stage.place.rows("UPDATE cc.epoch SET epoch = gen_random_uuid()")
    b.change(call.id, phone="1")
    rounds(b, b)  # a, who knows the rest, stays away
    assert b.call(call.id).answers == {"name": "王小明", "phone": "1"}
    rounds(a, b)
    assert a.call(call.id).answers == b.call(call.id).answers == {"name": "丙", "phone": "1"}


def restored_in_silence(stage: Stage) -> None:
    """Nobody gave central a new epoch: the seat sees that the feed ends before its own cursor."""
    a, b = stage.seat(), stage.seat()
    call = a.take_call()
    rounds(a, b, a)
    stage.place.rows("UPDATE cc.change_log SET xid = '3'")
    stage.place.rows("UPDATE cc.record SET body = body || '{\"a.name\": \"甲\"}' WHERE kind = 'call'")
    stage.place.rows("UPDATE cc.change_log SET img = img || '{\"a.name\": \"甲\"}' WHERE kind = 'call'")
    for _ in range(2):
        rounds(a, b)
    assert a.call(call.id).answers["name"] == b.call(call.id).answers["name"] == "甲"


def backward(place, seat: Seat, n: int) -> None:
    """Take from central all it had of *seat* after op *n*."""
    values = {"code": seat.enrolment["seat"], "n": n}
    with closing(psycopg.connect(place.url, autocommit=True)) as admin:
        mine = "seat_id = (SELECT seat_id FROM cc.seat WHERE code = %(code)s)"
        for gone in ("record", "change_log"):
            lacks = f"SELECT id::uuid FROM cc.op_log WHERE {mine} GROUP BY id HAVING min(seat_seq) > %(n)s"
            admin.execute(f"DELETE FROM cc.{gone} WHERE id IN ({lacks})", values)
        admin.execute(f"DELETE FROM cc.op_log WHERE {mine} AND seat_seq > %(n)s", values)
        admin.execute(
            f"UPDATE cc.seat SET last_seq = least(last_seq, %(n)s), chain = coalesce((SELECT chain"
            f" FROM cc.op_log WHERE {mine} AND seat_seq = least(cc.seat.last_seq, %(n)s)), '')"
            f" WHERE {mine}", values,
        )  # fmt: skip
        admin.execute(
            "UPDATE cc.record r SET ver = l.ver, epoch_ver = l.ver, body = c.img"
            " FROM (SELECT id, max(ver) AS ver FROM cc.op_log GROUP BY id) l"
            " JOIN cc.change_log c ON c.id::text = l.id AND c.ver = l.ver"
            " WHERE r.id::text = l.id AND r.ver > l.ver"
        )  # fmt: skip
        admin.execute("DELETE FROM cc.change_log c USING cc.record r WHERE r.id = c.id AND c.ver > r.ver")


def _calls(place) -> list[str]:
    return [row["id"] for row in place.rows("SELECT id::text FROM cc.record WHERE kind = 'call'")]
