"""What waits for this agent, in groups with counts; Enter opens."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QTreeView, QVBoxLayout

from app.desk.worklist import WorkGroup, WorkItem, Worklist
from app.ui import wording
from app.ui.bridge import Bridge
from app.ui.kit.empty import EmptyState
from app.ui.kit.style import mark
from app.ui.lines import HEAD, TONE, Lines
from app.ui.panel import Panel

_KEY = Qt.ItemDataRole.UserRole + 1
_MINUTE = 60_000


class WorklistPane(Panel):
    open_asked = Signal(str, str)  # kind, id
    new_asked = Signal()

    def __init__(self, worklist: Worklist, bridge: Bridge, now: Callable[[], datetime]) -> None:
        super().__init__(bridge, frozenset({"call", "case", "order", "draft", "outbox"}))
        self._worklist, self._now = worklist, now
        self.model = QStandardItemModel(0, 2, self)
        self.tree = _Tree()
        self.tree.setModel(self.model)
        self.tree.setAccessibleName(self.tr("待办"))
        self.empty = EmptyState(self.tr("没有待办。"), self.tr("新建受理"), "F2")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.tree)
        self._pages.addWidget(self.empty)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark(self, room=True)
        page = QVBoxLayout(self)
        page.setContentsMargins(4, 8, 4, 8)
        page.setSpacing(0)
        page.addWidget(self._pages)
        self.setFocusProxy(self.tree)
        self.tree.entered_on.connect(self._open)
        self.tree.doubleClicked.connect(self._open)
        self.empty.asked.connect(self.new_asked)
        ticking = QTimer(self)
        ticking.timeout.connect(self._tick)
        ticking.start(_MINUTE)

    def refresh(self) -> None:
        """Read all groups; what was selected and folded stays so."""
        chosen, folded = self._chosen(), self._folded()
        groups = self._worklist.entries()
        self.model.removeRows(0, self.model.rowCount())
        for group in groups:
            self.model.appendRow(self._head(group))
        self._shape(folded, chosen)
        page = self.tree if any(group.items for group in groups) else self.empty
        self._pages.setCurrentWidget(page)
        self.setFocusProxy(page)

    def _tick(self) -> None:
        if self.isVisible():
            self.refresh()

    def _head(self, group: WorkGroup) -> list[QStandardItem]:
        name = _cell(wording.word("group", group.code))
        count = _cell(str(len(group.items)), right=True)
        name.setData(("group", group.code), _KEY)
        for cell in (name, count):
            cell.setData(True, HEAD)
            cell.setData("text" if group.items else "muted", TONE)
        for item in group.items:
            name.appendRow(self._row(item))
        return [name, count]

    def _row(self, item: WorkItem) -> list[QStandardItem]:
        title = wording.word("kind", item.title) if item.kind == "op" else item.title
        name = _cell(title)
        name.setData((item.kind, str(item.id)), _KEY)
        name.setToolTip(title)
        when = self.tr("超时") if item.late else wording.ago(item.at, self._now())
        time = _cell(when, right=True)
        time.setToolTip(wording.day_and_time(item.at))
        time.setData("danger" if item.late else "muted", TONE)
        return [name, time]

    def _shape(self, folded: set[str], chosen: tuple[str, str] | None) -> None:
        for row in range(self.model.rowCount()):
            head = self.model.item(row)
            self.tree.setExpanded(head.index(), head.data(_KEY)[1] not in folded)
            for child in range(head.rowCount()):
                if head.child(child).data(_KEY) == chosen:
                    self.tree.setCurrentIndex(head.child(child).index())

    def _chosen(self) -> tuple[str, str] | None:
        index = self.tree.currentIndex().siblingAtColumn(0)
        return index.data(_KEY) if index.isValid() else None

    def _folded(self) -> set[str]:
        heads = [self.model.item(row) for row in range(self.model.rowCount())]
        return {h.data(_KEY)[1] for h in heads if not self.tree.isExpanded(h.index())}

    def _open(self, index: QModelIndex) -> None:
        kind, id = index.siblingAtColumn(0).data(_KEY) or ("", "")
        if kind == "group":
            self.tree.setExpanded(index, not self.tree.isExpanded(index.siblingAtColumn(0)))
        elif kind:
            self.open_asked.emit(kind, id)


class _Tree(QTreeView):
    """A dense list in groups. Enter opens the row; ``activated`` would fire twice with a double click."""

    entered_on = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(8)
        self.setUniformRowHeights(True)
        self.setItemDelegate(Lines(self))
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTreeView.Shape.NoFrame)

    def setModel(self, model: QStandardItemModel) -> None:  # type: ignore[override]
        super().setModel(model)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_on.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


def _cell(text: str, *, right: bool = False) -> QStandardItem:
    cell = QStandardItem(text)
    if right:
        cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return cell
