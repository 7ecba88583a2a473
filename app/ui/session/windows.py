"""Windows: since when nobody is there, what a session is told, and its lock. Tried with a stand-in only; what
waits for a real one says `resources/help/tested-on.md`."""

import ctypes
import logging
import sys
from collections.abc import Callable
from ctypes import wintypes
from typing import Any

from PySide6.QtCore import (
    QAbstractNativeEventFilter,
    QByteArray,
    QCoreApplication,
    QEvent,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QWidget

from app.ui.session.port import System
from app.ui.session.shown import Shown

SESSION_CHANGE, POWER = 0x2B1, 0x218  # WM_WTSSESSION_CHANGE, WM_POWERBROADCAST
_LOCKED, _UNLOCKED = 7, 8
_GONE = frozenset({_LOCKED, 2, 4, 6})  # or disconnected from the console, from afar, or logged off
_SUSPENDS = 4  # PBT_APMSUSPEND
_KINDS = (b"windows_generic_MSG", b"windows_dispatcher_MSG")
_ROUND = 1 << 32  # milliseconds after which Windows counts from 0 again: 49.7 days
_UNSEEN, _BLACK = 0x11, 0x1  # WDA_EXCLUDEFROMCAPTURE, since version 2004; WDA_MONITOR
_FIRST_MS, _LAST_MS = 1000, 60_000  # between two tries to be told: at boot its service is not up yet

_log = logging.getLogger(__name__)


class _LastInput(ctypes.Structure):
    """LASTINPUTINFO."""

    _fields_ = [("size", wintypes.UINT), ("at", wintypes.DWORD)]


class Api:
    """What of Windows is called."""

    def __init__(self) -> None:
        self._user, self._kernel, self._terminal = map(_library, ("user32", "kernel32", "wtsapi32"))
        self._kernel.GetTickCount.restype = wintypes.DWORD
        self._kernel.GetTickCount64.restype = ctypes.c_uint64
        self._terminal.WTSRegisterSessionNotification.argtypes = [wintypes.HWND, wintypes.DWORD]
        self._user.SetWindowDisplayAffinity.argtypes = [wintypes.HWND, wintypes.DWORD]

    def last_input(self) -> int | None:
        """Return the count at the last touch within this session."""
        told = _LastInput(ctypes.sizeof(_LastInput), 0)
        return int(told.at) if self._user.GetLastInputInfo(ctypes.byref(told)) else None

    def ticks(self) -> int:
        return int(self._kernel.GetTickCount())

    def ticks_64(self) -> int:
        """Return milliseconds since the start, sleep and all."""
        return int(self._kernel.GetTickCount64())

    def tell(self, window: int) -> bool:
        """Have *window* told of this session; False as long as the service that tells is not there."""
        return bool(self._terminal.WTSRegisterSessionNotification(window, 0))

    def capture(self, window: int, how: int) -> bool:
        """Let *window* be captured as *how* says, and no otherwise; False where Windows does not know it."""
        return bool(self._user.SetWindowDisplayAffinity(window, how))

    def lock(self) -> None:
        self._user.LockWorkStation()


class WindowsSystem(System):
    def __init__(self, api: Api | None = None) -> None:
        super().__init__()
        self._api = api or Api()
        # Never shown, so that it keeps its handle; Qt makes those of real windows anew at will.
        self._told = _Told()
        self._again = QTimer(self, singleShot=True, interval=_FIRST_MS)
        self._again.timeout.connect(self._register)
        self._told.winId()  # made now: its first handle is no other one
        self._told.renewed.connect(lambda: self._again.start(0))
        self._ear = _Ear(self.hear)  # nobody else keeps it
        self._shown = Shown(self)
        self._shown.came.connect(self._hide)
        if (application := QCoreApplication.instance()) is not None:
            application.installNativeEventFilter(self._ear)
        self._register()

    def now(self) -> float:
        return self._api.ticks_64() / 1000

    def idle_ms(self) -> int | None:
        last = self._api.last_input()  # first: between two questions somebody may come
        return None if last is None else since(last, self._api.ticks())

    def idle_elsewhere(self) -> Callable[[], int | None]:
        return self.idle_ms

    def hide_from_recorders(self) -> bool:
        self._shown.begin()
        return True

    @Slot(object)
    def _hide(self, window: int) -> None:
        if not any(self._api.capture(window, how) for how in (_UNSEEN, _BLACK)):
            _log.warning("Windows lets a window be captured")

    def lock(self) -> None:
        self._api.lock()

    def hear(self, message: int, what: int) -> None:
        if message == SESSION_CHANGE:
            if what in (_LOCKED, _UNLOCKED):
                self.is_locked = what == _LOCKED
            if what in _GONE:
                self.left.emit("os_lock")
        elif message == POWER and what == _SUSPENDS:
            self.left.emit("sleep")

    def _register(self) -> None:
        if not self._api.tell(int(self._told.winId())):
            self._again.start(min(self._again.interval() * 2, _LAST_MS))


class _Told(QWidget):
    renewed = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WinIdChange:
            self.renewed.emit()
        return super().event(event)


class _Ear(QAbstractNativeEventFilter):
    def __init__(self, heard: Callable[[int, int], None]) -> None:
        super().__init__()
        self._heard = heard

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        """*message* is an address, though no int by itself."""
        if (kind.data() if isinstance(kind, QByteArray) else bytes(kind)) in _KINDS:
            told = wintypes.MSG.from_address(int(message))
            self._heard(told.message, told.wParam)
        return False, 0


def _library(name: str) -> Any:
    if sys.platform == "win32":
        return ctypes.WinDLL(name)
    raise OSError(name)


def since(last: int, now: int) -> int:
    """Return the milliseconds from one count to the other; a program may have set *last* ahead of *now*."""
    gap = (now - last) % _ROUND
    return gap if gap < _ROUND // 2 else 0
