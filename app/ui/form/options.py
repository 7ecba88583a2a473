"""Answers picked from a few that all stand there: yes or no, a short list, several of a list, a tick."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from app.forms.spec import Field
from app.ui.form.editor import Editor, is_enter, is_held, leaves
from app.ui.form.flow import Flow
from app.ui.form.typed import NOTHING, as_text
from app.ui.kit.style import mark

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
_EMPTYING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_DIGITS = range(Qt.Key.Key_1, Qt.Key.Key_9 + 1)

_LEAST_HINT = 4  # signs: less says nothing
_WORDS = 10  # px from the edge of a line to its words

Option = tuple[Any, str]  # answer, label


class Options(QFrame):
    """A row of buttons with one focus: says which key was meant, keeps no answer."""

    came = Signal()
    went = Signal()
    done = Signal()
    picked = Signal(int)  # by a digit, a letter or the mouse
    stepped = Signal(int)  # by an arrow: -1 or 1
    turned = Signal()  # the space bar
    emptied = Signal()

    def __init__(self, buttons: Sequence[QAbstractButton], letters: str, layout: QLayout) -> None:
        super().__init__()
        mark(self, segments=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayout(layout)
        self.buttons = list(buttons)
        self._letters = letters
        self.frozen = False
        for place, button in enumerate(self.buttons):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, place=place: self._clicked(place))
            layout.addWidget(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_held(event) or self.frozen:
            event.ignore()
        elif is_enter(event):
            self.done.emit()
        elif not self._meant(event):
            event.ignore()

    def _meant(self, event: QKeyEvent) -> bool:
        key, letter = event.key(), event.text().lower()
        if key in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_Space:
            self.turned.emit()
        elif key in _EMPTYING:
            self.emptied.emit()
        elif key in _DIGITS and key - Qt.Key.Key_1 < len(self.buttons):
            self.picked.emit(key - Qt.Key.Key_1)
        elif letter and letter in self._letters:
            self.picked.emit(self._letters.index(letter))
        else:
            return False
        return True

    def _clicked(self, place: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.picked.emit(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if leaves(event):
            self.went.emit()


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    return row


class OneEditor(Editor):
    """yes_no and short choices: digits, arrows, the space bar; Backspace takes the answer back."""

    inset = 2

    def __init__(self, field: Field, options: Sequence[Option], letters: str = "", help_: str = "") -> None:
        super().__init__(field)
        self._answers = [answer for answer, _ in options]
        buttons = [QPushButton(_plain(label)) for _, label in options]
        for place, button in enumerate(buttons):
            mark(button, segment=True)
            keys = [str(place + 1), *letters[place : place + 1].upper()]
            button.setToolTip(f"{options[place][1]}  {' / '.join(keys)}")
        self.options = Options(buttons, letters, _row())
        self._stray = QLabel()  # an answer that is none of them
        self._stray.setTextFormat(Qt.TextFormat.PlainText)
        mark(self._stray, tone="warn")
        self._place = -1
        self.adopt(self.options)
        self._nothing = _nothing(self.box)
        self.box.addWidget(self._stray)
        self._hint = Hint(help_)
        self.box.addWidget(self._hint, 1)
        self.box.setAlignment(self.options, Qt.AlignmentFlag.AlignTop)  # level with the field's name
        self.options.picked.connect(self._pick)
        self.options.stepped.connect(self._step)
        self.options.turned.connect(lambda: self._pick((self._place + 1) % len(buttons)))
        self.options.emptied.connect(lambda: self._pick(-1))

    def value(self, composing: str = "") -> Any:
        return self._answers[self._place] if self._place >= 0 else None

    def put(self, value: Any) -> None:
        fits = [p for p, a in enumerate(self._answers) if type(a) is type(value) and a == value]
        self._show(fits[0] if fits else -1)
        self._stray.setText("" if fits else as_text(value))
        self._stray.setVisible(bool(self._stray.text()))

    def freeze(self, frozen: bool) -> None:
        _freeze(self.options, frozen)
        self._hint.blank = frozen
        self._hint.fit()
        self._show(self._place)

    def say_instead(self, text: str) -> None:
        self._nothing.setText(text)

    def _step(self, step: int) -> None:
        last = len(self._answers) - 1
        if self._place < 0:
            self._pick(0 if step > 0 else last)
        else:
            self._pick(min(last, max(0, self._place + step)))

    def _pick(self, place: int) -> None:
        changed = place != self._place or self._stray.text() != ""
        self._show(place)
        self._stray.clear()
        self._stray.hide()
        if changed:
            self.edited.emit()

    def _show(self, place: int) -> None:
        self._place = place
        _show_chosen(self.options, {place}, self._nothing)


class Hint(QLabel):
    """The help beside the buttons, as much of it as there is room for in two lines; all is its tooltip."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._words = text
        self.blank = False
        mark(self, tone="muted", type="small")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        text = QTextLayout(self._words, self.font())
        text.beginLayout()
        line = text.createLine()
        line.setLineWidth(self.width())
        text.endLayout()
        first, rest = self._words[: line.textLength()].rstrip(), self._words[line.textLength() :]
        rest = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, self.width() - 1)
        fits = "\n".join(filter(None, (first, rest)))
        self.setText(fits if len(fits) > _LEAST_HINT and not self.blank else "")


class ManyEditor(Editor):
    """multi_choice: digits or arrows and the space bar turn each answer on and off."""

    inset = 7

    def __init__(self, field: Field, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._codes = [code for code, _ in options]
        boxes = [QCheckBox(_plain(label)) for _, label in options]
        for place, box in enumerate(boxes, 1):
            box.setToolTip(f"{options[place - 1][1]}  {place}" if place <= 9 else options[place - 1][1])
        self.options = Options(boxes, "", Flow())
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.options.setSizePolicy(policy)
        self._others: list[Any] = []  # chosen in another version of the form
        self._here = 0
        self.adopt(self.options)
        self._nothing = _nothing(self.box)
        self.options.picked.connect(self._turn)
        self.options.stepped.connect(self._step)
        self.options.turned.connect(lambda: self._turn(self._here))
        self.options.emptied.connect(self._empty)
        self.options.came.connect(self._show_here)
        self.options.went.connect(self._show_here)
        self._on: set[int] = set()

    def value(self, composing: str = "") -> Any:
        return [self._codes[place] for place in sorted(self._on)] + self._others

    def put(self, value: Any) -> None:
        given = list(value) if isinstance(value, list | tuple) else [] if value is None else [value]
        self._on = {place for place, code in enumerate(self._codes) if code in given}
        self._others = [code for code in given if code not in self._codes]
        self._show()

    def freeze(self, frozen: bool) -> None:
        _freeze(self.options, frozen)
        self._show()

    def _turn(self, place: int) -> None:
        self._here = place
        self._on ^= {place}
        self._show()
        self._show_here()
        self.edited.emit()

    def _step(self, step: int) -> None:
        self._here = min(len(self._codes) - 1, max(0, self._here + step))
        self._show_here()

    def _empty(self) -> None:
        if self._on or self._others:
            self._on, self._others = set(), []
            self._show()
            self.edited.emit()

    def _show(self) -> None:
        _show_chosen(self.options, self._on, self._nothing)

    def _show_here(self) -> None:
        for place, box in enumerate(self.options.buttons):
            mark(box, here=place == self._here and self.options.hasFocus())


class Tick(QCheckBox):
    came = Signal()
    went = Signal()
    done = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) and not is_held(event):
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if leaves(event):
            self.went.emit()


class TickEditor(Editor):
    """read_back: the space bar."""

    inset = 5

    def __init__(self, field: Field, label: str, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.tick = Tick(_plain(label))
        self.adopt(self.tick)
        self.box.addStretch(1)
        self.tick.clicked.connect(self.edited)

    def value(self, composing: str = "") -> Any:
        return self.tick.isChecked()

    def put(self, value: Any) -> None:
        self.tick.setChecked(value is True)

    def freeze(self, frozen: bool) -> None:
        self.tick.setEnabled(not frozen)


def _freeze(options: Options, frozen: bool) -> None:
    options.frozen = frozen
    options.setFocusPolicy(Qt.FocusPolicy.NoFocus if frozen else Qt.FocusPolicy.StrongFocus)
    for button in options.buttons:
        button.setEnabled(not frozen)


def _plain(label: str) -> str:
    """An ampersand in a label is no mnemonic."""
    return label.replace("&", "&&")


def _nothing(box: QHBoxLayout) -> QLabel:
    label = QLabel(NOTHING)
    label.setContentsMargins(_WORDS, 0, 0, 0)
    label.setFixedHeight(30)
    mark(label, tone="muted")
    label.hide()
    box.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    return label


def _show_chosen(options: Options, chosen: set[int], nothing: QLabel) -> None:
    """Check what is *chosen*; of a frozen row that is all there is to see."""
    for place, button in enumerate(options.buttons):
        button.setChecked(place in chosen)
        button.setVisible(not options.frozen or place in chosen)
    answered = any(place in chosen for place in range(len(options.buttons)))
    options.setVisible(not options.frozen or answered)
    nothing.setVisible(options.frozen and not answered)
