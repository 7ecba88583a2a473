"""The round of the ordinary orders, and gas-on orders that agents divide to close."""

from datetime import timedelta

import pytest

from app.desk.steps import Steps, Told
from app.records.accounts import Agent, Role
from app.records.cases import CaseState
from app.records.ids import new_id
from app.records.orders import Act, Order, OrderState

S = OrderState


@pytest.fixture
def waits(orders, repair):
    """Make an ordinary order of this category; it waits."""

    def make(category="stove", **more):
        done = orders.save_and_make(
            repair(category=category, user_type="residential", gas_smell=False, **more)
        )
        assert done.problems == []
        return done.order

    return make


@pytest.fixture
def gas_on(calls, orders):
    def make(**more):
        draft = calls.new("business")
        draft.answers.update(
            name="王小明", phone="13800001234", address="春晓路88号", category="gas_on", request="通气",
            read_back=True, solved="unsolved", identity_checked=True,
        )  # fmt: skip
        draft.answers.update(more)
        done = orders.save_and_make(draft)
        assert done.problems == []
        return done.order

    return make


def test_ordinary_ones_wait_by_team_and_urgent_ones_do_not(orders, waits):
    meter, stove = waits("card"), waits()
    urgent = waits("no_gas")
    assert urgent.state is S.DISPATCHED
    assert [each.order.id for each in orders.bulk.waiting()] == [meter.id, stove.id]
    assert orders.bulk.count() == 2
    assert [each.title for each in orders.bulk.waiting()][1].startswith("灶具")


def test_all_go_out_at_once_with_their_cases(orders, opened, cases, waits):
    made = [waits() for _ in range(45)]
    sent = orders.bulk.dispatch([order.id for order in made])
    assert len(sent) == 45
    for order in made:
        assert opened.store.get(Order, order.id).state is S.DISPATCHED
        assert cases.get(order.case).state is CaseState.DISPATCHED
    assert orders.bulk.waiting() == []


def test_what_went_out_or_was_void_meanwhile_is_left_alone(orders, opened, waits):
    out, void, here = waits(), waits(), waits()
    orders.steps.take(out.id, Act.DISPATCH)
    orders.steps.take(void.id, Act.VOID, Told("重复"))
    sent = orders.bulk.dispatch([out.id, void.id, here.id, new_id()])
    assert [order.id for order in sent] == [here.id]
    assert opened.store.get(Order, void.id).state is S.VOID
    assert opened.store.get(Order, out.id).taken(Act.DISPATCH) == 1


def test_an_urgent_one_that_came_back_stands_first_and_waits_for_a_person(orders, waits):
    waits()
    urgent = waits("no_gas")
    orders.steps.take(urgent.id, Act.RETURN, Told("不归我们", clause="not_ours"))
    assert orders.bulk.waiting()[0].order.id == urgent.id


def test_a_wrong_one_is_void_and_made_again_at_once(orders, opened, waits):
    wrong = waits()
    orders.bulk.dispatch([wrong.id])
    saved = orders.reissue(wrong.id, "地址错")
    assert opened.store.get(Order, wrong.id).state is S.VOID
    assert (saved.order.case, saved.order.state) == (wrong.case, S.OPEN)
    assert saved.order.number != wrong.number
    assert [p.code for p in orders.reissue(wrong.id, "又来").problems] == ["order_way"]
    assert [p.code for p in orders.reissue(saved.order.id, " ").problems] == ["required"]


# -- ORD-4 --


@pytest.fixture
def other(opened, forms, clock):
    return Steps(opened.store, forms, Agent(new_id(), "1002", "李雷", Role.AGENT, ""), clock)


def shares(orders):
    return {share.agent: (len(share.held), share.closed) for share in orders.closings.shares()}


def finish(steps, order):
    steps.take(order.id, Act.FINISH, Told(outcome="connected", signed=True))


def test_gas_on_orders_alone_are_divided_and_due_within_two_days(orders, gas_on, waits):
    order = gas_on()
    waits()
    gas_on(category="relocate")
    (nobody,) = orders.closings.shares()
    (closing,) = nobody.held
    assert (nobody.agent, closing.order.id) == (None, order.id)
    assert closing.due == order.ordered_at + timedelta(days=2)


def test_each_takes_their_own_and_the_counts_say_how_even_it_is(orders, opened, other, gas_on):
    first, second, third = gas_on(), gas_on(), gas_on()
    me, them = opened.agent.id, other._agent.id
    orders.steps.take(first.id, Act.TAKE)
    orders.steps.take(second.id, Act.TAKE)
    other.take(third.id, Act.TAKE)
    assert shares(orders) == {None: (0, 0), me: (2, 0), them: (1, 0)}
    assert [share.agent for share in orders.closings.shares()] == [
        None,
        them,
        me,
    ]  # who has least comes first
    finish(orders.steps, first)
    orders.steps.take(first.id, Act.CLOSE)
    orders.steps.take(second.id, Act.LEAVE)
    assert shares(orders) == {None: (1, 0), me: (0, 1), them: (1, 0)}


def test_who_closed_it_is_counted_whoever_had_taken_it_and_for_a_week(orders, opened, other, gas_on, clock):
    order = gas_on()
    other.take(order.id, Act.TAKE)
    finish(orders.steps, order)
    orders.steps.take(order.id, Act.CLOSE)
    assert shares(orders) == {None: (0, 0), opened.agent.id: (0, 1)}
    clock.go(days=7, seconds=1)
    assert shares(orders) == {None: (0, 0)}
