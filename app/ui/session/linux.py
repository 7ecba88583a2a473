"""Linux: X11 or GNOME tell since when nobody is there, the screen's own lock and logind when it locks."""

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import SLOT, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusUnixFileDescriptor
from PySide6.QtGui import QGuiApplication

from app.ui.session.port import System
from app.ui.session.x11 import idle_clock

# Named in each question and each subscription: the bus lets nobody else answer or emit under these names.
_SAVERS = tuple(
    (f"org.{who}.ScreenSaver", f"/org/{who}/ScreenSaver") for who in ("freedesktop", "gnome", "xfce")
)
_MUTTER = "org.gnome.Mutter.IdleMonitor"
_LOGIND, _MANAGER = "org.freedesktop.login1", "/org/freedesktop/login1"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_PATIENCE_MS = 2000

_log = logging.getLogger(__name__)


class LinuxSystem(System):
    """Asks and is told over D-Bus, without ever waiting; a desktop that offers none of it is only watched
    from within the window. What Python sends as a number is signed: of what takes others nothing is asked."""

    def __init__(self) -> None:
        super().__init__()
        self._session, self._system = _session_bus(), QDBusConnection.systemBus()
        self._clock = idle_clock() if _on_x11() else None
        self._asking = False
        self._told: int | None = None  # by Mutter, at the question before
        self._held: QDBusUnixFileDescriptor | None = None
        self._wants_to_hold = False
        self._path = ""  # of this session at logind
        for name, path in _SAVERS:
            self._hear(self._session, name, path, name, "ActiveChanged", "saver(bool)")
        manager = f"{_LOGIND}.Manager"
        self._hear(self._system, _LOGIND, _MANAGER, manager, "PrepareForSleep", "sleep(bool)")
        self._find_session()
        _log.info("idle by %s", "X11" if self._clock else "Mutter, where it runs")

    # -- since when nobody is there --

    def idle_ms(self) -> int | None:
        if self._clock:
            return self._clock()
        if not self._asking:
            self._asking = True
            self._ask(self._session, _mutter(), self._note_idle)
        return self._told

    def _note_idle(self, answer: list[Any] | None) -> None:
        self._asking = False
        self._told = answer[0] if answer and isinstance(answer[0], int) else None

    def idle_elsewhere(self) -> Callable[[], int | None]:
        if _on_x11():
            return idle_clock() or (lambda: None)

        def ask() -> int | None:
            answer = self._session.call(_mutter(), timeout=_PATIENCE_MS).arguments()
            return answer[0] if answer and isinstance(answer[0], int) else None

        return ask

    # -- what it tells --

    def _hear(
        self, bus: QDBusConnection, name: str, path: str, interface: str, signal: str, slot: str
    ) -> None:
        # Its stubs want bytes, itself a str.
        heard = bus.connect(name, path, interface, signal, self, SLOT(slot))  # type: ignore[call-overload]
        if not heard and bus.isConnected():
            _log.warning("%s of %s is not heard", signal, name)

    @Slot(bool)
    def saver(self, active: bool) -> None:
        self._note_lock(active)

    @Slot()
    def asked(self) -> None:
        """Somebody asks whatever locks this session to lock it."""
        self.left.emit("os_lock")

    @Slot(bool)
    def sleep(self, going: bool) -> None:
        if going:
            self.left.emit("sleep")

    @Slot()
    def look(self) -> None:
        """Something about this session is another now. What comes with that is a map, which Qt does not
        unpack: ask."""
        self._get(self._path, "LockedHint", self._note_lock)
        self._get(self._path, "Active", self._note_front)

    def _note_front(self, ours: bool) -> None:
        if not ours:  # another user's screen is in front
            self.left.emit("os_lock")

    def _note_lock(self, locked: bool) -> None:
        self.is_locked = locked
        if locked:
            self.left.emit("os_lock")

    # -- this session at logind --

    def _find_session(self) -> None:
        if session := os.environ.get("XDG_SESSION_ID"):
            self._look_up(session)
            return
        self._get(f"{_MANAGER}/session/auto", "Id", self._look_up)

    def _look_up(self, session: str) -> None:
        get = _message(_LOGIND, _MANAGER, f"{_LOGIND}.Manager", "GetSession", session)
        self._ask(self._system, get, self._found_session)

    def _found_session(self, answer: list[Any] | None) -> None:
        if not answer:
            return
        self._path = answer[0].path()
        session = f"{_LOGIND}.Session"
        self._hear(self._system, _LOGIND, self._path, session, "Lock", "asked()")
        self._hear(self._system, _LOGIND, self._path, _PROPERTIES, "PropertiesChanged", "look()")

    def _get(self, path: str, name: str, then: Callable[[Any], None]) -> None:
        """Ask for what this session is; nothing happens where nobody answers."""
        get = _message(_LOGIND, path, _PROPERTIES, "Get", f"{_LOGIND}.Session", name)
        self._ask(self._system, get, lambda answer: then(answer[0].variant()) if answer else None)

    # -- before it sleeps --

    def hold(self) -> None:
        self._told = None  # of whoever was here before
        self._wants_to_hold = True
        if self._held is None:
            why = ("sleep", "Zuoxi", "lock", "delay")
            inhibit = _message(_LOGIND, _MANAGER, f"{_LOGIND}.Manager", "Inhibit", *why)
            self._ask(self._system, inhibit, self._take_hold)

    def _take_hold(self, answer: list[Any] | None) -> None:
        if answer and self._wants_to_hold:
            self._held = answer[0]

    def let_go(self) -> None:
        self._wants_to_hold, self._held = False, None

    # -- to lock it --

    def lock(self) -> None:
        for name, path in _SAVERS:
            self._session.send(_message(name, path, name, "Lock"))
        if self._path:
            self._system.send(_message(_LOGIND, self._path, f"{_LOGIND}.Session", "Lock"))

    def _ask(
        self, bus: QDBusConnection, message: QDBusMessage, then: Callable[[list[Any] | None], None]
    ) -> None:
        """*then* hears the answer, or None."""
        watcher = QDBusPendingCallWatcher(bus.asyncCall(message, _PATIENCE_MS), self)

        def answered() -> None:
            watcher.deleteLater()
            then(None if watcher.isError() else watcher.reply().arguments())

        watcher.finished.connect(answered)


def _on_x11() -> bool:
    """Within Wayland X11 hears only what is typed into its own windows."""
    return QGuiApplication.platformName() == "xcb" and "WAYLAND_DISPLAY" not in os.environ


def _message(name: str, path: str, interface: str, method: str, *words: str) -> QDBusMessage:
    message = QDBusMessage.createMethodCall(name, path, interface, method)
    message.setAutoStartService(False)
    message.setArguments(list(words))
    return message


def _mutter() -> QDBusMessage:
    return _message(_MUTTER, "/org/gnome/Mutter/IdleMonitor/Core", _MUTTER, "GetIdletime")


def _session_bus() -> QDBusConnection:
    """Without an address the library would start a bus, and wait for it."""
    told = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    if told or Path(os.environ.get("XDG_RUNTIME_DIR", "/nonexistent"), "bus").exists():
        return QDBusConnection.sessionBus()
    return QDBusConnection("")
