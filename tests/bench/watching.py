"""What it costs to notice that somebody left: processor time per second, one look each second."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench import seat
from tests.bench.figures import Row, alone, median
from tests.installer.at_work import screen

LOOKS = 2000

# Signed in, with the system that runs here; what is measured is the look, and what Qt does to bring it.
_PROGRAM = (
    seat.PROGRAM.replace("from app.demo.awake import Awake", "from app.ui.session.here import here as Awake")
    + f"""
from time import process_time
front.sign_in_asked.emit(seat.AGENT_NO, seat.PASSWORD)
hands.until(lambda: program.opened is not None, "signed in")
for _ in range(50):
    application.processEvents()
watch = program._guard._watch
watch._timer.stop()
begun = process_time()
for _ in range({LOOKS}):
    watch.look()
    application.processEvents()
print((process_time() - begun) / {LOOKS}, flush=True)
os._exit(0)
"""
)


def watching(folder: Path) -> Iterator[Row]:
    seat.make(folder / "seat", 100)
    if shutil.which("Xvfb"):
        with screen() as display:
            share = median(lambda: _told(folder / "seat", DISPLAY=display, QT_QPA_PLATFORM="xcb"))
    else:
        share = median(lambda: _told(folder / "seat"))
    yield alone("idle watching, processor time", share * 100, unit="%", at_most=0.2)


def _told(folder: Path, **env: str) -> float:
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(folder)],
        stdout=subprocess.PIPE, text=True, timeout=120, check=True, env={**os.environ, **env},
    )  # fmt: skip
    return float(done.stdout.split()[-1])
