"""`zuoxi recovery-key` and `zuoxi recover`, as somebody types them."""

import json

import pytest
from click.testing import CliRunner

from app import cli, places
from app.demo.secrets import DemoSecrets
from app.store import keyring
from app.ui.single import Single
from tests.flows.conftest import ALONE_PASSWORD

NEW = "another long one"


@pytest.fixture
def chain():
    """The keychain of the system; a new one is another system."""
    return DemoSecrets()


@pytest.fixture
def folder(seat, chain, tmp_path, monkeypatch):
    at = seat(chain).first_start()
    at.leave()
    monkeypatch.setattr(places, "data", lambda: tmp_path / "seat")
    monkeypatch.setattr(keyring, "OsSecrets", lambda: chain)
    return tmp_path / "seat"


def zuoxi(*words, typed=""):
    done = CliRunner().invoke(cli.main, [str(word) for word in words], input=typed)
    assert "Traceback" not in done.output
    return done.exit_code, done.output


def test_a_key_made_here_opens_the_seat_under_another_system(folder, tmp_path, chain, seat):
    out = tmp_path / "key.json"
    code, said = zuoxi("recovery-key", "--out", out, typed=f"1001\n{ALONE_PASSWORD}\n")
    assert code == 0, said
    assert json.loads(out.read_text("utf-8"))["private"] not in said
    chain._kept.clear()
    code, said = zuoxi("recover", "--key", out, typed=f"1001\n{NEW}\n{NEW}\n")
    assert code == 0, said
    assert "1001 王珂" in said
    assert NEW not in said
    at = seat(chain)
    at.type_lines("1001", NEW)
    at.hands.until(lambda: at.program.opened is not None, "did not open")


@pytest.mark.parametrize("text", [None, "{}"])
def test_what_is_no_key_is_said_and_nothing_asked(folder, tmp_path, text):
    file = tmp_path / "key.json"
    if text:
        file.write_text(text, "utf-8")
    code, said = zuoxi("recover", "--key", file)
    assert code == 1
    assert "不是恢复密钥" in said


def test_a_wrong_password_makes_no_key(folder, tmp_path):
    code, said = zuoxi("recovery-key", "--out", tmp_path / "key.json", typed="1001\nwrong password\n")
    assert code == 1
    assert "工号或密码不对" in said
    assert not (tmp_path / "key.json").exists()


def test_no_file_is_written_over(folder, tmp_path):
    out = tmp_path / "key.json"
    out.write_text("mine", "utf-8")
    code, said = zuoxi("recovery-key", "--out", out, typed=f"1001\n{ALONE_PASSWORD}\n")
    assert code == 1
    assert "写不了" in said
    assert out.read_text("utf-8") == "mine"


def test_while_the_window_is_open_it_has_to_be_closed_first(folder, tmp_path):
    window = Single(folder)
    assert window.claim()
    code, said = zuoxi("recover", "--key", tmp_path / "key.json")
    window.release()
    assert code == 1
    assert "请先关掉" in said
