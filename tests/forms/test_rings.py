"""What becomes of calls that come in: the centre says it."""

import json

import jsonschema
import pytest
import yaml

from app.forms.nodes import Flaw
from app.forms.rings import RingRules
from tests.forms.conftest import SHIPPED


def test_what_is_shipped_is_what_is_usual(shipped):
    assert shipped.rings == RingRules()
    again = [each.code for each in shipped.lists["callback_outcomes"] if each.minutes]
    assert again == ["no_answer"]


def test_a_centre_has_its_own_and_what_it_leaves_out_is_as_usual(folder):
    folder.write("rules/rings.yaml", "owed_within: 60\nsilence: 0\n")
    assert folder.load().rings == RingRules(60, 10, 0)


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("owed_within: 0\n", Flaw.WRONG_VALUE),
        ("owed_within: soon\n", Flaw.WRONG_TYPE),
        ("silence: 20\n", Flaw.MISSING_KEY),
        ("owed_within: 30\nsilence: -1\n", Flaw.WRONG_VALUE),
        ("owed_within: 30\nover_after: 0\n", Flaw.WRONG_VALUE),
        ("owed_within: 30\nsilent: 20\n", Flaw.UNKNOWN_KEY),
        ("owed_within: 30\nanswer_within: 0\n", Flaw.WRONG_VALUE),
        ("owed_within: 30\ncomplaint_within: soon\n", Flaw.WRONG_TYPE),
    ],
)
def test_what_makes_no_rule_is_named_and_the_usual_stays(folder, text, flaw):
    folder.write("rules/rings.yaml", text)
    loaded = folder.load()
    (broken,) = loaded.broken
    assert (broken.file, broken.code, loaded.rings) == ("rules/rings.yaml", flaw, RingRules())
    schema = json.loads((SHIPPED / "_schema.json").read_text("utf-8"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.safe_load(text), schema)
