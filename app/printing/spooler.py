"""Printers and how they stand; on Linux and macOS (CUPS) the PDF itself is handed to the spooler."""

import getpass
import os
import re
import shutil
import socket
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from app.printing import ipp
from app.records.prints import Fate, Spooled

ASK_SECONDS, SEND_SECONDS = 5.0, 60.0


class State(StrEnum):
    READY = "ready"
    BUSY = "busy"
    # Takes what it is sent, and prints it once somebody has been at the machine.
    OFFLINE = "offline"
    PAPER = "paper"
    JAM = "jam"
    COVER = "cover"
    INK = "ink"
    # Takes nothing.
    PAUSED = "paused"
    REJECTING = "rejecting"
    UNKNOWN = "unknown"  # no printer of this name
    NO_SERVER = "no_server"
    NO_SPOOLER = "no_spooler"  # the programs of CUPS are not installed
    SILENT = "silent"  # no answer in time

    @property
    def takes(self) -> bool:
        return self not in _CLOSED


_CLOSED = (
    State.PAUSED,
    State.REJECTING,
    State.UNKNOWN,
    State.NO_SERVER,
    State.NO_SPOOLER,
    State.SILENT,
)


@dataclass(frozen=True, slots=True)
class Printer:
    name: str
    state: State


@dataclass(frozen=True, slots=True)
class Job:
    """``sets``: how often the whole PDF is printed, collated. ``media``: A4, A5 … ``title``: its name at the
    spooler, by which it is found again. ``tray``: one of trays(); without, the printer's own choice."""

    path: Path
    printer: str
    sets: int
    title: str
    media: str
    tray: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """How the printer stood as it took the job; ``ref``: the spooler's number of it, where it tells one."""

    state: State
    ref: str = ""


class SpoolRefused(Exception):
    """Nothing was printed, but after ``unsure``: then nobody knows. Codes: a ``State``, ``refused``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Spooler(Protocol):
    def printers(self) -> list[Printer]:
        """Return every printer of this seat; ``SpoolRefused`` where nobody can be asked."""

    def state(self, name: str) -> State:
        """Return how the printer stands; never raises."""

    def trays(self, name: str) -> list[str]:
        """Return the trays that can be asked for by name; never raises."""

    def send(self, job: Job) -> Sent:
        """Hand the job over (``SpoolRefused``: it was not taken)."""

    def jobs(self) -> list[Spooled] | None:
        """Return what the spooler remembers; None where it never tells, ``SpoolRefused`` where not now."""

    def cancel(self, printer: str, ref: str) -> None:
        """Ask the spooler to drop the job; what becomes of it jobs() tells."""


# RFC 8011 §5.4.12, without -report, -warning and -error.
_REASONS = {
    "offline": State.OFFLINE,
    "shutdown": State.OFFLINE,
    "timed-out": State.OFFLINE,
    "media-empty": State.PAPER,
    "media-needed": State.PAPER,
    "input-tray-missing": State.PAPER,
    "media-jam": State.JAM,
    "door-open": State.COVER,
    "cover-open": State.COVER,
    "interlock-open": State.COVER,
    "toner-empty": State.INK,
    "marker-supply-empty": State.INK,
}
_BUSY, _STOPPED = "4", "5"
_FATES = dict(enumerate(Fate, 3))


class Cups:
    """The programs of CUPS. What they print for people is never read: it changes with the language."""

    def __init__(self, server: str = "", seconds: float = ASK_SECONDS) -> None:
        """*server*: host:port or a socket's path; without it, the one this computer uses."""
        self._seconds = seconds
        self._surroundings = {**os.environ, "LC_ALL": "C.UTF-8"}
        if server:
            self._surroundings["CUPS_SERVER"] = server

    def printers(self) -> list[Printer]:
        names = self._run("lpstat", "-e").stdout.split()
        if not names and not self._answers():
            raise SpoolRefused(State.NO_SERVER)
        found: list[Printer] = []
        for name in sorted(names):
            # Where one question was in vain all others would wait as long.
            hung = any(each.state is State.SILENT for each in found)
            found.append(Printer(name, State.SILENT if hung else self.state(name)))
        return found

    def state(self, name: str) -> State:
        try:
            said = self._run("lpoptions", "-p", name).stdout
            told = dict(re.findall(r"(?:^| )(printer-(?:state|state-reasons|is-accepting-jobs))=(\S+)", said))
            if "printer-state" not in told:
                return State.UNKNOWN if self._answers() else State.NO_SERVER
        except SpoolRefused as refusal:
            return State(refusal.code)
        return _state(told)

    def trays(self, name: str) -> list[str]:
        with suppress(SpoolRefused):
            told = re.search(r"^InputSlot/.*?: (.*)$", self._run("lpoptions", "-p", name, "-l").stdout, re.M)
            return [each.removeprefix("*") for each in told[1].split()] if told else []
        return []

    def send(self, job: Job) -> Sent:
        before = self.state(job.printer)
        if not before.takes:
            raise SpoolRefused(before)
        options = [f"media={job.media}", "collate=true", "print-scaling=none"]
        options += [f"InputSlot={job.tray}"] if job.tray else []
        try:
            done = self._run(
                *("lp", "-d", job.printer, "-n", str(job.sets), "-t", job.title),
                *(word for option in options for word in ("-o", option)),
                str(job.path.absolute()),
                seconds=SEND_SECONDS,
            )
        except SpoolRefused as late:
            raise SpoolRefused("unsure" if late.code == State.SILENT else late.code) from late
        if done.returncode:
            after = self.state(job.printer)
            raise SpoolRefused("refused" if after.takes else after)
        told = re.search(r"-(\d+) \(", done.stdout)
        return Sent(before, told[1] if told else "")

    def jobs(self) -> list[Spooled] | None:
        server = self._server()
        if not self._answers(server):
            raise SpoolRefused(State.NO_SERVER)
        try:
            told = ipp.jobs(server, os.environ.get("CUPS_USER") or getpass.getuser(), self._seconds)
        except TimeoutError as late:
            raise SpoolRefused(State.SILENT) from late
        except OSError as lacking:
            raise SpoolRefused(State.NO_SERVER) from lacking
        except ValueError:  # one that wants a password, or encryption, for this
            return None
        return [Spooled(each.ref, each.name, _FATES.get(each.state, Fate.WAITS)) for each in told]

    def cancel(self, printer: str, ref: str) -> None:
        with suppress(SpoolRefused):
            self._run("cancel", f"{printer}-{ref}")

    def _server(self) -> str:
        return self._run("lpstat", "-H").stdout.strip().partition("/version=")[0]

    def _answers(self, server: str = "") -> bool:
        """Whether a server listens: without one, the programs say that there are no printers."""
        server = server or self._server()
        with suppress(OSError, ValueError):
            if server.startswith("/"):
                with socket.socket(socket.AF_UNIX) as line:
                    line.settimeout(self._seconds)
                    line.connect(server)
            else:
                host, _, port = server.rpartition(":")
                socket.create_connection((host.strip("[]"), int(port)), self._seconds).close()
            return True
        return False

    def _run(self, name: str, *words: str, seconds: float = 0) -> subprocess.CompletedProcess[str]:
        program = shutil.which(name)
        if program is None:
            raise SpoolRefused(State.NO_SPOOLER)
        try:
            return subprocess.run(  # noqa: S603 – CUPS' own programs; names come from CUPS itself
                [program, *words],
                env=self._surroundings,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                timeout=seconds or self._seconds,
                start_new_session=True,  # no terminal: a queue that wants a password is a refusal
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise SpoolRefused(State.SILENT) from late
        except OSError as lacking:
            raise SpoolRefused(State.NO_SPOOLER) from lacking


def _state(told: dict[str, str]) -> State:
    if told.get("printer-is-accepting-jobs") == "false":
        return State.REJECTING
    if told["printer-state"] == _STOPPED:
        return State.PAUSED
    for reason in told.get("printer-state-reasons", "").strip("'\"").split(","):
        if state := _REASONS.get(re.sub("-(report|warning|error)$", "", reason)):
            return state
    return State.BUSY if told["printer-state"] == _BUSY else State.READY
