"""The keychain: one we trust and have tried, or a refusal with its reason; never a file, never a null."""

import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app.store import keyring
from app.store.keyring import KeyringRefused, OsSecrets

REPO = Path(__file__).parents[2]

_ASK = """
import json, os, sys
sys.path.insert(0, sys.argv[1])
from app.store.keyring import KeyringRefused, OsSecrets
answers = []
secrets = OsSecrets()
for act in (
    lambda: secrets.set("seat/device", "ab" * 32),
    lambda: secrets.get("seat/device"),
    lambda: secrets.get("seat/other"),
    lambda: secrets.delete("seat/device"),
    lambda: secrets.delete("seat/device"),
    lambda: secrets.get("seat/device"),
)[: int(os.environ.get("MOST", "9"))]:
    try:
        answers.append(act())
    except KeyringRefused as refused:
        answers.append("refused: " + refused.code)
print(json.dumps(answers))
"""
_FOUND = [None, "ab" * 32, None, None, None, None]


def _clean_env(**more):
    drop = ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR")
    return {**{k: v for k, v in os.environ.items() if k not in drop}, **more}


def _ask(*before, **env):
    done = subprocess.run(
        [*before, sys.executable, "-c", _ASK, str(REPO)],
        capture_output=True, text=True, check=False, timeout=60, env=_clean_env(**env),
    )  # fmt: skip
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


class Backend:
    """Stands for a library's backend, as bad as it is told to be. The real ones are asked below."""

    viable = True

    def __init__(self, *, keeps=True, forgets=True, error=None):
        self.kept = {}
        self.keeps, self.forgets, self.error = keeps, forgets, error

    def set_password(self, service, name, value):
        if self.error:
            raise self.error
        if self.keeps:
            self.kept[service, name] = value

    def get_password(self, service, name):
        return self.kept.get((service, name))

    def delete_password(self, service, name):
        if self.forgets:
            del self.kept[service, name]


@pytest.fixture
def with_backend(monkeypatch):
    def made(backend):
        monkeypatch.setattr(keyring, "_find", lambda: backend)
        return OsSecrets()

    return made


def _code(act):
    with pytest.raises(KeyringRefused) as refused:
        act()
    return refused.value.code


def test_a_keychain_is_proven_before_anything_is_trusted_to_it(with_backend):
    backend = Backend()
    secrets = with_backend(backend)
    secrets.set("seat/device", "x")
    assert backend.kept == {("zuoxi", "seat/device"): "x"}  # the canary is gone
    assert secrets.get("seat/device") == "x"


@pytest.mark.parametrize("bad", [{"keeps": False}, {"forgets": False}])
def test_a_keychain_that_forgets_or_cannot_forget_is_unsafe(with_backend, bad):
    secrets = with_backend(Backend(**bad))
    assert _code(lambda: secrets.set("seat/device", "x")) == "unsafe"
    assert _code(lambda: secrets.get("seat/device")) == "unsafe"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        ("KeyringLocked", "locked"),
        ("NoKeyringError", "absent"),
        ("InitError", "failed"),
        ("PasswordSetError", "failed"),
        (RuntimeError, "failed"),
        (OSError, "failed"),
    ],
)
def test_what_goes_wrong_in_a_keychain_has_a_code(with_backend, error, code):
    errors = pytest.importorskip("keyring.errors")
    kind = getattr(errors, error) if isinstance(error, str) else error
    secrets = with_backend(Backend(error=kind("x")))
    assert _code(lambda: secrets.get("seat/device")) == code


@pytest.fixture
def slow(monkeypatch):
    """A keychain that asks a person, who has not come yet."""
    backend, came = Backend(), threading.Event()
    asked = backend.get_password

    def get_password(service, name):
        came.wait(30)
        return asked(service, name)

    backend.get_password = get_password
    monkeypatch.setattr(keyring, "_find", lambda: backend)
    secrets = OsSecrets(patience=0.1)
    yield secrets, came
    came.set()
    secrets._asking.join(5)


@pytest.mark.timeout(20)
def test_a_keychain_that_asks_a_person_is_not_waited_for(slow):
    secrets, came = slow
    for ask in (lambda: secrets.get("a"), lambda: secrets.set("a", "x"), lambda: secrets.delete("a")):
        assert _code(ask) == "silent"
    came.set()
    secrets._asking.join(5)
    secrets.set("a", "x")
    assert secrets.get("a") == "x"


def test_what_hangs_is_asked_no_second_time(slow):
    secrets, _ = slow
    with pytest.raises(KeyringRefused):
        secrets.get("a")
    hanging = secrets._asking
    with pytest.raises(KeyringRefused):
        secrets.get("a")
    assert secrets._asking is hanging


@pytest.mark.parametrize("value", ["", "x" * 1001])
def test_a_secret_that_windows_would_not_take_is_a_programming_error(with_backend, value):
    with pytest.raises(ValueError, match="1000"):
        with_backend(Backend()).set("seat/device", value)


def test_only_classes_of_the_list_are_ever_asked(monkeypatch):
    made = []
    monkeypatch.setattr(keyring, "_make", lambda module, name: made.append((module, name)))
    assert _code(OsSecrets()._backend) == "absent"
    assert made == [
        ("keyring.backends.Windows", "WinVaultKeyring"),
        ("keyring.backends.macOS", "Keyring"),
        ("keyring.backends.SecretService", "Keyring"),
        ("keyring.backends.kwallet", "DBusKeyring"),
        ("keyring.backends.libsecret", "Keyring"),
    ]


def test_a_variable_of_the_environment_sets_nothing_in_the_backend(monkeypatch):
    from keyring.backend import KeyringBackend

    class Tame(KeyringBackend):
        def get_password(self, service, username):
            return None

        def set_password(self, service, username, password):
            pass

    monkeypatch.setenv("KEYRING_PROPERTY_PREFERRED_COLLECTION", "/evil")
    assert vars(Tame()) == {"preferred_collection": "/evil"}
    with keyring._without_properties_from_env():
        assert vars(Tame()) == {}
    assert os.environ["KEYRING_PROPERTY_PREFERRED_COLLECTION"] == "/evil"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the system's own keychain is always there")
@pytest.mark.parametrize(
    "env",
    [
        {},
        {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"},
        {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"},
        {"PYTHON_KEYRING_BACKEND": "keyrings.alt.file.PlaintextKeyring"},
        {"PYTHON_KEYRING_BACKEND": "nonsense"},
    ],
    ids=["no bus", "dead bus", "null", "plain text", "nonsense"],
)
def test_without_a_keychain_nothing_is_kept_anywhere(tmp_path, env):
    answers = _ask(HOME=str(tmp_path), XDG_DATA_HOME=str(tmp_path), **env)
    assert set(answers) == {"refused: absent"}
    assert not [p for p in tmp_path.rglob("*") if p.is_file()]


def test_a_config_file_of_the_library_is_not_read(tmp_path):
    config = tmp_path / "python_keyring"
    config.mkdir()
    (config / "keyringrc.cfg").write_text(
        "[backend]\ndefault-keyring=keyring.backends.null.Keyring\n", encoding="utf-8"
    )
    answers = _ask(HOME=str(tmp_path), XDG_CONFIG_HOME=str(tmp_path))
    assert "refused: absent" in answers or answers == _FOUND


# -- a real Secret Service --

_TOOLS = ("dbus-run-session", "gnome-keyring-daemon", "gdbus")
real = pytest.mark.skipif(
    not all(shutil.which(tool) for tool in _TOOLS), reason="apt-get install dbus gnome-keyring libglib2.0-bin"
)

_UNLOCK = (
    'printf "pw\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1;'
    # It comes back before its name is on the bus.
    " gdbus wait --session --timeout 20 org.freedesktop.secrets"
)
_LOCK = (
    "gdbus call --session -d org.freedesktop.secrets -o /org/freedesktop/secrets"
    " -m org.freedesktop.Secret.Service.Lock"
    " '[objectpath \"/org/freedesktop/secrets/collection/login\"]' >/dev/null"
)


def _with_gnome(tmp_path, script, last="exec ", **env):
    (tmp_path / "run").mkdir(mode=0o700)
    return _ask(
        "dbus-run-session", "--", "bash", "-c", f'{script}; {last}"$0" "$@"',
        HOME=str(tmp_path), XDG_RUNTIME_DIR=str(tmp_path / "run"), XDG_DATA_HOME=str(tmp_path), **env,
    )  # fmt: skip


@real
@pytest.mark.keyring
@pytest.mark.parametrize(
    "env",
    [
        {},
        {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"},
        {"KEYRING_PROPERTY_PREFERRED_COLLECTION": "/org/freedesktop/secrets/collection/evil"},
    ],
    ids=["plain", "null by env", "property by env"],
)
def test_a_real_keychain_keeps_and_forgets_whatever_the_environment_says(tmp_path, env):
    assert _with_gnome(tmp_path, _UNLOCK, **env) == _FOUND


@real
@pytest.mark.keyring
@pytest.mark.timeout(60)  # it must not wait for somebody to unlock it
def test_a_locked_keychain_is_told(tmp_path):
    answers = _with_gnome(tmp_path, f"{_UNLOCK}; {_LOCK}")
    assert set(answers) == {"refused: locked"}


_STOP = (
    "gnome=$(gdbus call --session -d org.freedesktop.DBus -o /org/freedesktop/DBus"
    " -m org.freedesktop.DBus.GetConnectionUnixProcessID org.freedesktop.secrets"
    " | tr -dc '0-9 ' | cut -d' ' -f2);"
    " kill -STOP $gnome; trap 'kill -KILL $gnome' EXIT"
)


@real
@pytest.mark.keyring
@pytest.mark.timeout(60)
def test_a_keychain_that_hangs_is_told_after_five_seconds(tmp_path):
    answers = _with_gnome(tmp_path, f"{_UNLOCK}; {_STOP}", last="", MOST="1")
    assert answers == ["refused: silent"]


@real
@pytest.mark.keyring
def test_a_keychain_nobody_has_set_up_is_refused(tmp_path):
    answers = _with_gnome(tmp_path, "gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1")
    assert all(str(answer).startswith("refused: ") for answer in answers)
