"""What became of a slip: taken once, from who did it, touched by nobody; and what an erasure leaves of it."""

from contextlib import closing

import psycopg
import pytest
from psycopg import errors

from app.central import people
from app.records.accounts import Role
from tests.central.admin import Admin
from tests.central.test_erase import Case, erased
from tests.faults.harness import sign_in

ID = "0192f0c1-2d3e-7abc-8def-0123456789ab"
SLIP = "0192f0c1-2d3e-7abc-8def-0123456789ac"
OTHER = "0192f0c1-2d3e-7abc-8def-0123456789ad"


def agent_of(place, session):
    return place.rows("SELECT agent FROM cc.session WHERE id = %s", session)[0]["agent"]


def a_print(place, opened, **said):
    return {
        "slip": SLIP, "fate": "void", "at": "2026-11-23T01:00:00+00:00", "agent": agent_of(place, opened),
        "session": opened, "seat": "A03", "n": 1, "sets": 0, "copies": [], "other": OTHER,
        "reason": "王小明改了地址",
    } | said  # fmt: skip


@pytest.fixture
def admin(place):
    return Admin(place)


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
    said = a_print(place, mine)
    assert here.put("print", ID, said, s=mine)["status"] == "applied"
    assert [row["img"] for row in there.pull() if row["kind"] == "print"] == [said]


@pytest.mark.parametrize("patch", [{"fate": "print"}, {"note": "x"}, {"n": 1}, {"reason": ""}])
def test_nobody_changes_one(place, pair, patch):
    (here, mine), (there, other) = pair
    said = a_print(place, mine)
    here.put("print", ID, said, s=mine)
    for seat, session in ((here, mine), (there, other)):
        for base in (0, 1):
            with pytest.raises(errors.DataError):
                seat.put("print", ID, patch, base, s=session)
            seat.n -= 1
    assert place.record(ID)["body"] == said
    assert place.record(ID)["ver"] == 1


def test_nobody_deletes_one_not_even_the_owner_of_the_tables(place, pair):
    (here, mine), _ = pair
    here.put("print", ID, a_print(place, mine), s=mine)
    with pytest.raises(errors.DataError):
        place.rows("DELETE FROM cc.record WHERE kind = 'print'")
    with pytest.raises(errors.DataError):
        place.rows("UPDATE cc.record SET body = '{}' WHERE kind = 'print'")
    assert place.record(ID)["body"]["fate"] == "void"


def test_nobody_says_one_in_the_name_of_another(place, pair):
    (here, mine), (_, others) = pair
    for forged in (
        a_print(place, mine, agent=agent_of(place, others)),
        a_print(place, others),
        a_print(place, mine, session=here.session),
        a_print(place, mine, session="x"),
    ):
        with pytest.raises(errors.DataError):
            here.put("print", ID, forged, s=mine)
        here.n -= 1
    assert place.rows("SELECT 1 FROM cc.record WHERE kind = 'print'") == []


def test_of_a_slip_it_is_told_for_ever_which_one_it_stands_for(place, pair):
    (here, mine), (there, other) = pair
    here.put("slip", SLIP, {"number": "PA03-2", "order": ID, "replaces": OTHER}, s=mine)
    assert there.put("slip", SLIP, {"replaces": ID}, 1, s=other)["status"] != "applied"
    assert place.record(SLIP)["body"]["replaces"] == OTHER


def test_an_auditor_reads_them_and_a_seat_does_not(place, pair):
    (here, mine), _ = pair
    here.put("print", ID, a_print(place, mine), s=mine)
    with place.engine.begin() as connection:
        password = people.add_auditor(connection, place.database.replace("_", ""))
    with closing(place.login(f"audit_{place.database.replace('_', '')}", password)) as auditor:
        (row,) = auditor.execute("SELECT slip, fate, n, other FROM report.prints").fetchall()
    assert row == (SLIP, "void", 1, OTHER)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        here.connection.execute("SELECT * FROM report.prints")


def test_of_an_erased_persons_slip_only_the_reason_goes(place, admin, seats):
    seat = seats()
    mine, person = sign_in(place, Role.AGENT, seat.install), Case(seat)
    said = a_print(place, mine, slip=person.slip)
    seat.put("print", ID, said, s=mine)
    assert erased(admin, person)["records"]["print"] == 1
    assert place.record(ID)["body"] == {name: value for name, value in said.items() if name != "reason"}
