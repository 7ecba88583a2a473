"""Finding by pinyin."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.forms.pinyin import initials, matches

ROOT = Path(__file__).parents[2]


def test_initials_of_a_name():
    assert initials("王小明").split()[0] == "wxm"
    assert initials("").split() == []
    assert initials("  ·！ ") == ""


def test_every_reading_of_a_name_is_found():
    assert {"dxm", "cxm", "sxm"} == {v for v in initials("单小明").split() if v[1:] == "xm"}
    assert {"cs", "zs"} <= set(initials("曾帅").split())


def test_there_are_never_more_than_sixteen_and_never_one_twice():
    variants = initials("单单单单单重重重曾解").split()
    assert len(variants) == 16
    assert len(set(variants)) == 16


def test_other_signs_read_as_themselves():
    assert initials("A座 3栋").startswith("az3d")
    assert initials("𠮷野").split()[0] == "𠮷y"


@pytest.mark.parametrize(
    "query",
    ["小明", "wangxiaoming", "wxm", "WXM", "wang xm", "xiaom", "xm", "wangx", "ｗｘｍ", "", "wxiaoming"],
)
def test_a_name_is_found_by_signs_by_pinyin_and_by_initials(query):
    assert matches(query, "王小明")


@pytest.mark.parametrize("query", ["wm", "wxmm", "小王", "明小", "angxiao", "z"])
def test_what_is_not_in_the_name_finds_nothing(query):
    assert not matches(query, "王小明")


def test_labels_with_brackets_and_letters_are_found():
    assert matches("ic", "IC卡表")
    assert matches("ickb", "IC 卡表")
    assert matches("tq", "无气（停气）")


def test_the_dictionary_is_loaded_at_the_first_use_and_without_its_phrases():
    code = (
        "import sys, os, app.forms.pinyin as p; assert 'pypinyin' not in sys.modules;"
        "p.initials('王');"
        "assert 'pypinyin' in sys.modules; assert os.environ['PYPINYIN_NO_PHRASES'] == '1';"
        "assert 'pypinyin.phrases_dict' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
