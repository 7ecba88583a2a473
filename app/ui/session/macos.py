"""macOS: since when nobody is there, and that the screen locked. Tried with a stand-in only; what waits for a
real one says `resources/help/tested-on.md`. Of sleep it hears only afterwards, by the gap in its time."""

import ctypes
import subprocess
from collections.abc import Callable
from ctypes import c_char_p, c_double, c_int, c_int32, c_uint32, c_ulong, c_void_p
from math import isfinite
from typing import Any

from PySide6.QtCore import Slot

from app.ui.session.port import System
from app.ui.session.shown import Shown

_FRAMEWORK = "/System/Library/Frameworks/{0}.framework/{0}"
_COMBINED, _ANY_INPUT = 0, 0xFFFFFFFF  # of this session, any kind of event
_UTF8, _AT_ONCE = 0x08000100, 4
_OBJECTS, _NONE = "/usr/lib/libobjc.A.dylib", 0  # NSWindowSharingNone
_LOCKED, _UNLOCKED = b"com.apple.screenIsLocked", b"com.apple.screenIsUnlocked"
_HEARD = ctypes.CFUNCTYPE(None, *(c_void_p,) * 5)  # centre, observer, name, object, more


class Api:
    """What of macOS is called."""

    def __init__(self) -> None:
        self._events = ctypes.CDLL(_FRAMEWORK.format("ApplicationServices"))
        self._since = self._events.CGEventSourceSecondsSinceLastEventType
        self._since.restype, self._since.argtypes = c_double, [c_int32, c_uint32]
        self._foundation = ctypes.CDLL(_FRAMEWORK.format("CoreFoundation"))
        self._text = self._foundation.CFStringCreateWithCString
        self._text.restype, self._text.argtypes = c_void_p, [c_void_p, c_char_p, c_uint32]
        self._centre = self._foundation.CFNotificationCenterGetDistributedCenter
        self._centre.restype, self._centre.argtypes = c_void_p, []
        self._observe = self._foundation.CFNotificationCenterAddObserver
        self._observe.restype = None
        self._observe.argtypes = [c_void_p, c_void_p, _HEARD, c_void_p, c_void_p, c_int]
        self._objects = ctypes.CDLL(_OBJECTS)
        self._word = self._objects.sel_registerName
        self._word.restype, self._word.argtypes = c_void_p, [c_char_p]
        self._kept: list[Any] = []  # what the system calls must not be collected

    def idle_seconds(self) -> float:
        return float(self._since(_COMBINED, _ANY_INPUT))

    def listen(self, name: bytes, then: Callable[[], None]) -> None:
        """Call *then*, on the window's thread, whenever *name* is posted by any program of this user."""
        heard = _HEARD(lambda *_: then())
        self._kept.append(heard)
        self._observe(self._centre(), None, heard, self._text(None, name, _UTF8), None, _AT_ONCE)

    def hide(self, view: int) -> None:
        """Let nobody capture the window of *view*."""
        send = ("objc_msgSend", self._objects)  # of no type by itself: it has that of what it calls
        ask = ctypes.CFUNCTYPE(c_void_p, c_void_p, c_void_p)(send)
        tell = ctypes.CFUNCTYPE(None, c_void_p, c_void_p, c_ulong)(send)
        tell(ask(view, self._word(b"window")), self._word(b"setSharingType:"), _NONE)

    def lock(self) -> None:
        """Put the screen to sleep: that locks it where a password is required for waking it."""
        subprocess.Popen(["/usr/bin/pmset", "displaysleepnow"])


class MacSystem(System):
    def __init__(self, api: Api | None = None) -> None:
        super().__init__()
        self._api = api or Api()
        self._shown = Shown(self)
        self._shown.came.connect(self._hide)
        self._api.listen(_LOCKED, self._lock_seen)
        self._api.listen(_UNLOCKED, self._unlock_seen)

    def idle_ms(self) -> int | None:
        seconds = self._api.idle_seconds()
        return int(seconds * 1000) if isfinite(seconds) else None

    def idle_elsewhere(self) -> Callable[[], int | None]:
        return self.idle_ms

    def hide_from_recorders(self) -> bool:
        self._shown.begin()
        return True

    @Slot(object)
    def _hide(self, window: int) -> None:
        self._api.hide(window)

    def lock(self) -> None:
        self._api.lock()

    def _lock_seen(self) -> None:
        self.is_locked = True
        self.left.emit("os_lock")

    def _unlock_seen(self) -> None:
        self.is_locked = False
