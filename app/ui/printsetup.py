"""How the slips of each form are printed at this seat: where, from which tray, how often, which copies."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.desk.slips import named
from app.forms.load import Forms
from app.forms.spec import Form, say
from app.records.ids import Id
from app.records.prints import Wish
from app.ui import wording
from app.ui.kit.buttons import KeyButton
from app.ui.kit.style import mark
from app.ui.printers import Printers

MOST_SETS = 20
SEATS = "*"  # the seat's own printer, whichever that is


@dataclass(frozen=True, slots=True)
class Way:
    """``copies`` () stands for all of the form's."""

    printer: str = SEATS
    tray: str = ""
    sets: int = 1
    copies: tuple[str, ...] = ()


class Ways:
    """Remembered by the seat, whoever signs in."""

    def __init__(self, settings: QSettings, printers: Printers) -> None:
        self._settings, self._printers = settings, printers

    def get(self, form: str) -> Way:
        """Return what was set; of what cannot be read, as if nothing had been."""
        try:
            told: dict[str, Any] = json.loads(str(self._settings.value(f"print/{form}", "{}")))
            sets = min(max(int(told.get("sets", 1)), 1), MOST_SETS)
            way = Way(str(told.get("printer", SEATS)), str(told.get("tray", "")), sets)
            return replace(way, copies=tuple(map(str, told.get("copies", ()))))
        except (ValueError, TypeError, AttributeError):
            return Way()

    def set(self, form: str, way: Way) -> None:
        self._settings.setValue(f"print/{form}", json.dumps(asdict(way), ensure_ascii=False))

    def wish(self, order: Id | None, form: str) -> Wish:
        """Return how a slip of *form* is printed here without a question."""
        way = self.get(form)
        printer = self._printers.name if way.printer == SEATS else way.printer
        return Wish(order, printer, way.sets, way.copies, tray=way.tray if printer else "")


class _Line:
    """The widgets of one form."""

    def __init__(self, form: Form, way: Way, printers: Printers, lang: str, names: Mapping[str, str]) -> None:
        self.form, self._printers = form, printers
        self.title = QLabel(say(form.title, lang))
        self.where, self.tray, self.sets = QComboBox(), QComboBox(), QSpinBox()
        self.sets.setRange(1, MOST_SETS)
        self.sets.setValue(way.sets)
        self.sets.lineEdit().setTextMargins(5, 0, 0, 0)  # as in the field beside; a sheet cannot say it
        codes = form.order.copies if form.order else ()
        self.boxes = {code: QCheckBox(names.get(code, code)) for code in codes}
        for code, box in self.boxes.items():
            box.setChecked(not way.copies or code in way.copies)
        self._way = way
        for widget in (self.where, self.tray, self.sets):
            widget.setAccessibleDescription(self.title.text())
        self.where.setMinimumWidth(190)
        self.tray.setMinimumWidth(110)

    def list(self, seats: str, pdf: str, own: str) -> None:
        """Offer what is known of printers and trays by now; what is chosen stays so."""
        chosen = self.where.currentData() if self.where.count() else self._way.printer
        names = {each.name: str(each.state) for each in self._printers.found}
        if chosen not in (SEATS, ""):
            names.setdefault(chosen, "")
        offered = [(seats, SEATS), (pdf, ""), *((wording.printer(n, s), n) for n, s in names.items())]
        _offer(self.where, offered, chosen)
        printer = self.printer()
        tray = self.tray.currentData() if self.tray.count() else self._way.tray
        trays = self._printers.trays(printer) if printer else []
        trays += [tray] if tray and tray not in trays and self._printers.trays_unknown(printer) else []
        _offer(self.tray, [(own, ""), *((each, each) for each in trays)], tray)
        self.tray.setEnabled(len(trays) > 0)

    def printer(self) -> str:
        chosen = str(self.where.currentData())
        return self._printers.name if chosen == SEATS else chosen

    def way(self) -> Way:
        copies = tuple(code for code, box in self.boxes.items() if box.isChecked())
        every = () if len(copies) == len(self.boxes) else copies
        return Way(str(self.where.currentData()), str(self.tray.currentData()), self.sets.value(), every)

    def lacks_copies(self) -> bool:
        return bool(self.boxes) and not any(box.isChecked() for box in self.boxes.values())


class PrintSetup(QDialog):
    try_asked = Signal(object)  # Wish for the page that tries a printer

    def __init__(self, forms: Forms, ways: Ways, printers: Printers, lang: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._ways, self._printers = ways, printers
        self.setWindowTitle(self.tr("每种单子的打印设置"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        names = named(forms.lists.get("copies", ()), lang)
        ordered = (form for form in forms.newest() if form.order)
        self.lines = [_Line(form, ways.get(form.name), printers, lang, names) for form in ordered]
        self.said = QLabel(self.tr("F8 照这里直接打印，不再问。没有设过的跟本席打印机走。"))
        self.try_button = KeyButton(self.tr("打测试页"), "Alt+T", icon="printer")
        self.save_button = KeyButton(self.tr("保存"), "Ctrl+Enter", primary=True)
        self.close_button = KeyButton(self.tr("取消"), "Esc")
        self._lay_out()
        self._list()
        printers.changed.connect(self._list)
        for line in self.lines:
            line.where.currentIndexChanged.connect(self._list)
            for box in line.boxes.values():
                box.toggled.connect(self._check)
        self.try_button.clicked.connect(self._try)
        self.save_button.clicked.connect(self._save)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self._save)
        printers.find()

    def _lay_out(self) -> None:
        mark(self.said, tone="muted")
        self.said.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        heads = (self.tr("单子"), self.tr("打印机"), self.tr("纸盘"), self.tr("份数"), self.tr("打印哪几联"))
        for place, text in enumerate(heads):
            head = QLabel(text)
            mark(head, tone="muted")
            grid.addWidget(head, 0, place)
        for number, line in enumerate(self.lines, 1):
            copies = QHBoxLayout()
            for box in line.boxes.values():
                copies.addWidget(box)
            copies.addStretch()
            widgets = (line.title, line.where, line.tray, line.sets)
            for place, widget in enumerate(widgets):
                widget.setAccessibleName(heads[place])
                grid.addWidget(widget, number, place)
            grid.addLayout(copies, number, len(widgets))
        foot = QHBoxLayout()
        foot.addWidget(self.try_button)
        foot.addStretch()
        foot.addWidget(self.close_button)
        foot.addWidget(self.save_button)
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 16, 16, 16)
        page.setSpacing(12)
        page.addWidget(self.said)
        page.addLayout(grid)
        page.addStretch()
        page.addLayout(foot)

    def _list(self) -> None:
        seats = wording.printer(self._printers.name, "") or self.tr("存为 PDF")
        for line in self.lines:
            line.list(self.tr("跟本席：{}").format(seats), self.tr("存为 PDF"), self.tr("自动"))

    def _check(self) -> None:
        lacking = next((line.title.text() for line in self.lines if line.lacks_copies()), "")
        self.save_button.setEnabled(not lacking)
        told = self.tr("F8 照这里直接打印，不再问。没有设过的跟本席打印机走。")
        self.said.setText(self.tr("{}：至少选一联。").format(lacking) if lacking else told)

    def _try(self) -> None:
        """Print the page that tries a printer, as the line says that has the focus; else the first."""
        focused = self.focusWidget()
        line = next((each for each in self.lines if focused in (each.where, each.tray, each.sets)), None)
        if line := line or (self.lines[0] if self.lines else None):
            self.try_asked.emit(Wish(None, line.printer(), tray=line.way().tray))

    def _save(self) -> None:
        if not self.save_button.isEnabled():
            return
        for line in self.lines:
            self._ways.set(line.form.name, line.way())
        self.accept()


def _offer(box: QComboBox, offered: Sequence[tuple[str, str]], chosen: str) -> None:
    box.blockSignals(True)
    box.clear()
    for text, code in offered:
        box.addItem(text, code)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    box.blockSignals(False)
