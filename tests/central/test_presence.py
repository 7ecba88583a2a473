"""Who is where as central knows it: what the seats say, what leads may see and ask."""

import pytest
from psycopg import errors

from app.records.accounts import Role
from tests.faults.harness import sign_in


@pytest.fixture
def pair(place, seats):
    """Two seats: at the first a lead, whose password central has checked."""
    here, there = seats(), seats()
    return here, there, sign_in(place, Role.LEAD, here.install)


def beat(seat, agent="a", state="ready", reason="", heard=()):
    query = "SELECT id, action, why, by_name FROM api.beat_v2(%s, %s, %s, %s::text[])"
    rows = seat.connection.execute(query, (agent, state, reason, list(heard))).fetchall()
    return [tuple(row.values()) for row in rows]


def floor(seat, session):
    query = "SELECT seat, agent, state, reason, since, heard_at FROM api.floor_v1(%s)"
    return [tuple(row.values()) for row in seat.connection.execute(query, (session,)).fetchall()]


def direct(seat, session, to, action="lock", why="客户投诉"):
    query = "SELECT api.direct_v1(%s, %s, %s, %s) AS id"
    return seat.connection.execute(query, (session, to, action, why)).fetchone()["id"]


def test_since_when_goes_on_while_nothing_changes_but_the_reason(pair):
    here, there, lead = pair
    beat(there, state="away")
    first = floor(here, lead)
    beat(there, state="away", reason="meal")
    second = floor(here, lead)
    assert [row[2:4] for row in second] == [("away", "meal")]
    assert second[0][4] == first[0][4]
    assert second[0][5] > first[0][5]
    beat(there, state="ready")
    ready = floor(here, lead)[0][4]
    assert ready > first[0][4]
    beat(there, agent="b", state="ready")
    assert floor(here, lead)[0][4] > ready


def test_how_somebody_needs_longer_after_a_call_is_one_stay_and_its_length_is_kept(place, pair):
    here, there, lead = pair
    beat(there, state="on_call")
    beat(there, state="wrap_up")
    first = floor(here, lead)
    beat(there, state="wrap_up", reason="long_record")
    second = floor(here, lead)
    assert [row[2:4] for row in (*first, *second)] == [("wrap_up", ""), ("wrap_up", "long_record")]
    assert second[0][4] == first[0][4]
    id = "0192f0c1-2d3e-7abc-8def-0123456789ac"
    said = {"agent": "a", "seat": "A01", "state": "wrap_up", "since": "x", "at": "x", "source": "telephony"}
    assert there.put("presence", id, {**said, "allowed": 60})["status"] == "applied"
    assert place.record(id)["body"]["allowed"] == 60


def test_a_beat_is_of_one_moment(pair):
    here, there, lead = pair
    for turn in range(60):  # by two looks at the clock one in ten stood so before it was heard
        beat(there, state=("ready", "away")[turn % 2])
        ((*_, since, heard_at),) = floor(here, lead)
        assert since == heard_at


@pytest.mark.parametrize("role", [Role.AGENT, Role.QA])
def test_nobody_but_a_lead_sees_the_floor_or_asks_anything(place, seats, role):
    seat = seats()
    session = sign_in(place, role, seat.install)
    for ask in (lambda: floor(seat, session), lambda: direct(seat, session, seat.code)):
        with pytest.raises(errors.InsufficientPrivilege):
            ask()


def test_a_leads_session_is_good_at_their_own_seat_alone(pair):
    here, there, lead = pair
    assert floor(here, lead) == []
    with pytest.raises(errors.InsufficientPrivilege):
        floor(there, lead)


def test_a_session_the_seat_made_up_is_nobodys(place, pair):
    here, _, lead = pair
    place.rows("UPDATE cc.session SET confirmed = false WHERE id = %s", lead)
    with pytest.raises(errors.InsufficientPrivilege):
        floor(here, lead)


def test_a_dismissed_lead_asks_nothing_any_more(place, pair):
    here, there, lead = pair
    place.rows("UPDATE cc.agent SET active = false")
    with pytest.raises(errors.InsufficientPrivilege):
        direct(here, lead, there.code)


def test_a_word_reaches_the_seat_until_it_was_heard_and_says_whose_it_is(place, pair):
    here, there, lead = pair
    told = direct(here, lead, there.code)
    assert beat(here) == []
    (row,) = beat(there)
    assert row[:3] == (told, "lock", "客户投诉")
    assert row[3].endswith("王小明")
    assert len(beat(there)) == 1
    assert beat(there, heard=[told]) == []
    assert place.rows("SELECT done_at IS NOT NULL AS done FROM cc.directive") == [{"done": True}]


def test_a_seat_hears_no_word_by_saying_it_has_heard_anothers(pair):
    here, there, lead = pair
    told = direct(here, lead, there.code)
    beat(here, heard=[told])
    assert len(beat(there)) == 1


def test_a_word_nobody_waits_for_any_more_is_not_said(place, pair):
    here, there, lead = pair
    direct(here, lead, there.code)
    place.rows("UPDATE cc.directive SET at = at - interval '11 min'")
    assert beat(there) == []


@pytest.mark.parametrize(("action", "why"), [("erase", "x"), ("lock", ""), ("lock", "x" * 201)])
def test_what_is_no_word_is_refused(pair, action, why):
    here, there, lead = pair
    with pytest.raises(errors.CheckViolation):
        direct(here, lead, there.code, action, why)


def test_a_word_to_no_seat_is_refused(pair):
    here, _, lead = pair
    with pytest.raises(errors.InvalidParameterValue):
        direct(here, lead, "Z99")


def test_a_presence_is_never_changed_afterwards(place, seats):
    seat = seats()
    id = "0192f0c1-2d3e-7abc-8def-0123456789ab"
    said = {"agent": "a", "seat": "A01", "state": "away", "since": "x", "at": "x", "source": "key"}
    assert seat.put("presence", id, said)["status"] == "applied"
    answer = seat.push(seat.op("presence", id, {"state": "ready"}, 1))[0]
    assert place.record(id)["body"]["state"] == "away", answer
