"""A long table: rows of one height, columns the agent arranges, keys that never wander off."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import (
    Property,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
)

from app.ui.kit.canvas import Canvas, chosen_ranges
from app.ui.kit.paged import NEVER, Head, PagedModel
from app.ui.kit.paging import Kept
from app.ui.kit.style import figures

_ROW = 28
_NARROWEST, _WIDEST = 48, 720
_ARROW = 20  # what the sorted column needs beside its name
_MOST_CHOSEN = 500  # rows that are chosen again after a change
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Table(QTableView):
    """Opens a row by Enter or a double click. ``seen`` tells which rows can be seen, first and last."""

    opened = Signal(object)  # the row
    sort_asked = Signal(str, bool)  # code, descending
    seen = Signal(int, int)
    typed = Signal(str)  # a sign typed here, meant for the search
    arranged = Signal()  # columns moved, hidden, widened
    menu_asked = Signal(QPoint)  # on the screen
    columns_asked = Signal(QPoint)

    def __init__(self, model: PagedModel) -> None:
        super().__init__()
        self.paged = model
        self._sorted = ("", True)
        self._fills = True  # the room that is left over; not once somebody chose a width
        self._filling = False
        self._told = QTimer(self, singleShot=True, interval=0)
        self._told.timeout.connect(self._tell_seen)
        self.setModel(model)
        self._canvas = Canvas(self, model)
        self.setFont(figures(self.font()))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._make_headers()
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        self.verticalScrollBar().valueChanged.connect(lambda: self._told.start())
        model.rowsInserted.connect(lambda: self._told.start())
        model.rowsInserted.connect(self._choose_first)
        model.rowsRemoved.connect(lambda: self._told.start())

    def _make_headers(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(_ROW)
        rows.setDefaultSectionSize(_ROW)
        columns.setHighlightSections(False)
        columns.setSectionsClickable(True)
        columns.setSectionsMovable(True)
        columns.setFirstSectionMovable(False)
        columns.setMinimumSectionSize(_NARROWEST)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        columns.customContextMenuRequested.connect(
            lambda at: self.columns_asked.emit(columns.mapToGlobal(at))
        )
        columns.sectionClicked.connect(self._clicked)
        columns.sectionMoved.connect(lambda: self.arranged.emit())
        columns.sectionResized.connect(self._resized)
        # A header asks row by row whether a column is chosen whole: half a minute for a million rows.
        nothing = QItemSelectionModel(self.paged, self)
        for header in (rows, columns):
            header.setSelectionModel(nothing)
        self.reset_columns()

    # How high rows are, the style sheet says.
    def _row_height(self) -> int:
        return self.verticalHeader().defaultSectionSize()

    def _set_row_height(self, height: int) -> None:
        self.verticalHeader().setDefaultSectionSize(height)

    rowHeight = Property(int, _row_height, _set_row_height)  # type: ignore[assignment]  # noqa: N815

    # -- columns --

    def reset_columns(self) -> None:
        columns = self.horizontalHeader()
        with self._by_us():
            for place, head in enumerate(self.paged.heads):
                columns.moveSection(columns.visualIndex(place), place)
                columns.resizeSection(place, self._width(place))
                columns.setSectionHidden(place, not head.shown)
        self._fills = True
        self._fill()
        self.arranged.emit()

    def _width(self, place: int) -> int:
        return max(self.paged.heads[place].width, self.horizontalHeader().sectionSizeHint(place) + _ARROW)

    def _fill(self) -> None:
        """Give the room that is left over to what is longest, the first column that shows both ends."""
        columns, heads = self.horizontalHeader(), self.paged.heads
        longest = [p for p, head in enumerate(heads) if head.ends and not columns.isSectionHidden(p)]
        with self._by_us():
            columns.setStretchLastSection(not (self._fills and longest))
            if self._fills and longest:
                free = self.viewport().width() - columns.length() + columns.sectionSize(longest[0])
                columns.resizeSection(longest[0], max(self._width(longest[0]), min(free, _WIDEST)))

    @contextmanager
    def _by_us(self) -> Iterator[None]:
        """Within it, a change of the columns is nobody's choice."""
        self._filling = True
        try:
            yield
        finally:
            self._filling = False

    def _resized(self) -> None:
        if not self._filling:
            self._fills = False
            self._fill()
            self.arranged.emit()

    def show_column(self, place: int, *, shown: bool) -> None:
        with self._by_us():
            self.horizontalHeader().setSectionHidden(place, not shown)
        self._fill()
        self.arranged.emit()

    def shown_heads(self) -> list[Head]:
        """Return the columns that can be seen, from left to right."""
        columns, heads = self.horizontalHeader(), self.paged.heads
        places = (columns.logicalIndex(visual) for visual in range(len(heads)))
        return [heads[place] for place in places if not columns.isSectionHidden(place)]

    def arrangement(self) -> str:
        """Return order, widths and what is hidden, to be kept and given to arrange() another day."""
        columns = self.horizontalHeader()
        places = (columns.logicalIndex(visual) for visual in range(len(self.paged.heads)))
        told = [
            [self.paged.heads[p].code, columns.sectionSize(p), not columns.isSectionHidden(p)] for p in places
        ]
        # A hidden column has no width of its own, and none has where nobody chose one.
        widths = not self._fills
        return json.dumps([[code, (widths and width) or NEVER, shown] for code, width, shown in told])

    def arrange(self, told: str) -> None:
        """Arrange the columns as *told*; what is not understood, or new, stays as it is."""
        try:
            kept = [(str(code), int(width), bool(shown)) for code, width, shown in json.loads(told)]
        except (ValueError, TypeError):
            return
        columns, codes = self.horizontalHeader(), [head.code for head in self.paged.heads]
        known = [each for each in kept if each[0] in codes]
        self._fills = not any(width >= _NARROWEST for _, width, _ in known)
        with self._by_us():
            for visual, (code, width, shown) in enumerate(known):
                place = codes.index(code)
                columns.moveSection(columns.visualIndex(place), visual)
                columns.setSectionHidden(place, not shown)
                if width >= _NARROWEST:
                    columns.resizeSection(place, width)
        self._fill()

    def show_sort(self, code: str, *, descending: bool) -> None:
        self._sorted = (code, descending)
        self.paged.show_sort(code, descending=descending)

    def _clicked(self, place: int) -> None:
        head, (code, descending) = self.paged.heads[place], self._sorted
        if head.sorts:
            self.sort_asked.emit(head.code, not descending if head.code == code else False)

    # -- rows --

    def chosen_rows(self) -> list[int]:
        """Return the chosen rows from top to bottom."""
        rows = {row for top, bottom in chosen_ranges(self) for row in range(top, bottom + 1)}
        return sorted(rows)

    def count_chosen(self) -> int:
        return sum(bottom - top + 1 for top, bottom in chosen_ranges(self))

    def in_sight(self) -> tuple[int, int]:
        """Return the first and the last row that can be seen."""
        first = max(self.verticalScrollBar().value(), 0)
        return first, first + self.viewport().height() // max(self._row_height(), 1) + 1

    def kept(self) -> Kept:
        """Return what has to stay where the agent sees it while the rows change."""
        first, last = self.in_sight()
        few = self.count_chosen() <= _MOST_CHOSEN
        chosen = [self.paged.key(row) for row in self.chosen_rows()] if few else []
        return Kept(
            self.paged.key(first), last - first, first, self.paged.key(self.currentIndex().row()), chosen
        )

    def place(self, kept: Kept, places: dict[int, int]) -> None:
        """Bring what was *kept* back into its place; at the very top, what is new comes into sight."""
        columns, model = self.horizontalHeader(), self.selectionModel()
        column = max(columns.logicalIndex(0), 0)
        rows = [places[key] for key in kept.chosen if key in places]
        # What was chosen while the rows were read stays.
        if kept.chosen and (len(rows) != self.count_chosen() or rows != self.chosen_rows()):
            model.clearSelection()
            flags = model.SelectionFlag
            for row in rows:
                model.select(self.paged.index(row, column), flags.Select | flags.Rows)
            if kept.current in places:
                model.setCurrentIndex(self.paged.index(places[kept.current], column), flags.NoUpdate)
        # Last: a current row that is out of sight would be scrolled to.
        if kept.at and kept.top in places:
            self.verticalScrollBar().setValue(places[kept.top])

    def choose(self, row: int) -> None:
        """Choose *row* alone, whatever keys are held meanwhile."""
        index = self.paged.index(row, max(self.horizontalHeader().logicalIndex(0), 0))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def _open(self, row: int) -> None:
        if (thing := self.paged.at(row)) is not None:
            self.opened.emit(thing)

    def _tell_seen(self) -> None:
        if self.paged.rowCount():
            self.seen.emit(*self.in_sight())

    # -- Qt --

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex().row())
        elif event.text().isprintable() and event.text().strip() and not event.modifiers() & _HELD:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """A walk through a million rows for one sign typed: not here."""

    def moveCursor(self, action: QAbstractItemView.CursorAction, held: Qt.KeyboardModifier) -> QModelIndex:
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: self.paged.rowCount() - 1,
        }
        if action in ends and self.paged.rowCount():
            return self.paged.index(ends[action], max(self.currentIndex().column(), 0))
        return super().moveCursor(action, held)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_asked.emit(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._canvas.paint(painter, event.rect())
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._choose_first()

    def _choose_first(self) -> None:
        """A table with no row chosen would not show that it has the focus."""
        if self.hasFocus() and self.paged.rowCount() and not self.currentIndex().isValid():
            self.choose(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()
        self._told.start()
