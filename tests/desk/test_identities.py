"""What a caller says against what is on file: enough of it, and nothing less, opens the file."""

from datetime import UTC, datetime

import pytest

from app.desk.identities import IDENTITY, Identities
from app.records.customers import Customer
from app.records.ids import Id

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
WANG = Customer(Id("c1"), "王小明", ("+8613800001234",), ("滨江路 18 号 3 栋 502",), NOW, NOW)


@pytest.fixture
def identities(forms):
    return Identities(forms, lambda customer: (customer,), lambda: NOW)


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ({"name": " 王 小明 ", "phone": "138 0000 1234"}, {"name", "phone"}),
        ({"name": "王小", "phone": "13800001235"}, set()),
        ({"address": "滨江路18号"}, {"address"}),  # as much as they say of it
        ({"address": "18号"}, set()),  # too little to say anything
        ({"name": "", "phone": {"not_given": "refused"}, "address": "\u200b"}, set()),
        ({"name": 5, "address": ["滨江路 18 号"]}, set()),
    ],
)
def test_what_is_typed_is_compared_as_it_was_meant(identities, said, right):
    assert identities.matching(WANG, said) == right


def test_fewer_than_the_rule_asks_open_nothing(identities):
    assert identities.verified(WANG.id, ["name"]) is None
    assert identities.verified(WANG.id, ["name", "name", "shoe size"]) is None
    told = identities.verified(WANG.id, ["phone", "name"])
    assert told == {"customer": "c1", "proofs": ["name", "phone"], "at": NOW.isoformat()}
    assert identities.is_open("inquiry", {IDENTITY: told}, WANG.id)
    assert not identities.is_open("inquiry", {IDENTITY: told}, Id("c2"))
    assert not identities.is_open("inquiry", {IDENTITY: "yes"}, WANG.id)
    assert identities.is_open("gas_repair", {}, WANG.id)
