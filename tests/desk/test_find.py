"""A record is found by what somebody says of it."""

import pytest

from app.desk.find import Finder, numbers_meant
from app.records.ids import number, number_in_run

OWN = "LA03-00042-" + number("L", "A03", 42)[-1]


@pytest.mark.parametrize(
    "said",
    ["42", "00042", "A03-42", "a03 42", "LA03-42", "LA03-00042", "la03-00042", "LA0300042", OWN, "L 42"],
)
def test_a_number_is_known_in_part_and_in_any_notation(said):
    assert OWN in numbers_meant(said, "A03")


def test_a_bare_number_may_be_a_call_a_case_an_order_or_a_slip_of_this_seat():
    assert {each[0] for each in numbers_meant("42", "A03")} == {"L", "A", "G", "P"}


@pytest.mark.parametrize("said", ["42", "P 42", "P-00042", number_in_run("P", 0, 42)])
def test_a_number_of_the_whole_centre_is_known_in_part(said):
    assert number_in_run("P", 0, 42) in numbers_meant(said, "A03")


def test_a_number_of_a_later_run_is_known():
    assert numbers_meant(number_in_run("P", 2, 42), "A03") == (number_in_run("P", 2, 42),)


def test_another_seat_is_named():
    assert number("A", "B07", 42) in numbers_meant("B07-42", "A03")


def test_a_wrong_check_character_means_nothing():
    wrong = OWN[:-1] + ("0" if OWN[-1] != "0" else "1")
    assert numbers_meant(wrong, "A03") == ()


def test_a_count_of_one_figure_is_no_check_sign():
    assert number("L", "A03", 1) in numbers_meant("la03-1", "A03")
    assert number("L", "A03", 7) in numbers_meant("A03-7", "A03")


@pytest.mark.parametrize("said", ["", "王小明", "138 0000 1234", "no such thing", "*", "LA03-"])
def test_what_is_no_number_is_taken_for_none(said):
    assert numbers_meant(said, "A03") == ()


@pytest.fixture
def finder(opened, calls, worklist):
    return Finder(opened.store, calls, worklist, opened.seat.code, "zh_CN")


def kinds(found):
    return [each.kind for each in found]


def test_call_case_order_and_slip_are_found_by_their_numbers(finder, orders, repair):
    saved = orders.save_and_make(repair(user_type="residential", gas_smell=False))
    sheet = orders.sheet(saved.order.id)
    for kind, record in (("call", saved.call), ("case", saved.case), ("order", saved.order)):
        (found,) = finder.find(record.number)
        assert (found.kind, found.id) == (kind, record.id)
    assert kinds(finder.find(sheet.number)) == ["slip"]
    assert kinds(finder.find("1")) == ["call", "case", "order", "slip"]


def test_a_draft_is_found_by_the_initials_of_its_title(finder, calls, repair):
    calls.keep(repair())
    assert kinds(finder.find("rqbx")) == ["draft"]


@pytest.mark.parametrize("said", ["王小", "wxm", "0000", "1234"])
def test_a_customer_is_found_and_the_number_masked(finder, calls, repair, said):
    calls.save(repair())
    (customer,) = [each for each in finder.find(said) if each.kind == "customer"]
    assert customer.title == "王小明"
    assert customer.more == "138 **** 1234"


def test_blank_text_finds_nothing(finder, calls, repair):
    calls.save(repair())
    assert finder.find("  ") == ()
