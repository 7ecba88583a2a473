"""A list of records, two lines an entry: the thing itself, then what is to be known of it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.records.ids import Id
from app.ui.kit.style import as_tip
from app.ui.lines import HEAD, MORE, TONE, Lines

_LEAST = 120  # px high
_KEY = Qt.ItemDataRole.UserRole + 1


class TwoLines(QListWidget):
    opened = Signal(str, str)  # kind, id

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setItemDelegate(Lines(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(lambda item: self.open_current())

    def sizeHint(self) -> QSize:
        """A few rows, and whatever room is left over."""
        return QSize(super().sizeHint().width(), _LEAST)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def head(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setData(HEAD, True)
        item.setData(TONE, "muted")
        self.addItem(item)

    def add(self, kind: str, id: Id, text: str, more: str) -> None:
        item = QListWidgetItem(text)
        item.setData(_KEY, (kind, str(id)))
        item.setData(MORE, more)
        item.setToolTip(as_tip(f"{text}\n{more}"))
        self.addItem(item)

    def open_current(self) -> None:
        item = self.currentItem()
        if item is not None and item.data(_KEY):
            self.opened.emit(*item.data(_KEY))

    def mark_first(self) -> None:
        """A list with no row marked would not show that it has the focus."""
        choices = (row for row in range(self.count()) if self.item(row).data(_KEY))
        self.setCurrentRow(next(choices, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
            return
        super().keyPressEvent(event)
