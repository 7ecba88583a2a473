"""Rows 4 to 7 and 9 of lock.md §6 that need no desktop; those that do stand in test_on_a_desktop.py."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.forms.limits import Limits
from app.ui.lock import LockPage
from app.ui.session.windows import SESSION_CHANGE, WindowsSystem
from app.ui.watch import Watch
from app.ui.workplace import Workplace
from tests.flows.conftest import ALONE_PASSWORD
from tests.flows.conftest import seat as seat
from tests.ui.systems import Told
from tests.ui.test_systems import Windows

pytestmark = pytest.mark.attack
DAY = 86_400


@pytest.fixture
def system():
    return Told()


@pytest.fixture
def watch(qapp, system):
    watch = Watch(qapp, system, qapp)
    watch.dues = []
    watch.due.connect(watch.dues.append)
    watch.begin(Limits(), lambda: False)
    watch._timer.stop()  # the test looks
    yield watch
    watch.end()
    watch.deleteLater()


def looks(watch, system, seconds):
    """Look every second; return after how many the seat was to be locked, or None."""
    for second in range(1, seconds + 1):
        system.at += 1
        watch.look()
        if watch.dues:
            return second
    return None


@pytest.mark.parametrize(
    "idle",
    [OSError("gone"), RuntimeError("x"), 0, None, -1, -(2**31), 2**32, 2**64],
    ids=["throws", "throws otherwise", "0 for ever", "not known", "-1", "very negative", "2**32", "2**64"],
)
def test_04_a_source_that_fails_leaves_the_other_clock(watch, system, idle, caplog):
    system.idle = idle
    assert looks(watch, system, 1000) == 600
    assert watch.dues == ["idle"]
    assert len(caplog.records) <= 1  # said once, not every second


def test_04_a_source_that_goes_backwards_is_somebody_who_came(watch, system):
    for idle in (119_000, 118_000, 60_000, 119_999, 0):
        system.idle = idle
        system.at += 1
        watch.look()
    assert watch.dues == []


def test_04_the_last_plausible_answer_locks(watch, system):
    system.idle = 2**32 - 1
    assert looks(watch, system, 1) == 1


@pytest.mark.parametrize(("idle", "due"), [(119_999, []), (120_000, ["system_idle"])])
def test_05_119_999_seconds_stays_120_locks(watch, system, idle, due):
    system.idle = idle
    system.at += 1
    watch.look()
    assert watch.dues == due


@pytest.mark.parametrize(("seconds", "due"), [(599.999, []), (600.0, ["idle"])])
def test_05_the_clock_of_the_program_is_as_exact(watch, system, seconds, due):
    begun = system.at
    while system.at + 1 < begun + seconds:
        system.at += 1
        watch.look()
    system.at = begun + seconds
    watch.look()
    assert watch.dues == due


@pytest.mark.parametrize(
    ("gap", "due"), [(30.0, []), (30.1, ["gap"]), (8 * 3600.0, ["gap"]), (-1.0, ["gap"]), (-DAY, ["gap"])]
)
def test_06_the_first_look_after_a_gap_locks(watch, system, gap, due):
    system.at += gap
    watch.look()
    assert watch.dues == due


def test_06_a_wall_clock_that_is_set_changes_nothing(watch, system, monkeypatch):
    """No clock that anybody can set is asked: not at the seat's day and hour, nor in another zone."""
    import datetime
    import time

    def set_by_somebody(*_):
        raise AssertionError("the wall clock was asked")

    monkeypatch.setattr(time, "time", set_by_somebody)
    monkeypatch.setattr(datetime, "datetime", None)
    assert looks(watch, system, 599) is None


def test_09_a_key_held_down_a_mouse_shaken_and_a_reset_clock_lock_all_the_same(watch, system, qtbot):
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    for second in range(600):
        system.idle = 0  # xset s reset
        system.at += 1
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True)
        QCoreApplication.sendEvent(line.windowHandle(), held)
        QTest.mouseMove(line.windowHandle(), QPoint(second % 9, 5))
        watch.look()
    assert watch.dues == ["idle"]


def test_07_a_session_that_is_left_on_windows_locks_and_unlocking_works_after_it(seat, qapp):
    system = WindowsSystem(Windows())
    at = seat(system=system).first_start()
    try:
        for away, back in ((4, 3), (2, 1), (7, 8)):  # a remote desktop, the console, Win+L
            system.hear(SESSION_CHANGE, away)
            system.hear(SESSION_CHANGE, away)
            assert isinstance(at.page, LockPage)
            system.hear(SESSION_CHANGE, back)
            at.front.unlock_asked.emit(ALONE_PASSWORD)
            at.hands.until(lambda: isinstance(at.page, Workplace), "still locked")
    finally:
        qapp.removeNativeEventFilter(system._ear)
        system._told.deleteLater()
