"""What is taken out of a list: a number seen whole, rows copied, exported, printed. Each is a right of the
role (``forms/rules/access.yaml``) and is kept as an access before it is done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from app.desk.accesses import Accesses
from app.desk.exports import guarded
from app.desk.lists import NUMBERS, TYPED, Lists, Row
from app.desk.xlsx import Value
from app.forms.rights import Right
from app.records.accesses import Deed
from app.records.paper import Column, ListSheet
from app.ui import wording
from app.ui.columns import Cells
from app.ui.exporting import Exporting, Order, ask_numbers
from app.ui.filters import FilterBar
from app.ui.kit.paged import Head
from app.ui.kit.paging import Piece, Run
from app.ui.kit.table import Table
from app.ui.wording import QT_TRANSLATE_NOOP

MOST_COPIED = 2_000  # rows: beyond, a file is the better way
MOST_SLIPS = 1_000
MOST_PRINTED = 1_000  # forty pages: beyond, nobody reads it
_REFUSED: dict[Right, str] = {
    Right.REVEAL: QT_TRANSLATE_NOOP("Taking", "显示完整号码是{who}的权限。"),
    Right.COPY: QT_TRANSLATE_NOOP("Taking", "从列表复制是{who}的权限。"),
    Right.COPY_ROWS: QT_TRANSLATE_NOOP("Taking", "一次复制多行是{who}的权限，请只选一行。"),
    Right.EXPORT: QT_TRANSLATE_NOOP("Taking", "导出列表是{who}的权限。"),
    Right.PRINT: QT_TRANSLATE_NOOP("Taking", "打印列表是{who}的权限。"),
}
KEYS = {Right.REVEAL: "Alt+V", Right.EXPORT: "Ctrl+E", Right.PRINT: "Ctrl+P"}
SLIPS_KEY = "F8"
COPY_NUMBER = "Ctrl+Alt+C"


@dataclass(frozen=True, slots=True)
class Office:
    """Who takes, and by what way: ``run`` takes what the agent waits for."""

    accesses: Accesses
    run: Run
    now: Callable[[], datetime]
    person: str  # agent number and name
    centre: str
    lang: str


@dataclass(frozen=True, slots=True)
class Shown:
    """The list as it stands: its rows, its columns, how it is narrowed and sorted."""

    name: str
    title: str
    kind: str
    lists: Lists
    table: Table
    cells: Cells
    filters: FilterBar
    walk: Callable[[], Callable[[Any], Piece]]
    sorted_by: Callable[[], str]


class Taking(QObject):
    told = Signal(str)
    slips_asked = Signal(object)  # orders
    sheet_asked = Signal(object, object)  # ListSheet; and what keeps that it was printed

    def __init__(self, office: Office, shown: Shown, exporting: Exporting, window: QWidget) -> None:
        super().__init__(window)
        self._office, self._shown, self._exporting, self._window = office, shown, exporting, window
        self._whole: Row | None = None  # the one that is shown so
        self._hiding = QTimer(self, singleShot=True, interval=office.accesses.rights.shown_for * 1000)
        self._hiding.timeout.connect(self.hide)
        shown.table.selectionModel().currentRowChanged.connect(self._moved)

    # -- rights --

    def refusal(self, right: Right) -> str:
        """Return who has this *right* where this agent has not, else nothing."""
        accesses = self._office.accesses
        if accesses.may(right):
            return ""
        roles = self.tr("、").join(wording.word("role", role) for role in accesses.who(right))
        return self.tr(_REFUSED[right]).format(who=roles or self.tr("没有人"))

    def _is_refused(self, right: Right) -> bool:
        if why := self.refusal(right):
            self.told.emit(why)
        return bool(why)

    def _ask(self, job: Callable[[], Any], then: Callable[[Any], object]) -> None:
        """Have *job* done in the lane; what comes once the list is closed or the seat locked is nobody's."""

        def done(result: Any) -> None:
            if isValid(self):
                then(result)

        def failed(error: Exception) -> None:
            if isValid(self):
                self.told.emit(wording.refusal(getattr(error, "code", type(error).__name__)))

        self._office.run(job, done, failed)

    # -- one number whole --

    def reveal(self) -> None:
        """Show the numbers of the current row whole, for some seconds or until another is chosen."""
        row = self._current()
        if row is None or self._is_refused(Right.REVEAL) or self.seen(row) is not row:
            return
        if self.has_masked():
            self._ask(partial(self._read, row, Deed.REVEAL), self._reveal)
        else:
            self.told.emit(self.tr("这一行没有掩码的号码。"))

    def copy_number(self) -> None:
        """Put the number of the current row on the clipboard, whole and without gaps."""
        row = self._current()
        # Whoever may not see it whole may not take it whole either.
        if row is None or self._is_refused(Right.REVEAL) or self._is_refused(Right.COPY):
            return
        if self.has_number():
            self._ask(partial(self._read, row, Deed.COPY), self._copy_number)

    def has_number(self) -> bool:
        row = self._current()
        return row is not None and any(row.cells.get(code) for code in NUMBERS)

    def has_masked(self) -> bool:
        row = self._current()
        told = [row.cells.get(code) for code in NUMBERS | TYPED] if row is not None else []
        return any("*" in each for each in map(str, told))

    def seen(self, row: Row) -> Row:
        """Return the row as it is seen: whole, where it is that one."""
        whole = self._whole
        return whole if whole is not None and whole.row == row.row else row

    def _current(self) -> Row | None:
        row: Row | None = self._shown.table.paged.at(self._shown.table.currentIndex().row())
        return row

    def _read(self, row: Row, deed: Deed) -> list[Row]:
        self._office.accesses.note(deed, row.kind, record=row.id, whole=True)
        return self._shown.lists.rows(self._shown.name, [row.row], full=True)

    def _reveal(self, rows: list[Row]) -> None:
        current = self._current()
        if rows and current is not None and current.row == rows[0].row:
            self._whole = rows[0]
            self._shown.table.paged.repaint()
            self._hiding.start()

    def _copy_number(self, rows: list[Row]) -> None:
        numbers: list[str] = []
        for row in rows:
            for value in filter(None, map(row.cells.get, NUMBERS)):
                numbers += value if isinstance(value, tuple) else [str(value)]
        QGuiApplication.clipboard().setText("\n".join("".join(number.split()) for number in numbers))

    def hide(self) -> None:
        """Mask the revealed row again."""
        self._hiding.stop()
        if self._whole is not None:
            self._whole = None
            self._shown.table.paged.repaint()

    def _moved(self) -> None:
        paged, row = self._shown.table.paged, self._shown.table.currentIndex().row()
        if self._whole is not None and paged.key(row) != self._whole.row:
            self.hide()

    # -- rows copied --

    def copy(self, *, header: bool = False) -> None:
        """Put the chosen rows on the clipboard as lines of tab-parted cells, masked as they are seen."""
        shown, accesses, revealed = self._shown, self._office.accesses, self._whole
        table = shown.table
        count = table.count_chosen()
        if not count or self._is_refused(Right.COPY_ROWS if count > 1 else Right.COPY):
            return
        if count > MOST_COPIED:
            self.told.emit(self.tr("一次最多复制 {} 行。更多请按 Ctrl+E 导出。").format(f"{MOST_COPIED:,}"))
            return
        keys = [table.paged.key(row) for row in table.chosen_rows()]
        heads, words = table.shown_heads(), shown.filters.words()
        titles, codes = [head.title for head in heads], [head.code for head in heads]

        def lines() -> list[list[str]]:
            found = shown.lists.rows(shown.name, keys, full=not accesses.masks)
            if is_seen := revealed is not None and revealed.row in keys:
                found = [revealed if row.row == revealed.row else row for row in found]
            whole = is_seen or not accesses.masks
            one = found[0].id if len(found) == 1 else ""
            accesses.note(Deed.COPY, shown.kind, record=one, count=len(found), words=words, whole=whole)
            return [titles] * header + [shown.cells.line(row, codes) for row in found]

        self._ask(lines, self._copied)

    def _copied(self, lines: list[list[str]]) -> None:
        text = "\n".join("\t".join(_one_line(cell) for cell in line) for line in lines)
        QGuiApplication.clipboard().setText(text)

    # -- the slips of chosen orders --

    @property
    def has_slips(self) -> bool:
        return self._shown.kind == "order"

    def print_slips(self) -> None:
        shown = self._shown
        keys = [shown.table.paged.key(row) for row in shown.table.chosen_rows()]
        if len(keys) > MOST_SLIPS:
            self.told.emit(self.tr("一次最多打印 {} 张派工单。").format(f"{MOST_SLIPS:,}"))
        elif keys:
            self._ask(lambda: [row.id for row in shown.lists.rows(shown.name, keys)], self.slips_asked.emit)

    # -- a list into a file --

    def export(self) -> None:
        """Ask where to, and write all rows of the list as it stands, in the columns that are shown."""
        if self._is_refused(Right.EXPORT):
            return
        shown, accesses = self._shown, self._office.accesses
        heads, words = shown.table.shown_heads(), shown.filters.words()
        codes = [head.code for head in heads]

        def rows(keys: Sequence[int], full: bool) -> list[list[Value]]:
            found = shown.lists.rows(shown.name, keys, full=full)
            return [[shown.cells.plain(row, code) for code in codes] for row in found]

        def note(count: int, full: bool) -> str:
            accesses.note(Deed.EXPORT, shown.kind, count=count, words=words, whole=full)
            return " · ".join((self._signed(self.tr("导出")), *self._facts(count, words, full)))

        order = Order(
            shown.title,
            [shown.cells.file_title(head) for head in heads],
            shown.walk(),
            rows,
            note,
            may_be_whole=self._may_be_whole(heads),
            day=f"{self._office.now().astimezone():%Y-%m-%d}",
        )
        self._exporting.ask(order, self._window)

    def _may_be_whole(self, heads: Sequence[Head]) -> bool:
        return self._office.accesses.may(Right.WHOLE) and any(head.code in NUMBERS for head in heads)

    def _signed(self, did: str) -> str:
        return f"{did} {self._office.person}  {self._office.now().astimezone():%Y-%m-%d %H:%M:%S}"

    def _facts(self, count: int, words: str, full: bool) -> tuple[str, ...]:
        narrowed = self.tr("筛选：{}").format(words or self.tr("无"))
        numbers = self.tr("号码完整") if full else self.tr("号码已掩码")
        return narrowed, self.tr("共 {} 条").format(f"{count:,}"), numbers

    # -- a list on paper --

    def print_list(self) -> None:
        """Show the list as it will be printed, with its filter, its order and who prints it."""
        if self._is_refused(Right.PRINT):
            return
        keys = list(self._shown.table.paged.keys())
        if len(keys) > MOST_PRINTED:
            text = self.tr("一次最多打印 {} 条，请先筛选；更多请按 Ctrl+E 导出。")
            self.told.emit(text.format(f"{MOST_PRINTED:,}"))
        elif keys and self._may_be_whole(self._shown.table.shown_heads()):
            title = self.tr("打印 {}").format(self._shown.title)
            ask_numbers(self._window, title, lambda full: self._lay_out(keys, full))
        elif keys:
            self._lay_out(keys, full=False)

    def _lay_out(self, keys: Sequence[int], full: bool) -> None:
        shown, office = self._shown, self._office
        heads, words = shown.table.shown_heads(), shown.filters.words()
        codes = [head.code for head in heads]
        columns = tuple(Column(shown.cells.file_title(head), head.right) for head in heads)
        now = office.now().astimezone()
        number = office.person.partition(" ")[0]

        def sheet() -> ListSheet:
            found = shown.lists.rows(shown.name, keys, full=full)
            facts = (*self._facts(len(found), words, full), shown.sorted_by())
            rows = tuple(tuple(shown.cells.line(row, codes)) for row in found)
            mark = f"{number}  {now:%Y-%m-%d %H:%M}"
            return ListSheet(
                shown.title, office.centre, facts, columns, rows, now, office.person, mark, office.lang
            )

        def note(sheet: ListSheet) -> None:
            count = len(sheet.rows)
            office.accesses.note(Deed.PRINT, shown.kind, count=count, words=words, whole=full)

        self._ask(sheet, lambda made: self.sheet_asked.emit(made, note))

    # -- the menu of a row --

    def offer(self, menu: QMenu) -> None:
        """Put into *menu* what can be taken; what this agent may not is greyed, and its tip says who may."""
        menu.setToolTipsVisible(True)
        chosen = self._shown.table.count_chosen()
        several = Right.COPY_ROWS if chosen > 1 else Right.COPY
        if self.has_slips:
            printing = action(menu, self.tr("打印所选的派工单"), SLIPS_KEY, self.print_slips)
            printing.setEnabled(bool(chosen))
            menu.addSeparator()
        whole = partial(self.copy, header=True)
        for text, key, right, act, here in (
            (self.tr("显示号码"), KEYS[Right.REVEAL], Right.REVEAL, self.reveal, self.has_masked()),
            (self.tr("复制号码"), COPY_NUMBER, Right.COPY, self.copy_number, self.has_number()),
            (self.tr("复制所选行"), "Ctrl+C", several, self.copy, bool(chosen)),
            (self.tr("复制所选行，带表头"), "Ctrl+Shift+C", several, whole, bool(chosen)),
            (self.tr("导出这个列表…"), KEYS[Right.EXPORT], Right.EXPORT, self.export, True),
            (self.tr("打印这个列表…"), KEYS[Right.PRINT], Right.PRINT, self.print_list, True),
        ):
            why = self.refusal(right) or (self.refusal(Right.REVEAL) if act == self.copy_number else "")
            each = action(menu, text, key, act)
            each.setEnabled(here and not why)
            each.setToolTip(why or text)


def action(menu: QMenu, text: str, key: str, act: Callable[[], object]) -> QAction:
    """Add what *act* does; the key stands beside it, and is bound by the table itself."""
    added = menu.addAction(f"{text}\t{key}" if key else text)
    added.triggered.connect(lambda: act())
    return added


def _one_line(cell: str) -> str:
    return guarded(" ".join(cell.split()))
