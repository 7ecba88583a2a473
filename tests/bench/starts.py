"""From nothing to a window, and from the password to the first field: whole processes."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import time

from tests.bench import seat
from tests.bench.figures import Row, against, median

CALLS = 100_000

# The least that PySide6 can do: one window, painted.
_FLOOR = """
import os, sys
from time import time
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def event(self, event):
        done = super().event(event)
        if event.type() is QEvent.Type.UpdateRequest:
            print(time(), flush=True)
            os._exit(0)
        return done

application = QApplication(sys.argv)
window = Window()
window.show()
application.exec()
"""

# The program itself; only its window says when it was painted.
_PROGRAM = """
import os, sys
from time import time
from PySide6.QtCore import QEvent
import app.ui.window

class Window(app.ui.window.Window):
    def event(self, event):
        done = super().event(event)
        if event.type() is QEvent.Type.UpdateRequest:
            print(time(), flush=True)
            os._exit(0)
        return done

app.ui.window.Window = Window
from pathlib import Path
from app import places
folder = Path(sys.argv.pop())
places.data = lambda: folder
from app.__main__ import main
main()
"""


def first_window(folder: Path) -> Iterator[Row]:
    seat.make(folder / "seat", 100)
    floor = median(lambda: _whole(_FLOOR))
    value = median(lambda: _whole(_PROGRAM, str(folder / "seat")))
    yield against("first window painted, whole process", value * 1e3, floor * 1e3, unit="ms", at_most=2)


def sign_in(folder: Path) -> Iterator[Row]:
    seat.make(folder / "seat", CALLS)
    floor = median(lambda: _whole(_FLOOR))
    value = median(lambda: _told(_SIGN_IN, str(folder / "seat")))
    yield against(
        "password accepted → first field of a call, 100 k calls",
        value * 1e3,
        floor * 1e3,
        unit="ms",
        at_most=5,
    )


def _whole(program: str, *words: str) -> float:
    start = time()
    return _told(program, *words) - start


def _told(program: str, *words: str) -> float:
    """Return the last figure *program* prints."""
    done = subprocess.run(
        [sys.executable, "-c", program, *words], stdout=subprocess.PIPE, text=True, timeout=120, check=True
    )
    return float(done.stdout.split()[-1])


# Everything as main() does it; the clock starts when the slot gave its key.
_SIGN_IN = (
    seat.PROGRAM
    + """
from time import time
from PySide6.QtCore import Qt
from app.store.slots import Slots
accepted = []
derive = Slots.open
def opened(*words):
    slot = derive(*words)
    accepted.append(time())
    return slot
Slots.open = opened
front.sign_in_asked.emit(seat.AGENT_NO, seat.PASSWORD)
hands.until(lambda: program.opened is not None, "signed in")
hands.press(Qt.Key.Key_F2)
hands.type("燃气报修")
hands.press(Qt.Key.Key_Return)
from app.ui.panels.calls import CallPage
page = front.window.centralWidget().tabs.current()
assert isinstance(page, CallPage), page
hands.until(lambda: page.view.place()[0] == "name" and page.isVisible(), "first field")
application.processEvents()
front.window.repaint()
print(time() - accepted[0], flush=True)
program.close()
os._exit(0)
"""
)
