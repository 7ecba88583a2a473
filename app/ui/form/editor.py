"""What every editor of a field can do; there is one subclass for each way of answering."""

from __future__ import annotations

from typing import Any, Protocol, cast

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.forms.spec import Field
from app.ui.kit.style import mark

UNDO, REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def leaves(event: QFocusEvent) -> bool:
    """True when the focus goes to another place of the form, not to a menu or another window."""
    return event.reason() not in _PASSING


def is_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_held(event: QKeyEvent) -> bool:
    """True for a key with Ctrl or Alt: it is a shortcut, never an answer."""
    return bool(event.modifiers() & _HELD)


def is_over(event: QKeyEvent, undoes: bool, redoes: bool) -> bool:
    """True for Ctrl+Z or its opposite where there is nothing more of its kind to be done."""
    undo, redo = (event.matches(key) for key in (UNDO, REDO))
    return (undo and not undoes) or (redo and not redoes)


def spliced(text: str, caret: int, more: str) -> str:
    """Return *text* with *more* at *caret* as Qt counts it: a sign beyond the first plane is two."""
    units = text.encode("utf-16-le", "surrogatepass")
    joined = units[: 2 * caret] + more.encode("utf-16-le", "surrogatepass") + units[2 * caret :]
    return joined.decode("utf-16-le", "replace")


class Hand(Protocol):
    """What has the focus inside an editor."""

    @property
    def came(self) -> SignalInstance: ...
    @property
    def went(self) -> SignalInstance: ...
    @property
    def done(self) -> SignalInstance: ...


class Editor(QWidget):
    """Holds one answer as it stands on the screen."""

    edited = Signal()  # by the user, once an edit; never by put()
    came = Signal()  # the focus is here
    went = Signal()  # and has left for another field
    done = Signal()  # Enter: on to the next field
    moved = Signal()  # the caret stands elsewhere, by the user's hand
    takes_text = False  # phrases may be inserted here
    inset = 0  # px from its edge to what is seen of it: room for the ring of the focus

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.box = QHBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(8)

    def adopt(self, hand: QWidget) -> None:
        """Make *hand*, a ``Hand``, the part that takes the focus."""
        self.hand = hand
        self.box.addWidget(hand)
        self.setFocusProxy(hand)
        heard = cast("Hand", hand)
        heard.came.connect(self.came)
        heard.went.connect(self.went)
        heard.done.connect(self.done)

    def value(self, composing: str = "") -> Any:
        """Return the answer; *composing* is put in at the caret, where there is one."""
        raise NotImplementedError

    def put(self, value: Any) -> None:
        """Show *value*, whatever it is."""
        raise NotImplementedError

    def freeze(self, frozen: bool) -> None:
        raise NotImplementedError

    def say_instead(self, text: str) -> None:
        """Say *text*, muted, where a kept record says nothing; not every editor can."""

    def show_wrong(self, wrong: bool) -> None:
        mark(self.hand, wrong=wrong)

    def describe(self, name: str, text: str) -> None:
        """Tell a screen reader what is asked and what is wrong."""
        self.hand.setAccessibleName(name)
        self.hand.setAccessibleDescription(text)

    def caret(self) -> int:
        return 0

    def _moved(self) -> None:
        if self.hand.hasFocus():
            self.moved.emit()

    def set_caret(self, caret: int) -> None:
        """Put the caret there, selecting nothing; not every editor has one."""

    def undoes(self) -> bool:
        """Tell whether Ctrl+Z is its own now; else it takes back the answer as a whole."""
        return False

    def insert(self, text: str) -> None:
        """Put *text* in at the caret as if it was typed."""
