"""What Windows and macOS say, understood: they themselves are stood in for, and listed in tested-on.md."""

import ctypes
import subprocess
import sys
from ctypes import wintypes

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QEvent

from app.ui.session import windows
from app.ui.session.macos import MacSystem
from app.ui.session.windows import POWER, SESSION_CHANGE, WindowsSystem, since


class Windows:
    """Stands for its functions."""

    def __init__(self):
        self.last, self.now, self.up, self.told, self.locks = 0, 0, 0, [], 0

    def last_input(self):
        return self.last

    def ticks(self):
        return self.now

    def ticks_64(self):
        return 2**33 + 500

    def tell(self, window):
        self.told.append(window)
        return self.up >= len(self.told) - 1 and self.up != -1

    def lock(self):
        self.locks += 1


class Mac:
    def __init__(self):
        self.idle, self.listeners, self.locks = 0.0, {}, 0

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


def test_no_system_needs_another_ones_libraries_to_be_imported():
    words = "import app.ui.session.here, app.ui.session.windows, app.ui.session.macos, app.ui.session.port"
    subprocess.run([sys.executable, "-c", words], check=True)
