"""The lock on a real screen (X11): real keys, real focus, both clipboards."""

import os
import shutil
import subprocess
import threading

import pytest

from tests.attacks.outside import Outside, until
from tests.screen import screen

pytestmark = pytest.mark.attack
PACKAGES = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "xclip": "xclip",
    "xprop": "x11-utils",
    "trayer": "trayer",
    "xrandr": "x11-xserver-utils",
}
PHONE = "13912345678"


@pytest.fixture(scope="module")
def display():
    if missing := [package for tool, package in PACKAGES.items() if not shutil.which(tool)]:
        pytest.skip(f"a real screen needs {' '.join(missing)} (apt-get install)")
    with screen() as display:
        env = {"DISPLAY": display, "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"}
        windows = subprocess.Popen(["openbox", "--sm-disable"], env=env, stdout=subprocess.DEVNULL)
        asking = ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]
        until(lambda: b"#" in subprocess.run(asking, env=env, capture_output=True).stdout, "openbox")
        yield display
        windows.terminate()
        windows.wait()


@pytest.fixture(scope="module")
def running(display, tmp_path_factory):
    seat = Outside(tmp_path_factory.mktemp("x11") / "seat", display)
    seat.sign_in_first()
    yield seat
    seat.kill()


@pytest.fixture
def seat(running):
    """Somebody signed in, with a call half typed."""
    if running.ask("at.is_locked"):
        running.unlock()
    running.ask("at.heard.clear()")
    running.ask(f"at.call(name='欧阳落霞', phone='{PHONE}')")
    running.until("at.page.isActiveWindow()")
    return running


def lock(seat):
    seat.press("ctrl+alt+l")
    seat.until("at.is_locked")
    seat.until("not at.page._deaf.isActive()")


def test_01_its_key_works_over_menus_and_questions(seat):
    for opened in ("at.page.top.who.showMenu()", "at.page.work.pick()", "at.ask_something()"):
        seat.ask(f"at.soon(lambda: {opened})")
        seat.until("at.seen() > 1 or application.activePopupWidget() is not None")
        lock(seat)
        assert seat.ask("at.seen()") == 1
        assert seat.ask("application.activePopupWidget() is None")
        seat.unlock()


def test_02_what_is_being_dragged_is_dropped_nowhere(seat):
    seat.ask("at.drag()")
    x, y = seat.ask("at.place(at.handle)")
    seat.hands("mousemove", str(x), str(y), "mousedown", "1", "mousemove_relative", "40", "10")
    seat.hands("mousemove_relative", "40", "10")
    seat.until("at.heard == ['dragging']")
    seat.ask("program.lock()")
    seat.until("at.heard == ['dragging', 'dropped nowhere']")
    seat.hands("mouseup", "1")
    assert seat.ask("at.is_locked")
    assert seat.ask("at.seen()") == 1


def test_10_what_is_typed_reaches_nothing_but_the_password(seat):
    lock(seat)
    seat.press("F1", "F2", "F4", "F5", "F6", "F8", "F9", "F10", "ctrl+k", "ctrl+p", "ctrl+z", "ctrl+Tab")
    seat.press(*["Tab"] * 50)
    seat.press(*["shift+Tab"] * 50)
    seat.type("secret")
    assert seat.ask("at.is_locked and at.seen() == 1")
    assert seat.ask("at.page.password.text()") == "secret"
    assert seat.ask("at.focus()") == "密码"


def test_10_what_is_marked_elsewhere_is_not_pasted_by_the_middle_button(seat):
    lock(seat)
    seat.copy("primary", "marked elsewhere")
    x, y = seat.ask("at.place(at.page.password)")
    seat.hands("mousemove", str(x), str(y), "click", "2")
    seat.type("x")
    assert seat.ask("at.page.password.text()") == "x"


def test_11_a_shortcut_of_the_whole_program_is_eaten_while_locked(seat):
    seat.ask("at.leave_a_shortcut('Ctrl+J')")
    seat.press("ctrl+j")
    assert seat.ask("at.heard") == ["Ctrl+J"]
    lock(seat)
    seat.press("ctrl+j")
    assert seat.ask("at.heard") == ["Ctrl+J"]


def test_12_a_window_that_comes_late_gets_no_key(seat):
    lock(seat)
    seat.ask("at.soon(lambda: at.ask_something())")
    seat.until("at.heard")
    assert seat.ask("at.heard") == ["no"]
    assert seat.ask("at.seen()") == 1
    assert titles(seat) == {"坐席工作台"}


def titles(seat):
    shown = seat.hands("search", "--onlyvisible", "--pid", str(seat.process.pid)).split()
    return {seat.hands("getwindowname", window).strip() for window in shown}


def test_13_no_title_tells_a_name(seat):
    assert titles(seat) == {"坐席工作台"}
    lock(seat)
    assert titles(seat) == {"坐席工作台"}


def test_14_both_clipboards_are_emptied_of_ours_and_keep_what_is_anothers(seat):
    seat.ask("application.clipboard().setText('13912345678')")
    seat.ask("at.page.tabs.current().view.focus_field('name')")
    seat.press("ctrl+a")
    until(lambda: seat.copied("primary") == "欧阳落霞", "nothing is marked")
    assert seat.copied("clipboard") == PHONE
    lock(seat)
    until(lambda: seat.copied("primary") == "", "what was marked is still there")
    assert seat.copied("clipboard") == ""
    seat.unlock()
    for board in ("primary", "clipboard"):
        seat.copy(board, "another program's")
    lock(seat)
    assert {seat.copied(board) for board in ("primary", "clipboard")} == {"another program's"}


@pytest.fixture
def second_monitor(display):
    """The right half of the screen, and what pulls its plug."""
    env = {**os.environ, "DISPLAY": display}
    half = ["--setmonitor", "right", "683/180x768/200+683+0", "none"]
    subprocess.run(["xrandr", *half], env=env, check=True)
    yield lambda: subprocess.run(["xrandr", "--delmonitor", "right"], env=env, check=True)
    subprocess.run(["xrandr", "--delmonitor", "right"], env=env, capture_output=True)


def test_35_on_two_monitors_and_when_one_goes_all_of_it_is_the_lock_page(seat, second_monitor):
    seat.until("len(application.screens()) == 2")
    seat.ask("at.front.window.move(700, 20)")
    seat.ask("at.float(900)")
    seat.until("{each.screen().name() for each in at.windows()} == {'screen', 'right'}")
    assert seat.ask("at.seen()") == 2
    lock(seat)
    assert seat.ask("[at.seen(), at.covered()]") == [1, True]
    assert titles(seat) == {"坐席工作台"}
    second_monitor()
    seat.until("len(application.screens()) == 1")
    assert seat.ask("[at.is_locked, at.seen(), at.covered()]") == [True, 1, True]


def test_10_it_is_unlocked_by_real_keys_at_the_same_caret(seat):
    seat.ask("at.page.tabs.current().view.focus_field('name')")
    seat.press("End", "Left")
    lock(seat)
    seat.type("correct horse")
    seat.press("Return")
    seat.until("at.is_open")
    seat.type("x")
    assert seat.ask("at.answers()")["name"] == "欧阳落x霞"


def test_10_closed_by_the_window_manager_it_is_gone_or_locked(seat):
    lock(seat)
    seat.hands("key", "alt+F4")
    seat.process.wait(30)
    assert seat.process.returncode == 0


@pytest.fixture
def in_a_tray(display, tmp_path):
    """Somebody signed in on a desktop whose tray comes after the program."""
    seat = Outside(tmp_path / "seat", display)
    with subprocess.Popen(["trayer", "--edge", "bottom"], env={**os.environ, "DISPLAY": display}) as tray:
        seat.until("program._tray.icon.isSystemTrayAvailable()")
        seat.sign_in_first()
        seat.until("program._tray.icon.geometry().width() > 0")
        yield seat
        tray.terminate()
    seat.kill()


def click_the_tray(seat, button):
    x, y = seat.ask("program._tray.icon.geometry().center().toTuple()")
    seat.hands("mousemove", str(x), str(y), "click", button)


def choose_in_the_tray(seat, words):
    def opened():
        """Click again where a window that was just going closed it."""
        click_the_tray(seat, "3")
        threading.Event().wait(1)
        return seat.ask("program._tray.menu.isVisible()")

    until(opened, "no menu")
    assert seat.ask("[each.text() for each in program._tray.menu.actions() if each.isVisible()]") == words
    seat.press("Down", "Return")
    seat.until("not program._tray.menu.isVisible()")


def test_13_a_real_tray_locks_shows_the_page_names_nobody_and_is_left_when_the_window_closes(in_a_tray):
    seat = in_a_tray
    seat.ask(f"at.call(name='欧阳落霞', phone='{PHONE}')")
    seat.ask("at.front.window.showMinimized()")
    click_the_tray(seat, "1")
    seat.until("at.page.isActiveWindow()")
    seat.ask("at.show_a_question()")
    choose_in_the_tray(seat, ["锁定", "显示窗口"])
    seat.until("at.is_locked")
    assert seat.ask("program._locked.stay.source") == "tray"
    assert seat.ask("program._tray.icon.geometry().width() > 0")
    assert titles(seat) == {"坐席工作台", "zuoxi"}  # which is the icon's
    seat.ask("at.front.window.showMinimized()")
    seat.until("not at.front.window.isActiveWindow()")
    choose_in_the_tray(seat, ["显示窗口"])
    seat.until("at.page.isActiveWindow() and at.is_locked")
    seat.hands("key", "alt+F4")
    assert seat.process.wait(30) == 0
