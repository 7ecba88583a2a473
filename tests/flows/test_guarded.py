"""A seat somebody left locks by itself, and says so to whoever comes back."""

import pytest
from PySide6.QtCore import Qt

from app.ui import causes, wording
from app.ui.lock import LockPage
from app.ui.workplace import Workplace
from tests.flows.conftest import ALONE_PASSWORD
from tests.ui.systems import Told


@pytest.fixture
def system():
    return Told()


@pytest.fixture
def at(seat, system):
    return seat(system=system).first_start()


def unlock(at):
    at.hands.until(lambda: not at.page._deaf.isActive(), "deaf for ever")
    at.hands.type(ALONE_PASSWORD)
    at.hands.press(Qt.Key.Key_Return)


def test_nobody_at_the_computer_locks_and_the_draft_is_there_for_who_comes_back(at, system):
    at.page.work.new("gas_repair")
    at.page.tabs.current().view.set_answers({"name": "王小明"})
    system.idle = 134_000  # a call is being logged
    at.hands.until(lambda: at.page.tabs.strips.holds("lock"), "no warning")
    system.idle = 135_000
    at.hands.until(lambda: isinstance(at.page, LockPage), "not locked")
    assert at.page.why.text() == causes.cause("system_idle", 120)
    assert not system.held
    system.idle = 0
    unlock(at)
    at.hands.until(lambda: isinstance(at.page, Workplace), "still locked")
    assert at.page.tabs.current().view.answers()["name"] == "王小明"
    assert system.held


def test_an_agent_who_wants_it_sooner_has_it_sooner_at_once_and_from_then_on(at, system):
    for wait in at.page.top.waits.actions():
        if wait.data() == "30":
            wait.trigger()
    for _ in range(2):
        system.idle = 30_000
        at.hands.until(lambda: isinstance(at.page, LockPage), "not locked")
        assert at.page.why.text() == causes.cause("system_idle", 30)
        system.idle = 0
        unlock(at)
        at.hands.until(lambda: isinstance(at.page, Workplace), "still locked")
    assert at.page.top.waits.checkedAction().data() == "30"


def test_a_system_that_locks_while_the_password_is_looked_at_keeps_the_seat_locked(at, system):
    system.left.emit("os_lock")
    page = at.page
    assert page.why.text() == causes.cause("os_lock")
    at.hands.until(lambda: not page._deaf.isActive(), "deaf for ever")
    at.hands.type(ALONE_PASSWORD)
    at.hands.press(Qt.Key.Key_Return)
    system.left.emit("os_lock")
    at.hands.until(lambda: page.sentence.text() == wording.refusal("locked_meanwhile"), "no sentence")
    assert at.program.opened is None


def test_a_system_that_should_have_locked_too_is_told_of(at, system):
    at.program._guard.open_still.emit()
    assert isinstance(at.page, Workplace)
    at.program.lock()
    at.program._guard.open_still.emit()
    assert at.page.sentence.text() == causes.open_still()


def test_signed_out_nothing_is_watched_any_more(at, system):
    at.page.sign_out_asked.emit(False)
    assert not at.program._guard._watch._timer.isActive()
    assert not system.held
