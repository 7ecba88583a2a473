"""A returned slip is scanned wherever the focus is: its order asks for the result, and no sign is left."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from app.desk.steps import Told
from app.records.ids import number
from app.records.orders import Act, Order, OrderState
from app.ui.panels.orders import OrderPage
from app.ui.scanning import Burst

SLIP = number("P", "A03", 42)


def burst(text, gap=8, wait=8):
    made, at = Burst(), 1000
    for sign in text:
        made.sign(sign, at)
        at += gap
    return made.enter(at - gap + wait)


@pytest.mark.parametrize("text", [SLIP, SLIP.lower(), number("G", "A03", 7), number("P-2", "", 7)])
def test_the_number_of_a_slip_or_an_order_typed_fast_is_a_scan(text):
    assert burst(text) == text.upper()


@pytest.mark.parametrize(
    ("text", "gap", "wait"),
    [
        (SLIP, 60, 8),  # a hand
        (SLIP, 8, 90),  # Enter came later
        (SLIP[:-1] + ("0" if SLIP[-1] != "0" else "1"), 8, 8),  # read wrongly
        (number("L", "A03", 42), 8, 8),
        ("13800001234", 8, 8),
        ("P-0", 8, 8),
        ("", 8, 8),
    ],
)
def test_what_a_hand_types_or_is_no_such_number_is_none(text, gap, wait):
    assert burst(text, gap, wait) == ""


def test_what_was_typed_by_hand_before_is_no_part_of_it():
    made = Burst()
    for at, sign in enumerate("abc"):
        made.sign(sign, at * 200)
    for at, sign in enumerate(SLIP):
        made.sign(sign, 2000 + at * 5)
    assert made.enter(2000 + len(SLIP) * 5) == SLIP
    assert made.enter(2100) == ""  # it is over


@pytest.fixture
def seat(start):
    return start()


@pytest.fixture
def sheet(seat, answers):
    """The slip of an order that is out."""
    page = seat.new("gas_repair", {**answers["gas_repair"], **answers["dispatch"], "urgent": True})
    page.dispatch()
    (order,) = seat.desk.orders.of_case(page.call.case)
    assert order.state is OrderState.DISPATCHED
    seat.workplace.work.close(page)
    QCoreApplication.processEvents()
    return seat.desk.orders.sheet(order.id)


def scan(seat, qtbot, text):
    where = seat.window.focusWidget()
    qtbot.keyClicks(where, text)
    qtbot.keyClick(seat.window.focusWidget(), Qt.Key.Key_Return)


def rest(call, field):
    """The keys of a test come without time between them."""
    call.view.focus_field("category")
    call.view.focus_field(field)


def asks(seat):
    page = seat.workplace.tabs.current()
    return isinstance(page, OrderPage) and page.asking.question and page.asking.question.code


def test_scanned_in_the_middle_of_a_call_the_order_asks_for_its_result_and_the_call_is_as_it_was(
    seat, sheet, qtbot, type_in
):
    call = seat.new("gas_repair")
    type_in(call, "request", "no flame")
    type_in(call, "name", "Wang")
    rest(call, "name")
    scan(seat, qtbot, sheet.number)
    qtbot.waitUntil(lambda: asks(seat) == Act.FINISH)
    assert call.view.answers()["name"] == "Wang"
    assert call.view.answers()["request"] == "no flame"


def test_scanned_into_the_long_text_nothing_of_it_stays(seat, sheet, qtbot, type_in):
    call = seat.new("gas_repair")
    type_in(call, "request", "no flame")
    rest(call, "request")
    scan(seat, qtbot, sheet.number)
    qtbot.waitUntil(lambda: asks(seat) == Act.FINISH)
    assert call.view.answers()["request"] == "no flame"


def test_scanned_over_a_choice_of_few_its_answer_stays(seat, sheet, qtbot):
    call = seat.new("gas_repair", {"gas_smell": False})
    call.view.focus_field("gas_smell")
    scan(seat, qtbot, sheet.number)
    qtbot.waitUntil(lambda: asks(seat) == Act.FINISH)
    assert call.view.answers()["gas_smell"] is False


def test_scanned_over_a_list_the_order_asks_too(seat, sheet, qtbot):
    seat.workplace.worklist.setFocus()
    scan(seat, qtbot, sheet.number.lower())
    qtbot.waitUntil(lambda: asks(seat) == Act.FINISH)


def test_typed_into_the_command_bar_the_number_does_the_same(seat, sheet, qtbot):
    seat.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    bar = seat.workplace.bar
    qtbot.keyClicks(bar.query, sheet.number)
    qtbot.keyClick(bar.query, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: asks(seat) == Act.FINISH)


def test_a_slip_of_another_seat_that_has_not_come_yet_is_said_to_lack(seat, qtbot):
    said = []
    seat.workplace.scanning.told.connect(said.append)
    seat.workplace.worklist.setFocus()
    scan(seat, qtbot, SLIP)
    qtbot.waitUntil(lambda: bool(said))
    assert SLIP in said[0]


def test_a_slip_scanned_a_second_time_shows_the_result(seat, sheet, qtbot):
    (order,) = seat.store.find(Order, state="dispatched")
    assert seat.desk.orders.steps.take(order.id, Act.FINISH, Told(outcome="repaired")).problems == []
    seat.workplace.worklist.setFocus()
    scan(seat, qtbot, sheet.number)
    qtbot.waitUntil(lambda: isinstance(seat.workplace.tabs.current(), OrderPage))
    assert not asks(seat)
