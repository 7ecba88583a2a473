"""What somebody with their own login and psql tries: a seat, an agent, a lead, one of quality, an auditor."""

from contextlib import ExitStack, closing
from uuid import uuid4

import pytest
from psycopg import Error, errors

from app.central import people
from app.records.accounts import Role
from tests.central import rig

WHO = ["seat", "agent", "lead", "qa", "auditor"]
DENIED = errors.InsufficientPrivilege

# What each may call beside the catalog; a change is a decision, not an accident.
SURFACE = {
    "seat": [
        "api.answer_leave_v1",
        "api.beat_v1",
        "api.beat_v2",
        "api.direct_v1",
        "api.erased_v1",
        "api.fill_v1",
        "api.floor_v1",
        "api.get_piece_v1",
        "api.gone_v1",
        "api.hello_v1",
        "api.hello_v2",
        "api.hello_v3",
        "api.lease_v1",
        "api.pull_v1",
        "api.pulse_v1",
        "api.push_v1",
        "api.put_piece_v1",
    ],
    "agent": [
        "api.change_password_v1",
        "api.confirm_v1",
        "api.sign_in_v1",
        "api.sign_in_v2",
        "api.unconfirmed_v1",
    ],
    "auditor": ["report.moment", "report.my_scopes", "report.my_tenant"],
}
RELATIONS = {
    "auditor": [
        "report.accesses", "report.agents", "report.callbacks", "report.calls", "report.cases",
        "report.complaints", "report.doubtful", "report.moves", "report.orders", "report.prints",
        "report.rings", "report.samples", "report.satisfaction",
    ],
}  # fmt: skip
# Of the catalog's volatile functions; all others were taken from PUBLIC. Some are of newer servers only.
CATALOG = {
    "clock_timestamp", "currval", "gen_random_uuid", "lastval", "nextval", "pg_notify", "random",
    "random_normal", "set_config", "timeofday", "uuidv4", "uuidv7",
}  # fmt: skip

ATTACKS = {
    "read other people's records": "SELECT * FROM cc.record",
    "read the log": "SELECT body FROM cc.op_log",
    "read keys": "SELECT wrapped_key FROM cc.agent",
    "read the feed past its door": "SELECT * FROM cc.change_log",
    "write a record": "INSERT INTO cc.record SELECT 1, 'call', gen_random_uuid(), 1, '{}', '{}'",
    "write a view": "DELETE FROM report.calls",
    "rewrite history": "UPDATE cc.op_log SET body = ''",
    "throw history away": "TRUNCATE cc.op_log",
    "become confirmed": "UPDATE cc.session SET confirmed = true",
    "become another seat": "UPDATE cc.seat SET login = session_user",
    "publish as central": "SELECT cc.publish(1, 'agent', gen_random_uuid(), '{}')",
    "win as a lead": "SELECT cc.let_lead_win(NULL)",
    "merge by hand": "SELECT cc.merge('first_wins', '{}', '1', '2', false, true, false)",
    "erase somebody": "SELECT cc.erase(1, gen_random_uuid(), 'me', 'x', '{call}', '{}')",
    "hide one's own erasure": "DELETE FROM cc.erased",
    "be the owner": "SET ROLE cc_owner",
    "be a superuser": "ALTER ROLE CURRENT_USER SUPERUSER",
    "make a role": "CREATE ROLE mine",
    "make a table": "CREATE TABLE public.mine (a int)",
    "make a temporary table": "CREATE TEMP TABLE mine (a int)",
    "make a schema": "CREATE SCHEMA mine",
    "shadow a function": "CREATE FUNCTION api.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "make an operator": "CREATE OPERATOR public.=== (LEFTARG = int, FUNCTION = int4um)",
    "hook every command": "CREATE EVENT TRIGGER mine ON ddl_command_start EXECUTE FUNCTION f()",
    "run a program": "COPY (SELECT 1) TO PROGRAM 'true'",
    "write a file": "COPY (SELECT 1) TO '/tmp/zuoxi-mine'",
    "read a file": "SELECT pg_read_file('postgresql.conf')",
    "list files": "SELECT pg_ls_dir('.')",
    "hold things up": "SELECT pg_sleep(0)",
    "take a lock others wait for": "SELECT pg_advisory_lock(1)",
    "fill the disk with large objects": "SELECT lo_create(0)",
    "fill the journal": "SELECT pg_logical_emit_message(true, 'a', 'b')",
    "hold the feed back by a transaction id": "SELECT pg_current_xact_id()",
    "hold the feed back by an older name": "SELECT txid_current()",
    "export a snapshot": "SELECT pg_export_snapshot()",
    "end somebody": "SELECT pg_terminate_backend(1)",
    "stop somebody": "SELECT pg_cancel_backend(1)",
    "reload the server": "SELECT pg_reload_conf()",
    "rotate the log": "SELECT pg_rotate_logfile()",
    "make a slot": "SELECT pg_create_physical_replication_slot('mine')",
    "change the server": "ALTER SYSTEM SET fsync = off",
    "reset what is counted": "SELECT pg_stat_reset()",
    "lock a table": "DO $$ BEGIN LOCK TABLE cc.record; END $$",
    "load a library": "LOAD 'auto_explain'",
    "write as a replica": "SET session_replication_role = replica",
    "read the passwords": "SELECT rolpassword FROM pg_authid",
    "read all statistics": "SELECT stavalues1 FROM pg_statistic",
}  # fmt: skip


@pytest.fixture(scope="module")
def people_of(server):
    """One central where each of WHO has a connection of their own, and somebody else has records."""
    with pytest.MonkeyPatch.context() as patch:
        new_pair = people.slots.new_pair
        patch.setattr(people.slots, "new_pair", lambda password: new_pair(password, rig.CHEAP))
        place = rig.Place(server)
        other = place.seat()
        other.put("call", str(uuid4()), rig.a_call())
        with ExitStack() as stack:
            stack.callback(place.drop)
            stack.callback(other.close)
            made = {"seat": place.seat().connection}
            for who, role in {"agent": Role.AGENT, "lead": Role.LEAD, "qa": Role.QA}.items():
                made[who] = place.login(f"agent_{place.agent(role)[1]}", rig.PASSWORD)
            made["auditor"] = auditor(place)
            for connection in made.values():
                stack.enter_context(closing(connection))
            yield place, made


def auditor(place):
    name = place.database.replace("_", "")
    with place.engine.begin() as connection:
        password = people.add_auditor(connection, name)
    return place.login(f"audit_{name}", password)


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_denied(people_of, who, attack):
    _, made = people_of
    with pytest.raises(DENIED):
        made[who].execute(ATTACKS[attack])


@pytest.mark.parametrize("who", WHO)
def test_what_each_may_call_is_written_down(people_of, who):
    _, made = people_of
    query = (
        "SELECT n.nspname, p.proname, p.provolatile::text FROM pg_proc p"
        " JOIN pg_namespace n ON n.oid = p.pronamespace"
        " WHERE p.prokind IN ('f', 'p') AND has_schema_privilege(n.oid, 'USAGE')"
        " AND has_function_privilege(p.oid, 'EXECUTE')"
        " AND p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype)"
    )
    found = [tuple(row.values()) if isinstance(row, dict) else row for row in made[who].execute(query)]
    ours = sorted(
        {
            f"{schema}.{name}"
            for schema, name, _ in found
            if schema not in ("pg_catalog", "information_schema")
        }
    )
    assert ours == SURFACE[who if who in SURFACE else "agent"]
    assert {name for schema, name, kind in found if schema == "pg_catalog" and kind == "v"} <= CATALOG


@pytest.mark.parametrize("who", WHO)
def test_what_each_may_read_is_written_down(people_of, who):
    _, made = people_of
    query = (
        "SELECT n.nspname || '.' || c.relname AS r FROM pg_class c"
        " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'v', 'm', 'p', 'f')"
        " AND n.nspname NOT IN ('pg_catalog', 'information_schema')"
        " AND has_schema_privilege(n.oid, 'USAGE') AND has_any_column_privilege(c.oid, 'SELECT') ORDER BY 1"
    )
    found = [row["r"] if isinstance(row, dict) else row[0] for row in made[who].execute(query)]
    assert found == RELATIONS.get(who, [])


def test_an_auditor_reads_what_their_scopes_allow_and_no_customers_words(people_of):
    place, made = people_of
    ((number,),) = made["auditor"].execute("SELECT number FROM report.calls").fetchall()
    assert number == rig.a_call()["number"]
    for view in RELATIONS["auditor"]:
        said = repr(made["auditor"].execute(f"SELECT * FROM {view}").fetchall())
        assert "王小明" not in said
        assert "13800000000" not in said
    place.rows("UPDATE cc.record SET scope = 7 WHERE kind = 'call'")
    assert made["auditor"].execute("SELECT number FROM report.calls").fetchall() == []
    place.rows("UPDATE cc.auditor SET scopes = '{0,7}'")
    assert len(made["auditor"].execute("SELECT number FROM report.calls").fetchall()) == 1
    place.rows("UPDATE cc.auditor SET active = false")
    assert made["auditor"].execute("SELECT number FROM report.calls").fetchall() == []


def test_nobody_sees_what_others_are_asking(people_of):
    _, made = people_of
    made["lead"].execute("SELECT 1 AS secret_of_the_lead")
    query = (
        "SELECT count(*) AS c FROM pg_stat_activity"
        " WHERE query LIKE '%secret_of_the_lead%' AND usename <> session_user"
    )
    row = made["seat"].execute(query).fetchone()
    assert row == {"c": 0}


def test_a_time_that_is_none_spoils_no_report(place, seats):
    seat = seats()
    seat.put("call", str(uuid4()), rig.a_call(started_at="31.02. at noon"))
    with closing(auditor(place)) as reading:
        assert reading.execute("SELECT started_at FROM report.calls").fetchall() == [(None,)]


def test_a_seat_cannot_forge_its_way_to_winning(place, seats):
    a, b = seats(), seats()
    id = str(uuid4())
    a.put("case", id, {
        "number": "A1", "call": str(uuid4()), "form": "inquiry", "form_version": 1, "title": "t",
        "state": "received", "opened_at": "2026-11-22T01:00:00+00:00", "first_taker": "a", "handler": "a",
    })  # fmt: skip
    for forged in ({"base": 9}, {"base": 1, "ep": str(uuid4())}, {"base": 0}):
        answer = b.put("case", id, {"first_taker": "b"}, **forged)
        assert answer["fields"] == ["first_taker"]
    assert (
        b.put("conflict", str(uuid4()), {"of": "call", "record": id, "field": "x", "found_at": "y"})["reason"]
        == "pull_only"
    )
    (conflict,) = place.rows("SELECT DISTINCT record_id::text AS id FROM cc.conflict LIMIT 1")
    answer = b.put("conflict", conflict["id"], {"a.kept": "mine", "lost_by": "nobody"}, base=1)
    assert set(answer["fields"]) == {"a.kept", "lost_by"}
    assert place.record(id)["body"]["first_taker"] == "a"


def test_a_seat_does_not_bear_the_numbers_of_others(place, seats):
    mine, other = seats(), seats()
    place.rows("INSERT INTO cc.series (tenant, prefix, size, epoch) SELECT 1, 'L', 10, epoch FROM cc.epoch")
    for seat in (mine, other):
        seat.call("api.lease_v1(%s, 'L', -1, 0)", seat.epoch)
    theirs = [f"L{other.code}-00001-X", f"L{other.code}-1-00001-X", "L-00011-X", "L-00020-X"]
    free = [f"L{mine.code}-00001-X", "L-00001-X", "L-00021-X", "L-1-00011-X", "LNOBODY-00001-X", "7", ""]
    for number in (*theirs, *free):
        told = mine.push(
            mine.op("call", str(uuid4()), rig.a_call(number=number)),
            mine.op("call", str(uuid4()), rig.a_call()),
        )
        assert [each["reason"] for each in told] == ["number" if number in theirs else "", ""], number
    half = str(uuid4())  # one that has no number yet
    assert mine.put("call", half, {"a.name": "x"}, base=1)["status"] == "applied"
    assert mine.put("call", half, {"number": theirs[0]}, base=1)["reason"] == "number"


def test_a_seat_does_not_fill_the_disk(place, seats):
    seat, other = seats(), seats()
    ops = [seat.op("call", str(uuid4()), rig.a_call()) for _ in range(3)]
    place.rows("UPDATE cc.centre SET daily_bytes = %s", len(ops[0].encode()) + len(ops[1].encode()))
    seat.push(*ops[:2])
    for _ in range(2):
        with pytest.raises(Error) as full:
            seat.push(ops[2])
        assert full.value.sqlstate == "CC007"
    assert len(seat.push(*ops[:2])) == 2  # said again it costs nothing
    other.put("call", str(uuid4()), rig.a_call())
    place.rows("UPDATE cc.pushed SET day = day - 1")
    assert seat.push(ops[2])[0]["status"] == "applied"


def test_how_the_server_logs_is_not_for_a_seat_to_say(seats):
    with pytest.raises(DENIED):
        seats().connection.execute("SET log_statement = 'none'")
