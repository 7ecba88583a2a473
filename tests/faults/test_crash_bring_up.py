"""Central is killed before every statement that makes or upgrades it: it is as before, or wholly new."""

import os
from contextlib import closing

import psycopg
import pytest
import sqlalchemy as sa

from app.central import schema
from tests.central import rig

STEP = 1 if os.environ.get("ZUOXI_NIGHT") else 37  # all of them take a minute and a half
DIE = """
CREATE FUNCTION public.die() RETURNS event_trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE n int := coalesce(nullif(current_setting('test.passed', true), ''), '0')::int + 1;
BEGIN
  PERFORM set_config('test.passed', n::text, false);
  IF n::text = current_setting('test.die_at', true) THEN
    PERFORM pg_terminate_backend(pg_backend_pid());
  END IF;
END $$;
CREATE EVENT TRIGGER die ON ddl_command_start EXECUTE FUNCTION public.die();
"""
STRUCTURE = """
SELECT 'function', p.oid::regprocedure::text, md5(pg_get_functiondef(p.oid)), p.proacl::text
  FROM pg_proc p WHERE p.pronamespace::regnamespace::text IN ('cc', 'api', 'report')
UNION ALL SELECT 'schema', n.nspname, n.nspacl::text, '' FROM pg_namespace n WHERE n.nspname !~ '^pg_t'
UNION ALL SELECT 'class', c.oid::regclass::text, concat(c.relkind, c.relrowsecurity), c.relacl::text
  FROM pg_class c WHERE c.relnamespace::regnamespace::text IN ('cc', 'api', 'report')
UNION ALL SELECT 'column', a.attrelid::regclass || '.' || a.attname,
    concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid)),
    a.attacl::text
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relnamespace::regnamespace::text IN ('cc', 'report') AND a.attnum > 0 AND NOT a.attisdropped
UNION ALL SELECT 'index', i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid), ''
  FROM pg_index i WHERE i.indrelid::regclass::text LIKE 'cc.%'
UNION ALL SELECT 'check', r.conrelid::regclass || '.' || r.conname, pg_get_constraintdef(r.oid), ''
  FROM pg_constraint r WHERE r.conrelid::regclass::text LIKE 'cc.%'
UNION ALL SELECT 'policy', p.polrelid::regclass || '.' || p.polname, pg_get_expr(p.polqual, p.polrelid), ''
  FROM pg_policy p
UNION ALL SELECT 'role', r.rolname, '', '' FROM pg_roles r WHERE r.rolname LIKE 'cc_%'
UNION ALL SELECT 'catalog', md5(string_agg(p.oid || coalesce(p.proacl::text, ''), ' ' ORDER BY p.oid)), '', ''
  FROM pg_proc p WHERE p.pronamespace = 'pg_catalog'::regnamespace
ORDER BY 1, 2
"""
# Of what a release knew, however many columns have come since.
WORDS = (
    "SELECT op_id::text, seat_seq, body, status, ver, chain FROM cc.op_log ORDER BY seat_id, seat_seq",
    "SELECT kind, id::text, ver, body FROM cc.record WHERE kind <> 'conflict' ORDER BY 1, 2",
    "SELECT kind, id::text, ver, img FROM cc.change_log WHERE kind <> 'conflict' ORDER BY xid, seq",
)


def structure(url) -> list:
    with closing(psycopg.connect(url)) as connection:
        return connection.execute(STRUCTURE).fetchall()


def rows(url) -> dict:
    """Every row central has, table by table."""
    with closing(psycopg.connect(url)) as connection:
        tables = connection.execute(
            "SELECT c.oid::regclass::text FROM pg_class c"
            " WHERE c.relnamespace::regnamespace::text = 'cc' AND c.relkind IN ('r', 'p')"
        ).fetchall()
        return {t: sorted(connection.execute(f"SELECT x::text FROM {t} x").fetchall()) for (t,) in tables}


def brought_up(url, die_at: int = 0) -> int:
    """Return how many statements changed the schema; raises OperationalError where it was killed."""
    engine = schema.engine(f"{url}?options=-ctest.die_at%3D{die_at}")
    try:
        with engine.begin() as connection:
            schema.bring_up(connection)
            return int(connection.execute(sa.text("SELECT current_setting('test.passed')")).scalar_one())
    finally:
        engine.dispose()


def aborted(url, at: int) -> bool:
    """Bring it up, but lose the connection before the client's statement *at* (a commit is one)."""
    engine = schema.engine(url)
    passed = 0

    def lost(connection, *_):
        nonlocal passed
        passed += 1
        if passed == at:
            connection.connection.dbapi_connection.pgconn.finish()  # not a word of farewell

    sa.event.listen(engine, "before_cursor_execute", lost)
    sa.event.listen(engine, "commit", lost)
    try:
        with engine.begin() as connection:
            schema.bring_up(connection)
    except sa.exc.OperationalError:
        return True
    finally:
        engine.dispose()
    return False


@pytest.fixture
def oldest(place):
    """A central of the first release with entries of two seats, one of them in conflict."""
    rig.take_back(place, "0001")
    a, b = place.seat(), place.seat()
    for turn in range(6):
        a.put("call", (id := f"{turn:08d}-0000-4000-8000-000000000000"), rig.a_call())
        a.put("call", id, {"a.name": "李四"}, base=1)
        b.put("call", id, {"a.name": f"王五{turn}", "a.note": "x"}, base=1)
    for seat in (a, b):
        seat.close()
    place.engine.dispose()
    return place.url


@pytest.fixture
def nothing(place):
    """An empty database."""
    name = f"{place.database}_empty"
    with closing(psycopg.connect(place.server.url(), autocommit=True)) as admin:
        admin.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        yield place.server.url(name)
        admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.mark.timeout(600)
@pytest.mark.parametrize("start", ["oldest", "nothing"])
def test_central_killed_at_any_statement_is_as_it_was(start, place, request):
    url = request.getfixturevalue(start)
    newest = structure(place.url) if start == "nothing" else None
    with closing(psycopg.connect(url, autocommit=True)) as admin:
        admin.execute(DIE)
    before = structure(url), rows(url)
    words = told(url) if start == "oldest" else None
    points = 0
    for at in range(1, 10_000, STEP):
        try:
            passed = brought_up(url, at)
        except sa.exc.OperationalError:
            points += 1
            assert (structure(url), rows(url)) == before, f"killed before statement {at}"
            continue
        break
    print(f"{points} of {passed} points")
    assert points == len(range(1, passed + 1, STEP)) > 70 / STEP
    assert words is None or told(url) == words
    assert newest is None or structure(url) == newest
    brought_up_again = structure(url), rows(url)
    brought_up(url)
    assert (structure(url), rows(url)) == brought_up_again


def told(url) -> list:
    with closing(psycopg.connect(url)) as connection:
        return [connection.execute(query).fetchall() for query in WORDS]


@pytest.mark.timeout(120)
def test_central_whose_administrator_falls_off_the_line_is_as_it_was(oldest):
    before = structure(oldest), rows(oldest)
    at = 0
    while aborted(oldest, at := at + 1):
        assert (structure(oldest), rows(oldest)) == before, f"fell off before statement {at}"
    assert at > 10
    assert structure(oldest) != before[0]
