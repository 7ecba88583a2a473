"""Who saw, copied, exported or printed numbers: taken once, from who did it, and touched by nobody."""

from contextlib import closing

import psycopg
import pytest
from psycopg import errors

from app.central import people
from app.records.accounts import Role
from tests.central import rig
from tests.faults.harness import sign_in

ID = "0192f0c1-2d3e-7abc-8def-0123456789ab"


def agent_of(place, session):
    return place.rows("SELECT agent FROM cc.session WHERE id = %s", session)[0]["agent"]


def an_access(place, opened, **said):
    return {
        "agent": agent_of(place, opened), "session": opened, "seat": "A03", "at": "2026-11-23T01:00:00+00:00",
        "deed": "reveal", "of": "call", "record": ID, "count": 1, "words": "", "whole": True,
    } | said  # fmt: skip


@pytest.fixture
def pair(place, seats):
    """Two seats, and at each an agent whose password central has checked."""
    here, there = seats(), seats()
    return (
        (here, sign_in(place, Role.AGENT, here.install)),
        (there, sign_in(place, Role.AGENT, there.install)),
    )


def test_it_reaches_every_other_seat_as_it_was_said(place, pair):
    (here, mine), (there, _) = pair
    said = an_access(place, mine)
    assert here.put("access", ID, said, s=mine)["status"] == "applied"
    assert [row["img"] for row in there.pull() if row["kind"] == "access"] == [said]


@pytest.mark.parametrize("patch", [{"deed": "print"}, {"note": "x"}, {"count": 1}, {"agent": "somebody"}])
def test_nobody_changes_one(place, pair, patch):
    (here, mine), (there, other) = pair
    said = an_access(place, mine)
    here.put("access", ID, said, s=mine)
    for seat, session in ((here, mine), (there, other)):
        for base in (0, 1):
            with pytest.raises(errors.DataError):
                seat.put("access", ID, patch, base, s=session)
            seat.n -= 1
    assert place.record(ID)["body"] == said
    assert place.record(ID)["ver"] == 1
    assert place.rows("SELECT 1 FROM cc.conflict") == []


def test_nobody_deletes_one_not_even_the_owner_of_the_tables(place, pair):
    (here, mine), _ = pair
    here.put("access", ID, an_access(place, mine), s=mine)
    with pytest.raises(errors.DataError):
        place.rows("DELETE FROM cc.record WHERE kind = 'access'")
    with pytest.raises(errors.DataError):
        place.rows("UPDATE cc.record SET body = '{}' WHERE kind = 'access'")
    assert place.record(ID)["body"]["deed"] == "reveal"


def test_nobody_says_one_in_the_name_of_another(place, pair):
    (here, mine), (_, others) = pair
    for forged in (
        an_access(place, mine, agent=agent_of(place, others)),
        an_access(place, others),
        an_access(place, mine, session=here.session),
        an_access(place, mine, session="x"),
    ):
        with pytest.raises(errors.DataError):
            here.put("access", ID, forged, s=mine)
        here.n -= 1
    assert place.rows("SELECT 1 FROM cc.record WHERE kind = 'access'") == []


def test_one_that_is_forged_holds_up_nothing_and_is_kept_as_refused(place, pair):
    (here, mine), (_, others) = pair
    forged = an_access(place, others)
    with pytest.raises(errors.DataError):
        here.put("access", ID, forged, s=mine)
    here.n -= 1
    void = here.op("access", ID, {}, k="void", why="an access by nobody here")
    call = here.op("call", "0192f0c1-2d3e-7abc-8def-0123456789ac", rig.a_call())
    assert [answer["status"] for answer in here.push(void, call)] == ["rejected", "applied"]


def test_what_was_done_at_a_seat_that_could_not_ask_comes_with_its_session(place, seats):
    seat, (agent, _) = seats(), place.agent()
    opened = {"agent": agent, "role": "agent", "install": seat.install, "since": "2026-11-23T01:00:00+00:00"}
    session = "0192f0c1-2d3e-7abc-8def-0123456789aa"
    said = an_access(place, sign_in(place, Role.AGENT, seat.install), agent=agent, session=session)
    bodies = seat.op("session", session, opened, s=session), seat.op("access", ID, said, s=session)
    assert [answer["status"] for answer in seat.push(*bodies)] == ["applied", "applied"]


def test_an_auditor_reads_them_and_a_seat_does_not(place, pair):
    (here, mine), _ = pair
    here.put("access", ID, an_access(place, mine, words="王** 138 **** 1234"), s=mine)
    with place.engine.begin() as connection:
        password = people.add_auditor(connection, place.database.replace("_", ""))
    with closing(place.login(f"audit_{place.database.replace('_', '')}", password)) as auditor:
        (row,) = auditor.execute("SELECT deed, record::text, words, whole FROM report.accesses").fetchall()
    assert row == ("reveal", ID, "王** 138 **** 1234", True)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        here.connection.execute("SELECT * FROM report.accesses")
