"""The one check."""

import pytest

from app.forms.check import check, clean, holds, is_given, owed, shown
from app.forms.kinds import Kind
from app.forms.spec import Choice, Code, Field, Form, Section, Stage

AB = (Choice("a", {}), Choice("b", {}))


def form(*fields, **more):
    return Form("f", 1, {}, (Section("s", {}, fields),), **more)


def one(kind, **more):
    return form(Field("x", Kind(kind), {}, **more))


def codes(kind, value, stage=Stage.SAVE, **more):
    return [p.code for p in check(one(kind, **more), {"x": value}, stage)]


def test_a_later_stage_asks_for_all_that_the_earlier_ones_do():
    asked = form(*(Field(f"at_{stage}", Kind.TEXT, {}, required=stage) for stage in Stage))
    assert [p.field for p in check(asked, {}, Stage.SAVE)] == ["at_save"]
    assert [p.field for p in check(asked, {}, Stage.DISPATCH)] == ["at_save", "at_dispatch"]
    assert [p.stage for p in check(asked, {}, Stage.CLOSE)] == list(Stage)


def test_a_wrong_answer_is_refused_even_before_its_stage():
    assert codes("number", "x", Stage.SAVE, required=Stage.CLOSE) == [Code.NOT_A_NUMBER]


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        ("text", 5, Code.WRONG_TYPE),
        ("text", ["a"], Code.WRONG_TYPE),
        ("text", {"a": 1}, Code.WRONG_TYPE),
        ("text", "x" * 201, Code.TOO_LONG),
        ("long_text", "x" * 20_001, Code.TOO_LONG),
        ("phone", "abc", Code.PHONE_SHAPE),
        ("phone", "1380000123", Code.PHONE_SHAPE),
        ("phone", 13800001234, Code.WRONG_TYPE),
        ("number", "twelve", Code.NOT_A_NUMBER),
        ("number", "nan", Code.NOT_A_NUMBER),
        ("number", float("inf"), Code.NOT_A_NUMBER),
        ("number", 10**400, Code.NOT_A_NUMBER),
        ("number", "9" * 5000, Code.NOT_A_NUMBER),
        ("number", True, Code.NOT_A_NUMBER),
        ("choice", "c", Code.NOT_A_CHOICE),
        ("choice", ["a"], Code.WRONG_TYPE),
        ("multi_choice", "a", Code.WRONG_TYPE),
        ("multi_choice", ["a", "c"], Code.NOT_A_CHOICE),
        ("multi_choice", [["a"]], Code.WRONG_TYPE),
        ("yes_no", "yes", Code.WRONG_TYPE),
        ("yes_no", 1, Code.WRONG_TYPE),
        ("read_back", "true", Code.WRONG_TYPE),
        ("date_time", "tomorrow", Code.NOT_A_DATE),
        ("date_time", 20251122, Code.NOT_A_DATE),
        ("date_time", "0001-01-01T00:00:00+14:00", Code.NOT_A_DATE),
        ("date_time", "2025-02-30T10:00", Code.NOT_A_DATE),
        ("date_time", "9000-01-01T00:00:00Z", Code.NOT_A_DATE),
    ],
)
def test_what_is_wrong_with_an_answer_is_a_code(kind, value, code):
    choices = AB if "choice" in kind else ()
    assert codes(kind, value, choices=choices) == [code]


@pytest.mark.parametrize(
    ("kind", "value", "stored"),
    [
        ("text", " 王\u3000小明 \n", "王\u3000小明"),
        ("text", "一行\r\n两行", "一行 两行"),
        ("text", "a\x00b\x07c", "abc"),
        ("text", "\ud83d", "\ufffd"),
        ("text", "<b>=1+1</b>", "<b>=1+1</b>"),
        ("person", "𠮷野·\u200d家", "𠮷野·\u200d家"),
        ("long_text", " 一\r\n\r\n二\v三\u2028四 ", "一\n\n二\n三\n四"),
        ("long_text", "缩进\n\t表", "缩进\n\t表"),
        ("phone", "１３８-0000 1234", "+8613800001234"),
        ("number", " １２.50 ", 12.5),
        ("number", "00123", 123),
        ("number", 7.0, 7),
        ("choice", "b", "b"),
        ("multi_choice", ["b", "a", "b"], ["a", "b"]),
        ("multi_choice", ("a",), ["a"]),
        ("yes_no", False, False),
        ("read_back", True, True),
        ("date_time", "2025-11-22T14:00:00+08:00", "2025-11-22T06:00:00+00:00"),
        ("date_time", "2025-11-22T06:00:00Z", "2025-11-22T06:00:00+00:00"),
    ],
)
def test_what_is_stored_has_the_type_of_its_kind_and_loses_no_sign(kind, value, stored):
    x = one(kind, choices=AB if "choice" in kind else ())
    assert check(x, {"x": value}, Stage.CLOSE) == []
    assert clean(x, {"x": value}) == {"x": stored}
    assert type(clean(x, {"x": value})["x"]) is type(stored)


def test_a_wrong_answer_is_kept_for_a_person_to_see():
    assert clean(one("number"), {"x": "十二"}) == {"x": "十二"}
    assert clean(one("choice", choices=AB), {"x": "gone"}) == {"x": "gone"}


@pytest.mark.parametrize("value", ["", "  ", "\u3000", "\x00", "\u200b\u200e", "\ufeff\n", [], (), {}, None])
def test_blanks_and_invisible_signs_say_nothing(value):
    assert not is_given(value)
    assert codes("text", value, required=Stage.SAVE) == [Code.REQUIRED]
    assert clean(one("text"), {"x": value}) == {}


def test_no_and_zero_are_answers():
    assert is_given(False)
    assert is_given(0)
    assert codes("yes_no", False, required=Stage.SAVE) == []
    assert codes("number", 0, required=Stage.SAVE) == []


def test_an_unticked_read_back_is_missing():
    assert codes("read_back", False, required=Stage.SAVE) == [Code.READ_BACK_MISSING]
    assert codes("read_back", None, required=Stage.SAVE) == [Code.READ_BACK_MISSING]
    assert clean(one("read_back"), {"x": False}) == {}


def test_limits_are_named_in_the_detail():
    (long,) = check(one("text", max_length=3), {"x": "一二三四"}, Stage.SAVE)
    assert long.detail == {"length": "4", "max": "3"}
    (wide,) = check(one("number", minimum=0, maximum=99), {"x": 100}, Stage.SAVE)
    assert (wide.code, wide.detail) == (Code.OUT_OF_RANGE, {"min": "0", "max": "99"})
    (low,) = check(one("number", minimum=0), {"x": "-1"}, Stage.SAVE)
    assert low.detail == {"min": "0"}


def test_length_counts_what_is_stored():
    assert codes("text", "  一二三\x00\n", max_length=3) == []


def test_not_given_needs_leave_and_a_reason_of_the_list():
    allowed = {"not_given": True, "reasons": frozenset({"refused"}), "required": Stage.SAVE}
    assert codes("text", {"not_given": "refused"}, **allowed) == []
    assert codes("text", {"not_given": "bored"}, **allowed) == [Code.NOT_GIVEN_REASON]
    assert codes("text", {"not_given": ["refused"]}, **allowed) == [Code.NOT_GIVEN_REASON]
    assert codes("text", {"not_given": "refused"}) == [Code.NOT_GIVEN_NOT_ALLOWED]
    assert not is_given({"not_given": "refused"})
    assert clean(one("text"), {"x": {"not_given": "refused"}}) == {"x": {"not_given": "refused"}}


def chain():
    """Return a form where b hangs on a, and c on b."""
    return form(
        Field("a", Kind.CHOICE, {}, choices=AB),
        Field("b", Kind.YES_NO, {}, when={"a": ("b",)}, not_given=True, reasons=frozenset({"no"})),
        Field("c", Kind.TEXT, {}, when={"b": (True,)}, required=Stage.SAVE),
    )


def test_a_hidden_field_hides_what_hangs_on_it():
    answers = {"a": "b", "b": True}
    assert shown(chain(), answers) == {"a", "b", "c"}
    assert shown(chain(), answers | {"a": "a"}) == {"a"}
    assert check(chain(), answers | {"a": "a"}, Stage.CLOSE) == []


def test_a_hidden_answer_is_not_checked_and_not_stored():
    answers = {"a": "a", "b": "nonsense", "c": "x" * 9999}
    assert check(chain(), answers, Stage.CLOSE) == []
    assert clean(chain(), answers) == {"a": "a"}


def test_a_not_given_answer_meets_no_condition():
    assert shown(chain(), {"a": "b", "b": {"not_given": "no"}}) == {"a", "b"}


def test_a_number_is_no_tick_in_a_condition():
    assert shown(chain(), {"a": "b", "b": 1}) == {"a", "b"}


def test_a_condition_on_several_choices_is_met_by_one_of_them():
    several = form(
        Field("a", Kind.MULTI_CHOICE, {}, choices=AB), Field("c", Kind.TEXT, {}, when={"a": ("b",)})
    )
    assert "c" in shown(several, {"a": ["a", "b"]})
    assert "c" not in shown(several, {"a": ["a"]})


def test_all_parts_of_a_condition_must_hold():
    both = form(
        Field("a", Kind.CHOICE, {}, choices=AB),
        Field("b", Kind.YES_NO, {}),
        Field("c", Kind.TEXT, {}, required_when={"a": ("a",), "b": (True,)}),
    )
    assert check(both, {"a": "a"}, Stage.SAVE) == []
    assert [p.field for p in check(both, {"a": "a", "b": True}, Stage.SAVE)] == ["c"]
    assert holds(both, {"a": ("a",)}, {"a": "a"})
    assert not holds(both, {"a": ("b",)}, {"a": "a"})
    assert holds(both, None, {})


def test_required_when_waits_for_its_stage_and_ignores_hidden_answers():
    late = form(
        Field("a", Kind.CHOICE, {}, choices=AB),
        Field("b", Kind.YES_NO, {}, when={"a": ("a",)}),
        Field("c", Kind.TEXT, {}, required=Stage.CLOSE, required_when={"b": (True,)}),
    )
    assert check(late, {"a": "a", "b": True}, Stage.DISPATCH) == []
    assert [p.field for p in check(late, {"a": "a", "b": True}, Stage.CLOSE)] == ["c"]
    assert check(late, {"a": "b", "b": True}, Stage.CLOSE) == []


def test_answers_the_form_does_not_know_are_kept():
    assert clean(one("text"), {"x": "1", "from_version_9": {"deep": [1, None]}}) == {
        "x": "1",
        "from_version_9": {"deep": [1, None]},
    }


def test_answers_that_are_no_mapping_are_no_answers():
    needed = one("text", required=Stage.SAVE)
    for answers in (None, [], "x", 5):
        assert [p.code for p in check(needed, answers, Stage.SAVE)] == [Code.REQUIRED]
        assert clean(needed, answers) == {}


def test_only_visible_debts_are_owed():
    debts = form(
        Field("a", Kind.CHOICE, {}, choices=AB, owed=True),
        Field("c", Kind.TEXT, {}, when={"a": ("b",)}, owed=True),
    )
    assert [p.field for p in owed(debts, {})] == ["a"]
    assert [(p.field, p.stage) for p in owed(debts, {"a": "b"})] == [("c", Stage.CLOSE)]
    assert owed(debts, {"a": "a"}) == []
