"""The rows of a table of any length: their order in memory, the rows themselves as they come."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.kit.style import as_tip

NEVER = -1

_KEPT = 3_000  # rows read, of which those not looked at for longest are forgotten

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cell:
    """``tip``: what the mouse is told over it, or what says that: a page of exact times is never read."""

    text: str
    tip: str | Callable[[], str] = ""
    tone: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """``sorts``: by a click on it; ``right``: figures and clocks; ``ends``: both ends of a text too long
    are shown, as of an address, where the end tells one from another."""

    code: str
    title: str
    width: int
    sorts: bool = False
    right: bool = False
    ends: bool = False
    shown: bool = True


class PagedModel(QAbstractTableModel):
    """*show* says how a row stands in a column. A row not read yet is blank."""

    def __init__(self, heads: Sequence[Head], show: Callable[[Any, str], Cell], parent: QObject) -> None:
        super().__init__(parent)
        self.heads = heads
        self._show = show
        self._sorted, self._descending = "", True
        self._order = array("q")
        self._rows: OrderedDict[int, Any] = OrderedDict()
        self._cells: dict[tuple[int, int], Cell] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        head = self.heads[section]
        if role == Qt.ItemDataRole.DisplayRole:
            # The arrow stands in the words: the style's own lies over them.
            arrow = "↓" if self._descending else "↑"
            return f"{head.title} {arrow}" if head.code == self._sorted else head.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if head.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        cell = self.cell(index.row(), index.column())
        if cell is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        return as_tip((cell.tip if isinstance(cell.tip, str) else cell.tip()) or cell.text) or None

    def cell(self, row: int, column: int) -> Cell | None:
        key = self._order[row]
        known = self._cells.get((key, column))
        if known is None and key in self._rows:
            known = self._show(self._rows[key], self.heads[column].code)
            self._cells[key, column] = known
        return known

    # -- what is known --

    def at(self, row: int) -> Any:
        """Return the row itself, or None where it is not read yet."""
        return self._rows.get(self._order[row]) if 0 <= row < len(self._order) else None

    def keys(self, first: int = 0, end: int | None = None) -> "array[int]":
        return self._order[first:end]

    def key(self, row: int) -> int:
        return self._order[row] if 0 <= row < len(self._order) else NEVER

    def missing(self, first: int, last: int) -> bool:
        return any(key not in self._rows for key in self._order[max(first, 0) : last + 1])

    def show_sort(self, code: str, *, descending: bool) -> None:
        self._sorted, self._descending = code, descending
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.heads) - 1)

    # -- what comes --

    def clear(self) -> None:
        if self._order:
            self.beginRemoveRows(QModelIndex(), 0, len(self._order) - 1)
            self._order = array("q")
            self.endRemoveRows()
        self._forget()

    def extend(self, order: "array[int]") -> None:
        if order:
            first = len(self._order)
            self.beginInsertRows(QModelIndex(), first, first + len(order) - 1)
            self._order.extend(order)
            self.endInsertRows()

    def replace(self, order: "array[int]", rows: Iterable[Any]) -> None:
        """Take another order, and *rows* for what can be seen; everything else is read anew when seen."""
        self._forget()
        old, new = len(self._order), len(order)
        if new < old:
            self.beginRemoveRows(QModelIndex(), new, old - 1)
            self._order = order
            self.endRemoveRows()
        elif new > old:
            self.beginInsertRows(QModelIndex(), old, new - 1)
            self._order = order
            self.endInsertRows()
        self._order = order
        self.take(rows)

    def take(self, rows: Iterable[Any]) -> None:
        for row in rows:
            self._rows[row.row] = row
            self._rows.move_to_end(row.row)
        while len(self._rows) > _KEPT:
            self._rows.popitem(last=False)
        self.repaint()

    def repaint(self) -> None:
        """Have every cell said anew: times have gone on."""
        self._cells.clear()
        if self._order:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, len(self.heads) - 1))

    def _forget(self) -> None:
        self._rows.clear()
        self._cells.clear()
