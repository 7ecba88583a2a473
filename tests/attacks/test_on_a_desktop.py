"""What a real screen, a real bus and a desktop's own voice do to a seat (lock.md §7)."""

import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.ui import causes
from tests.attacks import desktop as rig
from tests.attacks.desktop import LOGIND, SAVER, SESSION, Seated, until

pytestmark = [
    pytest.mark.attack,
    pytest.mark.skipif(bool(rig.missing()), reason=rig.missing()),
]


@pytest.fixture(scope="module")
def desktop():
    with tempfile.TemporaryDirectory(prefix="zuoxi-desk-") as folder:
        made, stack = rig.opened(Path(folder))
        with stack:
            yield made


@contextmanager
def sitting(*where, page="Workplace", **env):
    seated = Seated(*where, **env)
    try:
        seated.until(f"page {page}")
        yield seated
    finally:
        seated.leave()


@pytest.fixture(scope="module")
def at(desktop, tmp_path_factory):
    """The program on the screen."""
    with sitting(desktop, tmp_path_factory.mktemp("seat")) as seated:
        yield seated


@pytest.fixture
def seated(at):
    at.come_back()
    return at


def test_what_is_asked_of_x11_is_what_its_own_tool_says_and_a_key_begins_it_anew(desktop, seated):
    desktop.hands("xdotool", "key", "shift")
    until(lambda: int(seated.ask("idle")) > 1200, "nobody idles")
    before, told, after = seated.ask("idle"), desktop.hands("xprintidle"), seated.ask("idle")
    assert int(before) <= int(told) <= int(after)
    desktop.hands("xdotool", "key", "shift")
    assert int(seated.ask("idle")) < int(before)


def test_nobody_at_the_computer_locks_a_real_seat(desktop, at):
    desktop.hands("xdotool", "key", "shift")
    at.come_back(system_idle=1)
    at.until("page LockPage system_idle")


def test_09_what_fools_the_clock_of_the_computer_does_not_fool_the_programs(desktop, at):
    desktop.hands("xdotool", "key", "shift")
    at.come_back(system_idle=4, idle=5)
    begun = len(at.heard)
    while not at.hears_within(0.3):
        desktop.hands("xset", "s", "reset")
        desktop.hands("xdotool", "mousemove_relative", "--", "1", "0")  # a mouse that is shaken
    assert at.heard[begun:] == ["page LockPage idle"]


def test_09_a_key_that_is_held_down_is_nobody(desktop, at):
    desktop.hands("xdotool", "key", "shift")
    at.come_back(idle=3)
    desktop.hands("xdotool", "keydown", "space")
    try:
        at.until("page LockPage idle")
    finally:
        desktop.hands("xdotool", "keyup", "space")


def test_06_before_it_sleeps_the_seat_is_locked_and_only_then_let_sleep(desktop, seated):
    until(lambda: seated.ask("held") == "True", "it does not ask for a moment")
    desktop.emits("system", *LOGIND, "org.freedesktop.login1.Manager.PrepareForSleep", "b", "true")
    seated.until("left sleep")
    seated.until("page LockPage sleep")
    assert seated.ask("held") == "False"
    desktop.emits("system", *LOGIND, "org.freedesktop.login1.Manager.PrepareForSleep", "b", "false")
    assert seated.ask("held") == "False"  # locked, nothing is to be hidden
    seated.come_back()
    until(lambda: seated.ask("held") == "True", "it does not ask again")


def test_the_screen_lock_locks_the_seat(desktop, seated):
    desktop.emits("session", *SAVER, f"{SAVER[0]}.ActiveChanged", "b", "true")
    seated.until("page LockPage os_lock")
    assert seated.ask("locked") == "True"
    desktop.emits("session", *SAVER, f"{SAVER[0]}.ActiveChanged", "b", "false")
    until(lambda: seated.ask("locked") == "False", "locked for ever")


def test_logind_asks_for_a_lock(desktop, seated):
    desktop.emits("system", *SESSION, "org.freedesktop.login1.Session.Lock")
    seated.until("page LockPage os_lock")


def test_logind_says_that_it_is_locked(desktop, seated):
    desktop.changes(LockedHint=True)
    seated.until("page LockPage os_lock")
    desktop.changes(LockedHint=False)
    until(lambda: seated.ask("locked") == "False", "locked for ever")


def test_07_another_user_at_the_console_locks_and_coming_back_works(desktop, seated):
    desktop.changes(Active=False)
    seated.until("page LockPage os_lock")
    desktop.changes(Active=True)
    seated.come_back()


def test_33_who_only_pretends_to_be_the_system_is_not_heard(desktop, seated):
    desktop.forges("session", SAVER[1], f"{SAVER[0]}.ActiveChanged", ["true"])
    desktop.forges("session", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged", ["true"])
    desktop.forges("system", SESSION[1], "org.freedesktop.login1.Session.Lock", [])
    changed = ["org.freedesktop.login1.Session", "{'LockedHint': <true>, 'Active': <false>}", "@as []"]
    desktop.forges("system", SESSION[1], "org.freedesktop.DBus.Properties.PropertiesChanged", changed)
    assert not seated.hears_within(0.7)
    assert seated.ask("locked") == "False"
    desktop.emits("system", *LOGIND, "org.freedesktop.login1.Manager.PrepareForSleep", "b", "true")
    seated.until("left sleep")
    assert seated.heard[-2:] == ["page Workplace", "left sleep"]


def test_where_the_centre_wants_it_the_system_is_locked_with_the_seat_or_it_is_told(desktop, at):
    at.come_back(os_lock=1)
    at.ask("lock")
    until(lambda: "Lock" in desktop.log("session", *SAVER), "nobody asked the screen to lock")
    until(lambda: "Lock" in desktop.log("system", *SESSION), "nobody asked logind to lock")
    assert at.ask("sentence") != causes.open_still()
    until(lambda: at.ask("sentence") == causes.open_still(), "nobody is told")


def test_where_there_is_no_x11_mutter_is_asked_and_what_it_said_before_the_lock_is_forgotten(
    desktop, tmp_path
):
    with sitting(desktop, tmp_path, QT_QPA_PLATFORM="offscreen") as seated:
        seated.come_back(system_idle=100)
        desktop.idles(99_999)
        until(lambda: seated.ask("idle") == "99999", "Mutter is not asked")
        desktop.idles(100_000)
        seated.until("page LockPage system_idle")
        desktop.idles(0)
        seated.come_back(system_idle=100)
        assert not seated.hears_within(1.7)
        desktop.idles("1 / 0")  # it fails from now on
        until(lambda: seated.ask("idle") == "None", "believed for ever")


def test_04_where_no_desktop_says_anything_nothing_waits_and_nothing_breaks(desktop):
    words = """
import PySide6.QtWidgets
application = PySide6.QtWidgets.QApplication([])
from app.ui.session.linux import LinuxSystem
system = LinuxSystem()
for act in (system.hold, system.lock, system.let_go, application.processEvents, system.idle_elsewhere()):
    act()
print(system.idle_ms(), system.now() > 0)
"""
    env = {**desktop.env, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(rig.ROOT)}
    env |= {f"DBUS_{bus}_BUS_ADDRESS": "unix:path=/nonexistent" for bus in ("SESSION", "SYSTEM")}
    done = subprocess.run([sys.executable, "-c", words], env=env, capture_output=True, text=True, timeout=30)
    assert (done.stdout, done.stderr) == ("None True\n", "")


def test_a_window_that_hangs_is_ended_the_system_locked_and_the_draft_is_there(desktop, tmp_path):
    desktop.hands("xdotool", "key", "shift")
    asked = desktop.log("session", *SAVER).count("Lock")
    with sitting(desktop, tmp_path) as seated:
        seated.come_back(system_idle=2)
        seated.ask("type", "王小明")
        seated.ask("hang")
        assert seated.ends()
    assert desktop.log("session", *SAVER).count("Lock") > asked
    with sitting(desktop, tmp_path, page="SignInPage") as seated:
        assert "窗口没有回应" in seated.ask("sentence")
        seated.ask("sign_in")
        seated.until("page Workplace")
        assert seated.ask("typed") == "王小明"
