"""Everything that must be green: `python -m tests`. Further words go to pytest."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
# In the order of tests/conftest.py; a process that dies ends the run: with another in its place it may hang.
AT_ONCE = ["-n", "auto", "--maxprocesses", "4", "--dist", "loadfile", "--no-loadscope-reorder"]
AT_ONCE += ["--max-worker-restart", "0"]
SYSTEM_LIBRARIES = "libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0"


def main(words: list[str]) -> int:
    # pytest-qt dies with an internal error when Qt cannot be loaded: say what is missing instead.
    qt = subprocess.run([sys.executable, "-c", "import PySide6.QtGui"], capture_output=True, text=True)
    if qt.returncode:
        reason = (qt.stderr.strip().splitlines() or ["?"])[-1]
        print(f"Qt cannot be loaded ({reason}). On Debian: apt-get install {SYSTEM_LIBRARIES}")
        return 1
    environment = os.environ.copy()
    if sys.platform.startswith("linux"):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    python = [sys.executable, "-m"]
    steps = [
        [*python, "ruff", "format", "--check", "."],
        [*python, "ruff", "check", "."],
        [*python, "mypy"],
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"],
        [*python, "pytest", "-q", *AT_ONCE, *words],
    ]
    failed = 0
    for step in steps:
        print("·", " ".join(step[1:]), flush=True)
        failed |= subprocess.run(step, cwd=ROOT, env=environment).returncode
    return int(bool(failed))


raise SystemExit(main(sys.argv[1:]))
