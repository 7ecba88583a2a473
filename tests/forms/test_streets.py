"""The roster of streets: an address says the district, the district who goes (CASE-5)."""

import pytest

from app.forms.nodes import Flaw

LABEL = "{zh_CN: 区, zh_TW: 區, en: Area}"
DISTRICTS = f"choices:\n  - {{code: east, label: {LABEL}}}\n  - {{code: west, label: {LABEL}}}\n"
TEAMS = f"choices:\n  - {{code: repair, label: {LABEL}}}\n  - {{code: far, label: {LABEL}}}\n"
GOOD = """\
home: 浙江省/杭州市
streets:
  - {names: [东湖街道, 东湖路, 长河路], district: east}
  - {names: [东湖路小区, 长河路], district: west}
old: {老街: 东湖街道}
teams: [{district: west, of: repair, to: far}]
"""


@pytest.fixture
def rosters(folder):
    def read(text):
        folder.write("lists/districts.yaml", DISTRICTS)
        folder.write("lists/teams.yaml", TEAMS)
        folder.write("rules/streets.yaml", text)
        return folder

    return read


@pytest.mark.parametrize(
    ("said", "district"),
    [
        ("东湖街道 5 号", "east"),
        ("东湖路12号", "east"),
        ("东 湖路小区3栋", "west"),  # the longest that is named
        ("长河路1号", None),  # lies in both
        ("老街 7 号", "east"),
        ("别处", None),
        ({"not_given": "refused"}, None),
    ],
)
def test_the_longest_street_an_address_names_says_the_district(rosters, said, district):
    found = rosters(GOOD).load().streets.street(said)
    assert (found.district if found else None) == district


def test_a_district_has_its_own_team_unless_one_is_chosen(rosters, shipped):
    roster, repair = rosters(GOOD).load().streets, shipped.get("gas_repair")
    assert roster.team(repair, {"address": "东湖街道"}) == "repair"
    assert roster.team(repair, {"address": "东湖路小区"}) == "far"
    assert roster.team(repair, {"address": "东湖街道", "district": "west"}) == "far"
    assert roster.team(repair, {"address": "东湖路小区", "team": "repair"}) == "repair"
    assert roster.team(repair, {"address": "东湖路小区", "category": "card"}) == "metering"


@pytest.mark.parametrize(
    ("change", "flaw"),
    [
        (("district: west}", "district: north}"), Flaw.UNKNOWN_CHOICE),
        (("to: far", "to: nobody"), Flaw.UNKNOWN_CHOICE),
        (("东湖街道}", "没有的街}"), Flaw.WRONG_VALUE),
        (("[东湖街道, ", "[路, "), Flaw.WRONG_VALUE),
        (("streets:", "street:"), Flaw.UNKNOWN_KEY),
    ],
)
def test_a_mistake_is_named_with_its_line_and_the_roster_before_stays(rosters, change, flaw):
    before = rosters(GOOD).load()
    told = rosters(GOOD.replace(*change)).load(before)
    assert [each.code for each in told.broken] == [flaw]
    assert told.broken[0].line > 0
    assert told.streets == before.streets
