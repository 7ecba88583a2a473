"""The time after a call: the centre says how long, and whether it ends by itself."""

import json

import jsonschema
import pytest
import yaml

from app.forms.nodes import Flaw
from app.forms.wrap_up import WrapUp
from tests.forms.conftest import SHIPPED


def test_what_is_shipped_is_what_is_usual(shipped):
    assert shipped.wrap_up == WrapUp() == WrapUp(60, returns=False)
    assert [each.code for each in shipped.lists["wrap_up"] if not each.minutes] == ["fault"]


def test_a_centre_has_its_own(folder):
    folder.write("rules/wrap_up.yaml", "seconds: 90\nreturns: true\n")
    assert folder.load().wrap_up == WrapUp(90, returns=True)


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("seconds: 4\n", Flaw.WRONG_VALUE),
        ("seconds: 3601\n", Flaw.WRONG_VALUE),
        ("seconds: long\n", Flaw.WRONG_TYPE),
        ("returns: true\n", Flaw.MISSING_KEY),
        ("seconds: 60\nreturns: 1\n", Flaw.WRONG_TYPE),
        ("seconds: 60\nminutes: 1\n", Flaw.UNKNOWN_KEY),
    ],
)
def test_what_makes_no_rule_is_named_and_the_usual_stays(folder, text, flaw):
    folder.write("rules/wrap_up.yaml", text)
    loaded = folder.load()
    (broken,) = loaded.broken
    assert (broken.file, broken.code, loaded.wrap_up) == ("rules/wrap_up.yaml", flaw, WrapUp())
    schema = json.loads((SHIPPED / "_schema.json").read_text("utf-8"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.safe_load(text), schema)
