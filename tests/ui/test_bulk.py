"""The round of the ordinary orders, and gas-on orders to close, by keys alone."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from app.desk.steps import Told
from app.records.orders import Act, Order, OrderState
from app.ui.panels.bulk import BulkPage
from app.ui.panels.closings import ClosingsPage
from app.ui.panels.orders import OrderPage
from tests.ui.conftest import ME

CTRL, ALT, SHIFT = (getattr(Qt.KeyboardModifier, f"{name}Modifier") for name in ("Control", "Alt", "Shift"))
KEY = Qt.Key
GAS_ON = {
    "name": "王小明", "phone": "13800001234", "address": "春晓路88号", "category": "gas_on",
    "request": "通气", "read_back": True, "solved": "unsolved", "identity_checked": True,
}  # fmt: skip


@pytest.fixture
def seat(start):
    seat = start()
    with seat.store.write() as to:
        to.put(ME)
    return seat


@pytest.fixture
def make(seat, answers):
    def make(form="gas_repair", **more) -> Order:
        given = GAS_ON if form == "business" else {**answers["gas_repair"], **answers["dispatch"]}
        draft = seat.desk.calls.new(form)
        draft.answers.update({**given, **more})
        done = seat.desk.orders.save_and_make(draft)
        assert done.problems == []
        return done.order

    return make


@pytest.fixture
def show(seat, qtbot):
    def show(kind, count) -> BulkPage | ClosingsPage:
        seat.press(KEY.Key_F9, CTRL if kind is BulkPage else SHIFT)
        page = seat.workplace.tabs.current()
        assert isinstance(page, kind)
        qtbot.waitUntil(lambda: len(page.keys()) == count)
        return page

    return show


def state(seat, order):
    QCoreApplication.processEvents()
    return seat.store.get(Order, order.id).state


def test_with_nothing_waiting_the_page_says_what_comes_here(seat, show, qtbot):
    page = show(BulkPage, 0)
    qtbot.waitUntil(page.none.isVisible)
    assert not page.foot.isVisible()


def test_what_waits_stands_by_team_with_counts(seat, make, show):
    for category in ("stove", "card", "stove"):
        make(category=category)
    make(category="no_gas")
    page = show(BulkPage, 3)
    heads = [(g.text, g.aside, len(g.lines)) for g in page._groups]
    assert heads == [("计量表具班", "1 张", 1), ("维修班", "2 张", 2)]
    assert page.send_button.words == "派出 3 张"


def test_one_key_sends_all_out_but_what_is_kept_back(seat, make, show, qtbot):
    first, second, third = (make() for _ in range(3))
    page = show(BulkPage, 3)
    kept = page.chosen()
    said = []
    page.told.connect(said.append)
    seat.press(KEY.Key_X, ALT)
    assert page.send_button.words == "派出 2 张"
    assert page.keep_button.words == "照派"
    seat.press(KEY.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.keys() == [kept])
    assert sorted(state(seat, each) for each in (first, second, third)) == [
        "dispatched",
        "dispatched",
        "open",
    ]
    assert "已派出 2 张" in said[0]


def test_a_wrong_one_is_opened_void_and_made_again(seat, make, show, qtbot):
    order = make()
    page = show(BulkPage, 1)
    seat.press(KEY.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.keys() == [])
    seat.workplace.open("order", order.id)
    wrong = seat.workplace.tabs.current()
    dict(wrong.acts.offers())["作废并重开"]()
    wrong.asking.fields._rows["why"].put("地址错")
    seat.press(KEY.Key_Return, CTRL)
    assert state(seat, order) is OrderState.VOID
    again = seat.workplace.tabs.current()
    assert isinstance(again, OrderPage)
    assert again.record != order.id
    assert "作废并重开" not in dict(wrong.acts.offers())


def test_enter_opens_the_order(seat, make, show):
    order = make()
    show(BulkPage, 1)
    seat.press(KEY.Key_Return)
    assert seat.workplace.tabs.current().record == order.id


def test_a_gas_on_order_is_taken_its_result_entered_and_closed_by_keys(seat, make, show, qtbot):
    order = make("business")
    page = show(ClosingsPage, 1)
    assert page._groups[0].text == "还没有人结"
    seat.press(KEY.Key_S, ALT)
    qtbot.waitUntil(lambda: "1001 王珂" in page._groups[0].text)
    assert page.take_button.words == "不由我结单"
    seat.press(KEY.Key_Return, CTRL)  # there is no result yet: it is asked for
    asked = seat.workplace.tabs.current()
    assert isinstance(asked, OrderPage)
    assert asked.asking.question.code == Act.FINISH
    asked.asking.leave_it()
    seat.desk.orders.steps.take(order.id, Act.FINISH, Told(outcome="connected", signed=True))
    seat.workplace.open("closings", "closings")
    qtbot.waitUntil(lambda: page.close_button.words == "结单")
    seat.press(KEY.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.keys() == [])
    assert state(seat, order) is OrderState.CLOSED


def test_what_is_over_two_days_is_said(seat, make, show, time, qtbot):
    order = make("business")
    time.at = order.ordered_at.replace(day=order.ordered_at.day + 3)
    page = show(ClosingsPage, 1)
    assert page._groups[0].lines[0].tone == "danger"
    assert "1 张超过两天" in {label.text() for label in page.head.findChildren(type(page.head.what))}
