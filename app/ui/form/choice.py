"""A choice from a long list: typed text, pinyin or initials bring the right one to the top."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QStringListModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QListView, QWidget

from app.forms import pinyin
from app.forms.spec import Field
from app.ui.form.editor import is_held, spliced
from app.ui.form.typed import InLine, Line, as_text
from app.ui.kit.icons import icon
from app.ui.kit.style import mark

_MOST_ROWS, _EDGE, _GAP = 9, 8, 2
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class Offers(QListView):
    """The list below the line; lies inside the form, so it goes wherever the form goes."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._line: QWidget | None = None
        mark(self, overlay=True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.entered.connect(self.setCurrentIndex)
        self._labels = QStringListModel(self)
        self.setModel(self._labels)

    def fill(self, labels: Sequence[str], marked: int) -> None:
        self._labels.setStringList(list(labels))
        self.mark_row(marked)

    def mark_row(self, row: int) -> None:
        self.setCurrentIndex(self._labels.index(row) if row >= 0 else QModelIndex())

    def row(self) -> int:
        return self.currentIndex().row() if self.currentIndex().isValid() else -1

    def stand_by(self, line: QWidget) -> None:
        """Lie below *line*, or above it where there is more room; and stay there when the form is laid out
        anew, as when a strip comes."""
        above: QWidget | None = line if self._line is None else None
        while above is not None and above is not self._host:
            above.installEventFilter(self)
            above = above.parentWidget()
        self._line = line
        self._lie(line)
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and self._line and self.isVisible():
            self._lie(self._line)
        return super().eventFilter(watched, event)

    def _lie(self, line: QWidget) -> None:
        host = self._host
        at = QRect(line.mapTo(host, QPoint(0, 0)), line.size())
        wanted = self.sizeHintForRow(0) * min(_MOST_ROWS, self._labels.rowCount()) + _EDGE
        below, above = host.height() - at.bottom() - _GAP, at.top() - _GAP
        height = min(wanted, max(below, above))
        top = at.bottom() + _GAP if below >= height else at.top() - _GAP - height
        self.setGeometry(at.left(), top, at.width(), height)


class OfferedLine(Line):
    """Tells its editor of the keys that mean the list below it; while that is *open* it has Esc."""

    stepped = Signal(int)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.open = False

    def event(self, event: QEvent) -> bool:
        # A window's own Esc must not close more than the list.
        override = self.open and event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.closed.emit()
        super().focusOutEvent(event)


class ChoiceLine(OfferedLine):
    """While the list is open it has Enter too."""

    clicked = Signal()
    leaving = Signal()  # by Tab or Enter, before the focus goes
    selects = True  # another choice replaces the first

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if is_held(event) or self.composing or self.isReadOnly():
            super().keyPressEvent(event)
        elif key in _STEPS and (self.open or abs(_STEPS[Qt.Key(key)]) == 1):
            self.stepped.emit(_STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape and self.open:
            self.closed.emit()
        else:
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.leaving.emit()
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        self.leaving.emit()
        return super().focusNextPrevChild(next)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.clicked.emit()


class ChoiceEditor(InLine):
    """The answer is a code; text that is none of the labels stays as typed, for the check to name."""

    def __init__(
        self, field: Field, labels: Sequence[str], help_: str = "", parent: QWidget | None = None
    ) -> None:
        self.line = ChoiceLine()
        # Nothing of the list is seen before a key: how it is come by stands in the empty line.
        hint = QCoreApplication.translate("ChoiceEditor", "拼音或 ↓")
        super().__init__(field, self.line, help_ or hint, parent)
        self._labels = list(labels)
        self._places = {_key(label): place for place, label in reversed(list(enumerate(labels)))}
        self._offered: list[int] = []
        self._last: tuple[str, list[int]] = ("", [])  # what was looked for, and found
        self._initials: dict[int, list[str]] = {}
        self._typed = False  # since the focus came: only then is the first offer meant
        self._quiet = False
        self._offers: Offers | None = None
        self._arrow = self.line.addAction(icon("chevron-down", "muted"), Line.ActionPosition.TrailingPosition)
        self._arrow.triggered.connect(self._toggle)
        self.line.textChanged.connect(self._changed)
        self.line.stepped.connect(self._step)
        self.line.closed.connect(self._close)
        self.line.clicked.connect(self._toggle)
        self.line.leaving.connect(self._take)
        self.line.went.connect(self._left)
        # The dictionary takes a moment at its first use: better now than at the first key.
        self.line.came.connect(lambda: QTimer.singleShot(0, self, lambda: pinyin.matches("a", "好")))

    def value(self, composing: str = "") -> Any:
        whole = spliced(self.line.text(), self.line.caret(), composing)
        place = self._places.get(_key(whole))
        return whole if place is None else self.field.codes[place]

    def put(self, value: Any) -> None:
        known = isinstance(value, str) and value in self.field.codes
        self._show(self._labels[self.field.codes.index(value)] if known else as_text(value))
        self._close()

    def freeze(self, frozen: bool) -> None:
        super().freeze(frozen)
        self._arrow.setVisible(not frozen)

    def _changed(self, text: str) -> None:
        if self._quiet:
            return
        self._typed = True
        if text.strip():
            self._offer(self._matching(text), 0)
        else:
            self._offer(list(range(len(self._labels))), -1)
        self.edited.emit()

    def _matching(self, text: str) -> list[int]:
        """Return the places *text* finds: the label itself, then those that begin so, then the others."""
        key = _key(text)
        before, places = self._last
        # What a longer text finds is among what the shorter one found: most keys look at a few labels.
        near = places if before and key.startswith(before) else range(len(self._labels))
        found = [place for place in near if pinyin.matches(text, self._labels[place])]
        self._last = (key, found)
        return sorted(found, key=lambda place: (self._rank(key, place), place))

    def _rank(self, key: str, place: int) -> int:
        label = self._labels[place]
        if _key(label) == key:
            return 0
        if place not in self._initials:
            self._initials[place] = pinyin.initials(label).split()
        begins = (_key(label), *self._initials[place])
        return 1 if any(letters.startswith(key) for letters in begins) else 2

    def _offer(self, places: list[int], marked: int) -> None:
        """Show the list of those *places*, closed where there is none."""
        self._offered = places
        if not places or not self.line.hasFocus():
            self._close()
            return
        if self._offers is None:
            self._offers = Offers(host_of(self, self._close))
            self._offers.clicked.connect(self._clicked)
        self._offers.fill([self._labels[p] for p in places], marked)
        self._offers.stand_by(self.line)
        self.line.open = True

    def _toggle(self) -> None:
        if self.line.isReadOnly():
            return
        if self.line.open:
            self._close()
        else:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self._offer(list(range(len(self._labels))), self._chosen())

    def _chosen(self) -> int:
        return self._places.get(_key(self.line.text()), -1)

    def _step(self, step: int) -> None:
        if not self.line.open:
            chosen = self._chosen()
            self._offer(list(range(len(self._labels))), chosen if chosen >= 0 else 0)
            self._typed = True
        elif self._offers is not None:
            row = self._offers.row() + step
            self._offers.mark_row(min(len(self._offered) - 1, max(0, row)))
            self._typed = True

    def _take(self) -> None:
        """Pick what is marked; a list that was only looked at picks nothing."""
        row = self._offers.row() if self._offers is not None and self.line.open else -1
        if row >= 0 and self._typed:
            self._pick(self._offered[row])
        self._close()

    def _clicked(self, index: QModelIndex) -> None:
        self._pick(self._offered[index.row()])
        self._close()

    def _pick(self, place: int) -> None:
        if self.line.text() != self._labels[place]:
            self._show(self._labels[place])
            self.edited.emit()

    def _left(self) -> None:
        self._typed = False
        if (chosen := self._chosen()) >= 0:
            self._show(self._labels[chosen])

    def _show(self, text: str) -> None:
        if text != self.line.text():
            self._quiet = True
            self.line.setText(text)
            self._quiet = False

    def _close(self) -> None:
        self.line.open = False
        if self._offers is not None:
            self._offers.hide()


def host_of(editor: QWidget, close: Callable[[], None]) -> QWidget:
    """Return what the list of *editor* lies in: the form, which closes it by scrolling, else the window."""
    above = editor.parentWidget()
    while above is not None and not isinstance(above, QAbstractScrollArea):
        above = above.parentWidget()
    if isinstance(above, QAbstractScrollArea):
        above.verticalScrollBar().valueChanged.connect(close)
    return above or editor.window()


def _key(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
