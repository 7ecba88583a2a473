"""Old files come up whole or stay as they are; the steps end where the tables are."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.records.calls import Call
from app.records.cases import Case
from app.records.conflicts import Conflict
from app.records.customers import Customer
from app.records.leaves import Leave
from app.records.orders import Order
from app.records.presence import Presence
from app.store import engine, tables, upgrade
from app.store.engine import Key, StoreRefused, connect, create, open_engines
from app.store.store import Store

REPO = Path(__file__).parents[2]

HEAD = tables.REVISION
NEXT = f"{int(HEAD) + 1:04d}"

_STEP = '''"""A step of a test."""

import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{down}"


def upgrade() -> None:
    {body}
'''


@pytest.fixture
def old(path, key, make, clock):
    """A file with data in it, closed."""
    store = Store(open_engines(path, key), make.session(), clock)
    with store.write() as to:
        to.put(make.customer())
        to.put(make.call(number=to.number("L")))
        to.save_draft(make.draft(answers={"request": "漏气"}))
    store.close()
    return path


@pytest.fixture
def steps(tmp_path):
    """Our migrations and one more."""

    def made(body: str) -> Path:
        folder = tmp_path / "migrations"
        shutil.copytree(upgrade.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
        step = folder / "versions" / f"v{NEXT}_test.py"
        step.write_text(_STEP.format(body=body, revision=NEXT, down=HEAD), encoding="utf-8")
        return folder

    return made


def _schema(path, key):
    raw = connect(path, Key(key))
    found = raw.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    raw.close()
    return {name: "".join(sql.replace('"', "").split()) for name, sql in found}


def _ask(path, key, query):
    raw = connect(path, Key(key))
    try:
        return raw.execute(query).fetchall()
    finally:
        raw.close()


def test_the_steps_end_where_the_tables_are(path, tmp_path, key):
    stepped = tmp_path / "stepped.db"
    raw = engine._connect(stepped, Key(key))
    raw.close()
    upgrade.migrate(stepped, key, tmp_path / "old.db", upgrade.MIGRATIONS)
    assert _schema(stepped, key) == _schema(path, key)
    assert _ask(stepped, key, "SELECT version_num FROM alembic_version") == [(tables.REVISION,)]


def test_alembic_finds_no_difference_between_steps_and_tables(tmp_path, key):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    stepped = tmp_path / "stepped.db"
    engine._connect(stepped, Key(key)).close()
    upgrade.migrate(stepped, key, tmp_path / "old.db", upgrade.MIGRATIONS)
    made = sa.create_engine("sqlite://", creator=lambda: connect(stepped, Key(key)), poolclass=sa.StaticPool)
    with made.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": _is_ours}
        )
        assert compare_metadata(context, tables.metadata) == []
    made.dispose()


def _is_ours(name, kind, parents):
    """The text index and what FTS5 keeps for it are no tables to SQLAlchemy; _schema() compares them."""
    return kind != "table" or name in tables.metadata.tables or not name.startswith("said")


def test_the_revision_the_program_asks_for_is_the_newest_step():
    from alembic.script import ScriptDirectory

    assert ScriptDirectory(str(upgrade.MIGRATIONS)).get_current_head() == tables.REVISION


def test_where_somebody_was_stays_as_it_was_told_before_there_were_leaves(
    tmp_path, key, make, clock, steps_until
):
    path = tmp_path / "old.db"
    engine._connect(path, Key(key)).close()
    upgrade.migrate(path, key, tmp_path / "empty.db", steps_until("v0009"))
    at = "2026-03-02T09:00:00.000000+00:00"
    told = ("p", "a", "A01", "away", at, at, "key", "meal", "", 90, None, "c", 3, None)
    raw = connect(path, Key(key))
    raw.execute(f"INSERT INTO presences VALUES ({', '.join('?' * len(told))})", told)
    raw.close()
    upgrade.upgrade(path, key)
    store = Store(open_engines(path, key), make.session(), clock)
    (kept,) = store.find(Presence, agent="a")
    assert (kept.reason, kept.lasted, kept.cover, kept.leave) == ("meal", 90, "c", None)
    assert store.find(Leave, state="asked") == []
    store.close()
    assert _ask(path, key, "SELECT version FROM presences") == [(3,)]


def test_a_leave_somebody_was_on_stays_theirs_as_a_wrap_up_gets_its_length(
    tmp_path, key, make, clock, steps_until
):
    path = tmp_path / "old.db"
    engine._connect(path, Key(key)).close()
    upgrade.migrate(path, key, tmp_path / "empty.db", steps_until("v0023"))
    at = "2026-03-02T09:00:00.000000+00:00"
    told = ("p", "a", "A01", "away", at, at, "key", "meal", "", 90, None, "c", "l", 3, None)
    raw = connect(path, Key(key))
    raw.execute(f"INSERT INTO presences VALUES ({', '.join('?' * len(told))})", told)
    raw.close()
    upgrade.upgrade(path, key)
    store = Store(open_engines(path, key), make.session(), clock)
    (kept,) = store.find(Presence, agent="a")
    assert (kept.cover, kept.leave, kept.allowed) == ("c", "l", None)
    store.close()
    assert _ask(path, key, "SELECT version FROM presences") == [(3,)]


def test_the_steps_stand_by_themselves():
    for step in (upgrade.MIGRATIONS / "versions").glob("v*.py"):
        assert "app." not in step.read_text("utf-8")


@pytest.fixture
def oldest(tmp_path, key):
    """A file of the first layout with a record of every kind in it, as that program wrote it."""
    path = tmp_path / "oldest.db"
    engine._connect(path, Key(key)).close()
    first = tmp_path / "first"
    shutil.copytree(upgrade.MIGRATIONS, first, ignore=shutil.ignore_patterns("__pycache__", "v*.py"))
    shutil.copy(upgrade.MIGRATIONS / "versions" / "v0001_first.py", first / "versions")
    upgrade.migrate(path, key, tmp_path / "empty.db", first)
    raw = connect(path, Key(key))
    at = "2026-03-02T09:00:00.000000+00:00"
    call = ("call-1", "LA03-00001-X", "phone", "gas_repair", 1, at, at, "me", "me", "cust-1", "case-1", 1)
    raw.execute(f"INSERT INTO calls VALUES ({'?,' * 12} '{{}}', 3, NULL)", call)
    case = (
        "case-1",
        "AA03-00001-X",
        "call-1",
        "gas_repair",
        1,
        "漏气",
        "filed",
        at,
        "me",
        "me",
        "cust-1",
        0,
        at,
    )
    raw.execute(f"INSERT INTO cases VALUES ({'?,' * 13} '', 3, NULL)", case)
    order = ("order-1", "GA03-00001-X", "case-1", "gas_repair", 1, "repair", "open", at, "me", None, 0)
    raw.execute(f"INSERT INTO orders VALUES ({'?,' * 11} '{{}}', 3, NULL)", order)
    customer = ("cust-1", "王小明", '["+8613800001234"]', "[]", at, at, "wxm")
    raw.execute(f"INSERT INTO customers VALUES ({'?,' * 7} 3, NULL)", customer)
    raw.execute("INSERT INTO customer_phones VALUES ('cust-1', '8613800001234')")
    op = '{"op":"op-1","k":"put","e":"call","id":"call-1","base":3,"patch":{"a.address":"x"}}'
    said = '{"verdict":"rejected","fields":[],"reason":"too_long"}'
    raw.execute(
        "INSERT INTO outbox (n, op, kind, record, body, at, state, result)"
        " VALUES (1, 'op-1', 'call', 'call-1', ?, ?, 'rejected', ?)",
        (op, at, said),
    )
    raw.execute("INSERT INTO meta VALUES ('install', 'inst-1'), ('seat_code', 'A03'), ('generation', '1')")
    raw.close()
    engine.write_check(path, key)
    return path


def test_a_file_of_the_first_layout_comes_up_with_all_its_data(oldest, path, key, make, clock):
    upgrade.upgrade(oldest, key)
    assert _schema(oldest, key) == _schema(path, key)
    store = Store(open_engines(oldest, key), make.session(), clock)
    assert [store.count(kind) for kind in (Call, Case, Order, Customer)] == [1, 1, 1, 1]
    assert store.customers("1234")[0].name == "王小明"
    assert [(each.op, each.reason) for each in store.outbox.problems()] == [("op-1", "too_long")]
    assert store.find(Conflict, decision=None) == []
    store.close()
    old = oldest.with_name("oldest.db.0001.old")
    assert _ask(old, key, "SELECT number FROM calls") == [("LA03-00001-X",)]


def test_drafts_of_before_they_could_be_taken_over_are_their_agents_own(
    tmp_path, key, make, clock, steps_until
):
    path = tmp_path / "old.db"
    engine._connect(path, Key(key)).close()
    upgrade.migrate(path, key, tmp_path / "empty.db", steps_until("v0009"))
    raw = connect(path, Key(key))
    at = "2026-03-02T09:00:00.000000+00:00"
    old = ("draft-1", "me", "gas_repair", 1, "phone", at, at, '{"name":"王小明"}', "name", 3, 120)
    raw.execute(f"INSERT INTO drafts VALUES ({', '.join('?' * len(old))})", old)
    raw.close()
    engine.write_check(path, key)
    upgrade.upgrade(path, key)
    store = Store(open_engines(path, key), make.session(), clock)
    (draft,) = store.drafts.of_agent("me")
    assert (draft.answers, draft.caret, draft.owner, draft.first_taker) == ({"name": "王小明"}, 3, None, "me")
    assert store.drafts.taken(draft) is None
    with store.write() as to:
        to.save_draft(make.draft(id="draft-1", agent="lead", owner="me", base=draft.saved_at))
    assert store.drafts.taken(draft).agent == "lead"
    assert len(store.drafts.all()) == 2
    store.close()


def test_a_file_from_before_a_step_comes_up_with_all_its_data(old, key, tmp_path, steps):
    folder = steps(
        'op.add_column("calls", sa.Column("mood", sa.Text, server_default="calm"))\n'
        '    with op.batch_alter_table("customers", recreate="always") as batch:\n'
        '        batch.add_column(sa.Column("level", sa.Integer))'
    )
    upgrade.migrate(old, key, tmp_path / "seat.db.old", folder)
    assert _ask(old, key, "SELECT mood FROM calls") == [("calm",)]
    assert _ask(old, key, "SELECT digits FROM customer_phones") == [("8613800001234",)]
    assert _ask(old, key, "SELECT count(*) FROM outbox") == [(2,)]
    assert _ask(old, key, "SELECT version_num FROM alembic_version") == [(NEXT,)]
    kept = tmp_path / "seat.db.old"
    assert _ask(kept, key, "SELECT version_num FROM alembic_version") == [(HEAD,)]
    assert _ask(kept, key, "SELECT count(*) FROM drafts") == [(1,)]


@pytest.mark.parametrize(
    "body",
    [
        'op.execute("DROP TABLE drafts")\n    op.execute("SELECT nonsense FROM nowhere")',
        'op.execute("DELETE FROM calls")\n    raise RuntimeError("broken step")',
        'op.execute("PRAGMA defer_foreign_keys=ON")\n'
        "    op.execute(\"INSERT INTO customer_phones VALUES ('nobody', '1')\")",
        'with op.batch_alter_table("calls") as batch:\n'
        '        batch.drop_column("answers")\n'
        '    op.execute("INSERT INTO calls (id) VALUES (NULL)")',
    ],
    ids=["sql", "python", "foreign key", "batch"],
)
def test_a_failed_step_leaves_the_old_file_as_it_was(old, key, tmp_path, steps, body, make, clock):
    before = old.read_bytes()
    schema = _schema(old, key)
    with pytest.raises((StoreRefused, RuntimeError)) as failed:
        upgrade.migrate(old, key, tmp_path / "copy.db", steps(body))
    if isinstance(failed.value, StoreRefused):
        assert failed.value.code == "upgrade"
    assert old.read_bytes() == before
    assert _schema(old, key) == schema
    upgrade.upgrade(old, key)
    store = Store(open_engines(old, key), make.session(), clock)
    assert store.count(Call) == len(store.drafts.all()) == 1
    store.close()


def test_a_crash_half_way_leaves_the_old_file(old, key, tmp_path, steps):
    folder = steps('op.execute("DELETE FROM calls")\n    import os\n    os._exit(9)')
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "from pathlib import Path; from app.store.upgrade import migrate;"
        "migrate(Path(sys.argv[2]), bytes(range(32)), Path(sys.argv[3]), Path(sys.argv[4]))"
    )
    died = subprocess.run(
        [sys.executable, "-c", script, str(REPO), str(old), str(tmp_path / "copy.db"), str(folder)],
        check=False,
    )
    assert died.returncode == 9
    assert _ask(old, key, "SELECT count(*) FROM calls") == [(1,)]
    upgrade.upgrade(old, key)
    open_engines(old, key).dispose()


def test_no_room_for_the_copy_is_told_before_anything_is_changed(old, key, tmp_path, steps):
    before = old.read_bytes()
    with pytest.raises(StoreRefused) as refused:
        upgrade.migrate(old, key, tmp_path / "not a folder" / "copy.db", steps("pass"))
    assert refused.value.code == "unwritable"
    assert old.read_bytes() == before


def test_upgrading_waits_for_a_program_that_is_writing(old, key, tmp_path, steps, monkeypatch):
    folder = steps('op.execute("DELETE FROM calls")')
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    other = connect(old, Key(key))
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreRefused) as refused:
        upgrade.migrate(old, key, tmp_path / "copy.db", folder)
    assert refused.value.code == "busy"
    other.execute("ROLLBACK")
    other.close()
    assert _ask(old, key, "SELECT count(*) FROM calls") == [(1,)]


def test_the_next_start_brings_an_old_file_up_and_keeps_a_copy(old, key, steps, make, clock):
    with pytest.MonkeyPatch.context() as newer:
        newer.setattr(tables, "REVISION", NEXT)
        newer.setattr(upgrade, "MIGRATIONS", steps('op.add_column("calls", sa.Column("mood", sa.Text))'))
        with pytest.raises(StoreRefused) as refused:
            open_engines(old, key)
        assert refused.value.code == "older"
        upgrade.upgrade(old, key)
        upgrade.upgrade(old, key)
        store = Store(open_engines(old, key), make.session(), clock)
        assert store.count(Call) == len(store.drafts.all()) == 1
        store.close()
    kept = old.with_name(f"seat.db.{HEAD}.old")
    assert _ask(kept, key, "SELECT count(*) FROM calls") == [(1,)]


@pytest.mark.parametrize(("make_it", "code"), [("newer", "newer"), ("gone", "missing"), ("key", "wrong_key")])
def test_what_cannot_be_upgraded_is_refused_and_left(old, key, make_it, code):
    if make_it == "newer":
        raw = connect(old, Key(key))
        raw.execute("UPDATE alembic_version SET version_num = ?", (NEXT,))
        raw.close()
    elif make_it == "gone":
        old.unlink()
    before = old.read_bytes() if old.exists() else None
    with pytest.raises(StoreRefused) as refused:
        upgrade.upgrade(old, bytes(32) if make_it == "key" else key)
    assert refused.value.code == code
    assert (old.read_bytes() if old.exists() else None) == before
    assert not list(old.parent.glob("*.old"))


def test_a_usual_start_does_not_import_alembic_nor_keyring(tmp_path, key):
    create(tmp_path / "seat.db", key, install="i", seat_code="A03", generation=1)
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "from pathlib import Path; from app.store.store import Store; from app.store.engine import *;"
        "from app.store import keyring, slots; from app.store.upgrade import upgrade;"
        "path = Path(sys.argv[2]); upgrade(path, bytes(range(32)));"
        "open_engines(path, bytes(range(32))).dispose();"
        "keyring.OsSecrets();"
        "print(*{name.split('.')[0] for name in sys.modules} & {'alembic', 'keyring', 'sqlalchemy'})"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(REPO), str(tmp_path / "seat.db")],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.split() == ["sqlalchemy"]
