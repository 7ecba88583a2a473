"""Numbers as people type them."""

import csv

import pytest

from app.forms.phone import digits, group, hidden, is_possible, mask, normalise

SAME = [
    ("138 0000 1234", "+8613800001234"),
    ("１３８-００００-１２３４", "+8613800001234"),
    ("+86 138 0000 1234", "+8613800001234"),
    ("8613800001234", "+8613800001234"),
    ("008613800001234", "+8613800001234"),
    ("120 0000 1234", "+8612000001234"),
    ("0571-88886666", "+8657188886666"),
    ("（0571）8888 6666", "+8657188886666"),
    ("+86 (0571) 8888-6666", "+8657188886666"),
    ("0571-88886666转8001", "+8657188886666;ext=8001"),
    ("0571-88886666 转 8001", "+8657188886666;ext=8001"),
    ("0571-88886666-8001", "+8657188886666;ext=8001"),
    ("０５７１－８８８８６６６６轉８００１", "+8657188886666;ext=8001"),
    ("02-2345-6789 分機 12", "+886223456789;ext=12"),
    ("02-2345-6789#12", "+886223456789;ext=12"),
    ("0912345678", "+886912345678"),
    ("+886 912 345 678", "+886912345678"),
    ("400-800-1234", "+864008001234"),
    ("+1 650 253 0000", "+16502530000"),
    ("00852 2345 6789", "+85223456789"),
    ("+86 17900 400 800 1234", "+86179004008001234"),  # a dialling code before it is not thrown away
    ("110", "110"),
    ("12345", "12345"),
    ("95598", "95598"),
    ("8888 6666", "88886666"),
    ("0190-1234567", "01901234567"),
]


@pytest.mark.parametrize(("typed", "stored"), SAME)
def test_however_it_is_typed_a_number_is_stored_one_way(typed, stored):
    assert normalise(typed) == stored
    assert normalise(stored) == stored
    assert is_possible(typed) == is_possible(stored) == (len(digits(stored.partition(";")[0])) <= 15)


@pytest.mark.parametrize("typed", SAME)
def test_what_is_shown_can_be_typed_again(typed):
    assert normalise(group(typed[0])) == typed[1]


@pytest.mark.parametrize(
    "text", ["儿子 13800001234", "13800001234/13900001111", "13800001234 13900001111", "abc"]
)
def test_what_is_not_one_number_stays_as_it_was_typed(text):
    assert normalise(f" {text} ") == text
    assert group(text) == text


@pytest.mark.parametrize(
    "text",
    ["", "abc", "12", "1380000123", "138000012345", "+86", "+123", "057188", "0571-88886666888", "9" * 16,
     "13800001234/13900001111", "转8001", "138 0000 123O"],
)  # fmt: skip
def test_what_can_be_no_number_is_seen_by_its_shape(text):
    assert not is_possible(text)


def test_the_region_decides_where_both_would_take_a_number():
    assert normalise("02-2345-6789", "TW") == "+886223456789"
    assert normalise("021-12345678", "CN").startswith("+86")


def test_numbers_are_grouped_as_they_are_read_aloud():
    assert group("13800001234") == "138 0000 1234"
    assert group("+8612000001234") == "120 0000 1234"
    assert group("0571-88886666转8001") == "0571 8888 6666#8001"
    assert group("88886666") == "8888 6666"
    assert group("12345") == "12345"
    assert group("+886912345678") == "+886 912 345 678"


def test_a_mask_hides_the_middle():
    assert mask("13800001234") == "138 **** 1234"
    assert mask("+8612000001234") == "120 **** 1234"
    assert mask("0571-88886666") == "0571 **** 6666"
    assert mask("021-88886666") == "021 **** 6666"
    assert mask("88886666") == "8*** **66"
    assert mask("110") == "**0"
    assert "000" not in mask("13800001234/13900001111")[3:]


def test_an_id_keeps_the_region_and_the_end_and_loses_the_birthday():
    assert hidden("330102199003071234") == "330102********1234"
    assert hidden("33010219900307123x") == "330102********123x"
    assert hidden("330102900307123") == "330102******123"
    assert hidden("身份证３３０１０２１９９００３０７１２３Ｘ，本人") == "身份证330102********123X，本人"


@pytest.mark.parametrize(
    "number",
    [
        "13800001234",
        "138-0000-1234",
        "+86 138 0000 1234",
        "０５７１－８８８８６６６６",
        "0912-345-678",
        "+14155552671",
    ],
)
def test_a_number_is_hidden_wherever_it_was_typed(number):
    told = hidden(f"东湖路1号，联系{number}（夜间）")
    assert told.startswith("东湖路1号，联系")
    assert told.endswith("（夜间）")
    assert "*" in told
    assert digits(number)[3:-4] not in digits(told)


@pytest.mark.parametrize(
    "text",
    [
        "滨江区春晓路88号3幢2单元501室",
        "2026-11-21 14:05",
        "01a20c5e-0157-7409-9844-58ca99e0d8f9",
        "01a20c5e-1381-8001-8844-138000012345",
        "LA03-00042-K",
        "LA001-100042-K",
        "表号 20261121",
        "110",
        "",
        "王小明",
    ],
)
def test_what_is_no_number_of_a_person_stays(text):
    assert hidden(text) == text


def test_only_digits():
    assert digits("+86 (138) ００００-1234 转 8") == "8613800001234" + "8"


def test_the_invented_people_can_all_be_reached_in_form(data):
    with (data / "people_synthetic" / "people.csv").open(encoding="utf-8", newline="") as file:
        people = list(csv.DictReader(file))
    for person in people:
        for typed in (person["mobile_unallotted"], person["landline_unallotted"]):
            if typed:
                assert is_possible(typed), typed
                assert digits(normalise(typed)).endswith(digits(typed).lstrip("0")), typed
