"""A broken definition is named with its line and never used."""

import pytest

from app.forms.check import shown
from app.forms.load import Forms, load
from app.forms.nodes import Flaw
from app.forms.spec import Stage

WORDS = "{zh_CN: 表, zh_TW: 表, en: Form}"
ORDER = "order: {team: refused, due_hours: 1, copies: [unknown]}\n"


def test_a_definition_says_all_it_can(folder, write_field, write_choices):
    form = folder.form(
        write_field("a", "choice", choices=write_choices("p", "q"), required="save", help=WORDS),
        write_field("b", "number", minimum=0, maximum=5.5, when="{a: p}", owed="true"),
        write_field("c", max_length=9, required_when="{a: [p, q]}", required="close", not_given="true"),
        write_field("d", "choice", choices="{list: teams}", default="unknown"),
        top="case: filed\ndue_hours: 2\nemergency: true\nkeys: G\n"
        + ORDER
        + f"script: {{opening: {WORDS}, closing: {WORDS}}}\n",
    ).good()
    a, b, c, d = form.fields
    assert (form.name, form.version, form.case, form.due_hours, form.emergency, form.keys) == (
        "small", 1, "filed", 2, True, "g",
    )  # fmt: skip
    assert (form.order.team, form.order.due_hours, form.order.copies) == ("refused", 1, ("unknown",))
    assert (a.codes, a.required, a.help["en"]) == (("p", "q"), Stage.SAVE, "Form")
    assert (b.minimum, b.maximum, b.when, b.owed) == (0, 5.5, {"a": ("p",)}, True)
    assert (c.max_length, c.required_when, c.reasons) == (9, {"a": ("p", "q")}, {"refused", "unknown"})
    assert (d.codes, form.defaults) == (("refused", "unknown"), {"d": "unknown"})


def test_a_condition_may_name_a_field_further_down(folder, write_field):
    form = folder.form(write_field("a", when="{b: true}"), write_field("b", "yes_no")).good()
    assert form.field("a").when == {"b": (True,)}


CHOICE = "[{code: p, label: {zh_CN: p, zh_TW: p, en: p}}]"
TEXTS = [
    (Flaw.SYNTAX, 3, "title: x\nsections:\n\t- name: a\n"),
    (Flaw.SYNTAX, 2, "title: [a\nsections: b: c\n"),
    (Flaw.SYNTAX, 2, "title: x\n---\ntitle: y\n"),
    (Flaw.EMPTY, 0, ""),
    (Flaw.EMPTY, 0, "# only words about it\n\n"),
    (Flaw.EMPTY, 0, "~\n"),
    (Flaw.NOT_UTF8, 2, b"keys: '1'\n" + "title: 燃气报修\n".encode("gbk")),
    (Flaw.NOT_UTF8, 0, "title: 燃气\n".encode("utf-16")),
    (Flaw.CONTROL_CHARACTER, 2, "keys: '1'\ntitle: a\x00b\n"),
    (Flaw.CONTROL_CHARACTER, 1, 'title: {zh_CN: "a\\0b", zh_TW: b, en: c}\nsections: []\n'),
    (Flaw.TOO_BIG, 0, "#" * 1_000_001),
    (Flaw.ALIAS, 1, "title: &t {zh_CN: a, zh_TW: b, en: c}\nsections: []\n"),
    (Flaw.ALIAS, 1, "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"),
    (Flaw.ALIAS, 1, "title: *nowhere\n"),
    (Flaw.TAG, 1, "title: !!python/object/apply:os.system [echo]\n"),
    (Flaw.TAG, 1, "title: !!binary aGk=\n"),
    (Flaw.TOO_DEEP, 1, "title: " + "[" * 500 + "\n"),
    (Flaw.DUPLICATE_KEY, 2, "title: a\ntitle: b\n"),
    (Flaw.WRONG_TYPE, 1, "[a]: b\n"),
    (Flaw.WRONG_TYPE, 1, "- a\n"),
    (Flaw.WRONG_TYPE, 1, "just words\n"),
    (Flaw.MISSING_KEY, 1, f"title: {WORDS}\n"),
    (Flaw.WRONG_TYPE, 2, f"title: {WORDS}\nsections: none\n"),
    (Flaw.WRONG_VALUE, 2, f"title: {WORDS}\nsections: []\n"),
    (Flaw.MISSING_LABEL, 1, "title: {zh_CN: a, en: c}\nsections: []\n"),
    (Flaw.MISSING_LABEL, 1, "title:\n  zh_CN: a\n  en: c\nsections: []\n"),
    (Flaw.UNKNOWN_KEY, 1, "title: {zh_CN: a, zh_TW: b, en: c, fr: d}\nsections: []\n"),
]


@pytest.mark.parametrize(("code", "line", "text"), TEXTS)
def test_a_file_that_is_no_definition_is_named_with_its_line(folder, code, line, text):
    folder.write("small/1.yaml", text)
    flaw = folder.flaw()
    assert (flaw.file, flaw.code, flaw.line) == ("small/1.yaml", code, line)
    assert folder.load().newest() == []


FIELDS = [
    (Flaw.UNKNOWN_KIND, "kind", {"kind": "textarea"}),
    (Flaw.WELL_KNOWN, "kind", {"name": "phone", "kind": "text"}),
    (Flaw.WELL_KNOWN, "kind", {"name": "due_at", "kind": "text"}),
    (Flaw.UNKNOWN_STAGE, "required", {"required": "later"}),
    (Flaw.UNKNOWN_STAGE, "required", {"required": "true"}),
    (Flaw.UNKNOWN_KEY, "requierd", {"requierd": "save"}),
    (Flaw.UNKNOWN_KEY, "choices", {"choices": CHOICE}),
    (Flaw.UNKNOWN_KEY, "maximum", {"maximum": "5"}),
    (Flaw.UNKNOWN_KEY, "max_length", {"kind": "yes_no", "max_length": "5"}),
    (Flaw.WRONG_TYPE, "max_length", {"max_length": "'5'"}),
    (Flaw.WRONG_TYPE, "max_length", {"max_length": "5.5"}),
    (Flaw.WRONG_VALUE, "max_length", {"max_length": "0"}),
    (Flaw.WRONG_VALUE, "max_length", {"max_length": "20001"}),
    (Flaw.WRONG_TYPE, "minimum", {"kind": "number", "minimum": "1:30"}),
    (Flaw.WRONG_TYPE, "minimum", {"kind": "number", "minimum": ".nan"}),
    (Flaw.WRONG_VALUE, "minimum", {"kind": "number", "minimum": "1.0e+99"}),
    (Flaw.WRONG_VALUE, "maximum", {"kind": "number", "minimum": "5", "maximum": "4"}),
    (Flaw.WRONG_TYPE, "owed", {"owed": "'yes'"}),
    (Flaw.WRONG_TYPE, "not_given", {"not_given": "1"}),
    (Flaw.WRONG_VALUE, "not_given", {"kind": "read_back", "not_given": "true"}),
    (Flaw.MISSING_LABEL, "label", {"label": "{zh_CN: a, zh_TW: b}"}),
    (Flaw.MISSING_LABEL, "label", {"label": "{zh_CN: a, zh_TW: b, en: }"}),
    (Flaw.MISSING_LABEL, "help", {"help": "{zh_CN: a, en: b}"}),
    (Flaw.WRONG_TYPE, "label", {"label": "{zh_CN: 2025, zh_TW: b, en: c}"}),
    (Flaw.WRONG_TYPE, "label", {"label": "words"}),
    (Flaw.UNKNOWN_LIST, "choices", {"kind": "choice", "choices": "{list: colours}"}),
    (Flaw.UNKNOWN_KEY, "choices", {"kind": "choice", "choices": "{lists: teams}"}),
    (Flaw.UNKNOWN_CHOICE, "default", {"kind": "choice", "choices": CHOICE, "default": "z"}),
    (Flaw.UNKNOWN_KEY, "default", {"kind": "multi_choice", "choices": CHOICE, "default": "p"}),
    (Flaw.WRONG_VALUE, "choices", {"kind": "choice", "choices": "[]"}),
    (Flaw.MISSING_KEY, "name", {"kind": "choice"}),
    (Flaw.DUPLICATE_CHOICE, "choices", {"kind": "choice", "choices": f"[{CHOICE[1:-1]}, {CHOICE[1:-1]}]"}),
    (Flaw.WRONG_TYPE, "choices", {"kind": "choice", "choices": CHOICE.replace("code: p", "code: no")}),
    (Flaw.WRONG_VALUE, "choices", {"kind": "choice", "choices": CHOICE.replace("code: p", "code: P-1")}),
    (Flaw.UNKNOWN_FIELD, "when", {"when": "{ghost: true}"}),
    (Flaw.UNKNOWN_FIELD, "required_when", {"required_when": "{ghost: true}"}),
    (Flaw.WRONG_CONDITION, "when", {"when": "{other: 5}"}),
    (Flaw.WRONG_CONDITION, "when", {"when": "{tick: p}"}),
    (Flaw.WRONG_CONDITION, "when", {"when": "{tick: [true, 1]}"}),
    (Flaw.WRONG_CONDITION, "when", {"when": "{pick: z}"}),
    (Flaw.WRONG_VALUE, "when", {"when": "{pick: []}"}),
    (Flaw.WRONG_VALUE, "when", {"when": "{}"}),
    (Flaw.WRONG_TYPE, "when", {"when": "pick"}),
]


@pytest.mark.parametrize(("code", "key", "change"), FIELDS)
def test_a_broken_field_is_named_with_its_line(folder, write_field, code, key, change):
    name = change.get("name", "broken")
    folder.form(
        write_field("other"),
        write_field("tick", "yes_no"),
        write_field("pick", "choice", choices=CHOICE),
        write_field(**{"name": name, **change}),
    )
    text = (folder.path / "small/1.yaml").read_text("utf-8").splitlines()
    start = next(i for i, line in enumerate(text) if line.endswith(f"name: {name}"))
    line = next(i for i in range(start, len(text)) if f"{key}:" in text[i]) + 1
    flaw = folder.flaw()
    assert (flaw.code, flaw.line, flaw.field) == (code, line, name)


def test_the_missing_language_is_named(folder, write_field):
    folder.form(write_field("a", label="{zh_CN: a, en: c}"))
    assert folder.flaw().detail == "zh_TW"


def test_a_name_stands_once_in_a_form(folder, write_field):
    flaw = folder.form(write_field("a"), write_field("b"), write_field("a")).flaw()
    assert (flaw.code, flaw.field, flaw.line) == (Flaw.DUPLICATE_FIELD, "a", 12)


@pytest.mark.parametrize("name", ["Name", "1st", "_x", "客户", "a-b", "a b", "x" * 41, "''", "5"])
def test_a_field_name_is_a_plain_code(folder, write_field, name):
    assert folder.form(write_field(name)).flaw().code in (Flaw.WRONG_VALUE, Flaw.WRONG_TYPE)


@pytest.mark.parametrize("length", [1, 2, 3, 60])
def test_fields_that_wait_for_each_other_are_refused(folder, write_field, length):
    ring = [write_field(f"f{i}", "yes_no", when=f"{{f{(i + 1) % length}: true}}") for i in range(length)]
    flaw = folder.form(write_field("free"), *ring).flaw()
    assert flaw.code == Flaw.CIRCLE
    assert flaw.field == "f0"
    assert flaw.line == 12
    assert flaw.detail.startswith("f0 > ")
    assert flaw.detail.endswith("f0")


def test_a_long_way_that_ends_is_no_circle(folder, write_field):
    steps = [write_field(f"f{i}", "yes_no", when=f"{{f{i + 1}: true}}") for i in range(198)]
    assert len(folder.form(*steps, write_field("f198", "yes_no")).good().fields) == 199


def test_many_ways_to_one_field_are_followed_once(folder, write_field):
    ends = [write_field("f60", "yes_no"), write_field("f61", "yes_no")]
    steps = [write_field(f"f{i}", "yes_no", when=f"{{f{i + 1}: true, f{i + 2}: true}}") for i in range(60)]
    form = folder.form(*steps, *ends).good()
    assert len(shown(form, {name: True for name in form.names})) == 62
    assert len(shown(form, {})) == 2


def test_a_form_has_an_end(folder, write_field):
    assert folder.form(*(write_field(f"f{i}") for i in range(201))).flaw().code == Flaw.TOO_BIG


TOPS = [
    (Flaw.UNKNOWN_STATE, "case: opened\n"),
    (Flaw.UNKNOWN_STATE, "case: closed\n"),
    (Flaw.ORDER_WITHOUT_CASE, ORDER),
    (Flaw.ORDER_WITHOUT_CASE, "case: filed\n" + ORDER + "case_when: {a: true}\n"),
    (Flaw.UNKNOWN_CHOICE, "case: filed\n" + ORDER.replace("team: refused", "team: nobody")),
    (Flaw.UNKNOWN_CHOICE, "case: filed\n" + ORDER.replace("[unknown]", "[nobody]")),
    (Flaw.DUPLICATE_CHOICE, "case: filed\n" + ORDER.replace("[unknown]", "[unknown, unknown]")),
    (Flaw.MISSING_KEY, "case: filed\norder: {team: refused}\n"),
    (Flaw.WRONG_VALUE, "due_hours: 0\n"),
    (Flaw.WRONG_TYPE, "due_hours: soon\n"),
    (Flaw.WRONG_TYPE, "emergency: 1\n"),
    (Flaw.WRONG_VALUE, "keys: ctrl\n"),
    (Flaw.WRONG_TYPE, "keys: 1\n"),
    (Flaw.MISSING_KEY, f"script: {{opening: {WORDS}}}\n"),
    (Flaw.UNKNOWN_FIELD, "case: filed\ncase_when: {ghost: true}\n"),
    (Flaw.UNKNOWN_KEY, "<<: {a: b}\n"),
]


@pytest.mark.parametrize(("code", "top"), TOPS)
def test_a_broken_head_is_named_with_its_line(folder, write_field, code, top):
    flaw = folder.form(write_field("a", "yes_no"), top=top).flaw()
    last = len(top.splitlines())
    assert flaw.code == code
    assert 1 <= flaw.line <= last


def test_not_given_needs_its_list_of_reasons(folder, write_field):
    (folder.path / "lists/not_given.yaml").unlink()
    flaw = folder.form(write_field("a", not_given="true")).flaw()
    assert (flaw.code, flaw.detail) == (Flaw.UNKNOWN_LIST, "not_given")


@pytest.mark.parametrize(
    "file", ["small/one.yaml", "small/0.yaml", "small/01.yaml", "small/1.yml", "Big/1.yaml"]
)
def test_a_misnamed_file_is_told(folder, write_field, file):
    folder.form(write_field("a"))
    folder.write(file, (folder.path / "small/1.yaml").read_bytes())
    (flaw,) = (b for b in folder.load().broken)
    assert (flaw.file, flaw.code) == (file, Flaw.FILE_NAME)


def test_other_files_beside_a_form_are_left_alone(folder, write_field):
    folder.form(write_field("a"))
    for name in (
        "small/1.yaml.bak",
        "small/~1.tmp",
        "small/._1.yaml",
        "notes.txt",
        "_schema.json",
        ".git/x.yaml",
    ):
        folder.write(name, "\t")
    folder.write("rules/service.yaml", "\t")
    folder.good()


def test_a_folder_that_is_not_there_is_told(tmp_path):
    forms = load(tmp_path / "nowhere")
    assert [b.code for b in forms.broken] == [Flaw.UNREADABLE]
    assert forms.newest() == []


def test_a_folder_where_a_file_should_be_is_told(folder):
    (folder.path / "small/1.yaml").mkdir(parents=True)
    assert folder.flaw().code == Flaw.UNREADABLE


def test_a_file_from_notepad_is_read(folder, write_field):
    folder.form(write_field("a"))
    text = (folder.path / "small/1.yaml").read_text("utf-8").replace("\n", "\r\n")
    folder.write("small/1.yaml", b"\xef\xbb\xbf" + text.encode())
    assert folder.good().title["zh_CN"] == "表"


def test_the_newest_version_is_asked_and_the_old_one_stays_to_be_shown(folder, write_field):
    for version in (1, 2, 10):
        folder.form(write_field(f"v{version}"), version=version)
    forms = folder.load()
    assert [form.version for form in forms.newest()] == [10]
    assert forms.get("small").version == 10
    assert forms.get("small", 2).names == {"v2"}


def test_a_record_of_a_version_that_is_gone_finds_the_nearest(folder, write_field):
    for version in (2, 5):
        folder.form(write_field("a"), version=version)
    forms = folder.load()
    assert [forms.get("small", v).version for v in (1, 3, 4, 9)] == [2, 2, 5, 5]
    gone = forms.get("nobody_knows", 3)
    assert (gone.name, gone.version, gone.fields) == ("nobody_knows", 3, ())


def test_the_last_good_version_stays_in_use_when_the_new_one_is_broken(folder, write_field):
    folder.form(write_field("a"), version=1).form(write_field("b", kind="blob"), version=2)
    forms = folder.load()
    assert forms.get("small").version == 1
    assert [b.file for b in forms.broken] == ["small/2.yaml"]


def test_one_broken_form_leaves_the_others(folder, write_field):
    folder.form(write_field("a")).form(write_field("a", kind="blob"), name="other")
    assert [form.name for form in folder.load().newest()] == ["small"]


def test_a_file_broken_while_the_program_runs_changes_nothing_but_is_told(folder, write_field):
    before = folder.form(write_field("a")).load()
    folder.write("small/1.yaml", "\t")
    after = folder.load(before)
    assert after.get("small") is before.get("small")
    assert [b.code for b in after.broken] == [Flaw.SYNTAX]


def test_a_list_broken_while_the_program_runs_stays_as_it_was(folder, write_field):
    before = folder.form(write_field("a", "choice", choices="{list: teams}")).load()
    folder.write("lists/teams.yaml", "choices: []\n")
    after = folder.load(before)
    assert after.get("small") == before.get("small")
    assert [b.file for b in after.broken] == ["lists/teams.yaml"]


def test_a_repaired_file_is_read_again(folder, write_field):
    before = folder.form(write_field("a", kind="blob")).load()
    after = folder.form(write_field("a")).load(before)
    assert after.broken == ()
    assert after.get("small").names == {"a"}


def test_no_forms_at_all_is_a_state_too():
    assert Forms().newest() == []
