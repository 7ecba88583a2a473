"""A list into a file: where to, with whose numbers, how far it is, and how to stop it."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QMessageBox, QProgressBar, QWidget
from shiboken6 import isValid

from app.desk.exports import Export, ExportRefused, note
from app.desk.xlsx import Value
from app.ui import wording
from app.ui.kit.buttons import KeyButton
from app.ui.kit.paging import Piece, Run
from app.ui.kit.style import mark

PIECE = 400  # rows between two looks at whether to go on

_FOLDER = "export_folder"
_XLSX, _CSV = "*.xlsx", "*.csv"


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written: *rows* are made in the background, numbers in full or masked."""

    name: str  # of the list, for the log
    title: str
    header: Sequence[str]
    walk: Callable[[Any], Piece]
    rows: Callable[[Sequence[int], bool], list[list[Value]]]
    has_numbers: bool
    day: str


class Exporting(QFrame):
    """A line with the progress, to be seen while there is some."""

    told = Signal(str)
    ended = Signal()

    def __init__(self, run: Run, settings: QSettings, agent_no: str) -> None:
        super().__init__()
        self._run, self._settings, self._agent_no = run, settings, agent_no
        self._order: Order | None = None
        self._export: Export | None = None
        self._keys = array("q")
        self._full = False
        mark(self, bar="head")
        self.words, self.bar = QLabel(), QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("导出进度"))
        self.cancel_button = KeyButton(self.tr("取消导出"), "Alt+X")
        self.cancel_button.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(12)
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel_button)
        self.hide()

    @property
    def is_busy(self) -> bool:
        return self._order is not None

    # -- where to, and with what --

    def ask(self, order: Order, window: QWidget) -> None:
        """Ask for the file, and once for the numbers where there are any; then begin."""
        dialog = QFileDialog(window, self.tr("导出 {}").format(order.title), self._folder())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"Excel ({_XLSX})", f"CSV ({_CSV})"])
        dialog.setDefaultSuffix("xlsx")
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix("csv" if _CSV in chosen else "xlsx")
        )
        dialog.selectFile(f"{order.title}-{order.day}.xlsx")
        dialog.fileSelected.connect(lambda path: self._chosen(order, Path(path), window))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _folder(self) -> str:
        kept = str(self._settings.value(_FOLDER, ""))
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return kept if kept and Path(kept).is_dir() else QStandardPaths.writableLocation(documents)

    def _chosen(self, order: Order, path: Path, window: QWidget) -> None:
        self._settings.setValue(_FOLDER, str(path.parent))
        if order.has_numbers:
            self._ask_numbers(order, path, window)
        else:
            self.begin(order, path, full=False)

    def _ask_numbers(self, order: Order, path: Path, window: QWidget) -> None:
        box = QMessageBox(window)
        box.setWindowTitle(self.tr("导出 {}").format(order.title))
        box.setText(self.tr("导出的电话要完整的吗？"))
        box.setInformativeText(self.tr("完整号码是客户的隐私：文件请妥善保管，用完就删。导出会记入日志。"))
        masked = box.addButton(self.tr("只导出掩码"), QMessageBox.ButtonRole.AcceptRole)
        full = box.addButton(self.tr("导出完整号码"), QMessageBox.ButtonRole.DestructiveRole)
        away = box.addButton(self.tr("不导出"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(masked)
        box.setEscapeButton(away)

        def answered() -> None:
            if box.clickedButton() in (masked, full):
                self.begin(order, path, full=box.clickedButton() is full)

        box.finished.connect(answered)
        box.finished.connect(box.deleteLater)
        box.open()

    # -- the writing --

    def begin(self, order: Order, path: Path, *, full: bool) -> None:
        """Write all rows of the list, walked anew, to *path*."""
        if self.is_busy:
            self.told.emit(self.tr("上一次导出还没有完。请等它写完，或先取消。"))
            return
        self._order, self._full, self._keys = order, full, array("q")
        self.bar.setRange(0, 0)
        self.words.setText(self.tr("正在导出 {}…").format(order.title))
        self.show()
        self._ask(lambda: Export(path, order.header), self._opened)

    def stop(self) -> None:
        """Leave nothing half written, and do nothing more."""
        export, self._export, self._order = self._export, None, None
        if export is not None:
            export.abandon()
        if isValid(self):
            self.hide()

    def _cancel(self) -> None:
        self.stop()
        self.told.emit(self.tr("导出已取消，没有留下文件。"))
        self.ended.emit()

    def _ask(self, job: Callable[[], Any], then: Callable[[Any], None]) -> None:
        order = self._order

        def done(result: Any) -> None:
            if isValid(self) and order is self._order:
                then(result)
            elif isinstance(result, Export):
                result.abandon()

        def failed(error: Exception) -> None:
            if isValid(self) and order is self._order:
                self._failed(error)

        self._run(job, done, failed)

    def _opened(self, export: Export) -> None:
        self._export = export
        self._walk(None)

    def _walk(self, mark: Any) -> None:
        assert self._order is not None
        walk = self._order.walk
        self._ask(lambda: walk(mark), self._walked)

    def _walked(self, piece: Piece) -> None:
        self._keys.extend(piece.order)
        if piece.mark is not None:
            self._walk(piece.mark)
            return
        self.bar.setRange(0, max(len(self._keys), 1))
        self._write(0)

    def _write(self, start: int) -> None:
        order, export, full = self._order, self._export, self._full
        assert order is not None
        assert export is not None
        total, title = len(self._keys), order.title
        self.bar.setValue(start)
        self.words.setText(self.tr("正在导出 {}：{} / {}").format(title, f"{start:,}", f"{total:,}"))
        keys = self._keys[start : start + PIECE]
        if keys:
            self._ask(lambda: export.add(order.rows(keys, full)), lambda none: self._write(start + PIECE))
        else:
            self._ask(export.finish, lambda none: self._finished())

    def _finished(self) -> None:
        order, export = self._order, self._export
        assert order is not None
        assert export is not None
        self._order = self._export = None
        note(order.name, export, self._agent_no, full=self._full)
        self.hide()
        self.told.emit(self.tr("已导出 {} 条：{}").format(f"{export.rows:,}", export.path.name))
        self.ended.emit()

    def _failed(self, error: Exception) -> None:
        self.stop()
        self.told.emit(self._sentence(error))
        self.ended.emit()

    def _sentence(self, error: Exception) -> str:
        code = getattr(error, "code", type(error).__name__)
        if not isinstance(error, ExportRefused):
            return wording.refusal(code)
        match code:
            case "full":
                return self.tr("磁盘满了，导出没有完成，没有留下文件。请腾出空间，再导出一次。")
            case "locked":
                return self.tr("这个文件正被别的程序打开，导出没有写成。请关掉它，或换个文件名再导出。")
        return self.tr("这里写不进去，导出没有写成，没有留下文件。请换个文件夹再导出。")
