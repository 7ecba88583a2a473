"""Import maps: read with their lines, written and read back, guessed from headers."""

from datetime import UTC, datetime

import pytest

from app.forms.fill import Filler
from app.forms.guess import Table, guess
from app.forms.load import FormBroken
from app.forms.maps import ImportMap, Rule, feeds_nothing, map_of, missing_columns, read_map, write_map
from app.forms.moments import Moments
from app.forms.nodes import Flaw

GOOD = """
form: city_case
key: [case_id]
zone: Asia/Taipei
dates: ["%m/%d/%Y"]
time: opened
closed: {column: status, values: {done: yes, open: no}}
channel: {value: visit}
fields:
  name: {not_given: unknown}
  address: {columns: [street, area], first: true, otherwise: "无"}
  category: {column: kind, values: {lamp: street_light}, otherwise: other}
  request: {columns: [title, text], join: "\\n"}
  urgent: {value: no}
"""


@pytest.fixture
def read(tmp_path, shipped):
    def _read(text, form=""):
        path = tmp_path / "map.yaml"
        path.write_text(text, "utf-8")
        return read_map(path, shipped, form)

    return _read


def test_a_map_says_what_it_says(read):
    told = read(GOOD, "city_case")
    assert told == ImportMap(
        "city_case",
        {
            "name": Rule(not_given="unknown"),
            "address": Rule(("street", "area"), first=True, otherwise="无"),
            "category": Rule(("kind",), values={"lamp": "street_light"}, otherwise="other"),
            "request": Rule(("title", "text"), join="\n"),
            "urgent": Rule(otherwise="no"),
        },
        time=Rule(("opened",)),
        closed=Rule(("status",), values={"done": "yes", "open": "no"}),
        channel=Rule(otherwise="visit"),
        key=("case_id",),
        dates=("%m/%d/%Y",),
        zone="Asia/Taipei",
    )


def test_a_map_is_written_so_that_it_reads_the_same(read, shipped):
    told = read(GOOD)
    assert map_of(write_map(told), shipped, "city_case") == told
    assert map_of(write_map(told), shipped, "inquiry") is None


@pytest.mark.parametrize(
    ("text", "line", "field", "code", "detail"),
    [
        (GOOD.replace("  urgent:", "  nope:"), 14, "nope", Flaw.UNKNOWN_FIELD, "nope"),
        (GOOD.replace("zone:", "zoen:"), 4, "", Flaw.UNKNOWN_KEY, "zoen"),
        (GOOD.replace("Asia/Taipei", "Mars/Olympus"), 4, "zone", Flaw.WRONG_VALUE, "Mars/Olympus"),
        (GOOD.replace("street_light", "lampe"), 12, "category", Flaw.UNKNOWN_CHOICE, "lampe"),
        (GOOD.replace("visit", "pigeon"), 8, "channel", Flaw.UNKNOWN_CHOICE, "pigeon"),
        (GOOD.replace("unknown}", "shy}"), 10, "name", Flaw.UNKNOWN_CHOICE, "shy"),
        (GOOD.replace("time: opened\n", ""), 2, "", Flaw.MISSING_KEY, "time"),
        (GOOD.replace("first: true", "first: 1"), 11, "address", Flaw.WRONG_TYPE, "true or false"),
        (GOOD.replace("{value: no}", "{value: no, column: x}"), 14, "urgent", Flaw.WRONG_VALUE, "value"),
        (GOOD.replace("city_case", "moon"), 2, "form", Flaw.WRONG_VALUE, "moon"),
        ("- a\n", 1, "", Flaw.WRONG_TYPE, "mapping"),
        ("a: [\n", 2, "", Flaw.SYNTAX, None),
        ("", 0, "", Flaw.EMPTY, ""),
    ],
)
def test_a_broken_map_is_named_by_file_line_and_field(read, text, line, field, code, detail):
    broken = read(text)
    assert isinstance(broken, FormBroken)
    assert (broken.file, broken.line, broken.field, broken.code) == ("map.yaml", line, field, code)
    assert detail is None or broken.detail == detail


def test_a_map_for_another_form_is_refused(read):
    assert read(GOOD, "inquiry").code == Flaw.WRONG_VALUE


def test_a_map_that_is_not_there_is_refused(tmp_path, shipped):
    assert read_map(tmp_path / "no.yaml", shipped).code == Flaw.UNREADABLE


def test_columns_the_table_has_not_got_are_named_with_the_maps_line(read):
    told = read(GOOD)
    have = ("opened", "status", "street", "kind", "title", "text")
    assert missing_columns(told, have) == [("key", "case_id", 0), ("address", "area", 11)]


def test_only_what_is_asked_of_every_call_is_missed(read, shipped):
    assert feeds_nothing(read(GOOD), shipped.get("city_case")) == ["source", "phone", "solved"]


# -- rows --


@pytest.fixture
def fill(read, shipped):
    def _fill(cells, text=GOOD):
        columns = ("case_id", "opened", "status", "street", "area", "kind", "title", "text")
        return Filler(read(text), shipped, columns).fill(cells)

    return _fill


def test_a_row_is_filled_by_the_map(fill):
    filled = fill(("7", "03/05/2024", "done", "", "东区", "路灯不亮", "灯", "不亮"))
    assert filled.answers == {
        "name": {"not_given": "unknown"},
        "address": "东区",
        "category": "street_light",  # by its label, in any language
        "request": "灯\n不亮",
        "urgent": False,
    }
    assert (filled.at, filled.channel, filled.closed) == (datetime(2024, 3, 4, 16, tzinfo=UTC), "visit", True)
    assert not filled.problems


def test_what_a_value_is_not_told_for_is_otherwise_and_an_empty_one_too(fill):
    for kind in ("ufo", ""):
        assert fill(("7", "03/05/2024", "open", "", "", kind, "", "")).answers["category"] == "other"


def test_values_are_found_whatever_their_case_and_width(fill):
    assert (
        fill(("7", "03/05/2024", "ＤＯＮＥ", "x", "", "Lamp ", "", "")).answers["category"] == "street_light"
    )


# -- times --


@pytest.mark.parametrize(
    "text",
    ["2024-03-05 09:07:00", "2024-03-05T09:07", "2024/3/5 9:07", "2024.3.5 09:07:00", "2024年3月5日 9时7分",
     "2024年3月5日 上午9:07", "113/03/05 09:07", "民國113年3月5日 9時7分", "２０２４-03-05 09:07:00",
     "2024-03-05 01:07:00+00:00", "2024-03-05 09:07:00 AM", "45356.3798611", "1709600820", "1709600820000"],
)  # fmt: skip
def test_a_clock_string_that_can_mean_one_time_only_is_read(text):
    assert Moments((), "Asia/Shanghai").read(text) == datetime(2024, 3, 5, 1, 7, tzinfo=UTC)


_UNCLEAR = ["03/05/2024", "5.3.24", "24-3-5", "7", "20240", "12:30"]
_WRONG = ["2024-13-01", "2024-02-30", "gestern", "9999-99-99", "1" * 400]


@pytest.mark.parametrize("text", _UNCLEAR + _WRONG)
def test_one_that_can_mean_two_or_none_is_not(text):
    assert Moments().read(text) is None


def test_the_afternoon_is_understood():
    at = Moments((), "Asia/Shanghai").read
    assert at("2024-03-05 下午3:07") == at("2024/3/5 3:07 PM") == at("2024-03-05 15:07")
    assert at("2024/3/5 12:07 AM") == at("2024-03-05 00:07")


def test_a_format_goes_before_what_could_be_guessed():
    assert Moments(("%Y-%d-%m",), "UTC").read("2024-03-05") == datetime(2024, 5, 3, tzinfo=UTC)


def test_the_hour_that_comes_twice_is_the_first():
    zone = Moments((), "America/New_York").read
    assert zone("2011-11-06 01:30:00") == datetime(2011, 11, 6, 5, 30, tzinfo=UTC)
    assert zone("2011-11-06 02:30:00") == datetime(2011, 11, 6, 7, 30, tzinfo=UTC)


# -- guessing --


def guessed(shipped, form, columns, *rows):
    told = guess(shipped.get(form), Table(columns, rows))
    return {n: r.columns for n, r in told.rules().items() if r.columns}, told.key


def test_headers_are_known_in_chinese_in_taiwan_and_in_latin_letters(shipped):
    want = {"time": 1, "name": 2, "phone": 3, "address": 4, "request": 5, "answer": 6}
    for columns in (
        ("工单编号", "来电时间", "客户姓名", "联系电话", "地址", "诉求内容", "处理结果"),
        ("案件編號", "受理時間", "來電人姓名", "聯絡電話", "地址", "訴求內容", "處理結果"),
        ("Case ID", "Opened At", "Caller Name", "Telephone", "Address", "Description", "Reply"),
    ):
        row = ("A1", "2024-01-05 9:03", "王小明", "13800001111", "春晓路", "x", "y")
        found, key = guessed(shipped, "complaint", columns, row)
        assert found == {feeds: (columns[place],) for feeds, place in want.items()}
        assert key == (columns[0],)


def test_a_fields_own_label_goes_before_a_word(shipped):
    found, _ = guessed(shipped, "city_case", ("地址", "事发地点"), ("a", "b"))
    assert found["address"] == ("事发地点",)


def test_what_a_column_says_must_look_like_it(shipped):
    found, key = guessed(
        shipped,
        "complaint",
        ("编号", "时间", "电话", "姓名"),
        ("1", "三分钟", "王", "007"),
        ("1", "x", "y", "8"),
    )
    assert found == {}
    assert key == ()


def test_a_title_stands_before_the_content(shipped):
    found, _ = guessed(shipped, "complaint", ("title", "detail"), ("a", "b"))
    assert found["request"] == ("title", "detail")
