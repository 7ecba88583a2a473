"""From the key to the queue, and from the key to the first page that is seen."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench import seat
from tests.bench.figures import LEAST, Row, alone, percentile

CALLS, SLIPS = 10_000, 20

_PROGRAM = (
    seat.PROGRAM
    + f"""
from time import perf_counter
from PySide6.QtCore import Qt
front.sign_in_asked.emit(seat.AGENT_NO, seat.PASSWORD)
hands.until(lambda: program.opened is not None, "signed in")
workplace, prints = front.window.centralWidget(), program.opened.store.prints
ANSWERS = {{
    "name": "王小明", "phone": "13800001234", "address": "滨江路 18 号 3 栋 502", "category": "stove",
    "request": "灶具打不着火", "read_back": True, "solved": "unsolved", "user_type": "residential",
    "gas_smell": False,
}}
for n in range({SLIPS}):
    workplace.work.new("gas_repair")
    page = workplace.tabs.current()
    page.view.set_answers(ANSWERS)
    page.dispatch()
    begun = perf_counter()
    hands.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ControlModifier)
    paperwork = workplace.paperwork
    hands.until(lambda: not paperwork.window.view._sheet.pixmap().isNull(), "no page")
    seen = perf_counter() - begun
    paperwork.window.reject()
    hands.come_to_the_front()
    begun = perf_counter()
    hands.press(Qt.Key.Key_F8)
    hands.until(lambda: prints.of_order(page.order_id) is not None, "no job")
    print(perf_counter() - begun, seen, flush=True)
    hands.until(lambda: prints.of_order(page.order_id).state == "done", "not printed")
    workplace.work.close_current()
os._exit(0)
"""
)


def prints(folder: Path) -> Iterator[Row]:
    seat.make(folder / "seat", CALLS)
    told = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(folder / "seat")],
        stdout=subprocess.PIPE, text=True, timeout=300, check=True,
    )  # fmt: skip
    times = [[float(each) * 1e3 for each in line.split()] for line in told.stdout.splitlines()]
    assert len(times) >= LEAST
    queued, seen = zip(*times[1:], strict=True)  # the first brings reportlab and the fonts
    yield alone("F8 to the job in the queue, p95", percentile(queued, 0.95), unit="ms", at_most=200)
    yield alone(
        "Ctrl+F8 to the first page that is seen, median", sorted(seen)[len(seen) // 2], unit="ms", at_most=150
    )
