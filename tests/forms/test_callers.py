"""What makes two tellings one matter: the centre says it, in points."""

import json

import jsonschema
import pytest
import yaml

from app.forms.callers import CallerRule
from app.forms.nodes import Flaw
from tests.forms.conftest import SHIPPED


def test_what_is_shipped_is_what_is_usual(shipped):
    assert shipped.callers == CallerRule()


def test_a_centre_has_its_own_and_what_it_leaves_out_is_as_usual(folder):
    folder.write("rules/callers.yaml", "offer: 80\nrepeat_calls: 5\n")
    assert folder.load().callers == CallerRule(offer=80, repeat_calls=5)


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("offer: many\n", Flaw.WRONG_TYPE),
        ("offer: 60\ntext: -1\n", Flaw.WRONG_VALUE),
        ("offer: 60\ntxet: 1\n", Flaw.UNKNOWN_KEY),
        ("text: 60\n", Flaw.MISSING_KEY),
    ],
)
def test_a_broken_rule_is_named_and_the_one_before_stays(folder, text, flaw):
    folder.write("rules/callers.yaml", "offer: 80\n")
    before = folder.load()
    folder.write("rules/callers.yaml", text)
    after = folder.load(before)
    assert [(b.file, b.code) for b in after.broken] == [("rules/callers.yaml", flaw)]
    assert after.callers == before.callers
    told = json.loads((SHIPPED / "_schema.json").read_text("utf-8"))
    assert not jsonschema.Draft202012Validator(told).is_valid(yaml.safe_load(text))
