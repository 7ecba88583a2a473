"""Rows of fields under their heads, in one or two columns."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.form.fields import WIDE
from app.ui.form.row import FieldRow
from app.ui.kit.style import mark

_LEAST, _MOST = 64, 128  # width of the labels
_WIDEST = 1180  # beyond it the eye loses the line
_ACROSS, _DOWN = 24, 6


class FormPage(QWidget):
    """Empty until fill(): rows are made as its children, for a whole form that moves from parent to parent
    is styled anew each time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        mark(self, canvas=True)
        self._sections: list[tuple[QWidget, list[FieldRow]]] = []
        self._arranged: tuple[int, frozenset[str]] | None = None
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(_ACROSS)
        self._grid.setVerticalSpacing(_DOWN)
        column = QVBoxLayout()
        column.addLayout(self._grid)
        column.addStretch(1)
        across = QHBoxLayout(self)
        across.setContentsMargins(16, 8, 16, 16)
        across.addLayout(column)
        self.setMaximumWidth(_WIDEST)

    def fill(self, sections: Sequence[tuple[str, Sequence[FieldRow]]]) -> None:
        """Take the rows, children of this page, under their heads."""
        self._sections = [(_head(title, self), list(rows)) for title, rows in sections]
        for head, rows in self._sections:
            for widget in (head, *rows):
                widget.hide()
        self._align()

    def clear(self) -> None:
        """Delete all rows; others may be taken then."""
        for head, rows in self._sections:
            for widget in (head, *rows):
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._sections, self._arranged = [], None

    def arrange(self, columns: int, shown: Collection[str]) -> None:
        """Lay out the fields *shown*; short ones lie side by side where there are two *columns*."""
        wanted = (columns, frozenset(shown))
        if wanted == self._arranged:
            return
        self._arranged = wanted
        line = 0
        for head, rows in self._sections:
            for widget in (head, *rows):  # not takeAt(): that leaves behind items that keep old heights
                self._grid.removeWidget(widget)
        for head, rows in self._sections:
            here = [row for row in rows if row.field.name in shown]
            for row in rows:
                row.setVisible(row in here)
            head.setVisible(bool(here))
            if here:
                self._grid.addWidget(head, line, 0, 1, columns)
                line = self._arrange(here, columns, line + 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)

    def _arrange(self, rows: Sequence[FieldRow], columns: int, line: int) -> int:
        """Return the line after the last of *rows*."""
        column = 0
        for row in rows:
            wide = row.field.kind in WIDE
            if column and (wide or column == columns):
                line, column = line + 1, 0
            self._grid.addWidget(row, line, column, 1, columns if wide else 1, Qt.AlignmentFlag.AlignTop)
            column += columns if wide else 1
        return line + 1

    def _align(self) -> None:
        rows = [row for _, rows in self._sections for row in rows]
        widths = [row.label_width(self.fontMetrics()) + 2 for row in rows]
        width = max(_LEAST, min(_MOST, max(widths, default=0)))
        for row in rows:
            row.set_label_width(width)


def _head(title: str, parent: QWidget) -> QWidget:
    head = QWidget(parent)
    text, rule = QLabel(title, head), QFrame(head)
    mark(text, type="section")
    mark(rule, rule=True)
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 10, 0, 2)
    row.setSpacing(12)
    row.addWidget(text)
    row.addWidget(rule, 1)
    return head
