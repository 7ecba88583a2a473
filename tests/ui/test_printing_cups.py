"""F8 from the window to a real CUPS and onto its paper, and every way in which that can go wrong."""

import os

import pypdf
import pytest
from PySide6.QtCore import Qt

from app.printing.spooler import Cups
from app.records.orders import Slip
from app.records.prints import Fate, JobState, Wish
from app.ui import slips as slips_module
from tests.printing.cups import PDFS, started, until

KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier
SECONDS = 20_000


@pytest.fixture(autouse=True)
def _soon(monkeypatch):
    monkeypatch.setattr(slips_module, "_SOON_MS", 50)
    monkeypatch.setattr(slips_module, "_LATE_MS", 200)


@pytest.fixture
def server():
    with started() as cups:
        cups.add("SLIPS")
        yield cups


@pytest.fixture
def shelf(server):
    return Cups(server.address)


@pytest.fixture
def seat(start, qtbot, answers):
    seat = start()
    choose(seat, qtbot, "SLIPS")
    seat.new("gas_repair", {**answers["gas_repair"], **answers["dispatch"]}).dispatch()
    return seat


def choose(seat, qtbot, name):
    printers = seat.workplace.paperwork.printers
    printers.find()
    qtbot.waitUntil(lambda: name in [each.name for each in printers.found], timeout=SECONDS)
    printers.choose(name)
    qtbot.waitUntil(lambda: printers.state is not None)


def press_f8(seat, qtbot):
    with qtbot.waitSignal(seat.workplace.slips.drawn, timeout=SECONDS):
        seat.press(KEY.Key_F8)


def job(seat):
    (found,) = seat.desk.prints.shown()
    return found


def stands(seat, qtbot, state, reason=""):
    qtbot.waitUntil(lambda: (job(seat).state, job(seat).reason) == (state, reason), timeout=SECONDS)


def printings(seat):
    (slip,) = seat.store.find(Slip)
    return len(slip.prints)


def texts(file):
    with pypdf.PdfReader(file) as reader:
        return [page.extract_text() for page in reader.pages]


def test_f8_brings_the_slip_out_of_the_printer_and_counts_it(seat, server, qtbot):
    assert seat.workplace.bottom.paper.text() == "打印机 SLIPS（就绪）"
    press_f8(seat, qtbot)
    (slip,) = seat.store.find(Slip)
    until(server.jobs, "the job")
    (printed,) = server.jobs()
    pages = texts(printed)
    assert len(pages) == 3
    assert all(slip.number in page and "王小明" in page for page in pages)
    stands(seat, qtbot, JobState.DONE)
    assert printings(seat) == 1


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root may run CUPS-PDF")
def test_through_a_driver_every_page_comes_out_with_its_number(seat, server, qtbot):
    server.add_pdf("PDF")
    choose(seat, qtbot, "PDF")
    press_f8(seat, qtbot)
    stands(seat, qtbot, JobState.DONE)
    (printed,) = PDFS.rglob(f"*{job(seat).title.split()[-1]}*.pdf")
    try:
        pages = texts(printed)
        assert len(pages) == 3
        assert all(job(seat).number in page for page in pages)
        assert all("138 0000 1234" in page for page in pages)  # its PostScript keeps no Chinese as words
    finally:
        printed.unlink()


def test_a_stopped_queue_is_said_and_after_it_is_enabled_alt_a_prints(seat, server, qtbot):
    server.run("cupsdisable", "SLIPS")
    with qtbot.waitSignal(seat.workplace.slips.failed):
        seat.press(KEY.Key_F8)
    qtbot.waitUntil(lambda: seat.workplace.bottom.paper.text() == "打印机 SLIPS（已暂停）")
    assert (job(seat).state, job(seat).reason, printings(seat)) == (JobState.FAILED, "paused", 0)
    server.run("cupsenable", "SLIPS")
    with qtbot.waitSignal(seat.workplace.slips.drawn):
        seat.press(KEY.Key_A, ALT)
    stands(seat, qtbot, JobState.DONE)
    assert printings(seat) == 1


def test_a_printer_that_jams_keeps_the_job_and_says_so_until_it_is_cleared(seat, server, qtbot):
    server.make("JAMS", "echo 'STATE: +media-jam-error' >&2\nexit 4")  # and its queue stops
    choose(seat, qtbot, "JAMS")
    press_f8(seat, qtbot)
    stands(seat, qtbot, JobState.TAKEN, "paused")
    seat.press(KEY.Key_F8)
    assert "还在打" in seat.workplace.toasts.text()
    server.make("JAMS", "echo 'STATE: -media-jam-error' >&2\ncat >/dev/null")
    server.run("cupsenable", "JAMS")
    stands(seat, qtbot, JobState.DONE)
    assert printings(seat) == 1


def test_a_printer_that_is_off_keeps_the_job_until_it_is_on(seat, server, qtbot):
    gate = server.folder / "tmp" / "on"
    off = f"echo 'STATE: +offline-report' >&2\nwhile [ ! -e {gate} ]; do sleep 0.1; done\n"
    server.make("OFF", off + "echo 'STATE: -offline-report' >&2\ncat >/dev/null")
    choose(seat, qtbot, "OFF")
    press_f8(seat, qtbot)
    stands(seat, qtbot, JobState.TAKEN, "offline")
    gate.touch()
    stands(seat, qtbot, JobState.DONE)


def test_one_that_is_cancelled_at_the_spooler_is_said_and_prints_again_as_the_same(seat, server, qtbot):
    server.make("SLOW", "sleep 60")
    choose(seat, qtbot, "SLOW")
    press_f8(seat, qtbot)
    stands(seat, qtbot, JobState.TAKEN)
    server.run("cancel", f"SLOW-{job(seat).ref}")
    stands(seat, qtbot, JobState.FAILED, "elsewhere")
    seat.desk.prints.again(job(seat).id, "SLIPS")
    stands(seat, qtbot, JobState.DONE)
    assert len(server.jobs()) == printings(seat) == 1


def test_a_spooler_that_is_killed_and_comes_back_loses_nothing_unsaid(seat, server, qtbot):
    server.make("SLOW", "sleep 60")
    choose(seat, qtbot, "SLOW")
    press_f8(seat, qtbot)
    stands(seat, qtbot, JobState.TAKEN)
    server.stop()
    stands(seat, qtbot, JobState.TAKEN, "no_server")
    server.make_file("SLOW", "cat >/dev/null")
    server.start()
    over = (JobState.DONE, JobState.UNKNOWN)
    qtbot.waitUntil(lambda: job(seat).state in over, timeout=SECONDS)
    if job(seat).state is JobState.UNKNOWN:  # CUPS writes its list of jobs down late
        assert job(seat).reason == "vanished"
    assert printings(seat) == 1


def test_no_printer_at_all_loses_nothing(seat, server, qtbot):
    server.run("lpadmin", "-x", "SLIPS")
    with qtbot.waitSignal(seat.workplace.slips.failed):
        seat.press(KEY.Key_F8)
    assert (job(seat).state, job(seat).reason) == (JobState.FAILED, "unknown")
    server.add("SLIPS")
    seat.press(KEY.Key_F8)
    stands(seat, qtbot, JobState.DONE)
    assert printings(seat) == 1


def test_killed_after_handing_over_it_is_found_at_the_spooler_and_not_printed_twice(
    seat, server, shelf, start, qtbot
):
    page = seat.workplace.tabs.current()
    waiting, _ = seat.desk.prints.add(Wish(page.order_id, "SLIPS"))
    press = seat.workplace.slips._press
    run, begun = seat.desk.prints.run, []
    kept = run.turn
    run.turn = lambda *told, **more: begun.append(told) or kept(waiting, JobState.SENDING)
    seat.workplace.slips._go()  # as far as the spooler; what comes after is never written
    qtbot.waitUntil(lambda: len(begun) == 1, timeout=SECONDS)
    press.outcomes.clear()
    seat.sign_out()
    until(server.jobs, "the job")
    again = start()
    stands(again, qtbot, JobState.DONE)
    assert len(server.jobs()) == printings(again) == 1


def test_killed_before_handing_over_a_person_is_asked(seat, server, start, qtbot):
    page = seat.workplace.tabs.current()
    waiting, _ = seat.desk.prints.add(Wish(page.order_id, "SLIPS"))
    seat.desk.prints.run.begin(waiting, waiting.number)
    seat.sign_out()
    again = start()
    stands(again, qtbot, JobState.UNKNOWN, "interrupted")
    again.desk.prints.settle(job(again).id, came_out=False)
    stands(again, qtbot, JobState.DONE)
    assert len(server.jobs()) == printings(again) == 1


def test_a_hundred_slips_in_one_batch_arrive_once_each_and_in_order(seat, server, qtbot, answers):
    orders = [seat.workplace.tabs.current().order_id]
    repair, calls = {**answers["gas_repair"], **answers["dispatch"]}, seat.desk.calls
    for _ in range(99):
        draft = calls.new("gas_repair")
        draft.answers.update(repair)
        orders.append(seat.desk.orders.save_and_make(draft).order.id)
    seat.workplace.paperwork.print_many(orders)
    done = [JobState.DONE] * 100
    qtbot.waitUntil(lambda: len(server.jobs()) == 100, timeout=120_000)
    qtbot.waitUntil(lambda: [each.state for each in seat.desk.prints.shown()] == done, timeout=SECONDS)
    assert len(server.jobs()) == 100
    assert all(len(slip.prints) == 1 for slip in seat.store.find(Slip, limit=300))
    fates = {each.title: each.fate for each in Cups(server.address).jobs()}
    assert {fates[each.title] for each in seat.desk.prints.shown()} == {Fate.DONE}
