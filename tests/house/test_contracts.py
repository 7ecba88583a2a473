"""Each contract is kept, and each bites: a deliberate breach of it is caught."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT = "from importlinter.cli import lint_imports_command as run; run(['--no-cache'])"

BREACHES = {
    "arrows point down; every room is on a floor": ("app/records/breach.py", "import app.desk.calls"),
    "no circles, at any depth": ("app/records/ids.py", "import app.records.calls"),
    "Qt stays in ui": ("app/desk/breach.py", "def late():\n    import PySide6.QtCore"),
    "each outside library has one door": ("app/ui/panels/breach.py", "import sqlalchemy"),
    "panels know their desk and the kit: not the store, not the wire": (
        "app/ui/panels/breach.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import app.store.store",
    ),
    "panels are strangers to each other": ("app/ui/panels/breach.py", "import app.ui.panels.calls"),
    "the kit knows no business": ("app/ui/kit/breach.py", "import app.records.calls"),
    "the agent's program carries no server code": ("app/ui/breach.py", "import app.central.cli"),
}


def lint(folder):
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run(
        [sys.executable, "-c", LINT], cwd=folder, env=environment, capture_output=True, text=True
    )
    return done.returncode, done.stdout + done.stderr


def test_every_contract_is_kept():
    code, said = lint(ROOT)
    assert code == 0, said


@pytest.mark.parametrize("contract", BREACHES)
def test_a_breach_is_caught(tmp_path, contract):
    shutil.copytree(ROOT / "app", tmp_path / "app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    path, code = BREACHES[contract]
    with (tmp_path / path).open("a", encoding="utf-8") as breached:
        breached.write(f"\n{code}\n")
    status, said = lint(tmp_path)
    assert status == 1, said
    assert f"{contract} BROKEN" in " ".join(said.split())


def test_a_new_room_must_find_its_floor(tmp_path):
    shutil.copytree(ROOT / "app", tmp_path / "app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "app" / "attic").mkdir()
    (tmp_path / "app" / "attic" / "__init__.py").write_text('"""A room nobody planned."""\n', "utf-8")
    status, _ = lint(tmp_path)
    assert status == 1
