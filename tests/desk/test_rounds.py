"""The day's two rounds (CB-1): of the orders one has entered, when they are due, none twice and none lost."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.desk.calls import Calls
from app.desk.moves import Said
from app.desk.orders import Letterhead, Orders
from app.desk.rounds import Rounds
from app.desk.visits import Visits, standing
from app.forms.hours import SERVICE
from app.records.accounts import Agent, Role
from app.records.callbacks import Callback, Why
from app.records.cases import Case, CaseState
from app.records.ids import new_id
from app.records.moves import Verb
from app.records.orders import Order, OrderState
from tests.desk.conftest import a_case


def local(day, hour, minute=0):
    """Return that moment of November 2026 as the computer's clock on the wall shows it."""
    return datetime(2026, 11, day, hour, minute).astimezone(UTC)


@pytest.fixture
def at_time(clock):
    def turn(day, hour, minute=0):
        clock.at = local(day, hour, minute)

    return turn


@pytest.fixture
def order(calls, orders, repair):
    """Make an order of a gas repair."""

    def make(by=None, **more):
        draft = repair(user_type="residential", gas_smell=False, **{"urgent": True, **more})
        saved = (by or orders).save_and_make(draft)
        assert saved.problems == []
        return saved.order

    return make


@pytest.fixture
def rounds(opened, forms, clock):
    return Rounds(opened.store, forms, opened.agent, clock)


@pytest.fixture
def visits(opened, forms, clock):
    return Visits(opened.store, forms, opened.agent, clock, "zh_CN")


def owed(store):
    return store.find(Callback, list="repairs", newest_first=False)


def test_a_round_calls_the_orders_made_since_the_one_before_and_the_next_the_rest(
    order, rounds, opened, at_time
):
    at_time(23, 9)
    first = order()
    at_time(23, 10, 59)
    assert rounds.build() == 0  # nobody is called before the round
    at_time(23, 11)
    second = order()  # on the stroke
    assert rounds.build() == 2
    assert rounds.build() == 0
    at_time(23, 11, 1)
    third = order()
    assert rounds.build() == 0
    at_time(23, 16)
    assert rounds.build() == 1
    told = [(each.of, each.due_at, each.handler, each.why) for each in owed(opened.store)]
    me = opened.agent.id
    assert told == [
        (first.id, local(23, 11), me, Why.VISIT),
        (second.id, local(23, 11), me, Why.VISIT),
        (third.id, local(23, 16), me, Why.VISIT),
    ]


def test_who_starts_late_is_owed_the_rounds_that_were_missed(order, rounds, opened, at_time):
    at_time(19, 10)
    order()
    at_time(19, 15)
    order()
    at_time(20, 17)
    order()
    at_time(23, 8)
    assert rounds.build() == 3
    assert [each.due_at for each in owed(opened.store)] == [
        local(19, 11), local(19, 16), local(21, 11),
    ]  # fmt: skip
    at_time(23, 17)
    assert rounds.build() == 0
    at_time(28, 17)
    order()
    at_time(30, 8)  # longer ago than a seat looks back nothing is made up
    assert rounds.build() == 1


def test_what_is_void_or_of_another_form_is_not_called(order, rounds, opened, case, at_time):
    at_time(23, 9)
    gone, other = order(), order(phone="13900001111")
    waiting = order(phone="13900002222", urgent=False)
    assert waiting.state is OrderState.OPEN
    with opened.store.write() as to:
        to.put(replace(gone, state=OrderState.VOID))
        to.put(replace(other, form="inquiry"))
    at_time(23, 11)
    assert rounds.build() == 0
    with opened.store.write() as to:  # somebody was sent since
        to.put(replace(waiting, state=OrderState.DISPATCHED))
    assert rounds.build() == 1


@pytest.fixture
def li(opened, forms, clock):
    """Another agent who works at this seat too: their orders, their rounds."""
    agent = Agent(new_id(), "1002", "李敏", Role.AGENT, "00")
    with opened.store.write() as to:
        to.put(agent)
    calls = Calls(opened.store, forms, agent, clock, "zh_CN")
    return Orders(opened.store, calls, agent, clock, Letterhead("清河燃气", "zh_CN")), agent


def test_each_calls_who_they_entered_and_a_lead_builds_for_who_is_not_there(
    order, rounds, li, opened, forms, clock, at_time
):
    theirs, agent = li
    at_time(23, 9)
    order()
    order(theirs, phone="13900001111")
    at_time(23, 11)
    me = replace(opened.agent, role=Role.AGENT)
    assert Rounds(opened.store, forms, me, clock).build() == 1
    lead = Rounds(opened.store, forms, replace(opened.agent, id=new_id(), role=Role.LEAD), clock)
    assert lead.build() == 0  # they may be there yet
    at_time(23, 11, 15)
    assert lead.build() == 1
    assert {each.handler for each in owed(opened.store)} == {opened.agent.id, agent.id}
    assert Rounds(opened.store, forms, agent, clock).build() == 0


def test_what_is_left_of_a_round_is_in_the_next_and_then_left_for_the_handover(
    order, rounds, visits, opened, forms, at_time, clock
):
    at_time(23, 9)
    order()
    at_time(23, 11, 5)
    rounds.build()

    def stands():
        (one,) = visits.rows()
        found = standing(forms.visiting, forms.hours.named[SERVICE], one.owed, clock())
        assert found == one.standing
        return found.round, found.rolled, found.left, len(visits.left_over())

    assert stands() == (local(23, 11), 0, False, 0)
    at_time(23, 16)
    assert stands() == (local(23, 16), 1, False, 0)
    at_time(23, 18)
    assert stands() == (local(23, 16), 1, True, 1)
    at_time(24, 11)
    assert stands() == (local(24, 11), 2, True, 1)
    visits.note(visits.rows()[0].owed.id, "satisfied")
    assert visits.rows() == visits.left_over() == []


def test_they_stand_by_area_and_in_it_by_when_the_work_was_to_be_done(order, rounds, visits, at_time):
    at_time(23, 8)
    for address, hour in (("城西街道1号", 15), ("城东街道2号", 12), ("城西街道3号", 10)):
        order(address=address, phone=f"1380000{hour}00", due_at=local(23, hour).isoformat())
    at_time(23, 11)
    rounds.build()
    told = [(each.owed.area, each.answers["address"], each.at) for each in visits.rows()]
    assert [area for area, _, _ in told] == sorted(area for area, _, _ in told)
    assert len({area for area, _, _ in told}) == 2
    assert [(where, at) for _, where, at in told if where.startswith("城西")] == [
        ("城西街道3号", local(23, 10)), ("城西街道1号", local(23, 15)),
    ]  # fmt: skip


# -- what came of it --


@pytest.fixture
def one(order, rounds, visits, at_time):
    at_time(23, 9)
    made = order()
    at_time(23, 11)
    rounds.build()
    return made, visits.rows()[0].owed


@pytest.mark.parametrize("outcome", ["satisfied", "refused", "wrong_number", "not_reached"])
def test_one_key_ends_it(one, visits, opened, clock, outcome):
    done = visits.note(one[1].id, outcome, " 很好\n")
    assert (done.outcome, done.result, done.done_by, done.done_at) == (
        outcome, outcome, opened.agent.id, clock(),
    )  # fmt: skip
    assert [(t["outcome"], t["note"]) for t in done.tries] == [(outcome, "很好")]
    assert visits.rows() == []
    assert [each.owed for each in visits.done_today()] == [done]


def test_who_did_not_answer_is_tried_again_and_counted(one, visits, clock):
    _, call = one
    assert [each.id for each in visits.due()] == [call.id]
    visits.note(call.id, "no_answer")
    assert visits.due() == []
    clock.go(minutes=30)
    assert [each.id for each in visits.due()] == [call.id]
    tried = visits.note(call.id, "no_answer")
    assert (tried.outcome, len(tried.tries)) == (None, 2)


def test_who_is_not_satisfied_has_the_matter_back_with_the_reason(one, visits, opened, calls):
    made, call = one
    visits.note(call.id, "dissatisfied", "又打不着了")
    case = opened.store.get(Case, made.case)
    assert case.state is CaseState.RETURNED
    (step,) = [m for m in visits._moves.of_case(case.id) if m.verb is Verb.RETURN]
    assert (step.by, step.why) == (opened.agent.id, "当日维修回访 · 不满意 · 又打不着了")


def test_an_agent_reopens_what_is_closed_if_the_customer_says_so(one, visits, cases, opened, forms, clock):
    made, call = one
    me = replace(opened.agent, role=Role.AGENT)
    with opened.store.write() as to:
        to.put(replace(cases.get(made.case), state=CaseState.CLOSED))
    mine = Visits(opened.store, forms, me, clock, "zh_CN")
    assert Verb.REOPEN not in mine._moves.ways(cases.get(made.case))
    mine.note(call.id, "satisfied")
    assert cases.get(made.case).state is CaseState.CLOSED
    mine.note(call.id, "dissatisfied")  # the wrong key was pressed
    assert cases.get(made.case).state is CaseState.RETURNED


def test_the_wrong_key_is_set_right_and_what_was_said_first_stays(one, visits, opened):
    _, call = one
    visits.note(call.id, "satisfied")
    righted = visits.note(call.id, "refused")
    assert (righted.outcome, righted.result) == ("satisfied", "refused")
    assert [t["outcome"] for t in righted.tries] == ["satisfied", "refused"]
    assert visits.note(call.id, "no_answer") == righted  # what is ended is not owed again
    assert visits.note(call.id, "refused") == righted
    assert visits.note(new_id(), "refused") is None
    assert opened.store.get(Callback, call.id) == righted


def test_it_is_given_to_another_with_the_reason_or_not_at_all(one, visits, li, opened, forms, clock):
    _, call = one
    _, agent = li
    assert [p.code for p in visits.give(call.id, agent.id, "  ")] == ["required"]
    assert [p.code for p in visits.give(call.id, new_id(), "x")] == ["transfer_to"]
    assert visits.give(call.id, agent.id, "下午调休") == []
    assert visits.rows() == []
    theirs = Visits(opened.store, forms, agent, clock, "zh_CN")
    (row,) = theirs.rows()
    (given,) = row.owed.given
    assert (given["by"], given["to"], given["why"]) == (opened.agent.id, agent.id, "下午调休")
    assert [each.owed.id for each in visits.rows(everybodys=True)] == [call.id]
    assert theirs.give(call.id, opened.agent.id, "回来了") == []
    assert len(visits.rows()[0].owed.given) == 2
    visits.note(call.id, "satisfied")
    assert [p.code for p in visits.give(call.id, agent.id, "x")] == ["transfer_to"]


# -- what is closed (CB-4) --


def test_a_matter_closed_as_solved_is_called_after_its_time_and_again_when_it_is_closed_again(
    calls, opened, forms, clock, visits, cases
):
    case = a_case(opened.store, clock(), CaseState.VERIFIED, form="inquiry")
    done = cases.moves.take(case.id, Verb.CLOSE, Said(outcome="solved"))
    assert done.problems == []
    (call,) = opened.store.find(Callback, list="solved")
    assert (call.case, call.due_at - call.owed_at) == (case.id, timedelta(hours=72))
    assert call.owed_at == clock() + timedelta(hours=4)
    visits.note(call.id, "dissatisfied", "没有解决")
    assert cases.get(case.id).state is CaseState.RETURNED
    cases.moves.take(case.id, Verb.CLOSE, Said(outcome="solved"))
    assert len(opened.store.find(Callback, list="solved")) == 2


@pytest.mark.parametrize(("form", "outcome"), [("complaint", "solved"), ("inquiry", "false_alarm")])
def test_what_a_list_does_not_name_is_not_called(opened, clock, cases, form, outcome):
    case = a_case(opened.store, clock(), CaseState.VERIFIED, form=form)
    assert cases.moves.take(case.id, Verb.CLOSE, Said(outcome=outcome)).problems == []
    assert opened.store.find(Callback, list="solved") == []
    assert opened.store.find(Order, case=case.id) == []
