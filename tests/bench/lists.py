"""Lists of a million calls: the query alone, the page on the screen, a page further, a text, a file; and from
one form to another."""

import csv
import json
import subprocess
import sys
from array import array
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from app import places
from app.desk import clock
from app.desk.exports import Export
from app.desk.listings import LISTS, Filters
from app.desk.lists import Lists
from app.desk.seat import DATABASE
from app.forms.load import load
from app.store.engine import READ_CACHE_KIB, Key, connect
from app.store.said import parts
from app.ui.columns import Cells, heads
from app.ui.exporting import PIECE
from tests.bench import seat
from tests.bench.figures import Row, against, alone, median, percentile
from tests.conftest import DATA

CALLS, PAGES, TURNS = 1_000_000, 60, 20
_TEXTS = DATA / "calls_cn_taidi" / "calls_dev.csv"
_ASKED, _EXPORTED = 200, 100_000
_PAGE = 80  # rows read for the first look, as the pager does
BARE = (
    "SELECT number, started_at, form, channel, owes, handler, first_taker, answers FROM calls"
    f" ORDER BY started_at DESC, id DESC LIMIT {_PAGE}"
)
_RAW = "SELECT rowid FROM calls INDEXED BY ix_calls_started_at ORDER BY started_at DESC, id DESC LIMIT 400"


def lists(folder: Path) -> Iterator[Row]:
    made = seat.make(folder / "seat", CALLS)
    said = _said()
    _learn(made, said)
    opened = seat.sign_in(made)
    try:
        shown = Lists(opened.store, load(places.forms()), opened.agent, opened.seat.code, clock.now, "zh_CN")
        yield from _read(made, shown)
        yield _narrowed(shown, said)
        for end in ("csv", "xlsx"):
            yield _exported(shown, folder / f"calls.{end}")
    finally:
        opened.store.close()
    yield from _on_screen(folder)


def _said() -> list[str]:
    """Return what people said, to be found again; without the letters, one invented sentence."""
    if not _TEXTS.exists():
        return ["灶具打不着火，换过电池，旋钮按下去有声音但是没有火。"]
    with _TEXTS.open(encoding="utf-8-sig", newline="") as file:
        return [f"{each['title']}\n{each['detail'][:80]}" for each in csv.DictReader(file)]


def _learn(made: seat.BenchSeat, said: list[str]) -> None:
    """Put words of people's letters into the index of all calls: thousands of texts, not one."""
    told = [" ".join(sorted(parts(text))) for text in said]
    with closing(connect(made.folder / DATABASE, Key(made.key))) as raw:
        raw.execute("PRAGMA synchronous=OFF")
        raw.execute("BEGIN")
        rows = ((n, told[n % len(told)]) for (n,) in raw.execute("SELECT rowid FROM calls").fetchall())
        raw.executemany("INSERT INTO said (rowid, parts) VALUES (?, ?)", rows)
        raw.execute("DELETE FROM said_due")
        raw.execute("COMMIT")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


# -- read --


def _read(made: seat.BenchSeat, shown: Lists) -> Iterator[Row]:
    wanted = shown.wanted("calls", Filters())
    with closing(connect(made.folder / DATABASE, Key(made.key))) as raw:
        raw.execute(f"PRAGMA cache_size=-{READ_CACHE_KIB}")
        floor = _best(lambda: raw.execute(_RAW).fetchall())
    value = _best(lambda: shown.walk(wanted))
    yield against("list of 1 M calls, its query", value * 1e3, floor * 1e3, unit="ms", at_most=2)
    page = _best(lambda: shown.rows("calls", shown.walk(wanted).order[:_PAGE]))
    yield alone("the same, with the rows of the first page in words", page * 1e3, unit="ms", at_most=16)


def _best(act: Any) -> float:
    return median(lambda: min(_timed(act) for _ in range(20)))


def _timed(act: Any) -> float:
    begun = perf_counter()
    act()
    return perf_counter() - begun


def _narrowed(shown: Lists, said: list[str]) -> Row:
    def ask(n: int) -> None:
        text = said[n * 37 % len(said)]
        at = n * 13 % max(len(text) - 6, 1)
        wanted = shown.wanted("calls", Filters(text=text[at : at + 2 + n % 5]))
        shown.rows("calls", shown.walk(wanted).order[:_PAGE])

    readings = [_timed(lambda: ask(n)) * 1e3 for n in range(_ASKED)]  # noqa: B023
    return alone("2 to 6 signs of what was said, p95", percentile(readings, 0.95), unit="ms", at_most=150)


def _exported(shown: Lists, path: Path) -> Row:
    columns, cells = heads(LISTS["calls"]), Cells(clock.now)
    order = array("q")
    stretch = shown.walk(shown.wanted("calls", Filters()))
    while len(order) < _EXPORTED and stretch.mark is not None:
        order.extend(stretch.order)
        stretch = shown.walk(shown.wanted("calls", Filters()), stretch.mark)
    begun = perf_counter()
    export = Export(path, [each.title for each in columns])
    for start in range(0, len(order), PIECE):
        found = shown.rows("calls", order[start : start + PIECE])
        export.add([[cells.plain(row, each.code) for each in columns] for row in found])
    export.finish()
    pace = len(order) / (perf_counter() - begun)
    return alone(f"export to {path.suffix[1:].upper()}, a second", pace, unit="rows", at_least=20_000)


# -- on the screen --


def _on_screen(folder: Path) -> Iterator[Row]:
    words = [sys.executable, "-c", _SCREEN, str(folder / "seat")]
    done = subprocess.run(words, stdout=subprocess.PIPE, text=True, timeout=900, check=True)
    told = {
        what: [s * 1e3 for s in found] for what, found in json.loads(done.stdout.splitlines()[-1]).items()
    }
    first, bare = (median(partial(next, iter(told[what]))) for what in ("first", "bare"))
    yield against("first page painted, to a bare table of these rows", first, bare, unit="ms", at_most=2)
    yield alone("a page further, painted, p99", percentile(told["further"], 0.99), unit="ms", at_most=16)
    for what, name in (("switch", "to another open form"), ("change", "another form for the same call")):
        yield alone(f"{name}, painted, p99", percentile(told[what], 0.99), unit="ms", at_most=100)


_SCREEN = (
    seat.PROGRAM
    + """
import json
from contextlib import closing
from time import perf_counter
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QTableView
from app.desk.seat import DATABASE
from app.store.engine import Key, connect
from tests.bench.lists import BARE, PAGES, TURNS
front.sign_in_asked.emit(seat.AGENT_NO, seat.PASSWORD)
hands.until(lambda: program.opened is not None, "signed in")
for _ in range(20):
    application.processEvents()
workplace = front.window.centralWidget()
told = {"first": [], "bare": [], "further": [], "switch": [], "change": []}

def timed(what, act, shown=front.window):
    begun = perf_counter()
    act()
    shown.repaint()
    told[what].append(perf_counter() - begun)

def turn():
    QTest.keyClick(hands.focus(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    application.processEvents()

def change(form):
    workplace.work.intake.switch(form)
    application.processEvents()

def rest():
    for _ in range(10):
        application.processEvents()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)

def first():
    workplace.open("list", "calls")
    page = workplace.tabs.current()
    while page.model.at(0) is None:
        application.processEvents()

raw = connect(folder / DATABASE, program.opened.store._door._engines._key)

def bare():
    window, view = QMainWindow(), QTableView()
    rows = raw.execute(BARE).fetchall()
    model = QStandardItemModel(len(rows), 10)
    for at, row in enumerate(rows):
        for place, value in enumerate(row):
            model.setItem(at, place, QStandardItem(str(value)))
    view.setModel(model)
    window.resize(front.window.size())
    window.setCentralWidget(view)
    window.show()
    application.processEvents()
    window.repaint()
    window.close()

for _ in range(TURNS):
    timed("first", first)
    rest()
    workplace.work.close_current()
    rest()
    timed("bare", bare)
    rest()
first()
page = workplace.tabs.current()
hands.until(lambda: page._is_all, "walked")
page.table.setFocus()
for _ in range(PAGES):
    timed("further", lambda: QTest.keyClick(page.table, Qt.Key.Key_PageDown), page.table.viewport())
    hands.until(lambda: page.model.at(page.table.in_sight()[0]) is not None, "read")
    rest()
for form in ("gas_repair", "suggestion"):
    workplace.work.new(form)
    rest()
for _ in range(TURNS):
    timed("switch", turn)
    rest()
workplace.work.new("gas_repair")
rest()
workplace.tabs.current().view.set_answers({"name": "王小明", "phone": "13800001234"})
for n in range(TURNS):
    timed("change", lambda: change(("suggestion", "gas_repair")[n % 2]))
    rest()
print(json.dumps(told), flush=True)
os._exit(0)
"""
)
