"""A list in a tab: all calls, cases, orders or customers, narrowed, sorted, copied, exported."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from typing import Any

from PySide6.QtCore import QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from app.desk.exports import guarded
from app.desk.lists import LISTS, Lists, Row
from app.desk.xlsx import Value
from app.ui import wording
from app.ui.bridge import Bridge
from app.ui.columns import Cells, heads
from app.ui.exporting import Exporting, Order
from app.ui.filters import FilterBar, Offered
from app.ui.kit.buttons import KeyButton
from app.ui.kit.empty import EmptyState
from app.ui.kit.paged import PagedModel
from app.ui.kit.paging import Kept, Pager, Piece, Run
from app.ui.kit.style import mark
from app.ui.kit.table import Table
from app.ui.listmenu import titles
from app.ui.panel import Panel

_MINUTE = 60_000
_MOST_COPIED = 2_000  # rows: beyond, a file is the better way
_NUMBERS = {"phone", "phones"}
_BESIDE = {"orders": ("slip",), "customers": ("case",)}  # kinds that are counted in a list of another


@dataclass(frozen=True, slots=True)
class ListDesk:
    """``run`` takes what the agent waits for, ``heavy`` an export."""

    lists: Lists
    run: Run
    heavy: Run
    settings: QSettings
    now: Callable[[], datetime]
    agent_no: str


class _Source:
    """The list as it stands narrowed and sorted; lives in the lane."""

    def __init__(self, lists: Lists, name: str, wanted: Any) -> None:
        self._lists, self._name, self._wanted = lists, name, wanted

    def walk(self, mark: Any, /) -> Piece:
        return self._lists.walk(self._wanted, mark)

    def rows(self, order: Sequence[int], /) -> Sequence[Row]:
        return self._lists.rows(self._name, order)


class ListPage(Panel):
    titled = Signal()
    told = Signal(str)
    open_asked = Signal(str, str)  # kind, id
    new_asked = Signal()

    def __init__(self, desk: ListDesk, bridge: Bridge, name: str) -> None:
        listing = LISTS[name]
        super().__init__(bridge, frozenset({listing.kind, "agent", "conflict", *_BESIDE.get(name, ())}))
        self._desk, self._listing = desk, listing
        self.record, self.title = name, titles()[name]
        self.cells = Cells(desk.now)
        self.model = PagedModel(heads(listing), self.cells.show, self)
        self.table = Table(self.model)
        self.pager = Pager(self.model, desk.run, self.table.kept, self)
        offered = Offered(desk.lists.forms(), desk.lists.teams(), desk.now, desk.lists.shift_began)
        self.filters = FilterBar(listing, offered)
        self.exporting = Exporting(desk.heavy, desk.settings, desk.agent_no)
        self.export_button = KeyButton(self.tr("导出…"), "Ctrl+E", icon="save")
        self.columns_button = QToolButton()
        self._sort, self._descending = listing.dated, True
        self._total, self._is_all, self._is_cut = 0, False, False
        self._keeping = QTimer(self, singleShot=True, interval=500)
        self._lay_out()
        self._remember()
        self._connect()

    # -- made once --

    @cached_property
    def empty(self) -> EmptyState:
        """What stands in place of a list nothing was ever put into."""
        sentence = self.tr("还没有{}：受理保存之后，这里就会有。").format(self.title)
        if self._listing.kind == "call":
            sentence = self.tr("还没有受理记录。")
        page = EmptyState(sentence, self.tr("新建受理"), "F2")
        page.asked.connect(self.new_asked)
        self._pages.addWidget(page)
        return page

    @cached_property
    def none(self) -> EmptyState:
        """What stands there where nothing fits the filters."""
        sentence = self.tr("没有符合筛选的{}。").format(self.title)
        page = EmptyState(sentence, self.tr("清除筛选"), "Alt+C", owned=False)
        page.asked.connect(self.filters.clear)
        self._pages.addWidget(page)
        return page

    def _lay_out(self) -> None:
        self.table.setAccessibleName(self.title)
        self.columns_button.setText(self.tr("显示列"))
        self.columns_button.setToolTip(self.tr("选择和排列列（表头上按右键也行）"))
        self.columns_button.setAccessibleName(self.tr("显示列"))
        for button in (self.columns_button, self.export_button):
            self.filters.add(button)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark(self, room=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.filters, self.exporting):
            column.addWidget(widget)
        column.addWidget(self._pages, 1)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.filters.changed.connect(self._begin)
        self.filters.changed.connect(self._keeping.start)
        self.filters.down.connect(self._into_list)
        self.table.opened.connect(lambda row: self.open_asked.emit(row.kind, str(row.id)))
        self.table.seen.connect(self.pager.see)
        self.table.sort_asked.connect(self._sort_by)
        self.table.typed.connect(self.filters.go_on)
        self.table.arranged.connect(self._keeping.start)
        self.table.menu_asked.connect(lambda at: self._row_menu().popup(at))
        self.table.columns_asked.connect(lambda at: self.column_menu().popup(at))
        self.pager.counted.connect(self._counted)
        self.pager.cut.connect(self._cut)
        self.pager.placed.connect(self._placed)
        self.pager.failed.connect(lambda error: self.told.emit(wording.refusal(getattr(error, "code", ""))))
        self.exporting.told.connect(self.told)
        self.export_button.clicked.connect(self.export)
        self.columns_button.clicked.connect(self._pop_columns)
        self._keeping.timeout.connect(self._keep)
        for key, act in (("Ctrl+C", self.copy), ("Ctrl+Shift+C", partial(self.copy, header=True))):
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
        minutes = QTimer(self, interval=_MINUTE)
        minutes.timeout.connect(self._tick)
        minutes.start()

    # -- what is shown --

    def refresh(self) -> None:
        """The first time, read the list; then, walk it once more and keep everything in its place."""
        if self.pager.is_begun:
            self.pager.again()
        else:
            self._begin()

    def _begin(self) -> None:
        self._total, self._is_all, self._is_cut = 0, False, False
        self.table.show_sort(self._sort_code(), descending=self._descending)
        self.pager.begin(self._source())
        self._show_count()

    def _source(self) -> _Source:
        desk = self._desk
        wanted = desk.lists.wanted(
            self.record, self.filters.filters(), self._sort, descending=self._descending
        )
        return _Source(desk.lists, self.record, wanted)

    def _sort_code(self) -> str:
        return next((c.code for c in self._listing.columns if c.sort == self._sort), "")

    def _sort_by(self, code: str, descending: bool) -> None:
        column = next(c for c in self._listing.columns if c.code == code)
        if column.sort:
            self._sort, self._descending = column.sort, descending
            self._keeping.start()
            self._begin()

    def _turn_sort(self, code: str) -> None:
        self._sort_by(code, code == self._sort_code() and not self._descending)

    def _counted(self, count: int, is_all: bool) -> None:
        self._total, self._is_all = count, is_all
        self._show_count()
        page: QWidget = self.table
        if is_all and not count:
            page = self.none if self.filters.is_narrowed() else self.empty
        self.filters.show_clearing(page is self.table)
        if self._pages.currentWidget() is not page:
            had_focus = self._pages.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
            self._pages.setCurrentWidget(page)
            self.setFocusProxy(page)
            if had_focus:
                page.setFocus()

    def _show_count(self) -> None:
        number = f"{self._total:,}"
        if self._is_cut:
            text = self.tr("前 {} 条，请再输入几个字").format(number)
        elif not self._is_all:
            text = self.tr("已列 {} 条…").format(number)
        else:
            text = self.tr("共 {} 条").format(number)
        self.filters.show_count(text)

    def _cut(self, is_cut: bool) -> None:
        self._is_cut = is_cut

    def _placed(self, kept: Kept, places: dict[int, int]) -> None:
        self.table.place(kept, places)

    @Slot()
    def _tick(self) -> None:
        if self.isVisible():
            self.model.repaint()

    def _into_list(self) -> None:
        if self.model.rowCount():
            self.table.setFocus()
            if not self.table.currentIndex().isValid():
                self.table.choose(0)

    # -- what is done with it --

    def copy(self, *, header: bool = False) -> None:
        """Put the chosen rows on the clipboard as lines of tab-parted cells."""
        count = self.table.count_chosen()
        if not count:
            return
        if count > _MOST_COPIED:
            self.told.emit(self.tr("一次最多复制 {} 行。更多请按 Ctrl+E 导出。").format(f"{_MOST_COPIED:,}"))
            return
        rows = self.table.chosen_rows()
        keys = [self.model.key(row) for row in rows]
        shown = self.table.shown_heads()
        titles = [[head.title for head in shown]] if header else []
        codes = [head.code for head in shown]

        def lines() -> list[list[str]]:
            found = self._desk.lists.rows(self.record, keys)
            return titles + [self.cells.line(row, codes) for row in found]

        self._desk.run(lines, self._copied, self.pager.failed.emit)

    def _copied(self, lines: list[list[str]]) -> None:
        text = "\n".join("\t".join(_one_line(cell) for cell in line) for line in lines)
        QGuiApplication.clipboard().setText(text)

    def export(self) -> None:
        """Ask where to, and write all rows of the list as it stands, in the columns that are shown."""
        shown = self.table.shown_heads()
        codes = [head.code for head in shown]

        def rows(keys: Sequence[int], full: bool) -> list[list[Value]]:
            found = self._desk.lists.rows(self.record, keys, full=full)
            return [[self.cells.plain(row, code) for code in codes] for row in found]

        order = Order(
            self.record,
            self.title,
            [self.cells.file_title(head) for head in shown],
            self._source().walk,
            rows,
            has_numbers=bool(_NUMBERS & set(codes)),
            day=f"{self._desk.now().astimezone():%Y-%m-%d}",
        )
        self.exporting.ask(order, self)

    def leave(self) -> None:
        """Ask nothing more; a file half written is taken away."""
        self.pager.stop()
        self.exporting.stop()
        self._keep()

    # -- menus --

    def _row_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        row = self.model.at(self.table.currentIndex().row())
        opening = _action(menu, self.tr("打开"), "Enter", lambda: self.table.opened.emit(row))
        opening.setEnabled(row is not None)
        menu.addSeparator()
        chosen = self.table.count_chosen() > 0
        for text, key, act in (
            (self.tr("复制所选行"), "Ctrl+C", self.copy),
            (self.tr("复制所选行，带表头"), "Ctrl+Shift+C", partial(self.copy, header=True)),
        ):
            _action(menu, text, key, act).setEnabled(chosen)
        _action(menu, self.tr("导出这个列表…"), "Ctrl+E", self.export)
        menu.addSeparator()
        sorting = menu.addMenu(self.tr("排序"))
        for column, head in zip(self._listing.columns, self.model.heads, strict=True):
            if column.sort:
                _action(sorting, head.title, "", partial(self._turn_sort, column.code))
        inner = self.column_menu(menu)
        inner.setTitle(self.tr("列"))
        menu.addMenu(inner)
        return menu

    def column_menu(self, over: QMenu | None = None) -> QMenu:
        """Return the menu that shows and hides columns; the first always stays."""
        menu = QMenu(over or self)
        if over is None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = {head.code for head in self.table.shown_heads()}
        for place, head in enumerate(self.model.heads):
            action = menu.addAction(head.title)
            action.setCheckable(True)
            action.setChecked(head.code in shown)
            action.setEnabled(place > 0)
            action.toggled.connect(lambda on, place=place: self.table.show_column(place, shown=on))
        menu.addSeparator()
        _action(menu, self.tr("恢复默认的列"), "", self._reset_columns)
        return menu

    def _pop_columns(self) -> None:
        self.column_menu().popup(self.columns_button.mapToGlobal(self.columns_button.rect().bottomLeft()))

    def _reset_columns(self) -> None:
        self.table.reset_columns()
        self._sort_by(self._sort_code_of_default(), True)

    def _sort_code_of_default(self) -> str:
        return next(c.code for c in self._listing.columns if c.sort == self._listing.dated)

    # -- what is remembered --

    def _keep(self) -> None:
        told = {
            "columns": self.table.arrangement(),
            "sort": self._sort,
            "descending": self._descending,
            "filters": self.filters.kept(),
        }
        self._desk.settings.setValue(f"lists/{self.record}", json.dumps(told))

    def _remember(self) -> None:
        try:
            told = json.loads(str(self._desk.settings.value(f"lists/{self.record}", "{}")))
            columns, sort = str(told.get("columns", "[]")), str(told.get("sort", ""))
            filters = dict(told.get("filters", {}))
        except (ValueError, TypeError, AttributeError):
            return
        self.table.arrange(columns)
        self.filters.restore(filters)
        if sort in {column.sort for column in self._listing.columns} - {""}:
            self._sort, self._descending = sort, bool(told.get("descending", True))


def _action(menu: QMenu, text: str, key: str, act: Callable[[], object]) -> QAction:
    """Add what *act* does; the key stands beside it, and is bound by the table itself."""
    action = menu.addAction(f"{text}\t{key}" if key else text)
    action.triggered.connect(lambda: act())
    return action


def _one_line(cell: str) -> str:
    return guarded(" ".join(cell.split()))
