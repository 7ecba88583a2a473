"""What telephones told and what is owed: word by word, ended by who was here, unsaid by nobody."""

from uuid import uuid4

import pytest
from psycopg import errors

from app.records.accounts import Role
from tests.central.admin import Admin
from tests.faults.harness import sign_in

AT, LATER = "2026-11-23T01:00:00.000000+00:00", "2026-11-23T01:05:00.000000+00:00"
PHONE = "+8613912345678"


def a_ring(**said):
    return {"seat": "A03", "heard_at": AT, "number": PHONE, "line": "2", "ref": "pbx-1", "rang_at": AT} | said


def a_callback(**said):
    told = {
        "why": "missed",
        "owed_at": AT,
        "due_at": LATER,
        "number": PHONE,
        "line": "",
        "after_hours": False,
    }
    return told | {"tries": []} | said


@pytest.fixture
def pair(place, seats):
    """Two seats, and at each an agent whose password central has checked."""
    here, there = seats(), seats()
    sessions = [sign_in(place, Role.AGENT, each.install) for each in (here, there)]
    agents = [place.rows("SELECT agent FROM cc.session WHERE id = %s", each)[0]["agent"] for each in sessions]
    return (here, sessions[0], agents[0]), (there, sessions[1], agents[1])


def refused(seat, kind, id, patch, base, session):
    with pytest.raises(errors.DataError):
        seat.put(kind, id, patch, base, s=session)
    seat.n -= 1


def test_a_ring_is_told_word_by_word_and_what_was_told_stays(place, pair):
    (here, mine, _), (there, others, _) = pair
    ring = str(uuid4())
    assert here.put("ring", ring, a_ring(), s=mine)["status"] == "applied"
    assert here.put("ring", ring, {"answered_at": AT, "ended_at": LATER}, 1, s=mine)["status"] == "applied"
    assert (
        there.put("ring", ring, {"answered_at": LATER, "number": "110"}, 2, s=others)["status"] == "conflict"
    )
    body = place.record(ring)["body"]
    assert (body["answered_at"], body["ended_at"], body["number"]) == (AT, LATER, PHONE)
    assert body in [row["img"] for row in there.pull() if row["kind"] == "ring"]


def test_a_callback_is_taken_tried_and_done_and_never_vanishes(place, pair):
    (here, mine, me), (there, others, they) = pair
    owed = str(uuid4())
    here.put("callback", owed, a_callback(), s=mine)
    here.put("callback", owed, {"handler": me, "tries": [{"id": "1", "outcome": "no_answer"}]}, 1, s=mine)
    # Away from each other both try it, and both end it: the first stands, no attempt is lost.
    there.put("callback", owed, {"tries": [{"id": "2", "outcome": "reached"}]}, 1, s=others)
    ended = {"outcome": "reached", "done_at": LATER}
    assert there.put("callback", owed, ended | {"done_by": they}, 1, s=others)["status"] == "merged"
    assert (
        here.put("callback", owed, {"outcome": "refused", "done_by": me}, 2, s=mine)["status"] == "conflict"
    )
    body = place.record(owed)["body"]
    assert [each["id"] for each in body["tries"]] == ["1", "2"]
    assert (body["outcome"], body["done_by"], body["handler"]) == ("reached", they, me)
    for statement in (
        "DELETE FROM cc.record WHERE kind IN ('ring', 'callback')",
        "UPDATE cc.record SET body = body - 'outcome' WHERE kind = 'callback'",
        "UPDATE cc.record SET body = body || '{\"due_at\": \"2027\"}' WHERE kind = 'callback'",
        "UPDATE cc.record SET body = body || '{\"tries\": []}' WHERE kind = 'callback'",
    ):
        with pytest.raises(errors.DataError):
            place.rows(statement)


def test_nobody_ends_one_in_the_name_of_who_is_elsewhere(place, pair):
    (here, mine, me), (_, _, they) = pair
    owed = str(uuid4())
    here.put("callback", owed, a_callback(), s=mine)
    for forged in (they, "nobody", "' OR 1=1 --"):
        refused(here, "callback", owed, {"outcome": "reached", "done_by": forged}, 1, mine)
    assert here.put("callback", owed, {"outcome": "reached", "done_by": me}, 1, s=mine)["status"] == "applied"


def test_of_an_erased_number_neither_a_ring_nor_a_callback_says_any_more(place, pair):
    (here, mine, me), _ = pair
    ring, owed = str(uuid4()), str(uuid4())
    note = [{"id": "1", "by": me, "outcome": "no_answer", "note": "赵铁柱不在"}]
    here.put("callback", owed, a_callback(tries=note), s=mine)
    here.put("ring", ring, a_ring(callback=owed, missed_at=AT), s=mine)
    Admin(place).json("erase", "--phone", "139 1234 5678", "--basis", "申请 2026-17", "--yes")
    bodies = [place.record(each)["body"] for each in (ring, owed)]
    assert bodies[0]["missed_at"] == AT
    assert bodies[1]["due_at"] == LATER
    everything = place.rows("SELECT string_agg(x::text, '|') AS t FROM cc.record x")[0]["t"]
    assert "13912345678" not in everything
    assert "赵铁柱" not in everything
