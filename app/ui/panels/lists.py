"""A list in a tab: all calls, cases, orders or customers, narrowed, sorted, copied, exported."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from typing import Any

from PySide6.QtCore import QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from app.desk.listings import LISTS
from app.desk.lists import Lists, Row
from app.forms.rights import Right
from app.ui import wording
from app.ui.bridge import Bridge
from app.ui.columns import Cells, heads
from app.ui.exporting import Exporting
from app.ui.filters import FilterBar, Offered
from app.ui.kit.buttons import KeyButton
from app.ui.kit.empty import EmptyState
from app.ui.kit.paged import Cell, PagedModel
from app.ui.kit.paging import Kept, Pager, Piece, Run
from app.ui.kit.style import mark
from app.ui.kit.table import Table
from app.ui.listmenu import titles
from app.ui.listviews import KEY as VIEWS_KEY
from app.ui.listviews import ListViews, Look
from app.ui.panel import Panel
from app.ui.taking import COPY_NUMBER, KEYS, SLIPS_KEY, Office, Shown, Taking, action

_MINUTE = 60_000
_BESIDE = {
    "orders": ("slip",),
    "customers": ("case",),
    "callbacks": (),
    "tasks": ("case",),
    "prints": ("slip",),
    "accesses": (),
}  # kinds that are counted in a list of another


@dataclass(frozen=True, slots=True)
class ListDesk:
    """``run`` takes what the agent waits for, ``heavy`` an export."""

    lists: Lists
    run: Run
    heavy: Run
    settings: QSettings
    now: Callable[[], datetime]
    office: Office


class _Source:
    """The list as it stands narrowed and sorted; lives in the lane."""

    def __init__(self, lists: Lists, name: str, wanted: Any, *, full: bool) -> None:
        self._lists, self._name, self._wanted, self._full = lists, name, wanted, full

    def walk(self, mark: Any, /) -> Piece:
        return self._lists.walk(self._wanted, mark)

    def rows(self, order: Sequence[int], /) -> Sequence[Row]:
        return self._lists.rows(self._name, order, full=self._full)


class ListPage(Panel):
    titled = Signal()
    told = Signal(str)
    open_asked = Signal(str, str)  # kind, id
    new_asked = Signal()
    slips_asked = Signal(object)  # orders
    sheet_asked = Signal(object, object)  # ListSheet; and what keeps that it was printed

    def __init__(self, desk: ListDesk, bridge: Bridge, name: str) -> None:
        listing = LISTS[name]
        super().__init__(bridge, frozenset({listing.kind, "agent", "conflict", *_BESIDE.get(name, ())}))
        self._desk, self._listing = desk, listing
        self.record, self.title = name, titles()[name]
        self.cells = Cells(desk.now)
        self.model = PagedModel(heads(listing), self._show, self)
        self.table = Table(self.model)
        self.pager = Pager(self.model, desk.run, self.table.kept, self)
        offered = Offered(desk.lists.forms(), desk.lists.teams(), desk.now, desk.lists.shift_began)
        self.filters = FilterBar(listing, offered)
        self.exporting = Exporting(desk.heavy, desk.settings)
        shown = Shown(
            name, self.title, listing.kind, desk.lists, self.table, self.cells, self.filters,
            lambda: self._source().walk, self._sorted_by,
        )  # fmt: skip
        self.taking = Taking(desk.office, shown, self.exporting, self)
        self.print_button = KeyButton(self.tr("打印…"), KEYS[Right.PRINT], icon="printer")
        self.export_button = KeyButton(self.tr("导出…"), KEYS[Right.EXPORT], icon="save")
        self.views_button = QToolButton()
        self.views = ListViews(desk.settings, name, self._look, self.filters.chosen)
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
        elif self._listing.kind == "callback":
            sentence = self.tr("没有欠过回电：未接来电、留言和承诺的回电会列在这里。")
        elif self._listing.kind == "task":
            sentence = self.tr("还没有请监督员核实、核查过：在案件上请求之后会登记在这里。")
        elif self._listing.kind == "print":
            sentence = self.tr("还没有打印过派工单：每次打印、补打、作废都会登记在这里。")
        elif self._listing.kind == "access":
            sentence = self.tr("还没有人显示、复制、导出或打印过号码。")
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
        self.views_button.setText(self.tr("视图"))
        self.views_button.setToolTip(
            self.tr("存下筛选、排序和列，或换成存过的；显示哪些列") + f"  {VIEWS_KEY}"
        )
        self.views_button.setAccessibleName(self.tr("视图"))
        for button in (self.views_button, self.print_button, self.export_button):
            self.filters.add(button)
        for button, right in ((self.print_button, Right.PRINT), (self.export_button, Right.EXPORT)):
            if why := self.taking.refusal(right):
                button.setEnabled(False)
                button.setToolTip(why)
                # Its own shortcut is off with it; who presses the key hears why.
                QShortcut(QKeySequence(button.key), self).activated.connect(partial(self.told.emit, why))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark(self, room=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.filters, self.views, self.exporting):
            column.addWidget(widget)
        column.addWidget(self._pages, 1)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.filters.changed.connect(self._begin)
        self.filters.changed.connect(self._keeping.start)
        self.filters.down.connect(self._into_list)
        self.table.opened.connect(self._open)
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
        for part in (self.exporting, self.taking, self.views):
            part.told.connect(self.told)
        self.taking.sheet_asked.connect(self.sheet_asked)
        self.taking.slips_asked.connect(self.slips_asked)
        self.print_button.clicked.connect(self.taking.print_list)
        self.export_button.clicked.connect(self.taking.export)
        self.views_button.clicked.connect(self._pop_views)
        QShortcut(QKeySequence(VIEWS_KEY), self).activated.connect(self._pop_views)
        self.views.chosen.connect(self._turn_to)
        self.views.left.connect(self._into_list)
        self._keeping.timeout.connect(self._keep)
        taking = self.taking
        for key, act in (
            ("Ctrl+C", taking.copy),
            ("Ctrl+Shift+C", partial(taking.copy, header=True)),
            (COPY_NUMBER, taking.copy_number),
            (KEYS[Right.REVEAL], taking.reveal),
            *(((SLIPS_KEY, taking.print_slips),) if taking.has_slips else ()),
        ):
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
        minutes = QTimer(self, interval=_MINUTE)
        minutes.timeout.connect(self._tick)
        minutes.start()

    # -- what is shown --

    def _show(self, row: Row, code: str) -> Cell:
        return self.cells.show(self.taking.seen(row), code)

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
        return _Source(desk.lists, self.record, wanted, full=not desk.office.accesses.masks)

    def _sorted_by(self) -> str:
        by = next((head.title for head in self.model.heads if head.code == self._sort_code()), "")
        text = self.tr("按{}倒序") if self._descending else self.tr("按{}顺序")
        return text.format(by)

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

    # -- what is done with it --

    def _open(self, row: Row) -> None:
        kind, id = row.about or (row.kind, row.id)
        if id:
            self.open_asked.emit(kind, str(id))
        else:
            self.told.emit(self.tr("这是对整个列表做的，没有单条可打开。"))

    def hideEvent(self, event: QHideEvent) -> None:
        self.taking.hide()
        super().hideEvent(event)

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
        opening = action(menu, self.tr("打开"), "Enter", lambda: self.table.opened.emit(row))
        opening.setEnabled(row is not None)
        menu.addSeparator()
        self.taking.offer(menu)
        menu.addSeparator()
        sorting = menu.addMenu(self.tr("排序"))
        for column, head in zip(self._listing.columns, self.model.heads, strict=True):
            if column.sort:
                action(sorting, head.title, "", partial(self._turn_sort, column.code))
        inner = self.column_menu(menu)
        inner.setTitle(self.tr("列"))
        menu.addMenu(inner)
        return menu

    def column_menu(self, over: QMenu | None = None) -> QMenu:
        """Return the menu that shows and hides columns; the first always stays."""
        menu = QMenu(over or self)
        if over is None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._offer_columns(menu)
        return menu

    def _offer_columns(self, menu: QMenu) -> None:
        shown = {head.code for head in self.table.shown_heads()}
        for place, head in enumerate(self.model.heads):
            choice = menu.addAction(head.title)
            choice.setCheckable(True)
            choice.setChecked(head.code in shown)
            choice.setEnabled(place > 0)
            choice.toggled.connect(lambda on, place=place: self.table.show_column(place, shown=on))
        menu.addSeparator()
        action(menu, self.tr("恢复默认的列"), "", self._reset_columns)

    def _pop_views(self) -> None:
        """Show the views, and below them the columns."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.views.offer(menu)
        menu.addSeparator()
        self._offer_columns(menu)
        menu.popup(self.views_button.mapToGlobal(self.views_button.rect().bottomLeft()))

    def _reset_columns(self) -> None:
        self.table.reset_columns()
        self._sort_by(self._sort_code_of_default(), True)

    def _sort_code_of_default(self) -> str:
        return next(c.code for c in self._listing.columns if c.sort == self._listing.dated)

    # -- what is remembered --

    def _look(self) -> Look:
        return {
            "columns": self.table.arrangement(),
            "sort": self._sort,
            "descending": self._descending,
            "filters": self.filters.kept(),
        }

    def _keep(self) -> None:
        self._desk.settings.setValue(f"lists/{self.record}", json.dumps(self._look()))

    def _remember(self) -> None:
        try:
            self._wear(json.loads(str(self._desk.settings.value(f"lists/{self.record}", "{}"))))
        except ValueError:
            return

    def _wear(self, look: Look) -> None:
        """Make the list look so; what makes no sense is passed over."""
        try:
            columns, sort = str(look.get("columns", "[]")), str(look.get("sort", ""))
            filters = dict(look.get("filters", {}))
        except (ValueError, TypeError, AttributeError):
            return
        self.table.arrange(columns)
        self.filters.restore(filters)
        if sort in {column.sort for column in self._listing.columns} - {""}:
            self._sort, self._descending = sort, bool(look.get("descending", True))

    @Slot(object)
    def _turn_to(self, look: Look) -> None:
        """Show a view; what was typed to find somebody goes, it was not asked of this one."""
        self.filters.line.clear()
        self._wear(look)
        self._keeping.start()
        self._begin()
        self._into_list()
