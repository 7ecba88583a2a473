"""Orders of events at central: who commits when, what is said twice, what lies on whose change."""

import itertools
import threading
from contextlib import closing, suppress
from uuid import uuid4

import psycopg

from app.records.accounts import Role
from tests.central.rig import a_call, a_message, an_order
from tests.faults import checks
from tests.faults.harness import sign_in
from tests.faults.stage import Stage

# -- the feed --


def lower_xid_higher_version(stage: Stage) -> None:
    a, b, reader = stage.raw(), stage.raw(), stage.seat()
    shared = str(uuid4())
    a.put("call", shared, a_call())
    reader.round()
    with a.connection.transaction():
        a.put("call", str(uuid4()), a_call())  # takes the lower xid
        b.put("call", shared, {"a.name": "李四"}, base=1)  # version 2
        a.put("call", shared, {"a.phone": "1"}, base=1)  # version 3
        reader.round()
    for _ in range(3):
        reader.store.feed.receive(
            reader.central.pull(reader.store.feed.epoch(), reader.store.feed.cursor(), 1)
        )
    assert reader.call(shared).answers == {"name": "李四", "phone": "1"}


def late_commit(stage: Stage) -> None:
    slow, quick, reader = stage.raw(), stage.raw(), stage.seat()
    early, late = str(uuid4()), str(uuid4())
    reader.round()
    with slow.connection.transaction():
        slow.put("call", early, a_call())
        quick.put("call", late, a_call())
        reader.round()
        assert reader.call(late)  # nobody waits for the slow one
    reader.round()
    assert reader.call(early)


def lower_seq_higher_xid(stage: Stage) -> None:
    a, b, reader = stage.raw(), stage.raw(), stage.seat()
    late = str(uuid4())
    reader.round()
    with b.connection.transaction():
        with a.connection.transaction():
            a.put("call", str(uuid4()), a_call())  # takes the lower xid
            b.put("call", late, a_call())
            a.put("call", str(uuid4()), a_call())  # takes the higher seq
        reader.round()
    reader.round()
    assert reader.call(late)


def idle_in_transaction(stage: Stage) -> None:
    """A writer that hangs delays nobody, and is not skipped when it comes back."""
    hung, reader = stage.raw(), stage.seat()
    others, made = [stage.raw() for _ in range(3)], []
    with hung.connection.transaction():
        hung.put("call", (first := str(uuid4())), a_call())
        for other in others:
            made.append(str(uuid4()))
            other.put("call", made[-1], a_call())
            reader.round()
            assert all(reader.call(id) for id in made)
    reader.round()
    assert reader.call(first)


def rolled_back_to_a_savepoint(stage: Stage) -> None:
    writer, reader = stage.raw(), stage.seat()
    kept, dropped = str(uuid4()), str(uuid4())
    with writer.connection.transaction():
        writer.put("call", kept, a_call())
        with writer.connection.transaction(force_rollback=True):
            writer.put("call", dropped, a_call())
    writer.n -= 1
    writer.put("call", (after := str(uuid4())), a_call())
    reader.round()
    assert [bool(reader.call(id)) for id in (kept, dropped, after)] == [True, False, True]


def watermark(stage: Stage) -> None:
    """A commit between the rows and the watermark, were they two statements."""
    slow, quick, reader = stage.raw(), stage.raw(), stage.raw()
    early, late = str(uuid4()), str(uuid4())
    pages: list = []
    pulling = threading.Thread(target=lambda: pages.append(reader.pull()))
    with slow.connection.transaction():
        slow.put("call", early, a_call())
        quick.put("call", late, a_call())
        pulling.start()
        pulling.join(0.1)
    pulling.join()
    settled = [(int(row["xid"]), row["seq"]) for row in pages[0] if row["settled"]]
    seen = {row["id"] for row in pages[0] if row["settled"]}
    assert {early, late} <= seen | {row["id"] for row in reader.pull(settled[-1] if settled else (0, 0))}


def ten_thousand(stage: Stage) -> None:
    """Pages on both sides of the transaction at which numbers get longer."""
    reader, numbers = stage.raw(), (9998, 9999, 10000, 10001)
    for number in numbers:
        stage.place.rows(
            "INSERT INTO cc.change_log (tenant, xid, scope, kind, id, ver, img)"
            " VALUES (1, %s::text::xid8, 0, 'call', gen_random_uuid(), 1, '{}')", str(number),
        )  # fmt: skip
    at, seen = (9000, 0), []
    while page := reader.pull(at, limit=2):
        seen += [int(row["xid"]) for row in page]
        at = int(page[-1]["xid"]), page[-1]["seq"]
    assert seen == list(numbers)


def first_sync_beside_a_writer(stage: Stage) -> None:
    """What is not committed when the records are read comes with the feed."""
    slow, quick, reader = stage.raw(), stage.raw(), stage.seat()
    early, late = str(uuid4()), str(uuid4())
    with slow.connection.transaction():
        slow.put("call", early, a_call())
        quick.put("call", late, a_call())
        reader.round()
    reader.round()
    assert reader.call(early)
    assert reader.call(late)


def two_departments(stage: Stage) -> None:
    """What one makes and changes is not for the other, whichever way it is pushed."""
    one, other = stage.raw(), stage.raw()
    for scope, seat in ((1, one), (2, other)):
        stage.place.rows("UPDATE cc.seat SET scopes = %s WHERE code = %s RETURNING 1", [scope, 0], seat.code)
    plain, lone = str(uuid4()), str(uuid4())
    one.put("call", plain, a_call())
    one.push(one.op("call", lone, {}), one.op("call", lone, a_call(), base=1))  # made empty: one by one
    one.put("call", plain, {"a.name": "李四"}, base=1)
    assert {row["id"] for row in one.pull()} >= {plain, lone}
    assert not {row["id"] for row in other.pull()} & {plain, lone}


# -- the push --


def said_twice(stage: Stage) -> None:
    a, b = stage.raw(), stage.raw()
    id = str(uuid4())
    create, change = a.op("call", id, a_call()), a.op("call", id, {"a.name": "李四"}, base=1)
    first = a.push(create, change)
    b.put("call", id, {"a.name": "王五"}, base=2)
    assert a.push(create, change) == first
    assert len(stage.place.rows("SELECT 1 FROM cc.op_log")) == 3
    assert stage.place.record(id)["body"]["a.name"] == "王五"


def two_at_once(stage: Stage) -> None:
    """Two processes of a seat send the same: the second waits, and hears the same."""
    seat = stage.raw()
    ops = [seat.op("call", str(uuid4()), a_call()) for _ in range(3)]
    again = stage.place.login(
        seat.enrolment["login"], seat.enrolment["password"], row_factory=psycopg.rows.dict_row
    )
    answers: list = []

    def push_again():
        with suppress(psycopg.Error), closing(again):
            query = "SELECT * FROM api.push_v1(%s, %s::text[])"
            answers.append(again.execute(query, (seat.epoch, ops)).fetchall())

    second = threading.Thread(target=push_again)
    watching = closing(psycopg.connect(stage.place.url, autocommit=True))
    with watching as watch, seat.connection.transaction():
        first = seat.push(*ops)
        second.start()
        query = "SELECT wait_event_type = 'Lock' FROM pg_stat_activity WHERE pid = %s"
        while second.is_alive() and watch.execute(query, (again.info.backend_pid,)).fetchone() != (True,):
            pass
    second.join()
    assert answers == [first]


def gap(stage: Stage) -> None:
    seat = stage.raw()
    seat.put("call", str(uuid4()), a_call())
    seat.n += 1  # one that got lost
    for base in (0, 1):  # a creation, and a change
        refused = ""
        try:
            seat.push(seat.op("call", str(uuid4()), {"a.name": "李四"} if base else a_call(), base=base))
        except psycopg.Error as error:
            refused = error.sqlstate
        seat.n -= 1
        assert refused == "CC003"


def wrong_epoch(stage: Stage) -> None:
    seat = stage.raw()
    for ask in (lambda: seat.push(seat.op("call", str(uuid4()), a_call()), epoch=str(uuid4())),
                lambda: seat.pull(epoch=str(uuid4()))):  # fmt: skip
        refused = ""
        try:
            ask()
        except psycopg.Error as error:
            refused = error.sqlstate
        assert refused == "CC001"


def another_timeline(stage: Stage) -> None:
    a, b = stage.raw(), stage.raw()
    id = str(uuid4())
    a.put("call", id, a_call())
    assert b.put("call", id, {"a.name": "李四"}, base=1, ep=str(uuid4()))["status"] == "conflict"
    assert b.put("call", id, {"a.phone": "1"}, base=9)["status"] == "conflict"  # more than there is
    body = stage.place.record(id)["body"]
    assert (body["a.name"], body["a.phone"]) == ("王小明", "13800000000")


def chains(stage: Stage) -> None:
    seat = stage.raw()
    id = str(uuid4())
    seat.push(*(seat.op("call", str(uuid4()), a_call()) for _ in range(3)))
    for base in range(3):
        seat.put("call", id, a_call() if not base else {"a.name": f"{base}"}, base=base)
    log = stage.place.rows(
        "SELECT s.code, l.* FROM cc.op_log l JOIN cc.seat s USING (seat_id) ORDER BY seat_seq"
    )
    assert checks.broken_chains(stage.place, log) == []


CHANGES = (
    ("call", a_call, (
        {"a.name": "甲"}, {"a.name": "乙"}, {"a.phone": "1", "saved_at": "2026-11-23"},
        {"saved_at": "2026-11-22"}, {"first_taker": "b"}, {"handler": "b"},
    )),
    ("order", an_order, (
        {"state": "onsite"}, {"state": "dispatched"}, {"state": "void"}, {"state": "done"},
        {"urgent": True}, {"urgent": False}, {"team": "west"}, {"team": "north"},
        {"due_at": "2026-11-23"}, {"due_at": "2026-11-24"},
    )),
    ("message", a_message, ({"state": "waiting"}, {"state": "told"}, {"state": "sent"}, {"to": "b"})),
    ("slip", lambda: {"number": "P", "order": str(uuid4()), "prints": []}, (
        {"prints": [{"id": "1"}]}, {"prints": [{"id": "2"}]}, {"prints": [{"id": "1"}, {"id": "3"}]},
        {"void": True},
    )),
)  # fmt: skip


def all_rules(stage: Stage) -> None:
    """Two agents and a lead change each field, seeing what the others did or not; the oracle knows."""
    a, b, lead = stage.raw(), stage.raw(), stage.raw()
    lead.session = sign_in(stage.place, Role.LEAD, lead.install)
    reader = stage.seat()
    for kind, made, changes in CHANGES:
        for one, other in itertools.permutations(changes, 2):
            id = str(uuid4())
            a.put(kind, id, made())
            steps = (
                (a, one, 1),
                (a, other, 1),
                (b, one, 2),
                (a, one, 4),
                (lead, other, 1),
                (b, one, 6),
                (a, other, 1),
            )
            for seat, patch, base in steps:
                seat.put(kind, id, patch, base=base)
    reader.round()
    log = stage.place.rows("SELECT s.code, l.* FROM cc.op_log l JOIN cc.seat s USING (seat_id)")
    records = stage.place.rows("SELECT kind, id::text, ver, body FROM cc.record WHERE kind <> 'conflict'")
    epoch = str(stage.place.rows("SELECT epoch FROM cc.epoch")[0]["epoch"])
    assert checks.overwritten(stage.place, log, records, [(epoch, {})]) == []
    told = stage.place.rows(
        "SELECT id::text, array_agg(ver ORDER BY ver) AS all FROM cc.change_log"
        " WHERE kind <> 'conflict' GROUP BY 1"
    )
    versions = {row["id"]: row["all"] for row in told}
    assert versions == {record["id"]: list(range(1, record["ver"] + 1)) for record in records}
