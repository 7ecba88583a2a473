"""Real CUPS: what is printed comes out as it was drawn; a printer in trouble is known by its trouble."""

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from time import monotonic
from uuid import uuid4

import pypdf
import pypdfium2
import pytest
from PIL import ImageChops, ImageFilter, ImageStat

from app import places
from app.printing import slip
from app.printing.spooler import Cups, Job, Printer, SpoolRefused, State
from tests.printing.cups import started, until

PRINTER = "SLIPS"
DRIVER = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd")


@pytest.fixture(scope="module")
def server():
    with started() as cups:
        yield cups


@pytest.fixture
def cups(server):
    server.add(PRINTER)
    yield server
    for job in server.kept.iterdir():
        job.unlink()
    server.run("cancel", "-a", "-x")
    for name in server.run("lpstat", "-e").split():
        server.run("lpadmin", "-x", name)


@pytest.fixture
def spooler(cups):
    return Cups(cups.address)


@pytest.fixture
def job(sheet, tmp_path):
    path = tmp_path / "PA03-00042-K.pdf"
    slip.draw(sheet(copies=("stub", "dispatch")), path)
    return Job(path, PRINTER, 1, "PA03-00042-K", "A5")


def test_the_pdf_itself_reaches_the_printer_with_the_number_of_sets(cups, spooler, job):
    assert spooler.send(replace(job, sets=3)) is State.READY
    until(cups.jobs, "the job")
    (kept,) = cups.jobs()
    assert kept.read_bytes() == job.path.read_bytes()
    number, sets = kept.stem.split("-")
    assert sets == "3"
    options = (cups.kept / f"{number}.options").read_text("utf-8").split()
    assert {"media=A5", "print-scaling=none"} <= set(options)


def _looks(path, page=0):
    with pypdfium2.PdfDocument(path) as document:
        drawn = document[page].render(scale=100 / 72).to_pil().convert("L")
    return drawn.filter(ImageFilter.GaussianBlur(2))  # half a dot aside is the same place


def _is_a5(page):
    """Drivers round 419.53 × 595.28 to whole points, up or down."""
    return all(
        abs(float(side) - a5) < 1.6 for side, a5 in zip(page.mediabox[2:], (419.53, 595.28), strict=True)
    )


def _unlike(one, other):
    """Return how much darker or lighter two pictures are, on the mean of all dots (0 … 255)."""
    both = (0, 0, min(one.width, other.width), min(one.height, other.height))
    one, other = one.crop(both), other.crop(both)
    return ImageStat.Stat(ImageChops.difference(one, other)).mean[0]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root may run CUPS-PDF")
@pytest.mark.skipif(not DRIVER.exists(), reason="apt-get install printer-driver-cups-pdf")
def test_what_a_driver_makes_of_it_looks_like_what_was_drawn(cups, spooler, job):
    title = uuid4().hex
    cups.run(
        "lpadmin", "-p", "PDF", "-E", "-v", "cups-pdf:/zuoxi", "-m", "lsb/usr/cups-pdf/CUPS-PDF_noopt.ppd"
    )
    spooler.send(replace(job, printer="PDF", title=title))
    until(lambda: not cups.run("lpstat", "-o"), "the end of the job", 40)
    # Its instance has no settings: then this is where it writes, and not into anybody's home.
    (printed,) = Path("/var/spool/cups-pdf").rglob(f"*{title}*.pdf")
    try:
        with pypdf.PdfReader(printed) as reader:
            assert len(reader.pages) == 2
            assert _is_a5(reader.pages[0])
        for page in range(2):
            assert _unlike(_looks(printed, page), _looks(job.path, page)) < 4
    finally:
        printed.unlink()


def test_every_printer_is_listed_with_how_it_stands(cups, spooler):
    for name in ("派工联", "PAUSED", "REJECTING"):
        cups.add(name)
    cups.run("cupsdisable", "PAUSED")
    cups.run("cupsreject", "REJECTING")
    assert spooler.printers() == [
        Printer("PAUSED", State.PAUSED),
        Printer("REJECTING", State.REJECTING),
        Printer(PRINTER, State.READY),
        Printer("派工联", State.READY),
    ]


def test_a_printer_with_a_chinese_name_prints(cups, spooler, job):
    cups.add("派工联")
    spooler.send(replace(job, printer="派工联"))
    until(cups.jobs, "the job")


@pytest.mark.parametrize(
    ("trouble", "state"),
    [("cupsdisable", State.PAUSED), ("cupsreject", State.REJECTING), ("", State.UNKNOWN)],
)
def test_a_printer_that_takes_nothing_is_refused_and_nothing_waits_in_its_queue(
    cups, spooler, job, trouble, state
):
    if trouble:
        cups.run(trouble, PRINTER)
    else:
        job = replace(job, printer="NOBODY")
    with pytest.raises(SpoolRefused) as refusal:
        spooler.send(job)
    assert refusal.value.code == state
    assert spooler.state(job.printer) is state
    assert cups.run("lpstat", "-o") == ""


def test_once_it_takes_jobs_again_it_prints(cups, spooler, job):
    cups.run("cupsdisable", PRINTER)
    with pytest.raises(SpoolRefused):
        spooler.send(job)
    cups.run("cupsenable", PRINTER)
    spooler.send(job)
    until(cups.jobs, "the job")


@pytest.mark.parametrize(
    ("reason", "state"),
    [
        ("media-empty-error", State.PAPER),
        ("media-jam", State.JAM),
        ("cover-open-report", State.COVER),
        ("shutdown", State.OFFLINE),
        ("toner-empty-warning", State.INK),
        ("toner-low-report", State.READY),
    ],
)
def test_what_is_wrong_with_the_machine_is_known_and_it_still_takes_jobs(cups, spooler, job, reason, state):
    (cups.folder / "bin" / "backend" / "ill").write_text(
        f"#!/bin/sh\necho 'STATE: +{reason}' >&2\ncat >/dev/null\nexit 0\n", "utf-8"
    )
    (cups.folder / "bin" / "backend" / "ill").chmod(0o755)
    cups.run("lpadmin", "-p", "ILL", "-E", "-v", "ill:/", "-m", "raw")
    spooler.send(replace(job, printer="ILL"))
    until(lambda: not cups.run("lpstat", "-o"), "the end of the job")
    assert spooler.state("ILL") is state
    assert spooler.send(replace(job, printer="ILL")) is state


def test_a_file_that_is_gone_is_refused(spooler, job):
    with pytest.raises(SpoolRefused) as refusal:
        spooler.send(replace(job, path=Path("/nowhere/slip.pdf")))
    assert refusal.value.code == "refused"


def test_a_server_that_was_killed_is_not_called_a_lost_printer(job):
    with started() as cups:
        cups.add(PRINTER)
        spooler = Cups(cups.address)
        cups.stop()
        assert spooler.state(PRINTER) is State.NO_SERVER
        for ask in (spooler.printers, lambda: spooler.send(job)):
            with pytest.raises(SpoolRefused) as refusal:
                ask()
            assert refusal.value.code == State.NO_SERVER


def test_a_server_that_hangs_is_not_waited_for(job):
    with started() as cups:
        cups.add(PRINTER)
        spooler = Cups(cups.address, seconds=0.5)
        cups.process.send_signal(signal.SIGSTOP)
        try:
            start = monotonic()
            assert spooler.state(PRINTER) is State.SILENT
            with pytest.raises(SpoolRefused) as refusal:
                spooler.send(job)
            assert refusal.value.code == State.SILENT
            assert monotonic() - start < 10
        finally:
            cups.process.send_signal(signal.SIGCONT)


def test_without_the_programs_of_cups_that_is_what_is_said(job, monkeypatch):
    monkeypatch.setenv("PATH", "")
    spooler = Cups()
    assert spooler.state(PRINTER) is State.NO_SPOOLER
    with pytest.raises(SpoolRefused) as refusal:
        spooler.printers()
    assert refusal.value.code == State.NO_SPOOLER


# -- where there is no CUPS Qt paints the pages; here CUPS takes what Qt has painted --

BY_QT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from app.printing.spooler import Job, SpoolRefused
from app.ui.session.printer import QtSpooler
app = QApplication([])
spooler = QtSpooler()
print([p.name for p in spooler.printers()])
try:
    print(str(spooler.send(Job(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), "PA03-00042-K", "A5"))))
except SpoolRefused as refusal:
    print("refused", refusal.code)
"""


def _by_qt(cups, job):
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "CUPS_SERVER": cups.address}
    words = [sys.executable, "-c", BY_QT, str(job.path), job.printer, str(job.sets)]
    done = subprocess.run(
        words, cwd=places.ROOT, env=surroundings, capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


@pytest.mark.skipif(sys.platform != "linux", reason="only here Qt prints to a CUPS that can be watched")
def test_what_qt_paints_looks_like_what_was_drawn(cups, job, tmp_path):
    listed, state = _by_qt(cups, replace(job, sets=2))
    assert (listed, state) == ("['SLIPS']", "ready")
    until(cups.jobs, "the job")
    (printed,) = cups.jobs()
    assert printed.stem.endswith("-2")
    taken = tmp_path / "printed.pdf"
    shutil.copy(printed, taken)
    with pypdf.PdfReader(taken) as reader:
        assert len(reader.pages) == 2
        assert _is_a5(reader.pages[0])
    for page in range(2):
        assert _unlike(_looks(taken, page), _looks(job.path, page)) < 4


@pytest.mark.skipif(sys.platform != "linux", reason="only here Qt prints to a CUPS that can be watched")
def test_a_printer_that_is_gone_is_refused_by_qt_too(cups, job):
    assert _by_qt(cups, replace(job, printer="NOBODY"))[1] == "refused unknown"
