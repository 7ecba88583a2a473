"""Templates of slips: which form has which, and what is wrong with one is named by file and line."""

import pytest

from app.forms.load import load

FORM = """
title: {zh_CN: 报修, zh_TW: 報修, en: Repair}
case: received
order: {team: repair, due_hours: 4, copies: [stub]}
sections:
  - name: who
    label: {zh_CN: 谁, zh_TW: 誰, en: Who}
    fields:
      - {name: name, kind: person, label: {zh_CN: 姓名, zh_TW: 姓名, en: Name}}
      - {name: place, kind: text, label: {zh_CN: 地点, zh_TW: 地點, en: Place}}
"""
LIST = "choices: [{code: %s, label: {zh_CN: 甲, zh_TW: 甲, en: A}}]\n"


@pytest.fixture
def read(tmp_path):
    """Read a centre's folder with these templates, by name."""
    for name, text in {
        "lists/teams": LIST % "repair", "lists/copies": LIST % "stub", "repair/1": FORM, "leak/1": FORM,
    }.items():  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")

    def reading(last=None, **templates):
        (tmp_path / "slips").mkdir(exist_ok=True)
        for name, text in templates.items():
            (tmp_path / "slips" / f"{name}.yaml").write_text(text, "utf-8")
        return load(tmp_path, last)

    return reading


def test_what_names_a_form_is_its_own_and_what_names_none_is_everybody_elses(read):
    forms = read(a="paper: A4\n", b="paper: A5\nforms: [leak]\nacross: true\n", c="paper: A4\nforms: []\n")
    assert forms.broken == ()
    assert [forms.slip_of(form).name for form in ("leak", "repair", "gone")] == ["b", "a", "a"]
    assert (forms.slip_of("leak").across, forms.slip_of("repair").paper) == (True, "A4")


def test_without_any_a_slip_looks_as_usual(read):
    forms = read()
    assert forms.slips == {}
    assert (forms.slip_of("repair").paper, forms.slip_of("repair").parts[0].fields[-1]) == ("A5", "others")


def test_all_of_it_is_read(read):
    words = "{zh_CN: 甲, zh_TW: 甲, en: A}"
    template = read(
        a=f"paper: A4\nper_sheet: 2\nlang: en\nletterhead: {words}\ntitle: {words}\ncodes: [qr]\n"
        f"parts:\n  - title: {words}\n    fields: [place, order]\n  - fields: [others]\n"
        f"signatures: [{words}]\n"
    ).slips["a"]
    assert (template.per_sheet, template.lang, template.codes) == (2, "en", ("qr",))
    assert [part.fields for part in template.parts] == [("place", "order"), ("others",)]
    assert template.letterhead["en"] == template.title["en"] == template.signatures[0]["en"] == "A"


@pytest.mark.parametrize(
    ("text", "line", "code", "detail"),
    [
        ("paper: A3\n", 1, "wrong_value", "A3"),
        ("paper: A5\nper_sheet: 2\n", 2, "wrong_value", "2"),
        ("paper: A4\nper_sheet: 3\n", 2, "wrong_value", "3"),
        ("codes: [qr]\n", 1, "missing_key", "paper"),
        ("paper: A5\ncode: [qr]\n", 2, "unknown_key", "code"),
        ("paper: A5\ncodes: [qr, qr]\n", 2, "duplicate_choice", "qr"),
        ("paper: A5\ncodes: [aztec]\n", 2, "wrong_value", "aztec"),
        ("paper: A5\nforms: [leak, lek]\n", 2, "wrong_value", "lek"),
        ("paper: A5\nlang: fr\n", 2, "wrong_value", "fr"),
        ("paper: A5\nparts:\n  - fields: [order]\n  - fields:\n      - naem\n", 5, "unknown_field", "naem"),
        ("paper: A5\nparts:\n  - fields: [order]\n  - fields: [order]\n", 4, "duplicate_field", "order"),
        ("paper: A5\nparts: []\n", 2, "wrong_value", ""),
        ("paper: A5\ntitle: {zh_CN: 甲}\n", 2, "missing_label", "zh_TW"),
        ("paper: [\n", 2, "syntax", None),
    ],
)
def test_a_mistake_is_named_by_its_line_and_the_last_good_one_stays(read, text, line, code, detail):
    good = read(a="paper: A4\n")
    forms = read(good, a=text)
    (broken,) = forms.broken
    assert (broken.file, broken.line, broken.code) == ("slips/a.yaml", line, code)
    assert detail in (broken.detail, None)
    assert forms.slips == good.slips


def test_two_templates_for_one_form_are_a_mistake_of_the_second(read):
    (broken,) = read(a="paper: A5\nforms: [leak]\n", b="paper: A4\nforms: [repair, leak]\n").broken
    assert (broken.file, broken.line, broken.code, broken.detail) == (
        "slips/b.yaml", 2, "duplicate_choice", "leak",
    )  # fmt: skip


def test_so_are_two_for_all_others(read):
    (broken,) = read(a="paper: A5\n", b="paper: A4\n").broken
    assert (broken.file, broken.code, broken.detail) == ("slips/b.yaml", "missing_key", "forms")
