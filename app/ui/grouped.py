"""A page that lists records in groups, read beside the window: what each is, and a word at the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QVBoxLayout
from shiboken6 import isValid

from app.ui import wording
from app.ui.bridge import Bridge
from app.ui.form.foot import FootBar
from app.ui.kit.empty import EmptyState
from app.ui.kit.paging import Run
from app.ui.kit.style import mark
from app.ui.lines import HEAD, MORE, TONE
from app.ui.panel import Panel
from app.ui.record import HeadLine
from app.ui.tree import Tree, cell

_KEY = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Line:
    """``aside`` stands at the right, in ``tone``."""

    key: str
    text: str
    more: str
    aside: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    text: str
    aside: str
    lines: tuple[Line, ...]
    more: str | None = None
    tone: str = ""


class GroupedPage(Panel):
    """Made by each page: ``read_rows`` returns what there is, in any thread; ``show_rows`` shows it."""

    titled = Signal()
    told = Signal(str)
    open_asked = Signal(str, str)  # kind, id

    def __init__(self, bridge: Bridge, kinds: frozenset[str], record: str, title: str, nothing: str) -> None:
        super().__init__(bridge, kinds)
        self.record, self.title = record, title
        self.head, self.foot, self.tree = HeadLine(), FootBar(), Tree()
        self.none = EmptyState(nothing, self.tr("工单列表"), "Alt+L", owned=False)
        self.none.asked.connect(self._list)
        self.model = QStandardItemModel(0, 2, self)
        self.tree.setModel(self.model)
        self.tree.setAccessibleName(title)
        self._groups: Sequence[Group] | None = None  # nothing is read yet
        around = QVBoxLayout()
        around.setContentsMargins(8, 8, 8, 0)
        around.addWidget(self.tree)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addLayout(around, 1)
        page.addWidget(self.none, 1)
        page.addWidget(self.foot)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark(self, room=True)
        self.none.hide()
        self.head.show_line(title, [], [])
        self.setFocusProxy(self.tree)
        for signal in (self.tree.entered_on, self.tree.doubleClicked):
            signal.connect(self._open)
        self.tree.selectionModel().currentChanged.connect(self._moved)
        self.foot.add_button(self.tr("打开"), "Alt+O", self.open_current, icon="folder-open")

    def read_with(self, run: Run) -> None:
        """Read beside the window, and show it once it is there."""
        run(self.read_rows, self._came, self._failed)

    def read_rows(self) -> object:
        raise NotImplementedError

    def show_rows(self, rows: object) -> None:
        raise NotImplementedError

    def offer(self) -> None:
        """Show what can be done with the chosen line."""

    def _came(self, rows: object) -> None:
        if isValid(self):
            self.show_rows(rows)

    def _failed(self, error: Exception) -> None:
        if isValid(self):
            self.told.emit(wording.refusal(getattr(error, "code", "")))

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show them, the same line chosen as before, or the one that took its place."""
        if groups == self._groups:
            return
        chosen, before = self.chosen(), self.keys()
        place = before.index(chosen) if chosen in before else 0
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self._groups = groups
        self.model.removeRows(0, self.model.rowCount())
        for group in groups:
            head = self._row(Line("", group.text, "", group.aside, group.tone), group.more)
            head[0].setData(True, HEAD)
            self.model.appendRow(head)
            for line in group.lines:
                head[0].appendRow(self._row(line, line.more))
        self.tree.expandAll()
        self.tree.setVisible(bool(groups))
        self.none.setVisible(not groups)
        keys = self.keys()
        self._choose(chosen if chosen in keys else next(iter(keys[min(place, len(keys) - 1) :]), ""))
        taker = self.tree if groups else self.none.button
        self.setFocusProxy(taker)
        if had_focus:
            taker.setFocus()

    def _list(self) -> None:
        self.open_asked.emit("list", "orders")

    def _row(self, line: Line, more: str | None) -> list[QStandardItem]:
        first, aside = cell(line.text), cell(line.aside, right=True)
        first.setData(line.key, _KEY)
        if more is not None:
            first.setData(more, MORE)
        if line.tone:
            aside.setData(line.tone, TONE)
        return [first, aside]

    def keys(self) -> list[str]:
        return [line.key for group in self._groups or () for line in group.lines]

    def chosen(self) -> str:
        """Return the key of the chosen line, "" for the head of a group."""
        return str(self.tree.currentIndex().siblingAtColumn(0).data(_KEY) or "")

    def _choose(self, key: str) -> None:
        for n in range(self.model.rowCount()):
            head = self.model.item(n)
            for place in range(head.rowCount()):
                if head.child(place).data(_KEY) == key:
                    self.tree.setCurrentIndex(head.child(place).index())
                    return
        self.tree.setCurrentIndex(self.model.index(0, 0))

    def _moved(self, now: QModelIndex, before: QModelIndex) -> None:
        self.offer()

    def _open(self, index: QModelIndex) -> None:
        self.open_current()

    def open_current(self) -> None:
        if key := self.chosen():
            self.open_asked.emit("order", key)
