"""A list into a file: where to, with whose numbers, how far it is, and how to stop it."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QMessageBox, QProgressBar, QWidget
from shiboken6 import isValid

from app.desk.exports import Export, ExportRefused
from app.desk.xlsx import Value
from app.ui import wording
from app.ui.kit.buttons import KeyButton
from app.ui.kit.paging import Piece, Run
from app.ui.kit.style import mark
from app.ui.wording import QT_TRANSLATE_NOOP

PIECE = 400  # rows between two looks at whether to go on

_FOLDER = "export_folder"
_XLSX, _CSV = "*.xlsx", "*.csv"


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written: *rows* are made in the background, numbers in full or masked. *note* keeps that
    it is done, before the file is there, and returns the line that says so at its end."""

    title: str
    header: Sequence[str]
    walk: Callable[[Any], Piece]
    rows: Callable[[Sequence[int], bool], list[list[Value]]]
    note: Callable[[int, bool], str]
    may_be_whole: bool
    day: str


class Exporting(QFrame):
    """A line with the progress, to be seen while there is some."""

    told = Signal(str)
    ended = Signal()

    def __init__(self, run: Run, settings: QSettings) -> None:
        super().__init__()
        self._run, self._settings = run, settings
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
        if order.may_be_whole:
            title = self.tr("导出 {}").format(order.title)
            ask_numbers(window, title, lambda full: self.begin(order, path, full=full))
        else:
            self.begin(order, path, full=False)

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
            self._ask(lambda: export.finish(order.note(export.rows, full)), lambda none: self._finished())

    def _finished(self) -> None:
        export = self._export
        assert export is not None
        self._order = self._export = None
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


def ask_numbers(window: QWidget, title: str, then: Callable[[bool], object]) -> None:
    """Ask whether numbers are to be whole, and go on with the answer; away from it, nothing happens."""
    box = QMessageBox(window)
    box.setWindowTitle(title)
    box.setText(_tr(QT_TRANSLATE_NOOP("Numbers", "电话要完整的吗？")))
    warning = QT_TRANSLATE_NOOP("Numbers", "完整号码是客户的隐私：请妥善保管，用完就销毁。这一步会留下记录。")
    box.setInformativeText(_tr(warning))
    masked, full, away = (
        box.addButton(_tr(text), role)
        for text, role in (
            (QT_TRANSLATE_NOOP("Numbers", "只要掩码"), QMessageBox.ButtonRole.AcceptRole),
            (QT_TRANSLATE_NOOP("Numbers", "要完整号码"), QMessageBox.ButtonRole.DestructiveRole),
            (QT_TRANSLATE_NOOP("Numbers", "都不要"), QMessageBox.ButtonRole.RejectRole),
        )
    )
    box.setDefaultButton(masked)
    box.setEscapeButton(away)

    def answered() -> None:
        if box.clickedButton() in (masked, full):
            then(box.clickedButton() is full)

    box.finished.connect(answered)
    box.finished.connect(box.deleteLater)
    box.open()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Numbers", text)
