"""An entry central refused, on the screen: why, what was sent, and the way to send it again."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.records.accounts import Role
from app.records.calls import Call
from app.records.ops import Receipt, Verdict
from app.ui.panels.refusals import RefusedPage

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def seat(start, answers):
    """A seat whose last call central did not take."""
    seat = start()
    page = seat.new("gas_repair", answers["gas_repair"])
    page.save()
    seat.call = page.call
    for op in seat.store.outbox.waiting(500):
        bad = op.kind == "call"
        told = (
            Receipt(op.id, Verdict.REJECTED, reason="too_long") if bad else Receipt(op.id, Verdict.APPLIED, 1)
        )
        seat.store.outbox.settle([told])
    return seat


def opened(seat) -> RefusedPage:
    seat.workplace.open("op", seat.desk.refusals.open()[0].op)
    page = seat.workplace.tabs.current()
    assert isinstance(page, RefusedPage)
    return page


def test_it_says_what_was_sent_and_why_it_was_not_taken(seat):
    page = opened(seat)
    assert "内容太长" in page.why.text()
    assert page.head.what.text() == f"受理记录 {seat.call.number}"
    asked = page.fields.values()
    assert asked["a.request"] == "灶具打不着火"
    assert list(asked)[-3:] == ["a.request", "a.read_back", "a.solved"]  # as the form has them
    rest = page._sections["一起发送，不能在这里改的"][1]._grid
    told = [rest.itemAt(i).widget().text() for i in range(rest.count())]
    assert told[told.index("编号") + 1] == seat.call.number


def test_it_is_corrected_and_sent_again_as_another_entry(seat, qtbot):
    page, before = opened(seat), seat.desk.refusals.open()[0]
    page.fields.take_focus("a.address")
    line = seat.window.focusWidget()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    seat.press(Qt.Key.Key_Return, CTRL)
    assert "请填写" in page.fields._rows["a.address"].problem()
    assert seat.store.outbox.waiting() == []
    assert "重新发送" not in seat.workplace.toasts.text()
    qtbot.keyClicks(line, "Beishan 1")
    seat.press(Qt.Key.Key_Return, CTRL)
    (op,) = seat.store.outbox.waiting()
    assert (op.patch["a.address"], op.id != before.op) == ("Beishan 1", True)
    assert seat.store.get(Call, seat.call.id).answers["address"] == "Beishan 1"
    assert "重新发送" in seat.workplace.toasts.text()
    assert not page.send_button.isVisible()
    assert page.head._chips.itemAt(0).widget().text() == "已处理"


def test_it_stands_in_the_work_list_until_somebody_has_seen_to_it(seat, qtbot):
    model = seat.workplace.worklist.model
    qtbot.waitUntil(lambda: model.rowCount() and model.item(4, 1).text() == "1")
    assert model.item(4).child(0).text() == "退回的受理记录"
    opened(seat).send()
    qtbot.waitUntil(lambda: model.item(4, 1).text() == "0")


def test_what_is_typed_and_not_sent_is_there_after_a_restart(seat, start, qtbot):
    page = opened(seat)
    page.fields.take_focus("a.address")
    qtbot.keyClicks(seat.window.focusWidget(), " 2F")
    seat.sign_out()
    again = start()
    page = opened(again)
    assert page.fields.values()["a.address"].endswith(" 2F")


def test_an_agent_cannot_set_it_aside(seat):
    page = opened(seat)
    assert not page.aside_button.isVisible()


def test_a_lead_sets_it_aside_with_a_reason(seat, qtbot):
    seat.desk.refusals._session = replace(seat.desk.refusals._session, role=Role.LEAD)
    page = opened(seat)
    seat.press(Qt.Key.Key_S, ALT)
    assert seat.window.focusWidget() is page.note
    seat.press(Qt.Key.Key_S, ALT)
    assert len(seat.desk.refusals.open()) == 1  # without a reason it stays
    qtbot.keyClicks(page.note, "twice")
    seat.press(Qt.Key.Key_S, ALT)
    assert seat.desk.refusals.open() == []
    assert seat.store.outbox.waiting() == []
    assert "已搁置" in seat.workplace.toasts.text()


def test_alt_o_opens_the_record(seat):
    opened(seat)
    seat.press(Qt.Key.Key_O, ALT)
    assert seat.workplace.tabs.current().record == seat.call.id
