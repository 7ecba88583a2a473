"""One agent at two seats: asked about over their own login, found out afterwards from what the seats say."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import psycopg
import pytest
from psycopg import errors

from tests.central import rig
from tests.central.test_presence import beat

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@pytest.fixture
def pair(place, seats):
    """Two seats, and an agent's id and number."""
    return seats(), seats(), *place.agent()


@pytest.fixture
def come(place, pair):
    """Sign in over the agent's own login at a seat; return the session and where else they are."""

    def come(seat, way="ask", no=None):
        query = "SELECT agent, session, elsewhere FROM api.sign_in_v2(%s, %s)"
        with closing(place.login(f"agent_{no or pair[3]}", rig.PASSWORD)) as door:
            agent, session, elsewhere = door.execute(query, (seat.install, way)).fetchone()
        assert (agent is None) == (session is None) == (elsewhere is not None)
        return session, elsewhere

    return come


def overlaps(place):
    rows = place.rows("SELECT body FROM cc.record WHERE kind = 'overlap' ORDER BY body ->> 'since'")
    return [row["body"] for row in rows]


def said(seat, agent, state, minutes, at=None):
    """Have *seat* push that *agent* was in *state* since so many minutes after nine."""
    since = (AT + timedelta(minutes=minutes)).isoformat(timespec="microseconds")
    told = {"agent": agent, "seat": seat.code, "state": state, "since": since, "at": since, "source": "key"}
    return seat.put("presence", str(uuid4()), told)


def test_who_works_nowhere_else_comes_in(pair, come):
    here, there, agent, _ = pair
    for state in ("away", "offline"):
        beat(there, agent, state)
        assert come(here)[1] is None
    beat(there, "somebody else")
    assert come(here)[1] is None


def test_who_works_at_another_seat_is_asked_and_nothing_is_opened_or_locked(place, pair, come):
    here, there, agent, _ = pair
    beat(there, agent)
    before = place.rows("SELECT count(*) AS n FROM cc.session")
    _, elsewhere = come(here)
    assert elsewhere["seat"] == there.code
    assert datetime.fromisoformat(elsewhere["since"]).tzinfo
    assert place.rows("SELECT count(*) AS n FROM cc.session") == before
    assert beat(there, agent) == []
    assert overlaps(place) == []


def test_the_first_is_displaced_on_their_word_and_both_seats_are_logged(place, pair, come):
    here, there, agent, no = pair
    beat(there, agent)
    session, elsewhere = come(here, "displace")
    assert session["agent"] == agent
    assert elsewhere is None
    (row,) = beat(there, agent)
    assert row[1:] == ("displace", here.code, f"{no} 王小明")
    assert place.rows("SELECT by_agent, why FROM cc.directive") == [{"by_agent": agent, "why": here.code}]
    (told,) = overlaps(place)
    assert (told["agent"], told["first"], told["second"]) == (agent, there.code, here.code)
    assert told["outcome"] == "displaced"


def test_a_rule_that_refuses_is_logged_too(place, pair, come):
    here, there, agent, _ = pair
    beat(there, agent)
    assert come(here, "refuse")[1]["seat"] == there.code
    assert beat(there, agent) == []
    assert [told["outcome"] for told in overlaps(place)] == ["refused"]


def test_who_locked_another_seat_is_not_asked_but_has_to_sign_in_there_again(place, pair, come):
    here, there, agent, _ = pair
    beat(there, agent, "away")
    assert come(here)[0]
    assert [row[1] for row in beat(there, agent, "away")] == ["displace"]
    assert overlaps(place) == []


def test_a_seat_that_was_not_heard_of_is_nobodys_to_displace(place, pair, come):
    here, there, agent, _ = pair
    beat(there, agent)
    place.rows("UPDATE cc.pulse SET at = at - interval '1 min'")
    assert come(here)[1] is None
    assert beat(there, agent) == []


def test_their_own_seat_is_not_another(pair, come):
    here, _, agent, _ = pair
    beat(here, agent)
    assert come(here)[1] is None


def test_joining_and_another_password_look_for_nobody(pair, come):
    here, there, agent, _ = pair
    beat(there, agent)
    assert come(here, "")[0]
    assert beat(there, agent) == []


def test_nobody_learns_where_others_are_nor_displaces_them(place, pair, come):
    here, there, agent, _ = pair
    beat(there, agent)
    _, stranger = place.agent()
    assert come(here, "ask", stranger)[1] is None
    assert come(here, "displace", stranger)[0]
    assert beat(there, agent) == []
    for seat in (here, there):
        with pytest.raises(errors.InsufficientPrivilege):
            seat.connection.execute("SELECT * FROM api.sign_in_v2(%s, 'displace')", (seat.install,))
    with pytest.raises(psycopg.OperationalError):
        place.login(f"agent_{pair[3]}", "a wrong password")


@pytest.fixture
def waiting(place, pair):
    """Sign in at a seat on a thread of its own, which waits for somebody; return what will be answered."""
    with ThreadPoolExecutor() as threads:

        def waiting(seat, way, pid):
            door = place.login(f"agent_{pair[3]}", rig.PASSWORD)
            query = "SELECT session, elsewhere FROM api.sign_in_v2(%s, %s)"
            coming = threads.submit(lambda: door.execute(query, (seat.install, way)).fetchone())
            coming.add_done_callback(lambda _: door.close())
            blocked = "SELECT %s = ANY (pg_blocking_pids(%s)) AS is_blocked"
            while not place.rows(blocked, pid, door.info.backend_pid)[0]["is_blocked"]:
                assert not coming.done(), "nobody was waited for"
            return coming

        yield waiting


@pytest.mark.parametrize("way", ["ask", "displace", "refuse"])
def test_of_two_who_come_in_at_the_same_moment_the_second_hears_of_the_first(place, pair, waiting, way):
    here, there, agent, no = pair
    query = "SELECT session FROM api.sign_in_v2(%s, %s)"
    with closing(place.login(f"agent_{no}", rig.PASSWORD)) as door:
        with door.transaction():  # both at once, for as long as it is open
            assert door.execute(query, (here.install, way)).fetchone()[0]
            second = waiting(there, way, door.info.backend_pid)
        session, elsewhere = second.result(10)
    if way == "displace":
        assert session["agent"] == agent
        assert [row[1] for row in beat(here, agent)] == ["displace"]
    else:
        assert session is None
        assert elsewhere["seat"] == here.code
    outcomes = {"ask": [], "displace": ["displaced"], "refuse": ["refused"]}
    assert [told["outcome"] for told in overlaps(place)] == outcomes[way]


@pytest.mark.parametrize("said", ["offline", "away", "somebody else"])
def test_who_has_said_since_that_they_do_not_work_there_is_not_asked(pair, come, said):
    here, there, agent, _ = pair
    assert come(there)[0]
    beat(there, agent if said == "away" else "b", "ready" if said == "somebody else" else said)
    assert come(here)[1] is None


def test_a_late_word_of_whoever_had_locked_that_seat_says_nothing_of_who_has_come_in(pair, come):
    here, there, _, _ = pair
    assert come(there)[0]
    beat(there, "whoever locked it", "away")
    assert come(here)[1]["seat"] == there.code


def test_a_sign_in_nothing_came_of_is_over_after_a_while(place, pair, come):
    here, there, _, _ = pair
    assert come(there)[0]
    place.rows("UPDATE cc.session SET since = since - interval '1 min'")
    assert come(here)[1] is None


@pytest.mark.parametrize("way", ["force", "ASK", "'; --"])
def test_no_other_way_in(pair, come, way):
    with pytest.raises(errors.InvalidParameterValue):
        come(pair[0], way)


# -- afterwards --


def test_two_seats_that_were_offline_are_found_out_when_both_have_sent(place, pair):
    here, there, agent, _ = pair
    for minutes, state in ((0, "ready"), (20, "busy"), (40, "ready"), (90, "away")):
        said(here, agent, state, minutes)
    assert overlaps(place) == []
    for minutes, state in ((30, "ready"), (60, "offline")):
        said(there, agent, state, minutes)
    (told,) = overlaps(place)
    assert (told["agent"], told["first"], told["second"]) == (agent, here.code, there.code)
    assert told["outcome"] == "both"
    times = [datetime.fromisoformat(told[name]) - AT for name in ("since", "until")]
    assert times == [timedelta(minutes=30), timedelta(minutes=60)]


@pytest.mark.parametrize("state", ["on_call", "wrap_up"])
def test_who_talks_or_writes_after_a_call_works(place, pair, state):
    here, there, agent, _ = pair
    for seat, minutes, word in (
        (here, 0, state),
        (here, 60, "away"),
        (there, 30, state),
        (there, 90, "away"),
    ):
        said(seat, agent, word, minutes)
    (told,) = overlaps(place)
    times = [datetime.fromisoformat(told[name]) - AT for name in ("since", "until")]
    assert times == [timedelta(minutes=30), timedelta(minutes=60)]


def test_each_seat_after_the_other_is_no_overlap(place, pair):
    here, there, agent, _ = pair
    for seat, minutes, state in (
        (here, 0, "ready"), (here, 30, "away"), (there, 30.5, "ready"), (there, 60, "away"),
        (here, 60, "ready"),
    ):  # fmt: skip
        said(seat, agent, state, minutes)
    assert overlaps(place) == []


def test_what_goes_on_counts_as_long_as_the_seat_was_heard_of(place, pair):
    here, there, agent, _ = pair
    said(here, agent, "ready", 0)  # and then its power went
    said(there, agent, "ready", 30)
    said(there, agent, "away", 60)
    assert overlaps(place) == []
    beat(here, agent)
    said(there, agent, "ready", 61)
    assert len(overlaps(place)) == 1


def test_the_same_is_told_once_and_grows(place, pair):
    here, there, agent, _ = pair
    beat(here, agent)
    beat(there, agent)
    said(here, agent, "ready", 0)
    said(there, agent, "ready", 30)
    first = overlaps(place)
    said(here, agent, "away", 90)
    said(there, agent, "away", 80)
    assert len(first) == len(overlaps(place)) == 1


def test_the_time_one_seat_takes_to_hear_of_the_other_is_no_overlap(place, pair):
    here, there, agent, _ = pair
    for seat, minutes, state in ((here, 0, "ready"), (there, 30, "ready"), (here, 30.9, "away")):
        said(seat, agent, state, minutes)
    said(there, agent, "away", 60)
    assert overlaps(place) == []


@pytest.mark.parametrize("since", ["31.02. at noon", "", "infinity"])
def test_a_time_that_is_none_stops_no_push(place, pair, since):
    here, _, agent, _ = pair
    told = {"agent": agent, "seat": here.code, "state": "ready", "since": since, "at": since, "source": "key"}
    assert here.put("presence", str(uuid4()), told)["status"] == "applied"
    assert overlaps(place) == []


def test_a_seat_makes_no_overlap_but_a_lead_sees_to_one(place, pair):
    here, there, agent, _ = pair
    told = {"agent": agent, "first": "A", "second": "B", "since": "x", "until": "x", "outcome": "both"}
    assert here.put("overlap", str(uuid4()), told)["reason"] == "pull_only"
    for seat in (here, there):
        said(seat, agent, "ready", 0)
        said(seat, agent, "away", 30)
    (row,) = place.rows("SELECT id::text, ver FROM cc.record WHERE kind = 'overlap'")
    seen = "2026-11-20T10:00:00.000000+00:00"
    assert here.put("overlap", row["id"], {"seen_at": seen}, row["ver"])["status"] == "applied"
    here.put("overlap", row["id"], {"first": "Z"}, row["ver"] + 1)
    (body,) = overlaps(place)
    assert (body["seen_at"], body["first"] == "Z") == (seen, False)
