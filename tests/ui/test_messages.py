"""Who has to be called is said until somebody did; the passwords of the roads are never shown again."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.forms.notifying import Hearer, Hook, Mail, NotifyRules
from app.records.ids import new_id
from app.records.messages import Message, MessageState
from app.ui.panels.ways import WaysPage

LEADER = Hearer("置换维修队长", "13900000000", "gateway")
NIGHT = Hearer("抢修值班室", "057100000001")
WAYS = {"gateway": Hook("https://example.cn/m"), "mail": Mail("mail.cn", 587, "a@b.cn", user="dispatch")}
MODS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def hear(forms, monkeypatch):
    def rule(*hearers):
        monkeypatch.setattr(forms, "notify", NotifyRules(WAYS, hearers, forms.notify.text))

    return rule


def dispatched(seat, answers):
    draft = seat.desk.calls.new("gas_repair")
    draft.answers.update(answers["gas_repair"], **answers["dispatch"], urgent=True)
    made = seat.desk.orders.save_and_make(draft)
    assert made.problems == []
    return made.order


def test_whoever_has_to_be_called_is_said_until_the_key_says_it_is_done(start, hear, answers, qtbot):
    hear(NIGHT)
    seat = start()
    order = dispatched(seat, answers)
    text = f"工单 {order.number} 请打电话通知 抢修值班室 0571 0000 0001。"
    qtbot.waitUntil(lambda: shown(seat) == [text])
    seat.workplace.open("order", order.id)
    page = seat.workplace.tabs.current()
    assert page.messages.button.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_P, MODS)
    (message,) = seat.desk.orders.messages.of_order(order.id)
    assert message.state is MessageState.TOLD
    qtbot.waitUntil(lambda: shown(seat) == [])
    qtbot.waitUntil(lambda: not page.messages.button.isVisible())


def shown(seat):
    told = seat.workplace.tabs.strips._strips
    return [strip.text for name, strip in told.items() if name.startswith("message")]


def test_what_did_not_get_through_says_why_and_can_be_sent_anew(start, hear, answers, qtbot):
    hear(LEADER)
    seat = start()
    order = dispatched(seat, answers)
    assert shown(seat) == []  # it may still go
    (message,) = seat.desk.orders.messages.of_order(order.id)
    failure = {"id": new_id(), "at": message.at.isoformat(), "error": "address"}
    with seat.store.write() as to:
        to.put(replace(message, state=MessageState.FAILED, tries=(failure,), done_at=message.at))
    qtbot.waitUntil(lambda: len(shown(seat)) == 1)
    assert "没有通知到 置换维修队长：没有送达 · 没有这个收件人" in shown(seat)[0]
    seat.workplace.open("order", order.id)
    ((text, again),) = seat.workplace.tabs.current().messages.offers()
    assert text == "再发一次通知：置换维修队长"
    again()
    found = seat.desk.orders.messages.of_order(order.id)
    assert [each.state for each in found] == [MessageState.FAILED, MessageState.WAITING]


def test_a_secret_is_kept_and_never_shown(start, hear, qtbot):
    hear(LEADER)
    seat = start()
    page = WaysPage(seat.desk.orders.messages)
    qtbot.addWidget(page)
    page.show()
    edit = page.edits["gateway"]
    assert edit.placeholderText() == "还没有填"
    qtbot.keyClicks(edit, "key-1")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert (seat.store.setting("way gateway"), seat.store.setting("way mail")) == ("key-1", None)
    assert (edit.text(), edit.placeholderText()) == ("", "已填过，再填就换掉")
    page.send()
    assert seat.store.setting("way gateway") == "key-1"  # left empty, it stays
    again = WaysPage(seat.desk.orders.messages)
    qtbot.addWidget(again)
    assert again.edits["gateway"].text() == ""


def test_without_ways_the_page_says_where_they_stand(start, hear, qtbot):
    seat = start()
    page = WaysPage(seat.desk.orders.messages)
    qtbot.addWidget(page)
    page.show()
    assert page.edits == {}
    assert not page.button.isVisible()
    assert seat.store.find(Message, state="waiting") == []
