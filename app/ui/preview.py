"""What is printed as it will come out, and where to, how often and which copies: a slip (Ctrl+F8) or a list.
Looking counts nothing and takes no number."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.printing.press import Press
from app.records.ids import Id
from app.records.paper import ListSheet, RecordSheet, SlipSheet
from app.records.prints import Wish
from app.ui import wording
from app.ui.kit.buttons import KeyButton
from app.ui.kit.paper import PaperView, Size
from app.ui.kit.style import mark
from app.ui.preview_choices import PrintChoices, ZoomBar
from app.ui.printers import Printers
from app.ui.rooms import Tools

_FOLDER = "pdf_folder"
_SIDE = 300
_CLEAR = 120  # dots an inch from which small type is clear as it is


class PaperPreview(QDialog):
    asked = Signal(object)  # what wish() returned

    def __init__(
        self, sheet: SlipSheet | ListSheet | RecordSheet, tools: Tools, printers: Printers, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._press, self._lane, self._settings = tools.press, tools.background.printer, tools.settings
        self._pdf = b""
        self._over = False  # what the lane still brings is for nobody
        self.view, self.zoom = PaperView(), ZoomBar()
        self.choices = PrintChoices(sheet, printers)
        self.said = QLabel(self.tr("正在排版…"))
        self.print_button = KeyButton(self.tr("打印"), "Ctrl+Enter", icon="printer", primary=True)
        self.save_button = KeyButton(self.tr("另存为 PDF…"), "Ctrl+S", icon="save")
        self.close_button = KeyButton(self.tr("关闭"), "Esc")
        self.chooser: QFileDialog | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._lay_out()
        self._connect()
        self._set()

    def note(self) -> str:
        """Return what is to be known before it is printed; made by each preview."""
        raise NotImplementedError

    def file_name(self) -> str:
        """Return what the PDF is called if nobody says otherwise; made by each preview."""
        raise NotImplementedError

    def wish(self, path: Path | None = None) -> object:
        """Return what is asked for: on paper, or as a PDF at *path*; made by each preview."""
        raise NotImplementedError

    def _lay_out(self) -> None:
        mark(self.said, tone="muted")
        self.said.setWordWrap(True)
        left, side = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.view, 1)
        left.addWidget(self.zoom)
        side.setContentsMargins(16, 16, 16, 16)
        side.setSpacing(8)
        side.addWidget(self.choices)
        side.addWidget(self.said)
        side.addStretch()
        for button in (self.print_button, self.save_button, self.close_button):
            side.addWidget(button)
        beside = QWidget()
        beside.setLayout(side)
        beside.setFixedWidth(_SIDE)
        mark(beside, ground=True)
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(left, 1)
        page.addWidget(beside)
        self.view.setFocus()

    def _connect(self) -> None:
        self.view.wanted.connect(self._draw)
        self.view.turned.connect(self.zoom.show_page)
        self.view.zoomed.connect(self.zoom.show_zoom)
        self.zoom.turn_asked.connect(self.view.turn)
        self.zoom.zoom_asked.connect(self.view.zoom)
        self.zoom.fit_asked.connect(self.view.fit)
        self.choices.changed.connect(self._set)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._choose_file)
        self.close_button.clicked.connect(self.reject)
        for key, act in (
            ("Ctrl++", lambda: self.view.zoom(1)),
            ("Ctrl+=", lambda: self.view.zoom(1)),
            ("Ctrl+-", lambda: self.view.zoom(-1)),
            ("Ctrl+0", self.view.fit),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(act)

    # -- what is seen --

    def _set(self) -> None:
        """Set the slip with the copies that are chosen."""
        copies = self.choices.copies()
        chosen = copies is None or bool(copies)
        self.print_button.setEnabled(chosen)
        self.save_button.setEnabled(chosen)
        self.print_button.show_text(self.tr("存为 PDF") if not self.choices.printer() else self.tr("打印"))
        self.said.setText(self.note() if chosen else self.tr("至少选一联。"))
        if not chosen:
            return
        sheet = replace(self._sheet, copies=copies or ())
        self._lane.run(lambda: _set(self._press, sheet), self._ready, self._broken)

    def _ready(self, ready: tuple[bytes, list[Size]]) -> None:
        if not self._over:
            self._pdf, sizes = ready
            self.view.show_pages(sizes)

    def _broken(self, error: Exception) -> None:
        if not self._over:
            self.said.setText(
                wording.printing("preview", reason=str(getattr(error, "code", type(error).__name__)))
            )

    def _draw(self, page: int, dots: float) -> None:
        pdf, wants = self._pdf, self.view.wants  # keys are quicker than pictures: only the last is drawn
        self._lane.run(
            lambda: picture_of(pdf, page, dots) if wants(page, dots) else None,
            partial(self._put, page, dots),
            self._broken,
        )

    def _put(self, page: int, dots: float, image: QImage | None) -> None:
        if image is not None and not self._over:
            self.view.put(page, dots, image)

    def done(self, result: int) -> None:
        self._over = True
        super().done(result)

    # -- what is done with it --

    def _print(self) -> None:
        self._ask(self.wish())

    def _choose_file(self) -> None:
        folder = Path(str(self._settings.value(_FOLDER, Path.home())))
        place = str(folder / self.file_name())
        self.chooser = chooser = QFileDialog(self, self.tr("另存为 PDF"), place, "PDF (*.pdf)")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("pdf")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self._save)
        chooser.open()

    def _save(self, name: str) -> None:
        path = Path(name)
        self._settings.setValue(_FOLDER, str(path.parent))
        self._ask(self.wish(path))

    def _ask(self, wish: object) -> None:
        self.asked.emit(wish)
        self.accept()


class SlipPreview(PaperPreview):
    def __init__(
        self, order: Id, sheet: SlipSheet, tools: Tools, printers: Printers, parent: QWidget
    ) -> None:
        self._order, self._slip = order, sheet
        super().__init__(sheet, tools, printers, parent)
        self.setWindowTitle(self.tr("预览派工单 {}").format(sheet.number).strip())
        self.view.setAccessibleName(self.tr("派工单"))

    def file_name(self) -> str:
        return f"{self._slip.number or self._slip.order_number}.pdf"

    def wish(self, path: Path | None = None) -> Wish:
        of = self._slip.slip if self._slip.void else None
        copies, choices = self.choices.copies() or (), self.choices
        if path:
            return Wish(self._order, copies=copies, path=str(path), of=of)
        return Wish(self._order, choices.printer(), choices.sets(), copies, tray=choices.tray(), of=of)

    def note(self) -> str:
        if not self._slip.number:
            return self.tr("还没有单号，打印时取号。预览不计入打印次数。")
        if self._slip.reprint:
            count = self._slip.reprint
            return self.tr("已打印 {} 次，单上注明“补打 {}”。预览不计入打印次数。").format(count, count)
        return self.tr("预览不计入打印次数。")


def _set(press: Press, sheet: SlipSheet | ListSheet | RecordSheet) -> tuple[bytes, Sequence[Size]]:
    """In the lane: pypdfium2 is imported with the first look."""
    pdf = press.picture(sheet)
    return pdf, sizes_of(pdf)


def sizes_of(pdf: bytes) -> list[Size]:
    """Return the size of each page; for the lane of printers."""
    from app.printing.pages import opened

    with opened(pdf) as pages:
        return [pages.size(page) for page in range(len(pages))]


def picture_of(pdf: bytes, page: int, dots: float) -> QImage:
    """Return a page, *dots* an inch; for the lane of printers."""
    from app.printing.pages import opened
    from app.ui.session.printer import image

    with opened(pdf) as pages:
        if dots >= _CLEAR:
            return image(pages.picture(page, dots))
        # Small type set on whole dots runs together ("Repairteam"): drawn twice as large, then brought down.
        large = image(pages.picture(page, 2 * dots))
        return large.scaledToWidth((large.width() + 1) // 2, Qt.TransformationMode.SmoothTransformation)
