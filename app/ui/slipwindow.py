"""`zuoxi preview slips/…`: a slip as it comes out, while its template is edited in any editor."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QTimer
from PySide6.QtGui import QCloseEvent, QImage
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.desk.slips import sample
from app.forms.load import Forms, load
from app.forms.spec import LANGUAGES, say
from app.records.paper import SlipSheet
from app.ui import flaws
from app.ui.background import Lane
from app.ui.kit.labels import Trouble
from app.ui.kit.paper import PaperView, Size
from app.ui.kit.style import mark
from app.ui.preview import picture_of, sizes_of
from app.ui.preview_choices import ZoomBar

_REST_MS = 150  # an editor writes a file in several steps, or puts another in its place
_SIZE = (760, 900)
FOLDER = "slips"


class SlipWindow(QWidget):
    """The template *file*, with invented answers of a form it is for. Broken, it is named with its line, and
    the last good one stays."""

    def __init__(self, file: Path, lang: str, now: Callable[[], datetime]) -> None:
        super().__init__()
        mark(self, ground=True)
        self.resize(*_SIZE)
        self._file, self._lang, self._now = file, lang, now
        self._forms, self._pdf = Forms(), b""
        self._lane = Lane("printer", self)
        self._watcher = QFileSystemWatcher(self)
        self._resting = QTimer(self, singleShot=True, interval=_REST_MS)
        self.what, self.trouble, self.view, self.zoom = QLabel(), Trouble(self), PaperView(), ZoomBar()
        self.forms, self.languages = QComboBox(), QComboBox()
        self.forms.setAccessibleName(self.tr("表单"))
        self.forms.setToolTip(self.tr("用哪张表单的单子看"))
        self.languages.addItems(LANGUAGES)
        self.languages.setCurrentText(lang)
        self.languages.setAccessibleName(self.tr("语言"))
        self.languages.setToolTip(self.tr("席位的语言；模板写了语言的，按模板"))
        mark(self.what, type="section")
        self.setWindowTitle(self.tr("预览：{}").format(file.stem))
        self._lay_out()
        self._connect()
        self.read()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 0)
        head.addWidget(self.what, 1)
        head.addWidget(self.forms)
        head.addWidget(self.languages)
        said = QHBoxLayout()
        said.setContentsMargins(14, 8, 16, 4)
        said.addWidget(self.trouble)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(head)
        page.addLayout(said)
        page.addWidget(self.view, 1)
        page.addWidget(self.zoom)

    def _connect(self) -> None:
        self._watcher.fileChanged.connect(self._rest)
        self._watcher.directoryChanged.connect(self._rest)
        self._resting.timeout.connect(self.read)
        self.forms.activated.connect(self._show)
        self.languages.activated.connect(self._show)
        self.view.wanted.connect(self._draw)
        self.view.turned.connect(self.zoom.show_page)
        self.view.zoomed.connect(self.zoom.show_zoom)
        self.zoom.turn_asked.connect(self.view.turn)
        self.zoom.zoom_asked.connect(self.view.zoom)
        self.zoom.fit_asked.connect(self.view.fit)

    def read(self) -> None:
        """Read the definitions anew, and show what they say now."""
        home = self._file.parent
        self._forms = load(home.parent, self._forms)
        # The folder too: an editor that puts another file in the old one's place ends its watch.
        wanted = {str(home), str(home.parent / "lists"), *map(str, home.glob("*.yaml"))}
        if news := wanted - {*self._watcher.files(), *self._watcher.directories()}:
            self._watcher.addPaths(sorted(news))
        broken = [each for each in self._forms.broken if each.file.partition("/")[0] in (FOLDER, "lists", "")]
        self.trouble.setText("\n".join(map(flaws.why, broken)))
        self.trouble.setVisible(bool(broken))
        self._offer()
        self._show()

    def _rest(self, _: str) -> None:
        self._resting.start()

    def _offer(self) -> None:
        """Offer the forms whose slips look so, or would: the one that is looked at stays."""
        template, chosen = self._forms.slips.get(self._file.stem), self.forms.currentData()
        ordered = [form for form in self._forms.newest() if form.order]
        own = [form for form in ordered if template and form.name in (template.forms or ())]
        self.forms.clear()
        for form in own or ordered:
            self.forms.addItem(say(form.title, self._lang), form.name)
        self.forms.setCurrentIndex(max(self.forms.findData(chosen), 0))

    def _show(self) -> None:
        template, name = self._forms.slips.get(self._file.stem), self.forms.currentData()
        if template is None or not name:
            self.what.setText("")
            return
        lang = self.languages.currentText()
        at = self._now().astimezone()
        sheet = sample(self._forms.get(name), self._forms, template, lang, at)
        across = self.tr("横") if template.across else self.tr("竖")
        told = self.tr("{} · {} {} · 一张 {} 份")
        self.what.setText(told.format(template.name, template.paper, across, template.per_sheet))
        self._lane.run(partial(_set, sheet), self._ready, self._broken)

    def _ready(self, ready: tuple[bytes, list[Size]]) -> None:
        self._pdf, sizes = ready
        self.view.show_pages(sizes)

    def _broken(self, error: Exception) -> None:
        self.trouble.setText(
            self.tr("没有画成（代码 {}）。").format(getattr(error, "code", type(error).__name__))
        )
        self.trouble.show()

    def _draw(self, page: int, dots: float) -> None:
        self._lane.run(
            partial(picture_of, self._pdf, page, dots), partial(self._put, page, dots), self._broken
        )

    def _put(self, page: int, dots: float, image: QImage) -> None:
        self.view.put(page, dots, image)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._resting.stop()
        self._lane.stop()
        self._lane.join(2)
        super().closeEvent(event)


def _set(sheet: SlipSheet) -> tuple[bytes, list[Size]]:
    """In the lane: reportlab is imported with the first page."""
    from app.printing import slip

    pdf = slip.in_memory(sheet)
    return pdf, sizes_of(pdf)


def template_of(given: Path, forms: Path) -> Path | None:
    """Return the template that *given* means: its file, or slips/name; None of anything else."""
    for path in (given, forms / given):
        file = (path if path.suffix == ".yaml" else path.with_name(f"{path.name}.yaml")).resolve()
        if file.parent.name == FOLDER and file.is_file():
            return file
    return None
