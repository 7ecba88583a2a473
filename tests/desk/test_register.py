"""The register of slips: what became of each, and which numbers are missing and why."""

from dataclasses import replace

import pytest

from app.desk.listings import Filters
from app.desk.lists import Lists
from app.desk.register import Gap, Why
from app.desk.steps import Told
from app.records.ids import Block, new_id, number
from app.records.orders import Act, Slip
from app.records.register import Fate, Print


@pytest.fixture
def order(orders, repair):
    return orders.save_and_make(repair(user_type="residential", gas_smell=False)).order.id


@pytest.fixture
def numbered(opened):
    """Keep slips of these numbers, as the feed brings them from other seats."""

    def keep(*numbers):
        with opened.store.write() as to:
            for each in numbers:
                to.put(Slip(new_id(), each, new_id()))

    return keep


def told(orders, slip):
    return [(each.fate, each.n, each.sets, each.copies) for each in orders.register.of_slip(slip)]


def test_every_print_is_a_line_of_its_own(orders, order, opened, clock):
    first = orders.sheet(order)
    orders.printed(first, 2)
    clock.go(hours=3)
    orders.printed(replace(orders.sheet(order), copies=("user",)))
    copies = ("stub", "dispatch", "user")
    assert told(orders, first.slip) == [(Fate.PRINT, 0, 2, copies), (Fate.REPRINT, 1, 1, ("user",))]
    line = orders.register.of_slip(first.slip)[1]
    assert (line.agent, line.session, line.at) == (opened.agent.id, opened.session.id, clock())


def test_a_slip_made_void_keeps_its_number_and_says_which_one_stands_for_it(orders, order, opened):
    first = orders.sheet(order)
    orders.printed(first)
    other = orders.void_slip(order, "  地址写错  ", reissue=True)
    again = orders.sheet(order)
    assert (again.slip, again.number) == (other.id, other.number) != (first.slip, first.number)
    assert other.replaces == first.slip
    assert opened.store.get(Slip, first.slip).void
    line = orders.register.voided(first.slip)
    assert (line.fate, line.n, line.reason, line.other) == (Fate.VOID, 1, "地址写错", other.id)
    orders.printed(again)
    (line,) = orders.register.of_slip(other.id)
    assert (line.fate, line.other) == (Fate.PRINT, first.slip)
    assert [slip.id for slip in orders.slips(order)] == [first.slip, other.id]


def test_one_only_made_void_is_followed_when_the_order_is_printed_again(orders, order):
    first = orders.sheet(order)
    assert orders.void_slip(order, "客户取消", reissue=False) is None
    assert orders.slip(order) is None
    assert orders.register.voided(first.slip).other is None
    assert orders.sheet(order, numbered=False).number == ""
    orders.sheet(order)
    assert orders.slip(order).replaces == first.slip


def test_the_slip_of_an_order_made_void_is_void_with_it(orders, order, opened):
    first = orders.sheet(order)
    orders.printed(first)
    orders.steps.take(order, Act.VOID, Told("重复报修"))
    line = orders.register.voided(first.slip)
    assert (line.fate, line.n, line.reason, line.other) == (Fate.VOID, 1, "重复报修", None)
    assert orders.slip(order) is None
    assert orders.sheet(order, of=first.slip).void


def test_a_slip_void_before_its_order_keeps_its_reason(orders, order):
    first = orders.sheet(order)
    orders.void_slip(order, "地址写错", reissue=False)
    orders.steps.take(order, Act.VOID, Told("重复报修"))
    assert [each.reason for each in orders.register.of_slip(first.slip)] == ["地址写错"]


def test_there_is_nothing_to_make_void_before_a_slip_was_numbered(orders, order, opened):
    assert orders.void_slip(order, "x", reissue=True) is None
    assert opened.store.count(Slip) == opened.store.count(Print) == 0


def test_a_reason_may_be_anything_somebody_pastes(orders, order):
    orders.sheet(order)
    orders.void_slip(order, "\x00<b>𬱖</b>\u202e" * 9_000, reissue=False)
    (slip,) = orders.slips(order)
    assert len(orders.register.voided(slip.id).reason) <= 500


def test_numbers_without_a_hole_have_no_gap(orders, order):
    orders.sheet(order)
    orders.void_slip(order, "x", reissue=True)
    assert orders.register.gaps() == []


def test_a_number_that_was_taken_here_and_is_gone_is_unexplained(orders, opened):
    code = opened.seat.code
    with opened.store.write() as to:
        taken = [to.number(Slip.prefix) for _ in range(6)]
        for each in (taken[0], taken[3]):
            to.put(Slip(new_id(), each, new_id()))
    run = f"P{code}"
    assert orders.register.gaps() == [Gap(run, 2, 3, Why.UNEXPLAINED), Gap(run, 5, 6, Why.UNEXPLAINED)]
    assert orders.register.gaps()[1].count == 2


def test_what_another_seat_has_not_sent_yet_is_elsewhere(orders, numbered):
    numbered(
        number("P", "ZZ9", 3),
        number("P", "ZZ9", 4),
        number("P", "ZZ9", 99_999),
        number("P", "ZZ9", 100_002),
        "P",
        "PX-1-",
        "P-x-1",
    )
    assert orders.register.gaps() == [
        Gap("PZZ9", 1, 2, Why.ELSEWHERE), Gap("PZZ9", 5, 99_998, Why.ELSEWHERE),
        Gap("PZZ9", 100_000, 100_001, Why.ELSEWHERE),
    ]  # fmt: skip


def test_of_leased_blocks_what_is_left_is_leased_and_what_is_gone_is_not(orders, opened, numbered):
    opened.store.blocks.keep(Block("P", 0, 11, 20))
    opened.store.blocks.keep(Block("P", 1, 1, 5))
    with opened.store._door.write() as connection:
        connection.exec_driver_sql("UPDATE blocks SET next = 15 WHERE run = 0")
    numbered(*(number("P", "", n) for n in (9, 11, 12, 14, 22)))
    assert orders.register.gaps() == [
        Gap("P", 13, 13, Why.UNEXPLAINED),
        Gap("P", 21, 21, Why.ELSEWHERE),
        Gap("P", 15, 20, Why.LEASED),
        Gap("P-1", 1, 5, Why.LEASED),
    ]


# -- the day's register --


@pytest.fixture
def lists(opened, forms, clock):
    return Lists(opened.store, forms, opened.agent, opened.seat.code, clock, "zh_CN")


def rows(lists, **filters):
    return lists.rows("prints", lists.walk(lists.wanted("prints", Filters(**filters))).order)


def test_a_day_of_it_is_a_list(orders, order, lists, clock, opened):
    orders.printed(orders.sheet(order))
    clock.go(days=1)
    begin = clock()
    orders.printed(orders.sheet(order))
    orders.void_slip(order, "地址写错", reissue=True)
    today = rows(lists, since=begin)
    assert [(row.cells["fate"], row.cells["n"], row.cells["reason"]) for row in today] == [
        ("void", 0, "地址写错"), ("reprint", 2, ""),
    ]  # fmt: skip
    first, other = orders.slips(order)
    assert [row.cells["slip"] for row in today] == [first.number] * 2
    assert today[0].cells["other"] == other.number
    assert today[1].cells["copies"] == ("存根联", "派工联", "用户联")
    assert today[0].about == ("order", order)
    assert today[0].cells["order"] == orders.get(order).number
    assert today[0].cells["agent"].startswith(opened.agent.agent_no)
    assert len(rows(lists)) == 3
    assert [row.cells["fate"] for row in rows(lists, state="print")] == ["print"]


@pytest.mark.parametrize("by", ["slip", "order", "agent", "nobody"])
def test_it_is_narrowed_by_what_is_typed(orders, order, lists, opened, by):
    orders.printed(orders.sheet(order))
    words = {
        "slip": orders.slip(order).number, "order": orders.get(order).number, "agent": opened.agent.agent_no,
        "nobody": "没有这个人",
    }  # fmt: skip
    assert len(rows(lists, text=words[by])) == (by != "nobody")
