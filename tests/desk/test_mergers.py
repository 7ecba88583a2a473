"""Several files of one customer: shown as one, parted again without a trace."""

from dataclasses import replace

import pytest

from app.desk.customers import Customers
from app.desk.mergers import Mergers
from app.records.customers import Customer
from app.records.ids import new_id
from app.records.mergers import Merger


@pytest.fixture
def mergers(opened, clock):
    return Mergers(opened.store, opened.session, clock)


@pytest.fixture
def customers(opened):
    return Customers(opened.store)


@pytest.fixture
def pair(calls, customers, repair):
    """Two files, each with a call and an open case: the same person at home and at work."""
    home = calls.save(repair()).call.customer
    work = calls.save(
        repair(phone="0571 8888 6666", address="长河路12号", name="王小明（单位）")
    ).call.customer
    assert home != work
    return home, work


def seen(customers, calls, cases, customer):
    return (
        customers.whole(customer),
        [call.id for call in calls.of_customer(customer)],
        [case.id for case in cases.open_of_customer(customer)],
    )


def test_two_files_are_shown_as_one_person_with_all_numbers_addresses_and_matters(
    pair, mergers, customers, calls, cases
):
    home, work = pair
    mergers.merge(home, work)
    person, lately, matters = seen(customers, calls, cases, work)
    assert person.id == home
    assert person.phones == ("+8613800001234", "+8657188886666")
    assert person.addresses == ("滨江区春晓路88号3幢2单元501室", "长河路12号")
    assert (len(lately), len(matters)) == (2, 2)
    assert seen(customers, calls, cases, home) == (person, lately, matters)
    for text in ("6666", "1234", "王小明", "wxm", "wangxiaoming", "长河路12"):
        assert [each.id for each in customers.find(text)] == [home], text


def test_parted_again_both_are_as_they_were_also_with_what_was_logged_meanwhile(
    opened, pair, mergers, customers, calls, cases, repair
):
    home, work = pair
    before = [opened.store.get(Customer, each) for each in pair]
    mergers.merge(home, work)
    assert [opened.store.get(Customer, each) for each in pair] == before
    third = calls.save(repair(phone="0571 8888 6666", address="")).problems
    assert third  # this form wants an address
    call = calls.save(repair(phone="0571 8888 6666", address="长河路12号")).call
    assert call.customer == work  # whose number it is: so it goes back with it
    assert mergers.part(home) == (home, work)
    assert seen(customers, calls, cases, home)[0] == before[0]
    assert calls.of_customer(work)[0].id == call.id
    assert len(calls.of_customer(home)) == 1
    assert [each.id for each in customers.find("王小明")] == [work, home]
    assert mergers.part(home) is None
    assert opened.store.count(Merger, kept=home) == 2  # that it was, and that it was undone


def test_two_seats_that_merge_the_same_two_each_its_own_way_say_the_same(opened, pair, mergers, customers):
    home, work = pair
    mergers.merge(home, work)
    there = Merger(new_id(), work, home, opened.agent.id, opened.session.id, opened.session.since)
    with opened.store.write() as to:
        to.put(there)
    assert mergers.files(home) == mergers.files(work) == (work, home)  # as the newest says
    mergers.part(home)
    assert mergers.files(home) == (home,)


def test_who_is_one_already_is_not_merged_again_nor_with_themself(opened, pair, mergers):
    home, work = pair
    assert mergers.merge(home, home) is None
    assert mergers.merge(home, work) is not None
    assert mergers.merge(work, home) is None
    third = new_id()
    mergers.merge(work, third)  # of one that was merged, the one shown takes it
    assert mergers.files(third) == (home, *sorted((work, third)))
    assert mergers.part(third) == (home, third)
    assert mergers.files(work) == (home, work)


def test_a_number_that_is_nobodys_goes_to_the_file_the_form_was_filled_from(calls, repair, customers):
    home = calls.save(repair()).call.customer
    draft = repair(phone="139 2222 3333", address="长河路12号")
    assert calls.save(replace(draft, customer=home)).call.customer == home
    assert customers.get(home).phones == ("+8613922223333", "+8613800001234")
    assert customers.get(home).addresses == ("长河路12号", "滨江区春晓路88号3幢2单元501室")
    assert customers.by_phone("13922223333").id == home


@pytest.mark.parametrize("text", ["wangxiaoming", "wangxm", "xiaoming", "wxming", "WangXiao"])
def test_a_name_is_found_by_its_pinyin_spelled_or_half_spelled(calls, repair, customers, text):
    home = calls.save(repair()).call.customer
    calls.save(repair(name="李芳", phone="139 1111 2222"))
    assert [each.id for each in customers.find(text)] == [home]


@pytest.mark.parametrize("text", ["春晓路88", "滨江区春晓", "88号3幢"])
def test_a_customer_is_found_by_any_part_of_an_address(calls, repair, customers, text):
    home = calls.save(repair()).call.customer
    calls.save(repair(name="李芳", phone="139 1111 2222", address='长河路"12"号'))
    assert [each.id for each in customers.find(text)] == [home]
    assert [each.name for each in customers.find('路"12"')] == ["李芳"]
