"""How satisfied who was called is, in a tab: of all called and of all reached; copied or kept as a file."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
)
from shiboken6 import isValid

from app.desk.exports import Export, ExportRefused
from app.desk.people import People
from app.desk.satisfaction import By, Figure, Period, Satisfaction
from app.desk.xlsx import Value
from app.forms.load import Forms
from app.forms.spec import say
from app.records.ids import Id
from app.ui.bridge import Bridge
from app.ui.form.foot import FootBar
from app.ui.kit.empty import EmptyState
from app.ui.kit.paging import Run
from app.ui.kit.style import mark
from app.ui.panel import Panel
from app.ui.record import HeadLine


@dataclass(frozen=True, slots=True)
class SatisfactionDesk:
    """``read`` and ``write`` take what takes long: from the file of the seat, into one for others."""

    satisfaction: Satisfaction
    forms: Forms
    people: People
    read: Run
    write: Run
    lang: str


class SatisfactionPage(Panel):
    titled = Signal()
    told = Signal(str)
    record = "satisfaction"

    def __init__(self, desk: SatisfactionDesk, bridge: Bridge) -> None:
        super().__init__(bridge, frozenset({"callback", "agent", "definition"}))
        self._desk, self.title = desk, self.tr("满意率")
        self._figures: list[Figure] = []
        self._asked = 0  # readings asked for: only the last one is shown
        self.head, self.foot = HeadLine(), FootBar()
        self.period, self.by = QComboBox(), QComboBox()
        for box, label, choices in (
            (self.period, self.tr("期间"), self._periods()),
            (self.by, self.tr("按什么分"), self._bys()),
        ):
            box.setAccessibleName(label)
            for code, words in choices.items():
                box.addItem(words, code)
            box.currentIndexChanged.connect(self.refresh)
        self.period.setCurrentIndex(list(Period).index(Period.WEEK))
        self.table, self.model = QTableView(), QStandardItemModel(self)
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.title)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.none = EmptyState(self.tr("这段时间没有回访。回访登记了结果，满意率会出现在这里。"))
        self.foot.add_button(self.tr("复制"), "Ctrl+C", self.copy, icon="copy")
        self.foot.add_button(self.tr("另存为文件"), "Ctrl+E", self.ask_file, icon="save", primary=True)
        self._lay_out()
        self.none.hide()  # until it is read
        self.setFocusProxy(self.table)
        self.setProperty("opened_as", "satisfaction")

    def _periods(self) -> dict[Period, str]:
        return {
            Period.TODAY: self.tr("今天"),
            Period.WEEK: self.tr("本周"),
            Period.LAST_WEEK: self.tr("上周"),
            Period.MONTH: self.tr("本月"),
            Period.LAST_MONTH: self.tr("上月"),
        }

    def _bys(self) -> dict[By, str]:
        return {By.LIST: self.tr("按名单"), By.TEAM: self.tr("按班组"), By.AGENT: self.tr("按回访人")}

    def _lay_out(self) -> None:
        page, line, around = QVBoxLayout(self), QHBoxLayout(), QVBoxLayout()
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        line.setContentsMargins(16, 12, 16, 8)
        line.setSpacing(8)
        for widget in (QLabel(self.tr("期间")), self.period, QLabel(self.tr("分组")), self.by):
            line.addWidget(widget)
        line.addStretch()
        around.setContentsMargins(16, 0, 16, 8)
        around.addWidget(self.table)
        page.addWidget(self.head)
        page.addLayout(line)
        page.addLayout(around, 1)
        page.addWidget(self.none, 1)
        page.addWidget(self.foot)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark(self, room=True)

    # -- the figures --

    def refresh(self) -> None:
        self._asked += 1
        mine, desk = self._asked, self._desk.satisfaction
        period, by = Period(self.period.currentData()), By(self.by.currentData())

        def read() -> tuple[int, list[Figure], Figure]:
            found, whole = desk.figures(*desk.span(period), by)
            return mine, found, whole

        self._desk.read(read, self._came, self._failed)

    def _failed(self, error: Exception) -> None:
        """The file is closed: the seat locks."""

    def _came(self, told: tuple[int, list[Figure], Figure]) -> None:
        mine, found, whole = told
        if not isValid(self) or mine != self._asked:
            return
        self._figures = [*found, whole] if found else []
        facts = [self.period.currentText(), self.tr("满意 {}").format(whole.satisfied)]
        self.head.show_line(self.title, facts, [(self._of_reached(whole), "good")] if whole.reached else [])
        self.model.clear()
        self.model.setHorizontalHeaderLabels(self.heads())
        for each in self._figures:
            self.model.appendRow([_cell(text, n) for n, text in enumerate(self.line(each))])
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.selectRow(0)
        self.table.setVisible(bool(self._figures))
        self.none.setVisible(not self._figures)

    def heads(self) -> list[str]:
        return [
            self.by.currentText(), self.tr("应访"), self.tr("已拨"), self.tr("访到"), self.tr("满意"),
            self.tr("满意/已拨"), self.tr("满意/访到"),
        ]  # fmt: skip

    def line(self, each: Figure) -> list[str]:
        """Return what stands in one row; of nothing no rate is told."""
        counts = [str(n) for n in (each.owed, each.called, each.reached, each.satisfied)]
        return [self._name(each), *counts, _rate(each.satisfied, each.called), self._of_reached(each)]

    def _of_reached(self, each: Figure) -> str:
        return _rate(each.satisfied, each.reached)

    def _name(self, each: Figure) -> str:
        if each is self._figures[-1]:
            return self.tr("合计")
        by, lang = self.by.currentData(), self._desk.lang
        if by == By.LIST:
            known = self._desk.forms.visiting.lists.get(each.key)
            return say(known.name, lang) if known else each.key
        if by == By.AGENT:
            return self._desk.people.name(Id(each.key)) or self.tr("还没有人")
        teams = {team.code: say(team.label, lang) for team in self._desk.forms.lists.get("teams", ())}
        return teams.get(each.key, each.key) or self.tr("没有班组")

    # -- taken out: no customer stands in them --

    def copy(self) -> None:
        """Copy the table as it stands, to be pasted into a sheet."""
        rows = [self.heads(), *map(self.line, self._figures)]
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows))
        self.told.emit(self.tr("已复制 {} 行。").format(len(self._figures)))

    def ask_file(self) -> None:
        kinds = self.tr("Excel (*.xlsx);;CSV (*.csv)")
        name = f"{self.title}-{self.period.currentText()}.xlsx"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("另存为"), name, kinds)
        if path:
            self.keep(Path(path))

    def keep(self, path: Path) -> None:
        """Write the table into *path*, CSV or XLSX by its name."""
        heads, rows = self.heads(), [self._values(each) for each in self._figures]
        self._desk.write(lambda: _write(path, heads, rows), self._kept, self._not_kept)

    def _values(self, each: Figure) -> list[Value]:
        name, *_, called, reached = self.line(each)
        return [name, each.owed, each.called, each.reached, each.satisfied, called, reached]

    def _kept(self, path: Path) -> None:
        if isValid(self):
            self.told.emit(self.tr("已另存为 {}。").format(path.name))

    def _not_kept(self, error: Exception) -> None:
        if isValid(self):
            code = error.code if isinstance(error, ExportRefused) else type(error).__name__
            self.told.emit(self.tr("没有存成文件（代码 {}）。请换个地方再存。").format(code))


def _write(path: Path, heads: list[str], rows: list[list[Value]]) -> Path:
    made = Export(path, heads)
    made.add(rows)
    made.finish()
    return path


def _rate(part: int, whole: int) -> str:
    return f"{part / whole:.1%} ({part}/{whole})" if whole else "–"


def _cell(text: str, column: int) -> QStandardItem:
    made = QStandardItem(text)
    if column:
        made.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made
