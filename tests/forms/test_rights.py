"""Who sees numbers whole, and may copy, export and print lists: the centre says it."""

import json

import jsonschema
import pytest
import yaml

from app.forms.nodes import Flaw
from app.forms.rights import Right, Rights
from app.records.accounts import Role
from tests.forms.conftest import SHIPPED

RULE = "masked: [agent]\nreveal: []\nexport: [qa, lead]\nshown_for: 60\n"


def test_what_is_shipped_is_what_is_usual(shipped):
    assert shipped.rights == Rights()


def test_an_agent_may_look_and_copy_one_and_takes_no_list_away():
    usual = Rights()
    assert Role.AGENT in usual.masked
    assert {right for right in Right if usual.may(Role.AGENT, right)} == {Right.REVEAL, Right.COPY}
    assert {right for right in Right if not usual.may(Role.LEAD, right)} == {Right.WHOLE}
    assert all(usual.may(Role.SUPERVISOR, right) for right in Right)


def test_a_centre_has_its_own_and_what_it_leaves_out_is_as_usual(folder):
    assert folder.load().rights == Rights()
    folder.write("rules/access.yaml", RULE)
    rights = folder.load().rights
    assert (rights.masked, rights.shown_for) == ((Role.AGENT,), 60)
    assert rights.given[Right.EXPORT] == (Role.LEAD, Role.QA)
    assert not any(rights.may(role, Right.REVEAL) for role in Role)
    assert rights.given[Right.PRINT] == Rights().given[Right.PRINT]


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("masked: agent\n", Flaw.WRONG_TYPE),
        ("masked: [agnet]\n", Flaw.WRONG_VALUE),
        ("masked: [agent]\nexprot: [lead]\n", Flaw.UNKNOWN_KEY),
        ("masked: [agent]\nshown_for: 0\n", Flaw.WRONG_VALUE),
        ("reveal: [agent]\n", Flaw.MISSING_KEY),
    ],
)
def test_a_broken_rule_is_named_and_gives_nobody_more(folder, text, flaw):
    folder.write("rules/access.yaml", RULE)
    before = folder.load()
    folder.write("rules/access.yaml", text)
    after = folder.load(before)
    assert [(b.file, b.code) for b in after.broken] == [("rules/access.yaml", flaw)]
    assert after.rights == before.rights
    assert folder.load().rights == Rights()


def test_what_the_loader_refuses_the_editor_marks():
    told = json.loads((SHIPPED / "_schema.json").read_text("utf-8"))
    schema = jsonschema.Draft202012Validator(told)
    assert schema.is_valid(yaml.safe_load(RULE))
    for text in ("masked: agent", "masked: [agnet]", "masked: []\nexprot: []", "masked: []\nshown_for: 0"):
        assert not schema.is_valid(yaml.safe_load(text)), text
