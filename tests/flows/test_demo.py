"""`zuoxi demo`, as a newcomer without a display meets it."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.demo import samples as demo_samples
from app.demo.samples import SamplesBroken, nearest, read
from app.forms.phone import is_possible

ROOT = Path(__file__).parents[2]
CALLS = """form,name,category,address,content
gas_repair,𬱖𬱟,热水器,江南大道1288号,显示E1
gas_leak,,,近江六园12幢,楼道里很重的煤气味
inquiry,陈䶮,,五常大道200号,开户要带哪些证件
city_case,<b>李</b>,噪音,玉鸟路16号,工地夜里还在打桩
"""


def demo(*words):
    command = [sys.executable, "-m", "app", "demo", "--headless", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=170)


@pytest.mark.timeout(180)
def test_the_whole_job_loses_and_doubles_nothing(tmp_path):
    (tmp_path / "calls.csv").write_text(CALLS, "utf-8")
    done = demo("--calls", str(tmp_path / "calls.csv"), "--out", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    count = json.loads(done.stdout.splitlines()[-1])
    assert (count["calls"], count["refused_then_fixed"], count["lost"], count["doubled"]) == (4, 4, 0, 0)
    assert (count["orders"], count["slips"]) == (2, 2)
    assert len(list((tmp_path / "out" / "slips").glob("*.pdf"))) == 2
    assert len(list((tmp_path / "out").glob("*.png"))) == 6
    assert "plugin" not in done.stderr


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "title"),
        (b"a,b\n1,2\n", "title"),
        (b"title,content\n", "没有可录入的行"),
        (b"title\n\xff\xff\xff\xff", "UTF-8"),
    ],
)
def test_a_file_without_calls_is_said_in_a_sentence(tmp_path, content, says):
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    with pytest.raises(SamplesBroken, match=says):
        read(path, 1)


def test_a_missing_file_ends_at_once_with_a_sentence(tmp_path):
    done = demo("--calls", str(tmp_path / "nowhere.csv"), "--out", str(tmp_path / "out"))
    assert done.returncode == 2
    assert "nowhere.csv" in done.stderr
    assert "Traceback" not in done.stderr


def test_gbk_is_read_and_what_is_missing_comes_from_the_seed(tmp_path):
    path = tmp_path / "gbk.csv"
    path.write_bytes("subject,type,time\n路灯不亮,路灯,2026-01-01\n".encode("gbk"))
    (one,), (same,), (other,) = read(path, 1), read(path, 1), read(path, 2)
    assert one.request == "路灯不亮"
    assert one == same
    assert (one.name, one.phone) != (other.name, other.phone)


def a_file(folder, text):
    (folder / "x.csv").write_text(text, "utf-8")
    return folder / "x.csv"


def test_a_field_of_any_sensible_length_is_read_and_the_limit_of_others_stays(tmp_path):
    before = csv.field_size_limit()
    (one,) = read(a_file(tmp_path, f"content\n{'灯' * 200_000}\n"), 1)
    assert len(one.request) == 200_000
    assert csv.field_size_limit() == before


def test_a_field_beyond_all_bounds_is_named_by_file_and_line(tmp_path, monkeypatch):
    monkeypatch.setattr(demo_samples, "LONGEST_FIELD", 100)
    path, before = a_file(tmp_path, f"content\n路灯不亮\n{'x' * 101}\n"), csv.field_size_limit()
    with pytest.raises(SamplesBroken, match=r"x\.csv: 第 3 行.*超过 100 字"):
        read(path, 1)
    assert csv.field_size_limit() == before


def test_a_form_nobody_knows_is_chosen_by_the_words(tmp_path):
    path = a_file(tmp_path, "form,content\nnope,灶具打不着火\nnope,路灯不亮\ninquiry,灶具\n,路灯\n")
    known = frozenset({"gas_repair", "city_case", "inquiry"})
    assert [s.form for s in read(path, 1, known)] == ["gas_repair", "city_case", "inquiry", "city_case"]
    assert [s.form for s in read(path, 1)] == ["nope", "nope", "inquiry", "city_case"]


@pytest.mark.parametrize("number", ["无", "1380000123", "12", "abc", "13800001234 / 13900001234"])
def test_a_number_the_form_would_refuse_is_replaced(tmp_path, number):
    (one,) = read(a_file(tmp_path, f"content,phone\n路灯不亮,{number}\n"), 1)
    assert one.phone != number
    assert is_possible(one.phone)


def test_a_number_that_can_be_dialled_stays_as_told(tmp_path):
    (one,) = read(a_file(tmp_path, "content,phone\n路灯不亮,0571-8888 6666转8001\n"), 1)
    assert one.phone == "0571-8888 6666转8001"


def test_a_nul_is_left_out(tmp_path):
    (one,) = read(a_file(tmp_path, "con\0tent\n路灯\0不亮\n"), 1)
    assert one.request == "路灯不亮"


@pytest.mark.parametrize(
    "file",
    [
        "calls_tw_tainan1999/calls_dev.csv",
        "calls_cn_taidi/calls_dev.csv",
        "calls_us_boston311/calls_dev.csv",
        "calls_us_montgomery911/calls_dev.csv",
    ],
)
def test_other_peoples_headers_are_recognised(data, file):
    samples = read(data / file, 1)
    assert len(samples) > 200
    assert all(s.request and s.address and s.name and s.phone for s in samples)


def test_the_nearest_choice_shares_the_most_with_what_was_said():
    labels = {"noise": ("噪音扰民", "噪音擾民"), "road": ("道路破损",), "other": ("其他",)}
    assert nearest("噪音舉發 妨礙安寧", labels) == "noise"
    assert nearest("xyz", labels) == "other"
