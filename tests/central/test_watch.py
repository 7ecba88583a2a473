"""zuoxi-admin status and watch: how central is doing, and who is put out."""

import json
import os
import re
import signal
import subprocess
import sys
from contextlib import closing

import psycopg
import pytest

from app.central import schema, state, watch
from tests.central import rig
from tests.central.admin import Admin, calls


@pytest.fixture
def admin(place):
    place.rows("UPDATE cc.lineage SET identity = '?/?/?/?'")  # these databases are copies of another
    return Admin(place)


def hang(connection):
    """Begin a transaction and leave it open."""
    connection.execute("BEGIN")
    connection.execute("SELECT 1")


def looked(place, limit):
    with place.engine.begin() as connection:
        return watch.look(connection, limit)


# -- status --


def test_status_says_how_central_is_doing(place, admin, seats):
    first, second = seats(), seats()
    record = calls(first, 3)[0]
    first.put("call", record, {"a.name": "李四"}, base=1)
    second.put("call", record, {"a.name": "王五"}, base=1)
    place.rows("UPDATE cc.conflict SET at = at - interval '3 hours'")
    first.put("nothing", record, {})
    found = admin.json("status")
    assert (found["ops"], found["conflicts"], found["rejected"], found["restored"]) == (6, 1, 1, False)
    assert 10800 <= found["oldest_conflict"] < 10900
    assert found["epoch"] == str(place.rows("SELECT epoch FROM cc.epoch")[0]["epoch"])
    assert (found["feed_lag"], found["notify_queue"]) == (0, 0)
    assert [(seat["code"], seat["last_n"]) for seat in found["seats"]] == [(first.code, 5), (second.code, 1)]
    said = admin.ok("status")
    assert "待处理冲突 1（最久 3 小时）　被退回 1" in said
    assert f"席位 {first.code}　收到 5 条" in said
    assert "after-restore" not in said


def test_a_transaction_left_open_shows_as_lag(place, admin, seats):
    seat = seats()
    with closing(psycopg.connect(place.url)) as lazy:
        lazy.execute("UPDATE cc.centre SET name = name")  # a number of its own, and no end
        calls(seat, 1)
        place.rows("UPDATE cc.change_log SET at = at - interval '15 seconds'")
        assert 15 <= admin.json("status")["feed_lag"] < 20
        found = admin.json("watch", "--once", code=4)
        assert found["alerts"] == ["feed_lag"]
        assert found["holder"]["login"] == "postgres"
        assert found["ended"] == []  # whoever looks after central is left alone
        said = admin.refused("watch", "--once", code=4)
        assert re.search(r"下发滞后 1[5-9] 秒，最久的事务是 postgres 的", said)
    assert admin.json("status")["feed_lag"] == 0


def test_a_central_of_another_release_is_told(place, admin):
    place.rows("UPDATE cc.alembic_version SET version_num = '0003'")
    assert "upgrade" in admin.refused("status")
    place.rows("UPDATE cc.alembic_version SET version_num = '9999'")
    for words in (["status"], ["watch", "--once"], ["upgrade"]):
        assert "比这个程序新" in admin.refused(*words)


def test_who_may_not_know_the_queue_is_not_told(place, admin):
    name = f"plain_{place.database}"
    place.rows(f"CREATE ROLE {name} LOGIN PASSWORD 'secret-of-a-test'")
    place.rows(f"GRANT cc_owner TO {name}; GRANT CONNECT ON DATABASE {place.database} TO {name}")
    dsn = place.url.replace(f"{place.server.user}:{place.server.password}", f"{name}:secret-of-a-test")
    assert admin.json("status", dsn=dsn)["notify_queue"] is None
    assert "GRANT cc_watch, pg_monitor, pg_signal_backend" in admin.refused("watch", "--once", dsn=dsn)
    place.rows(f"GRANT cc_watch TO {name}")  # it could put nobody out yet, nor see how old they are
    assert "GRANT cc_watch, pg_monitor, pg_signal_backend" in admin.refused("watch", "--once", dsn=dsn)


def test_seats_never_seen_stand_last_and_revoked_ones_after_them(place, admin, seats):
    silent, revoked, here = place.enrol()["seat"], seats(), seats()
    place.rows("UPDATE cc.seat SET active = false WHERE code = %s", revoked.code)
    with place.engine.begin() as connection:
        assert [seat.code for seat in state.look(connection).seats] == [here.code, silent, revoked.code]


# -- watch --


def test_a_seat_that_keeps_a_transaction_open_is_put_out_and_nobody_else(place, admin, seats):
    guilty, innocent, idle = seats(), seats(), seats()
    hang(guilty.connection)
    with (
        closing(psycopg.connect(place.url)) as other,
        closing(place.login(innocent.enrolment["login"], innocent.enrolment["password"])) as young,
    ):
        other.execute("SELECT 1")
        assert looked(place, 60).ended == ()
        place.rows("SELECT pg_sleep(0.3)")
        young.execute("BEGIN")
        found = looked(place, 0.25)
        assert [each.login for each in found.ended] == [guilty.enrolment["login"]]
        assert found.ended[0].seconds >= 0.2
        assert found.ended[0].state == "idle in transaction"
        for alive in (other, young, innocent.connection, idle.connection):
            alive.execute("SELECT 1")
        with pytest.raises(psycopg.OperationalError):
            guilty.connection.execute("SELECT 1")


def test_an_agent_is_put_out_too(place, admin):
    _, no = place.agent()
    with closing(place.login(f"agent_{no}", rig.PASSWORD)) as door:
        hang(door)
        assert [each.login for each in looked(place, 0).ended] == [f"agent_{no}"]


def test_one_look_at_a_quiet_central_is_silent(admin):
    assert admin.ok("watch", "--once") == ""
    found = admin.json("watch", "--once")
    assert (found["ended"], found["alerts"], found["holder"]) == ([], [], None)


def test_a_forgotten_after_restore_is_noticed(place, admin):
    place.rows("UPDATE cc.lineage SET identity = '?/?/1/?'")
    assert admin.json("watch", "--once", code=4)["alerts"] == ["restored"]
    assert "请运行 zuoxi-admin after-restore" in admin.refused("watch", "--once", code=4)
    assert admin.json("status")["restored"]
    assert "请运行 zuoxi-admin after-restore" in admin.ok("status")


def test_a_full_queue_of_notices_is_told(place, admin, monkeypatch):
    monkeypatch.setattr(watch, "FULLEST_QUEUE", -0.1)
    assert admin.json("watch", "--once", code=4)["alerts"] == ["notify_queue"]


def test_a_login_of_the_watch_alone_can_watch_and_reads_nothing(place, admin, seats):
    name = f"watch_{place.database}"
    place.rows(f"CREATE ROLE {name} LOGIN PASSWORD 'secret-of-a-test'")
    place.rows(f"GRANT cc_watch, pg_monitor, pg_signal_backend TO {name}")
    dsn = place.url.replace(f"{place.server.user}:{place.server.password}", f"{name}:secret-of-a-test")
    seat = seats()
    calls(seat, 1)
    hang(seat.connection)
    place.rows("SELECT pg_sleep(1.1)")
    done = admin.json("watch", "--once", "--limit", "1", code=4, dsn=dsn)
    assert [each["login"] for each in done["ended"]] == [seat.enrolment["login"]]
    with closing(psycopg.connect(dsn, autocommit=True)) as watcher:
        for table in ("record", "op_log", "agent", "seat", "rejected", "session"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                watcher.execute(f"SELECT * FROM cc.{table}")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            watcher.execute("SELECT img FROM cc.change_log")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            watcher.execute("SELECT * FROM api.pull_v1('', '0', 0, 1)")


@pytest.mark.parametrize(
    ("words", "says"),
    [(["--every", "0"], "--every"), (["--limit", "x"], "--limit"), (["--limit", "0"], "--limit")],
)
def test_figures_that_make_no_sense_are_told(admin, words, says):
    assert says in admin.refused("watch", "--once", *words, code=2)


def test_a_central_that_is_away_ends_one_look(admin):
    assert "连不上" in admin.refused("watch", "--once", code=3, dsn="postgresql://x:y@127.0.0.1:1/z")


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to one process there")
def test_the_watch_outlives_central_and_ends_by_ctrl_c(tmp_path):
    for server in rig.start_server("18"):
        engine = schema.engine(server.url("zuoxi_template"))
        engine.dispose()
        words = ["watch", "--every", "0.1", "--json"]
        watcher = subprocess.Popen(
            [sys.executable, "-c", f"from app.central.cli import main; main({words})"],
            env=os.environ | {"ZUOXI_DSN": server.url("zuoxi_template")}, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        with watcher:

            def until(key, watcher=watcher):
                for line in watcher.stdout:
                    if key in json.loads(line):
                        return json.loads(line)
                raise AssertionError("the watch ended by itself")

            assert until("alerts")["alerts"] == []
            server.stop("immediate")
            assert until("away")["away"] is True
            server.start()
            assert until("away")["away"] is False
            watcher.send_signal(signal.SIGINT)
            watcher.stdout.read()
            assert watcher.wait(20) == 0
