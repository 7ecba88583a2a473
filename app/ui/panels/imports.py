"""Importing in a tab: the file, which column feeds what, its first rows as the check sees them, and go."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.desk.imports import Import, Imports, Peek, Tally, Words
from app.desk.judge import ImportRefused, Judged
from app.desk.sheets import Sheet
from app.forms.guess import guess
from app.forms.load import FormBroken
from app.forms.maps import ImportMap, feeds_nothing, map_of, read_map, write_map
from app.forms.spec import Form, Problem
from app.ui import imported
from app.ui.background import Lane
from app.ui.form.foot import FootBar
from app.ui.import_parts import FileBar, Preview, RunBar
from app.ui.kit.empty import EmptyState
from app.ui.mapping import MapEditor

_PREVIEWED = 10
_PAUSE_MS = 150  # after an edit, before the rows are judged anew


@dataclass(frozen=True, slots=True)
class ImportDesk:
    imports: Imports
    lane: Lane
    settings: QSettings
    lang: str


_LOWEST = 56  # of the preview, where the window is low: its head and one row


class ImportPage(QWidget):
    """One file at a time. While it runs the page may be left, not changed; closing it stops the run."""

    titled = Signal()
    told = Signal(str)

    def __init__(self, desk: ImportDesk) -> None:
        super().__init__()
        self.record, self.title = "import", self.tr("导入旧记录")
        self._desk = desk
        self._forms = desk.imports.forms
        self._peek: Peek | None = None
        self._begun: Import | None = None
        self._asked = 0  # readings asked for: only the last one is shown
        self._dry = self._gone = False
        self.file = FileBar(self._forms, desk.lang)
        self.run = RunBar()
        self.map = MapEditor(self._forms, desk.lang)
        self.preview = Preview()
        self.foot = FootBar()
        self.empty = EmptyState(
            self.tr("选一个 CSV 或 Excel 文件，或把它拖到这里。"), self.tr("选择文件"), "Ctrl+O"
        )
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self._show_state()

    # -- made once --

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        scroll.setWidget(self.map)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
        self.preview.setMinimumHeight(_LOWEST)
        self.map.setProperty("canvas", True)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.addWidget(scroll)
        self._split.addWidget(self.preview)
        self._split.setSizes([300, 240])
        self._split.setChildrenCollapsible(False)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._split)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.file)
        page.addWidget(self.run)
        page.addWidget(self._stack, 1)
        page.addWidget(self.foot)
        self.test = self.foot.add_button(self.tr("先检查一遍"), "Ctrl+T", lambda: self.start(dry=True))
        self.go = self.foot.add_button(self.tr("开始导入"), "Ctrl+Enter", self.start, primary=True)

    def _connect(self) -> None:
        self.file.pick.clicked.connect(self._ask_file)
        self.file.load_map.clicked.connect(self._ask_map)
        self.file.save_map.clicked.connect(self._save_map)
        self.empty.asked.connect(self._ask_file)
        QShortcut(QKeySequence("Ctrl+O"), self.empty).activated.connect(self._ask_file)
        self.file.reread.connect(self._reread)
        self.file.form_changed.connect(self._map_anew)
        self.file.dates_changed.connect(self._edited)
        self.map.edited.connect(self._edited)
        self._timer.timeout.connect(self._judge)
        self.run.stop_asked.connect(self.stop)
        self.foot.asked.connect(self.map.go_to)

    # -- the file --

    def take(self, file: Path, form: str = "", table: str = "", encoding: str = "") -> None:
        """Open *file* as if it was chosen here; *table* is a map's file. A run is not disturbed."""
        if self._begun is not None:
            self.told.emit(self.tr("正在导入另一个文件，等它完了再换。"))
            return
        self.file.show_choice(form, encoding)
        self._read(file, lambda peek: self._opened(peek, table))

    def _ask_file(self) -> None:
        if self._begun is not None:
            return
        kinds = self.tr("表格 (*.csv *.tsv *.txt *.xlsx);;所有文件 (*)")
        start = str(self._desk.settings.value("import/folder", ""))
        path, _ = QFileDialog.getOpenFileName(self, self.tr("选择要导入的文件"), start, kinds)
        if path:
            self.take(Path(path))

    def _reread(self) -> None:
        if self._peek is not None:
            self._read(self._peek.path, self._opened)

    def _read(self, path: Path, then: Callable[[Peek], None]) -> None:
        self._asked += 1
        mine, encoding = self._asked, self.file.encoding()

        def done(peek: Peek) -> None:
            if mine == self._asked and not self._gone:
                then(peek)

        def failed(error: Exception) -> None:
            if mine == self._asked and not self._gone:
                self._peek = None
                self._refuse(error)

        self.run.clear()
        self._desk.lane.run(lambda: Peek(path, encoding), done, failed)

    def _opened(self, peek: Peek, table: str = "") -> None:
        self._peek = peek
        self._desk.settings.setValue("import/folder", str(peek.path.parent))
        self.file.show_file(peek)
        self._map_anew()
        if table:
            self._take_map(Path(table))
        here = self._has_focus()
        self._show_state()
        if here:
            self.map.go_to("time")

    # -- the map --

    def _form(self) -> Form:
        return self._forms.get(self.file.form())

    def _map_anew(self) -> None:
        """Show the map last used for such a table, else a guessed one."""
        if self._peek is not None:
            kept = self._desk.settings.value(self._memory(self._peek))
            told = map_of(str(kept), self._forms, self.file.form()) if kept else None
            self._show_map(told or guess(self._form(), self._peek.table))

    def _memory(self, peek: Peek) -> str:
        headers = hashlib.sha256("\x1f".join(peek.columns).encode("utf-8", "replace")).hexdigest()[:16]
        return f"import/{self.file.form()}/{headers}"

    def _show_map(self, told: ImportMap) -> None:
        assert self._peek is not None
        self.file.show_dates(told.dates)
        self.map.show_map(told, self._peek.columns)
        self.map.come_after(self.run.open)
        self._judge()

    def value(self) -> ImportMap:
        """Return the map as it stands on the page."""
        encoding = self._peek.encoding if self._peek else ""
        return replace(self.map.value(), dates=self.file.dates(), encoding=encoding)

    def _ask_map(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("读对照表"), "", "YAML (*.yaml *.yml)")
        if path:
            self._take_map(Path(path))

    def _take_map(self, path: Path) -> None:
        if self._peek is None:
            return
        told = read_map(path, self._forms, self.file.form())
        if isinstance(told, FormBroken):
            self.run.say(imported.broken_map(told), "danger")
        else:
            self._show_map(told)

    def _save_map(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("存对照表"), "", "YAML (*.yaml)")
        if path:
            self.keep_map(Path(path))

    def keep_map(self, path: Path) -> None:
        try:
            path.write_text(write_map(self.value()), "utf-8")
        except OSError as error:
            self.told.emit(self.tr("对照表没有存下来（{}）。页面上的还在。").format(error.strerror))
        else:
            self.told.emit(self.tr("对照表已存为 {}。").format(path.name))

    # -- what the check says --

    def _edited(self) -> None:
        self._timer.start()

    def _judge(self) -> None:
        self._timer.stop()
        if self._peek is None or self._gone:
            return
        told = self.value()
        try:
            rows = self._desk.imports.judge(self._peek, told).rows(_PREVIEWED)
        except ImportRefused as error:
            self._refuse(error)
            return
        form = self._form()
        lang = self._desk.lang
        said: Sequence[tuple[Judged, str]] = [
            (row, " ".join(imported.problem(p, form, told, lang) for p in row.problems)) for row in rows
        ]
        self.preview.show_rows(self._peek.columns, said)
        missing = feeds_nothing(told, form)
        if not told.time.columns and not told.time.otherwise:
            missing.insert(0, "time")
        self.foot.show_missing([(name, imported.feeds(name, form, lang)) for name in missing])

    # -- the run --

    def start(self, *, dry: bool = False) -> None:
        """Begin; with *dry* only to check every row."""
        if self._peek is None or self._begun is not None or not self.go.isEnabled():
            return
        told, path, encoding = self.value(), self._peek.path, self._peek.encoding
        if not dry:
            self._desk.settings.setValue(self._memory(self._peek), write_map(told))
        self._dry = dry
        lang, imports = self._desk.lang, self._desk.imports

        def say(problem: Problem, form: Form, told: ImportMap) -> str:
            return imported.problem(problem, form, told, lang)

        words = Words(say, imported.heads(), Path.home())
        self.run.show_part(Tally(), dry=dry)
        here = self._has_focus()
        self._show_state(busy=True)
        if here:  # what had it is disabled now
            self.run.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self._desk.lane.run(
            lambda: imports.start(Sheet(path, encoding), told, words, dry=dry), self._started, self._failed
        )

    def _started(self, begun: Import) -> None:
        if self._gone:
            begun.close()
            return
        self._begun = begun
        self._step()

    def _step(self) -> None:
        if self._begun is not None:
            self._desk.lane.run(self._begun.step, self._stepped, self._failed)

    def _stepped(self, tally: Tally) -> None:
        if self._begun is None:
            return
        if tally.done:
            self._finished(tally)
        elif self.run.stopping:
            self._close_files()
        else:
            self.run.show_part(tally, dry=self._dry)
            self._step()

    def stop(self) -> None:
        """Stop after the batch under way."""
        self.run.show_stopping()

    def _close_files(self) -> None:
        begun = self._begun
        if begun is not None:
            self._desk.lane.run(begun.close, lambda _: self._finished(begun.tally), self._failed)

    def _finished(self, tally: Tally) -> None:
        self._begun = None
        if self._gone:
            return
        sentence = imported.outcome(tally, dry=self._dry, stopped=not tally.done)
        here = self.run.stop.hasFocus() or not self.run.stop.isEnabled()
        self.run.show_result(sentence, tally.refused_file, "warn" if tally.refused else "good")
        self._show_state()
        if here and self.isVisible():
            next_ = self.run.open if tally.refused_file else self.go
            next_.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: Exception) -> None:
        begun, self._begun = self._begun, None
        if begun is not None:
            self._desk.lane.run(begun.close)
        if not self._gone:
            self._refuse(error)

    def _refuse(self, error: Exception) -> None:
        self.run.say(imported.refused(error, self._form(), self._desk.lang), "danger")
        self._show_state()

    def leave(self) -> None:
        """Stop for good: what is taken in stays, and is on disk with the refused rows when this returns."""
        self._gone = True
        self._timer.stop()
        begun, self._begun = self._begun, None
        if begun is not None:
            begun.close()
            self.told.emit(imported.outcome(begun.tally, dry=self._dry, stopped=True))

    def _has_focus(self) -> bool:
        has = self.window().focusWidget()
        return self.isVisible() and (has is None or self.isAncestorOf(has))

    def _show_state(self, *, busy: bool = False) -> None:
        ready = self._peek is not None
        self._stack.setCurrentIndex(int(ready))
        self.foot.setVisible(ready)
        self.file.setVisible(ready)
        self.setFocusProxy(self.file.pick if ready else self.empty)
        self.file.show_busy(busy)
        self.map.setEnabled(not busy)
        for button in (self.test, self.go):
            button.setEnabled(ready and not busy)

    # -- a file dropped --

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.take(Path(paths[0]))
