"""Parts of the import page: the file and how it is read, the first rows, and how far it is."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.desk import encodings
from app.desk.imports import Peek, Tally
from app.desk.judge import Judged
from app.forms.kinds import Kind
from app.forms.load import Forms
from app.forms.phone import hidden
from app.forms.spec import Choice, Field, say
from app.ui.form.choice import ChoiceEditor
from app.ui.kit.buttons import KeyButton
from app.ui.kit.icons import icon
from app.ui.kit.labels import ElidedLabel
from app.ui.kit.spoken import announce
from app.ui.kit.style import as_tip, mark

_ENCODINGS = {
    "utf-8": "UTF-8",
    "gb18030": "GB18030 / GBK",
    "cp950": "Big5",
    "utf-16": "UTF-16",
    "cp1252": "Windows-1252",
}
_SHOWN_AS = {
    "utf-8-sig": "utf-8",
    "utf-16-le": "utf-16",
    "utf-16-be": "utf-16",
    "big5": "cp950",
    "gbk": "gb18030",
}
_MONTH_FIRST, _DAY_FIRST = "%m/%d/%Y", "%d/%m/%Y"
_TIMES = ("", " %H:%M", " %H:%M:%S", " %I:%M %p", " %I:%M:%S %p")
_LEAST, _MOST = 96, 240  # width of a column
_LONGEST = 200  # signs of a cell that are shown


class FileBar(QFrame):
    """The file, the form it goes to, and how its signs and dates are read."""

    reread = Signal()  # in another encoding
    form_changed = Signal()
    dates_changed = Signal()

    def __init__(self, forms: Forms, lang: str) -> None:
        super().__init__()
        mark(self, bar="head")
        self.pick = KeyButton(self.tr("选择文件"), "Ctrl+O", icon="folder-open")
        self.name = ElidedLabel()
        self.load_map = KeyButton(self.tr("读对照表"), "Ctrl+L")
        self.save_map = KeyButton(self.tr("存对照表"), "Ctrl+S")
        self._forms = {form.name: say(form.title, lang) for form in (*forms.newest(), *forms.rolls())}
        self.form_choice = _choice(self._forms)
        self.encoding_choice = _choice(_ENCODINGS)
        dates = {"": self.tr("自动"), _MONTH_FIRST: self.tr("月/日/年"), _DAY_FIRST: self.tr("日/月/年")}
        self.dates_choice = _choice(dates)
        self.dates_choice.put("")
        self._form = ""
        self._told: tuple[str, ...] = ()  # ways to write a date that came with a map
        self.show_choice("", "")
        self._lay_out()
        self.form_choice.edited.connect(self._form_edited)
        self.encoding_choice.edited.connect(self._encoding_edited)
        self.dates_choice.edited.connect(self._dates_edited)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 8, 16, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.pick)
        top.addWidget(self.name, 1)
        top.addWidget(self.load_map)
        top.addWidget(self.save_map)
        grid.addLayout(top, 0, 0, 1, 6)
        labelled = (
            (self.tr("表单"), self.form_choice),
            (self.tr("编码"), self.encoding_choice),
            (self.tr("日期"), self.dates_choice),
        )
        for place, (text, editor) in enumerate(labelled):
            label = QLabel(text)
            mark(label, tone="muted")
            editor.describe(text, "")
            grid.addWidget(label, 1, place * 2)
            grid.addWidget(editor, 1, place * 2 + 1)
            grid.setColumnStretch(place * 2 + 1, 1)

    def form(self) -> str:
        return self._form

    def encoding(self) -> str:
        """Return the chosen codec; empty where it is to be found out."""
        told = str(self.encoding_choice.value()).strip()
        return told if told and encodings.is_known(told) else ""

    def dates(self) -> tuple[str, ...]:
        chosen = str(self.dates_choice.value()).strip()
        if chosen in (_MONTH_FIRST, _DAY_FIRST):
            return tuple(chosen + time for time in _TIMES)
        return self._told

    def show_choice(self, form: str, encoding: str) -> None:
        """Show what was asked for; the form that is shown stays where none is."""
        self._form = form if form in self._forms else self._form or next(iter(self._forms), "")
        self.form_choice.put(self._form)
        self.encoding_choice.put(encoding)

    def show_file(self, peek: Peek) -> None:
        told = peek.path.name
        if peek.sheets > 1:
            told = self.tr("{path} · 工作表“{sheet}”（共 {n} 张）").format(
                path=told, sheet=peek.sheet, n=peek.sheets
            )
        self.name.show_text(told)
        self.name.setToolTip(str(peek.path))
        self.encoding_choice.setEnabled(bool(peek.encoding))
        self.encoding_choice.put(_SHOWN_AS.get(peek.encoding, peek.encoding))

    def show_dates(self, told: tuple[str, ...]) -> None:
        first = next((each for each in (_MONTH_FIRST, _DAY_FIRST) if told[:1] == (each,)), "")
        self._told = () if first else told
        self.dates_choice.put(first)

    def show_busy(self, busy: bool) -> None:
        for widget in (
            self.pick,
            self.load_map,
            self.save_map,
            self.form_choice,
            self.encoding_choice,
            self.dates_choice,
        ):
            widget.setEnabled(not busy)

    def _form_edited(self) -> None:
        chosen = str(self.form_choice.value())
        self.form_choice.show_wrong(chosen not in self._forms)
        if chosen in self._forms and chosen != self._form:
            self._form = chosen
            self.form_changed.emit()

    def _encoding_edited(self) -> None:
        told = str(self.encoding_choice.value()).strip()
        self.encoding_choice.show_wrong(bool(told) and not self.encoding())
        if not told or self.encoding():
            self.reread.emit()

    def _dates_edited(self) -> None:
        self._told = ()
        self.dates_changed.emit()


class Preview(QTableWidget):
    """The first rows: what the check says, then the cells as they were read, numbers masked: ten people."""

    def __init__(self) -> None:
        super().__init__()
        mark(self, reads=True)
        self.setAccessibleName(self.tr("前十行"))
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(28)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def show_rows(self, columns: Sequence[str], rows: Sequence[tuple[Judged, str]]) -> None:
        kept = self.columnCount() == len(columns) + 2
        self.setColumnCount(len(columns) + 2)
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels([self.tr("行"), self.tr("检查"), *columns])
        for place, (row, said) in enumerate(rows):
            self.setItem(place, 0, _item(str(row.line.number)))
            verdict = _item(said or self.tr("可以导入"))
            verdict.setIcon(icon("circle-alert", "danger") if said else icon("circle-check", "good"))
            self.setItem(place, 1, verdict)
            for column, cell in enumerate(row.line.cells[: len(columns)]):
                self.setItem(place, column + 2, _item(hidden(cell)))
        if not kept:
            self.setColumnWidth(0, 56)
            self.setColumnWidth(1, 400)
            for column in range(2, self.columnCount()):
                self.setColumnWidth(column, min(max(self.sizeHintForColumn(column), _LEAST), _MOST))


def _item(text: str) -> QTableWidgetItem:
    plain = text.encode("utf-8", "replace").decode()  # bytes of another encoding are no text to show
    item = QTableWidgetItem(" ".join(plain[:_LONGEST].split()))
    item.setToolTip(as_tip(plain[: _LONGEST * 5]))
    return item


class RunBar(QWidget):
    """How far a run is, or how it ended, or why none began; hidden while there is nothing to say."""

    stop_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.stopping = False
        self._file: Path | None = None
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.part = ElidedLabel()  # the words of a run: they change many times a second
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.stop = KeyButton(self.tr("停止"), "Esc")
        self.open = KeyButton(self.tr("打开没有导入的行"), "Alt+O", icon="folder-open")
        self._strip = QFrame()
        row = QHBoxLayout(self._strip)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.part, 1)
        for widget in (self.bar, self.stop, self.open):
            row.addWidget(widget)
        around = QHBoxLayout(self)
        around.setContentsMargins(8, 8, 8, 0)
        around.addWidget(self._strip)
        self.stop.clicked.connect(self.stop_asked)
        self.open.clicked.connect(self._open)
        self.clear()

    def clear(self) -> None:
        self.stopping = False
        self.hide()

    def say(self, sentence: str, tone: str) -> None:
        self._show(sentence, tone, running=False)
        announce(self, sentence)

    def show_part(self, tally: Tally, *, dry: bool) -> None:
        text = self.tr("正在检查，已看 {n} 行") if dry else self.tr("正在导入，已看 {n} 行")
        said = text.format(n=tally.rows)
        if tally.refused:
            said += self.tr("，{n} 条没有通过").format(n=tally.refused)
        self.bar.setValue(int(tally.part * 1000))
        if self.stopping:
            return
        if self.part.isHidden() or self.isHidden():
            self._show("", "accent", running=True)
        self.part.show_text(said)

    def show_stopping(self) -> None:
        if not self.bar.isHidden():
            self.stopping = True
            self.stop.setEnabled(False)
            self.part.show_text(self.tr("这一批写完就停…"))

    def show_result(self, sentence: str, file: Path | None, tone: str) -> None:
        self.stopping = False
        self._file = file
        self.say(sentence, tone)
        self.open.setVisible(file is not None)

    def _show(self, text: str, tone: str, *, running: bool) -> None:
        mark(self._strip, strip=True, tone=tone)
        self.words.setText(text)
        self.words.setVisible(not running)
        self.part.setVisible(running)
        self.bar.setVisible(running)
        self.stop.setVisible(running)
        self.stop.setEnabled(True)
        self.open.hide()
        self.show()

    def _open(self) -> None:
        if self._file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file)))


def _choice(options: dict[str, str]) -> ChoiceEditor:
    choices = tuple(Choice(code, {}) for code in options)
    return ChoiceEditor(Field("x", Kind.CHOICE, {}, choices=choices), list(options.values()))
