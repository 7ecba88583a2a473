"""Which entries are checked again, and where a caller says who they are: the centre's, or what is usual."""

import pytest

from app.records.accounts import Role

REVIEW = "forms: [gas_repair]\nallowed: 2\ntold: [lead]\n"
IDENTITY = "forms: [inquiry]\nask: [name, phone]\nright: 2\n"


def test_what_a_centre_says_counts_and_without_a_word_nothing_is_asked(folder):
    forms = folder.load()
    assert (forms.reviewing.forms, forms.reviewing.allowed, forms.identity.forms) == ((), 3, ())
    folder.write("rules/review.yaml", REVIEW)
    folder.write("rules/identity.yaml", IDENTITY)
    forms = folder.load()
    assert forms.broken == ()
    assert (forms.reviewing.forms, forms.reviewing.allowed, forms.reviewing.told) == (
        ("gas_repair",),
        2,
        (Role.LEAD,),
    )
    assert (forms.identity.forms, forms.identity.ask, forms.identity.right) == (
        ("inquiry",),
        ("name", "phone"),
        2,
    )


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("review", REVIEW.replace("2", "-1")),
        ("review", REVIEW.replace("lead", "boss")),
        ("review", REVIEW.replace("[gas_repair]", "gas_repair")),
        ("review", REVIEW + "more: 1\n"),
        ("identity", IDENTITY.replace("right: 2", "right: 3")),  # more than are asked
        ("identity", IDENTITY.replace("right: 2", "right: 0")),
        ("identity", IDENTITY.replace("phone", "shoe_size")),
        ("identity", IDENTITY.replace("[name, phone]", "[]")),
        ("identity", IDENTITY.replace("[inquiry]", "")),
    ],
)
def test_a_rule_that_cannot_be_kept_is_named_with_its_line(folder, file, text):
    folder.write(f"rules/{file}.yaml", text)
    broken = folder.flaw()
    assert broken.file == f"rules/{file}.yaml"
    assert broken.line > 0
