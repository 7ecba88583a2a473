"""Two seats and a central: what one writes, the other reads; and nothing is lost between them."""

import json
import threading
from dataclasses import replace

import pytest

from app.records.conflicts import Conflict, Decision
from app.records.ids import Id, new_id
from app.records.ops import Verdict
from app.records.orders import Order, OrderState
from app.store.engine import StoreRefused
from app.sync.port import CentralAway
from tests.sync.rig import START


def test_two_seats_see_each_others_calls(two):
    a, b = two
    mine, yours = a.take_call(), b.take_call()
    a.round()
    b.round()
    a.round()
    assert (a.call(yours.id), b.call(mine.id)) == (yours, mine)


def test_a_second_round_has_nothing_to_do(two):
    a, _ = two
    a.take_call()
    first, second = a.round(), a.round()
    assert (first.pushed, second.pushed, second.pulled) == (2, 0, 0)


def test_more_than_a_batch_goes_in_one_round(place, two):
    a, b = two
    made = [a.take_call().id for _ in range(450)]
    assert a.round().pushed == 451
    assert b.round().pulled == 453  # with both sessions, its own by the first sync and by the feed
    assert all(b.call(id) for id in made)


class Slow:
    """The real road; central answers only once the file has noted the answers before, and is read on."""

    def __init__(self, seat):
        self._central, self._seat, self._noted = seat.central, seat, threading.Event()
        self.left = []
        seat.store.changes.listen(lambda kinds: self._noted.set())

    def __getattr__(self, name):
        return getattr(self._central, name)

    def push(self, epoch, bodies):
        receipts = self._central.push(epoch, bodies)
        if self.left:
            assert self._noted.wait(10)
        self._noted.clear()  # also of what was told before the first answer
        self.left.append(self._seat.pending)
        return receipts


def test_answers_are_noted_while_central_takes_the_next_batch(two):
    a, _ = two
    for _ in range(450):
        a.take_call()
    slow = Slow(a)
    assert a.round(slow).pushed == 451
    assert slow.left == [451, 251, 51]
    assert a.pending == 0


def test_a_file_that_cannot_note_the_answers_is_told_them_again(two, monkeypatch):
    a, b = two
    made = [a.take_call().id for _ in range(450)]
    settle, tries = a.store.outbox.settle, []

    def once(receipts):
        tries.append(len(receipts))
        if len(tries) == 2:
            raise StoreRefused("full")
        settle(receipts)

    monkeypatch.setattr(a.store.outbox, "settle", once)
    with pytest.raises(StoreRefused):
        a.round()
    assert a.pending == 451
    assert (a.round().pushed, a.pending) == (451, 0)
    b.round()
    assert [b.call(id).id for id in made] == made


def test_changes_of_different_fields_come_together(two):
    a, b = two
    call = a.take_call()
    a.round()
    b.round()
    a.change(call.id, name="李四")
    b.change(call.id, phone="13900000000")
    for seat in (a, b, a):
        seat.round()
    assert a.call(call.id) == b.call(call.id)
    assert a.call(call.id).answers == {"name": "李四", "phone": "13900000000"}


def test_who_comes_second_loses_and_both_values_are_kept(place, two):
    a, b = two
    call = a.take_call()
    a.round()
    b.round()
    a.change(call.id, name="李四")
    b.change(call.id, name="王五")
    a.round()
    assert b.round().conflicts == 1
    a.round()
    assert a.call(call.id).answers["name"] == b.call(call.id).answers["name"] == "李四"
    (lost,) = place.rows("SELECT lost, kept FROM cc.conflict")
    assert lost == {"lost": "王五", "kept": "李四"}
    for seat in (a, b):
        (found,) = seat.store.find(Conflict, record=call.id)
        assert (found.of, found.field, found.lost, found.kept) == ("call", "a.name", "王五", "李四")
        assert (found.lost_seat, found.kept_seat) == (b.enrolment["seat"], a.enrolment["seat"])
        assert (found.lost_by, found.kept_by) == (b.agent, a.agent)
        assert found.lost_at
        assert found.kept_at
        assert not found.decision


def test_central_counts_a_conflict_as_open_until_somebody_decides_and_again_once_it_is_taken_back(place, two):
    a, b = two
    call = a.take_call()
    for seat in two:
        seat.round()
    for seat, name in ((a, "李四"), (b, "王五")):
        seat.change(call.id, name=name)
        seat.round()
    (found,) = b.store.find(Conflict, record=call.id)

    def say(**decision):
        with b.store.write() as to:
            to.put(replace(found, **decision))
        b.round()
        return [row["resolved_by"] for row in place.rows("SELECT resolved_by FROM cc.conflict")]

    by = b.enrolment["seat"]
    assert say(decision=Decision.KEPT, decided_by=b.agent, decided_at=b.now()) in ([by], [b.agent])
    assert say(decision=None, decided_by=None, decided_at=None) == [None]
    assert say(decision=Decision.LOST, decided_by=b.agent, decided_at=b.now()) in ([by], [b.agent])


def test_what_still_waits_to_leave_is_not_overwritten_by_what_comes(two):
    a, b = two
    call = a.take_call()
    a.round()
    b.round()
    a.change(call.id, name="李四")
    a.round()
    b.change(call.id, phone="13900000000")
    page = b.central.pull(b.store.feed.epoch(), b.store.feed.cursor(), 100)
    b.store.feed.receive(page)
    assert b.call(call.id).answers == {"name": "李四", "phone": "13900000000"}


def test_a_poison_op_is_voided_alone_and_all_others_go(place, two):
    a, b = two
    good = [a.take_call().id for _ in range(7)]
    _poison(a)
    good += [a.take_call().id for _ in range(7)]
    done = a.round()
    assert (done.pushed, done.rejected, a.pending) == (16, 1, 0)
    (problem,) = a.store.outbox.problems()
    assert problem.verdict is Verdict.REJECTED
    (kept,) = place.rows("SELECT sqlstate, body FROM cc.rejected")
    assert kept["sqlstate"] == "22P05"
    assert json.loads(kept["body"])["patch"] == {"a.name": "a\0b"}
    b.round()
    assert all(b.call(id) for id in good)


def _poison(seat):
    """An op no seat of today would write: a NUL, which jsonb cannot hold."""
    n, op = seat.store.outbox.last_n() + 1, new_id()
    body = {
        "op": op, "n": n, "k": "put", "e": "call", "id": new_id(), "base": 0, "ep": "", "s": seat.session.id,
        "sv": 1, "at": START.isoformat(), "off": 0, "salt": "", "patch": {"a.name": "a\0b"},
    }  # fmt: skip
    with seat.store._door.write() as connection:
        connection.exec_driver_sql(
            'INSERT INTO outbox (n, op, kind, record, body, "at") VALUES (?, ?, ?, ?, ?, ?)',
            (n, op, "call", body["id"], json.dumps(body, separators=(",", ":")), START.isoformat()),
        )


def test_a_batch_of_nothing_but_poison_does_not_stop_the_queue(two):
    a, b = two
    for _ in range(9):
        _poison(a)
    call = a.take_call()
    assert a.round().rejected == 9
    b.round()
    assert b.call(call.id)


class Forgetful:
    """The real road, but some receipts get lost on it."""

    def __init__(self, central):
        self._central = central
        self.pushes = 0

    def __getattr__(self, name):
        return getattr(self._central, name)

    def push(self, epoch, bodies):
        self.pushes += 1
        return self._central.push(epoch, bodies)[:-1]


def test_a_missing_receipt_ends_the_round_and_not_the_program(two):
    a, _ = two
    a.take_call()
    forgetful = Forgetful(a.central)
    assert a.round(forgetful).pushed == 1
    assert (forgetful.pushes, a.pending) == (1, 1)
    a.round()
    assert a.pending == 0


def test_a_seat_that_lost_its_place_is_told_where_to_begin_again(place, two):
    a, b = two
    a.take_call()
    a.round()
    # Central lost the last op (an older backup), and nobody gave it a new epoch.
    place.rows("DELETE FROM cc.op_log WHERE seat_seq = 2")
    place.rows("DELETE FROM cc.record WHERE kind = 'call'")
    place.rows("DELETE FROM cc.change_log WHERE kind = 'call'")
    place.rows("UPDATE cc.seat SET last_seq = 1 WHERE code = %s", a.enrolment["seat"])
    call = a.take_call()
    a.round()
    b.round()
    assert b.call(call.id)
    assert place.rows("SELECT count(*) AS c FROM cc.record WHERE kind = 'call'")[0]["c"] == 2


def test_a_seat_with_nothing_new_to_say_still_repeats_what_central_lost(place, two):
    a, b = two
    call = a.take_call()
    for seat in (a, b, a):
        seat.round()
    # The head of the feed is where it was (b came later), only a's last op is gone.
    place.rows("DELETE FROM cc.op_log WHERE kind = 'call'")
    place.rows("DELETE FROM cc.record WHERE kind = 'call'")
    place.rows("UPDATE cc.seat SET last_seq = 1")
    assert a.round().pushed == 1
    assert place.record(call.id)["body"]["number"] == call.number


def test_a_restored_central_gets_back_what_it_had_lost(place, two):
    a, b = two
    kept = a.take_call()
    a.round()
    b.round()
    lost = a.take_call()
    a.change(kept.id, name="李四")
    a.round()
    # Back to the backup: as it was after a's first round, and a new epoch as the runbook says.
    place.rows("DELETE FROM cc.op_log WHERE seat_seq > 2 OR seat_id <> (SELECT min(seat_id) FROM cc.seat)")
    place.rows("DELETE FROM cc.record WHERE id = %s", lost.id)
    place.rows('UPDATE cc.record SET ver = 1, body = body || \'{"a.name": "王小明"}\' WHERE id = %s', kept.id)
    place.rows("UPDATE cc.record SET fv = '{}', epoch_ver = ver")
    place.rows("DELETE FROM cc.change_log WHERE ver > 1 OR id = %s", lost.id)
    place.rows("UPDATE cc.change_log SET xid = '3'")
    place.rows(
        "UPDATE cc.seat s SET (last_seq, chain) = (coalesce(l.n, 0), coalesce(l.chain, ''))"
        " FROM cc.seat x LEFT JOIN (SELECT seat_id, 2 AS n, chain FROM cc.op_log WHERE seat_seq = 2) l"
        " USING (seat_id) WHERE s.seat_id = x.seat_id"
    )
    place.rows("UPDATE cc.epoch SET epoch = gen_random_uuid()")
    a.round()
    b.round()
    assert b.call(lost.id) == lost
    assert a.call(kept.id).answers["name"] == b.call(kept.id).answers["name"] == "李四"
    assert a.pending == b.pending == 0


def test_a_central_that_keeps_changing_its_mind_is_left_alone(place, two):
    a, _ = two

    class Fickle(Forgetful):
        def hello(self, hello):
            told = self._central.hello(hello)
            place.rows("UPDATE cc.epoch SET epoch = gen_random_uuid()")
            return told

    with pytest.raises(CentralAway):
        a.round(Fickle(a.central))
    assert a.pending == 1


def test_what_an_unknown_kind_says_is_kept_for_later(place, two):
    a, b = two
    place.rows("INSERT INTO cc.kind VALUES ('spell', '{}', 1000)")
    place.rows("SELECT cc.publish(1, 'spell', gen_random_uuid(), '{\"word\": 1}')")
    call = a.take_call()
    a.round()
    b.round()
    assert b.call(call.id)


def test_seats_hear_of_a_new_agent(place, two):
    a, _ = two
    id, no = place.agent()
    a.round()
    assert [(agent.id, agent.agent_no) for agent in a.agents()] == [(id, no)]


def test_many_rounds_at_once_leave_all_seats_alike(seat_at):
    seats = [seat_at() for _ in range(4)]
    calls = [seat.take_call().id for seat in seats]
    for _ in range(2):
        for seat in seats:
            seat.round()
    for turn in range(3):
        for i, seat in enumerate(seats):
            seat.change(calls[(i + turn) % 4], **{f"field{i}": f"{turn}", "name": f"{i}-{turn}"})
        for seat in seats:
            seat.round()
    for seat in seats:
        seat.round()
    views = [[seat.call(id) for id in calls] for seat in seats]
    assert all(view == views[0] for view in views)
    assert all(f"field{i}" in call.answers for call, i in zip(views[0], (0, 1, 2, 3), strict=True))


def test_a_decision_may_go_back_in_rank_where_nothing_else_may(place, two):
    a, b = two
    order = Order(
        id=new_id(), number="G1", case=new_id(), form="gas_repair", form_version=1, team="east",
        state=OrderState.DISPATCHED, ordered_at=a.now(), ordered_by=a.agent,
    )  # fmt: skip
    with a.store.write() as to:
        to.put(order)
    for seat in (a, b):
        seat.round()
    for seat, state in ((a, OrderState.DONE), (b, OrderState.VOID)):  # the other knew nothing
        with seat.store.write() as to:
            to.put(replace(order, state=state))
        seat.round()
    assert b.store.get(Order, order.id).state is OrderState.DONE
    (found,) = b.store.find(Conflict, record=order.id)
    with b.store.write() as to:
        to.decide(Id(new_id()), replace(order, state=OrderState.OPEN))  # no conflict of this record
    b.round()
    with b.store.write() as to:
        to.decide(found.id, replace(order, state=OrderState.ONSITE))
    for seat in (b, a):
        seat.round()
        assert seat.store.get(Order, order.id).state is OrderState.ONSITE
    assert len(place.rows("SELECT 1 FROM cc.conflict")) == 1


def test_a_seat_hears_to_whom_it_seals_its_key_beside_the_agents(place, seat_at):
    seat, heard = seat_at(), []
    seat.round()
    seat.store.changes.listen(heard.append)
    for public in ("ab" * 32, "ab" * 32, "cd" * 32, ""):
        place.rows("UPDATE cc.centre SET recovery_key = %s", public)
        seat.round()
        assert seat.store.setting("recovery") == public
    assert heard.count(frozenset({"recovery"})) == 3
