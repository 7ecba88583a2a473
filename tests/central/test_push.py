"""What central does with an op."""

import hashlib
import json
from contextlib import closing
from uuid import uuid4

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.records.accounts import Role
from tests.central.rig import PASSWORD, a_call, a_message, an_order


@pytest.fixture
def two(seats):
    return seats(), seats()


def test_a_new_record_is_kept_and_told(place, seats):
    seat, id = seats(), str(uuid4())
    assert seat.put("call", id, a_call())["status"] == "applied"
    assert place.record(id)["body"] == a_call()
    (told,) = seat.pull()
    assert (told["kind"], told["id"], told["ver"], told["img"]) == ("call", id, 1, a_call())


def test_a_repeated_op_gets_its_first_answer_and_changes_nothing(place, two):
    a, b = two
    id = str(uuid4())
    op = a.op("call", id, a_call())
    first = a.push(op)
    b.put("call", id, {"a.name": "李四"}, base=1)
    assert a.push(op) == first
    assert place.record(id)["body"]["a.name"] == "李四"
    assert len(place.rows("SELECT 1 FROM cc.op_log")) == 2


def test_an_op_twice_in_one_batch_counts_once(place, seats):
    seat = seats()
    op = seat.op("call", str(uuid4()), a_call())
    assert [r["status"] for r in seat.push(op, op)] == ["applied", "applied"]
    assert len(place.rows("SELECT 1 FROM cc.op_log")) == 1


def test_a_gap_tells_how_far_central_has_come(seats):
    seat = seats()
    seat.put("call", str(uuid4()), a_call())
    seat.op("call", str(uuid4()), a_call())  # lost on the way
    with pytest.raises(psycopg.Error) as gap:
        seat.put("call", str(uuid4()), a_call())
    assert (gap.value.sqlstate, gap.value.diag.message_detail) == ("CC003", "1")


def test_a_wrong_epoch_is_told(seats):
    seat = seats()
    op = seat.op("call", str(uuid4()), a_call())
    for ask in (lambda: seat.push(op, epoch=str(uuid4())), lambda: seat.pull(epoch="")):
        with pytest.raises(psycopg.Error) as wrong:
            ask()
        assert wrong.value.sqlstate == "CC001"


def test_a_batch_has_a_limit(seats):
    seat = seats()
    with pytest.raises(psycopg.Error) as wrong:
        seat.push(*(seat.op("call", str(uuid4()), a_call()) for _ in range(201)))
    assert wrong.value.sqlstate == "CC002"


def test_different_fields_merge(place, two):
    a, b = two
    id = str(uuid4())
    a.put("call", id, a_call())
    assert a.put("call", id, {"a.name": "李四"}, base=1)["status"] == "applied"
    assert b.put("call", id, {"a.phone": "13900000000"}, base=1)["status"] == "merged"
    body = place.record(id)["body"]
    assert (body["a.name"], body["a.phone"]) == ("李四", "13900000000")


def test_the_first_value_wins_and_the_loser_is_kept(place, two):
    a, b = two
    id = str(uuid4())
    a.put("call", id, a_call())
    b.put("call", id, {"a.name": "李四"}, base=1)
    answer = a.put("call", id, {"a.name": "王五", "a.phone": "13900000000"}, base=1)
    # a made the record, but b's change came between.
    assert (answer["status"], answer["fields"]) == ("conflict", ["a.name"])
    body = place.record(id)["body"]
    assert (body["a.name"], body["a.phone"]) == ("李四", "13900000000")
    (kept,) = place.rows("SELECT field, lost, kept, base_ver, cur_ver FROM cc.conflict")
    assert kept == {"field": "a.name", "lost": "王五", "kept": "李四", "base_ver": 1, "cur_ver": 2}


def test_a_seat_never_conflicts_with_itself(two):
    a, _ = two
    id = str(uuid4())
    a.put("call", id, a_call())
    for name in ("李四", "王五"):
        assert a.put("call", id, {"a.name": name}, base=1)["status"] == "applied"


def test_the_same_value_never_conflicts(place, two):
    a, b = two
    id = str(uuid4())
    a.put("call", id, a_call())
    a.put("call", id, {"a.name": "李四"}, base=1)
    assert b.put("call", id, {"a.name": "李四"}, base=1)["status"] == "merged"
    assert place.rows("SELECT 1 FROM cc.conflict") == []


def test_the_first_taker_never_changes(place, seats):
    seat, id = seats(), str(uuid4())
    seat.put("call", id, a_call())
    answer = seat.put("call", id, {"first_taker": "b", "handler": "b"}, base=1)
    assert answer["fields"] == ["first_taker"]
    assert (place.record(id)["body"]["first_taker"], place.record(id)["body"]["handler"]) == ("a", "b")


def test_an_order_goes_forward_whoever_speaks_last(place, two):
    a, b = two
    id = str(uuid4())
    a.put("order", id, an_order(state="dispatched"))
    b.put("order", id, {"state": "done"}, base=1)
    assert a.put("order", id, {"state": "onsite"}, base=1)["status"] == "merged"
    assert place.record(id)["body"]["state"] == "done"


def test_an_order_goes_back_at_the_hand_of_who_saw_how_it_stands(place, two):
    a, b = two
    id = str(uuid4())
    a.put("order", id, an_order(state="dispatched"))
    a.put("order", id, {"state": "done"}, base=1)
    assert b.put("order", id, {"state": "open"}, base=1)["status"] == "merged"
    assert place.record(id)["body"]["state"] == "done"
    assert b.put("order", id, {"state": "open"}, base=3)["status"] == "applied"
    assert place.record(id)["body"]["state"] == "open"


def test_a_message_that_went_has_gone_whoever_says_otherwise(place, seats):
    seat, id = seats(), str(uuid4())
    seat.put("message", id, a_message(state="sent"))
    assert seat.put("message", id, {"state": "waiting"}, base=1)["fields"] == ["state"]
    assert place.record(id)["body"]["state"] == "sent"


def test_a_state_beside_the_way_goes_to_who_came_first(place, two):
    a, b = two
    id = str(uuid4())
    a.put("order", id, an_order(state="dispatched"))
    a.put("order", id, {"state": "void"}, base=1)
    assert b.put("order", id, {"state": "onsite"}, base=1)["fields"] == ["state"]
    assert place.record(id)["body"]["state"] == "void"


def test_printings_are_never_lost(place, two):
    a, b = two
    id, first = str(uuid4()), {"at": "1", "by": "a", "copy": "stub"}
    one, two_ = {"at": "2", "by": "a", "copy": "user"}, {"at": "3", "by": "b", "copy": "user"}
    a.put("slip", id, {"number": "P", "order": str(uuid4()), "prints": [first]})
    a.put("slip", id, {"prints": [first, one]}, base=1)
    assert b.put("slip", id, {"prints": [first, two_]}, base=1)["status"] == "merged"
    assert place.record(id)["body"]["prints"] == [first, one, two_]
    assert place.rows("SELECT 1 FROM cc.conflict") == []


def test_an_urgent_mark_is_not_lost_to_somebody_who_did_not_see_it(place, two):
    a, b = two
    id = str(uuid4())
    a.put("order", id, an_order())
    a.put("order", id, {"urgent": True}, base=1)
    assert b.put("order", id, {"urgent": False, "team": "west"}, base=1)["fields"] == ["urgent"]
    assert place.record(id)["body"]["urgent"] is True
    assert b.put("order", id, {"urgent": False}, base=3)["status"] == "applied"


def test_when_a_customer_was_last_seen_the_latest_counts_and_nobody_is_asked(place, two):
    a, b = two
    id, at = str(uuid4()), "2026-11-2{}T00:00:00.000000+00:00".format
    made = {"name": "王", "phones": [], "addresses": [], "created_at": at(0), "seen_at": at(1)}
    a.put("customer", id, made)
    a.put("customer", id, {"seen_at": at(3)}, base=1)
    assert b.put("customer", id, {"seen_at": at(2)}, base=1)["status"] == "merged"
    assert place.record(id)["body"]["seen_at"] == at(3)


def _session_of(place, seat, role):
    _, no = place.agent(role)
    with closing(place.login(f"agent_{no}", PASSWORD)) as door:
        (session,) = door.execute("SELECT session FROM api.sign_in_v1(%s)", (seat.install,)).fetchone()
    return session["id"]


def test_a_lead_who_signed_in_at_central_wins_and_the_agents_value_is_kept(place, two):
    a, b = two
    id = str(uuid4())
    a.put("order", id, an_order())
    a.put("order", id, {"team": "west"}, base=1)
    lead = _session_of(place, b, Role.LEAD)
    assert b.put("order", id, {"team": "north"}, base=1, s=lead)["status"] == "merged"
    assert place.record(id)["body"]["team"] == "north"
    assert place.rows("SELECT lost, kept FROM cc.conflict") == [{"lost": "west", "kept": "north"}]


def test_a_lead_of_the_seats_own_making_wins_nothing(place, two):
    a, b = two
    id, session = str(uuid4()), str(uuid4())
    a.put("order", id, an_order())
    a.put("order", id, {"team": "west"}, base=1)
    made = {"agent": str(uuid4()), "role": "lead", "install": b.install, "since": "2026", "confirmed": True}
    assert b.put("session", session, made, s=session)["fields"] == ["confirmed"]
    assert place.record(session)["body"]["confirmed"] is False
    assert b.put("order", id, {"team": "north"}, base=1, s=session)["fields"] == ["team"]


@pytest.mark.parametrize(
    ("why", "words"),
    [
        ("unknown_kind", {"e": "spell"}),
        ("bad_id", {"id": "1; DROP TABLE cc.record"}),
        ("too_long", {"salt": "0" * 300_000}),
        ("missing_keys", {"e": "case"}),
        ("bad_patch", {"patch": [1]}),
        ("unknown_verb", {"k": "erase"}),
        ("session", {"s": ""}),
        ("pull_only", {"e": "agent"}),
    ],
)
def test_what_would_break_central_is_kept_aside_and_the_queue_goes_on(place, seats, why, words):
    seat = seats()
    bad, good = (
        json.dumps(json.loads(seat.op("call", str(uuid4()), a_call())) | words),
        seat.op("call", str(uuid4()), a_call()),
    )
    answers = seat.push(bad, good)
    assert [(r["status"], r["reason"]) for r in answers] == [("rejected", why), ("applied", "")]
    assert place.rows("SELECT why, body FROM cc.rejected") == [{"why": why, "body": bad}]


UNREADABLE = {"a.name": "a\0b"}  # jsonb takes no NUL


def test_an_unreadable_op_is_a_data_error_and_its_void_is_taken(place, seats):
    seat = seats()
    op = seat.op("call", str(uuid4()), a_call(**UNREADABLE))
    with pytest.raises(psycopg.DataError) as wrong:
        seat.push(op)
    assert wrong.value.sqlstate[:2] == "22"
    void = json.dumps(
        json.loads(op) | {"k": "void", "why": "bad", "sqlstate": "22P05"}, separators=(",", ":")
    )
    (answer,) = seat.push(void)
    assert (answer["status"], answer["reason"]) == ("rejected", "bad")
    assert place.rows("SELECT why, sqlstate, body FROM cc.rejected") == [
        {"why": "bad", "sqlstate": "22P05", "body": void}
    ]
    assert seat.put("call", str(uuid4()), a_call())["status"] == "applied"


def test_the_chain_of_a_seat_holds_every_body_as_it_was_sent(place, seats):
    seat = seats()
    for _ in range(3):
        seat.put("call", str(uuid4()), a_call())
    chain = b""
    for line in place.rows("SELECT body, chain FROM cc.op_log ORDER BY seat_seq"):
        chain = hashlib.sha256(chain + hashlib.sha256(line["body"].encode()).digest()).digest()
        assert line["chain"] == chain
    assert place.rows("SELECT chain FROM cc.seat")[0]["chain"] == chain


def test_half_a_record_waits_for_its_author_before_it_is_told(place, two):
    # An older backup was restored: the editor comes back before the author.
    a, b = two
    id = str(uuid4())
    assert b.put("call", id, {"a.name": "李四"}, base=4, ep="old")["status"] == "applied"
    assert b.pull() == []
    assert a.put("call", id, a_call(), ep="old")["fields"] == ["a.name"]
    told = [row["img"] for row in b.pull() if row["kind"] == "call"]
    assert told == [a_call(**{"a.name": "李四"})]


def test_a_base_of_another_timeline_overwrites_nothing(place, two):
    a, b = two
    id = str(uuid4())
    a.put("call", id, a_call())
    assert b.put("call", id, {"a.name": "李四"}, base=1, ep=str(uuid4()))["status"] == "conflict"
    assert b.put("call", id, {"a.name": "李四"}, base=9)["status"] == "conflict"  # forged
    assert place.record(id)["body"]["a.name"] == "王小明"


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=2)
)


@settings(max_examples=30, deadline=None)
@given(patch=st.dictionaries(st.text(max_size=5), _values, max_size=4))
def test_no_patch_stops_the_queue(raw, patch):
    id = str(uuid4())
    raw.put("call", id, a_call())
    op = raw.op("call", id, patch, base=1)
    try:
        (answer,) = raw.push(op)
    except psycopg.DataError:
        (answer,) = raw.push(json.dumps(json.loads(op) | {"k": "void"}, separators=(",", ":")))
    assert answer["status"] in {"applied", "conflict", "rejected"}
