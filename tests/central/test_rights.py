"""What a seat, or an agent, cannot do with their own login and psql."""

from contextlib import closing
from uuid import uuid4

import psycopg
import pytest

from app.records.accounts import Role
from tests.central.rig import PASSWORD, RawSeat, a_call

DENIED = psycopg.errors.InsufficientPrivilege


def test_every_door_is_opened_by_the_owner_and_looks_nowhere_else(place):
    for row in place.rows("SELECT * FROM pg_proc WHERE pronamespace = 'api'::regnamespace"):
        assert row["prosecdef"]
        looks = [each for each in row["proconfig"] if not each.startswith(("enable_", "jit=", "plan_"))]
        assert looks == ["search_path=cc, pg_catalog, pg_temp"]
    owners = place.rows("SELECT DISTINCT tableowner AS o FROM pg_tables WHERE schemaname = 'cc'")
    assert owners == [{"o": "cc_owner"}]
    assert place.rows("SELECT rolcanlogin AS l FROM pg_roles WHERE rolname = 'cc_owner'") == [{"l": False}]


def test_an_agent_may_sign_in_and_nothing_else(place):
    _, no = place.agent()
    with closing(place.login(f"agent_{no}", PASSWORD)) as door:
        for statement in (
            "SELECT * FROM api.push_v1('', '{}')",
            "SELECT * FROM api.pull_v1('', '0', 0, 1)",
            "SELECT * FROM api.hello_v1('x', 1, 0)",
            "SELECT * FROM cc.agent",
        ):
            with pytest.raises(DENIED):
                door.execute(statement)


def test_an_agent_who_has_left_cannot_sign_in(place):
    _, no = place.agent()
    place.rows("UPDATE cc.agent SET active = false")
    with closing(place.login(f"agent_{no}", PASSWORD)) as door, pytest.raises(DENIED):
        door.execute("SELECT * FROM api.sign_in_v1('x')")


def test_a_seat_is_one_install(seats):
    seat = seats()
    with pytest.raises(DENIED):
        seat.hello(install=uuid4().hex)
    with pytest.raises(DENIED):
        seat.hello(install="")


def test_an_old_copy_of_a_seat_is_not_let_in(seats):
    seat = seats()
    seat.put("call", str(uuid4()), a_call())
    for words in ({"last_n": 0}, {"generation": 0}):
        with pytest.raises(psycopg.Error) as copy:
            seat.hello(**words)
        assert copy.value.sqlstate == "CC005"


def test_a_seat_says_hello_before_it_pushes(seats, place):
    seat = seats(hello=False)
    epoch = place.rows("SELECT epoch::text FROM cc.epoch")[0]["epoch"]
    with pytest.raises(DENIED):
        seat.push(seat.op("call", str(uuid4()), a_call()), epoch=epoch)


def test_a_seat_switched_off_hears_and_says_nothing(place, seats):
    seat = seats()
    place.rows("UPDATE cc.seat SET active = false")
    for ask in (seat.pull, seat.hello, lambda: seat.push(seat.op("call", str(uuid4()), a_call()))):
        with pytest.raises(DENIED):
            ask()


def test_a_seat_cannot_act_for_somebody_who_signed_in_elsewhere(place, seats):
    here, there = seats(), seats()
    _, no = place.agent(Role.LEAD)
    with closing(place.login(f"agent_{no}", PASSWORD)) as door:
        (session,) = door.execute("SELECT session FROM api.sign_in_v1(%s)", (there.install,)).fetchone()
    answer = here.put("call", str(uuid4()), a_call(), s=session["id"])
    assert (answer["status"], answer["reason"]) == ("rejected", "session")
    assert there.put("call", str(uuid4()), a_call(), s=session["id"])["status"] == "applied"
    lines = place.rows("SELECT confirmed, status FROM cc.op_log ORDER BY at")
    assert [line["confirmed"] for line in lines if line["status"] == "applied"] == [True]


def test_a_session_can_be_bent_by_nobody(place, seats):
    seat = seats()
    _, no = place.agent()
    with closing(place.login(f"agent_{no}", PASSWORD)) as door:
        (session,) = door.execute("SELECT session FROM api.sign_in_v1(%s)", (seat.install,)).fetchone()
    id = session["id"]
    answer = seat.put("session", id, {"role": "lead", "agent": str(uuid4())}, base=1, s=id)
    assert set(answer["fields"]) == {"role", "agent"}
    assert place.record(id)["body"]["role"] == "agent"
    assert place.rows("SELECT role FROM cc.session") == [{"role": "agent"}]


def test_another_seats_op_id_is_no_way_to_its_answers(seats):
    a, b = seats(), seats()
    op = a.op("call", str(uuid4()), a_call())
    a.push(op)
    b.n = 1
    (answer,) = b.push(op)  # its own answer: merged into the same record, logged as b's
    assert answer["ver"] == 2


def test_a_wrong_password_is_refused(place):
    enrolment = place.enrol()
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        RawSeat(place, enrolment | {"password": "wrong"})


def test_people_of_central_cannot_reach_another_database(place, seats):
    seat = seats()
    assert (
        place.rows(
            "SELECT 1 FROM aclexplode((SELECT datacl FROM pg_database WHERE datname = current_database()))"
            " WHERE grantee = 0"
        )
        == []
    )
    found = seat.connection.execute("SELECT rolconnlimit AS l FROM pg_roles WHERE rolname = session_user")
    assert found.fetchone() == {"l": 3}
