"""The directory as a centre writes it: read, or named with its line."""

import pytest

from app.forms.nodes import Flaw

ROW = '  - {name: 抢修值班, number: "0571-86110000", matters: [户外管道], districts: [east], hours: night}\n'
HOURS = 'service: [{days: every, from: "08:00", to: "18:00"}]\n'
HOURS += 'night: [{days: every, from: "18:00", to: "24:00"}]\n'
DISTRICTS = "choices:\n  - {code: east, label: {zh_CN: 城东, zh_TW: 城東, en: East}}\n"


@pytest.fixture
def read(folder):
    def _read(row, last=None):
        folder.write("lists/districts.yaml", DISTRICTS)
        folder.write("rules/hours.yaml", HOURS)
        folder.write("rules/directory.yaml", "directory:\n" + row)
        return folder.load(last)

    return _read


def test_a_line_says_who_is_there_for_what_where_and_when(read):
    forms = read(ROW)
    (listed,) = forms.directory
    assert (listed.name, listed.matters, listed.districts) == ("抢修值班", ("户外管道",), ("east",))
    assert listed.hours == forms.hours.named["night"]


@pytest.mark.parametrize(
    ("change", "flaw"),
    [
        (("hours: night", "hours: noon"), Flaw.UNKNOWN_CHOICE),
        (("[east]", "[north]"), Flaw.UNKNOWN_CHOICE),
        (('"0571-86110000"', "abc"), Flaw.WRONG_VALUE),
        (("name: 抢修值班, ", ""), Flaw.MISSING_KEY),
        (("matters:", "matter:"), Flaw.UNKNOWN_KEY),
        (("户外管道", "管" * 81), Flaw.WRONG_VALUE),
        (("hours: night", 'hours: [{days: every, from: "18:00", to: "08:00"}]'), Flaw.WRONG_VALUE),
    ],
)
def test_a_mistake_is_named_with_its_line_and_what_was_known_stays(read, change, flaw):
    before = read(ROW)
    told = read(ROW.replace(*change), before)
    assert [(each.code, each.line) for each in told.broken] == [(flaw, 2)]
    assert told.directory == before.directory
