"""A real cupsd on a free port, in a folder of its own, with printers that keep what they get."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from time import monotonic

import pytest

SERVER = "/usr/sbin/cupsd"
PROGRAMS = Path("/usr/lib/cups")
DRIVER = "lsb/usr/cups-pdf/CUPS-PDF_noopt.ppd"
PDFS = Path("/var/spool/cups-pdf")  # where that printer writes: its instance has no settings
NEEDED = "CUPS is not here: apt-get install cups cups-client printer-driver-cups-pdf"

# argv: job, user, title, copies, options, file
_KEEP = """#!/bin/sh
[ $# -eq 0 ] && { echo 'direct keep "Unknown" "Keep"'; exit 0; }
into=${DEVICE_URI#keep:}
printf '%s' "$5" > "$into/$1.options"
cat "${6:--}" > "$into/part" && mv "$into/part" "$into/$1-$4.pdf"
"""
_CUPSD = """
Listen 127.0.0.1:{port}
Browsing Off
DirtyCleanInterval 0
DefaultAuthType None
WebInterface No
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""
_FILES = """
ServerRoot {at}/root
RequestRoot {at}/spool
CacheDir {at}/cache
StateDir {at}/state
TempDir {at}/tmp
ServerBin {at}/bin
AccessLog {at}/log/access
ErrorLog {at}/log/error
PageLog {at}/log/page
"""


def until(condition: Callable[[], object], what: str, seconds: float = 20) -> None:
    end = monotonic() + seconds
    while not condition():
        assert monotonic() < end, f"waited in vain: {what}"
        Event().wait(0.05)


class Cups:
    def __init__(self, folder: Path) -> None:
        self.folder, self.kept, self._conf = folder, folder / "kept", folder / "root"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"127.0.0.1:{self.port}"
        self._lay_out()
        self.start()

    def start(self) -> None:
        """Start the server; once more, with all it has on disk."""
        self.process = subprocess.Popen(
            [SERVER, "-f", "-c", self._conf / "cupsd.conf", "-s", self._conf / "cups-files.conf"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until(self._listens, "cupsd")

    def _lay_out(self) -> None:
        self.folder.chmod(0o755)  # as root the server hands its work to somebody else
        for name in ("root", "log", "tmp", "kept"):
            (self.folder / name).mkdir()
        for name in ("tmp", "kept"):
            (self.folder / name).chmod(0o1777)
        own = self.folder / "bin" / "backend"
        own.mkdir(parents=True)
        for name in ("filter", "daemon", "driver", "notifier"):
            (self.folder / "bin" / name).symlink_to(PROGRAMS / name)
        (own / "cups-pdf").symlink_to(PROGRAMS / "backend" / "cups-pdf")
        (own / "keep").write_text(_KEEP, "utf-8")
        (own / "keep").chmod(0o755)
        (self._conf / "cupsd.conf").write_text(_CUPSD.format(port=self.port), "utf-8")
        (self._conf / "cups-files.conf").write_text(_FILES.format(at=self.folder), "utf-8")

    def _listens(self) -> bool:
        assert self.process.poll() is None, "cupsd went away"
        with socket.socket() as line:
            return line.connect_ex(("127.0.0.1", self.port)) == 0

    def run(self, *words: str) -> str:
        """Run one of CUPS' programs here and return what it says."""
        surroundings = {**os.environ, "CUPS_SERVER": self.address, "LC_ALL": "C.UTF-8"}
        surroundings["PATH"] += os.pathsep + "/usr/sbin"
        done = subprocess.run(words, env=surroundings, capture_output=True, check=True, text=True)
        return done.stdout

    def add(self, name: str) -> None:
        """Make a printer that keeps every job as it comes: ``kept/<job>-<copies>.pdf``."""
        self.run("lpadmin", "-p", name, "-E", "-v", f"keep:{self.kept}", "-m", "raw")

    def add_pdf(self, name: str) -> None:
        """Make a printer of printer-driver-cups-pdf: a driver, filters and a backend, as with a real one."""
        self.run("lpadmin", "-p", name, "-E", "-v", "cups-pdf:/zuoxi", "-m", DRIVER)

    def make(self, name: str, script: str) -> None:
        """Make a kind of printer that does with each job what *script* says, and one such printer."""
        self.make_file(name, script)
        self.run("lpadmin", "-p", name, "-E", "-v", f"{name.lower()}:/", "-m", "raw")

    def make_file(self, name: str, script: str) -> None:
        file = self.folder / "bin" / "backend" / name.lower()
        file.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        file.chmod(0o755)

    def jobs(self) -> list[Path]:
        return sorted(self.kept.glob("*.pdf"))

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()


@contextmanager
def started() -> Iterator[Cups]:
    if not Path(SERVER).exists() or not shutil.which("lp") or not shutil.which("lpstat"):
        pytest.skip(NEEDED)
    # Not pytest's own folder: only its owner may pass that.
    with tempfile.TemporaryDirectory(prefix="zuoxi-cups-", ignore_cleanup_errors=True) as folder:
        cups = Cups(Path(folder))
        try:
            yield cups
        finally:
            cups.stop()
