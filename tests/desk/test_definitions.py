"""What central publishes is asked at the seat from then on, and old records as they were asked."""

import json

import pytest

from app import places
from app.desk.calls import Calls
from app.desk.definitions import Definitions
from app.records.definitions import definition_id
from app.records.ops import Cursor, Image, Page

SECOND = (places.forms() / "inquiry/1.yaml").read_text("utf-8").replace("业务咨询", "用气咨询")


@pytest.fixture
def definitions():
    return Definitions(places.forms())


@pytest.fixture
def publish(opened, definitions):
    """Let a definition come from central, as it does with the feed."""
    seen = []

    def come(path, text):
        seen.append(path)
        body = json.dumps({"path": path, "text": text, "published_at": "2026-11-23T01:00:00.000000+00:00"})
        image = Image("definition", definition_id(path), len(seen), body, Cursor(9, len(seen)), True)
        opened.store.feed.receive(Page((image,)))
        definitions.look(opened.store)

    return come


def test_whoever_holds_the_forms_has_the_new_version_and_what_was_begun_stays(
    definitions, publish, opened, clock
):
    calls = Calls(opened.store, definitions.forms, opened.agent, clock, "zh_CN")
    begun = calls.new("inquiry")
    publish("inquiry/2.yaml", SECOND.replace("name: request", "name: question"))
    assert calls.forms.get("inquiry").title["zh_CN"] == "用气咨询"
    assert calls.new("inquiry").form_version == 2
    assert "request" in calls.form_of(begun).names
    begun.answers.update(name="李", phone="1", category="bill", solved="solved", answer="已告知")
    assert [p.field for p in calls.save(begun).problems] == ["phone", "request"]  # as version 1 asks
    begun.answers.update(phone="13800001234", request="账单")
    kept = calls.save(begun).call
    assert (kept.form_version, calls.form_of(kept).title["zh_CN"]) == (1, "业务咨询")


def test_lists_rules_and_short_calls_come_too(definitions, publish):
    text = (places.forms() / "rules/short.yaml").read_text("utf-8").replace("打错电话", "拨错号码")
    publish("rules/short.yaml", text)
    publish("lists/teams.yaml", (places.forms() / "lists/teams.yaml").read_text("utf-8") + TEAM)
    assert definitions.forms.shorts[0].label["zh_CN"] == "拨错号码"
    assert definitions.forms.lists["teams"][-1].code == "night"


TEAM = "  - {code: night, label: {zh_CN: 夜班, zh_TW: 夜班, en: Night}}\n"


def test_what_this_program_cannot_read_is_named_and_the_last_good_one_stays(definitions, publish):
    publish("inquiry/2.yaml", SECOND)
    publish("inquiry/2.yaml", SECOND.replace("kind: person", "kind: hologram"))
    assert [(b.file, b.code) for b in definitions.forms.broken] == [("inquiry/2.yaml", "unknown_kind")]
    assert definitions.forms.get("inquiry").title["zh_CN"] == "用气咨询"
    publish("inquiry/3.yaml", "\0")
    assert definitions.forms.get("inquiry").version == 2


def test_what_has_not_changed_is_not_read_again(definitions, publish, opened, monkeypatch):
    publish("inquiry/2.yaml", SECOND)
    monkeypatch.setattr("app.desk.definitions.load", lambda *_: pytest.fail("read again"))
    definitions.look(opened.store)
