"""What a key costs: in a bare line, in a form with live checks, and beside a seat that takes in a pull."""

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QWidget

from app import places
from app.desk import clock
from app.desk.accounts import Opened
from app.desk.calls import Calls
from app.desk.cases import Cases
from app.desk.conflicts import Conflicts
from app.desk.corrections import Corrections
from app.desk.orders import Letterhead, Orders
from app.forms.load import load
from app.ui.application import Application
from app.ui.bridge import Bridge
from app.ui.calldesk import CallDesk
from app.ui.disputes import Disputes
from app.ui.panels.calls import CallPage
from app.ui.values import Values
from tests.bench import images, seat
from tests.bench.figures import Row, percentile, shown

KEYS, PULLED = 400, 80_000
FORM, FIELDS = "gas_repair", 25
_MORE_MS = 8.0
_CHECKED = 0.25  # seconds after a key until the form has checked itself


def keystrokes(folder: Path) -> Iterator[Row]:
    application = Application(sys.argv[:1])
    window = QMainWindow()
    window.resize(1366, 768)
    line = QLineEdit()
    floor = _p99(window, line, line)
    opened = seat.sign_in(seat.make(folder / "seat", 10_000))
    parent = QObject()
    try:
        page = _page(opened, parent, application, _forms(folder / "forms"))
        name = page.view.findChildren(QLineEdit)[0]
        yield _row("keystroke, form of 25 fields", _p99(window, page, name), floor)
        with _pulling(opened):
            yield _row("keystroke, the same beside a pull", _p99(window, page, name), floor)
        page.keep()
    finally:
        window.close()
        opened.store.close()


def _row(name: str, value: float, floor: float) -> Row:
    more = value - floor
    return Row(
        name,
        shown(value, "ms"),
        shown(floor, "ms"),
        round(value / floor, 2),
        "p99 ≤ 8 ms more",
        more <= _MORE_MS,
    )


def _forms(folder: Path) -> Path:
    """Make a form of 25 fields of one that ships."""
    (folder / FORM).mkdir(parents=True)
    for file in places.forms().glob("lists/*.yaml"):
        (folder / "lists").mkdir(exist_ok=True)
        (folder / "lists" / file.name).write_text(file.read_text("utf-8"), "utf-8")
    text = (places.forms() / FORM / "1.yaml").read_text("utf-8")
    missing = FIELDS - text.count("- name: ") + text.count("  - name: ") - text.count("      - name: ")
    more = "".join(
        f"      - {{name: more_{n}, kind: text, label: {{zh_CN: 另{n}, zh_TW: 另{n}, en: More {n}}}}}\n"
        for n in range(missing)
    )
    (folder / FORM / "1.yaml").write_text(text.rstrip() + "\n" + more, "utf-8")
    return folder


def _page(opened: Opened, parent: QObject, application: Application, forms: Path) -> CallPage:
    store, agent = opened.store, opened.agent
    calls = Calls(store, load(forms), agent, clock.now, "zh_CN")
    assert len(calls.forms.get(FORM).fields) == FIELDS, len(calls.forms.get(FORM).fields)
    conflicts = Conflicts(store, Corrections(store, calls.forms, "zh_CN"), agent, clock.now)
    desk = CallDesk(
        calls, Cases(store, calls.forms, agent, clock.now),
        Orders(store, calls, agent, clock.now, Letterhead("", "zh_CN")),
        clock.now, str, Disputes(conflicts, Values(conflicts.corrections, str)), "zh_CN",
        application.composing.text, {}, lambda customer, record: False,
    )  # fmt: skip
    return CallPage(desk, Bridge(store.changes, parent), calls.new(FORM))


def _p99(window: QMainWindow, shown_: QWidget, typed_into: QLineEdit) -> float:
    """Return ms from the key to the painted sign, checks and keeping of the draft counted as keys too."""
    if window.centralWidget() is not shown_:
        window.setCentralWidget(shown_)
    window.show()
    window.activateWindow()
    typed_into.setFocus()
    _settle()
    readings = [reading for n in range(KEYS) for reading in _key(typed_into, n)]
    return percentile(readings, 0.99)


def _key(line: QLineEdit, n: int) -> list[float]:
    if n % 20 == 19:
        line.clear()
    readings = [_timed(lambda: (QTest.keyClick(line, "a"), QCoreApplication.processEvents()))]
    if n % 20 == 10:  # a pause: what was typed is checked and kept
        end = perf_counter() + _CHECKED
        while perf_counter() < end:
            readings.append(_timed(QCoreApplication.processEvents))
        readings = [readings[0], max(readings[1:])]
    return readings


def _timed(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    return (perf_counter() - start) * 1e3


def _settle() -> None:
    for _ in range(20):
        QCoreApplication.processEvents()


@contextmanager
def _pulling(opened: Opened) -> Iterator[None]:
    """Apply pages of a pull in another thread, as the central lane does, for as long as it takes."""
    pages = list(images.pages(PULLED))  # made before: central makes them elsewhere
    stop = threading.Event()
    left = len(pages)

    def pull() -> None:
        nonlocal left
        for page in pages:
            if stop.is_set():
                return
            opened.store.feed.receive(page)
            left -= 1

    busy = threading.Thread(target=pull)
    busy.start()
    try:
        yield
    finally:
        stop.set()
        busy.join()
    assert left, f"all {PULLED} were taken in before the typing ended"
