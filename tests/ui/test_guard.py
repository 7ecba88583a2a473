"""The guard: on duty from sign-in to lock, with the system's own lock behind it where the centre wants it."""

import pytest

from app.desk import clock
from app.forms.limits import Limits
from app.ui import guard as room
from app.ui.guard import Guard
from tests.ui.systems import Told


@pytest.fixture
def system():
    return Told()


@pytest.fixture
def guard(qapp, system, monkeypatch, tmp_path):
    monkeypatch.setattr(room, "_PATIENCE_MS", 25)
    guard = Guard(qapp, system, clock.now, tmp_path, qapp)
    guard.dues = []
    guard.due.connect(guard.dues.append)
    yield guard
    guard.end()
    guard.deleteLater()


def begin(guard, **rule):
    guard.begin(Limits(**rule), lambda: False)


def test_sleep_waits_only_while_there_is_something_to_see(guard, system):
    begin(guard)
    assert system.held
    guard.end(locked=True)
    assert not system.held


def test_what_the_system_says_locks_the_seat_even_when_nobody_is_signed_in(guard, system):
    system.left.emit("os_lock")  # whoever is just typing the password must not get in behind a locked screen
    begin(guard)
    system.left.emit("sleep")
    assert guard.dues == ["os_lock", "sleep"]


def test_off_duty_it_does_not_look(guard, system):
    begin(guard)
    guard.end(locked=True)
    assert not guard._watch._timer.isActive()


def test_the_system_is_locked_with_the_seat_only_where_the_centre_says_so(guard, system):
    begin(guard)
    guard.end(locked=True)
    assert system.asked_to_lock == 0
    begin(guard, os_lock=True)
    guard.end()  # signed out
    assert system.asked_to_lock == 0
    begin(guard, os_lock=True)
    guard.end(locked=True)
    assert system.asked_to_lock == 1


def test_a_system_that_is_locked_already_is_not_asked(guard, system):
    system.is_locked = True
    begin(guard, os_lock=True)
    guard.end(locked=True)
    assert system.asked_to_lock == 0


def test_a_system_that_does_not_lock_is_told_of(guard, system, qtbot):
    system.obeys = False
    begin(guard, os_lock=True)
    with qtbot.waitSignal(guard.open_still):
        guard.end(locked=True)


def test_a_system_that_locks_is_not(guard, system, qtbot):
    begin(guard, os_lock=True)
    with qtbot.assertNotEmitted(guard.open_still), qtbot.waitSignal(guard._asked.timeout):
        guard.end(locked=True)


def test_it_tells_how_long_the_clock_waited_that_locked(guard, system):
    begin(guard, system_idle=60, idle=90)
    assert [guard.after(why) for why in ("system_idle", "idle", "sleep")] == [60, 90, 0]


@pytest.mark.parametrize(("obeys", "told"), [(True, 0), (False, 1)])
def test_where_the_centre_says_so_nothing_is_captured_or_it_is_logged(guard, system, obeys, told, caplog):
    system.obeys = obeys
    begin(guard)
    assert not system.unseen
    begin(guard, capture=False)
    assert system.unseen is obeys
    assert len(caplog.records) == told
