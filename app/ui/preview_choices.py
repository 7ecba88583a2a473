"""Beside the preview: where to, how often, which copies; and under it: which page, how large."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.records.paper import ListSheet, RecordSheet, SlipSheet
from app.records.prints import Wish
from app.ui import wording
from app.ui.kit.style import figures, mark
from app.ui.printers import Printers
from app.ui.printsetup import MOST_SETS


class PrintChoices(QWidget):
    changed = Signal()

    def __init__(self, sheet: SlipSheet | ListSheet | RecordSheet, printers: Printers) -> None:
        super().__init__()
        self._printers, self._wish = printers, Wish(None)
        self.where, self.count = QComboBox(), QSpinBox()
        self.count.setRange(1, MOST_SETS)
        self.count.lineEdit().setTextMargins(5, 0, 0, 0)  # as in the field above; a sheet cannot say it
        names = sheet.copy_names if isinstance(sheet, SlipSheet) else {}
        self.boxes = {code: QCheckBox(names.get(code, code)) for code in sheet.copies}
        for box in self.boxes.values():
            box.setChecked(True)
            box.toggled.connect(self.changed)
        self._lay_out()
        self._list()
        printers.changed.connect(self._list)
        self.where.currentIndexChanged.connect(self._turned)
        self._turned()
        printers.find()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for text, widget in ((self.tr("打印机"), self.where), (self.tr("份数"), self.count)):
            label = QLabel(text)
            label.setBuddy(widget)
            mark(label, tone="muted")
            widget.setAccessibleName(text)
            column.addWidget(label)
            column.addWidget(widget)
            column.addSpacing(8)
        if self.boxes:
            label = QLabel(self.tr("打印哪几联"))
            mark(label, tone="muted")
            column.addWidget(label)
        for box in self.boxes.values():
            column.addWidget(box)

    def printer(self) -> str:
        """Return the printer's name; empty for a PDF."""
        return str(self.where.currentData() or "")

    def start(self, wish: Wish) -> None:
        """Stand as F8 would print it."""
        self._wish = wish
        if wish.printer and self.where.findData(wish.printer) < 0:
            self.where.addItem(wish.printer, wish.printer)
        self.where.setCurrentIndex(max(self.where.findData(wish.printer), 0))
        self.count.setValue(wish.sets)
        for code, box in self.boxes.items():
            box.setChecked(not wish.copies or code in wish.copies)

    def tray(self) -> str:
        """Return the tray that is set for this printer."""
        return self._wish.tray if self._wish.printer == self.printer() else ""

    def sets(self) -> int:
        return self.count.value()

    def copies(self) -> tuple[str, ...] | None:
        """Return the codes of the copies chosen; None where the form has none."""
        return tuple(code for code, box in self.boxes.items() if box.isChecked()) if self.boxes else None

    def _list(self) -> None:
        """Offer the PDF and every printer; what is chosen here stays chosen."""
        chosen = self.printer() if self.where.count() else self._printers.name
        states = {each.name: str(each.state) for each in self._printers.found}
        if chosen and chosen not in states:
            states[chosen] = str(self._printers.state or "")
        self.where.blockSignals(True)
        self.where.clear()
        self.where.addItem(self.tr("存为 PDF"), "")
        for name, state in states.items():
            self.where.addItem(wording.printer(name, state), name)
        self.where.setCurrentIndex(max(self.where.findData(chosen), 0))
        self.where.blockSignals(False)

    def _turned(self) -> None:
        self.count.setEnabled(bool(self.printer()))
        self.changed.emit()


class ZoomBar(QWidget):
    turn_asked = Signal(int)
    zoom_asked = Signal(int)
    fit_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        mark(self, ground=True)
        self.page, self.size_label = QLabel(), QLabel()
        for label in (self.page, self.size_label):
            label.setFont(figures(label.font()))
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setMinimumWidth(72)
        self.back = _flat("‹", self.tr("上一页  PgUp"))
        self.on = _flat("›", self.tr("下一页  PgDn"))
        smaller = _flat("−", self.tr("缩小  Ctrl+-"))
        larger = _flat("+", self.tr("放大  Ctrl+="))
        whole = _flat(self.tr("整页"), self.tr("整页  Ctrl+0"))
        self.back.clicked.connect(lambda: self.turn_asked.emit(-1))
        self.on.clicked.connect(lambda: self.turn_asked.emit(1))
        smaller.clicked.connect(lambda: self.zoom_asked.emit(-1))
        larger.clicked.connect(lambda: self.zoom_asked.emit(1))
        whole.clicked.connect(self.fit_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(4)
        for widget in (self.back, self.page, self.on):
            row.addWidget(widget)
        row.addStretch()
        for widget in (smaller, self.size_label, larger, whole):
            row.addWidget(widget)

    def show_page(self, page: int, pages: int) -> None:
        self.page.setText(self.tr("第 {}/{} 页").format(page, pages))
        self.back.setEnabled(page > 1)
        self.on.setEnabled(page < pages)

    def show_zoom(self, percent: int) -> None:
        self.size_label.setText(f"{percent} %")


def _flat(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip.partition("  ")[0])
    button.setMinimumSize(28, 26)
    mark(button, bare=True)
    return button
