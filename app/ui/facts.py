"""Label and value, row under row: how a kept record is read."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.ui.kit.labels import Trouble

_LABEL_WIDTH = 144
_READING_WIDTH = 640  # about forty Chinese characters


class Facts(QWidget):
    """Values can be selected with mouse and keyboard; they are never read as markup."""

    def __init__(self) -> None:
        super().__init__()
        self._told: tuple[tuple[tuple[str, str], ...], dict[str, str]] = (), {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1000)
        self._grid.setColumnStretch(2, 1)  # what the values, at their widest, leave free

    def show_rows(self, rows: Iterable[tuple[str, str]], notes: Mapping[str, str] | None = None) -> bool:
        """*notes* by label: what is wrong with a value, said below it. Return whether anything is another."""
        told = tuple(rows), dict(notes or {})
        if told == self._told:
            return False
        self._told, (rows, notes) = told, told
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for place, (label, value) in enumerate(rows):
            row = 2 * place
            name, text = QLabel(label), QLabel(value)
            name.setProperty("tone", "muted")
            name.setWordWrap(True)
            name.setFixedWidth(_LABEL_WIDTH)
            name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setWordWrap(True)
            text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            text.setMaximumWidth(_READING_WIDTH)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            text.setAccessibleName(f"{label} {value}")
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(text, row, 1)
            if note := notes.get(label):
                trouble = Trouble(self)
                trouble.setText(note)
                trouble.setMaximumWidth(_READING_WIDTH)
                self._grid.addWidget(trouble, row + 1, 1)
        return True
