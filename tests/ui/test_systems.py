"""What Windows and macOS say, understood: they themselves are stood in for, and listed in tested-on.md."""

import ctypes
import subprocess
import sys
from ctypes import wintypes

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QMainWindow,
    QMenu,
    QMessageBox,
    QToolTip,
    QWidget,
)

from app.ui.session import windows
from app.ui.session.macos import MacSystem
from app.ui.session.port import System
from app.ui.session.windows import POWER, SESSION_CHANGE, WindowsSystem, since


class Windows:
    """Stands for its functions."""

    def __init__(self):
        self.last, self.now, self.up, self.told, self.locks = 0, 0, 0, [], 0
        self.knows, self.captured = {0x1, 0x11}, {}

    def last_input(self):
        return self.last

    def ticks(self):
        return self.now

    def ticks_64(self):
        return 2**33 + 500

    def tell(self, window):
        self.told.append(window)
        return self.up >= len(self.told) - 1 and self.up != -1

    def capture(self, window, how):
        if how in self.knows:
            self.captured[window] = how
        return how in self.knows

    def lock(self):
        self.locks += 1


class Mac:
    def __init__(self):
        self.idle, self.listeners, self.locks, self.hidden = 0.0, {}, 0, []
        self.hide = self.hidden.append

    def idle_seconds(self):
        return self.idle

    def listen(self, name, then):
        self.listeners[name] = then

    def lock(self):
        self.locks += 1


def heard(system):
    said = []
    system.left.connect(said.append)
    return said


@pytest.fixture
def windows_api():
    return Windows()


@pytest.fixture
def on_windows(qapp, windows_api):
    system = WindowsSystem(windows_api)
    yield system
    qapp.removeNativeEventFilter(system._ear)
    system._told.deleteLater()
    system.deleteLater()


@pytest.mark.parametrize(
    ("last", "now", "gap"),
    [
        (1000, 121_000, 120_000),
        (0xFFFFFF00, 0x44, 0x144),  # it counted from 0 again in between
        (5, 5, 0),
        (5005, 5000, 0),  # a program sent input and dated it ahead
        (0, 2**31 - 1, 2**31 - 1),
    ],
)
def test_a_count_that_starts_anew_after_49_days(last, now, gap):
    assert since(last, now) == gap


def test_windows_tells_since_when_nobody_is_there(on_windows, windows_api):
    windows_api.last, windows_api.now = 1_000, 4_500
    assert on_windows.idle_ms() == on_windows.idle_elsewhere()() == 3_500
    windows_api.last = None
    assert on_windows.idle_ms() is None
    assert on_windows.now() == 8_589_935.092


@pytest.mark.parametrize(
    ("message", "what", "why"),
    [
        (SESSION_CHANGE, 7, "os_lock"),
        (SESSION_CHANGE, 2, "os_lock"),  # another user at the console
        (SESSION_CHANGE, 4, "os_lock"),  # a remote desktop closed
        (SESSION_CHANGE, 6, "os_lock"),
        (SESSION_CHANGE, 8, ""),
        (SESSION_CHANGE, 1, ""),
        (SESSION_CHANGE, 3, ""),
        (SESSION_CHANGE, 5, ""),
        (POWER, 4, "sleep"),
        (POWER, 18, ""),  # it wakes
        (POWER, 10, ""),
        (0x0100, 7, ""),  # a key
    ],
)
@pytest.mark.parametrize("kind", [b"windows_generic_MSG", QByteArray(b"windows_dispatcher_MSG")], ids=str)
def test_a_message_of_windows_is_understood(on_windows, kind, message, what, why):
    said = heard(on_windows)
    told = wintypes.MSG(message=message, wParam=what)
    assert on_windows._ear.nativeEventFilter(kind, ctypes.addressof(told)) == (False, 0)
    assert said == ([why] if why else [])


def test_a_message_of_another_system_is_not_read(on_windows):
    said = heard(on_windows)
    assert on_windows._ear.nativeEventFilter(b"xcb_generic_event_t", 1) == (False, 0)
    assert said == []


def test_windows_is_locked_from_its_word_to_its_word(on_windows):
    for what, locked in ((7, True), (2, True), (8, False), (4, False)):
        on_windows.hear(SESSION_CHANGE, what)
        assert on_windows.is_locked is locked


def test_it_asks_again_until_windows_can_tell_and_when_its_window_is_made_anew(qapp, qtbot, monkeypatch):
    monkeypatch.setattr(windows, "_FIRST_MS", 10)
    api = Windows()
    api.up = -1
    system = WindowsSystem(api)
    qtbot.waitUntil(lambda: len(api.told) >= 3)
    api.up = 1000
    qtbot.waitUntil(lambda: not system._again.isActive())
    assert len(set(api.told)) == 1
    before = len(api.told)
    QCoreApplication.sendEvent(system._told, QEvent(QEvent.Type.WinIdChange))
    qtbot.waitUntil(lambda: len(api.told) == before + 1)
    assert not system._told.isVisible()
    qapp.removeNativeEventFilter(system._ear)
    system._told.deleteLater()


def test_locking_windows_is_asked_for_only(on_windows, windows_api):
    on_windows.lock()
    assert windows_api.locks == 1
    assert not on_windows.is_locked


@pytest.mark.parametrize(
    ("idle", "ms"), [(119.9999, 119_999), (0.0, 0), (float("nan"), None), (float("inf"), None)]
)
def test_macos_tells_since_when_nobody_is_there(idle, ms):
    api = Mac()
    system = MacSystem(api)
    api.idle = idle
    assert system.idle_ms() == system.idle_elsewhere()() == ms


def test_macos_is_locked_from_its_word_to_its_word():
    api = Mac()
    system = MacSystem(api)
    said = heard(system)
    api.listeners[b"com.apple.screenIsLocked"]()
    assert system.is_locked
    api.listeners[b"com.apple.screenIsUnlocked"]()
    assert not system.is_locked
    assert said == ["os_lock"]
    system.lock()
    assert api.locks == 1


# -- what is captured of the screen --


@pytest.fixture
def window(qapp):
    window = QMainWindow()
    window.show()
    yield window
    QToolTip.hideText()
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def menu(window):
    shown = QMenu(window)
    inner = shown.addMenu("more")
    inner.addAction("copy")
    shown.popup(QPoint(5, 5))
    inner.popup(QPoint(50, 5))


def hint(window):
    QToolTip.showText(QPoint(50, 50), "hint", window)


def combo(window):
    box = QComboBox(window)
    box.addItems("ab")
    box.show()
    box.showPopup()


def question(window):
    QMessageBox(window).open()


def chooser(window):
    dialog = QFileDialog(window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.open()


def beside(window):
    QWidget(window, Qt.WindowType.Tool).show()


def made_anew(window):
    window.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
    window.show()


SHOWN = (menu, hint, combo, question, chooser, beside, made_anew)


@pytest.mark.parametrize("show", SHOWN)
def test_windows_captures_nothing_of_whatever_is_shown(on_windows, windows_api, window, show):
    assert on_windows.hide_from_recorders()
    assert windows_api.captured == {window.winId(): 0x11}
    if show is made_anew:
        windows_api.captured.clear()
    show(window)
    QApplication.processEvents()
    seen = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert len(seen) > (show is not made_anew)
    assert {each.winId() for each in seen} <= windows_api.captured.keys()
    assert set(windows_api.captured.values()) == {0x11}


def test_windows_hides_it_before_it_is_seen(on_windows, windows_api, window, monkeypatch):
    on_windows.hide_from_recorders()
    dialog, seen = QMessageBox(window), []

    def capture(window, how):
        seen.append(dialog.windowHandle().isExposed())
        return True

    with monkeypatch.context() as patch:
        patch.setattr(windows_api, "capture", capture)
        dialog.show()
    assert seen
    assert not any(seen)


@pytest.mark.parametrize(("knows", "how"), [({0x1}, 0x1), (set(), None)])
def test_an_older_windows_shows_it_black_and_one_that_cannot_is_logged(
    on_windows, windows_api, window, knows, how, caplog
):
    windows_api.knows = knows
    on_windows.hide_from_recorders()
    assert windows_api.captured.get(window.winId()) == how
    assert len(caplog.records) == (how is None)


def test_asked_once_more_windows_is_told_once(on_windows, windows_api, window):
    for _ in range(2):
        on_windows.hide_from_recorders()
    windows_api.captured.clear()
    told = []
    windows_api.capture = lambda *words: told.append(words) or True
    window.hide()
    window.show()
    assert told == [(window.winId(), 0x11)]


def test_a_handle_that_is_made_anew_without_being_shown_is_told_too(on_windows, windows_api, window):
    on_windows.hide_from_recorders()
    windows_api.captured.clear()
    window.windowHandle().destroy()
    window.windowHandle().create()
    assert windows_api.captured == {window.windowHandle().winId(): 0x11}


def test_as_long_as_nobody_asks_every_window_is_captured(on_windows, windows_api, window):
    question(window)
    assert windows_api.captured == {}


def test_macos_shares_no_window(qapp, window):
    api = Mac()
    system = MacSystem(api)
    assert system.hide_from_recorders()
    question(window)
    seen = {each.winId() for each in QApplication.topLevelWidgets() if each.isVisible()}
    assert len(seen) == 2
    assert seen <= set(api.hidden)
    system.deleteLater()


def test_linux_says_that_it_cannot(qapp):
    assert not System().hide_from_recorders()


def test_no_system_needs_another_ones_libraries_to_be_imported():
    words = "import app.ui.session.here, app.ui.session.windows, app.ui.session.macos, app.ui.session.port"
    subprocess.run([sys.executable, "-c", words], check=True)
