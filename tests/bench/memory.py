"""What the program holds in memory with a million calls in its file, against one bare window."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench import seat
from tests.bench.figures import Row, against, median

CALLS = 1_000_000

_RSS = """
def rss():
    with open("/proc/self/status") as told:
        return next(int(line.split()[1]) for line in told if line.startswith("VmRSS")) / 1024
"""

_FLOOR = (
    _RSS
    + """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.resize(1366, 768)
window.show()
for _ in range(50):
    application.processEvents()
print(rss())
"""
)

_PROGRAM = (
    _RSS
    + seat.PROGRAM
    + """
front.sign_in_asked.emit(seat.AGENT_NO, seat.PASSWORD)
hands.until(lambda: program.opened is not None, "signed in")
for _ in range(50):
    application.processEvents()
print(rss(), flush=True)
os._exit(0)
"""
)


def memory(folder: Path) -> Iterator[Row]:
    seat.make(folder / "seat", CALLS)
    floor = median(lambda: _told(_FLOOR))
    value = median(lambda: _told(_PROGRAM, str(folder / "seat")))
    yield against("RSS, main window, 1 M calls", value, floor, unit="MiB", at_most=3.5)


def _told(program: str, *words: str) -> float:
    done = subprocess.run(
        [sys.executable, "-c", program, *words], stdout=subprocess.PIPE, text=True, timeout=120, check=True
    )
    return float(done.stdout.split()[-1])
