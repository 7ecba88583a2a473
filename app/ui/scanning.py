"""A slip scanned anywhere: a scanner types its number fast, and Enter; nothing of it stays where it went."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from app.desk.find import Found
from app.records.ids import is_number
from app.records.orders import Order, Slip
from app.ui.background import Lane
from app.ui.form.row import FieldRow

Find = Callable[[str], Iterable[Found]]
_GAP_MS = 50  # between two signs; nobody types so fast for so long
_LEAST, _MOST = 7, 40  # signs of a number
_PREFIXES = (Slip.prefix, Order.prefix)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NO_SIGN = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class Burst:
    """Signs that came as fast as no hand types; times in milliseconds."""

    def __init__(self) -> None:
        self._signs, self._at = "", 0

    def sign(self, text: str, at: int) -> bool:
        """Take one, and tell whether it begins another burst."""
        begins = not self._signs or not 0 <= at - self._at <= _GAP_MS or len(self._signs) >= _MOST
        self._signs = text if begins else self._signs + text
        self._at = at
        return begins

    def enter(self, at: int) -> str:
        """Return the number of an order or a slip the burst was; "" where it was none. Then it is over."""
        signs, in_time = self._signs.upper(), 0 <= at - self._at <= _GAP_MS
        self._signs = ""
        fits = in_time and len(signs) >= _LEAST and signs.startswith(_PREFIXES) and is_number(signs)
        return signs if fits else ""

    def drop(self) -> None:
        self._signs = ""


class _Before:
    """What stood where the focus is before the first sign came, and how it is put back."""

    def __init__(self, widget: QWidget) -> None:
        self._widget, self._row = widget, _row(widget)
        self._text, self._caret = "", 0
        self._answer: object = None
        if isinstance(widget, QLineEdit):
            self._text, self._caret = widget.text(), widget.cursorPosition()
        elif isinstance(widget, QPlainTextEdit | QTextEdit):
            cursor = widget.textCursor()
            self._text, self._caret = cursor.selectedText(), cursor.selectionStart()
        elif self._row is not None:  # a choice of few takes letters and digits
            self._answer = self._row.value()

    def put_back(self) -> None:
        widget = self._widget
        if isinstance(widget, QLineEdit):
            if widget.text() != self._text:
                widget.selectAll()
                widget.del_()
                widget.insert(self._text)
                widget.setCursorPosition(self._caret)
        elif isinstance(widget, QPlainTextEdit | QTextEdit):
            cursor = widget.textCursor()
            cursor.setPosition(self._caret, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(self._text)
        elif self._row is not None and self._row.value() != self._answer:
            self._row.put(self._answer)
            self._row.edited.emit(self._row.field.name)


def _row(widget: QWidget) -> FieldRow | None:
    parent: QWidget | None = widget
    while parent is not None and not isinstance(parent, FieldRow):
        parent = parent.parentWidget()
    return parent


class Scanning(QObject):
    """Filters what comes to where the focus is in *room*. The command bar looks numbers up by itself."""

    open_asked = Signal(str, str)  # kind, id
    told = Signal(str)

    def __init__(self, find: Find, lane: Lane, room: QWidget) -> None:
        super().__init__(room)
        self._find, self._lane, self._room = find, lane, room
        self._burst = Burst()
        self._before: _Before | None = None
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    @Slot(QWidget, QWidget)
    def _follow(self, left: QWidget | None, came: QWidget | None) -> None:
        if left is not None:
            left.removeEventFilter(self)
        if came is not None and self._room.isAncestorOf(came) and came.window() is self._room.window():
            came.installEventFilter(self)
        self._burst.drop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.isAutoRepeat() or event.modifiers() & _NO_SIGN:
            self._burst.drop()
        elif event.key() in _ENTER:
            return self._entered(event.timestamp())
        elif (text := event.text()) and text.isprintable():
            begins = self._burst.sign(text, event.timestamp())
            self._before = _Before(watched) if begins and isinstance(watched, QWidget) else self._before
        return False

    def _entered(self, at: int) -> bool:
        """Take the Enter of a scanner, and what it typed out of where it went."""
        if not (number := self._burst.enter(at)):
            return False
        if self._before is not None:
            self._before.put_back()
        self.look_up(number)
        return True

    def look_up(self, number: str) -> None:
        found = partial(self._found, number)
        self._lane.run(lambda: tuple(self._find(number)), found, lambda error: found(()))

    def _found(self, number: str, found: tuple[Found, ...]) -> None:
        if not isValid(self):  # the agent has left meanwhile
            return
        here = next((each for each in found if each.kind in ("slip", "order")), None)
        if here is not None:
            self.open_asked.emit(here.kind, here.id)
        else:
            self.told.emit(self.tr("本席没有 {} 这张派工单，可能还没有同步过来。").format(number))
