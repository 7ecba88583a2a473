"""Calls that come in, on the screen: strips that stack and take no focus, and what is owed."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.records.callbacks import Callback, Why
from app.records.calls import Call
from app.records.ids import new_id
from app.ui.panels.callbacks import CallbackPage

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
PHONE = "13800001234"


@pytest.fixture
def seat(start, time):
    time.at = datetime(2026, 11, 21, 10, 31, 5).astimezone(UTC)  # within the hours of service
    return start()


@pytest.fixture
def ring(seat, qtbot):
    """Let the telephone system tell the program one word."""

    def ring(number=PHONE, event="ring", ref="", **said):
        told = {"event": event, "number": number, "ref": ref, **said}
        before = len(strips(seat))
        answer = seat.workplace.ringing.hear(told)
        if event == "ring":
            qtbot.waitUntil(lambda: len(strips(seat)) > before)
        return answer

    return ring


def strips(seat):
    shown = seat.workplace.tabs.strips
    return [shown._strips[name].text for name in shown._in_order()]


def test_a_call_comes_up_as_a_strip_with_who_it_is_and_what_is_open(seat, ring, answers, qtbot):
    seat.new("gas_repair", answers["gas_repair"]).save()
    page = seat.new("inquiry")
    page.view.focus_field("request")
    focus = QApplication.focusWidget()
    qtbot.keyClicks(focus, "half a wo")
    assert ring(line="2") == "taken"
    text, *_ = strips(seat)
    for told in ("来电", "138 0000 1234", "王小明", "未结 1", "灶具", "滞留", "线路 2", "10:31:05"):
        assert told in text
    qtbot.keyClicks(QApplication.focusWidget(), "rd")
    assert QApplication.focusWidget() is focus
    assert page.view.answers()["request"] == "half a word"
    assert seat.workplace.tabs.current() is page


def test_one_key_begins_a_call_with_the_number_and_the_caller_and_keeps_what_is_typed(
    seat, ring, answers, qtbot, type_in
):
    seat.new("gas_repair", answers["gas_repair"]).save()
    page = seat.new("inquiry")
    type_in(page, "request", "half a word")
    ring(ref="1")
    seat.press(Qt.Key.Key_A, ALT)
    new = seat.workplace.tabs.current()
    assert new is not page
    assert new.view.answers()["phone"] == "138 0000 1234"
    assert new.draft.form == "inquiry"  # the one used last
    qtbot.waitUntil(lambda: getattr(seat.workplace.caller.customer, "name", "") == "王小明")
    assert strips(seat) == []
    seat.workplace.tabs.turn_to(page)
    assert page.view.answers()["request"] == "half a word"
    # What the telephone system told stands in the call, as its word.
    ring(event="answer", ref="1", number="", at=(seat.desk.calls._now() + timedelta(seconds=5)).isoformat())
    seat.workplace.tabs.turn_to(new)
    told = "电话系统：振铃 10:31:05，接听 10:31:10"
    qtbot.waitUntil(lambda: told in new.head.facts._text)


@pytest.mark.parametrize("before", ["inquiry", ""])
@pytest.mark.parametrize("last", ["emergency", "gas_leak", "short_call", "wrong_number"])
def test_a_call_that_rings_is_never_begun_on_an_emergency_or_a_short_form(seat, ring, before, last):
    if before:
        seat.new(before)
    if last == "emergency":
        seat.press(Qt.Key.Key_F12)
    else:
        seat.workplace.work.new(last)
    ring(ref="1")
    seat.press(Qt.Key.Key_A, ALT)
    new = seat.workplace.tabs.current()
    assert (new.draft.form, new.view.answers()["phone"]) == (before or "gas_repair", "138 0000 1234")


def test_strips_of_calls_stack_over_the_others_and_alt_a_takes_the_newest(seat, ring, qtbot):
    seat.workplace.notices.warn_of_lock(0)
    for number in ("13800000001", "13800000002", "13800000003", "13800000004"):
        ring(number)
    seat.workplace.notices._look_at_clock(timedelta(minutes=5))  # newer, and no call
    assert [text[:16] for text in strips(seat)[:4]] == [f"来电 138 0000 000{n}" for n in (4, 3, 2, 1)]
    seat.press(Qt.Key.Key_A, ALT)
    assert seat.workplace.tabs.current().view.answers()["phone"] == "138 0000 0004"
    assert len(strips(seat)) == 4


def test_one_that_is_closed_goes_and_is_owed_all_the_same_if_nobody_answers(seat, ring, qtbot):
    ring(ref="1")
    seat.workplace.tabs.strips._lines[0].close_button.click()
    assert strips(seat) == []
    ring("", "missed", ref="1")
    assert [each.why for each in seat.desk.calls.callbacks.open()] == [Why.MISSED]


def test_a_missed_call_leaves_the_strips_and_waits_in_the_work_list(seat, ring, qtbot, time):
    ring(ref="1")
    ring("", "missed", ref="1")
    qtbot.waitUntil(lambda: strips(seat) == [])
    group = seat.desk.worklist.group("callbacks")
    ((item,), count) = group.items, group.count
    assert (item.kind, item.title, item.more, count) == ("callback", "missed", "138 **** 1234", 1)
    time.at += timedelta(minutes=31)
    seat.workplace.ringing.look()
    due = "有 1 个回电到时了。"
    assert strips(seat)[0] == due
    seat.press(Qt.Key.Key_A, ALT)
    assert seat.workplace.tabs.current().title == "回电"
    seat.workplace.ringing.look()
    assert due not in strips(seat)  # said once; it is in the list


def test_a_callback_is_taken_logged_and_done_by_keys(seat, qtbot, time):
    owed = Callback(new_id(), Why.MESSAGE, time.at, time.at + timedelta(minutes=5), "+8613800001234")
    with seat.store.write() as to:
        to.put(owed)
    seat.workplace.open("callback", owed.id)
    page = seat.workplace.tabs.current()
    assert isinstance(page, CallbackPage)
    assert "138 0000 1234" in page.head.what.text()
    assert page.take_button.isVisible()
    seat.press(Qt.Key.Key_C, ALT | Qt.KeyboardModifier.ShiftModifier)
    assert seat.desk.calls.callbacks.get(owed.id).handler == seat.desk.agent.id
    assert not page.take_button.isVisible()
    qtbot.keyClicks(QApplication.focusWidget(), "rang twice")
    seat.press(Qt.Key.Key_Return, CTRL)
    qtbot.keyClicks(page.outcomes.query, "2")
    kept = seat.desk.calls.callbacks.get(owed.id)
    assert [(each["outcome"], each["note"]) for each in kept.tries] == [("no_answer", "rang twice")]
    seat.press(Qt.Key.Key_N, ALT | Qt.KeyboardModifier.ShiftModifier)
    call = seat.workplace.tabs.current()
    assert (call.draft.channel, call.view.answers()["phone"]) == ("message", "138 0000 1234")
    seat.workplace.tabs.turn_to(page)
    seat.press(Qt.Key.Key_Return, CTRL)
    qtbot.keyClick(page.outcomes.query, Qt.Key.Key_Return)
    assert seat.desk.calls.callbacks.get(owed.id).outcome == "reached"
    assert not page.done_button.isVisible()
    assert page.isAncestorOf(QApplication.focusWidget())
    assert seat.desk.worklist.group("callbacks").count == 0


def test_what_is_to_be_said_is_one_key_from_the_call_that_is_owed(seat, answers):
    seat.new("gas_repair", answers["gas_repair"]).save()
    (call,) = seat.store.find(Call, form="gas_repair")
    for why, kind, id in ((Why.PROMISE, "call", call.id), (Why.COMPLAINT, "case", call.case)):
        owed = Callback(new_id(), why, call.saved_at, call.saved_at, call=call.id)
        with seat.store.write() as to:
            to.put(owed)
        seat.workplace.open("callback", owed.id)
        seat.press(Qt.Key.Key_O, ALT)
        page = seat.workplace.tabs.current()
        assert (page.record, page.property("opened_as") or "call") == (id, kind)


def test_what_a_customer_thinks_is_said_on_the_case_of_the_complaint(seat, answers):
    seat.new("gas_repair", answers["gas_repair"]).save()
    (call,) = seat.store.find(Call, form="gas_repair")
    owed = Callback(new_id(), Why.COMPLAINT, call.saved_at, call.saved_at, call=call.id)
    with seat.store.write() as to:
        to.put(owed)
    seat.workplace.open("callback", owed.id)
    page = seat.workplace.tabs.current()
    page.say("no_answer")
    assert len(seat.desk.calls.callbacks.get(owed.id).tries) == 1
    page.say("reached")
    assert seat.desk.calls.callbacks.get(owed.id).outcome is None
    assert seat.workplace.tabs.current().record == call.case


def test_f7_lists_what_is_owed_and_what_was_done(seat, qtbot, time):
    at = time.at
    with seat.store.write() as to:
        owed = Callback(new_id(), Why.MISSED, at, at - timedelta(minutes=5), "+8613800001234")
        to.put(owed)
        to.put(Callback(new_id(), Why.PROMISE, at, at, "", outcome="reached", done_at=at))
    seat.press(Qt.Key.Key_F7)
    page = seat.workplace.tabs.current()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    seat.press(Qt.Key.Key_U, ALT)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    (row,) = seat.desk.lists.rows("callbacks", [page.table.paged.key(0)])
    assert (row.cells["phone"], row.cells["why"], row.due) == ("138 **** 1234", "missed", owed.due_at)


def test_a_silent_telephone_is_to_be_checked_and_one_that_rings_is_not(seat, ring, time):
    ring("anonymous", ref="1")
    seat.press(Qt.Key.Key_A, ALT)
    time.at += timedelta(minutes=21)
    seat.workplace.ringing.look()
    assert strips(seat) == ["电话已 21 分 没有响。请检查话机放好没有、线路通不通（CALL-1）。"]
    seat.workplace.tabs.strips.answer()
    seat.workplace.ringing.look()
    assert strips(seat) == []
    time.at += timedelta(minutes=11)
    seat.workplace.ringing.look()
    assert len(strips(seat)) == 1
    ring(ref="2")
    seat.workplace.ringing.look()
    assert all("没有响" not in text for text in strips(seat))


def test_the_channel_is_asked_beside_the_form_and_kept(seat, answers, qtbot):
    page = seat.new("gas_repair", answers["gas_repair"])
    seat.press(Qt.Key.Key_K, CTRL | Qt.KeyboardModifier.ShiftModifier)
    picker = seat.workplace.channels.picker
    qtbot.keyClicks(picker.query, "8")
    qtbot.keyClick(picker.query, Qt.Key.Key_Return)
    assert page.head.what.text().startswith("留言")
    page.save()
    assert page.call.channel == "message"
    seat.press(Qt.Key.Key_K, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert not picker.isVisible()
