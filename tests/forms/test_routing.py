"""Rows that say where orders go: what each may ask, which decides, and what is broken in one."""

from datetime import datetime

import pytest

from app.forms.nodes import Flaw
from app.forms.routing import Asked

LABEL = "{zh_CN: 区, zh_TW: 區, en: Area}"


def listed(*codes):
    return "choices:\n" + "".join(f"  - {{code: {code}, label: {LABEL}}}\n" for code in codes)


def row(code="one", more="", then="{team: far}"):
    return f"  - {{code: {code}, rule: ORD-1, why: {LABEL}, {more + ', ' if more else ''}then: {then}}}\n"


@pytest.fixture
def rules(folder, write_field):
    """Write what a centre has, with these rows of routing."""

    def write(*rows):
        folder.write("lists/districts.yaml", listed("east", "west"))
        folder.write("lists/teams.yaml", listed("near", "far", "third"))
        folder.write("lists/copies.yaml", listed("stub", "user"))
        folder.write("rules/hours.yaml", 'service: [{days: every, from: "08:00", to: "22:00"}]\n')
        folder.write(
            "rules/streets.yaml",
            "streets:\n  - {names: [东湖路], district: east}\n  - {names: [西湖路], district: west}\n"
            "old: {老街: 西湖路}\nteams: [{district: west, of: near, to: third}]\n",
        )
        top = "case: received\norder: {team: near, due_hours: 24, copies: [stub]}\n"
        folder.form(write_field("alarm", "yes_no"), write_field("address", "address"), top=top)
        folder.write("rules/routing.yaml", "routing:\n" + "".join(rows))
        return folder.load()

    return write


def route(forms, answers=None, *, urgent=False, hour=10):
    at = datetime(2026, 11, 20, hour).astimezone()
    return forms.routing.route(Asked(forms.get("small"), answers or {}, urgent, at, forms.streets))


def test_of_each_thing_the_first_row_that_says_it_decides(rules):
    forms = rules(
        row("alarm", "when: {alarm: true}", "{urgent: true, due_hours: 2}"),
        row("hurry", "urgent: true", "{team: far, due_hours: 4, copies: [user]}"),
        row("rest", "", "{team: third, round: true}"),
    )
    assert forms.broken == ()
    usual, alarm = route(forms), route(forms, {"alarm": True})
    assert (usual.team, usual.urgent, usual.round, usual.why) == ("third", False, True, ("rest",))
    assert usual.copies == ("stub",)
    assert (alarm.team, alarm.urgent, alarm.copies) == ("far", True, ("user",))
    assert alarm.due_at == datetime(2026, 11, 20, 12).astimezone()
    assert alarm.why[:2] == ("alarm", "hurry")


def test_what_is_urgent_never_waits_for_the_round(rules):
    forms = rules(row("rest", "", "{round: true}"))
    assert route(forms).round
    assert not route(forms, urgent=True).round


def test_a_case_that_is_urgent_stays_so_whatever_a_row_says(rules):
    assert route(rules(row("rest", "", "{urgent: false}")), urgent=True).urgent


@pytest.mark.parametrize(
    ("more", "answers", "hour", "goes"),
    [
        ("hours: service", {}, 10, "far"),
        ("hours: service", {}, 23, "near"),
        ("outside: service", {}, 23, "far"),
        ("outside: service", {}, 10, "near"),
        ("districts: [east]", {"address": "东湖路 5 号"}, 10, "far"),
        ("districts: [east]", {"address": "西湖路 5 号"}, 10, "third"),
        ("streets: [西湖路]", {"address": "老街 7 号"}, 10, "far"),
        ("streets: [西湖路]", {"address": "东湖路 7 号"}, 10, "near"),
        ("forms: [small], when: {alarm: true}", {"alarm": True}, 10, "far"),
        ("forms: [small], when: {alarm: true}", {"alarm": {"not_given": "refused"}}, 10, "near"),
    ],
)
def test_a_row_asks_for_answers_hours_and_places(rules, more, answers, hour, goes):
    forms = rules(row("one", more))
    assert forms.broken == ()
    assert route(forms, answers, hour=hour).team == goes


def test_the_roster_of_streets_decides_where_no_row_does_and_says_so(rules):
    forms = rules(row("one", "when: {alarm: true}"))
    assert route(forms, {"address": "西湖路 1 号"}).why == ("by_street",)
    assert route(forms, {"address": "东湖路 1 号"}).why == ("by_form",)


def test_a_centre_without_rows_sends_orders_as_its_forms_say(rules, folder):
    rules(row())
    (folder.path / "rules/routing.yaml").unlink()
    assert route(folder.load()).team == "near"


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        (row(then="{team: nobody}"), Flaw.UNKNOWN_CHOICE),
        (row(then="{copies: [none]}"), Flaw.UNKNOWN_CHOICE),
        (row(then="{due_hours: 0}"), Flaw.WRONG_VALUE),
        (row(then="{}"), Flaw.WRONG_VALUE),
        (row(then="{who: far}"), Flaw.UNKNOWN_KEY),
        (row(more="when: {nothing: true}"), Flaw.UNKNOWN_FIELD),
        (row(more="when: {alarm: maybe}"), Flaw.WRONG_CONDITION),
        (row(more="forms: [other]"), Flaw.WRONG_VALUE),
        (row(more="forms: [small], when: {nothing: true}"), Flaw.UNKNOWN_FIELD),
        (row(more="hours: never"), Flaw.UNKNOWN_CHOICE),
        (row(more="districts: [north]"), Flaw.UNKNOWN_CHOICE),
        (row(more="streets: [南湖路]"), Flaw.UNKNOWN_CHOICE),
        (row(code="chosen"), Flaw.WRONG_VALUE),
        (row() + row(), Flaw.DUPLICATE_CHOICE),
    ],
)
def test_a_broken_row_is_named_and_the_rows_before_stay_in_use(rules, folder, text, flaw):
    before = rules(row("good"))
    folder.write("rules/routing.yaml", "routing:\n" + text)
    after = folder.load(before)
    assert [(b.file, b.code) for b in after.broken] == [("rules/routing.yaml", flaw)]
    assert after.routing == before.routing
