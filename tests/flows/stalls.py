"""Works at a window with every key and view there is, and prints each act that held it up: 16 ms for a key
or a turn of the wheel, 32 ms for a save refused (the page is laid out anew), 100 ms for a view that opens.
``python -m tests.flows.stalls FOLDER``

Of what is done many times the slowest is let pass: the machine itself stops for some ms now and then.

Counted is what the window's own thread works, not how long the machine took: two cores shared by many are
slow for anyone. Waiting for a lock or a disk is seen by ``python -m tests.bench save``.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter, thread_time

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QLineEdit, QWidget

from app.demo.awake import Awake
from app.demo.hands import Hands
from app.desk import clock
from app.main import favour_the_window
from app.program import Program
from app.ui.application import Application
from app.ui.front import Front
from tests.bench import seat as bench

KEY_MS, PAGE_MS, VIEW_MS = 16.0, 32.0, 100.0
MANY = 5
CALLS = 20_000
CONTROL = Qt.KeyboardModifier.ControlModifier
_USUAL_MS = 20.0  # what _work() takes on the machine the limits were set on


def _work() -> float:
    """Lay out and paint what any window has: as slow as the window is where memory is slow."""
    begun = thread_time()
    page = QWidget()
    grid = QGridLayout(page)
    for n in range(40):
        grid.addWidget(QLabel(f"行 {n}"), n % 20, n // 20 * 2)
        grid.addWidget(QLineEdit(str(n)), n % 20, n // 20 * 2 + 1)
    page.resize(1000, 700)
    page.grab()
    page.deleteLater()
    return (thread_time() - begun) * 1e3


def _slower() -> float:
    """Return how many times as long as usual work takes here and now."""
    return max(1.0, min(_work() for _ in range(3)) / _USUAL_MS)


@dataclass
class Watch:
    """Times the window's thread."""

    window: QWidget
    slower: float = field(default_factory=_slower)
    _over: dict[str, list[float]] = field(default_factory=dict)  # ms by act, of those that took too long
    _done: Counter[str] = field(default_factory=Counter)

    def slow(self) -> dict[str, float]:
        """Return the acts that took longer than they may, and their ms."""
        spared = {act: 1 if self._done[act] >= MANY else 0 for act in self._over}
        return {act: sorted(ms)[-1 - spared[act]] for act, ms in self._over.items() if len(ms) > spared[act]}

    def key(self, name: str, act: Callable[[], object]) -> None:
        self._watch(name, act, KEY_MS)

    def page(self, name: str, act: Callable[[], object]) -> None:
        self._watch(name, act, PAGE_MS)

    def view(self, name: str, act: Callable[[], object]) -> None:
        self._watch(name, act, VIEW_MS)

    def settle(self, name: str, seen: Callable[[], bool]) -> None:
        """Let the window work until *seen*; no step of it may be long."""
        end = perf_counter() + 30
        while not seen():
            assert perf_counter() < end, name
            begun = thread_time()
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
            self._note(f"{name}, afterwards", begun, VIEW_MS)

    def _watch(self, name: str, act: Callable[[], object], limit: float) -> None:
        begun = thread_time()
        act()
        QCoreApplication.processEvents()
        self._note(name, begun, limit)

    def _note(self, name: str, begun: float, limit: float) -> None:
        worked = (thread_time() - begun) * 1e3
        self._done[name] += 1
        took = worked / self.slower
        if took > limit:  # the machine's speed swings: what is it just now?
            self.slower = _slower()
            took = worked / self.slower
        if took > limit:
            self._over.setdefault(name, []).append(took)


@contextmanager
def workplace(folder: Path, calls: int = CALLS) -> Iterator[tuple[QWidget, Hands]]:
    application = Application(sys.argv[:1])
    made = bench.make(folder, calls).folder
    front = Front(application, made, clock.now)
    program = Program(application, front, made, bench.KeptSecrets(made / "secrets.json"), Awake())
    favour_the_window()
    front.window.resize(1366, 768)
    hands = Hands(front.window)
    hands.come_to_the_front()
    front.sign_in_asked.emit(bench.AGENT_NO, bench.PASSWORD)
    hands.until(lambda: program.opened is not None, "signed in")
    yield front.window.centralWidget(), hands
    front.window.close()
    program.close()


def _wheel(over: QWidget) -> None:
    turn = QWheelEvent(
        QPointF(40, 40), over.mapToGlobal(QPointF(40, 40)), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QCoreApplication.sendEvent(over, turn)


def _forms(place, hands, watch) -> None:
    for form in ("燃气报修", "投诉", "城市管理事项", "燃气泄漏报警"):
        hands.press(Qt.Key.Key_F2)
        hands.type(form)
        watch.view(f"a form, {form}", lambda: hands.press(Qt.Key.Key_Return))
        for sign in "abc 12":
            watch.key(f"a letter in {form}", lambda sign=sign: hands.type(sign))
        for _ in range(14):
            watch.key(f"Tab in {form}", lambda: hands.press(Qt.Key.Key_Tab))
        for _ in range(10):
            watch.key(f"the wheel over {form}", lambda: _wheel(place.tabs.current().view.viewport()))
        watch.page(f"what is missing in {form}", lambda: hands.press(Qt.Key.Key_Return, CONTROL))
    for _ in range(8):
        watch.view("the next tab", lambda: hands.press(Qt.Key.Key_Tab, CONTROL))


def _lists(place, hands, watch) -> None:
    for name in ("calls", "cases", "orders", "customers"):
        watch.view(f"the list of {name}", lambda name=name: place.open("list", name))
        page = place.tabs.current()
        if name != "orders":
            watch.settle(f"the list of {name}", lambda page=page: page.model.rowCount() > 1000)
        for _ in range(30):
            watch.key(f"a page down in {name}", lambda: hands.press(Qt.Key.Key_PageDown))
        for _ in range(30):
            watch.key(f"the wheel over {name}", lambda page=page: _wheel(page.table.viewport()))
        watch.key(f"the end of {name}", lambda: hands.press(Qt.Key.Key_End, CONTROL))
    place.open("list", "calls")
    hands.press(Qt.Key.Key_Home, CONTROL)
    watch.view("a call from the list", lambda: hands.press(Qt.Key.Key_Return))
    case = place._desk.cases.others_open()[0]
    watch.view("a case", lambda: place.open("case", case.id))
    watch.settle("a case", lambda: place.tabs.current().is_read)
    watch.view("the help", lambda: place.open("help", "help"))
    watch.view("the import", lambda: place.open("import", "import"))


def _found(place, hands, watch) -> None:
    watch.view("the commands", lambda: hands.press(Qt.Key.Key_K, CONTROL))
    for sign in "dr00":
        watch.key("a letter in the commands", lambda sign=sign: hands.type(sign))
    watch.key("Esc", lambda: hands.press(Qt.Key.Key_Escape))
    watch.view("the caller", lambda: hands.press(Qt.Key.Key_F4))
    for sign in bench.phone_of(3)[3:8]:
        watch.key("a digit of the caller", lambda sign=sign: hands.type(sign))
    watch.settle("the caller", lambda: place.caller.found.count() > 0)
    watch.view("one caller", lambda: hands.press(Qt.Key.Key_Return))
    watch.settle("one caller", lambda: place.caller.customer is not None)
    watch.view("the keys", lambda: hands.press(Qt.Key.Key_F1))
    assert QApplication.focusWidget() is not None


if __name__ == "__main__":
    with workplace(Path(sys.argv[1])) as (place, hands):
        watch = Watch(place)
        _forms(place, hands, watch)
        _lists(place, hands, watch)
        _found(place, hands, watch)
    print(json.dumps(watch.slow(), ensure_ascii=False))
