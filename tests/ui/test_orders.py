"""An order's page: why it goes there, what was done, the next step by key, the result from the slip."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel

from app.records.orders import Act, Order, OrderState
from app.ui.panels.cases import CasePage
from app.ui.panels.orders import OrderPage

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
KEY = Qt.Key


@pytest.fixture
def seat(start):
    return start()


@pytest.fixture
def make(seat, answers):
    """Make an order and open it."""

    def make(**more) -> OrderPage:
        page = seat.new("gas_repair", {**answers["gas_repair"], **answers["dispatch"], **more})
        page.dispatch()
        (order,) = seat.desk.orders.of_case(page.call.case)
        seat.workplace.open("order", order.id)
        page = seat.workplace.tabs.current()
        assert isinstance(page, OrderPage)
        return page

    return make


@pytest.fixture
def page(make):
    return make()


def order(seat, page) -> Order:
    """Return it as it stands, once the page has heard of it."""
    QCoreApplication.processEvents()
    return seat.store.get(Order, page.record)


def facts(page):
    QCoreApplication.processEvents()
    return "\n".join(label.text() for label in page._room.findChildren(QLabel) if label.isVisibleTo(page))


def answer(seat, page, **given):
    QCoreApplication.processEvents()
    for name, value in given.items():
        page.asking.fields._rows[name].put(value)
    seat.press(KEY.Key_Return, CTRL)


def test_the_reason_stands_in_words_beside_the_team(make):
    assert "普通维修等整体派工（ORD-1）" in facts(make())


def test_an_urgent_one_says_by_which_row_it_went_where(make):
    page = make(urgent=True)
    assert "急件" in facts(page)
    assert "待派" not in page.head.findChildren(QLabel)[-1].text()


def test_a_team_chosen_in_the_form_says_why(make):
    assert "座席员选定：师傅在附近" in facts(make(team="metering", team_why="师傅在附近"))


def test_the_next_step_is_one_key(seat, page):
    assert order(seat, page).state is OrderState.OPEN
    seat.press(KEY.Key_Return, CTRL)
    assert order(seat, page).state is OrderState.DISPATCHED
    assert page.acts.next_button.words == "登记结果"


def test_the_result_is_asked_for_and_shown_and_the_history_told(seat, page, time):
    seat.press(KEY.Key_Return, CTRL)
    assert order(seat, page).state is OrderState.DISPATCHED
    time.at += timedelta(hours=2)
    seat.press(KEY.Key_Return, CTRL)
    assert page.asking.question.code == Act.FINISH
    seat.press(KEY.Key_Return, CTRL)  # nothing is said yet
    assert order(seat, page).state is OrderState.DISPATCHED
    answer(seat, page, outcome="repaired", came="李师傅", signed=True, why="换了点火针")
    done = order(seat, page)
    assert (done.state, done.outcome, done.came, done.signed) == (OrderState.DONE, "repaired", "李师傅", True)
    shown = facts(page)
    for said in ("已修复", "李师傅", "用户已签字", "换了点火针", "登记结果", "开单"):
        assert said in shown, said
    seat.press(KEY.Key_Return, CTRL)
    assert order(seat, page).state is OrderState.CLOSED


def test_pressing_is_counted_on_the_page(seat, page):
    for note in ("客户又来电", "再催"):
        seat.press(KEY.Key_C, ALT)
        answer(seat, page, why=note)
    assert order(seat, page).taken(Act.PRESS) == 2
    assert "已催 2 次" in {label.text() for label in page.head.findChildren(QLabel)}


def test_it_is_sent_back_with_the_clause(seat, page):
    seat.press(KEY.Key_Return, CTRL)
    assert order(seat, page).state is OrderState.DISPATCHED
    seat.press(KEY.Key_R, ALT)
    answer(seat, page, clause="wrong_place", why="找不到 7 幢")
    assert order(seat, page).state is OrderState.OPEN
    assert "地址不清、找不到" in facts(page)


def test_what_else_can_be_done_is_in_the_menu_and_asks_why(seat, page):
    offered = [text for text, _ in page.acts.offers()]
    assert offered == ["作废工单", "加派单位", "改派、改时限", "由我结单", "作废并重开"]
    dict(page.acts.offers())["改派、改时限"]()
    answer(seat, page, team="metering", why="师傅在附近")
    assert order(seat, page).team == "metering"
    assert "改派：师傅在附近" in facts(page)


def test_a_void_order_can_do_nothing_more_and_another_can_be_made(seat, page):
    dict(page.acts.offers())["作废工单"]()
    answer(seat, page, why="地址错")
    assert order(seat, page).state is OrderState.VOID
    assert page.acts.offers() == []
    assert not page.acts.next_button.isVisible()
    seat.workplace.open("case", order(seat, page).case)
    case = seat.workplace.tabs.current()
    assert isinstance(case, CasePage)
    case.dispatch()
    assert {o.state for o in seat.desk.orders.of_case(case.record)} == {OrderState.VOID, OrderState.OPEN}


def test_what_is_half_typed_of_a_result_is_there_after_the_page_was_closed(seat, page):
    seat.press(KEY.Key_Return, CTRL)
    assert order(seat, page).state is OrderState.DISPATCHED
    page.finish()
    page.asking.fields._rows["why"].put("换了点火针")
    page.asking.fields.edited.emit()
    seat.workplace.work.close(page)
    seat.workplace.open("order", page.record)
    again = seat.workplace.tabs.current()
    assert again.asking.question.code == Act.FINISH
    assert again.asking.fields.values()["why"] == "换了点火针"


def test_the_case_tells_what_was_done_with_its_order(seat, page, qtbot):
    seat.press(KEY.Key_C, ALT)
    answer(seat, page, why="客户又来电")
    seat.workplace.open("case", order(seat, page).case)
    case = seat.workplace.tabs.current()
    qtbot.waitUntil(lambda: case.is_read)
    assert any("催办" in row.head and "客户又来电" in row.text for row in case.matter.events._rows)


def test_words_of_people_are_never_taken_for_markup(seat, page):
    hostile = "<b>粗</b> \u202e𬱖🚒 " + "长" * 400
    seat.press(KEY.Key_C, ALT)
    answer(seat, page, why=hostile)
    assert hostile in facts(page)
    assert page.events._rows[-1].text == hostile
    assert all(
        label.textFormat() is Qt.TextFormat.PlainText or "<b>" not in label.text()
        for label in page._room.findChildren(QLabel)
    )
