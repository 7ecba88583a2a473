"""Nothing personal before the caller has said who they are; that the file was open is kept (CALL-13)."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel

from app.demo.hands import Hands
from app.desk.identities import IDENTITY
from app.records.accesses import Access, Deed
from app.records.callbacks import Callback, Why
from app.records.calls import Call
from app.records.ids import new_id
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
    qtbot.waitUntil(seat.workplace.caller.identify.isVisible)
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


# -- what is reached from the file while somebody is on the line --

SECRETS = ("王小明", "138 0000 1234", "滨江路", "18 号", "502")


def told(page):
    """Return all that a page says, in labels and in fields."""
    QCoreApplication.processEvents()
    labels = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    typed = [str(each) for each in page.view.answers().values()] if isinstance(page, CallPage) else []
    return "\n".join([page.title, *labels, *typed])


def prove(seat, qtbot):
    """The caller says name and number."""
    qtbot.waitUntil(seat.workplace.caller.identify.isVisible)
    hands = Hands(seat.window)
    seat.press(Qt.Key.Key_I, ALT)
    card = seat.workplace.identity.card
    for fact in ("name", "phone"):
        card.ticks[fact].setChecked(True)
    hands.press(Qt.Key.Key_Return)


@pytest.fixture
def reached(known, answers):
    """Return the page on the earlier call, its case, its order or what is owed, as the file leads to it."""
    seat, _, customer = known
    (call,) = seat.store.find(Call, customer=customer.id)
    owed = Callback(new_id(), Why.MISSED, call.saved_at, call.saved_at, call.answers["phone"])
    with seat.store.write() as to:
        to.put(owed)
    ids = {"call": call.id, "case": call.case, "callback": owed.id}

    def reached(kind):
        if kind == "order":
            ids[kind] = seat.desk.orders.make(call.id, answers["dispatch"]).order.id
        seat.workplace.caller.open_asked.emit(kind, ids[kind])
        return seat.workplace.tabs.current()

    return reached


@pytest.mark.parametrize("kind", ["call", "case", "order", "callback"])
def test_what_is_reached_from_it_says_nothing_personal_until_the_caller_has_said_it(
    known, reached, kind, qtbot
):
    seat, line, customer = known
    page = reached(kind)
    assert page.veiled
    for secret in SECRETS:
        assert secret not in told(page), secret
    beside = shown(seat)  # nor is it said there
    assert "王**" in beside
    assert "138 0000 1234" not in beside
    prove(seat, qtbot)
    assert not page.veiled
    wanted = SECRETS[:2] if kind == "callback" else SECRETS
    assert [secret for secret in wanted if secret not in told(page).replace("+86138", "138 ")] == []
    assert accesses(seat, customer) == [(Deed.REVEAL, "identity: name, phone", True)]
    assert line.view.answers()[IDENTITY]["customer"] == customer.id


def test_a_veiled_call_is_as_it_was_and_nothing_of_the_veil_is_kept(known, reached, qtbot):
    seat, _, _ = known
    page = reached("call")
    before = page.call
    page.save()
    seat.workplace.work.keep()
    assert seat.store.get(Call, page.record) == before
    assert page.unsaved is None
    missing = [name for name, _ in page.foot._missing]
    prove(seat, qtbot)
    assert page.unsaved is None
    assert [name for name, _ in page.foot._missing] == missing == ["user_type", "gas_smell"]
    assert seat.workplace.toasts.text() == "没有新填的内容，记录没有变。"


def test_a_veiled_file_is_not_set_right(known, qtbot):
    seat, _, customer = known
    seat.workplace.caller.card.correct_asked.emit()  # it is asked for first
    assert seat.workplace.identity.card.isVisible()
    seat.workplace.identity.card.close()
    seat.workplace.open("file", customer.id)
    page = seat.workplace.tabs.current()
    assert page.asking.question is None
    assert not page.edit_button.isVisible()
    for secret in SECRETS:
        assert secret not in told(page), secret
    prove(seat, qtbot)
    assert "王小明" in told(page)
    assert page.edit_button.isVisible()


def test_a_veiled_case_is_not_printed(known, reached):
    seat, _, _ = known
    page, asked = reached("case"), []
    page.sheet_asked.connect(lambda *sheet: asked.append(sheet))
    page.matter.print_sheet()
    assert asked == []
    assert "没有打开" in seat.workplace.toasts.text()


def test_it_falls_also_over_what_was_open_before_and_lifts_with_the_end_of_the_call(
    known, reached, answers, qtbot
):
    seat, line, _ = known
    tabs, page = seat.workplace.tabs, reached("case")
    open_still = {"solved": "unsolved", "why_open": "要问", "due_at": "2026-11-22T10:00+08:00"}
    line.view.put_answers({**answers["inquiry"], **open_still})
    tabs.turn_to(line)
    line.save()
    assert line.call is not None
    tabs.turn_to(page)
    assert not page.veiled
    assert "王小明" in told(page)
    again = seat.new("inquiry")
    seat.workplace.caller.follow("13800001234", "")
    seat.workplace.caller._look()
    qtbot.waitUntil(lambda: "王**" in shown(seat))
    tabs.turn_to(page)
    assert page.veiled
    assert "王小明" not in told(page)
    tabs.turn_to(again)
    seat.workplace.work.close(again)  # nothing was typed into it
    assert not page.veiled


def test_another_persons_case_is_no_secret_of_this_callers(known, answers):
    seat, _, _ = known
    other = seat.new("gas_repair", {**answers["gas_repair"], "name": "李雷", "phone": "13900001111"})
    other.save()
    case = other.call.case
    seat.workplace.tabs.turn_to(known[1])
    seat.workplace.open("case", case)
    page = seat.workplace.tabs.current()
    assert not page.veiled
    assert "李雷" in told(page)
