"""When something is wrong with disk, file or keychain: a sentence, nothing lost, and on with the work."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt

from app.records.calls import Call
from app.store.keyring import OsSecrets
from app.ui import wording
from app.ui.login import SignInPage
from app.ui.workplace import Workplace
from tests.flows.conftest import ALONE_PASSWORD

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def suggestion():
    caller = {"name": "李", "phone": "13800001234"}
    return {**caller, "category": "service", "request": "中午不要停号", "solved": "solved"}


def test_a_full_disk_at_save_is_said_and_after_room_is_made_saving_works(qapp, qtbot, seat, suggestion):
    at = seat().first_start()
    page = at.program.window.centralWidget()
    page.work.new("suggestion")
    call = page.tabs.current()
    call.view.set_answers({**suggestion, "request": "长" * 15_000})
    engine = at.program.opened.store._door._engines.write
    with engine.connect() as raw:
        pages = raw.exec_driver_sql("PRAGMA page_count").scalar()
        raw.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with qtbot.captureExceptions() as caught:
        at.hands.press(Qt.Key.Key_Return, CONTROL)
    assert caught
    qapp._stumble(*caught[0])
    assert page.toasts.text() == wording.refusal("full")
    assert call.call is None
    assert call.view.answers()["request"] == "长" * 15_000
    with engine.connect() as raw:
        raw.exec_driver_sql("PRAGMA max_page_count=1000000")
    at.hands.press(Qt.Key.Key_Return, CONTROL)
    (kept,) = at.program.opened.store.find(Call)
    assert kept.answers["request"] == "长" * 15_000


def truncate(file):
    file.write_bytes(file.read_bytes()[:5000])


def plain(file):
    file.unlink()
    code = f"import sqlite3; c = sqlite3.connect({str(file)!r}); c.execute('CREATE TABLE t (x)')"
    subprocess.run([sys.executable, "-c", code], check=True)


def of_another_key(file):
    raw = bytearray(file.read_bytes())
    file.write_bytes(bytes(b ^ 0x55 for b in raw))


def gone(file):
    file.unlink()


@pytest.mark.parametrize(
    ("hurt", "codes"),
    [
        (truncate, {"damaged"}),
        (plain, {"not_encrypted"}),
        (of_another_key, {"damaged", "wrong_key"}),
        (gone, {"missing"}),
    ],
)
def test_a_file_that_cannot_be_opened_is_named_and_left_as_it_is(seat, tmp_path, hurt, codes):
    seat().first_start().leave()
    file = tmp_path / "seat" / "seat.db"
    for side in ("-wal", "-shm"):
        file.with_name(file.name + side).unlink(missing_ok=True)
    hurt(file)
    before = file.read_bytes() if file.exists() else None
    at = seat().sign_in()
    at.hands.until(lambda: at.page.sentence.text() in {wording.refusal(c) for c in codes}, "no sentence")
    assert isinstance(at.page, SignInPage)
    assert (file.read_bytes() if file.exists() else None) == before


def test_a_wrong_password_is_said_and_the_next_one_opens(seat):
    seat().first_start().leave()
    at = seat()
    at.type_lines("1001", "wrong password")
    at.hands.until(lambda: at.page.sentence.text() == wording.refusal("password"), "no sentence")
    at.type_lines(ALONE_PASSWORD)
    at.hands.until(lambda: isinstance(at.page, Workplace), "no workplace")


def test_a_broken_seat_file_is_said_at_the_door(seat, tmp_path):
    seat().first_start().leave()
    (tmp_path / "seat" / "seat.json").write_text("{", "utf-8")
    at = seat()
    assert at.page.sentence.text() == wording.refusal("seat_file")


@pytest.mark.parametrize("backend", ["", "keyring.backends.null.Keyring"])
def test_without_a_keychain_the_seat_is_not_set_up_and_says_what_is_missing(seat, monkeypatch, backend):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", backend)
    at = seat(OsSecrets())
    at.hands.press(Qt.Key.Key_Down)
    at.hands.press(Qt.Key.Key_Tab)
    at.type_lines("清河燃气", "1001", "王珂", ALONE_PASSWORD, ALONE_PASSWORD)
    at.hands.until(lambda: at.page.sentence.text() == wording.refusal("absent"), "no sentence")


def test_signing_out_leaves_the_door_and_the_drafts(seat):
    at = seat().first_start()
    at.hands.press(Qt.Key.Key_F2)
    at.hands.type("建议")
    at.hands.press(Qt.Key.Key_Return)
    at.hands.type("李雷")
    at.page.sign_out_asked.emit(True)
    assert isinstance(at.page, SignInPage)
    assert at.program.opened is None
    at.hands.until(lambda: at.page.agent_no.hasFocus(), "the door has no focus")
    at.sign_in()
    at.hands.until(lambda: isinstance(at.page, Workplace), "no workplace")
    (page,) = at.page.tabs.pages()
    assert page.view.answers()["name"] == "李雷"


def test_a_full_disk_is_said_before_anybody_leaves_and_keeps_nobody_twice(seat):
    at = seat().first_start()
    at.page.work.new("suggestion")
    call = at.page.tabs.current()
    call.view.set_answers({"request": "长" * 15_000})
    engine = at.program.opened.store._door._engines.write
    with engine.connect() as raw:
        pages = raw.exec_driver_sql("PRAGMA page_count").scalar()
        raw.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    assert not at.front.window.close()
    assert at.page.toasts.text() == wording.refusal("unkept")
    assert call.view.answers()["request"] == "长" * 15_000
    at.page.sign_out_asked.emit(False)
    assert isinstance(at.page, SignInPage)
    assert at.program.opened is None


def test_a_workplace_that_cannot_be_made_leaves_the_door_open(seat, monkeypatch, qtbot):
    at = seat()
    monkeypatch.setattr("app.sitting.Worklist", None)
    with qtbot.captureExceptions() as caught:
        at.hands.press(Qt.Key.Key_Down)
        at.hands.press(Qt.Key.Key_Tab)
        at.type_lines("清河燃气", "1001", "王珂", ALONE_PASSWORD, ALONE_PASSWORD)
        at.hands.until(lambda: at.page.sentence.text() == wording.refusal("no_program"), "no sentence")
    assert caught
    assert at.program.opened is None
