"""What waits for this agent, in groups with counts; Enter opens. Only what changed is read and shown anew."""

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.desk.worklist import GROUPS, WorkGroup, WorkItem, Worklist
from app.records.ids import Id
from app.ui import wording
from app.ui.bridge import Bridge
from app.ui.kit.empty import EmptyState
from app.ui.kit.style import as_tip, mark
from app.ui.lines import HEAD, ICON, MORE, TONE
from app.ui.listmenu import ListRow
from app.ui.panel import Panel
from app.ui.tree import Tree, cell
from app.ui.values import named

_KEY = Qt.ItemDataRole.UserRole + 1
_ICONS = {
    "late": "clock",
    "drafts": "file-pen",
    "left": "inbox",
    "complaints": "flag",
    "escalations": "message-square",
    "to_file": "inbox",
    "mine_open": "folder-open",
    "tasks": "eye",
    "first_taken": "user",
    "callbacks": "phone-outgoing",
    "visits": "headset",
    "owed": "flag",
    "to_review": "eye",
    "reports": "alert-triangle",
    "attention": "circle-alert",
    "conflicts": "alert-triangle",
    "sessions": "user",
    "overlaps": "users",
    "others_open": "users",
    "discarded": "trash-2",
}
_FOLDED = frozenset({"discarded"})  # until somebody looks for one
_MINUTE = 60_000
_APART_MS = 10  # between two groups: a key waits for one of them, never for two
_REST_MS = 250  # between two readings of what changes again and again


class WorklistPane(Panel):
    open_asked = Signal(str, str)  # kind, id
    new_asked = Signal()

    def __init__(
        self,
        worklist: Worklist,
        bridge: Bridge,
        people: Callable[[Id], str],
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(bridge, frozenset().union(*GROUPS.values()), parent)
        self._worklist, self._people, self._now = worklist, people, now
        self._groups = worklist.groups
        self._old = dict.fromkeys(self._groups)  # those to read again, in their order
        self._shown: dict[str, WorkGroup] = {}
        self.model = QStandardItemModel(0, 2, self)
        self.tree = Tree()
        self.tree.setModel(self.model)
        self.tree.setAccessibleName(self.tr("待办"))
        self.empty = EmptyState(self.tr("没有待办。"), self.tr("新建受理"), "F2")
        self.lists = ListRow()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.tree)
        self._pages.addWidget(self.empty)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark(self, room=True)
        page = QVBoxLayout(self)
        page.setContentsMargins(4, 8, 4, 0)
        page.setSpacing(0)
        page.addWidget(self._pages, 1)
        page.addWidget(self.lists)
        self.setFocusProxy(self.tree)
        self.tree.entered_on.connect(self._open)
        self.tree.doubleClicked.connect(self._open)
        self.empty.asked.connect(self.new_asked)
        self._reading = QTimer(self, singleShot=True)
        self._reading.timeout.connect(self._read_one)
        ticking = QTimer(self)
        ticking.timeout.connect(self._tick)
        ticking.start(_MINUTE)

    def refresh(self) -> None:
        """Read all groups; what was selected and folded stays so."""
        self._old = dict.fromkeys(self._groups)
        while self._old:
            self._read(next(iter(self._old)))

    def choose_group(self, code: str) -> None:
        """Unfold the group and mark its first entry."""
        head = self._head(code)
        self.tree.setExpanded(head.index(), True)
        self.tree.setCurrentIndex((head.child(0) or head).index())

    @Slot(object)
    def _on_changed(self, kinds: frozenset[str]) -> None:
        self._ask(code for code in self._groups if kinds & GROUPS[code])

    def _tick(self) -> None:
        self._ask(self._groups)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask(())

    def _ask(self, codes: Iterable[str]) -> None:
        """Have these groups read, in the next turns of the event loop: keys that were pressed go between."""
        self._old |= dict.fromkeys(codes)
        if self._old and self.isVisible() and not self._reading.isActive():
            self._reading.start(0)

    def _read_one(self) -> None:
        if not self._old or not self.isVisible():
            return
        self._read(next(iter(self._old)))
        self._reading.start(_APART_MS if self._old else _REST_MS)

    def _read(self, code: str) -> None:
        del self._old[code]
        group, chosen = self._worklist.group(code), self._chosen()
        before = self._shown.get(code)
        self._shown[code] = group
        head = self._head(code)
        if before != group:
            self._show_count(group)
            self._change(head, before.items if before else (), group.items)
            self._choose(head, chosen)
        self._retime(head, group.items)
        page = self.tree if any(each.items for each in self._shown.values()) else self.empty
        if self._pages.currentWidget() is not page:
            self._pages.setCurrentWidget(page)
            self.setFocusProxy(page)

    def _head(self, code: str) -> QStandardItem:
        """Return what stands over the group; the first time, all of them are put up."""
        if not self.model.rowCount():
            for each in self._groups:
                name, count = cell(wording.word("group", each)), cell("0", right=True)
                name.setData(("group", each), _KEY)
                name.setData(_ICONS.get(each), ICON)
                for each_of in (name, count):
                    each_of.setData(True, HEAD)
                    each_of.setData("muted", TONE)
                self.model.appendRow([name, count])
                self.tree.setExpanded(name.index(), each not in _FOLDED)
        return self.model.item(self._groups.index(code))

    def _show_count(self, group: WorkGroup) -> None:
        row = self._groups.index(group.code)
        self.model.item(row, 1).setText(str(group.count))
        for column in (0, 1):
            self.model.item(row, column).setData("text" if group.count else "muted", TONE)

    def _change(self, head: QStandardItem, before: tuple[WorkItem, ...], after: tuple[WorkItem, ...]) -> None:
        """Make the rows those of *after*; what both begin and end with stays as it is."""
        most = min(len(before), len(after))
        top = next((i for i in range(most) if before[i] != after[i]), most)
        low = next((i for i in range(most - top) if before[-1 - i] != after[-1 - i]), most - top)
        head.removeRows(top, len(before) - low - top)
        for place in range(top, len(after) - low):
            head.insertRow(place, self._row(after[place]))

    def _retime(self, head: QStandardItem, items: tuple[WorkItem, ...]) -> None:
        for place, item in enumerate(items):
            if (item.due or not item.late) and (time := head.child(place, 1)).text() != (
                when := self._when(item)
            ):
                time.setText(when)

    def _when(self, item: WorkItem) -> str:
        now = self._now()
        if item.due is not None:
            return self.tr("超 {}").format(wording.lasting(now - item.due))
        if item.kind == "discarded":
            return self.tr("留 {}").format(wording.lasting(item.at - now))
        if item.late:
            return self.tr("在线等") if item.kind == "escalation" else self.tr("超时")
        return (
            self.tr("{} 内").format(wording.lasting(item.at - now))
            if item.at > now
            else wording.ago(item.at, now)
        )

    def _row(self, item: WorkItem) -> list[QStandardItem]:
        title = self._said(item)
        name = cell(title)
        name.setData((item.kind, str(item.id)), _KEY)
        more = self._people(Id(item.more)) if item.kind == "escalation" else item.more
        more = "" if item.kind == "visits" else more
        if item.kind == "discarded":
            name.setData("muted", TONE)
        name.setData(more or None, MORE)
        name.setToolTip(as_tip("\n".join(filter(None, (title, more)))))
        time = cell(self._when(item), right=True)
        time.setToolTip(wording.day_and_time(item.due or item.at))
        time.setData("danger" if item.late else "muted", TONE)
        return [name, time]

    def _said(self, item: WorkItem) -> str:
        match item.kind:
            case "op":
                return self.tr("退回的{}").format(wording.word("kind", item.title))
            case "callback":
                return wording.word("why", item.title)
            case "conflict":
                return self.tr("冲突：{}").format(named(item.title))
            case "taken":
                return self.tr("{}（已被接手）").format(item.title)
            case "session" | "left" | "overlap" | "report":
                return self._people(Id(item.title))
            case "visits":
                return self.tr("{}：{} 户").format(item.title, item.more)
            case "task":
                return wording.word("asked", item.title)
        return item.title

    def _choose(self, head: QStandardItem, chosen: tuple[str, str] | None) -> None:
        """Choose again what was taken out and put in elsewhere."""
        if chosen == self._chosen():
            return
        for child in range(head.rowCount()):
            if head.child(child).data(_KEY) == chosen:
                self.tree.setCurrentIndex(head.child(child).index())

    def _chosen(self) -> tuple[str, str] | None:
        index = self.tree.currentIndex().siblingAtColumn(0)
        return index.data(_KEY) if index.isValid() else None

    def _open(self, index: QModelIndex) -> None:
        kind, id = index.siblingAtColumn(0).data(_KEY) or ("", "")
        if kind == "group":
            self.tree.setExpanded(index, not self.tree.isExpanded(index.siblingAtColumn(0)))
        elif kind:
            self.open_asked.emit(kind, id)
