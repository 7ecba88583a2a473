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
from app.records.prints import Fate, Spooled
from tests.printing.cups import PDFS, started, until

PRINTER = "SLIPS"
# The least a driver of a printer with two trays says.
TRAYS = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "TRAYS.PPD"
*Product: "(Trays)"
*Manufacturer: "Trays"
*ModelName: "Trays"
*ShortNickName: "Trays"
*NickName: "Trays"
*PSVersion: "(3010) 0"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*cupsFilter2: "application/pdf application/pdf 0 -"
*OpenUI *PageSize: PickOne
*DefaultPageSize: A5
*PageSize A5: ""
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*DefaultPageRegion: A5
*PageRegion A5: ""
*CloseUI: *PageRegion
*DefaultImageableArea: A5
*ImageableArea A5: "0 0 420 595"
*DefaultPaperDimension: A5
*PaperDimension A5: "420 595"
*OpenUI *InputSlot/Media Source: PickOne
*DefaultInputSlot: Upper
*InputSlot Upper/Upper tray: ""
*InputSlot Lower/Lower tray: ""
*CloseUI: *InputSlot
"""
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
    assert spooler.send(replace(job, sets=3)).state is State.READY
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
    cups.add_pdf("PDF")
    spooler.send(replace(job, printer="PDF", title=title))
    until(lambda: not cups.run("lpstat", "-o"), "the end of the job", 40)
    (printed,) = PDFS.rglob(f"*{title}*.pdf")
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
    cups.make("ILL", f"echo 'STATE: +{reason}' >&2\ncat >/dev/null\nexit 0")
    spooler.send(replace(job, printer="ILL"))
    until(lambda: not cups.run("lpstat", "-o"), "the end of the job")
    assert spooler.state("ILL") is state
    assert spooler.send(replace(job, printer="ILL")).state is state


def _fate(spooler, ref):
    return next((each.fate for each in spooler.jobs() if each.ref == ref), None)


def test_what_became_of_each_job_is_told_by_its_name_and_number(cups, spooler, job):
    done = spooler.send(replace(job, title="派工单 PA03-00042-K 3f9a2c"))
    until(lambda: _fate(spooler, done.ref) is Fate.DONE, "the end of the job")
    (told,) = [each for each in spooler.jobs() if each.ref == done.ref]
    assert told == Spooled(done.ref, "派工单 PA03-00042-K 3f9a2c", Fate.DONE)


def test_a_job_that_is_cancelled_or_fails_there_is_not_called_printed(cups, spooler, job):
    cups.make("SLOW", "sleep 60")
    cups.make("BROKEN", "exit 1")
    sent = spooler.send(replace(job, printer="SLOW"))
    until(lambda: _fate(spooler, sent.ref) is Fate.PRINTS, "the printing")
    spooler.cancel("SLOW", sent.ref)
    until(lambda: _fate(spooler, sent.ref) is Fate.CANCELLED, "the cancelling")
    cups.run("lpadmin", "-p", "BROKEN", "-o", "printer-error-policy=abort-job")
    sent = spooler.send(replace(job, printer="BROKEN"))
    until(lambda: _fate(spooler, sent.ref) is Fate.ABORTED, "the end of the job")


def test_a_job_that_waits_for_a_stopped_or_a_held_queue_is_told_to_wait(cups, spooler, job):
    cups.make("SLOW", "sleep 60")
    first, second = (spooler.send(replace(job, printer="SLOW")) for _ in range(2))
    until(lambda: _fate(spooler, first.ref) is Fate.PRINTS, "the printing")
    assert _fate(spooler, second.ref) is Fate.WAITS
    cups.run("lp", "-i", f"SLOW-{second.ref}", "-H", "hold")
    assert _fate(spooler, second.ref) is Fate.HELD


def test_the_tray_that_was_chosen_is_asked_for(cups, spooler, job, tmp_path):
    driver = tmp_path / "trays.ppd"
    driver.write_text(TRAYS, "ascii")
    cups.run("lpadmin", "-p", "TRAYS", "-E", "-v", f"keep:{cups.kept}", "-P", str(driver))
    assert spooler.trays("TRAYS") == ["Upper", "Lower"]
    assert spooler.trays(PRINTER) == spooler.trays("NOBODY") == []
    sent = spooler.send(replace(job, printer="TRAYS", tray="Lower"))
    until(lambda: _fate(spooler, sent.ref) is Fate.DONE, "the end of the job")
    assert "InputSlot=Lower" in (cups.kept / f"{sent.ref}.options").read_text("utf-8").split()


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
        for ask in (spooler.printers, spooler.jobs, lambda: spooler.send(job)):
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
            for ask in (spooler.jobs, lambda: spooler.send(job)):
                with pytest.raises(SpoolRefused) as refusal:
                    ask()
                assert refusal.value.code == State.SILENT
            assert spooler.trays(PRINTER) == []
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
    job = Job(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), "PA03-00042-K", "A5")
    print(str(spooler.send(job).state))
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
