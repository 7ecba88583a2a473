"""The foot of a form, which never scrolls away: what is missing, then what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.kit.buttons import KeyButton
from app.ui.kit.style import mark

_ROOM = 260  # less beside the buttons, and what is missing gets a line of its own where it needs more
_GAP = 4
_AROUND = 33  # px that are not the buttons': the margins, and beside what is missing; less a gap


class FootBar(QFrame):
    asked = Signal(str)  # a missing field's name was clicked

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, foot=True)
        self._missing: list[tuple[str, str]] = []
        self._hidden: list[tuple[str, str]] = []  # those there is no room for
        self._head, self._rest = QLabel(), QPushButton()
        mark(self._head, tone="muted")
        mark(self._rest, link=True)
        self._rest.setAutoDefault(True)
        self._rest.clicked.connect(lambda: self.asked.emit(self._hidden[0][0]))
        self._links: list[QPushButton] = []
        self._words = QWidget()
        self._line = QHBoxLayout(self._words)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(_GAP)
        self._line.addWidget(self._head)
        self._line.addWidget(self._rest)
        self._line.addStretch(1)
        self._made: list[KeyButton] = []
        self._above: list[KeyButton] = []  # those in the upper row
        self._upper, self._buttons = QHBoxLayout(), QHBoxLayout()
        both = QVBoxLayout()
        both.setSpacing(8)
        for row in (self._upper, self._buttons):
            row.setSpacing(8)
            row.addStretch(1)
            both.addLayout(row)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(16, 8, 16, 8)
        self._box.setSpacing(8)
        self._box.addWidget(self._words, 1)
        self._box.addLayout(both)
        self._words.setMinimumWidth(1)  # what does not fit is counted: links never widen the window

    def show_missing(self, missing: Sequence[tuple[str, str]]) -> None:
        """(field name, label) of each; none shows nothing."""
        if list(missing) != self._missing:
            self._missing = list(missing)
            self._fit()

    def add_button(
        self, text: str, key: str, act: Callable[[], None], *, icon: str = "", primary: bool = False
    ) -> KeyButton:
        button = KeyButton(text, key, icon=icon, primary=primary)
        button.clicked.connect(lambda: act())
        self._buttons.addWidget(button)
        self._made.append(button)
        return button

    def _place_buttons(self) -> None:
        """Have the first ones in a row of their own where all together are wider than the foot."""
        shown = [button for button in self._made if not button.isHidden()]
        room, lower = self.width() - _AROUND, 0
        for button in reversed(shown):
            room -= button.sizeHint().width() + 8
            lower += room >= 0
        above = shown[: len(shown) - max(lower, 1)]
        if above == self._above:
            return
        self._above = above
        for button in self._made:
            (self._upper if self._upper.indexOf(button) >= 0 else self._buttons).removeWidget(button)
        for button in self._made:
            (self._upper if button in above else self._buttons).addWidget(button)

    def _fit(self) -> None:
        """Show as many links as there is room for, then how many more there are."""
        self._place_buttons()
        count = len(self._missing)
        self._head.setText(self.tr("还差 {} 项：").format(count) if count else "")
        head = self._head.sizeHint().width()
        wide = [self._width(place, label) for place, (_, label) in enumerate(self._missing)]
        beside = self.width() - self._buttons.sizeHint().width() - 40
        below = bool(count) and beside < min(_ROOM, head + sum(wide))
        self._box.setDirection(
            QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        )
        self._words.setVisible(bool(count) or not below)
        self._show_links(wide, (self.width() - 32 if below else beside) - head)

    def _width(self, place: int, label: str) -> int:
        link = self._link(place)
        link.setText(label)
        return link.sizeHint().width() + _GAP

    def _show_links(self, wide: Sequence[int], room: int) -> None:
        more = self.tr("另 {} 项")
        if sum(wide) > room:  # one too long is passed over; a shorter one behind it may still be told
            room -= self.fontMetrics().horizontalAdvance(more.format(99)) + 2 * _GAP
        self._hidden = []
        for place, width in enumerate(wide):
            fits = width <= room or not place
            room -= width if fits else 0
            self._links[place].setVisible(fits)
            if not fits:
                self._hidden.append(self._missing[place])
        for link in self._links[len(wide) :]:
            link.setVisible(False)
        self._rest.setText(more.format(len(self._hidden)))
        self._rest.setVisible(bool(self._hidden))
        self._rest.setToolTip(self.tr("、").join(label for _, label in self._hidden))

    def _link(self, place: int) -> QPushButton:
        while place >= len(self._links):
            link = QPushButton()
            mark(link, link=True)
            link.setAutoDefault(True)  # Enter follows a link
            link.clicked.connect(partial(self._follow, len(self._links)))
            self._links.append(link)
            self._line.insertWidget(len(self._links), link)
            self._put_before_the_buttons(link)
        link = self._links[place]
        link.setAccessibleName(self.tr("还差：{}").format(self._missing[place][1]))
        return link

    def _put_before_the_buttons(self, link: QPushButton) -> None:
        """Give *link*, made later, its place in the tab order: Qt takes one only after what takes Tab."""
        before = self._links[-2] if len(self._links) > 1 else self._words
        policy = before.focusPolicy()
        before.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        QWidget.setTabOrder(before, link)
        before.setFocusPolicy(policy)

    def _follow(self, place: int) -> None:
        self.asked.emit(self._missing[place][0])

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():  # a button came, or went
            self._place_buttons()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
