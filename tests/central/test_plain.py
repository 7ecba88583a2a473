"""What is taken all at once, creations and changes, leaves what one by one would have left."""

from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.central import scripts
from tests.central import rig

# The two centrals go on from example to example: once they differ they always do, and nothing gets shorter.
PLAYED = settings(
    deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
TRACES = {
    "record": (  # a stamp for all fields of a creation is as good as one for each
        "SELECT kind, id, ver, body, (SELECT jsonb_object_agg(f, coalesce(fv -> f, fv -> '*') - 3)"
        " FROM jsonb_object_keys(body) AS f) AS fv, scope, epoch_ver FROM cc.record"
        " WHERE kind <> 'conflict' ORDER BY kind, id"
    ),
    "feed": "SELECT kind, id, ver, img, scope FROM cc.change_log WHERE kind <> 'conflict' ORDER BY xid, seq",
    "log": (
        "SELECT seat_seq, op_id, session, confirmed, kind, id, body, chain, status, ver, fields, reason"
        " FROM cc.op_log ORDER BY seat_id, seat_seq"
    ),
    "rejected": "SELECT op_id, why, body FROM cc.rejected ORDER BY seat_id, op_id",
    "conflict": "SELECT op_id, field, lost, kept FROM cc.conflict ORDER BY seat_id, op_id, field",
    "seat": "SELECT last_seq, chain FROM cc.seat ORDER BY seat_id",
}


@pytest.fixture(scope="module")
def both(server):
    """The same seat at two centrals: one of today, one of the first revision, that takes op after op, but by
    the rules of today."""
    today, first = rig.Place(server), rig.Place(server)
    rig.take_back(first, "0001")
    with first.engine.begin() as connection:
        scripts.put_back(connection, "0029_orders", "cc.merge_rank")
    back = "UPDATE cc.merge_rule SET data = data || %s::jsonb WHERE kind = 'order' AND field = 'state'"
    first.rows(back, '{"back": true}')
    pair = []
    for place in (today, first):
        place.rows("UPDATE cc.epoch SET epoch = '00000000-0000-4000-8000-000000000001'")
        pair.append(place.seat())
    yield today, first, *pair
    for seat in pair:
        seat.close()
    today.drop()
    first.drop()


@pytest.fixture(scope="module")
def others(both):
    """Another seat, at each of the two."""
    pair = [place.seat() for place in both[:2]]
    yield pair
    for seat in pair:
        seat.close()


def _lead_at(*seats) -> str:
    """Open a session of a lead at each seat, whose password central has checked."""
    lead = str(uuid4())
    for place, seat in seats:
        place.rows(
            "INSERT INTO cc.session (tenant, id, agent, role, install, seat_id, confirmed)"
            " VALUES (1, %s, 'a', 'lead', %s, 1, true)",
            lead,
            seat.install,
        )
    return lead


def _traces(place) -> dict:
    return {name: place.rows(query) for name, query in TRACES.items()}


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["call", "order", "customer", "session", "nonsense"]),
        st.integers(0, 3),  # which record
        st.sampled_from(["whole", "part", "null", "again", "void"]),
        st.booleans(),  # in a session of a lead whose password central has checked
    ),
    min_size=1,
    max_size=14,
)
_WHOLE = {
    "call": rig.a_call(),
    "order": rig.an_order(case="c"),
    "customer": {
        "name": "王小明",
        "phones": ["+8613800001234"],
        "addresses": [],
        "created_at": "x",
        "seen_at": "x",
    },
    "session": {"agent": "a", "role": "agent", "since": "x"},
    "nonsense": {"a": 1},
}


@given(STEPS)
@settings(PLAYED, max_examples=25)
def test_a_batch_leaves_the_same_traces_and_answers_as_its_ops_one_by_one(both, steps):
    today, first, quick, slow = both
    slow.n = quick.n
    lead = _lead_at((today, quick), (first, slow))
    records, ops = [str(uuid4()) for _ in range(4)], []
    for kind, which, how, by_lead in steps:
        if how == "again" and ops:
            ops.append(ops[-1])
            continue
        patch = _WHOLE[kind] if how != "part" else {"a.name": "李四"}
        patch = {**patch, "a.note": None} if how == "null" else patch
        header = {"s": lead} if by_lead else {}
        ops.append(
            quick.op(kind, records[which], patch, **header, **({"k": "void"} if how == "void" else {}))
        )
    slow.n = quick.n
    assert quick.push(*ops) == [slow.push(op)[0] for op in ops]
    here, there = _traces(today), _traces(first)
    for name in TRACES:
        assert here[name] == there[name], name


# What a change may say, by kind: what the rules know and what they leave to the first, equal, other, none.
_PARTS = {
    "call": [
        {"a.name": "李四"}, {"a.name": "王小明"}, {"a.address": "x"}, {"a.address": None}, {"handler": "b"},
        {"saved_at": "2026-11-22T02"}, {"saved_at": "2025"}, {"a.address": "y", "a.name": "z"},
        {"number": "x"}, {"x" * 262144: 1}, {},
    ],
    "order": [
        {"state": "done"}, {"state": "open"}, {"state": "?"}, {"team": "west"}, {"urgent": True},
        {"team": "south", "state": "onsite"}, {"urgent": False}, {"due_at": "x"},
    ],
    "customer": [{"phones": ["1"]}, {"phones": []}, {"seen_at": "z"}, {"seen_at": "a"}, {"created_at": "y"}],
    "slip": [{"prints": [1]}, {"prints": [2, 1]}, {"prints": "x"}, {"void": True}, {"void": False}],
}  # fmt: skip
_WHOLE["slip"] = {"number": "PT-00001-X", "order": "o"}
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(sorted(_PARTS)),
        st.integers(0, 1),  # which record
        st.integers(0, 10),  # which part
        st.sampled_from([0, 1, 2, 9, -3]),  # so many versions behind; 9: from nothing
        st.sampled_from(["", "", "lead", "session", "epoch", "verb", "again"]),
    ),
    max_size=10,
)


@given(st.lists(CHANGES, min_size=2, max_size=5))
@settings(PLAYED, max_examples=40)
def test_changes_of_two_seats_come_out_as_one_by_one(both, others, batches):
    today, first, *pair = both
    ids = {(kind, which): str(uuid4()) for kind in _PARTS for which in (0, 1)}
    lead = _lead_at((today, pair[0]), (first, pair[1]))
    batches.insert(0, [(kind, which, -1, 9, "") for kind, which in ids])
    for n, batch in enumerate(batches):
        quick, slow = (pair, others)[n % 2]
        slow.n, ops = quick.n, []
        versions = {row["id"]: row["ver"] for row in today.rows("SELECT id::text, ver FROM cc.record")}
        for kind, which, part, behind, word in batch:
            if word == "again" and ops:
                ops.append(ops[-1])
                continue
            patch = _WHOLE[kind] if part < 0 else _PARTS[kind][part % len(_PARTS[kind])]
            header = {"lead": {"s": lead}, "session": {"s": "?"}, "epoch": {"ep": "x"}, "verb": {"k": "x"}}
            record = ids[kind, which]
            base = max(versions.get(record, 0) - behind, 0)
            ops.append(quick.op(kind, record, patch, base, **header.get(word, {})))
        slow.n = quick.n
        if ops:
            assert quick.push(*ops) == [slow.push(op)[0] for op in ops]
    here, there = _traces(today), _traces(first)
    for name in TRACES:
        assert here[name] == there[name], name


def test_what_another_seat_made_first_is_merged_and_not_made_again(place, seats):
    a, b = seats(), seats()
    id, other = str(uuid4()), str(uuid4())
    a.put("call", id, rig.a_call())
    answers = b.push(b.op("call", other, rig.a_call()), b.op("call", id, rig.a_call(**{"a.name": "李四"})))
    assert [(r["status"], r["fields"]) for r in answers] == [("applied", []), ("conflict", ["a.name"])]
    assert place.record(id)["body"]["a.name"] == "王小明"


def test_a_batch_of_two_hundred_comes_back_in_its_order(seats):
    seat = seats()
    ops = [seat.op("call", str(UUID(int=n + (7 << 76) + (2 << 62))), rig.a_call()) for n in range(200, 0, -1)]
    assert [r["op"] for r in seat.push(*ops)] == [op.split('"')[3] for op in ops]
    told = seat.pull()
    assert [row["id"] for row in told] == [op.split('"id":"')[1][:36] for op in ops]


def test_a_field_that_would_stamp_all_the_others_is_refused(place, seats):
    seat = seats()
    answers = seat.push(
        seat.op("call", str(uuid4()), rig.a_call(**{"*": 1})), seat.op("call", str(uuid4()), rig.a_call())
    )
    assert [(r["status"], r["reason"]) for r in answers] == [("rejected", "bad_patch"), ("applied", "")]


def test_a_creation_is_stamped_once_and_only_for_its_own_fields(place, seats):
    a, b = seats(), seats()
    id = str(uuid4())
    a.put("call", id, rig.a_call(**{"a.name": "王小明"}))
    assert list(place.record(id)["fv"]) == ["*"]
    # Both began from nothing: the name stands against a's, the address against nobody's.
    told = b.put("call", id, rig.a_call(**{"a.name": "李四", "a.address": "滨江区"}))
    assert (told["status"], told["fields"]) == ("conflict", ["a.name"])
    assert place.record(id)["body"]["a.address"] == "滨江区"


@pytest.mark.parametrize(
    "text",
    ["0192f0c1-2d3e-7abc-8def-0123456789a", "0192f0c1-2d3e-7abc-8def-0123456789ag", "-" * 36,
     "0192F0C1-2D3E-7ABC-8DEF-0123456789AB", "0192f0c12-d3e-7abc-8def-0123456789ab", ""],
)  # fmt: skip
def test_only_a_uuid_as_we_write_it_is_one(place, text):
    assert place.rows("SELECT cc.is_uuid(%s) AS it", text) == [{"it": False}]
    assert place.rows("SELECT cc.is_uuid(%s) AS it", str(uuid4())) == [{"it": True}]
