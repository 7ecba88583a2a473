"""zuoxi-admin backup-check and after-restore: backups tried, and what follows when one was needed."""

import subprocess
import tempfile
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from app.central import embedded, schema
from tests.central import rig
from tests.central.admin import Admin, calls

pytestmark = pytest.mark.parametrize("server", ["18"], indirect=True, scope="session")  # 15 by hand: the page


@pytest.fixture
def admin(place):
    return Admin(place)


@pytest.fixture
def dump(place, tmp_path):
    """Back the place up, as custom archive or in another form."""

    def made(form="custom", *more):
        out = tmp_path / f"{form}.dump"
        words = [place.server.binaries / "pg_dump", f"--format={form}", f"--file={out}", *more]
        subprocess.run([*words, f"--dbname={place.url}"], check=True)
        return str(out)

    return made


@pytest.fixture
def restored(place, dump):
    """Restore a backup of the place into a database of its own; return its address."""
    made = []

    def restore(path=None):
        name = f"{place.database}_back{len(made)}"
        with closing(psycopg.connect(place.server.url(), autocommit=True)) as server:
            server.execute(f"CREATE DATABASE {name} TEMPLATE template0")
        made.append(name)
        url = place.server.url(name)
        subprocess.run([place.server.binaries / "pg_restore", "-d", url, path or dump()], check=True)
        return url

    yield restore
    with closing(psycopg.connect(place.server.url(), autocommit=True)) as server:
        for name in made:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def scratches(place):
    return place.rows("SELECT datname FROM pg_database WHERE datname LIKE 'zuoxi_check_%%'")


def at(url, query):
    with closing(psycopg.connect(url, autocommit=True)) as connection:
        cursor = connection.execute(query)
        return cursor.fetchall() if cursor.description else []


# -- backup-check --


@pytest.mark.parametrize("form", ["custom", "directory", "tar", "plain"])
def test_a_good_backup_is_restored_compared_and_put_away(place, admin, dump, seats, form):
    seat, later = seats(), seats()
    calls(seat, 3)
    seat.put("nothing", calls(seat, 1)[0], {})  # refused, and kept
    path = dump(form)
    calls(seat, 2)
    calls(later, 4)
    found = admin.json("backup-check", path)
    assert (found["ok"], found["problems"], found["ops"], found["behind"]) == (True, [], 5, 6)
    assert found["behind_by_seat"] == {seat.code: 2, later.code: 4}
    assert found["records"] == {"call": 4}
    said = admin.ok("backup-check", path)
    assert "比现在的中心库少 6 条操作" in said
    assert "可以恢复，是完整的" in said
    assert scratches(place) == []


def test_a_backup_is_tried_on_another_server_and_leaves_nothing_there(place, admin, dump, seats, tmp_path):
    calls(seats(), 3)
    with tempfile.TemporaryDirectory(prefix="zuoxi-test-") as folder:
        other = embedded.start(Path(folder), place.server.binaries)
        try:
            found = admin.json("backup-check", dump(), "--server", other.url())
            assert (found["ok"], found["ops"]) == (True, 3)
            left = "SELECT rolname::text FROM pg_roles WHERE rolname LIKE 'cc_%'"
            assert at(
                other.url(), f"{left} UNION SELECT datname::text FROM pg_database WHERE NOT datistemplate"
            ) == [("postgres",)]
        finally:
            other.stop("immediate")
    assert scratches(place) == []


def test_the_groups_are_those_that_are_made(place):
    made = place.rows("SELECT rolname FROM pg_roles WHERE rolname LIKE 'cc\\_%%' AND NOT rolcanlogin")
    assert {row["rolname"] for row in made} == set(schema.GROUPS)


def test_a_backup_lies_in_nobodys_reach_while_it_is_tried(place, admin, dump, seats, monkeypatch):
    from app.central import backup

    seat, seen = seats(), []
    path, compare = dump(), backup.compare

    def look(living, copy):
        database = copy.engine.url.database
        with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
            place.login(seat.enrolment["login"], seat.enrolment["password"], dbname=database)
        seen.append(database)
        return compare(living, copy)

    monkeypatch.setattr(rig.Place, "login", login_anywhere)
    monkeypatch.setattr(backup, "compare", look)
    admin.ok("backup-check", path)
    assert len(seen) == 1


def login_anywhere(place, login, password, dbname):
    server = place.server
    return psycopg.connect(host=server.host, port=server.port, dbname=dbname, user=login, password=password)


@pytest.mark.parametrize(
    ("spoil", "what"),
    [
        ("UPDATE cc.op_log SET body = replace(body, '王', '黄') WHERE seat_seq = 2", "chain"),
        ("DELETE FROM cc.op_log WHERE seat_seq = 2", "gap"),
        ("DELETE FROM cc.record WHERE id = (SELECT max(id::text)::uuid FROM cc.record)", "lost"),
        ("DELETE FROM cc.rejected", "lost"),
        ("UPDATE cc.epoch SET epoch = gen_random_uuid()", "epoch"),
        ("DROP TABLE cc.pulse", "tables"),
    ],
)
def test_a_copy_that_is_not_central_as_it_was_is_found(admin, restored, seats, spoil, what):
    seat = seats()
    calls(seat, 3)
    seat.put("nothing", "x", {})
    url = restored()
    assert admin.json("backup-check", url)["ok"]
    at(url, spoil)
    found = admin.json("backup-check", url, code=4)
    assert what in [problem[0] for problem in found["problems"]]
    said = admin.refused("backup-check", url, code=4)
    assert "这份备份不能用来恢复" in said


def test_a_history_that_was_written_anew_is_found_by_its_chain(place, admin, restored, seats):
    seat = seats()
    calls(seat, 3)
    url = restored()
    # Whoever rewrites the whole chain of the living central gives himself away against any backup.
    place.rows(
        "UPDATE cc.op_log SET body = replace(body, '王', '黄'), chain = sha256(chain);"
        "UPDATE cc.seat s SET chain = (SELECT chain FROM cc.op_log l WHERE l.seat_id = s.seat_id"
        " AND l.seat_seq = s.last_seq)"
    )
    assert admin.json("backup-check", url, code=4)["problems"] == [["differs", seat.code]]
    place.rows("DELETE FROM cc.op_log; UPDATE cc.seat SET last_seq = 1, chain = ''")
    assert admin.json("backup-check", url, code=4)["problems"] == [["ahead", f"{seat.code} 2"]]


def test_half_a_backup_is_not_restorable(place, admin, dump, seats):
    calls(seats(), 50)
    path = Path(dump())
    path.write_bytes(path.read_bytes()[:-3000])
    said = admin.refused("backup-check", str(path), code=4)
    assert "恢复不了：pg_restore: error" in said
    assert admin.json("backup-check", str(path), code=4)["problems"][0][0] == "restore"
    plain = Path(dump("plain"))
    plain.write_text(
        plain.read_text("utf-8").replace("CREATE TABLE cc.record", "CREATE TABEL cc.record"), "utf-8"
    )
    assert "syntax error" in admin.refused("backup-check", str(plain), code=4)
    assert scratches(place) == []


def test_a_backup_of_the_schema_alone_is_no_backup(admin, dump, seats):
    calls(seats(), 1)
    found = admin.json("backup-check", dump("custom", "--schema-only"), code=4)
    assert found["problems"] == [["empty", ""]]
    assert list(found["behind_by_seat"].values()) == [1]


@pytest.mark.parametrize("more", [["--create"], ["--create", "--clean", "--if-exists"]])
def test_a_file_that_would_leave_its_database_is_not_run(place, admin, dump, more):
    before = place.rows("SELECT oid FROM pg_database WHERE datname = current_database()")
    assert "不加 -C" in admin.refused("backup-check", dump("plain", *more))
    assert place.rows("SELECT oid FROM pg_database WHERE datname = current_database()") == before


def test_what_is_no_backup_is_a_sentence(place, admin, tmp_path):
    (tmp_path / "x.sql").write_text("DROP TABLE cc.record;", "utf-8")
    for path in ("x.sql", "missing", "."):
        assert "不是 pg_dump 的备份" in admin.refused("backup-check", str(tmp_path / path))
    assert "中心库本身" in admin.refused("backup-check", place.url)
    assert "应写成" in admin.refused("backup-check", "mysql://x/y", code=2)
    assert "连不上" in admin.refused("backup-check", "postgresql://x:y@127.0.0.1:1/z", code=3)
    assert "zuoxi-admin init" in admin.refused("backup-check", place.server.url())


def test_programs_that_are_not_there_are_told(admin, dump, tmp_path):
    assert "找不到 pg_restore" in admin.refused("backup-check", dump(), "--bin", str(tmp_path))


def test_no_password_stands_in_the_list_of_processes(place, admin, dump, tmp_path):
    spy = tmp_path / "bin"
    spy.mkdir()
    (spy / "pg_restore").write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/said\nexit 1\n', "utf-8")
    (spy / "pg_restore").chmod(0o755)
    admin.refused("backup-check", dump(), "--bin", str(spy), code=4)
    said = (tmp_path / "said").read_text("utf-8")
    assert "zuoxi_check_" in said
    assert place.server.password not in said


# -- after-restore --


def test_what_the_backup_lacks_comes_again_and_nothing_else(place, admin, restored, seats):
    seat = seats()
    calls(seat, 3)
    url = restored()
    calls(seat, 2)
    kept = [row["body"] for row in place.rows("SELECT body FROM cc.op_log ORDER BY seat_seq")]
    epoch = seat.epoch
    assert admin.json("status", dsn=url)["restored"]
    found = admin.json("after-restore", "--yes", dsn=url)
    assert found["old_epoch"] == epoch != found["epoch"]
    assert (found["records"], found["changes"], found["seats"]) == (3, 3, [[seat.code, 3]])
    assert at(url, "SELECT DISTINCT xid::text FROM cc.change_log") == [("3",)]
    assert at(url, "SELECT count(*) FROM cc.record WHERE epoch_ver <> ver") == [(0,)]
    assert not admin.json("status", dsn=url)["restored"]
    # The same seat, at the restored central.
    seat.close()
    login, database = seat.enrolment["login"], url.rsplit("/", 1)[1]
    seat.connection = psycopg.connect(
        host=place.server.host, port=place.server.port, dbname=database, user=login,
        password=seat.enrolment["password"], autocommit=True, row_factory=psycopg.rows.dict_row,
    )  # fmt: skip
    with pytest.raises(psycopg.Error) as changed:
        seat.push(*kept[3:])
    assert changed.value.sqlstate == "CC001"
    told = seat.hello()
    assert told["last_n"] == 3
    seat.epoch = told["epoch"]
    assert [row["status"] for row in seat.push(*kept[3:])] == ["applied"] * 2
    assert [row["settled"] for row in seat.pull()] == [True] * 5
    assert admin.json("verify", dsn=url)["entries"] == 5


def test_a_seat_started_since_the_backup_is_not_taken_for_a_copy(place, admin, restored):
    place.enrol()
    place.rows("UPDATE cc.seat SET token = 'of the start before the backup'")
    url = restored()
    admin.ok("after-restore", "--yes", dsn=url)
    assert at(url, "SELECT token FROM cc.seat") == [(None,)]


def test_it_is_done_once_for_each_restore(place, admin, restored):
    url = restored()
    assert "没有看到新的恢复" in admin.refused("after-restore", "--yes", dsn=place_told(place, admin))
    admin.ok("after-restore", "--yes", dsn=url)
    epoch = at(url, "SELECT epoch FROM cc.epoch")
    assert "没有看到新的恢复" in admin.refused("after-restore", "--yes", dsn=url)
    assert at(url, "SELECT epoch FROM cc.epoch") == epoch
    admin.ok("after-restore", "--yes", "--again", dsn=url)
    assert at(url, "SELECT epoch FROM cc.epoch") != epoch
    assert at(url, "SELECT count(*) FROM cc.lineage") == [(3,)]


def place_told(place, admin):
    """The address of a central that lives where it always did."""
    place.rows("DELETE FROM cc.lineage")
    with place.engine.begin() as connection:
        schema.lineage.begin(connection)
    return place.url


def test_nothing_is_done_without_a_yes(place, admin, restored):
    url = restored()
    epoch = at(url, "SELECT epoch FROM cc.epoch")
    said = admin.refused("after-restore", dsn=url, input="n\n")
    assert "再送一遍" in said
    assert at(url, "SELECT epoch FROM cc.epoch") == epoch


def test_a_restore_brings_the_rights_of_its_database_back(admin, restored, seats):
    seats()
    url = restored()
    database = url.rsplit("/", 1)[1]
    public = f"SELECT has_database_privilege('public', '{database}', 'TEMP')"
    assert at(url, public) == [(True,)]
    admin.ok("after-restore", "--yes", dsn=url)
    assert at(url, public) == [(False,)]
    assert at(url, "SELECT has_function_privilege('cc_seats', 'pg_sleep(float8)', 'EXECUTE')") == [(False,)]


def test_logins_the_new_server_lacks_are_named(place, admin, restored):
    code = place.enrol()["seat"]
    url = restored()
    at(url, f"DROP ROLE seat_{code.lower()}")
    found = admin.json("after-restore", "--yes", dsn=url)
    assert found["missing"] == [f"seat_{code.lower()}"]
    assert f"--globals-only 的备份恢复：seat_{code.lower()}" in admin.ok(
        "after-restore", "--yes", "--again", dsn=url
    )


def test_a_backup_of_an_older_release_is_brought_up_on_the_way(place, admin, restored, seats):
    calls(seats(), 2)
    rig.take_back(place, "0004")
    url = restored()
    admin.refused("after-restore", dsn=url, input="n\n")
    assert admin.json("after-restore", "--yes", dsn=url)["records"] == 2
    assert "没有看到新的恢复" in admin.refused("after-restore", "--yes", dsn=url)
