"""Help in a tab: its pages at the left, the one being read at the right."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.ui.kit.buttons import KeyButton
from app.ui.kit.findbar import FindBar
from app.ui.kit.reader import Reader
from app.ui.kit.style import mark
from app.ui.lines import HEAD, Lines

INDEX = "index.md"
_LEAST = 560  # of the text; with less beside it, the list gives its room
_FILE = Qt.ItemDataRole.UserRole
_ENTRY = re.compile(r"^## (?P<head>.+)$|^- \[(?P<title>[^]]+)\]\((?P<file>[a-z-]+\.md)\)", re.MULTILINE)


def pages(folder: Path) -> Iterator[tuple[str, str]]:
    """Give title and file of each page in the order of the index; of a group's head, no file."""
    for found in _ENTRY.finditer((folder / INDEX).read_text("utf-8")):
        yield found["head"] or found["title"], found["file"] or ""


class HelpPage(QWidget):
    """*folder* holds the Chinese pages, and a folder of the same pages for each other language."""

    titled = Signal()

    def __init__(self, folder: Path, lang: str) -> None:
        super().__init__()
        self.record = "help"
        self.title = self.tr("帮助")
        self._part = f"{lang}/" if (folder / lang / INDEX).exists() else ""
        self._folder = folder / self._part
        self.reader = Reader(folder, self)
        self.pages = QListWidget()
        self.pages.setItemDelegate(Lines(self.pages))
        self.pages.setAccessibleName(self.tr("帮助的各页"))
        self.pages.ensurePolished()  # rows are laid out once, and the style sheet says how high they are
        self.finder = FindBar(self.reader, self._other_page_with)
        self.asking = AskBar()
        self._fill()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.reader)
        # A proxy comes first by Tab: the list and the buttons are read before it.
        for one, other in pairwise((self.pages, self.home, self.back, self.ahead, self.seek, self.reader)):
            QWidget.setTabOrder(one, other)
        self.show_page(INDEX)

    def show_page(self, page: str) -> None:
        self.reader.show_file(self._part + page)

    def _fill(self) -> None:
        for title, file in ((self.tr("目录"), INDEX), *pages(self._folder)):
            item = QListWidgetItem(title)
            item.setData(_FILE, file)
            item.setData(HEAD, not file)
            if not file:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.pages.addItem(item)
        self.pages.setFixedWidth(self.pages.sizeHintForColumn(0) + 2 * self.pages.frameWidth())

    def _lay_out(self) -> None:
        self.home = KeyButton(self.tr("目录"), "Alt+Home")  # beside the list, its first row does
        self.back = KeyButton(self.tr("后退"), "Alt+Left")
        self.ahead = KeyButton(self.tr("前进"), "Alt+Right")
        self.seek = KeyButton(self.tr("查找"), "Ctrl+F", icon="search")
        top = QFrame()
        mark(top, bar="head")
        bar = QHBoxLayout(top)
        bar.setContentsMargins(16, 8, 16, 8)
        bar.setSpacing(8)
        for button in (self.home, self.back, self.ahead):
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self.seek)
        right = QVBoxLayout()
        right.setSpacing(0)
        for widget in (top, self.asking, self.reader, self.finder):
            right.addWidget(widget)
        line = QFrame()
        mark(line, divider=True)
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.pages)
        page.addWidget(line)
        page.addLayout(right, 1)

    def _connect(self) -> None:
        self.home.clicked.connect(lambda: self.show_page(INDEX))
        self.back.clicked.connect(self.reader.backward)
        self.ahead.clicked.connect(self.reader.forward)
        self.seek.clicked.connect(self.finder.ask)
        self.finder.elsewhere_asked.connect(self._go_where_it_is)
        self.pages.currentItemChanged.connect(self._chosen)
        self.reader.turned.connect(self._turned)
        self.reader.outside.connect(self.asking.ask)
        self.asking.done.connect(self.reader.setFocus)
        self.reader.historyChanged.connect(self._show_ways)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, super().minimumSizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is None:  # a tab would give it to whatever comes first: the list
            self.reader.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _LEAST + self.pages.width()
        self.pages.setVisible(wide)
        self.home.setVisible(not wide)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None and self._part + item.data(_FILE) != self.reader.shown:
            self.show_page(item.data(_FILE))

    def _turned(self, file: str) -> None:
        page = file.removeprefix(self._part)
        for row in range(self.pages.count()):
            if self.pages.item(row).data(_FILE) == page:
                self.pages.setCurrentRow(row)
        if self.finder.isVisible():
            self.finder.seek()

    def _show_ways(self) -> None:
        self.back.setEnabled(self.reader.isBackwardAvailable())
        self.ahead.setEnabled(self.reader.isForwardAvailable())

    def _with(self, text: str) -> QListWidgetItem | None:
        """Return the next page after the one shown that has *text*."""
        start, count = self.pages.currentRow(), self.pages.count()
        for row in (*range(start + 1, count), *range(start)):
            item = self.pages.item(row)
            file = item.data(_FILE)
            if file and text.casefold() in (self._folder / file).read_text("utf-8").casefold():
                return item
        return None

    def _other_page_with(self, text: str) -> str:
        return item.text() if (item := self._with(text)) else ""

    def _go_where_it_is(self) -> None:
        if item := self._with(self.finder.line.text()):
            self.pages.setCurrentItem(item)


class AskBar(QFrame):
    """Asks before a page of the web is opened in the browser; Esc leaves it closed."""

    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        mark(self, strip=True, tone="warn")
        self._address = QUrl()
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.open = KeyButton(self.tr("用浏览器打开"), "Alt+O")
        self.leave = KeyButton(self.tr("不打开"), "Esc")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.open)
        row.addWidget(self.leave)
        self.open.clicked.connect(self._open)
        self.leave.clicked.connect(self._close)
        self.hide()

    def ask(self, address: str) -> None:
        self._address = QUrl(address)
        self.words.setText(self.tr("这是外部网页：{}").format(address))
        self.show()
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        QDesktopServices.openUrl(self._address)
        self._close()

    def _close(self) -> None:
        self.hide()
        self.done.emit()
