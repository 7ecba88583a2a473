"""What a desk knows of an address: today's names, the centre's streets, how it may go on."""

from dataclasses import replace

import pytest

from app import places
from app.desk.addresses import Addresses
from app.forms.load import load
from app.forms.streets import Roster, Street

PACKED = places.resources() / "divisions" / "divisions.xz"


@pytest.fixture(scope="module")
def addresses():
    forms = load(places.forms())
    roster = Roster(
        "浙江省/杭州市",
        (Street("西兴路", "south"), Street("西湖新村", "west"), Street("老西湖", "west", "西湖新村")),
        {("west", "repair"): "engineering"},
    )
    addresses = Addresses(replace(forms, streets=roster), PACKED)
    addresses.load()
    return addresses


@pytest.fixture(scope="module")
def form():
    return load(places.forms()).get("gas_repair")


@pytest.mark.parametrize(
    ("before", "rest", "first"),
    [
        ("西", "西", ["西兴路", "西湖新村"]),  # the centre's own before the country's
        ("滨江区西", "西", ["西兴路", "西湖新村"]),
        ("xx", "xx", ["西兴路"]),
        ("浙江省", "", ["杭州市", "宁波市"]),
        ("浙江省杭州市滨", "滨", ["滨江区"]),
        ("西湖区zt", "zt", ["转塘街道"]),
        ("江西省南昌市东", "东", ["东湖区"]),
        ("转", "转", ["转塘街道"]),
        ("文三路12号", "", []),
        ("", "", []),
        ("   ", "", []),
        ("幸福" * 16_000, "", []),
    ],
)
def test_names_are_offered_this_centres_first(addresses, before, rest, first):
    meant, names = addresses.offers(before)
    assert names[: len(first)] == first
    assert not names or meant == rest


@pytest.mark.parametrize(
    ("said", "whole", "old", "district", "team"),
    [
        ("转塘街道象山路1号", "浙江省杭州市西湖区转塘街道", (), "", "repair"),
        ("老西湖3栋", "", (("老西湖", "西湖新村"),), "west", "engineering"),
        ("江干区西兴路", "浙江省杭州市上城区", (("江干区", "上城区"),), "south", "repair"),
        ("江西省南昌市东湖区", "", (), "", "repair"),
        ("昨天那里", "", (), "", "repair"),
    ],
)
def test_what_is_known_of_an_address_leaves_it_as_it_was_said(
    addresses, form, said, whole, old, district, team
):
    told = addresses.read(form, {"address": said})
    assert (told.whole, told.old, told.district, told.team) == (whole, old, district, team)
    assert told.address.said == said


def test_a_place_said_short_without_its_city_means_nothing_by_itself(form):
    far = Addresses(load(places.forms()), PACKED)
    far.load()
    assert far.read(form, {"address": "城东 5 号"}).whole == ""
    assert far.offers("城东") == ("城东", ["城东街道"])


@pytest.mark.parametrize(
    "answers", [{}, {"address": ""}, {"address": {"not_given": "refused"}}, {"address": 5}]
)
def test_no_address_is_nothing_to_tell(addresses, form, answers):
    assert addresses.read(form, answers) is None
