"""The rules of time a centre writes: read row by row, each mistake named by its row and line."""

import json

import jsonschema
import pytest
import yaml

from app.forms.clocks import USUAL, Start
from app.forms.nodes import Flaw
from tests.forms.conftest import SHIPPED

WORDS = "{zh_CN: 甲, zh_TW: 甲, en: A}"
HEAD = f"  - code: one\n    rule: X-1\n    name: {WORDS}\n    clause: {WORDS}\n    source: {WORDS}\n"
ROW = HEAD + "    of: case\n    from: opened\n    limit: 15 min\n"
GOOD = "clocks:\n" + ROW


def written(folder, text):
    folder.write("rules/clocks.yaml", text)
    return folder.load()


def test_the_shipped_rules_are_those_of_the_rule_book_and_say_it_in_every_language(shipped):
    assert {rule.code: rule.rule for rule in shipped.clocks} == {
        "complaint": "COMP-2", "agent_desk": "CASE-4", "lead_desk": "CASE-4", "inspector_request": "CASE-4",
        "inspector_reply": "CASE-2", "gas_on": "ORD-4", "promise": "CALL-5", "term": "CALL-6",
    }  # fmt: skip
    for rule in shipped.clocks:
        assert all(set(words) == {"zh_CN", "zh_TW", "en"} for words in (rule.name, rule.clause, rule.source))


def test_a_centre_that_says_nothing_has_what_stands_in_its_records(folder):
    assert folder.load().clocks == USUAL
    assert [rule.start for rule in USUAL] == [Start.TERM]


def test_one_broken_row_stops_no_other_clock_and_stays_as_it_was(folder):
    two = ROW.replace("code: one", "code: two")
    before = written(folder, GOOD + two)
    assert before.broken == ()
    after = written(folder, "clocks:\n" + ROW.replace("15 min", "16 min") + two.replace("15 min", "soon"))
    assert [(b.file, b.field, b.line, b.code, b.detail) for b in after.broken] == [
        ("rules/clocks.yaml", "two", 17, Flaw.WRONG_VALUE, "soon")
    ]
    assert [rule.code for rule in after.clocks] == ["one"]
    again = folder.load(before)
    assert [(rule.code, rule.limit.seconds) for rule in again.clocks] == [("one", 960), ("two", 900)]


BROKEN = [
    ("    limt: 5 min\n", Flaw.UNKNOWN_KEY, 10),
    ("    hours: dsek\n", Flaw.WRONG_VALUE, 10),
    ("    forms: [complant]\n", Flaw.WRONG_VALUE, 10),
    ("    states: [open]\n", Flaw.WRONG_VALUE, 10),
    ("    tell: [boss]\n", Flaw.WRONG_VALUE, 10),
    ("    hands: nobody\n", Flaw.WRONG_VALUE, 10),
    ("    mean: 3 workdays\n", Flaw.WRONG_VALUE, 10),
    ("    until: asked\n", Flaw.WRONG_VALUE, 10),
    ('    relaxed: [{from: "11:00", to: "12:00"}]\n', Flaw.MISSING_KEY, 10),
    ('    paused: [{from: "12:00", to: "11:00"}]\n', Flaw.WRONG_VALUE, 10),
    (
        "    paused:\n      - {from: '11:00', to: '12:00'}\n      - {from: '11:59', to: '13:00'}\n",
        Flaw.WRONG_VALUE,
        12,
    ),
    ("    warn: [{tell: [handler]}]\n", Flaw.MISSING_KEY, 10),
    ("    warn: [{after: 5 min, before: 5 min, tell: [handler]}]\n", Flaw.MISSING_KEY, 10),
    ("    warn: [{after: 5 min}]\n", Flaw.MISSING_KEY, 10),
]


@pytest.mark.parametrize(("more", "flaw", "line"), BROKEN, ids=[each[0][:30].strip() for each in BROKEN])
def test_a_broken_row_names_its_line_and_the_editor_marks_it_too(folder, more, flaw, line):
    (broken,) = written(folder, GOOD + more).broken
    assert (broken.code, broken.line, broken.field) == (flaw, line, "one")
    if not any(known in more for known in ("dsek", "complant", "[open]", "11:59", '12:00", to')):
        schema = jsonschema.Draft202012Validator(json.loads((SHIPPED / "_schema.json").read_text("utf-8")))
        assert not schema.is_valid(yaml.safe_load(GOOD + more))


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        (GOOD + ROW, Flaw.DUPLICATE_CHOICE),
        (GOOD.replace("limit: 15 min", "limit: 0 min"), Flaw.WRONG_VALUE),
        (GOOD.replace("    limit: 15 min\n", ""), Flaw.MISSING_KEY),
        (GOOD.replace("from: opened", "from: term"), Flaw.UNKNOWN_KEY),
        (GOOD.replace("from: opened", "from: ordered"), Flaw.WRONG_VALUE),
        (GOOD.replace("of: case", "of: call"), Flaw.WRONG_VALUE),
        (GOOD.replace("en: A}", "en: ''}", 1), Flaw.MISSING_LABEL),
        (GOOD.replace("limit: 15 min", "limit: 99999 d"), Flaw.WRONG_VALUE),
        ("clocks: []\n", Flaw.WRONG_VALUE),
        ("clocks: {}\n", Flaw.WRONG_TYPE),
        ("clocks:\n  - 5\n", Flaw.WRONG_TYPE),
        (b"clocks: \xff\xfe", Flaw.NOT_UTF8),
        ('clocks:\n  - code: "a\0b"\n', Flaw.CONTROL_CHARACTER),
    ],
)
def test_what_is_no_rule_is_refused_with_its_reason(folder, text, flaw):
    found = written(folder, text)
    assert [broken.code for broken in found.broken] == [flaw]
    assert found.clocks in ((), USUAL)
