"""What happened, row under row: when, who, what; and what was said anew, struck out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from app.ui.kit.style import figures, mark

_TIME_WIDTH = 144  # as wide as the labels of facts above
_READING_WIDTH = 640
_MOST = 30  # made at once; the earlier ones when they are asked for


@dataclass(frozen=True, slots=True)
class EventRow:
    """``head``: who and what; ``note``: that it was entered later, or said anew. ``open``: shows the record
    it is about."""

    time: str
    head: str
    text: str = ""
    note: str = ""
    gone: bool = False
    open: Callable[[], object] | None = None


class Events(QWidget):
    """The newest last. Shown again with the same rows, nothing is made anew."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[EventRow, ...] = ()
        self._shown: tuple[tuple[str, ...], ...] = ()
        self._whole = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)

    def show_rows(self, rows: Sequence[EventRow]) -> None:
        told = tuple((r.time, r.head, r.text, r.note, str(r.gone)) for r in rows)
        self._rows = tuple(rows)
        if told != self._shown:
            self._shown = told
            self._make()

    def _make(self) -> None:
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        rows = self._rows if self._whole else self._rows[-_MOST:]
        if len(rows) < len(self._rows):
            more = QPushButton(self.tr("显示更早的 {} 笔").format(len(self._rows) - len(rows)))
            mark(more, link=True)
            more.setAutoDefault(True)  # Enter follows a link
            more.clicked.connect(self._show_all)
            self._grid.addWidget(more, 0, 1, Qt.AlignmentFlag.AlignLeft)
        for place, row in enumerate(rows, 1):
            self._put(2 * place, row)

    def _show_all(self) -> None:
        self._whole = True
        self._make()

    def _put(self, place: int, row: EventRow) -> None:
        time, said = QLabel(row.time), QLabel("\n".join(filter(None, (row.head, row.text))))
        time.setFixedWidth(_TIME_WIDTH)
        time.setFont(figures(time.font()))
        time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        mark(time, tone="muted")
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        said.setMaximumWidth(_READING_WIDTH)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        said.setAccessibleName("  ".join(filter(None, (row.time, said.text(), row.note))))
        if row.gone:
            struck = QFont(said.font())
            struck.setStrikeOut(True)
            said.setFont(struck)
            mark(said, tone="muted")
        self._grid.addWidget(time, place, 0)
        self._grid.addWidget(said, place, 1)
        if row.note:
            note = QLabel(row.note)
            mark(note, tone="muted", type="small")
            self._grid.addWidget(note, place + 1, 1, Qt.AlignmentFlag.AlignTop)
        if row.open:
            link = QPushButton(self.tr("打开"))
            mark(link, link=True)
            link.setAutoDefault(True)
            link.setAccessibleName(self.tr("打开 {}").format(row.head))
            link.clicked.connect(partial(_call, row.open))
            self._grid.addWidget(link, place, 2, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)


def _call(act: Callable[[], object], *_: object) -> None:
    act()
