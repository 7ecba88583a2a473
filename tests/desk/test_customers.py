"""Customers: whose number it is, known for sure."""

from datetime import timedelta

import pytest

from app.desk.customers import Customers
from app.records.customers import Customer
from app.records.ids import new_id


@pytest.fixture
def put(opened, clock):
    def _put(name, *phones):
        clock.go(minutes=1)
        made = Customer(new_id(), name, phones, (), clock(), clock() + timedelta(seconds=1), "")
        with opened.store.write() as to:
            to.put(made)
        return made

    return _put


def test_a_short_number_is_known_however_many_newer_ones_hold_its_digits(opened, put):
    own = put("短号", "95598")
    for i in range(25):
        put(f"客{i}", f"+8613895598{i:03d}")
    assert Customers(opened.store).by_phone("95598") == own
    assert Customers(opened.store).by_phone("９５５９８") == own


def test_a_part_of_a_number_is_nobodys(opened, put):
    put("王小明", "+8613800001234")
    assert Customers(opened.store).by_phone("1234") is None


def test_of_those_who_share_a_number_the_one_seen_last_is_meant(opened, put):
    put("爷爷", "+8613800001234", "+8613900005678")
    last = put("孙子", "+8613800001234")
    assert Customers(opened.store).by_phone("138 0000 1234") == last


def test_an_extension_is_another_number_than_the_same_digits_in_one(opened, put):
    put("分机", "+8657188886666;ext=8001")
    assert Customers(opened.store).by_phone("86571888866668001") is None
