"""Addresses as they are said: taken apart, never changed; measured against those others marked."""

import pytest

from app import places
from app.forms.address import parse
from app.forms.divisions import Level, load_divisions
from tests.bench import addresses

pytestmark = pytest.mark.xdist_group("address")


@pytest.fixture(scope="module")
def divisions():
    return load_divisions(places.resources() / "divisions" / "divisions.xz")


def told(address):
    return {part.kind: part.text for part in address.parts}


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (
            "杭州西湖区三墩镇丰盛小区13幢2单元502室",
            "杭州:city 西湖区:district 三墩镇:town 丰盛小区:place 13幢:building 2单元:unit 502室:room",
        ),
        ("解放北路甲12号之一", "解放北路:road 甲12号之一:number"),
        ("学苑街88号附3号", "学苑街:road 88号:number 附3号:building"),
        ("北海市重庆路7-5号", "北海市:city 重庆路:road 7-5号:number"),
        ("金色花园8-10-1109", "金色花园:place 8:building 10:unit 1109:room"),
        ("臺北市信義區松高路12號3樓", "臺北市:city 信義區:district 松高路:road 12號:number 3樓:floor"),
        ("昨天那个地方，菜场对面", "昨天那个地方，菜场对面:place"),
    ],
)
def test_what_is_said_is_taken_apart_word_for_word(divisions, said, wanted):
    address = parse(said, divisions)
    assert " ".join(f"{part.text}:{part.kind}" for part in address.parts) == wanted
    assert all(said[part.start : part.end] == part.text for part in address.parts)


@pytest.mark.parametrize(
    ("said", "kind", "text", "now"),
    [
        ("湖北省襄樊市小水街222号", "city", "襄樊市", "襄阳市"),
        ("杭州市下城区朝晖路3号", "district", "下城区", "拱墅区"),
        ("浙江省奉化市岳林东路", "district", "奉化市", "奉化区"),
    ],
)
def test_an_old_name_stays_and_todays_is_known(divisions, said, kind, text, now):
    (part,) = (part for part in parse(said, divisions).parts if part.kind == kind)
    assert (part.text, part.now) == (text, now)


def test_what_is_said_without_a_province_lies_where_the_centre_is(divisions):
    home = divisions.at("浙江省/杭州市")
    address = parse("转塘街道象山路1号", divisions, home)
    assert [address.name(level) for level in Level] == ["浙江省", "杭州市", "西湖区", "转塘街道"]
    assert parse("西湖区文三路", divisions).name(Level.CITY) == ""  # there are two of that name
    assert parse("西湖区文三路", divisions, home).name(Level.CITY) == "杭州市"
    assert parse("江西省南昌市西湖区", divisions, home).name(Level.CITY) == "南昌市"


@pytest.mark.parametrize(
    "said", ["", "   ", "\x00", "😀" * 500, "𬱖䶮路1号", "<b>' OR 1=1 --", "号" * 500, "1-" * 250]
)
def test_whatever_is_typed_stays(divisions, said):
    assert all(said[part.start : part.end] == part.text for part in parse(said, divisions).parts)


def test_without_the_packed_file_nothing_is_known_and_every_text_stays(tmp_path):
    (tmp_path / "broken.xz").write_bytes(b"none")
    for path in (tmp_path / "none.xz", tmp_path / "broken.xz"):
        assert told(parse("杭州市文三路12号", load_divisions(path))) == {
            "road": "杭州市文三路",
            "number": "12号",
        }


@pytest.mark.skipif(not addresses.DATA.is_dir(), reason="address_parsing is not here")
def test_most_parts_of_what_people_marked_are_found(divisions):
    rows = addresses.read("elements_dev.jsonl")[::4]
    right, given, wanted = (
        sum(c) for c in zip(*(f[1:] for f in addresses.marked(rows, divisions)), strict=True)
    )
    assert 2 * right / (given + wanted) >= 0.87
    cases = addresses.read("province_city_county.jsonl")
    assert len(list(addresses.divided(cases, divisions))) <= 4
