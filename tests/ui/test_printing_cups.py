"""F8 from the window to a real CUPS and onto its paper."""

import pypdf
import pytest
from PySide6.QtCore import Qt

from app.printing.spooler import Cups
from app.records.orders import Slip
from tests.printing.cups import started, until


@pytest.fixture(scope="module")
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
    printers = seat.workplace.paperwork.printers
    printers.find()
    qtbot.waitUntil(lambda: [each.name for each in printers.found] == ["SLIPS"])
    printers.choose("SLIPS")
    seat.new("gas_repair", {**answers["gas_repair"], **answers["dispatch"]}).dispatch()
    return seat


def test_f8_brings_the_slip_out_of_the_printer_and_counts_it(seat, server, qtbot):
    assert seat.workplace.bottom.paper.text() == "打印机 SLIPS（就绪）"
    with qtbot.waitSignal(seat.workplace.slips.drawn):
        seat.press(Qt.Key.Key_F8)
    (slip,) = seat.store.find(Slip)
    until(server.jobs, "the job")
    (printed,) = server.jobs()
    with pypdf.PdfReader(printed) as reader:
        texts = [page.extract_text() for page in reader.pages]
    assert len(texts) == 3
    assert all(slip.number in text and "王小明" in text for text in texts)
    assert len(slip.prints) == 1


def test_a_stopped_queue_is_said_and_after_it_is_enabled_alt_a_prints(seat, server, qtbot):
    server.run("cupsdisable", "SLIPS")
    with qtbot.waitSignal(seat.workplace.slips.failed):
        seat.press(Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: seat.workplace.bottom.paper.text() == "打印机 SLIPS（已暂停）")
    server.run("cupsenable", "SLIPS")
    with qtbot.waitSignal(seat.workplace.slips.drawn):
        seat.press(Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    (slip,) = seat.store.find(Slip)
    assert len(slip.prints) == 1
