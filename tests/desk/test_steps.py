"""What is done with an order: every way there is and no other, each step kept, the case going on with it."""

from dataclasses import replace

import pytest

from app.desk.moves import Moves
from app.desk.steps import Steps, Told
from app.records.accounts import Agent, Role
from app.records.cases import Case, CaseState
from app.records.ids import new_id
from app.records.moves import Verb
from app.records.orders import ORDER_REASONED, ORDER_WAYS, Act, Order, OrderState

S = OrderState
FULL = Told(
    "门锁着", clause="no_entry", team="metering", outcome="repaired", came="李师傅", signed=True, urgent=True
)


@pytest.fixture
def order(orders, repair):
    """An ordinary one: it waits."""
    return orders.save_and_make(repair(user_type="residential", gas_smell=False)).order


@pytest.fixture
def steps(orders):
    return orders.steps


@pytest.fixture
def by(opened, forms, clock):
    def by(role):
        return Steps(opened.store, forms, Agent(new_id(), "9", "某", role, ""), clock)

    return by


def stand(opened, order, state):
    with opened.store.write() as to:
        to.put(order := replace(order, state=state))
    return order


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("state", S)
@pytest.mark.parametrize("act", Act)
def test_every_way_of_the_table_is_there_and_no_other(by, opened, order, role, state, act):
    here = stand(opened, order, state)
    asked = by(role)
    way = next((w for w in ORDER_WAYS if w.act is act and w.before is state and role in w.roles), None)
    if act is Act.LEAVE:  # only who took it
        way = None
    done = asked.take(here.id, act, replace(FULL, urgent=None))
    after = opened.store.get(Order, here.id)
    if way is None:
        assert [p.code for p in done.problems] == ["order_way"]
        assert after == here
    else:
        assert done.problems == []
        assert after.state is way.after
        assert [step["act"] for step in after.steps] == [act]


def test_a_step_says_who_did_what_when_and_when_it_was_entered(steps, opened, order, clock):
    clock.go(hours=3)
    came = clock()
    clock.go(hours=1)
    steps.take(order.id, Act.DISPATCH, Told(at=came))
    (step,) = opened.store.get(Order, order.id).steps
    assert (step["at"], step["entered_at"]) == (came.isoformat(), clock().isoformat())
    assert (step["by"], step["before"], step["after"]) == (opened.agent.id, "open", "dispatched")


def test_nothing_happened_before_the_order_or_in_the_future(steps, opened, order, clock):
    steps.take(order.id, Act.DISPATCH, Told(at=clock().replace(year=2020)))
    steps.take(order.id, Act.ARRIVE, Told(at=clock().replace(year=2030)))
    first, second = opened.store.get(Order, order.id).steps
    assert first["at"] == order.ordered_at.isoformat()
    assert second["at"] == clock().isoformat()


@pytest.mark.parametrize("act", sorted(ORDER_REASONED))
def test_nobody_does_that_without_saying_why(steps, opened, order, act):
    here = stand(opened, order, S.DISPATCHED)
    done = steps.take(here.id, act, replace(FULL, why="  "))
    assert [(p.field, p.code) for p in done.problems] == [("why", "required")]
    assert opened.store.get(Order, here.id) == here


@pytest.mark.parametrize(
    ("act", "told", "field", "code"),
    [
        (Act.RETURN, replace(FULL, clause=""), "clause", "required"),
        (Act.RETURN, replace(FULL, clause="whatever"), "clause", "not_a_choice"),
        (Act.UNIT, replace(FULL, team=""), "team", "required"),
        (Act.UNIT, replace(FULL, team="nobody"), "team", "not_a_choice"),
        (Act.REROUTE, Told("急", team="nobody"), "team", "not_a_choice"),
        (Act.REROUTE, Told("不急"), "team", "unchanged"),
        (Act.REROUTE, Told("不急", team="repair", urgent=False), "team", "unchanged"),
        (Act.FINISH, replace(FULL, outcome=""), "outcome", "required"),
        (Act.FINISH, replace(FULL, outcome="fine"), "outcome", "not_a_choice"),
        (Act.FINISH, replace(FULL, why="x" * 501), "why", "too_long"),
        (Act.FINISH, replace(FULL, came="x" * 101), "came", "too_long"),
        (Act.PRESS, Told("x" * 501), "why", "too_long"),
    ],
)
def test_what_is_said_of_a_step_is_checked(steps, opened, order, act, told, field, code):
    here = stand(opened, order, S.DISPATCHED)
    done = steps.take(here.id, act, told)
    assert [(p.field, p.code) for p in done.problems] == [(field, code)]
    assert opened.store.get(Order, here.id) == here


def test_pressing_is_counted_and_changes_nothing_else(steps, opened, order):
    steps.take(order.id, Act.PRESS, Told("客户又来电"))
    steps.take(order.id, Act.PRESS)
    here = opened.store.get(Order, order.id)
    assert (here.taken(Act.PRESS), here.state, here.steps[0]["why"]) == (2, S.OPEN, "客户又来电")


def test_another_team_and_term_than_the_rules_say_keep_the_reason_and_who_it_was(steps, opened, order, clock):
    due = clock().replace(hour=12)
    done = steps.take(order.id, Act.REROUTE, Told("师傅在附近", team="metering", due_at=due, urgent=True))
    assert (done.order.team, done.order.due_at, done.order.urgent) == ("metering", due, True)
    step, sent = done.order.steps
    assert (sent["act"], done.order.state) == ("dispatch", S.DISPATCHED)  # what is urgent waits no more
    assert (step["why"], step["team"], step["from"]) == ("师傅在附近", "metering", "repair")
    assert done.order.rules == order.rules  # what the rules said stays


def test_the_result_is_entered_and_the_case_is_handled(steps, opened, order, cases, clock):
    steps.take(order.id, Act.DISPATCH)
    clock.go(hours=5)
    came = clock()
    clock.go(hours=2)
    done = steps.take(order.id, Act.FINISH, replace(FULL, at=came))
    assert (done.order.outcome, done.order.came, done.order.signed) == ("repaired", "李师傅", True)
    assert done.order.finished_at == came
    assert cases.get(order.case).state is CaseState.HANDLED
    *_, last = Moves(opened.store, None, opened.agent, clock).of_case(order.case)
    assert (last.verb, last.of, last.at) == (Verb.HANDLE, order.id, came)


def test_a_case_is_handled_when_its_last_order_is(steps, opened, order, cases):
    steps.take(order.id, Act.DISPATCH)
    with opened.store.write() as to:
        to.put(second := replace(order, id=new_id(), number="G2", state=S.ONSITE))
    steps.take(order.id, Act.FINISH, FULL)
    assert cases.get(order.case).state is CaseState.DISPATCHED
    steps.take(second.id, Act.FINISH, FULL)
    assert cases.get(order.case).state is CaseState.HANDLED


def test_work_sent_back_loses_its_result_but_not_the_history(steps, order, cases):
    steps.take(order.id, Act.DISPATCH)
    steps.take(order.id, Act.FINISH, FULL)
    back = steps.take(order.id, Act.RETURN, Told("还在漏", clause="not_done")).order
    assert (back.state, back.outcome, back.finished_at, back.signed) == (S.DISPATCHED, "", None, None)
    assert [step.get("outcome") for step in back.steps] == [None, "repaired", None]
    assert cases.get(order.case).state is CaseState.DISPATCHED
    again = steps.take(order.id, Act.FINISH, replace(FULL, outcome="replaced")).order
    assert cases.get(order.case).state is CaseState.HANDLED
    assert again.outcome == "replaced"


def test_a_team_sends_back_with_the_clause_and_the_order_waits_again(steps, order):
    steps.take(order.id, Act.DISPATCH)
    back = steps.take(order.id, Act.RETURN, Told("找不到 7 幢", clause="wrong_place")).order
    assert (back.state, back.steps[-1]["clause"]) == (S.OPEN, "wrong_place")


def test_who_closes_it_is_taken_once_and_given_back_by_who_took_it(steps, by, opened, order):
    mine = steps.take(order.id, Act.TAKE).order
    assert mine.closer == opened.agent.id
    other = by(Role.AGENT)
    refused = [other.take(order.id, act) for act in (Act.TAKE, Act.LEAVE)]
    assert [p.code for each in refused for p in each.problems] == ["order_way", "order_way"]
    assert steps.take(order.id, Act.LEAVE).order.closer is None
    assert other.take(order.id, Act.TAKE).problems == []


def test_an_order_that_waits_is_sent_out_by_its_slip(orders, opened, order, cases):
    assert cases.get(order.case).state is CaseState.RECEIVED
    orders.printed(orders.sheet(order.id))
    assert opened.store.get(Order, order.id).state is S.DISPATCHED
    assert cases.get(order.case).state is CaseState.DISPATCHED
    orders.printed(orders.sheet(order.id))
    assert opened.store.get(Order, order.id).taken(Act.DISPATCH) == 1


def test_a_void_order_is_made_again_and_both_stay(orders, opened, order, cases):
    orders.steps.take(order.id, Act.VOID, Told("地址错"))
    again = orders.make(opened.store.get(Case, order.case).call, {}).order
    assert again.id != order.id
    assert {o.state for o in orders.of_case(order.case)} == {S.VOID, S.OPEN}


def test_an_order_nobody_has_is_no_error(steps):
    assert [p.code for p in steps.take(new_id(), Act.PRESS).problems] == ["no_record"]
