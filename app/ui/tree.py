"""A list in groups: what it is, and at the right a word on it."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from app.ui.lines import Lines


class Tree(QTreeView):
    """Two columns. Enter opens the row; ``activated`` would fire twice with a double click."""

    entered_on = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(20)
        self.setItemDelegate(Lines(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTreeView.Shape.NoFrame)

    def setModel(self, model: QStandardItemModel) -> None:  # type: ignore[override]
        super().setModel(model)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the whole row that is entered: what Qt would lay over it takes its colour."""
        super().focusInEvent(event)
        if self.currentIndex().isValid():
            how = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(self.currentIndex(), how.ClearAndSelect | how.Rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.hasFocus():
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_on.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


def cell(text: str, *, right: bool = False) -> QStandardItem:
    made = QStandardItem(text)
    if right:
        made.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made
