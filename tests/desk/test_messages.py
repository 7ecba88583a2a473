"""Who hears of an order (ORD-1), and what becomes of it."""

from dataclasses import replace
from datetime import datetime

import pytest

from app.desk.calls import Calls
from app.desk.orders import Letterhead, Orders
from app.forms.notifying import Hearer, Hook, NotifyRules
from app.records.ids import new_id
from app.records.messages import Message, MessageState

LEADER = Hearer("置换维修队长", "13900000000", "gateway", frozenset({"repair", "on_duty"}))
NIGHT = Hearer("抢修值班室", "0571-00000001", "", frozenset({"repair", "on_duty"}))


@pytest.fixture
def orders(opened, forms, clock):
    """Orders of a centre with rules of its own; ``hear`` says who hears."""
    mine = replace(forms)
    calls = Calls(opened.store, mine, opened.agent, clock, "zh_CN")
    made = Orders(opened.store, calls, opened.agent, clock, Letterhead("清河燃气", "zh_CN"))

    def hear(*hearers):
        mine.notify = NotifyRules({"gateway": Hook("https://example.cn")}, hearers, forms.notify.text)

    made.hear, made.calls = hear, calls
    return made


def dispatch(orders, repair, **more):
    draft = repair(user_type="residential", gas_smell=False, **more)
    made = orders.save_and_make(draft)
    assert made.problems == []
    return made.order


def test_of_an_urgent_order_who_has_to_hear_is_written_with_it(orders, repair, clock, opened):
    orders.hear(LEADER, NIGHT)
    order = dispatch(orders, repair, urgent=True)
    leader, night = orders.messages.of_order(order.id)
    assert (leader.name, leader.to, leader.way, leader.state) == (
        "置换维修队长", "13900000000", "gateway", MessageState.WAITING,
    )  # fmt: skip
    assert (leader.at, leader.by, leader.seat) == (clock(), opened.agent.id, opened.store.feed.install())
    for word in ("清河燃气", order.number, "值班人员", "滨江区春晓路88号3幢2单元501室", "138 0000 1234"):
        assert word in leader.text
    assert f"{order.due_at.astimezone():%m-%d %H:%M}" in leader.text
    assert (night.way, night.text) == ("", leader.text)


def test_of_an_ordinary_order_only_who_wants_every_one_hears(orders, repair):
    orders.hear(LEADER, replace(NIGHT, urgent=False))
    order = dispatch(orders, repair)
    assert orders.messages.of_order(order.id) == []  # it waits for the round
    orders.bulk.dispatch([order.id])
    assert [each.name for each in orders.messages.of_order(order.id)] == ["抢修值班室"]


def test_of_another_teams_order_nobody_hears(orders, repair):
    orders.hear(replace(LEADER, teams=frozenset({"metering"})))
    assert orders.messages.of_order(dispatch(orders, repair, urgent=True).id) == []


def test_a_form_is_never_written_into_the_words_of_the_rule(orders, repair):
    orders.hear(LEADER)
    order = dispatch(orders, repair, urgent=True, address="{phone}{centre} <b>&amp; {}")
    (message,) = orders.messages.of_order(order.id)
    assert "{phone}{centre} <b>&amp; {}" in message.text


def test_what_a_person_has_to_see_to_is_told_until_they_did(orders, repair, opened, clock):
    orders.hear(LEADER, NIGHT)
    dispatch(orders, repair, urgent=True)
    messages = orders.messages
    (night,) = messages.troubled()
    assert night.name == "抢修值班室"
    messages.told(night)
    assert messages.troubled() == []
    told = opened.store.get(Message, night.id)
    assert (told.state, told.done_by, told.done_at) == (MessageState.TOLD, opened.agent.id, clock())


def test_what_did_not_get_through_twice_or_was_given_up_is_told_and_sent_anew(orders, repair, opened):
    orders.hear(LEADER)
    order = dispatch(orders, repair, urgent=True)
    messages = orders.messages
    (leader,) = messages.of_order(order.id)
    failure = {"id": new_id(), "at": datetime(2026, 3, 2).astimezone().isoformat(), "error": "away"}
    for tries, troubled in ((1, []), (2, [leader.id])):
        with opened.store.write() as to:
            to.put(leader := replace(leader, tries=(*leader.tries, {**failure, "id": new_id()})))
        assert len(leader.tries) == tries
        assert [each.id for each in messages.troubled()] == troubled
    with opened.store.write() as to:
        to.put(leader := replace(leader, state=MessageState.FAILED))
    messages.again(leader)
    old, new = messages.of_order(order.id)
    assert (old, new.state, new.tries, new.text) == (leader, MessageState.WAITING, (), leader.text)
    messages.told(old)
    assert messages.troubled() == []
    messages.told(old)  # said twice, it is said once
