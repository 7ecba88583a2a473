"""A password that has to be another one, from the door to the workplace and back."""

import json
import threading

import pytest
from PySide6.QtCore import Qt

from app.central import people, schema
from app.demo.centre import PASSWORD as CENTRE_PASSWORD
from app.demo.hands import Hands
from app.demo.secrets import DemoSecrets
from app.desk import clock
from app.desk.accounts import Accounts
from app.program import Program
from app.store import slots
from app.ui import wording
from app.ui.front import Front
from app.ui.lock import LockPage
from app.ui.login import SignInPage
from app.ui.newpassword import NewPasswordPage
from app.ui.panels.password import PasswordPage
from app.ui.workplace import Workplace
from tests.desk.conftest import Central
from tests.flows.conftest import ALONE_PASSWORD

NEW = "another long one"


def press_return(hands, *lines):
    for line in lines:
        hands.type(line)
        hands.press(Qt.Key.Key_Return)


def test_a_seat_alone_changes_its_password_and_unlocks_with_the_new_one(seat):
    at = seat().first_start()
    at.page.open("password", "password")
    page = at.page.tabs.current()
    assert isinstance(page, PasswordPage)
    heard = []
    page.told.connect(heard.append)
    press_return(at.hands, ALONE_PASSWORD, NEW, NEW)
    at.hands.until(lambda: heard, "not changed")
    at.program.lock()
    locked = at.page
    assert isinstance(locked, LockPage)
    at.hands.until(lambda: not locked._deaf.isActive(), "deaf for ever")
    press_return(at.hands, NEW)
    at.hands.until(lambda: isinstance(at.page, Workplace), "still locked")


@pytest.fixture
def joined(tmp_path, qapp, monkeypatch):
    """A seat of a centre whose administrator has set the agent's password anew."""
    central, secrets, folder = Central(clock.now), DemoSecrets(), tmp_path / "seat"
    with monkeypatch.context() as real:
        real.setattr("tests.desk.conftest.QUICK", slots.COST)
        central.add("1001", "王珂", ALONE_PASSWORD)
    told = {"zuoxi": 1, "centre": "清河", "host": "localhost", "port": 1, "database": "d", "seat": "A03"}
    enrolment = tmp_path / "A03.json"
    enrolment.write_text(json.dumps({**told, "login": "seat_a03", "password": "pw"}), "utf-8")
    Accounts(folder, secrets, clock.now, central).join(enrolment, "1001", ALONE_PASSWORD).store.close()
    central.to_change.add("1001")
    monkeypatch.setattr("app.program.ask_central", central)
    front = Front(qapp, folder, clock.now)
    program = Program(qapp, front, folder, secrets)
    hands = Hands(front.window)
    hands.come_to_the_front()
    yield central, front, hands
    front.window.close()
    front.window.deleteLater()
    assert program.opened is None


def test_a_password_somebody_else_has_set_opens_no_workplace(joined):
    central, front, hands = joined
    press_return(hands, "1001", ALONE_PASSWORD)
    page = front.window.centralWidget
    hands.until(lambda: isinstance(page(), NewPasswordPage), "not asked")
    page().back.click()
    assert isinstance(page(), SignInPage)
    press_return(hands, "1001", ALONE_PASSWORD)
    hands.until(lambda: isinstance(page(), NewPasswordPage), "not asked again")
    press_return(hands, NEW, NEW)
    hands.until(lambda: isinstance(page(), Workplace), "no workplace")
    assert central.passwords["1001"] == NEW


def test_who_is_dismissed_at_work_is_locked_out_and_the_next_finds_another_key(centre, seats, qapp):
    def let_in(active):
        engine = schema.engine(centre.server.url())
        with engine.begin() as connection:
            people.set_agent_active(connection, people.agent(connection, "1002"), active)
        engine.dispose()

    here = seats["A02"]
    front = Front(qapp, here._folder, clock.now)
    program = Program(qapp, front, here._folder, here._secrets)
    hands = Hands(front.window)
    hands.come_to_the_front()
    page = front.window.centralWidget
    press_return(hands, "1002", CENTRE_PASSWORD)
    hands.until(lambda: isinstance(page(), Workplace), "no workplace")
    hands.until(lambda: program.heartbeat.road.code == "synced", "no round")
    key = program.opened.key
    let_in(False)
    try:
        program.heartbeat._come_within(0)
        hands.until(lambda: isinstance(page(), LockPage), "still at work")
        hands.until(lambda: not page()._deaf.isActive(), "deaf for ever")
        press_return(hands, CENTRE_PASSWORD)
        hands.until(lambda: page().sentence.text() == wording.refusal("password"), "no sentence")
        assert program.opened is None
        threading.Event().wait(1.0)  # nobody is looked at within a second of a wrong one
        page().other.click()
        press_return(hands, "1001", CENTRE_PASSWORD)
        hands.until(lambda: isinstance(page(), Workplace), "nobody gets in")
        assert program.opened.key != key  # which the one who left may have kept
    finally:
        front.window.close()
        front.window.deleteLater()
        let_in(True)
