"""Paints the rows of a long table."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QPainter
from PySide6.QtWidgets import QTableView

from app.ui.kit.icons import draw
from app.ui.kit.paged import Cell, PagedModel
from app.ui.kit.style import tone

_SIDE, _ICON, _GAP = 8, 14, 4
_KNOWN = 5_000  # texts whose cut is remembered: scrolled by a line, all but one row is drawn as it was
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_LEFT, _RIGHT = int(_LINE | Qt.AlignmentFlag.AlignLeft), int(_LINE | Qt.AlignmentFlag.AlignRight)
_TONES = ("text", "muted", "danger", "warn", "good", "accent", "on-accent", "line")


def chosen_ranges(table: QTableView) -> list[tuple[int, int]]:
    """Return the first and last row of every run that is chosen."""
    chosen = table.selectionModel().selection()
    return [(chosen.at(n).top(), chosen.at(n).bottom()) for n in range(chosen.count())]


class Canvas:
    """Paints all that can be seen in one go. A delegate would be called for every cell, and each call
    would wait for the interpreter while a lane is busy: 10 ms become 100."""

    def __init__(self, table: QTableView, model: PagedModel) -> None:
        self._table, self._model = table, model
        self._widest = 0  # sign of the font
        self._known: dict[tuple[str, int, int], str] = {}
        self._sides = [_RIGHT if head.right else _LEFT for head in model.heads]
        middle, right = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight
        self._elided = [middle if head.ends else right for head in model.heads]

    def paint(self, painter: QPainter, dirty: QRect) -> None:
        """A chosen row stands on the accent while the table has the focus, else it is greyed."""
        table = self._table
        rows, columns = self._rows(dirty), self._columns(dirty)
        chosen = {row for top, bottom in chosen_ranges(table) for row in rows if top <= row <= bottom}
        # The style sheet mixes colours of its own into every widget's palette, not into this one.
        colours = {name: tone(QGuiApplication.palette(), name) for name in _TONES}
        here = "accent" if table.hasFocus() else "line"
        high = table.verticalHeader().defaultSectionSize()
        painter.setFont(table.font())
        metrics = QFontMetrics(table.font())
        if (widest := metrics.horizontalAdvance("国")) != self._widest:
            self._widest, self._known = widest, {}
        for row in rows:
            top = table.rowViewportPosition(row)
            if row in chosen:
                painter.fillRect(0, top, table.viewport().width(), high, colours[here])
            ink = "on-accent" if row in chosen and here == "accent" else ""
            for place, left, width in columns:
                cell = self._model.cell(row, place)
                if cell is not None and (cell.text or cell.icon):
                    box = QRect(left + _SIDE, top, width - 2 * _SIDE, high)
                    self._cell(painter, metrics, box, place, cell, colours[ink or cell.tone or "text"])

    def _rows(self, dirty: QRect) -> range:
        first, last = self._table.rowAt(dirty.top()), self._table.rowAt(dirty.bottom())
        end = last + 1 if last >= 0 else self._model.rowCount()
        return range(first, end) if first >= 0 else range(0)

    def _columns(self, dirty: QRect) -> list[tuple[int, int, int]]:
        """Return place, left edge and width of the columns that can be seen in *dirty*."""
        header = self._table.horizontalHeader()
        found = []
        for place in range(len(self._sides)):
            left, width = header.sectionViewportPosition(place), header.sectionSize(place)
            if width and left <= dirty.right() and left + width > dirty.left():
                found.append((place, left, width))
        return found

    def _cut(self, metrics: QFontMetrics, text: str, place: int, width: int) -> str:
        cut = self._known.get((text, place, width))
        if cut is None:
            if len(self._known) >= _KNOWN:
                self._known.clear()
            cut = self._known[text, place, width] = metrics.elidedText(text, self._elided[place], width)
        return cut

    def _cell(
        self, painter: QPainter, metrics: QFontMetrics, box: QRect, place: int, cell: Cell, ink: QColor
    ) -> None:
        room = _ICON + _GAP if cell.icon else 0
        side = self._sides[place]
        text = cell.text
        if len(text) * self._widest > box.width() - room:  # measuring costs as much as drawing
            text = self._cut(metrics, text, place, box.width() - room)
        painter.setPen(ink)
        if cell.icon:
            left = box.right() - metrics.horizontalAdvance(text) - room if side == _RIGHT else box.x()
            _icon(painter, max(left, box.x()), box, cell.icon, ink)
        painter.drawText(box.adjusted(room, 0, 0, 0), side, text)


def _icon(painter: QPainter, left: int, box: QRect, name: str, colour: QColor) -> None:
    ratio = painter.device().devicePixelRatioF()
    top = box.y() + (box.height() - _ICON) // 2
    painter.drawPixmap(left, top, draw(name, _ICON, colour.name(), ratio))
