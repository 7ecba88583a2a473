"""What waits to leave: in order, without gaps, and never thrown away."""

import json
import re
from dataclasses import replace

import pytest

from app.records.calls import Call
from app.records.conflicts import Conflict, Decision
from app.records.ops import Page, Receipt, Verdict
from app.store import outbox


@pytest.fixture
def three(store, make, clock):
    """Three calls put a minute apart, and their ops."""
    for _ in range(3):
        with store.write() as to:
            to.put(make.call())
        clock.move(minutes=1)
    return store.outbox.waiting()


def _all(engines):
    with engines.read.connect() as connection:
        return connection.exec_driver_sql("SELECT * FROM outbox ORDER BY n").mappings().all()


def test_ops_leave_in_the_order_they_were_made(store, three):
    assert [op.n for op in three] == [1, 2, 3]
    assert [op.n for op in store.outbox.waiting(2)] == [1, 2]
    assert store.outbox.last_n() == 3


def test_what_central_has_waits_no_more_and_is_kept(store, three, engines):
    first, second, third = three
    store.outbox.settle([Receipt(first.id, Verdict.APPLIED, 1), Receipt(second.id, Verdict.MERGED, 4)])
    assert store.outbox.waiting() == [third]
    rows = _all(engines)
    assert [(r["state"], r["version"]) for r in rows] == [("acked", 1), ("acked", 4), ("pending", None)]
    assert [r["body"] for r in rows] == [op.body for op in three]
    assert rows[0]["acked_at"] == "2026-03-02T09:03:00.000000+00:00"


def test_the_first_answer_stands(store, three, engines):
    op = three[0]
    store.outbox.settle([Receipt(op.id, Verdict.CONFLICT, 2, ("team",))])
    store.outbox.settle([Receipt(op.id, Verdict.APPLIED, 2)])
    assert _all(engines)[0]["state"] == "conflict"


def test_a_receipt_for_an_op_nobody_sent_does_no_harm(store, three):
    store.outbox.settle([Receipt(store._session.id, Verdict.APPLIED, 1)])
    assert store.outbox.waiting() == three


def test_conflicts_and_refusals_want_a_person_until_one_has_seen_to_them(store, three, make):
    first, second, third = three
    store.outbox.settle(
        [
            Receipt(first.id, Verdict.CONFLICT, 3, ("team", "a.address")),
            Receipt(second.id, Verdict.REJECTED, reason="too_long"),
            Receipt(third.id, Verdict.APPLIED, 1),
        ]
    )
    assert (store.outbox.state().pending, store.outbox.state().attention) == (0, 2)
    lost, refused = store.outbox.problems()
    assert (lost.op, lost.verdict, lost.fields, lost.kind) == (
        first.id, Verdict.CONFLICT, ("team", "a.address"), "call",
    )  # fmt: skip
    assert (refused.op, refused.reason, refused.body) == (second.id, "too_long", second.body)
    store.outbox.close(first.id)
    assert [p.op for p in store.outbox.problems()] == [second.id]
    assert store.outbox.state().attention == 1


def test_the_state_says_how_many_wait_and_since_when(store, three):
    state = store.outbox.state()
    assert (state.pending, state.attention) == (3, 0)
    assert state.oldest_at.isoformat() == "2026-03-02T09:00:00+00:00"
    store.outbox.settle([Receipt(op.id, Verdict.APPLIED, 1) for op in three])
    assert store.outbox.state().oldest_at is None


def test_a_void_has_the_same_id_and_n_and_keeps_what_it_replaces(store, three, engines):
    op = three[1]
    void = store.outbox.void(op, "bad value", "22P05")
    told = json.loads(void.body)
    assert (void.id, void.n, void.kind, void.record) == (op.id, op.n, op.kind, op.record)
    assert (told["k"], told["why"], told["sqlstate"]) == ("void", "bad value", "22P05")
    assert void.patch == op.patch
    assert _all(engines)[1]["body"] == op.body
    assert store.outbox.waiting()[1] == void  # a crash before the receipt sends the void again


def test_what_central_lost_goes_again_from_where_it_stands(store, three, engines):
    first, second, third = three
    verdicts = (Verdict.APPLIED, Verdict.CONFLICT, Verdict.REJECTED)
    store.outbox.settle([Receipt(op.id, v, 1) for op, v in zip(three, verdicts, strict=True)])
    assert store.outbox.waiting() == []
    store.outbox.resend_after(first.n)
    assert store.outbox.waiting() == [second, third]
    assert store.outbox.state().attention == 0
    assert [r["attempts"] for r in _all(engines)] == [0, 1, 1]
    assert [r["result"] for r in _all(engines)][1:] == [None, None]


def test_ten_thousand_answers_are_ten_thousand_kept_ops(store, make, engines):
    call = make.call()
    with store.write() as to:
        to.put(call)
        for i in range(1000):
            to.put(replace(call, form_version=i + 2))
    ops = store.outbox.waiting(2000)
    assert [op.n for op in ops] == list(range(1, 1002))
    store.outbox.settle([Receipt(op.id, Verdict.APPLIED, op.n) for op in ops])
    assert store.outbox.waiting() == []
    assert len(_all(engines)) == 1001
    with store.write() as to:
        to.put(make.call())
    assert [op.n for op in store.outbox.waiting()] == [1002]


def test_what_waits_behind_an_op_can_be_asked_for_while_its_answer_is_on_its_way(store, three):
    assert store.outbox.waiting(after=three[0].n) == three[1:]
    assert store.outbox.waiting(1, three[1].n) == three[2:]


def test_listeners_hear_when_the_outbox_moves(store, three):
    heard = []
    stop = store.changes.listen(heard.append)
    store.outbox.settle([])
    assert heard == []
    store.outbox.settle([Receipt(three[0].id, Verdict.APPLIED, 1)])
    store.outbox.resend_after(0)
    store.outbox.close(three[0].id)
    assert heard == [{"outbox"}] * 3
    stop()


def test_settling_changes_no_record(store, three):
    before = store.find(Call)
    store.outbox.settle([Receipt(op.id, Verdict.REJECTED, reason="x") for op in three])
    assert store.find(Call) == before


def test_an_answer_finds_its_op_by_its_id_and_not_among_all_that_wait(engines):
    """By state it walked ten thousand waiting ops for each batch: 70 ms."""
    with engines.read.connect() as connection:
        told = ("acked", 1, "{}", "at", "[]")
        plan = [r[3] for r in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {outbox._SETTLE}", told)]
    assert "SEARCH outbox USING INDEX sqlite_autoindex_outbox_1 (op=?)" in plan


# -- what wants a person --


@pytest.fixture
def come(store, make):
    """Let a conflict come from central, as a record."""
    count = []

    def _come(record, field, **more):
        count.append(field)
        body = {
            "of": record.kind, "record": record.id, "field": field, "base": 3, "a.kept": "x", "a.lost": "y",
            "lost_by": "", "lost_seat": "", "lost_at": "2026-03-02T09:00:00+00:00",
            "kept_by": "", "kept_seat": "", "found_at": "2026-03-02T09:00:00+00:00",
        } | more  # fmt: skip
        image = make.image(body, kind="conflict", version=len(count))
        store.feed.receive(Page((image,)))
        return image.record

    return _come


def attention(store, make):
    return store.outbox.state(make.agent_id).attention


def test_a_conflict_counts_once_its_op_only_until_the_record_is_here(store, make, come):
    call = make.call()
    with store.write() as to:
        to.put(call)
    (op,) = store.outbox.waiting()
    store.outbox.settle([Receipt(op.id, Verdict.CONFLICT, 3, ("team", "a.address"))])
    assert attention(store, make) == 1
    come(make.call(), "a.address", lost_by="other")
    come(call, "channel", lost_by="other")
    assert len(store.outbox.problems()) == 1  # of another record, of another field
    come(call, "a.address", lost_by=make.agent_id)
    assert store.outbox.problems() == []
    assert attention(store, make) == 2  # and that of the field beside it, for the call is in these hands


def test_a_decided_conflict_wants_nobody(store, make, come, clock):
    call = make.call()
    with store.write() as to:
        to.put(call)
    id = come(call, "a.address", lost_by=make.agent_id)
    assert store.outbox.concerning(make.agent_id) == [id]
    came = store.get(Conflict, id)
    with store.write() as to:
        to.put(replace(came, decision=Decision.KEPT, decided_by=make.agent_id, decided_at=clock()))
    assert attention(store, make) == 0
    assert store.outbox.waiting()[-1].patch == {
        "decision": "kept", "decided_by": make.agent_id, "decided_at": "2026-03-02T09:00:00.000000+00:00",
    }  # fmt: skip


def test_the_state_says_when_central_last_took_something(store, three, clock):
    assert store.outbox.state().taken_at is None
    store.outbox.settle([Receipt(three[0].id, Verdict.APPLIED, 1)])
    first = clock()
    clock.move(minutes=5)
    store.outbox.settle([Receipt(three[1].id, Verdict.REJECTED, reason="x")])
    assert store.outbox.state().taken_at == first


def test_what_goes_again_says_what_the_refused_one_said_and_closes_it(store, make, engines):
    call = make.call(answers={"request": "长", "name": "王"})
    with store.write() as to:
        to.put(call)
    (op,) = store.outbox.waiting()
    store.outbox.settle([Receipt(op.id, Verdict.REJECTED, reason="too_long")])
    (refused,) = store.outbox.problems()
    corrected = replace(call, answers={"request": "短", "name": "王"})
    store.outbox.send_again(refused, corrected, store._session)
    (again,) = store.outbox.waiting()
    assert again.patch == {**refused.patch, "a.request": "短"}
    assert store.get(Call, call.id) == corrected
    assert (store.outbox.problems(), store.outbox.refused(op.id).is_closed) == ([], True)
    rows = _all(engines)
    assert (rows[0]["body"], rows[0]["state"]) == (op.body, "rejected")
    with engines.read.connect() as connection:
        seen = connection.exec_driver_sql("SELECT * FROM seen_to").one()
    assert tuple(seen) == (op.id, make.agent_id, "", again.id)
    store.outbox.resend_after(0)  # central was restored: what a person has seen to stays so
    store.outbox.settle([Receipt(op.id, Verdict.REJECTED, reason="too_long")])
    assert store.outbox.problems() == []


def test_a_refusal_in_the_middle_of_sending_again_leaves_all_as_it_was(store, make, monkeypatch):
    call = make.call()
    with store.write() as to:
        to.put(call)
    (op,) = store.outbox.waiting()
    store.outbox.settle([Receipt(op.id, Verdict.REJECTED, reason="x")])
    (refused,) = store.outbox.problems()
    monkeypatch.setattr(store.outbox, "_at", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        store.outbox.send_again(refused, replace(call, channel="visit"), store._session)
    monkeypatch.undo()
    assert store.get(Call, call.id) == call
    assert (store.outbox.waiting(), store.outbox.problems()) == ([], [refused])


def test_thousands_of_conflicts_are_counted_by_their_indexes(engines):
    with engines.read.connect() as connection:
        query = f"EXPLAIN QUERY PLAN {outbox._STATE}".replace(":agent", "'a'")
        plan = [row[3] for row in connection.exec_driver_sql(query)]
    assert not [step for step in plan if re.match("SCAN (outbox|conflicts|calls|cases|orders)", step)]
