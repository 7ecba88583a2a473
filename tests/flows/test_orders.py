"""Orders at two seats with one central: whatever both do at once, nothing is lost and both see the same."""

import pytest

from app.desk.steps import Told
from app.records.conflicts import Conflict
from app.records.orders import Act, Order, OrderState

BACK = Told("找不到 7 幢", clause="wrong_place")
RESULT = Told("换了电池", outcome="repaired", came="李师傅", signed=True)


@pytest.fixture
def both(sit):
    return sit("A01", "1001"), sit("A02", "1002")


@pytest.fixture
def order(both):
    """One that is out, as both have it."""
    here, there = both
    made = here.log(urgent=True).order
    meet(here, there)
    assert there.store.get(Order, made.id).state is OrderState.DISPATCHED
    return made


def meet(*seats):
    for seat in (*seats, *seats):
        seat.sync()


def same(both, order):
    """Return the order both have."""
    first, second = (seat.store.get(Order, order.id) for seat in both)
    assert first == second
    return first


def conflicts(both, order):
    found = [{c.id: (c.field, c.kept, c.lost) for c in s.store.find(Conflict, record=order.id)} for s in both]
    assert found[0] == found[1]
    return list(found[0].values())


def acts(order):
    return sorted(step["act"] for step in order.steps)


def test_pressed_at_both_seats_it_was_pressed_twice(both, order):
    here, there = both
    here.orders.steps.take(order.id, Act.PRESS, Told("客户又来电"))
    there.orders.steps.take(order.id, Act.PRESS, Told("值班长问"))
    meet(there, here)
    stands = same(both, order)
    assert stands.taken(Act.PRESS) == 2
    assert {step["why"] for step in stands.steps if step["act"] == "press"} == {"客户又来电", "值班长问"}
    assert conflicts(both, order) == []


@pytest.mark.parametrize("first", [0, 1])
def test_sent_back_here_while_they_are_there_already_they_are_there_and_both_steps_stay(both, order, first):
    here, there = both
    here.orders.steps.take(order.id, Act.RETURN, BACK)
    there.orders.steps.take(order.id, Act.ARRIVE)
    meet(*(both if first == 0 else both[::-1]))
    stands = same(both, order)
    assert (stands.state, acts(stands)) == (OrderState.ONSITE, ["arrive", "dispatch", "return"])
    assert conflicts(both, order) == []


def test_sent_back_by_who_saw_how_it_stands_it_goes_back_everywhere(both, order):
    here, there = both
    there.orders.steps.take(order.id, Act.ARRIVE)
    meet(there, here)
    here.orders.steps.take(order.id, Act.RETURN, BACK)
    meet(here, there)
    assert same(both, order).state is OrderState.OPEN
    assert conflicts(both, order) == []
    there.orders.steps.take(order.id, Act.DISPATCH)
    there.orders.steps.take(order.id, Act.FINISH, RESULT)
    meet(there, here)
    assert same(both, order).state is OrderState.DONE
    here.orders.steps.take(order.id, Act.RETURN, Told("还在漏", clause="not_done"))
    meet(here, there)
    assert (same(both, order).state, same(both, order).outcome) == (OrderState.DISPATCHED, "")
    assert conflicts(both, order) == []


def test_two_results_of_one_order_are_a_conflict_a_person_sees_and_both_are_in_its_history(both, order):
    here, there = both
    here.orders.steps.take(order.id, Act.FINISH, RESULT)
    there.orders.steps.take(order.id, Act.FINISH, Told(outcome="nobody_in", came="王师傅", signed=False))
    meet(here, there)
    stands = same(both, order)
    assert (stands.state, stands.outcome, stands.came, stands.signed) == (
        OrderState.DONE, "repaired", "李师傅", True,
    )  # fmt: skip
    found = {field: (kept, lost) for field, kept, lost in conflicts(both, order)}
    assert found["outcome"] == ("repaired", "nobody_in")
    assert found["signed"] == (True, False)
    assert {step.get("outcome") for step in stands.steps if step["act"] == "finish"} == {
        "repaired",
        "nobody_in",
    }


def test_void_at_one_seat_and_done_at_the_other_is_a_conflict_a_person_sees(both, order):
    here, there = both
    here.orders.steps.take(order.id, Act.VOID, Told("重复"))
    there.orders.steps.take(order.id, Act.FINISH, RESULT)
    meet(here, there)
    stands = same(both, order)
    assert (stands.state, acts(stands)) == (OrderState.VOID, ["dispatch", "finish", "void"])
    assert ("state", "void", "done") in conflicts(both, order)


def test_both_say_that_they_close_it_the_first_does_and_nobody_has_to_decide(both, order):
    here, there = both
    here.orders.steps.take(order.id, Act.TAKE)
    there.orders.steps.take(order.id, Act.TAKE)
    meet(here, there)
    assert same(both, order).closer == here.opened.agent.id
    assert conflicts(both, order) == []


def test_made_and_sent_out_with_the_network_off_it_arrives_once_with_its_steps(both, centre):
    here, there = both
    centre.server.stop("immediate")
    try:
        made = here.log(address="秋月路5号").order
        assert made.state is OrderState.OPEN
        for act in (Act.DISPATCH, Act.ARRIVE):
            here.orders.steps.take(made.id, act)
        here.orders.steps.take(made.id, Act.FINISH, RESULT)
    finally:
        centre.server.start()
    meet(here, there)
    stands = same(both, made)
    assert (stands.state, [step["act"] for step in stands.steps]) == (
        OrderState.DONE, ["dispatch", "arrive", "finish"],
    )  # fmt: skip
    assert conflicts(both, made) == []
