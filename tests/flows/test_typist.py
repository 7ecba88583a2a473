"""Calls are taken down by keys alone: few beside the text itself, and no word is lost."""

import csv
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAD = ("caller_code", "title", "detail", "area_codes", "reply")
CALLS = (
    ("U1", "春晓路路灯不亮", "连续三晚整条路都黑着，老人出门不便。\n请尽快修复𬱖", "A3区", ""),
    ("U2", "投诉物业收费", "说是 <b>优惠</b>，多收了 200 元; DROP TABLE calls", "", ""),
    ("U3", "咨询过户费用", "房子卖了，燃气怎么过户？😀", "A7县", "带身份证和合同到营业厅办理，不收费。"),
)


def test_calls_are_typed_with_few_keys_beside_the_text_and_no_word_is_lost(tmp_path):
    file = tmp_path / "calls.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows((HEAD, *CALLS))
    run = [sys.executable, "-m", "tests.typist", "--calls", str(file), "--past", "100", "--json"]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, timeout=120)
    figures = json.loads(done.stdout or "{}")
    assert figures, done.stderr[-2000:]
    assert (figures["calls"], figures["mouse"], figures["lost"]) == (len(CALLS), 0, 0)
    assert figures["extra_keys_p50"] <= 12
