"""The watchdog: it ends a program that hangs while nobody is there, and only then."""

import os
import threading
from datetime import UTC, datetime

import pytest

from app.forms.limits import Limits
from app.ui import watchdog as room
from app.ui.watch import Watch
from app.ui.watchdog import Watchdog, hung_at
from tests.ui.systems import Told

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


class Ended(threading.Event):
    """What happens instead of the end."""

    code = 0

    def __call__(self, code):
        self.code = code
        self.set()


@pytest.fixture
def system():
    return Told()


@pytest.fixture
def ended(monkeypatch):
    ended = Ended()
    monkeypatch.setattr(os, "_exit", ended)
    monkeypatch.setattr(room, "_LOOK", 0.002)
    monkeypatch.setattr(room, "_MOMENT", 0.0)
    return ended


@pytest.fixture
def watch(qapp, system):
    watch = Watch(qapp, system, qapp)
    watch.begin(Limits(), lambda: False)
    watch._timer.stop()  # it hangs
    yield watch
    watch.end()
    watch.deleteLater()


@pytest.fixture
def watchdog(watch, system, ended, tmp_path):
    made = Watchdog(watch, system, lambda: NOW, tmp_path)
    yield made
    made.end()


def looks(watchdog, system, count):
    """Let it look *count* times; tell how often it saw a window that hangs."""
    watchdog._idle = system.idle_elsewhere()
    return sum(watchdog._hangs() for _ in range(count))


def test_a_window_that_hangs_while_nobody_is_there_is_ended_and_the_system_locked(
    watchdog, system, ended, tmp_path
):
    system.idle = 120_000
    watchdog.begin()
    assert ended.wait(10)
    assert ended.code
    assert system.asked_to_lock
    assert hung_at(tmp_path) == NOW


def test_it_takes_more_than_a_moment_to_hang(watchdog, system):
    system.idle = 120_000
    assert looks(watchdog, system, 5) == 0
    assert looks(watchdog, system, 1) == 1


def test_while_somebody_is_there_it_may_hang(watchdog, system):
    system.idle = 119_999
    assert looks(watchdog, system, 1000) == 0


def test_a_window_that_lives_is_left_alone(watchdog, watch, system):
    system.idle = 120_000
    for _ in range(100):
        watch.looks += 1
        assert looks(watchdog, system, 5) == 0


@pytest.mark.parametrize("idle", [None, OSError("gone")])
def test_where_nothing_is_known_it_waits_as_long_as_the_limit(watchdog, system, idle):
    system.idle = idle
    assert looks(watchdog, system, 120) == 0
    assert looks(watchdog, system, 1) == 1


def test_off_duty_it_lets_the_window_hang(watchdog, system, ended):
    watchdog.begin()
    watchdog.end()
    system.idle = 120_000
    assert not ended.wait(0.2)


def test_what_it_noted_is_said_once(tmp_path):
    assert hung_at(tmp_path) is None
    (tmp_path / "hung").write_text("yesterday", "utf-8")
    assert hung_at(tmp_path) is None
    (tmp_path / "hung").write_text(NOW.isoformat(), "utf-8")
    assert hung_at(tmp_path) == NOW
    assert hung_at(tmp_path) is None
