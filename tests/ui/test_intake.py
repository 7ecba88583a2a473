"""How a call is taken on: another form for it, an emergency by one key, a short call by two, its closing."""

import pytest
from PySide6.QtCore import Qt

from app.demo.hands import Hands
from app.forms.aside import RAISED
from app.forms.check import check
from app.forms.spec import Stage
from app.records.calls import Call
from app.records.orders import Slip
from app.ui.panels.calls import CallPage

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def in_sight(page):
    return {name for name, row in page.view._rows.items() if not row.isHidden()}


def front(seat):
    page = seat.workplace.tabs.current()
    assert isinstance(page, CallPage)
    return page


def test_another_form_takes_over_what_fits_and_shows_what_it_kept_aside(start, qtbot, answers):
    seat = start()
    hands = Hands(seat.window)
    page = seat.new("gas_repair", {**answers["gas_repair"], "user_type": "residential"})
    page.view.focus_field("name")
    seat.press(Qt.Key.Key_F2, SHIFT)
    hands.type("3")  # the enquiry, by its key
    hands.come_to_the_front()
    page = front(seat)
    assert (page.form.name, len(seat.workplace.tabs.pages())) == ("inquiry", 1)
    assert page.view.answers()["request"] == answers["gas_repair"]["request"]
    said = page.beside.left.text()
    assert "燃气报修" in said
    for word in ("滨江路 18 号", "灶具不点火", "居民"):
        assert word in said
    page.view.put_answers({"category": "bill", "answer": "已告知"})
    seat.press(Qt.Key.Key_F2, SHIFT)
    hands.type("1")
    hands.come_to_the_front()
    page = front(seat)
    told = page.view.answers()
    assert {name: told.get(name) for name in answers["gas_repair"]} == answers["gas_repair"]
    page.view.focus_field("name")
    seat.press(Qt.Key.Key_Return, CTRL)
    (call,) = seat.store.find(Call, form="gas_repair")
    assert call.answers["answer"] == "已告知"
    assert "账单" in front(seat).beside.left.text()  # on the kept record too


def test_another_form_shows_at_once_what_it_asks_for_and_how_much_is_left(start):
    seat = start()
    seat.new("gas_repair", {"name": "王小明", "phone": "13800001234"})._settled()
    seen = []
    for key in ("", "3"):  # the repair; the enquiry, by its key
        if key:
            seat.press(Qt.Key.Key_F2, SHIFT)
            Hands(seat.window).type(key)
            Hands(seat.window).come_to_the_front()
        page = front(seat)
        missing = [p.field for p in check(page.form, page.view.answers(), Stage.SAVE)]
        assert {name for name in missing if page.view._rows[name].star.text()} == set(missing)
        assert [name for name, _ in page.foot._missing] == missing
        assert page.foot._head.text().startswith(f"还差 {len(missing)} 项")
        seen.append((page.form.name, len(missing)))
    assert seen == [("gas_repair", 5), ("inquiry", 3)]


def test_f12_asks_for_address_and_number_alone_and_the_slip_goes_out_at_once(start, time):
    seat = start()
    hands = Hands(seat.window)
    seat.press(Qt.Key.Key_F12)
    page = front(seat)
    assert in_sight(page) == {"address", "phone"}
    assert "请告诉我地址" in page.beside.card.script.text()
    assert "1001" in page.beside.card.script.text()
    hands.type("和平路 7 号")
    hands.press(Qt.Key.Key_Tab)
    hands.type("13700009999")
    seat.press(Qt.Key.Key_F8)
    (call,) = seat.store.find(Call, form="gas_leak")
    assert seat.desk.orders.standing(call.case) is not None
    assert seat.store.find(Slip, order=seat.desk.orders.standing(call.case).id)
    assert call.owes
    hands.until(lambda: "出单" in page.beside.card.times.text(), "the slip is not printed")
    for what in ("接听", "转紧急", "派工", "出单"):
        assert f"{what} {time.now().astimezone():%H:%M:%S}" in page.beside.card.times.text()
    assert {"name", "category", "request"} <= in_sight(page)  # what is owed comes to sight now


def test_f12_in_the_middle_of_a_call_loses_no_word_and_shows_all_when_asked_again(start, answers):
    seat = start()
    page = seat.new("gas_repair", answers["gas_repair"])
    began = page.draft.started_at
    seat.press(Qt.Key.Key_F12)
    page = front(seat)
    assert (page.form.name, page.draft.started_at) == ("gas_leak", began)
    assert page.view.answers()["address"] == answers["gas_repair"]["address"]
    assert in_sight(page) == {"address", "phone"}
    seat.press(Qt.Key.Key_F12)
    assert "request" in in_sight(page)
    assert len(seat.workplace.tabs.pages()) == 1
    assert page.draft.answers[RAISED]


def test_a_field_in_the_way_comes_to_sight_though_the_card_hides_it(start, answers):
    seat = start()
    seat.new("gas_repair", {**answers["gas_repair"], "name": "王" * 101})
    seat.press(Qt.Key.Key_F12)
    page = front(seat)
    assert "name" not in in_sight(page)
    seat.press(Qt.Key.Key_Return, CTRL)
    assert page.view.place()[0] == "name"
    assert "name" in in_sight(page)


@pytest.mark.parametrize(("key", "category"), [("8", "wrong_number"), ("9", "hours"), ("0", "hang_up")])
def test_a_short_call_is_two_keys(start, key, category):
    seat = start()
    hands = Hands(seat.window)
    seat.press(Qt.Key.Key_F2)
    hands.type(key)
    (call,) = seat.store.find(Call, form="short_call")
    assert call.answers["category"] == category
    assert seat.workplace.tabs.pages() == []
    assert seat.desk.calls.drafts() == []


def test_a_call_that_has_only_its_number_becomes_the_short_call(start):
    seat = start()
    hands = Hands(seat.window)
    page = seat.new("inquiry")
    page.view.focus_field("phone")
    hands.type("13800001234")
    seat.press(Qt.Key.Key_F2)
    hands.type("8")
    (call,) = seat.store.find(Call, form="short_call")
    assert call.answers["phone"] == "+8613800001234"
    assert seat.workplace.tabs.pages() == []


def test_what_closing_asks_is_asked_in_one_place_with_its_count(start, answers):
    seat = start()
    hands = Hands(seat.window)
    page = seat.new("gas_repair", {**answers["gas_repair"], **answers["dispatch"]})
    page.dispatch()
    seat.workplace.open("close", page.record)
    assert not page.is_ready(Stage.CLOSE)
    assert page.view.place()[0] == "answer"
    assert [name for name, _ in page.foot._missing] == ["answer"]
    hands.type("换了熄火针")
    assert page.is_ready(Stage.CLOSE)
    assert page.foot._missing == []
    assert seat.store.get(Call, page.record).answers["answer"] == "换了熄火针"
