"""Short calls are data: each fits its form, or is named with its line."""

import pytest

from app.forms.check import check
from app.forms.spec import LANGUAGES, Stage

GOOD = """\
calls:
  - {code: wrong, keys: "8", label: {zh_CN: 错, zh_TW: 錯, en: Wrong}, form: small, answers: {a: x, t: true}}
"""


@pytest.fixture
def short(folder, write_field, write_choices):
    def load(text):
        folder.form(
            write_field("a", "choice", choices=write_choices("x", "y")),
            write_field("t", "yes_no"),
            top='keys: "1"\n',
        )
        folder.write("rules/short.yaml", text)
        return folder.load()

    return load


def test_a_short_call_says_what_it_stands_for(short):
    (wrong,) = short(GOOD).shorts
    assert (wrong.code, wrong.keys, wrong.form, wrong.answers) == (
        "wrong",
        "8",
        "small",
        {"a": "x", "t": True},
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (GOOD.replace("small", "gone"), "wrong_value"),
        (GOOD.replace("a: x", "a: z"), "wrong_value"),
        (GOOD.replace("a: x", "b: x"), "unknown_field"),
        (GOOD.replace('"8"', '"1"'), "duplicate_choice"),  # the form's own key
        (GOOD.replace('"8"', "w"), "wrong_value"),
        (GOOD.replace("code: wrong", "code: small"), "duplicate_choice"),
        (GOOD.replace("t: true", "t: {not_given: refused}"), "wrong_value"),
        (GOOD + GOOD.splitlines()[1].replace('"8"', '"9"') + "\n", "duplicate_choice"),
        (GOOD + GOOD.splitlines()[1].replace("wrong", "right") + "\n", "duplicate_choice"),
    ],
)  # fmt: skip
def test_one_that_cannot_be_kept_is_named_with_its_line(short, text, code):
    forms = short(text)
    (broken,) = forms.broken
    assert (broken.file, broken.code) == ("rules/short.yaml", code)
    assert broken.line > 1
    assert forms.shorts == ()


def test_the_shipped_ones_satisfy_their_form_by_themselves(shipped):
    assert len(shipped.shorts) == 3
    for each in shipped.shorts:
        assert check(shipped.get(each.form), each.answers, Stage.SAVE) == []
        assert set(each.label) == set(LANGUAGES)
