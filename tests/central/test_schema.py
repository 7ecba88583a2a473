"""Making central, and the accounts in it."""

import json

import psycopg
import pytest
import sqlalchemy as sa

from app.central import people, schema
from app.records.accounts import Role
from app.store import slots
from tests.central import rig


def test_central_can_be_made_again_and_nothing_changes_but_the_name_on_demand(place, seats):
    seat = seats()
    seat.put("call", "0192f0c1-2d3e-7abc-8def-0123456789ab", rig.a_call())
    before = place.rows("SELECT epoch FROM cc.epoch")
    assert schema.init(place.engine, "另一中心")
    assert place.rows("SELECT name FROM cc.centre") == [{"name": "某市热线"}]
    assert schema.init(place.engine, "另一中心", rename=True)
    assert place.rows("SELECT name FROM cc.centre") == [{"name": "另一中心"}]
    assert place.rows("SELECT epoch FROM cc.epoch") == before
    assert len(seat.pull()) == 1


def test_an_old_server_is_refused_before_anything_is_made(server, place, monkeypatch):
    monkeypatch.setattr(schema, "OLDEST", 99)
    with pytest.raises(schema.CentralUnfit) as unfit:
        schema.init(place.engine, "x")
    assert unfit.value.code == "too_old"


def test_an_empty_database_is_told_from_a_central(server):
    engine = schema.engine(server.url())
    with engine.connect() as connection, pytest.raises(schema.CentralUnfit) as unfit:
        schema.check_made(connection)
    engine.dispose()
    assert unfit.value.code == "not_made"


def test_a_failed_init_leaves_nothing(server, monkeypatch):
    place = rig.Place(server)
    place.rows("DROP SCHEMA cc, api, report CASCADE")
    with monkeypatch.context() as patch:
        patch.setattr(schema, "_harden", lambda connection: connection.exec_driver_sql("SELECT 1/0"))
        with pytest.raises(sa.exc.DataError):
            schema.init(place.engine, "x")
    assert place.rows("SELECT 1 FROM pg_namespace WHERE nspname IN ('cc', 'api')") == []
    assert schema.init(place.engine, "x")
    place.drop()


def test_an_admin_who_is_no_superuser_can_make_central_and_is_told_what_is_missing(server):
    place = rig.Place(server)
    name = f"admin_{place.database}"
    # Roles are the whole server's: what a superuser made, this admin must be let into.
    place.rows(f"CREATE ROLE \"{name}\" LOGIN CREATEROLE PASSWORD 'secret-of-a-test'")
    place.rows(f'GRANT cc_owner, cc_seats, cc_agents, cc_watch, cc_audit TO "{name}" WITH ADMIN OPTION')
    place.rows("DROP SCHEMA cc, api, report CASCADE")
    place.rows(f'ALTER DATABASE "{place.database}" OWNER TO "{name}"')
    url = place.url.replace(f"{server.user}:{server.password}", f"{name}:secret-of-a-test")
    engine = schema.engine(url)
    assert schema.init(engine, "x") is False
    with engine.begin() as connection:
        enrolment = people.add_seat(connection, f"N{place.database.split('_')[1]}")
    engine.dispose()
    seat = rig.RawSeat(place, enrolment)
    assert seat.put("call", "0192f0c1-2d3e-7abc-8def-0123456789ab", rig.a_call())["status"] == "applied"
    seat.close()
    place.drop()


def test_every_kind_has_rules_for_real_kinds_only(place):
    kinds = {row["kind"] for row in place.rows("SELECT kind FROM cc.kind")}
    assert kinds == {
        "call", "case", "order", "slip", "customer", "session", "agent", "conflict", "erasure", "presence",
        "leave",
        "takeover", "overlap",
        "access",
        "definition", "review",
        "ring", "callback", "household", "sample",
        "merger", "mark",
        "note", "complaint", "attachment", "message",
        "move", "task", "escalation",
        "print",
    }  # fmt: skip


def test_an_agents_key_opens_with_their_password_and_seats_hear_of_the_public_one(place, seats):
    id, no = place.agent(Role.LEAD)
    (row,) = place.rows("SELECT * FROM cc.agent")
    private = slots.open_wrapped(row["wrapped_key"], rig.PASSWORD, rig.CHEAP)
    assert slots.public_of(private) == row["public_key"]
    (told,) = seats().pull()
    assert told["id"] == id
    assert told["img"] == {
        "agent_no": no, "name": "王小明", "role": "lead", "public_key": row["public_key"], "active": True,
    }  # fmt: skip


def test_the_server_never_sees_a_password(place, server):
    place.rows("SET log_statement = 'all'")
    _, no = place.agent()
    verifier = place.rows("SELECT rolpassword AS p FROM pg_authid WHERE rolname = %s", f"agent_{no}")[0]["p"]
    assert verifier.startswith("SCRAM-SHA-256$")


@pytest.mark.parametrize(
    ("no", "password", "code"),
    [
        ("12 3", rig.PASSWORD, "bad_no"),
        ('1"; --', rig.PASSWORD, "bad_no"),
        ("123", "short", "short_password"),
    ],
)
def test_an_agent_who_cannot_be_made_is_not_half_made(place, no, password, code):
    with pytest.raises(people.PersonRefused) as refused, place.engine.begin() as connection:
        people.add_agent(connection, no, "x", Role.AGENT, password)
    assert refused.value.code == code
    assert place.rows("SELECT 1 FROM cc.agent") == []


def test_nobody_is_made_twice(place):
    enrolment = place.enrol()
    with pytest.raises(people.PersonRefused) as refused, place.engine.begin() as connection:
        people.add_seat(connection, enrolment["seat"].lower())
    assert refused.value.code == "exists"


def test_an_enrolment_holds_all_a_seat_needs(place, server):
    enrolment = place.enrol()
    assert json.loads(json.dumps(enrolment)) == {
        "zuoxi": 1, "centre": "某市热线", "host": server.host, "port": server.port,
        "database": place.database, "seat": enrolment["seat"],
        "login": f"seat_{enrolment['seat'].lower()}", "password": enrolment["password"],
        "tls": "prefer", "ca": "", "recovery": "",
    }  # fmt: skip
    place.login(enrolment["login"], enrolment["password"]).close()
    with pytest.raises(psycopg.OperationalError):
        place.login(enrolment["login"], "")
