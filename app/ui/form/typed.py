"""Answers that are typed: a line, several lines, a number to call, a number, a moment."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from app.forms import phone
from app.forms.spec import Field
from app.ui.form import moments
from app.ui.form.editor import Editor, is_enter, is_held, is_over, leaves, spliced
from app.ui.kit.style import mark

_LONGEST = 1_000_000  # Qt's own limit of 32 767 would cut what was pasted
_FEWEST, _MOST = 2, 6  # lines of a long text
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_AHEAD = "due_at"  # a promise: its hour is still to come
BLANK = "＿＿"  # of an inserted phrase: to be filled by hand
NOTHING = "—"  # stands where a kept record says nothing
_EDGES = 12  # padding, border and margin above and below the lines


def as_text(value: Any) -> str:
    """Return what a field shows of an answer that may be of any type."""
    return "" if value is None else value if isinstance(value, str) else str(value)


class Line(QLineEdit):
    """One line. Enter is only told of, and not even that while an input method composes.

    Tab selects nothing here, or the next key would replace what is typed. Without the focus it shows its
    beginning: a person reads an address from there.
    """

    came = Signal()
    went = Signal()
    done = Signal()
    selects = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.composing = False
        self._left: int | None = None  # where the caret was before the beginning was shown
        self.setMaxLength(_LONGEST)

    def caret(self) -> int:
        return self.cursorPosition() if self._left is None else self._left

    def set_caret(self, caret: int) -> None:
        if self._left is None:
            self.setCursorPosition(caret)
        else:
            self._left = caret

    def setText(self, text: str | None, /) -> None:
        super().setText(text)
        if self.isReadOnly():  # nobody types on at the end
            self.home(False)
        elif not self.hasFocus():
            self._rest()

    def insert(self, text: str, /) -> None:
        start = self.caret()
        self.setCursorPosition(start)
        super().insert(text)
        if not self.hasFocus():
            self._rest()
        elif BLANK in text:
            self._go_to_blank(start)

    def _go_to_blank(self, start: int) -> bool:
        """Mark the next blank after *start*: what is typed fills it."""
        place = self.text().find(BLANK, start)
        if place >= 0:
            self.setSelection(place, len(BLANK))
        return place >= 0

    def focusNextPrevChild(self, forward: bool) -> bool:
        return (forward and self._go_to_blank(self.cursorPosition())) or super().focusNextPrevChild(forward)

    def freeze(self, frozen: bool, help_: str) -> None:
        """Only show what stands here, or take *help_* for the word where nothing does."""
        self.setReadOnly(frozen)
        self.setPlaceholderText(NOTHING if frozen else help_)
        if frozen:
            self.home(False)

    def _rest(self) -> None:
        self._left = self.cursorPosition()
        self.home(False)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_over(event, self.isUndoAvailable(), self.isRedoAvailable()):
            event.ignore()  # its row takes back the answer
        elif not is_enter(event):
            super().keyPressEvent(event)
        elif is_held(event):
            event.ignore()
        elif not self.composing:
            self.done.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        left, self._left = self._left, None
        if event.reason() not in _BY_KEY:
            if left is not None and event.reason() != Qt.FocusReason.MouseFocusReason:
                self.setCursorPosition(left)
        elif not self.selects:
            (self.home if self.isReadOnly() else self.end)(False)
        self.came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.composing = False
        super().focusOutEvent(event)
        if leaves(event):
            self._rest()
            self.went.emit()


class Lines(QPlainTextEdit):
    """Two lines that grow to six. Tab moves on, Enter is a line break."""

    came = Signal()
    went = Signal()
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.composing = False
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(1)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        lines = min(_MOST, max(_FEWEST, int(self.document().size().height())))
        return QSize(super().sizeHint().width(), math.ceil(lines * self._pitch()) + _EDGES)

    def _pitch(self) -> float:
        """Return the height of a line as it is laid out: signs from another font make it higher."""
        block = self.document().firstBlock()
        lines = block.layout().lineCount()
        laid_out = self.blockBoundingRect(block).height() / lines if lines else 0.0
        return max(laid_out, self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def go_to_blank(self, start: int) -> bool:
        """Mark the next blank after *start*: what is typed fills it."""
        found = self.document().find(BLANK, start)
        if not found.isNull():
            self.setTextCursor(found)
        return not found.isNull()

    def focusNextPrevChild(self, forward: bool) -> bool:
        here = self.textCursor().selectionEnd()
        return (forward and self.go_to_blank(here)) or super().focusNextPrevChild(forward)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        document = self.document()
        if is_over(event, document.isUndoAvailable(), document.isRedoAvailable()):
            event.ignore()
        elif not (is_enter(event) and self.composing):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.composing = False
        super().focusOutEvent(event)
        if leaves(event):
            self.went.emit()


class InLine(Editor):
    """Answered in one line."""

    def __init__(self, field: Field, line: Line, help_: str, parent: QWidget | None) -> None:
        super().__init__(field, parent)
        self._line, self._help = line, help_
        line.setPlaceholderText(help_)
        line.cursorPositionChanged.connect(self._moved)
        self.adopt(line)

    def freeze(self, frozen: bool) -> None:
        self._line.freeze(frozen, self._help)

    def say_instead(self, text: str) -> None:
        self._line.setPlaceholderText(text)

    def undoes(self) -> bool:
        return self._line.isUndoAvailable()

    def caret(self) -> int:
        return self._line.caret()

    def set_caret(self, caret: int) -> None:
        self._line.set_caret(caret)


class LineEditor(InLine):
    """text, person, address, number: the answer is what stands in the line."""

    takes_text = True

    def __init__(
        self, field: Field, help_: str = "", parent: QWidget | None = None, line: Line | None = None
    ) -> None:
        self.line = line or Line()
        super().__init__(field, self.line, help_, parent)
        self.line.textChanged.connect(self._changed)
        self._quiet = False

    def value(self, composing: str = "") -> Any:
        return self.read(spliced(self.line.text(), self.line.caret(), composing))

    def read(self, text: str) -> Any:
        """Return the answer that *text* is."""
        return text

    def put(self, value: Any) -> None:
        self.show_text(self.write(value))

    def write(self, value: Any) -> str:
        """Return *value* as it stands in the line."""
        return as_text(value)

    def show_text(self, text: str) -> None:
        if text != self.line.text():
            self._quiet = True
            self.line.setText(text)
            self._quiet = False

    def insert(self, text: str) -> None:
        self.line.insert(" ".join(text.splitlines()))

    def _changed(self) -> None:
        if not self._quiet:
            self.edited.emit()


class PhoneEditor(LineEditor):
    """Grouped as it is read aloud, once the number is complete."""

    takes_text = False

    def __init__(self, field: Field, help_: str = "", parent: QWidget | None = None) -> None:
        super().__init__(field, help_, parent)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.line.went.connect(lambda: self.show_text(self.write(self.line.text())))

    def write(self, value: Any) -> str:
        text = as_text(value)
        return phone.group(text) if text.strip() and phone.is_possible(text) else text


class MomentEditor(LineEditor):
    """A moment is kept as ISO 8601 with its offset; what is none stays as it was typed."""

    takes_text = False

    def __init__(
        self,
        field: Field,
        lang: str,
        help_: str,
        now: Callable[[], datetime] | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(field, help_ or "11-21 14:05", parent)
        self._lang = lang
        self._now = now
        self._ahead = field.name == _AHEAD
        self.line.went.connect(lambda: self.show_text(self.write(self.line.text())))

    def read(self, text: str) -> Any:
        at = self._moment(text)
        return at.isoformat() if at else text

    def write(self, value: Any) -> str:
        text = as_text(value)
        at = self._moment(text)
        return moments.show(at, self._time(), self._lang) if at else text

    def _moment(self, text: str) -> datetime | None:
        return moments.read(text, self._time(), ahead=self._ahead)

    def _time(self) -> datetime | None:
        return self._now() if self._now else None


class LinesEditor(Editor):
    """long_text."""

    takes_text = True

    def __init__(self, field: Field, help_: str = "", parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.lines = Lines()
        self._help = help_
        self._known = ""
        self.lines.setPlaceholderText(help_)
        self.adopt(self.lines)
        self.lines.textChanged.connect(self._changed)
        self.lines.cursorPositionChanged.connect(self._moved)

    def value(self, composing: str = "") -> Any:
        return spliced(self.lines.toPlainText(), self.caret(), composing)

    def put(self, value: Any) -> None:
        text = as_text(value)
        if text != self._known:
            self._known = text
            self.lines.setPlainText(text)
            self._known = self.lines.toPlainText()

    def freeze(self, frozen: bool) -> None:
        self.lines.setReadOnly(frozen)
        self.lines.setPlaceholderText(NOTHING if frozen else self._help)
        mark(self.lines, frozen=frozen)
        if frozen:  # a read-only text would else have no caret to copy with
            self.lines.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

    def undoes(self) -> bool:
        return self.lines.document().isUndoAvailable()

    def caret(self) -> int:
        return self.lines.textCursor().position()

    def set_caret(self, caret: int) -> None:
        cursor = self.lines.textCursor()
        cursor.setPosition(min(caret, max(0, self.lines.document().characterCount() - 1)))
        self.lines.setTextCursor(cursor)

    def insert(self, text: str) -> None:
        cursor: QTextCursor = self.lines.textCursor()
        start = cursor.selectionStart()
        cursor.insertText(text)
        self.lines.setTextCursor(cursor)
        if BLANK in text:
            self.lines.go_to_blank(start)

    def _changed(self) -> None:
        # Qt says "changed" for the marks of an input method too.
        text = self.lines.toPlainText()
        if text != self._known:
            self._known = text
            self.edited.emit()
