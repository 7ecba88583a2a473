"""The keychain of the operating system: two random secrets of the seat, never a password of a person."""

import os
import secrets
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from queue import Empty, Queue
from time import monotonic
from typing import Any, Protocol, TypeVar

T = TypeVar("T")

SERVICE = "zuoxi"
PATIENCE = 5.0  # seconds
LONGEST = 1000  # signs; Windows takes 1280 at most

# By class, and asked in this order. keyring.get_keyring() would let the environment, a config file or a
# package that happens to be installed choose a null or a plain-text keyring.
_ALLOWED = (
    ("keyring.backends.Windows", "WinVaultKeyring"),
    ("keyring.backends.macOS", "Keyring"),
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
    ("keyring.backends.libsecret", "Keyring"),
)

# What the libraries under the backends let through.
_FOREIGN = (
    ("secretstorage.exceptions", "SecretStorageException"),
    ("jeepney.wrappers", "DBusErrorResponse"),
    ("jeepney.auth", "AuthenticationError"),
    ("dbus.exceptions", "DBusException"),
    ("gi.repository.GLib", "Error"),
    ("win32ctypes.pywin32.pywintypes", "error"),
    ("pywintypes", "error"),
)


class KeyringRefused(Exception):
    """``code``: absent, locked, silent, unsafe, failed."""

    code = "failed"

    def __init__(self) -> None:
        super().__init__(self.code)


class KeyringAbsent(KeyringRefused):
    """No keychain we trust runs here."""

    code = "absent"


class KeyringLocked(KeyringRefused):
    code = "locked"


class KeyringSilent(KeyringRefused):
    """No answer in time: it may be asking somebody in a window of its own."""

    code = "silent"


class KeyringUnsafe(KeyringRefused):
    """It did not give back what was put in."""

    code = "unsafe"


class KeyringFailed(KeyringRefused):
    code = "failed"


class Secrets(Protocol):
    """Each call may take as long as PATIENCE: a background lane's, never the window's."""

    def get(self, name: str) -> str | None: ...

    def set(self, name: str, value: str) -> None: ...

    def delete(self, name: str) -> None: ...


class OsSecrets:
    """Finds its backend and proves it by a write, a read and a delete at the first use.

    Asked on a thread of its own, because a keychain that asks a person may never answer; that thread is left
    behind then, and nothing else is asked until it has come back.
    """

    def __init__(self, patience: float = PATIENCE) -> None:
        self._proven: Any = None
        self._patience, self._asking = patience, threading.Thread()

    def get(self, name: str) -> str | None:
        def ask() -> str | None:
            backend = self._backend()
            with _refusals():
                found: str | None = backend.get_password(SERVICE, name)
            return found

        return self._within(ask)

    def set(self, name: str, value: str) -> None:
        if not 0 < len(value) <= LONGEST:
            raise ValueError("a secret has 1 to 1000 signs")

        def ask() -> None:
            backend = self._backend()
            with _refusals():
                backend.set_password(SERVICE, name, value)

        self._within(ask)

    def delete(self, name: str) -> None:
        """Forget *name*; one that is not there is no fault."""

        def ask() -> None:
            backend = self._backend()
            with _refusals():
                if backend.get_password(SERVICE, name) is not None:
                    backend.delete_password(SERVICE, name)

        self._within(ask)

    def _within(self, ask: Callable[[], T]) -> T:
        end = monotonic() + self._patience
        if self._asking.is_alive():
            self._asking.join(self._patience)
        answers: Queue[T | Exception] = Queue(1)
        if not self._asking.is_alive():
            self._asking = threading.Thread(target=_answer, args=(ask, answers), name="keychain", daemon=True)
            self._asking.start()
        try:
            answer = answers.get(timeout=max(0.0, end - monotonic()))
        except Empty as error:
            raise KeyringSilent from error
        if isinstance(answer, Exception):
            raise answer
        return answer

    def _backend(self) -> Any:
        if self._proven is None:
            backend = _find()
            _prove(backend)
            self._proven = backend
        return self._proven


def _answer(ask: Callable[[], T], answers: "Queue[T | Exception]") -> None:
    try:
        answers.put(ask())
    except Exception as error:
        answers.put(error)


def _find() -> Any:
    for module, name in _ALLOWED:
        made = _make(module, name)
        if made is not None:
            return made
    raise KeyringAbsent


def _make(module: str, name: str) -> Any:
    """Return the backend of an allowed class if it can work here, else None."""
    try:
        kind = getattr(import_module(module), name)
    except (ImportError, AttributeError, OSError):
        return None
    with _refusals():
        if not kind.viable:
            return None
        with _without_properties_from_env():
            return kind()


@contextmanager
def _without_properties_from_env() -> Iterator[None]:
    # KEYRING_PROPERTY_* would otherwise set any attribute of the backend: its collection, its file.
    taken = {name: os.environ.pop(name) for name in tuple(os.environ) if name.startswith("KEYRING_PROPERTY_")}
    try:
        yield
    finally:
        os.environ.update(taken)


def _prove(backend: Any) -> None:
    name, value = f"canary-{secrets.token_hex(4)}", secrets.token_hex(32)
    with _refusals():
        backend.set_password(SERVICE, name, value)
        given = backend.get_password(SERVICE, name)
        if given != value:
            raise KeyringUnsafe
        backend.delete_password(SERVICE, name)
        if backend.get_password(SERVICE, name) is not None:
            raise KeyringUnsafe


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except KeyringRefused:
        raise
    except _errors() as error:
        raise _refusal(error)() from error


def _errors() -> tuple[type[BaseException], ...]:
    foreign = (getattr(sys.modules.get(module), name, None) for module, name in _FOREIGN)
    known = [kind for kind in foreign if isinstance(kind, type) and issubclass(kind, BaseException)]
    from keyring import errors

    return (errors.KeyringError, RuntimeError, OSError, ValueError, TypeError, AttributeError, *known)


def _refusal(error: BaseException) -> Callable[[], KeyringRefused]:
    from keyring import errors

    if isinstance(error, errors.KeyringLocked) or "IsLocked" in str(error):
        return KeyringLocked
    if isinstance(error, errors.NoKeyringError):
        return KeyringAbsent
    return KeyringFailed
