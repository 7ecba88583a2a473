"""A table of a million rows: nothing of it takes longer than a glance, and it stays where the agent looks."""

import time as clock
from array import array
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from app.ui.kit.paged import Cell, Head, PagedModel
from app.ui.kit.paging import Pager
from app.ui.kit.table import Table

MANY = 1_000_000
GLANCE = 0.1  # seconds


@dataclass(frozen=True)
class Thing:
    row: int


@dataclass(frozen=True)
class Piece:
    order: array
    mark: int | None
    cut: bool = False


class Numbers:
    """A source of the numbers from *first* to *last*, walked in pieces."""

    def __init__(self, last, first=0, piece=20_000):
        self.first, self.last, self.piece = first, last, piece
        self.read = 0
        self.gone = set()

    def walk(self, mark):
        start = self.first if mark is None else mark
        end = min(start + (400 if mark is None else self.piece), self.last)
        return Piece(array("q", range(start, end)), end if end < self.last else None)

    def rows(self, order):
        self.read += len(order)
        return [Thing(key) for key in order if key not in self.gone]


HEADS = [
    Head("n", "Number", 100, sorts=True),
    Head("word", "Word", 100),
    Head("late", "Late", 100, right=True, shown=False),
]


def show(thing, code):
    return Cell(
        f"{code} {thing.row}", tone="danger" if code == "late" else "", icon="flag" if code == "late" else ""
    )


@dataclass
class Desk:
    table: Table
    pager: Pager
    model: PagedModel
    jobs: list
    host: QWidget

    def work(self):
        """Do what the lane would do next."""
        job, done, _ = self.jobs.pop(0)
        done(job())

    def settle(self, qapp):
        """Do all there is to do, as many rounds as it takes."""
        qapp.processEvents()
        while self.jobs or self.pager._growing.isActive():
            if self.jobs:
                self.work()
            qapp.processEvents()

    def text(self, row, column=0):
        return self.model.index(row, column).data()


@pytest.fixture
def desk(qtbot, qapp):
    host, jobs = QWidget(), []
    model = PagedModel(HEADS, show, host)
    table = Table(model)
    table.setParent(host)
    table.resize(400, 300)
    host.resize(400, 300)

    def run(job, done, failed):
        jobs.append((job, done, failed))
        return True

    pager = Pager(model, run, table.kept, host)
    table.seen.connect(pager.see)
    pager.placed.connect(table.place)
    qtbot.addWidget(host)
    host.show()
    return Desk(table, pager, model, jobs, host)


@pytest.fixture
def quick():
    """Say how long something takes on the window's thread."""

    def measured(act):
        start = clock.perf_counter()
        act()
        return clock.perf_counter() - start

    return measured


def test_the_first_rows_are_there_with_the_first_answer(desk, qapp):
    desk.pager.begin(Numbers(MANY))
    desk.work()
    assert desk.model.rowCount() == 400
    assert desk.text(0) == "n 0"


def test_a_million_rows_are_counted_a_piece_at_a_time(desk, qapp, quick):
    told = []
    desk.pager.counted.connect(lambda count, is_all: told.append((count, is_all)))
    source = Numbers(MANY)
    desk.pager.begin(source)
    slowest = 0.0
    while not (told and told[-1] == (MANY, True)):
        slowest = max(slowest, quick(lambda: (desk.work() if desk.jobs else None, qapp.processEvents())))
    assert desk.model.rowCount() == MANY
    assert slowest < 10 * GLANCE  # the source works on this thread here
    assert source.read < 1_000
    assert [count for count, _ in told] == sorted(count for count, _ in told)


def test_a_jump_reads_only_what_is_seen(desk, qapp, quick):
    source = Numbers(MANY)
    desk.pager.begin(source)
    desk.settle(qapp)
    source.read = 0
    bar = desk.table.verticalScrollBar()
    for place in (900_000, 300_000, 500_000):
        assert quick(lambda place=place: (bar.setValue(place), qapp.processEvents())) < GLANCE
    desk.settle(qapp)
    assert desk.text(500_000) == "n 500000"
    assert desk.text(300_000) is None  # flown by
    assert source.read < 1_000


def test_all_rows_are_chosen_at_a_glance(desk, qapp, quick):
    desk.pager.begin(Numbers(MANY))
    desk.settle(qapp)
    desk.table.setFocus()
    assert quick(lambda: (desk.table.selectAll(), desk.table.grab(), qapp.processEvents())) < 5 * GLANCE
    assert desk.table.count_chosen() == MANY


def test_a_sign_typed_goes_to_the_search_and_walks_through_nothing(desk, qapp, qtbot, quick):
    desk.pager.begin(Numbers(MANY))
    desk.settle(qapp)
    desk.table.choose(0)
    typed = []
    desk.table.typed.connect(typed.append)
    assert quick(lambda: qtbot.keyClick(desk.table, Qt.Key.Key_W)) < GLANCE
    assert typed == ["w"]
    assert desk.table.currentIndex().row() == 0


def test_home_and_end_go_to_the_ends_of_the_list(desk, qapp, qtbot):
    desk.pager.begin(Numbers(5000))
    desk.settle(qapp)
    desk.table.choose(7)
    qtbot.keyClick(desk.table, Qt.Key.Key_End)
    assert desk.table.currentIndex().row() == 4999
    qtbot.keyClick(desk.table, Qt.Key.Key_Home)
    assert desk.table.currentIndex().row() == 0


def test_what_is_seen_and_chosen_stays_when_rows_come_above(desk, qapp):
    source = Numbers(5000, first=100)
    desk.pager.begin(source)
    desk.settle(qapp)
    desk.table.choose(210)  # the number 310
    desk.table.verticalScrollBar().setValue(200)
    desk.settle(qapp)
    source.first = 50
    desk.pager._resting.stop()
    desk.pager.again()
    desk.settle(qapp)
    assert desk.model.rowCount() == 4950
    assert desk.table.verticalScrollBar().value() == 250
    assert desk.table.currentIndex().row() == 260
    assert desk.table.chosen_rows() == [260]
    assert desk.text(260) == "n 310"


def test_at_the_very_top_what_is_new_comes_into_sight(desk, qapp):
    source = Numbers(5000, first=100)
    desk.pager.begin(source)
    desk.settle(qapp)
    source.first = 99
    desk.pager._resting.stop()
    desk.pager.again()
    desk.settle(qapp)
    assert desk.table.verticalScrollBar().value() == 0
    assert desk.text(0) == "n 99"


def test_a_table_that_has_the_focus_shows_where(desk, qapp):
    desk.table.setFocus()
    desk.pager.begin(Numbers(1000))
    desk.settle(qapp)
    assert desk.table.currentIndex().row() == 0
    assert desk.table.chosen_rows() == [0]


def test_a_list_that_shrinks_keeps_what_is_left_of_the_choice(desk, qapp):
    source = Numbers(1000)
    desk.pager.begin(source)
    desk.settle(qapp)
    desk.table.choose(20)
    source.last = 30
    desk.pager._resting.stop()
    desk.pager.again()
    desk.settle(qapp)
    assert (desk.model.rowCount(), desk.table.chosen_rows()) == (30, [20])
    source.last = 10
    desk.pager._resting.stop()
    desk.pager.again()
    desk.settle(qapp)
    assert (desk.model.rowCount(), desk.table.chosen_rows()) == (10, [])


def test_what_changes_all_the_time_is_not_walked_all_the_time(desk, qapp, qtbot):
    desk.pager.begin(Numbers(100))
    desk.settle(qapp)
    for _ in range(20):
        desk.pager.again()
    assert desk.jobs == []
    qtbot.waitUntil(lambda: len(desk.jobs) == 1)  # once, when it has rested
    desk.settle(qapp)
    desk.pager._resting.stop()
    assert desk.jobs == []


def test_an_older_list_that_answers_late_is_not_shown(desk, qapp):
    desk.pager.begin(Numbers(1000))
    desk.pager.begin(Numbers(5))
    desk.settle(qapp)
    assert desk.model.rowCount() == 5


def test_a_row_that_is_gone_stays_blank_and_is_not_asked_for_again(desk, qapp):
    source = Numbers(300)
    source.gone = {100}
    desk.pager.begin(source)
    desk.settle(qapp)
    desk.table.verticalScrollBar().setValue(95)
    desk.settle(qapp)
    assert desk.text(100) is None
    assert desk.text(101) == "n 101"
    assert desk.jobs == []


def test_a_refusal_is_passed_on_and_the_next_try_works(desk, qapp):
    told = []
    desk.pager.failed.connect(told.append)
    desk.pager.begin(Numbers(10))
    _, _, failed = desk.jobs.pop(0)
    failed(ValueError("busy"))
    assert str(told[0]) == "busy"
    desk.pager.again()
    desk.settle(qapp)
    assert desk.model.rowCount() == 10


def test_columns_are_kept_and_what_is_unknown_is_passed_over(desk, qtbot):
    desk.table.show_column(2, shown=True)
    desk.table.show_column(1, shown=False)
    desk.table.horizontalHeader().resizeSection(0, 222)
    desk.table.horizontalHeader().moveSection(2, 1)
    kept = desk.table.arrangement()
    desk.table.reset_columns()
    assert [head.code for head in desk.table.shown_heads()] == ["n", "word"]
    desk.table.arrange(kept)
    assert [head.code for head in desk.table.shown_heads()] == ["n", "late"]
    assert desk.table.horizontalHeader().sectionSize(0) == 222
    for broken in ("", "[]", "{", '[["nothing", 20, true]]', "[1, 2]", '[["n", "wide", true]]'):
        desk.table.arrange(broken)
        assert [head.code for head in desk.table.shown_heads()] == ["n", "late"]


def test_only_what_sorts_is_sorted_by_a_click(desk, qtbot):
    asked = []
    desk.table.sort_asked.connect(lambda code, descending: asked.append((code, descending)))
    header = desk.table.horizontalHeader()
    desk.table.show_sort("n", descending=False)
    for place in (0, 1):
        middle = QPoint(header.sectionViewportPosition(place) + 20, header.height() // 2)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert asked == [("n", True)]
    titles = [
        desk.model.headerData(n, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) for n in range(3)
    ]
    assert titles == ["Number ↑", "Word", "Late"]


def test_how_high_rows_are_is_one_property(desk):
    desk.table.setProperty("rowHeight", 34)
    assert desk.table.verticalHeader().defaultSectionSize() == 34


def test_what_is_longest_gets_the_room_that_is_left_until_somebody_chooses_a_width(desk, qapp):
    heads = desk.model.heads
    desk.model.heads = [replace(head, ends=head.code == "word") for head in heads]
    table, header = desk.table, desk.table.horizontalHeader()
    table.reset_columns()
    table.show_column(2, shown=True)
    table.resize(900, 300)
    qapp.processEvents()
    assert header.length() == table.viewport().width()
    assert header.sectionSize(1) > 400
    table.resize(250, 300)
    qapp.processEvents()
    assert header.sectionSize(1) == table._width(1)
    header.resizeSection(1, 150)
    table.resize(900, 300)
    qapp.processEvents()
    assert header.sectionSize(1) == 150
    kept = table.arrangement()
    table.reset_columns()
    table.show_column(2, shown=True)
    assert header.sectionSize(1) > 400
    table.arrange(kept)
    assert header.sectionSize(1) == 150
