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
    + """
import os, sys
from pathlib import Path
sys.setswitchinterval(0.0002)
folder = Path(sys.argv[1])
from app.desk import clock
from app.ui.application import Application
from app.ui.front import Front
application = Application(sys.argv[:1])
front = Front(application, folder, clock.now)
front.window.show()
application.processEvents()
from app.demo.hands import Hands
from app.program import Program
from tests.bench import seat
program = Program(application, front, folder, seat.KeptSecrets(folder / "secrets.json"))
hands = Hands(front.window)
hands.come_to_the_front()
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
