"""Who calls, by keys: the same matter offered and joined, files merged, marks proposed and confirmed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from app.records.accounts import Role
from app.records.callbacks import Callback, Why
from app.records.cases import Case
from app.records.customers import Customer
from app.records.ids import new_id
from app.ui.callercard import AskCard

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
OTHER = {
    "name": "李芳",
    "phone": "13911112222",
    "address": "滨江路18-3-502",
    "category": "stove",
    "request": "灶具打不着火，换了电池也没用",
}


@pytest.fixture
def known(start, answers):
    """A seat with an open case of 王小明, and who called about it."""
    seat = start()
    seat.new("gas_repair", answers["gas_repair"]).save()
    seat.first = seat.workplace.tabs.current().call
    return seat


def case_count(seat):
    return seat.store.count(Case, state="received")


def offered(seat, qtbot, page, field="request", text="灶具打不着火，换了电池也没用"):
    """Type as another caller tells it, and wait for the offer."""
    page.view.focus_field(field)
    qtbot.keyClicks(seat.window.focusWidget(), " ")
    page.view.set_answers({**page.view.answers(), field: text})
    page.view.changed.emit(field)
    box = seat.workplace.caller.likely
    qtbot.waitUntil(box.isVisible)
    return box


def test_another_callers_case_is_offered_while_typing_and_one_key_adds_them(known, qtbot, answers):
    told = {**answers["gas_repair"], **OTHER, "request": ""}
    page = known.new("gas_repair", told)
    box = offered(known, qtbot, page)
    focus = known.window.focusWidget()
    assert page.isAncestorOf(focus)  # it took no focus
    assert box.rows.count() == 1
    known.press(Qt.Key.Key_J, ALT)
    assert page.call is not None
    assert page.call.case == known.first.case
    assert page.call.answers["name"] == "李芳"
    assert case_count(known) == 1
    assert not box.isVisible()
    case = known.desk.cases.get(known.first.case)
    assert [call.id for call in known.desk.cases.calls(case)] == [known.first.id, page.call.id]
    known.workplace.open("case", known.first.case)
    case = known.workplace.tabs.current()
    qtbot.waitUntil(lambda: case._callers() != [])
    rows = dict(case._callers())
    assert list(rows) == [known.first.number, page.call.number]
    assert "李芳" in rows[page.call.number]
    assert "139 **** 2222" in rows[page.call.number]


def test_what_only_this_caller_can_say_is_asked_and_the_rest_is_filled_in(known, qtbot, answers):
    page = known.new("gas_repair", {"phone": "13911112222", "address": OTHER["address"]})
    box = offered(known, qtbot, page)
    known.press(Qt.Key.Key_J, ALT)
    assert page.call is None
    typed = page.view.answers()
    assert typed["category"] == answers["gas_repair"]["category"]
    assert typed["address"] == OTHER["address"]  # as it was typed
    assert "并入" in box.head.text()
    assert known.store.drafts.of_agent(page.draft.agent)[0].case == known.first.case  # it outlives the window
    known.press(Qt.Key.Key_J, ALT)  # taken back
    assert page.draft.case is None
    qtbot.waitUntil(lambda: "可能" in box.head.text())


def test_a_draft_that_joins_a_case_says_so_when_it_is_opened_again(known, qtbot):
    draft = replace(known.desk.calls.new("gas_repair"), case=known.first.case)
    known.desk.calls.keep(draft)
    known.workplace.open("draft", draft.id)
    assert "并入" in known.workplace.caller.likely.head.text()
    assert known.workplace.caller.likely.isVisible()


def test_an_answer_that_comes_late_is_dropped(known, qtbot, monkeypatch):
    box, waiting = known.workplace.caller.likely, []
    while known.desk.callers.duplicates.learn():
        pass
    monkeypatch.setattr(box, "_run", lambda job, done: waiting.append((job, done)))
    box._is_learning = True  # of the questions only
    page = known.new("gas_repair", {**OTHER})
    page.view.changed.emit("request")
    qtbot.waitUntil(lambda: bool(waiting))
    late = waiting.pop()
    known.workplace.work.new("inquiry")
    offers = late[0]()
    assert offers
    late[1](offers)
    assert not box.isVisible()


def test_nothing_is_asked_on_the_windows_thread(known, qtbot, monkeypatch):
    import threading

    seen = []
    find = known.desk.callers.duplicates.find
    monkeypatch.setattr(
        known.desk.callers.duplicates,
        "find",
        lambda asked: seen.append(threading.current_thread().name) or find(asked),
    )
    page = known.new("gas_repair", {**OTHER, "request": ""})
    offered(known, qtbot, page)
    assert set(seen) == {"store"}


def test_two_files_become_one_by_keys_and_two_again(known, qtbot, answers):
    other = {**answers["gas_repair"], "phone": "13922223333", "address": "长河路12号"}
    second = known.new("gas_repair", other)
    second.save()
    pane = known.workplace.caller
    show(known, qtbot)
    known.workplace.splitter.bring(pane)
    trigger(pane.card.menu(), "与另一份档案合并…")
    assert known.window.focusWidget() is pane.search
    qtbot.keyClicks(pane.search, "22223333")
    qtbot.waitUntil(lambda: pane.found.count() == 1)
    qtbot.keyClick(pane.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.customer is not None and len(pane.customer.phones) == 2)
    texts = [pane.matters.item(row).text() for row in range(pane.matters.count())]
    assert texts[0] == "未结 2"
    assert "由 2 份档案合并" in pane.card.numbers.text()
    trigger(pane.card.menu(), "拆开最近一次合并")
    qtbot.waitUntil(lambda: len(pane.customer.phones) == 1)
    assert known.store.get(Customer, second.call.customer).phones == ("+8613922223333",)


def test_a_mark_is_a_proposal_in_words_until_a_lead_confirms_it(known, qtbot):
    pane, marks = known.workplace.caller, known.desk.callers.marks
    show(known, qtbot)
    trigger(pane.card.menu(), "劣质客户")
    card = next(w for w in QApplication.topLevelWidgets() if isinstance(w, AskCard) and w.isVisible())
    qtbot.keyClick(card.line, Qt.Key.Key_Return)
    assert marks.of(known.first.customer) == []  # no reason, no mark
    qtbot.keyClicks(card.line, "three times")
    card.close()  # as a lock takes it away
    trigger(pane.card.menu(), "劣质客户")
    card = next(w for w in QApplication.topLevelWidgets() if isinstance(w, AskCard) and w.isVisible())
    assert card.line.text() == "three times"
    qtbot.keyClicks(card.line, " not at home")
    qtbot.keyClick(card.line, Qt.Key.Key_Return)
    told = "提议（未确认）：劣质客户。three times not at home"
    qtbot.waitUntil(lambda: pane.card.proposals.text().startswith(told))
    assert not pane.card.marks.isVisibleTo(pane.card)
    assert not [each for each in pane.card.menu().actions() if "确认标记" in each.text()]
    strips = known.workplace.tabs.strips
    assert not strips.holds("marks")
    marks._session = replace(marks._session, role=Role.SUPERVISOR, confirmed=True)
    known.bridge.changed.emit(frozenset({"mark"}))
    assert strips.holds("marks")
    trigger(pane.card.menu(), "确认标记：劣质客户")
    qtbot.waitUntil(lambda: pane.card.marks.text().startswith("● 劣质客户：three times not at home"))
    qtbot.waitUntil(lambda: not strips.holds("marks"))


def test_a_file_is_set_right_by_keys_and_by_one_key_it_is_as_it_was(known, qtbot):
    pane, before = known.workplace.caller, known.store.get(Customer, known.first.customer)
    show(known, qtbot)
    trigger(pane.card.menu(), "更正姓名、号码、地址…")
    page = known.workplace.tabs.current()
    assert page.asking.isAncestorOf(known.window.focusWidget())
    assert page.asking.fields.values()["phones"] == "138 **** 1234"
    page.asking.fields.take_focus("name")
    known.window.focusWidget().selectAll()
    qtbot.keyClicks(known.window.focusWidget(), "Li Lei")
    page.asking.fields.take_focus("phones")
    qtbot.keyClicks(known.window.focusWidget(), "137")
    known.press(Qt.Key.Key_Return, CTRL)
    assert known.store.get(Customer, before.id) == before  # 137138 **** 1234 is no number
    page.asking.fields.take_focus("phones")
    known.window.focusWidget().selectAll()
    qtbot.keyClicks(known.window.focusWidget(), "13700001111")
    known.press(Qt.Key.Key_Return, CTRL)
    stands = known.store.get(Customer, before.id)
    assert (stands.name, stands.phones) == ("Li Lei", ("+8613700001111",))
    assert stands.addresses == before.addresses
    qtbot.waitUntil(lambda: pane.card.name.text() == "Li Lei")
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any("姓名原来是“王小明”" in text and "138 **** 1234" in text for text in said)
    known.press(Qt.Key.Key_Z, ALT)
    assert known.store.get(Customer, before.id) == before
    assert len(known.desk.matter.files.history(before.id)) == 2


def test_what_is_half_typed_of_a_file_is_there_again(known, qtbot):
    known.workplace.open("file", known.first.customer)
    page = known.workplace.tabs.current()
    page.asking.fields.take_focus("name")
    qtbot.keyClicks(known.window.focusWidget(), "x")
    typed = page.asking.fields.values()
    known.workplace.work.close(page)
    known.workplace.open("file", known.first.customer)
    again = known.workplace.tabs.current()
    assert again is not page
    assert again.asking.fields.values() == typed


def test_what_is_owed_to_the_caller_stands_first_until_it_is_done(known, qtbot):
    pane, callbacks = known.workplace.caller, known.desk.calls.callbacks
    at = known.first.saved_at
    by_number = Callback(new_id(), Why.MISSED, at, at, known.first.answers["phone"])
    by_file = Callback(new_id(), Why.ANSWER, at, at + timedelta(hours=1), customer=known.first.customer)
    with known.store.write() as to:
        for each in (by_file, by_number, replace(by_number, id=new_id(), number="+8613700000000")):
            to.put(each)
    show(known, qtbot)
    shown = [pane.matters.item(n).text() for n in range(4)]
    assert shown == ["欠回电 2", "未接来电", "请示有了答复", "未结 1"]
    for each in (by_number, by_file):
        callbacks.note(each.id, "reached")
    qtbot.waitUntil(lambda: pane.matters.item(0).text() == "未结 1")


def test_who_called_often_is_said_to(known, qtbot, answers):
    for _ in range(2):
        known.new("gas_repair", answers["gas_repair"]).save()
    show(known, qtbot)
    assert known.workplace.caller.card.often.text() == "30 天内来电 3 次"


def test_a_number_of_another_file_filled_from_is_added_to_it(known, qtbot, answers):
    page = known.new("gas_repair", {**answers["gas_repair"], "phone": "13922223333"})
    show(known, qtbot)
    known.press(Qt.Key.Key_P, ALT)
    page.save()
    assert page.call.customer == known.first.customer
    assert "+8613922223333" in known.store.get(Customer, known.first.customer).phones


def show(known, qtbot):
    """Show whoever called first."""
    pane = known.workplace.caller
    pane.show_customer(known.first.customer)
    qtbot.waitUntil(lambda: pane.customer is not None and pane.customer.id == known.first.customer)


def trigger(menu, text):
    for action in menu.actions():
        if (
            action.menu()
            and action.menu() is not None
            and text in [a.text() for a in action.menu().actions()]
        ):
            return trigger(action.menu(), text)
        if action.text() == text:
            return action.trigger()
    raise AssertionError([a.text() for a in menu.actions()])


def test_a_caller_who_was_unknown_is_known_once_the_call_is_saved(start, qtbot, answers):
    seat = start()
    page = seat.new("gas_repair", answers["gas_repair"])
    page._settled()
    pane = seat.workplace.caller
    seat.workplace.caller.follow(*page.who())
    qtbot.waitUntil(lambda: pane.empty.text().startswith("第一次来电"))
    seat.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: pane.customer is not None)
    assert pane.customer.name == "王小明"


@pytest.mark.parametrize("where", ["search", "matters"])
def test_esc_goes_from_the_caller_back_to_the_caret_and_the_search_is_over(known, qtbot, type_in, where):
    page = known.new("gas_repair")
    type_in(page, "name", "abc")
    known.press(Qt.Key.Key_Left)
    place, pane = page.view.place(), known.workplace.caller
    known.press(Qt.Key.Key_F4)
    qtbot.keyClicks(pane.search, "1234")
    if where == "matters":
        known.press(Qt.Key.Key_Return)
        qtbot.waitUntil(pane.matters.hasFocus)
    known.press(Qt.Key.Key_Escape)
    assert page.isAncestorOf(known.window.focusWidget())
    assert page.view.place() == place
    assert pane.search.text() == ""
