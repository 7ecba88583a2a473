"""Every code has its words."""

from datetime import UTC, datetime, timedelta

import pytest

from app.desk.worklist import GROUPS
from app.forms.spec import Code, Field, Problem, Stage
from app.records.accounts import Role
from app.records.cases import CaseState
from app.records.conflicts import Decision
from app.records.orders import OrderState
from app.store import tables
from app.ui import problems, rejections, wording
from app.ui.values import named

NOW = datetime(2026, 11, 21, 6, 5, tzinfo=UTC)
REFUSALS = {
    "accounts": "password short_password not_joined not_sealed enrolment away lease device"
    " rights version plain history quota recovery unknown_agent"
    " password_here must_change same_password change_away change_unsure",
    "slots": "refused not_sealed key unwritable recovery_file",
    "keyring": "absent locked silent unsafe failed",
    "store": "missing exists not_encrypted wrong_key damaged older newer unwritable full busy closed",
    "pages": "empty_agent_no empty_password passwords_differ",
}


OF_CONFLICTS = ["disputed", "wrong_value", "no_record", "unknown_field"]


def field(label="电话"):
    return Field("phone", "phone", {"zh_CN": label})


@pytest.mark.parametrize("code", [*Code, "no_form", "no_call", "no_case", "no_order", *OF_CONFLICTS])
def test_every_problem_is_a_sentence(code):
    details = {Code.TOO_LONG: {"length": "12", "max": "10"}, Code.OUT_OF_RANGE: {"min": "1", "max": "9"}}
    details["disputed"] = {"lost": "北山路"}
    detail = details.get(code, {})
    text = problems.problem(Problem("phone", code, Stage.SAVE, detail), field(), "zh_CN")
    assert text.endswith("。")
    assert code not in text
    assert "{" not in text


@pytest.mark.parametrize("label", ["{0}", "100%", "<b>", "“x”"])
def test_a_label_is_never_read_as_a_pattern(label):
    text = problems.problem(Problem("phone", "required", Stage.SAVE), field(label), "zh_CN")
    assert label in text


@pytest.mark.parametrize(
    ("detail", "words"),
    [
        ({"min": "1", "max": "9"}, "1 到 9"),
        ({"min": "1"}, "至少 1"),
        ({"max": "9"}, "至多 9"),
    ],
)
def test_a_range_is_told_by_the_limits_it_has(detail, words):
    text = problems.problem(Problem("phone", "out_of_range", Stage.SAVE, detail), field(), "zh_CN")
    assert words in text


@pytest.mark.parametrize("code", sorted({c for codes in REFUSALS.values() for c in codes.split()}))
def test_every_refusal_is_a_sentence(code):
    text = wording.refusal(code)
    assert text.endswith("。")
    assert code not in text


def test_a_wait_says_how_long():
    assert "05:00" in wording.refusal("wait", left="05:00")


def test_an_unknown_refusal_still_says_what_is_safe_and_what_to_do():
    text = wording.refusal("e42")
    assert "e42" in text
    assert "没有变" in text


@pytest.mark.parametrize(
    ("family", "code"),
    [
        *(("role", r) for r in Role),
        *(("case", s) for s in CaseState),
        *(("order", s) for s in OrderState),
        *(("group", g) for g in GROUPS),
        *(("kind", k) for k in ("agent", "call", "case", "order", "slip", "customer", "session", "conflict")),
        *(("decision", d) for d in Decision),
    ],
)
def test_every_state_role_group_and_kind_has_a_word(family, code):
    assert wording.word(family, code) != code


def test_a_choice_has_the_label_of_its_list_and_a_lost_one_its_code(forms):
    assert problems.choice(forms.lists, "channels", "wechat", "zh_CN") == "微信"
    assert problems.choice(forms.lists, "channels", "telex", "zh_CN") == "telex"


@pytest.mark.parametrize(
    "code", ["synced", "pending", "away", "attention", "alone", "refused", "working", "stuck", "filling"]
)
def test_every_road_has_words_and_a_reason(code):
    assert wording.road(code, 1)
    assert wording.road_tip(code).endswith("。")


@pytest.mark.parametrize("reason", [*rejections._REJECTIONS, "bad_id", "invalid byte sequence: 0x00 {0}"])
def test_every_rejection_says_why_and_what_to_do(reason):
    text = rejections.rejection(reason)
    assert text.endswith("。")
    assert (reason in text) == (reason not in rejections._REJECTIONS)


@pytest.mark.parametrize("kind", tables.KINDS)
def test_every_field_of_a_record_has_a_name(kind):
    unnamed = {"id", "answers", "values"}
    if kind in (
        "conflict",
        "agent",
        "session",
        "erasure",
        "presence",
        "leave",
        "takeover",
        "overlap",
        "access",
        "definition",
        "review",
        "ring",
        "household",
        "sample",
        "merger",
        "mark",
        "note",
        "attachment",
        "print",
        "message",
    ):
        return  # nobody decides or corrects these here
    for field in tables.KINDS[kind].shape.columns:
        assert field in unnamed or named(field) != field


def test_times_read_as_people_say_them():
    assert wording.ago(NOW - timedelta(seconds=20), NOW) == "刚刚"
    assert wording.ago(NOW - timedelta(minutes=59), NOW) == "59 分"
    assert wording.ago(NOW - timedelta(hours=23), NOW) == "23 小时"
    assert wording.last(NOW, NOW + timedelta(minutes=5)) == wording.time_of_day(NOW)
    assert wording.last(NOW, NOW + timedelta(hours=30)) == wording.day_and_time(NOW)
    assert wording.clock(timedelta(minutes=6, seconds=12)) == "06:12"
    assert wording.clock(timedelta(hours=1, minutes=6, seconds=12)) == "1:06:12"
    assert wording.clock(timedelta(hours=47, minutes=59, seconds=59)) == "47:59:59"
    assert wording.clock(timedelta(hours=48)) == "2 天"
    assert wording.left(NOW + timedelta(hours=967), NOW) == "还有 40 天"
    assert wording.left(NOW - timedelta(hours=967), NOW) == "已超 40 天"
    assert wording.left(NOW + timedelta(minutes=6), NOW) == "还有 06:00"
    assert wording.left(NOW - timedelta(minutes=6), NOW) == "已超 06:00"
    assert wording.lasting(timedelta(minutes=12)) == "12 分"
    assert wording.lasting(timedelta(hours=30)) == "30 小时"
    assert wording.lasting(timedelta(days=3)) == "3 天"
