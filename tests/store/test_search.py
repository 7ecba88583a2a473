"""Customers are found by what a caller says, and only by that."""

from dataclasses import replace

import pytest

from app.records.customers import Customer
from app.store import search


@pytest.fixture
def people(store, make, clock):
    people = {}
    for name, initials, phones in (
        ("王小明", "wxm", ("+8613800001234", "+862888881234")),
        ("单秀英", "sxy dxy", ("+8613912345678",)),
        ("O'Brien_100%", "o", ("+85298765432",)),
        ("", "", ("+8613700009999",)),
    ):
        clock.move(minutes=1)
        people[name] = make.customer(name=name, initials=initials, phones=phones)
    with store.write() as to:
        for person in people.values():
            to.put(person)
    return people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("1234", ["单秀英", "王小明"]),
        ("13800001234", ["王小明"]),
        ("138 0000 1234", ["王小明"]),
        ("(028) 8888-1234", ["王小明"]),
        ("02888", ["王小明"]),
        ("00001234", ["王小明"]),
        ("8888-1234", ["王小明"]),
        ("+86 138", ["王小明"]),
        ("8613", ["", "单秀英", "王小明"]),
        ("８８８８－１２３４", ["王小明"]),
        ("（０２８）", []),
        ("ｗｘｍ", ["王小明"]),
        ("138", []),
        ("", []),
        ("   ", []),
        ("99999", []),
        ("王小", ["王小明"]),
        ("小明", ["王小明"]),
        ("明", ["王小明"]),
        ("wxm", ["王小明"]),
        ("WX", ["王小明"]),
        ("dxy", ["单秀英"]),
        ("o'b", ["O'Brien_100%"]),
        ("_100%", ["O'Brien_100%"]),
        ("%", ["O'Brien_100%"]),
        ("O'BRIEN", ["O'Brien_100%"]),
        ("无此人", []),
    ],
)
def test_whom_a_text_finds_newest_first(store, people, text, names):
    assert [c.name for c in store.customers(text)] == names


def test_a_customer_with_two_fitting_numbers_is_found_once(store, people):
    assert [c.name for c in store.customers("1234")].count("王小明") == 1


def test_the_limit_holds(store, people):
    assert len(store.customers("86", limit=1)) == 0
    assert [c.name for c in store.customers("8613", limit=1)] == [""]


def test_a_number_taken_away_finds_no_more_and_a_new_one_does(store, people):
    person = people["王小明"]
    with store.write() as to:
        to.put(replace(person, phones=("+8615000000001",)))
    assert store.customers("13800001234") == []
    assert [c.name for c in store.customers("15000000001")] == ["王小明"]


def test_the_digits_go_with_the_customer(store, people, engines):
    with engines.write.begin() as connection:
        connection.exec_driver_sql("DELETE FROM customers WHERE id = ?", (people["王小明"].id,))
        left = connection.exec_driver_sql("SELECT count(*) FROM customer_phones").scalar()
    assert left == 3
    assert store.count(Customer) == 3


def test_a_name_on_file_in_wide_letters_is_found_as_it_was_typed(store, make):
    with store.write() as to:
        to.put(make.customer(name="ＡＢ公司", initials="abgs"))
    assert [c.name for c in store.customers("ＡＢ公司")] == ["ＡＢ公司"]


def test_whose_number_it_is_goes_before_all_that_only_hold_its_digits(store, make, clock):
    own = make.customer(name="短号", phones=("95598",))
    with store.write() as to:
        to.put(own)
        for i in range(25):
            clock.move(minutes=1)
            to.put(make.customer(name=f"客{i}", phones=(f"+8613895598{i:03d}",)))
    assert store.customers("95598", limit=3)[0] == own
    assert [c.name for c in store.customers("95598")[1:3]] == ["客24", "客23"]
    assert store.customers_at("95598") == [own]
    assert store.customers_at("9559") == []


def test_digits_that_half_the_town_shares_are_not_looked_for_to_the_end(store, make, engines, monkeypatch):
    monkeypatch.setattr(search, "LOOKED_AT", 5)
    with store.write() as to:
        for i in range(30):
            to.put(make.customer(phones=(f"+86139{i:08d}",)))
    assert len(store.customers("1390", limit=20)) == 5
