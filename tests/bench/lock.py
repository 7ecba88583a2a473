"""From the lock to a page that shows nothing, from the password to the caret, from one agent to the next:
whole programs, with all open that an agent may have open."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from app.records.ids import new_id
from app.store import slots
from tests.bench import seat
from tests.bench.figures import Row, alone, percentile

CALLS = 20_000
LOCKS, BACK, SWITCHES = 200, 30, 10
OTHER = "1002"  # who takes over


def lock(folder: Path) -> Iterator[Row]:
    _colleague(seat.make(folder / "seat", CALLS))
    told = _told(_LOCKS, folder)
    for name, kind, limit in (
        ("hidden", "hidden", 100),
        ("file closed, all destroyed and wiped", "done", 500),
    ):
        yield _row(f"lock, whatever is open: {name}", told[kind], 0.99, limit)
    told = _told(_BACK, folder)
    for share, limit in ((0.5, 350), (0.99, 1000)):
        yield _row("password → typed at the same caret, Argon2id included", told["back"], share, limit)
    yield _row("password of a colleague → their first letter", told["switch"], 0.99, 1000)


def _row(name: str, figures: list[float], share: float, limit: float) -> Row:
    name = f"{name}, p{share * 100:g} of {len(figures)}"
    return alone(name, percentile(figures, share), unit="ms", at_most=limit)


def _colleague(made: seat.BenchSeat) -> None:
    """Let somebody else sign in at the seat too."""
    file, secrets = slots.Slots(made.folder / "slots.json"), seat.KeptSecrets(made.folder / "secrets.json")
    id, (public, wrapped) = new_id(), slots.new_pair(seat.PASSWORD)
    private = slots.open_wrapped(wrapped, seat.PASSWORD)
    opened = seat.sign_in(made)
    device = bytes.fromhex(secrets.get(f"{opened.seat.install}/device") or "")
    opened.store.close()
    file.add(id, OTHER, private, public, seat.PASSWORD, device, "agent", "")
    file.seal(made.key, {opened.agent.id: opened.agent.public_key, id: public})


def _told(program: str, folder: Path) -> dict[str, list[float]]:
    """Return the figures *program* prints, in milliseconds."""
    words = [sys.executable, "-c", _BEGIN + program, str(folder / "seat")]
    done = subprocess.run(words, stdout=subprocess.PIPE, text=True, timeout=1200, check=True)
    figures: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return {name: [each * 1e3 for each in found] for name, found in figures.items()}


_BEGIN = (
    seat.PROGRAM
    + """
import json
from itertools import cycle, islice
from time import perf_counter
from PySide6.QtCore import QEvent, QEventLoop, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QMenu, QMessageBox
from app.ui.session.memory import wipe_what_is_freed
from app.ui.workplace import Workplace
from tests.bench.lock import BACK, LOCKS, OTHER, SWITCHES
wipe_what_is_freed()

def page():
    return front.window.centralWidget()

def wait(seen):
    while not seen():
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

def is_open():
    return isinstance(page(), Workplace) and QApplication.focusWidget() is not None

def rest():
    page().opening.finish()  # all tabs are there again
    application.processEvents()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as a loop that runs would

front.sign_in_asked.emit(seat.AGENT_NO, seat.PASSWORD)
wait(is_open)
rest()
for form in ("gas_repair", "suggestion", "inquiry"):
    page().work.new(form)
    page().tabs.current().view.set_answers({"name": "王小明", "phone": "13800001234"})
page().open("list", "calls")
page().work.turn_to(0)
page().tabs.current().view.focus_field("name")
application.processEvents()
"""
)

_LOCKS = """
hidden, done, lock, forget = [], [], front.lock, program._forget

def locked(*words):
    lock(*words)
    hidden.append(perf_counter() - begun)

def forgotten():
    forget()
    done.append(perf_counter() - begun)

front.lock, program._forget = locked, forgotten

def dialog():
    QDialog(page()).open()

def question():
    box = QMessageBox(page())
    box.setStandardButtons(QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Discard)
    box.open()

def menu():
    shown = QMenu(page())
    shown.addAction("13800001234")
    shown.popup(QPoint(200, 200))

def combo():
    box = QComboBox(page())
    box.addItems(["a", "b"])
    box.show()
    box.showPopup()

def search():
    page()._pop_bar()
    QTest.keyClicks(hands.focus(), "wang")
    page().caller.follow("13800001234", "")
    page().open("list", "customers")

def preview():
    page().paperwork.choose_printer()

for show in islice(cycle((dialog, question, menu, combo, search, preview)), LOCKS):
    show()
    application.processEvents()
    begun = perf_counter()
    program.lock()
    wait(lambda: len(done) == len(hidden))
    hands.come_to_the_front()  # without a window manager nobody gives the focus back
    front.unlock_asked.emit(seat.PASSWORD)
    wait(is_open)
    rest()
print(json.dumps({"hidden": hidden, "done": done}), flush=True)
os._exit(0)
"""

_BACK = """
def back():
    program.lock()
    wait(lambda: not page()._deaf.isActive())
    page().password.setText(seat.PASSWORD)
    begun = perf_counter()
    page()._ask()
    return typed(begun)

def typed(begun):
    wait(is_open)
    QTest.keyClicks(QApplication.focusWidget(), "x")
    application.processEvents()
    front.window.repaint()
    took = perf_counter() - begun
    rest()
    return took

def switch(number):
    program.lock()
    page().other.click()
    begun = perf_counter()
    front.sign_in_asked.emit(number, seat.PASSWORD)
    return typed(begun)

figures = {"back": [back() for _ in range(BACK)]}
figures["switch"] = [switch(number) for number in islice(cycle((OTHER, seat.AGENT_NO)), SWITCHES)]
print(json.dumps(figures), flush=True)
os._exit(0)
"""
