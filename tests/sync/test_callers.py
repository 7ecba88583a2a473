"""Files merged at two seats that hear nothing of each other, and parted: in the end both show the same."""

from app.desk.calls import Calls
from app.desk.customers import Customers
from app.desk.mergers import Mergers
from app.forms.load import Forms
from app.records.accounts import Agent, Role
from app.records.customers import Customer
from app.records.ids import new_id
from tests.sync.rig import START


def shown(seat, *customers):
    """Return, of each file, whose person it is shown as, with which numbers and calls."""
    agent = Agent(seat.agent, "1001", "王珂", Role.AGENT, "")
    calls, known = Calls(seat.store, Forms(), agent, seat.now, "zh_CN"), Customers(seat.store)
    people = [known.whole(each) for each in customers]
    return [(each.id, each.phones, {call.id for call in calls.of_customer(each.id)}) for each in people]


def meet(*seats):
    for seat in (*seats, *seats):
        seat.round()


def test_two_seats_merge_and_part_the_same_files_and_nothing_of_either_is_lost(two):
    a, b = two
    files = [Customer(new_id(), f"客{n}", (f"+861380000{n:04d}",), (), START, START) for n in range(3)]
    with a.store.write() as to:
        for each in files:
            to.put(each)
    one, two_, three = (each.id for each in files)
    calls = [a.take_call(customer=each.id) for each in files]
    meet(a, b)
    apart = shown(a, one, two_, three)

    at_a, at_b = (Mergers(seat.store, seat.session, seat.now) for seat in (a, b))
    at_a.merge(one, two_)
    at_b.merge(two_, one)  # the other way round
    at_b.merge(two_, three)
    later = b.take_call(customer=one)
    meet(a, b)
    for seat in (a, b):
        ((who, phones, told), *others) = shown(seat, one, two_, three)
        assert others == [(who, phones, told)] * 2
        assert who == two_
        assert set(phones) == {each.phones[0] for each in files}
        assert told == {call.id for call in (*calls, later)}
        assert seat.store.outbox.state().attention == 0

    at_a.part(one)
    at_b.part(three)
    meet(a, b)
    at_a.part(one)
    meet(a, b)
    for seat in (a, b):
        assert shown(seat, two_, three) == apart[1:]
        assert shown(seat, one) == [(one, apart[0][1], apart[0][2] | {later.id})]
        assert [seat.store.get(Customer, each.id) for each in files] == files
