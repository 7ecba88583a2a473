"""An address: what stands in the line, names it may go on with below it, and what is known of it under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.forms.spec import Field
from app.ui.form.choice import OfferedLine, Offers, host_of
from app.ui.form.editor import is_enter, is_held
from app.ui.form.typed import LineEditor
from app.ui.kit.labels import ElidedLabel
from app.ui.kit.style import mark

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
Asked = Callable[[str], tuple[str, Sequence[str]]]


class AddressLine(OfferedLine):
    """Enter takes a name only once an arrow has marked one: else it is the next field's, as everywhere."""

    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.marked = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if not self.open or self.composing or is_held(event):
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif is_enter(event) and self.marked:
            self.taken.emit()
        else:
            super().keyPressEvent(event)


class AddressEditor(LineEditor):
    line: AddressLine

    def __init__(self, field: Field, help_: str = "", parent: QWidget | None = None) -> None:
        super().__init__(field, help_, parent, AddressLine())
        self.asked: Asked | None = None  # how a text may go on: the end of it that is meant, and the names
        self._meant = ""
        self._names: Sequence[str] = ()
        self._offers: Offers | None = None
        self.note = ElidedLabel()
        mark(self.note, tone="muted", type="small")
        self.note.hide()
        self.box.removeWidget(self.line)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self.note)
        self.box.addLayout(column)
        self.line.textEdited.connect(self._offer)
        self.line.stepped.connect(self._step)
        self.line.taken.connect(self._take)
        self.line.closed.connect(self._close)

    def tell(self, text: str) -> None:
        """Say *text* below the line; "" takes it away."""
        self.note.show_text(text)
        self.note.setVisible(bool(text))

    def _offer(self) -> None:
        before = self.line.text()
        at_end = self.line.cursorPosition() == len(before)
        self._meant, self._names = self.asked(before) if self.asked and at_end else ("", ())
        if not self._names or not self.line.hasFocus():
            self._close()
            return
        if self._offers is None:
            self._offers = Offers(host_of(self, self._close))
            self._offers.clicked.connect(self._clicked)
            self._offers.setAccessibleName(self.line.accessibleName())
        self._offers.fill(self._names, -1)
        self._offers.stand_by(self.line)
        self.line.open, self.line.marked = True, False

    def _step(self, step: int) -> None:
        assert self._offers is not None
        row = (self._offers.row() + step + 1) % (len(self._names) + 1) - 1  # one step is none of them
        self._offers.mark_row(row)
        self.line.marked = row >= 0

    def _clicked(self, index: QModelIndex) -> None:
        assert self._offers is not None
        self._offers.mark_row(index.row())
        self._take()

    def _take(self) -> None:
        """Put the name in for its beginning, as if it was typed; what was said before it stays."""
        assert self._offers is not None
        name, line = self._names[self._offers.row()], self.line
        line.setSelection(len(line.text()) - len(self._meant), len(self._meant))
        line.del_()
        line.insert(name)
        self._offer()

    def _close(self) -> None:
        self.line.open = self.line.marked = False
        if self._offers is not None:
            self._offers.hide()
