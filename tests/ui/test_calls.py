"""A call in its tab: typed, kept, refused, saved, dispatched, printed – and nothing lost on the way."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app.records.calls import Call
from app.records.cases import CaseState
from app.records.orders import Order, Slip
from app.store.engine import StoreRefused
from app.ui import wording

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def calls_of(seat):
    return seat.store.find(Call, first_taker=seat.desk.agent.id)


def added(seat):
    return [d.answers for d in seat.desk.calls.drafts()]


@pytest.fixture
def emergency(answers):
    """Return the page of an emergency that is saved and owes nearly everything."""

    def _emergency(seat):
        page = seat.new("gas_leak", answers["gas_leak"])
        page.save()
        seat.workplace.toasts.clear()
        return page

    return _emergency


@pytest.fixture
def stored_elsewhere():
    def _stored(seat, page, **more):
        call = seat.store.get(Call, page.record)
        with seat.store.write() as to:
            to.put(replace(call, answers={**call.answers, **more}))

    return _stored


@pytest.fixture
def compose():
    """An input method offers text in a field and has not handed it over."""

    def _compose(page, field, text):
        page.view.focus_field(field)
        QApplication.sendEvent(page.view.focusWidget(), QInputMethodEvent(text, []))

    return _compose


def test_ctrl_enter_with_a_missing_field_keeps_everything_and_focuses_it(start, qtbot, answers, type_in):
    seat = start()
    page = seat.new("gas_repair", {**answers["gas_repair"], "address": ""})
    type_in(page, "request", " again")
    before = page.view.answers()
    seat.press(Qt.Key.Key_Return, CTRL)
    assert page.view.answers() == before
    assert page.view.place()[0] == "address"
    assert page.draft is not None
    assert calls_of(seat) == []
    assert seat.desk.calls.drafts()[0].answers == before


@pytest.mark.parametrize("wrong", [{"phone": ""}, {"phone": "12"}, {"user_type": "", "phone": "1"}])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F9, Qt.Key.Key_F8])
def test_a_refused_save_leaves_each_field_the_caret_and_the_scroll(start, answers, type_in, key, wrong):
    seat = start()
    page = seat.new("gas_repair", {**answers["gas_repair"], **answers["dispatch"], **wrong})
    type_in(page, "request", " abc")
    seat.press(Qt.Key.Key_Left)
    page.view.verticalScrollBar().setValue(30)
    before, place = page.view.answers(), page.view.place()
    assert place == ("request", 3, 30)
    seat.press(key, CTRL if key == Qt.Key.Key_Return else Qt.KeyboardModifier.NoModifier)
    assert calls_of(seat) == []
    assert page.view.answers() == before
    assert page.view.place()[0] in wrong  # the first that is missing or wrong has the focus
    # Back where one was, all is as it was: so it is too for who comes back after a restart.
    page.view.go(place)
    assert page.view.place() == place
    seat.press(Qt.Key.Key_X)
    assert page.view.answers()["request"] == " abxc" + answers["gas_repair"]["request"]


def test_a_save_that_breaks_leaves_each_field_the_caret_and_the_scroll(
    start, qtbot, answers, type_in, monkeypatch
):
    seat = start()
    page = seat.new("gas_repair", answers["gas_repair"])
    type_in(page, "request", "abc")
    seat.press(Qt.Key.Key_Left)
    page.view.verticalScrollBar().setValue(30)
    before, place = page.view.answers(), page.view.place()
    assert place == ("request", 2, 30)

    def full(*_):
        raise StoreRefused("full")

    monkeypatch.setattr(seat.store, "write", full)
    with qtbot.captureExceptions() as caught:
        seat.press(Qt.Key.Key_Return, CTRL)
    assert caught
    assert page.view.answers() == before
    assert page.view.place() == place
    monkeypatch.undo()
    seat.press(Qt.Key.Key_Return, CTRL)
    assert [call.answers["request"] for call in calls_of(seat)] == [before["request"]]


def test_enter_never_saves(start, qtbot, answers):
    seat = start()
    page = seat.new("gas_repair", answers["gas_repair"])
    for field in ("name", "phone", "address", "category", "request", "read_back", "solved"):
        page.view.focus_field(field)
        seat.press(Qt.Key.Key_Return)
        seat.press(Qt.Key.Key_Enter)
    assert page.draft is not None
    assert calls_of(seat) == []


def test_ctrl_enter_saves_and_the_tab_becomes_the_record(start, qtbot, answers):
    seat = start()
    page = seat.new("gas_repair", answers["gas_repair"])
    page.view.focus_field("name")
    seat.press(Qt.Key.Key_Return, CTRL)
    (call,) = calls_of(seat)
    assert page.call == call
    assert call.number in page.head.facts.text()
    assert seat.desk.cases.get(call.case).number in page.head.facts.text()
    assert seat.desk.calls.drafts() == []
    assert not page.foot.order_button.isHidden()


def test_a_form_that_opens_no_case_closes_its_tab_and_offers_it_again(start, qtbot, answers):
    seat = start()
    page = seat.new("inquiry", answers["inquiry"])
    page.view.focus_field("name")
    seat.press(Qt.Key.Key_Return, CTRL)
    (call,) = calls_of(seat)
    assert seat.workplace.tabs.pages() == []
    seat.workplace.open("call", call.id)
    assert seat.workplace.tabs.current().call == call


def test_what_is_typed_is_on_disk_half_a_second_later(start, qtbot, type_in):
    seat = start()
    page = seat.new("gas_repair")
    type_in(page, "name", "Wang")
    qtbot.waitUntil(lambda: seat.desk.calls.drafts()[0].answers.get("name") == "Wang", timeout=1500)


@pytest.mark.parametrize("name", ["name", "request"])
def test_a_caret_that_moves_alone_is_on_disk_half_a_second_later(start, qtbot, type_in, name):
    seat = start()
    page = seat.new("gas_repair")
    type_in(page, name, "Wang")
    page.keep()
    qtbot.keyClick(page.view.focusWidget(), Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: (d := seat.desk.calls.drafts()[0]).field == name and d.caret == 0, timeout=1500)


def test_typing_without_a_pause_does_not_put_the_keeping_off(start, qtbot, type_in):
    seat = start()
    page = seat.new("gas_repair")
    type_in(page, "name", "W")
    qtbot.waitUntil(lambda: page._keeping.remainingTime() < 350)
    type_in(page, "name", "a")
    assert page._keeping.remainingTime() < 400  # 500, had it begun anew


def test_drafts_come_back_after_restart_caret_and_all(start, qtbot, type_in):
    seat = start()
    first = seat.new("inquiry")
    type_in(first, "name", "Li Fang")
    second = seat.new("gas_repair")
    type_in(second, "request", "no flame")
    qtbot.keyClick(second.view.focusWidget(), Qt.Key.Key_Home)
    seat.sign_out()

    again = start()
    pages = again.workplace.tabs.pages()
    assert [p.form.name for p in pages] == ["inquiry", "gas_repair"]
    again.workplace.tabs.turn_to(pages[1])
    assert pages[0].view.answers()["name"] == "Li Fang"
    assert pages[1].view.answers()["request"] == "no flame"
    qtbot.waitUntil(lambda: pages[1].view.place()[:2] == ("request", 0))


def test_several_calls_stay_open_at_once_each_with_its_own_words(start, qtbot, type_in):
    seat = start()
    first, second = seat.new("gas_repair"), seat.new("complaint")
    type_in(second, "name", "B")
    seat.workplace.tabs.turn_to(first)
    type_in(first, "name", "A")
    assert first.view.answers()["name"] == "A"
    assert second.view.answers()["name"] == "B"


def test_f9_on_a_draft_saves_and_orders_in_one_step(start, qtbot, answers):
    seat = start()
    page = seat.new("gas_repair", {**answers["gas_repair"], **answers["dispatch"], "urgent": True})
    page.view.focus_field("name")
    seat.press(Qt.Key.Key_F9)
    assert page.call is not None
    assert seat.desk.cases.get(page.call.case).state is CaseState.DISPATCHED
    assert len(seat.desk.orders.of_case(page.call.case)) == 1
    assert page.foot.order_button.isHidden()


def test_f9_without_what_dispatch_asks_keeps_the_draft_and_names_the_field(start, qtbot, answers):
    seat = start()
    page = seat.new("gas_repair", answers["gas_repair"])
    page.view.focus_field("name")
    seat.press(Qt.Key.Key_F9)
    assert page.draft is not None
    assert page.view.place()[0] == "user_type"
    assert calls_of(seat) == []


def test_once_dispatched_the_page_says_who_was_sent_and_by_when(start, answers):
    seat = start()
    page = seat.new("gas_repair", {**answers["gas_repair"], **answers["dispatch"]})
    assert "team" not in page.view.answers()
    seat.press(Qt.Key.Key_F9)
    (order,) = seat.desk.orders.of_case(page.call.case)
    said = [page.view._rows[name].editor.hand.placeholderText() for name in ("team", "due_at")]
    assert said == ["维修班", wording.day_and_time(order.due_at)]


def test_f9_on_a_saved_call_asks_only_for_what_is_still_empty(start, qtbot, answers):
    seat = start()
    page = seat.new("gas_repair", answers["gas_repair"])
    page.save()
    page.view.focus_field("user_type")
    seat.press(Qt.Key.Key_F9)
    assert seat.desk.orders.of_case(page.call.case) == []
    page.view.set_answers({**page.view.answers(), **answers["dispatch"]})
    seat.press(Qt.Key.Key_F9)
    (order,) = seat.desk.orders.of_case(page.call.case)
    assert order.answers["user_type"] == "residential"


def test_f8_makes_the_order_first_and_prints_its_slip_once(start, qtbot, answers, tmp_path):
    seat = start()
    page = seat.new("gas_repair", {**answers["gas_repair"], **answers["dispatch"]})
    page.view.focus_field("name")
    with qtbot.waitSignal(seat.workplace.slips.drawn):
        seat.press(Qt.Key.Key_F8)
    (order,) = seat.desk.orders.of_case(page.call.case)
    (slip,) = seat.store.find(Slip, order=order.id)
    assert len(slip.prints) == 1
    assert (tmp_path / "slips" / f"{slip.number}.pdf").exists()


def test_a_slip_that_could_not_be_drawn_is_not_counted(start, qtbot, answers, tmp_path):
    seat = start()
    page = seat.new("gas_repair", {**answers["gas_repair"], **answers["dispatch"]})
    page.dispatch()

    (tmp_path / "slips").write_bytes(b"")  # no folder can be made there
    with qtbot.waitSignal(seat.workplace.slips.failed):
        page.print_slip()
    (order,) = seat.store.find(Order, case=page.call.case)
    (slip,) = seat.store.find(Slip, order=order.id)
    assert slip.prints == ()


def test_an_emergency_is_saved_with_number_and_address_and_owes_the_rest(start, qtbot, answers):
    seat = start()
    page = seat.new("gas_leak", answers["gas_leak"])
    page.save()
    (call,) = calls_of(seat)
    assert call.owes
    groups = {g.code: g.items for g in seat.desk.worklist.entries()}
    assert [i.id for i in groups["owed"]] == [call.id]


def test_ctrl_w_keeps_the_draft_and_closes_the_tab(start, qtbot, type_in):
    seat = start()
    page = seat.new("gas_repair")
    type_in(page, "name", "Wang")
    seat.press(Qt.Key.Key_W, CTRL)
    assert seat.workplace.tabs.pages() == []
    (draft,) = seat.desk.calls.drafts()
    assert draft.answers["name"] == "Wang"


def test_a_blank_draft_leaves_nothing_behind(start, qtbot):
    seat = start()
    page = seat.new("gas_repair")
    page.view.focus_field("name")
    seat.press(Qt.Key.Key_W, CTRL)
    assert seat.desk.calls.drafts() == []


def test_a_discarded_draft_comes_back_by_undo_with_every_word(start, qtbot, type_in):
    seat = start()
    page = seat.new("gas_repair")
    type_in(page, "name", "Wang")
    before = page.view.answers()
    seat.press(Qt.Key.Key_D, CTRL | SHIFT)
    assert seat.desk.calls.drafts() == []
    assert seat.workplace.toasts.text().startswith("草稿已丢弃")
    seat.workplace.worklist.refresh()
    assert seat.workplace.worklist.tree.isVisible()  # it is all that is listed
    seat.press(Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    assert seat.workplace.tabs.current().view.answers() == before
    assert seat.desk.calls.drafts()[0].answers == before


def test_ctrl_tab_turns_the_forms_from_any_pane(start, qtbot):
    seat = start()
    first, _ = seat.new("gas_repair"), seat.new("complaint")
    seat.press(Qt.Key.Key_F4)
    seat.press(Qt.Key.Key_Tab, CTRL)
    assert seat.workplace.tabs.current() is first


def test_ctrl_tab_turns_the_forms(start, qtbot):
    seat = start()
    first, second = seat.new("gas_repair"), seat.new("complaint")
    second.view.focus_field("name")
    seat.press(Qt.Key.Key_Tab, CTRL)
    assert seat.workplace.tabs.current() is first
    first.view.focus_field("name")
    seat.press(Qt.Key.Key_Backtab, CTRL | SHIFT)
    assert seat.workplace.tabs.current() is second


def test_text_still_composing_is_kept_at_sign_out(start, qtbot):
    seat = start()
    page = seat.new("gas_repair")
    page.view.focus_field("request")
    QApplication.sendEvent(page.view.focusWidget(), QInputMethodEvent("louqi", []))
    seat.workplace.work.keep()
    seat.workplace.leave()
    (draft,) = seat.desk.calls.drafts()
    assert "louqi" in draft.answers["request"]


def owed_by(seat, page):
    return {problem.field for problem in seat.desk.calls.debts.of(page.call)}


def test_what_a_saved_emergency_owes_is_filled_in_later(start, answers):
    seat = start()
    page = seat.new("gas_leak", answers["gas_leak"])
    page.save()
    debts = owed_by(seat, page)
    page.view.set_answers({**page.view.answers(), "name": "Li", "category": "indoor_smell"})
    page.view.focus_field("name")
    seat.press(Qt.Key.Key_Return, CTRL)
    (call,) = calls_of(seat)
    assert call.answers["name"] == "Li"
    assert owed_by(seat, page) == debts - {"name", "category"}


def test_a_kept_answer_cannot_be_changed_by_filling_what_is_owed(start, answers):
    seat = start()
    page = seat.new("gas_leak", answers["gas_leak"])
    page.save()
    page.view.set_answers({**page.view.answers(), "address": "elsewhere", "name": "Li"})
    page.save()
    (call,) = calls_of(seat)
    assert call.answers["address"] == answers["gas_leak"]["address"]


def test_a_saved_call_leaves_open_what_its_order_still_asks(start, answers):
    seat = start()
    page = seat.new("gas_repair", answers["gas_repair"])
    page.save()
    assert page._wanting() == {"user_type", "gas_smell", "team", "due_at"}
    page.view.set_answers({**page.view.answers(), **answers["dispatch"]})
    assert not page.foot.save_button.isHidden()
    page.dispatch()
    assert page._wanting() == set()
    assert page.foot.save_button.isHidden()


# -- what is added to a kept call --


def test_what_is_typed_into_a_kept_call_is_on_disk_half_a_second_later(start, qtbot, emergency, type_in):
    seat = start()
    page = emergency(seat)
    type_in(page, "request", "smell in the cellar")
    qtbot.waitUntil(lambda: added(seat) == [{"request": "smell in the cellar"}], timeout=1500)
    (call,) = calls_of(seat)
    assert "request" not in call.answers


@pytest.mark.parametrize("form", ["gas_leak", "gas_repair"])
def test_what_is_typed_into_a_kept_call_survives_its_tab(start, answers, type_in, form):
    seat = start()
    page = seat.new(form, answers[form])
    page.save()
    field, typed = ("request", "cellar") if form == "gas_leak" else ("due_at", "tomorrow, perhaps")
    type_in(page, field, typed)
    seat.press(Qt.Key.Key_W, CTRL)
    assert seat.workplace.tabs.pages() == []
    seat.press(Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    assert seat.workplace.tabs.current().view.answers()[field] == typed
    assert seat.workplace.tabs.current().call == page.call


def test_what_is_typed_into_a_kept_call_comes_back_after_a_restart(start, qtbot, emergency, type_in):
    seat = start()
    page = emergency(seat)
    type_in(page, "request", "cellar")
    type_in(page, "name", "Li")
    qtbot.keyClick(page.view.focusWidget(), Qt.Key.Key_Home)
    seat.sign_out()

    again = start()
    (back,) = again.workplace.tabs.pages()
    assert back.call == page.call
    typed = back.view.answers()
    assert (typed["request"], typed["name"]) == ("cellar", "Li")
    qtbot.waitUntil(lambda: back.view.place()[:2] == ("name", 0))
    back.save()
    (call,) = calls_of(again)
    assert (call.answers["request"], call.answers["name"]) == ("cellar", "Li")
    assert again.desk.calls.drafts() == []


def test_what_nobody_looked_at_after_a_restart_stays_as_it_was(start, emergency, type_in):
    seat = start()
    type_in(seat.new("inquiry"), "name", "B")  # the first tab, in front after a restart
    type_in(emergency(seat), "request", "cellar")
    seat.workplace.work.keep()
    seat.workplace.leave()
    before = seat.desk.calls.drafts()[1]
    seat.sign_out()
    again = start()
    again.sign_out()
    assert (before.field, before.caret) == ("request", 6)
    assert again.desk.calls.drafts()[1] == before


def test_the_work_list_shows_what_is_added_under_the_calls_title(start, emergency, type_in, answers):
    seat = start()
    page = emergency(seat)
    type_in(page, "request", "cellar")
    seat.press(Qt.Key.Key_W, CTRL)
    drafts = next(g.items for g in seat.desk.worklist.entries() if g.code == "drafts")
    address = answers["gas_leak"]["address"]
    assert [(i.id, i.title, i.more) for i in drafts] == [(page.call.id, "燃气泄漏报警", address)]
    seat.workplace.open(drafts[0].kind, drafts[0].id)
    assert seat.workplace.tabs.current().call == page.call


def test_what_is_erased_again_leaves_no_draft(start, qtbot, emergency, type_in):
    seat = start()
    page = emergency(seat)
    type_in(page, "name", "L")
    page.keep()
    qtbot.keyClick(page.view.focusWidget(), Qt.Key.Key_Backspace)
    page.keep()
    assert seat.desk.calls.drafts() == []


def test_what_is_added_can_be_discarded_and_brought_back(start, emergency, type_in):
    seat = start()
    page = emergency(seat)
    type_in(page, "request", "cellar")
    seat.press(Qt.Key.Key_D, CTRL | SHIFT)
    assert seat.desk.calls.drafts() == []
    seat.workplace.open("call", page.call.id)
    assert "request" not in seat.workplace.tabs.current().view.answers()
    seat.press(Qt.Key.Key_W, CTRL)
    type_in(emergency(seat), "request", "attic")
    seat.press(Qt.Key.Key_D, CTRL | SHIFT)
    seat.press(Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    assert seat.workplace.tabs.current().view.answers()["request"] == "attic"
    assert len(calls_of(seat)) == 2


def test_ctrl_enter_saves_what_a_dispatch_asks_before_there_is_an_order(start, answers, type_in):
    seat = start()
    page = seat.new("gas_repair", answers["gas_repair"])
    page.save()
    type_in(page, "due_at", "2027-01-01 10:00")
    seat.press(Qt.Key.Key_Return, CTRL)
    (call,) = calls_of(seat)
    assert call.answers["due_at"].startswith("2027-01-01")
    assert seat.workplace.toasts.text() == "已补存。"


def test_ctrl_enter_with_nothing_new_says_so(start, emergency):
    seat = start()
    page = emergency(seat)
    page.view.focus_field("request")
    pending = seat.store.outbox.state().pending
    seat.press(Qt.Key.Key_Return, CTRL)
    assert seat.workplace.toasts.text() == "没有新填的内容，记录没有变。"
    assert seat.store.outbox.state().pending == pending


def test_a_field_that_hangs_on_an_open_one_is_open_too(start, answers, type_in):
    seat = start()
    page = seat.new("gas_repair", answers["gas_repair"])
    page.save()
    page.view.set_answers({**page.view.answers(), "user_type": "commercial", "gas_smell": False})
    type_in(page, "company", "Noodles")
    seat.press(Qt.Key.Key_F9)
    assert page.call.answers["company"] == "Noodles"
    assert len(seat.desk.orders.of_case(page.call.case)) == 1


# -- another seat was faster --


def test_an_open_page_shows_what_another_seat_stored(start, qtbot, emergency, stored_elsewhere):
    seat = start()
    page = emergency(seat)
    stored_elsewhere(seat, page, name="Zhang")
    qtbot.waitUntil(lambda: page.view.answers().get("name") == "Zhang")
    assert "name" not in page._wanting()
    assert seat.workplace.toasts.text() == ""


def test_what_another_seat_corrected_is_no_loss_of_ours(start, qtbot, emergency, stored_elsewhere):
    seat = start()
    page = emergency(seat)
    stored_elsewhere(seat, page, address="next door")
    qtbot.waitUntil(lambda: page.view.answers()["address"] == "next door")
    assert seat.workplace.toasts.text() == ""


def test_what_lost_against_another_seat_is_told_and_stays_in_sight(
    start, qtbot, emergency, type_in, stored_elsewhere
):
    seat = start()
    page = emergency(seat)
    type_in(page, "request", "ours")
    stored_elsewhere(seat, page, request="theirs")
    qtbot.waitUntil(lambda: page.view.answers()["request"] == "theirs")
    assert "ours" in seat.workplace.toasts.text()
    assert "ours" in page.view._rows["request"].problem()
    page.save()
    (call,) = calls_of(seat)
    assert call.answers["request"] == "theirs"


def test_what_lost_is_told_though_the_page_had_not_heard_of_it(start, emergency, type_in, stored_elsewhere):
    seat = start()
    page = emergency(seat)
    type_in(page, "request", "ours")
    type_in(page, "name", "Li")
    stored_elsewhere(seat, page, request="theirs")
    page.save()
    (call,) = calls_of(seat)
    assert (call.answers["request"], call.answers["name"]) == ("theirs", "Li")
    assert seat.workplace.toasts.text().startswith("已补存。")
    assert "ours" in seat.workplace.toasts.text()


def test_what_lost_while_its_tab_was_closed_is_told_when_it_opens(
    start, emergency, type_in, stored_elsewhere
):
    seat = start()
    page = emergency(seat)
    type_in(page, "request", "ours")
    seat.press(Qt.Key.Key_W, CTRL)
    stored_elsewhere(seat, page, request="theirs")
    seat.workplace.open("call", page.record)
    assert seat.workplace.tabs.current().view.answers()["request"] == "theirs"
    assert "ours" in seat.workplace.toasts.text()


def test_typing_goes_on_while_another_seat_stores(start, qtbot, answers, type_in, stored_elsewhere):
    seat = start()
    page = seat.new("gas_repair", answers["gas_repair"])
    page.save()
    type_in(page, "due_at", "2027-1-1 9:00")
    qtbot.keyClick(page.view.focusWidget(), Qt.Key.Key_Left)
    stored_elsewhere(seat, page, user_type="residential")
    qtbot.waitUntil(lambda: page.view.answers().get("user_type") == "residential")
    assert page.view.place()[:2] == ("due_at", len("2027-1-1 9:0"))
    assert page.view.focusWidget().text() == "2027-1-1 9:00"
    assert page.view.focusWidget().hasFocus()


# -- text an input method has not handed over --


@pytest.mark.parametrize("kept", [False, True], ids=["draft", "kept call"])
@pytest.mark.parametrize("key", [Qt.Key.Key_W, Qt.Key.Key_S])
def test_text_still_composing_is_kept_by_every_key(start, emergency, compose, key, kept):
    seat = start()
    page = emergency(seat) if kept else seat.new("gas_repair")
    compose(page, "request", "louqi")
    seat.press(key, CTRL)
    assert added(seat) == [{"request": "louqi"}]


def test_text_still_composing_comes_back_with_a_discarded_draft(start, compose):
    seat = start()
    compose(seat.new("gas_repair"), "request", "louqi")
    seat.press(Qt.Key.Key_D, CTRL | SHIFT)
    seat.press(Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    assert seat.workplace.tabs.current().view.answers()["request"] == "louqi"


def test_text_composed_in_one_form_is_not_kept_in_another(start, qtbot, compose, type_in):
    seat = start()
    first = seat.new("gas_repair")
    type_in(first, "request", "a")
    compose(seat.new("complaint"), "request", "louqi")
    seat.workplace.work.close(first)
    assert first.unsaved.answers["request"] == "a"


def test_enter_while_a_candidate_window_is_open_saves_nothing_and_loses_nothing(
    start, compose, qtbot, answers
):
    seat = start()
    page = seat.new("gas_repair", answers["gas_repair"])
    for field in ("name", "request"):
        compose(page, field, "louqi")
        for held in (Qt.KeyboardModifier.NoModifier, CTRL):
            seat.press(Qt.Key.Key_Return, held)
        assert (page.call, page.view.place()[0]) == (None, field)
        done = QInputMethodEvent()
        done.setCommitString("漏气")
        QApplication.sendEvent(page.view.focusWidget(), done)
        assert "漏气" in page.view.answers()[field]
    seat.press(Qt.Key.Key_Return, CTRL)
    assert page.call.answers["request"].count("漏气") == 1
