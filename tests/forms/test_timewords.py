"""Times in words, against what others hold them for, and against what an agent would be surprised by."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from app.forms.timewords import read

CASES = Path(__file__).parents[3] / "shared" / "data" / "time_expressions_zh" / "cases_dev.jsonl"
NOW = datetime(2026, 11, 23, 9, 50)  # a Monday


def told(at, ever):
    return at.isoformat(" ") if at else ever


def answer(case):
    """Return what is read, in the words of the file of cases; None where nothing is."""
    span = read(case["text"], datetime.fromisoformat(case["now"]))
    if span is None:
        return None
    times = [told(span.first, "-inf"), told(span.last, "inf")]
    if not span.every:
        return times
    return {"delta": {span.every[0]: span.every[1]}, "point": times if span.first else None}


def wanted(case):
    time = case["time"]
    if isinstance(time, dict) and time["point"]:
        return {**time, "point": time["point"]["time"]}
    return time


@pytest.mark.skipif(not CASES.exists(), reason="the cases of time_expressions_zh are not here")
def test_nine_cases_of_ten_are_read_exactly_and_hardly_one_otherwise():
    cases = [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]
    answers = [(answer(case), wanted(case)) for case in cases]
    right = sum(found == want for found, want in answers)
    otherwise = sum(found is not None and found != want for found, want in answers)
    assert right >= 0.9 * len(cases)
    assert (
        otherwise <= 3
    )  # 上月最后五天 (six days there), 半钟头后, 两个半月前: as they stand, ours are as good


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("明天下午三点", "2026-11-24 15:00:00", "2026-11-24 15:59:59"),
        ("后天上午", "2026-11-25 07:00:00", "2026-11-25 11:59:59"),
        ("下周一 9 点半", "2026-11-30 09:30:00", "2026-11-30 09:30:59"),
        ("下禮拜三晚上八點", "2026-12-02 20:00:00", "2026-12-02 20:59:59"),
        ("２５號上午", "2026-11-25 07:00:00", "2026-11-25 11:59:59"),
        ("11月25日周三9点半", "2026-11-25 09:30:00", "2026-11-25 09:30:59"),
        ("明早8点", "2026-11-24 08:00:00", "2026-11-24 08:59:59"),
        ("夜里12点", "2026-11-24 00:00:00", "2026-11-24 00:59:59"),
        ("月底前", "2026-11-23 09:50:00", "2026-11-30 23:59:59"),
        ("一周内", "2026-11-23 09:50:00", "2026-11-30 23:59:59"),
        ("半小时内", "2026-11-23 09:50:00", "2026-11-23 10:20:00"),
        ("明天上午9点到11点", "2026-11-24 09:00:00", "2026-11-24 11:00:00"),
        ("13:20~次日05:40", "2026-11-23 13:20:00", "2026-11-24 05:40:59"),
    ],
)
def test_what_agents_promise_is_read(text, first, last):
    span = read(text, NOW)
    assert span is not None
    assert (told(span.first, ""), told(span.last, "")) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "", "尽快", "hello", "下班前",
        "13800138000", "春晓路88号", "3楼", "8月十五", "农历二月初二", "腊月二十",
        "11月25日周一9点", "2月30日", "25点", "明天尽量下午三点",
        "99999年前", "0月1日", "\x00", "𬱖", "明" * 5000,
        "周三到", "到周三", "9点61分", "第9个周一", "‏明天‏",
    ],
)  # fmt: skip
def test_what_is_not_understood_to_its_last_sign_is_not_guessed(text):
    assert read(text, NOW) is None


def test_a_clock_is_kept_apart_from_how_long_it_lasts():
    span = read("后天上午10点之前", NOW)
    assert span is not None
    assert span.clock == datetime(2026, 11, 25, 10)
    vague = read("后天上午", NOW)
    assert vague is not None
    assert vague.clock is None


def test_what_comes_again_says_how_often():
    span = read("每周六上午9点到11点", NOW)
    assert span is not None
    assert span.every == ("day", 7)
    assert (span.first, span.last) == (datetime(2026, 11, 28, 9), datetime(2026, 11, 28, 11))


@pytest.mark.parametrize(
    ("text", "now", "last"),
    [
        (
            "三个工作日内",
            "2026-09-30 10:00",
            "2026-10-10 23:59:59",
        ),  # then a Saturday that is worked
        ("5个工作日内", "2026-02-13 10:00", "2026-02-27 23:59:59"),  # over the Spring Festival
        (
            "三个工作日内",
            "2026-12-30 10:00",
            None,
        ),  # nobody told of 2027 yet: nothing is guessed
    ],
)
def test_work_days_are_those_of_the_state_council(text, now, last):
    span = read(text, datetime.fromisoformat(now))
    assert (span and span.last.isoformat(" ")) == last
