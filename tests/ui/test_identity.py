"""Nothing personal before the caller has said who they are; that the file was open is kept (CALL-13)."""

import pytest
from PySide6.QtCore import Qt

from app.demo.hands import Hands
from app.desk.identities import IDENTITY
from app.records.accesses import Access, Deed
from app.records.calls import Call
from app.ui.panels.calls import CallPage

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def known(start, qtbot, answers):
    """A seat that knows 王小明 of 滨江路 18 号, and an enquiry from his number in front."""
    seat = start()
    seat.new("gas_repair", answers["gas_repair"]).save()
    customer = seat.desk.customers.by_phone("13800001234")
    seat.workplace.work.close(seat.workplace.tabs.current())
    page = seat.new("inquiry")
    seat.workplace.caller.follow("13800001234", "")
    seat.workplace.caller._look()
    qtbot.waitUntil(lambda: "王**" in shown(seat))
    return seat, page, customer


def shown(seat):
    caller = seat.workplace.caller
    matters = [caller.matters.item(row).text() for row in range(caller.matters.count())]
    return "\n".join([caller.card.name.text(), caller.card.numbers.text(), *matters])


def accesses(seat, customer):
    return [(a.deed, a.words, a.whole) for a in seat.store.find(Access, record=customer.id)]


def test_until_then_the_file_shows_neither_name_nor_address(known):
    seat, page, customer = known
    assert "王**" in shown(seat)
    for secret in ("王小明", "滨江路"):
        assert secret not in shown(seat)
    seat.press(Qt.Key.Key_P, ALT)  # nothing is filled in from a file that is not open: it is asked for
    assert seat.workplace.identity.card.isVisible()
    assert page.view.answers().get("address") is None
    assert page.view.answers().get("name") is None
    assert accesses(seat, customer) == []


def test_what_was_said_right_opens_it_and_that_is_kept_with_the_call_and_by_the_log(known, qtbot, answers):
    seat, page, customer = known
    hands = Hands(seat.window)
    page.view.focus_field("name")
    hands.type("王小明")
    page.view.focus_field("phone")
    hands.type("13800001234")
    seat.press(Qt.Key.Key_I, ALT)
    card = seat.workplace.identity.card
    assert [fact for fact, tick in card.ticks.items() if tick.isChecked()] == ["name", "phone"]
    assert "滨江路 18 号 3 栋 502" not in card.ticks["address"].text()
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "王小明" in shown(seat))
    assert "滨江路 18 号" in shown(seat)
    assert accesses(seat, customer) == [(Deed.REVEAL, "identity: name, phone", True)]
    assert seat.desk.calls.drafts()[0].answers[IDENTITY]["customer"] == customer.id
    assert "身份已核对" in page.beside.left.text()
    page.view.put_answers({n: v for n, v in answers["inquiry"].items() if n not in ("name", "phone")})
    page.save()
    (call,) = seat.store.find(Call, form="inquiry")
    assert call.answers[IDENTITY]["proofs"] == ["name", "phone"]


def test_too_little_opens_nothing_and_says_what_not_to_do(known):
    seat, _, customer = known
    hands = Hands(seat.window)
    seat.press(Qt.Key.Key_I, ALT)
    card = seat.workplace.identity.card
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Return)
    assert card.isVisible()
    assert "还差 1 项" in card.sentence.text()
    hands.press(Qt.Key.Key_Escape)
    assert "王小明" not in shown(seat)
    assert accesses(seat, customer) == []


def test_it_holds_for_this_call_alone_and_only_where_the_rule_asks(known, qtbot, answers):
    seat, page, _ = known
    page.note({IDENTITY: {"customer": "somebody else", "proofs": ["name", "phone"], "at": "x"}})
    seat.workplace.caller.refresh()
    answered = []
    seat.workplace.caller._desk.run(lambda: None, answered.append)  # behind what was just asked
    qtbot.waitUntil(lambda: bool(answered))
    assert "王小明" not in shown(seat)
    repair = seat.new("gas_repair")
    assert isinstance(repair, CallPage)
    seat.workplace.caller.follow("13800001234", "")
    seat.workplace.caller._look()
    qtbot.waitUntil(lambda: "王小明" in shown(seat))  # a repair tells nobody anything
