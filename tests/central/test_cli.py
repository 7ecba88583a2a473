"""zuoxi-admin: sentences and exit codes."""

import json
import os
import stat
import sys

import pytest
from click.testing import CliRunner

from app.central import cli, schema
from tests.central import rig


@pytest.fixture(scope="module")
def server():
    yield from rig.start_server("18")


@pytest.fixture
def run(place):
    def run(*words, dsn=place.url, **more):
        return CliRunner().invoke(cli.main, list(words), env={"ZUOXI_DSN": dsn}, **more)

    return run


def test_a_centre_can_be_set_up_from_the_shell(run, place, tmp_path):
    out, no, code = tmp_path / "a03.json", f"c{os.getpid()}", f"C{os.getpid() % 100000}"
    done = run("init", "--centre", "燃气热线", "--rename", "--no-recovery-key")
    assert (done.exit_code, done.output) == (0, "中心库已就绪：燃气热线\n")
    assert (
        run(
            "add-agent", no, "王小明", "--role", "lead", "--password-stdin", input="密码 1234567890\n"
        ).exit_code
        == 0
    )
    assert run("add-seat", code, "--out", str(out), "--host", "db.example", "--port", "6543").exit_code == 0
    told = json.loads(out.read_text("utf-8"))
    assert (told["seat"], told["host"], told["port"], told["centre"]) == (
        code,
        "db.example",
        6543,
        "燃气热线",
    )
    if sys.platform != "win32":
        assert stat.S_IMODE(out.stat().st_mode) == 0o600
    shown = run("status")
    assert shown.exit_code == 0
    assert "座席员 1" in shown.output
    assert f"席位 {code}　收到 0 条　最近 从未连接" in shown.output
    assert told["password"] not in done.output + shown.output


def test_a_password_is_asked_for_twice_and_never_shown(run):
    done = run("add-agent", f"d{os.getpid()}", "李四", input="password-1234\npassword-1234\n")
    assert done.exit_code == 0
    assert "password-1234" not in done.output


def test_what_exists_is_refused_and_no_file_is_left(run, place, tmp_path):
    code, out = place.enrol()["seat"], tmp_path / "again.json"
    done = run("add-seat", code, "--out", str(out))
    assert (done.exit_code, "已经有了" in done.output) == (1, True)
    assert not out.exists()


def test_an_enrolment_file_is_never_overwritten(run, tmp_path, place):
    out = tmp_path / "kept.json"
    out.write_text("kept", "utf-8")
    assert run("add-seat", "Z1", "--out", str(out)).exit_code == 1
    assert out.read_text("utf-8") == "kept"
    assert place.rows("SELECT 1 FROM cc.seat") == []


def test_a_central_that_is_not_there_is_a_sentence(run):
    done = run("status", dsn="postgresql://x:y@127.0.0.1:1/z")
    assert done.exit_code == 3
    assert "连不上中心库" in done.output
    assert "Traceback" not in done.output


@pytest.mark.parametrize(
    "dsn",
    [
        "nonsense",
        "postgresql://x:y@127.0.0.1:notaport/z",
        "postgresql://x:y@127.0.0.1:0/z",
        "postgresql://x:y@127.0.0.1:65536/z",
        "mysql://x:y@127.0.0.1/z",
        "sqlite:///z",
    ],
)
def test_an_address_that_is_none_is_told_how_it_is_written(run, dsn):
    for words in (["status"], ["init", "--centre", "x"]):
        done = run(*words, dsn=dsn)
        assert (done.exit_code, "--dsn 应写成 postgresql://" in done.output) == (2, True)
        assert "y@" not in done.output


def test_both_ways_to_write_the_scheme_are_taken(run, place):
    assert place.url.startswith("postgresql://")
    assert run("status", dsn=place.url.replace("postgresql:", "postgres:")).exit_code == 0


@pytest.mark.parametrize("name", ["", "  ", "\u3000", "热" * 101, "a\nb"])
def test_a_centre_without_a_name_is_not_made(run, place, name):
    done = run("init", "--centre", name, "--rename", "--no-recovery-key")
    assert (done.exit_code, "中心名称应有 1 到 100 个字" in done.output) == (1, True)
    assert place.rows("SELECT name FROM cc.centre") == [{"name": "某市热线"}]


def test_a_second_init_keeps_the_name_and_says_how_to_rename(run, place):
    done = run("init", "--centre", "另一中心", "--no-recovery-key")
    assert done.exit_code == 0
    assert "中心库已就绪：某市热线" in done.output
    assert "--rename" in done.output
    assert place.rows("SELECT name FROM cc.centre") == [{"name": "某市热线"}]
    done = run("init", "--centre", "另一中心", "--rename", "--no-recovery-key")
    assert (done.exit_code, done.output) == (0, "中心库已就绪：另一中心\n")
    assert place.rows("SELECT name FROM cc.centre") == [{"name": "另一中心"}]


@pytest.mark.parametrize(
    ("name", "password", "says"),
    [
        ("", "password-1", "姓名应有 1 到 100 个字"),
        (" \u3000", "password-1", "姓名应有 1 到 100 个字"),
        ("王" * 101, "password-1", "姓名应有 1 到 100 个字"),
        ("王\udcff", "password-1", "姓名应有 1 到 100 个字"),
        ("王小明", " " * 12, "密码不能全是空格"),
        ("王小明", "\u3000" * 12, "密码不能全是空格"),
        ("王小明", "", "密码太短：至少 12 个字符，或 4 个词"),
    ],
)
def test_an_agent_without_name_or_password_is_not_made(run, place, name, password, says):
    done = run("add-agent", f"e{os.getpid()}", name, "--password-stdin", input=f"{password}\n")
    assert (done.exit_code, says in done.output) == (1, True)
    assert place.rows("SELECT 1 FROM cc.agent") == []
    assert place.rows("SELECT 1 FROM pg_roles WHERE rolname = %s", f"agent_e{os.getpid()}") == []


@pytest.mark.parametrize("port", ["0", "-1", "65536"])
def test_a_port_that_cannot_be_is_refused_and_no_file_is_left(run, place, tmp_path, port):
    out = tmp_path / "a03.json"
    done = run("add-seat", "Z2", "--out", str(out), "--port", port)
    assert (done.exit_code, "--port 应在 1 到 65535 之间" in done.output) == (2, True)
    assert not out.exists()
    assert place.rows("SELECT 1 FROM cc.seat") == []


def test_words_that_make_no_sense_are_told(run):
    assert run("add-agent", "1", "x", "--role", "king").exit_code == 2


def test_an_empty_database_is_told_what_to_do(run, server):
    done = run("status", dsn=server.url())
    assert (done.exit_code, "zuoxi-admin init" in done.output) == (1, True)


def test_an_old_server_is_refused_with_its_version(run, monkeypatch):
    monkeypatch.setattr(schema, "OLDEST", 99)
    done = run("init", "--centre", "x")
    assert done.exit_code == 1
    assert "18 版，太旧" in done.output
