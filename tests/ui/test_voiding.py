"""A slip is made void by keyboard, with its reason; both slips say so on page, paper and in the register."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.records.orders import Order, Slip
from app.records.prints import JobState, Wish
from app.records.register import Fate, Print
from app.ui.voiding import slip_rows

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip
KEY = Qt.Key


@pytest.fixture
def seat(start):
    return start()


@pytest.fixture
def printed(seat, answers, qtbot):
    """An order with its slip printed, in front."""
    page = seat.new("gas_repair", {**answers["gas_repair"], **answers["dispatch"]})
    page.dispatch()
    with qtbot.waitSignal(seat.workplace.slips.drawn):
        seat.press(KEY.Key_F8)
    return page


def asked(seat, qtbot):
    seat.press(KEY.Key_V, ALT | SHIFT)
    window = seat.workplace.paperwork.voiding.window
    qtbot.waitUntil(window.isActiveWindow)
    return window


def slips(seat):
    return seat.store.find(Slip, newest_first=False)


def test_void_and_another_by_keys_alone(seat, printed, qtbot):
    window = asked(seat, qtbot)
    window.reason.insert("地址写错")
    qtbot.keyClick(window.reason, KEY.Key_Return)
    assert [slip.void for slip in slips(seat)] == [False]  # Enter is the input method's
    qtbot.keyClick(window.reason, KEY.Key_Return, CTRL)
    first, other = slips(seat)
    assert (first.void, other.void, other.replaces) == (True, False, first.id)
    (line,) = seat.store.find(Print, fate=Fate.VOID)
    assert (line.reason, line.other) == ("地址写错", other.id)
    assert f"由 {other.number} 替代" in seat.workplace.toasts.text()
    (order,) = seat.store.find(Order)
    told = dict(slip_rows(seat.desk.orders, order.id))
    assert "作废：地址写错" in told[first.number]
    assert f"由 {other.number} 替代" in told[first.number]
    assert told[other.number] == f"已取号，还没有打印；替代 {first.number}"


def test_without_a_reason_nothing_happens_and_it_is_said(seat, printed, qtbot):
    window = asked(seat, qtbot)
    qtbot.keyClicks(window.reason, "   ")
    qtbot.keyClick(window.reason, KEY.Key_Return, CTRL)
    assert window.wrong.isVisible()
    assert [slip.void for slip in slips(seat)] == [False]
    qtbot.keyClick(window.reason, KEY.Key_Escape)
    assert seat.workplace.paperwork.voiding.window is None


def test_only_void_and_f8_takes_another_number(seat, printed, qtbot):
    window = asked(seat, qtbot)
    window.reason.insert("取消")
    qtbot.keyClick(window.reason, KEY.Key_D, CTRL)
    assert [slip.void for slip in slips(seat)] == [True]
    seat.window.activateWindow()
    qtbot.waitUntil(seat.window.isActiveWindow)
    with qtbot.waitSignal(seat.workplace.slips.drawn):
        seat.press(KEY.Key_F8)
    first, other = slips(seat)
    assert other.replaces == first.id


def test_what_is_void_can_be_looked_at_and_printed_with_its_mark(seat, printed, qtbot):
    window = asked(seat, qtbot)
    window.reason.insert("取消")
    qtbot.keyClick(window.reason, KEY.Key_Return, CTRL)
    paperwork = seat.workplace.paperwork
    paperwork.preview_void()
    first, _ = slips(seat)
    sheet = paperwork.window._slip
    assert (sheet.slip, sheet.void, sheet.reason) == (first.id, True, "取消")
    with qtbot.waitSignal(seat.workplace.slips.drawn) as out:
        paperwork.window._print()
    assert out.args[0].job.number == first.number
    assert [line.fate for line in seat.desk.orders.register.of_slip(first.id)] == [
        Fate.PRINT, Fate.VOID, Fate.REPRINT,
    ]  # fmt: skip


def test_where_there_is_no_slip_that_is_said(seat, qtbot):
    seat.press(KEY.Key_V, ALT | SHIFT)
    seat.workplace.paperwork.preview_void()
    assert seat.workplace.paperwork.voiding.window is None


def test_a_lock_closes_the_question(seat, printed, qtbot):
    asked(seat, qtbot)
    seat.workplace.paperwork.stop()
    assert seat.workplace.paperwork.voiding.window is None
    assert QApplication.activeModalWidget() is None


def test_what_is_made_void_while_it_prints_is_counted_for_itself(seat, printed, qtbot):
    (order,) = seat.store.find(Order)
    run, (first,) = seat.desk.prints.run, slips(seat)
    job, is_new = seat.desk.prints.add(Wish(order.id, "派工联"))
    assert is_new
    seat.desk.orders.void_slip(order.id, "地址写错", reissue=True)
    run.turn(job, JobState.TAKEN, run.sheet(job))
    first, other = slips(seat)
    assert (len(first.prints), len(other.prints)) == (2, 0)
    again, is_new = seat.desk.prints.add(Wish(order.id, "派工联"))
    assert (is_new, again.number) == (True, other.number)  # the new one does not wait for the void one
