"""The schema an editor uses says the same as the loader."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

FOLDER = Path(__file__).parents[2] / "forms"
FILES = sorted(FOLDER.rglob("*.yaml"))
CHOICE = "[{code: p, label: {zh_CN: p, zh_TW: p, en: p}}]"


@pytest.fixture(scope="module")
def schema():
    text = json.loads((FOLDER / "_schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(text)
    return jsonschema.Draft202012Validator(text)


def file_id(path):
    return path.relative_to(FOLDER).as_posix()


@pytest.mark.parametrize("path", FILES, ids=file_id)
def test_every_shipped_file_keeps_to_the_schema_and_names_it(schema, path):
    text = path.read_text("utf-8")
    assert text.splitlines()[0] == "# yaml-language-server: $schema=../_schema.json"
    assert (path.parent / "../_schema.json").resolve() == (FOLDER / "_schema.json").resolve()
    schema.validate(yaml.safe_load(text))


BROKEN_FIELDS = [
    {"kind": "textarea"},
    {"name": "phone", "kind": "text"},
    {"required": "later"},
    {"requierd": "save"},
    {"choices": CHOICE},
    {"maximum": "5"},
    {"kind": "yes_no", "max_length": "5"},
    {"max_length": "0"},
    {"owed": "'yes'"},
    {"kind": "read_back", "not_given": "true"},
    {"label": "{zh_CN: a, zh_TW: b}"},
    {"help": "{zh_CN: a, en: b}"},
    {"kind": "choice"},
    {"kind": "choice", "choices": "{lists: teams}"},
    {"kind": "multi_choice", "choices": CHOICE, "default": "p"},
    {"kind": "choice", "choices": CHOICE.replace("code: p", "code: no")},
    {"kind": "choice", "choices": CHOICE.replace("code: p", "code: P-1")},
    {"when": "{tick: 5}"},
    {"when": "{}"},
    {"name": "Name"},
]


@pytest.mark.parametrize("change", BROKEN_FIELDS, ids=str)
def test_what_the_loader_refuses_the_editor_marks(schema, folder, write_field, change):
    folder.form(write_field("tick", "yes_no"), write_field(**{"name": "broken", **change}))
    assert folder.load().broken
    read = yaml.safe_load((folder.path / "small/1.yaml").read_text("utf-8"))
    assert not schema.is_valid(read)


def test_what_the_loader_takes_the_editor_takes(schema, folder, write_field):
    folder.form(write_field("tick", "yes_no"), write_field("a", when="{tick: true}", required="save"))
    folder.good()
    assert schema.is_valid(yaml.safe_load((folder.path / "small/1.yaml").read_text("utf-8")))


def test_an_order_needs_a_case_that_is_always_opened(schema, folder, write_field):
    order = "order: {team: refused, due_hours: 1, copies: [unknown]}\n"
    for top in (order, order + "case: filed\ncase_when: {a: true}\n"):
        folder.form(write_field("a", "yes_no"), top=top)
        assert not schema.is_valid(yaml.safe_load((folder.path / "small/1.yaml").read_text("utf-8")))


def test_the_schema_explains_every_key_of_a_form_and_a_field(schema):
    parts = schema.schema["$defs"]
    for part in (
        "form_file",
        "field",
        "lock_file",
        "access_file",
        "clock",
        "callers_file",
        "attachments_file",
        "short_file",
        "review_file",
        "identity_file",
    ):
        for key, rule in parts[part]["properties"].items():
            described = "description" in rule or "description" in parts.get(rule.get("$ref", "")[8:], {})
            assert described or key in ("sections", "minimum", "maximum"), key


@pytest.mark.parametrize(
    "rule",
    ["idle: 5", "idle: 1e9", "on_call: true", "os_lock: 1", "lease_hours: 0", "same_agent: both", "off: 1"],
)
def test_a_rule_of_locking_the_loader_refuses_the_editor_marks(schema, folder, rule):
    text = f"system_idle: 120\n{'' if rule.startswith('idle') else 'idle: 600'}\n{rule}\n"
    folder.write("rules/lock.yaml", text)
    assert [b.file for b in folder.load().broken] == ["rules/lock.yaml"]
    assert not schema.is_valid(yaml.safe_load(text))
