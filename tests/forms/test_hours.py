"""Hours of a centre: open or not, what passes in them, held against every work day since 2004."""

import csv
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from app.forms.hours import ALWAYS, Hours, Timetable
from app.forms.nodes import Flaw
from app.forms.workdays import Workdays
from tests.forms.conftest import SHIPPED

TRUTH = Path(__file__).parents[3] / "shared" / "data" / "cn_workdays"
HERE = ZoneInfo("Asia/Shanghai")
TO_FIVE = Hours(((540, 1020),), (), zone=HERE)
SPLIT = Hours(((510, 720), (810, 1050)), ((600, 660),), zone=HERE)
RULE = 'zone: Asia/Shanghai\nservice: [{days: every, from: "08:00", to: "22:00"}]\n'
real_only = pytest.mark.skipif(not TRUTH.exists(), reason="the calendar of cn_workdays is not here")


def at(text, zone=HERE):
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def rows(name):
    with (TRUTH / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@real_only
def test_every_day_of_twenty_three_years_is_worked_or_not_as_the_state_council_has_it():
    days, known = rows("days.csv"), Workdays()
    wrong = [
        d["date"] for d in days if known.is_worked(date.fromisoformat(d["date"])) != (d["is_workday"] == "1")
    ]
    assert (len(days), wrong) == (8401, [])


@real_only
def test_six_hundred_of_six_hundred_deadlines_are_exact_by_either_way_to_end_a_day():
    cases, right, opening = rows("sla_deadline_cases.csv"), 0, 0
    for case in cases:
        begins, ends = (int(t[:2]) * 60 + int(t[3:]) for t in case["office_hours"].split("-"))
        hours = Hours(((begins, ends),), (), zone=HERE)
        length = timedelta(hours=float(case["business_hours"]))
        due = hours.after(at(case["opened_at"]), length)
        wanted = at(case["due_at_if_closing_counts"] or case["due_at"])
        right += due.at == wanted and due.is_sure
        opening += hours.opens(due.at).at == at(case["due_at"])
        assert hours.between(at(case["opened_at"]), due.at) == length
    assert (len(cases), right, opening) == (600, 600, 600)


@pytest.mark.parametrize(
    ("since", "minutes", "due"),
    [
        ("2026-11-23 16:30", 60, "2026-11-24 09:30"),
        ("2026-11-23 16:30", 30, "2026-11-23 17:00"),  # what is used up as they close ends then
        ("2026-11-27 16:59", 2, "2026-11-30 09:01"),  # a Friday
        ("2026-09-30 16:30", 60, "2026-10-08 09:30"),  # the National Day holidays
        ("2026-10-09 16:30", 60, "2026-10-10 09:30"),  # a Saturday that is worked (make-up day)
        ("2025-12-31 16:30", 60, "2026-01-04 09:30"),  # over the year's end: 4 January was a make-up Sunday
        ("2024-02-28 16:30", 600, "2024-03-01 10:30"),  # a leap day
    ],
)
def test_a_deadline_knows_weekends_holidays_makeup_days_and_the_ends_of_years(since, minutes, due):
    assert TO_FIVE.after(at(since), timedelta(minutes=minutes)).at == at(due)


def test_a_year_nobody_told_of_is_said_to_be_one_and_a_centre_may_tell_it():
    over = TO_FIVE.after(at("2026-12-31 16:30"), timedelta(hours=1))
    assert (over.at, over.is_sure) == (at("2027-01-01 09:30"), False)
    assert TO_FIVE.after(at("2026-12-31 16:30"), timedelta(minutes=20)).is_sure
    told = Workdays(frozenset({date(2027, 1, 1)}), frozenset({date(2027, 1, 2)}), frozenset({2027}))
    due = Hours(TO_FIVE.worked, (), told, HERE).after(at("2026-12-31 16:30"), timedelta(hours=1))
    assert (due.at, due.is_sure) == (at("2027-01-02 09:30"), True)
    assert ALWAYS.after(at("2031-05-01 10:00"), timedelta(hours=24)).is_sure  # no calendar is asked


def test_working_days_end_as_the_last_of_them_closes():
    assert TO_FIVE.end_of_day(at("2026-09-29 08:00"), 3).at == at("2026-10-09 17:00")
    assert TO_FIVE.end_of_day(at("2026-11-28 12:00"), 1).at == at("2026-11-30 17:00")


def test_open_is_from_the_first_minute_to_the_last():
    for hour, is_open in (("07:59:59", False), ("08:00", True), ("21:59:59", True), ("22:00", False)):
        table = Timetable({"service": Hours(((480, 1320),), ((480, 1320),), zone=HERE)})
        assert table.is_open(at(f"2026-10-01 {hour}")) is is_open
    assert TO_FIVE.opens(at("2026-10-01 12:00")).at == at("2026-10-08 09:00")
    assert TO_FIVE.opens(at("2026-11-23 12:00")).at == at("2026-11-23 12:00")
    assert TO_FIVE.is_open(datetime(2026, 11, 23, 1, 30, tzinfo=UTC))  # 9:30 in Shanghai


moments = st.datetimes(datetime(2019, 12, 1), datetime(2027, 2, 1), timezones=st.just(HERE))
lengths = st.integers(1, 60 * 120).map(lambda minutes: timedelta(minutes=minutes))
kinds = st.sampled_from([TO_FIVE, SPLIT, ALWAYS])


@given(kinds, moments, moments, lengths)
def test_who_begins_later_is_due_later(hours, one, other, length):
    first, second = sorted((one, other))
    assert hours.after(first, length).at <= hours.after(second, length).at


@given(kinds, moments, lengths)
def test_a_deadline_never_lands_where_nobody_is(hours, since, length):
    due = hours.after(since, length).at
    assert hours.is_open(due - timedelta(microseconds=1))
    assert due - since >= length
    assert hours.between(since, due) == length


@given(kinds, moments, lengths, lengths)
def test_two_lengths_one_after_the_other_are_their_sum(hours, since, one, other):
    middle = hours.after(since, one).at
    assert hours.after(middle, other).at == hours.after(since, one + other).at
    assert hours.between(since, middle) + hours.between(middle, middle + other) == hours.between(
        since, middle + other
    )


def test_the_shipped_hours_are_those_of_the_rule_book(shipped):
    named = shipped.hours.named
    assert set(named) == {"service", "desk", "office"}
    assert named["service"].worked == named["service"].free == ((480, 1320),)
    assert named["office"].free == ()


def test_a_centre_without_the_rule_is_always_open(folder):
    assert folder.load().hours == Timetable()
    assert folder.load().hours.is_open(at("2026-10-01 03:00"))


def test_parts_that_meet_are_one_and_days_are_told_apart(folder):
    folder.write(
        "rules/hours.yaml",
        RULE
        + "office:\n  - {days: workdays, from: 08:30, to: 12:00}\n  - {days: every, from: 12:00, to: 13:00}\n"
        + "night: [{days: days_off, from: 00:00, to: 24:00}]\ncalendar: [{year: 2027, holidays: [01-01]}]\n",
    )
    forms = folder.load()
    assert forms.broken == ()
    office, night = forms.hours.named["office"], forms.hours.named["night"]
    assert (office.worked, office.free) == (((510, 780),), ((720, 780),))
    assert (night.worked, night.free) == ((), ((0, 1440),))
    assert office.workdays.knows(2027)
    assert night.is_open(at("2027-01-01 12:00"))


@pytest.mark.parametrize(
    ("text", "flaw", "line"),
    [
        ('desk: [{days: every, from: "08:00", to: "22:00"}]\n', Flaw.MISSING_KEY, 1),
        (RULE + "desk: []\n", Flaw.WRONG_VALUE, 3),
        (RULE + "desk: 8-22\n", Flaw.WRONG_TYPE, 3),
        (RULE + 'desk:\n  - {days: every, from: "22:00", to: "08:00"}\n', Flaw.WRONG_VALUE, 4),
        (RULE + 'desk:\n  - {days: every, from: "8", to: "24:01"}\n', Flaw.WRONG_VALUE, 4),
        (RULE + 'desk:\n  - {days: sundays, from: "08:00", to: "09:00"}\n', Flaw.WRONG_VALUE, 4),
        (RULE + 'desk:\n  - {from: "08:00", to: "09:00"}\n', Flaw.MISSING_KEY, 4),
        (RULE + 'Desk: [{days: every, from: "08:00", to: "22:00"}]\n', Flaw.WRONG_VALUE, 3),
        (RULE.replace("Asia/Shanghai", "../../etc/passwd"), Flaw.WRONG_VALUE, 1),
        (RULE.replace("Asia/Shanghai", "Asia/Chang\U0001f525"), Flaw.WRONG_VALUE, 1),
        (RULE + 'calendar: [{year: 2027, holidays: ["02-30"]}]\n', Flaw.WRONG_VALUE, 3),
        (RULE + 'calendar: [{year: 2027, holidays: ["02-03"], makeup: ["02-03"]}]\n', Flaw.WRONG_VALUE, 3),
        (RULE + "calendar: [{year: 1900}]\n", Flaw.WRONG_VALUE, 3),
        (RULE + "calendar: [{holidays: [01-01]}]\n", Flaw.MISSING_KEY, 3),
    ],
)
def test_broken_hours_are_named_with_their_line_and_the_last_good_ones_stay(folder, text, flaw, line):
    folder.write("rules/hours.yaml", RULE)
    before = folder.load()
    folder.write("rules/hours.yaml", text)
    after = folder.load(before)
    assert [(b.file, b.code, b.line) for b in after.broken] == [("rules/hours.yaml", flaw, line)]
    assert after.hours == before.hours


@pytest.mark.parametrize(
    "text", ["desk: 8-22", "desk: [{days: every}]", "calendar: [{year: 1900}]", "Desk: []", "zone: 8"]
)
def test_hours_the_loader_refuses_the_editor_marks(folder, text):
    folder.write("rules/hours.yaml", RULE.replace("zone: Asia/Shanghai\n", "") + text + "\n")
    assert folder.load().broken
    schema = jsonschema.Draft202012Validator(json.loads((SHIPPED / "_schema.json").read_text("utf-8")))
    assert not schema.is_valid(yaml.safe_load((folder.path / "rules/hours.yaml").read_text("utf-8")))
