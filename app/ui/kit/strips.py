"""Strips over the work: one line each, the newest on top, at most three; they never take the focus."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.ui.kit.buttons import KeyHint
from app.ui.kit.icons import IconLabel, icon
from app.ui.kit.labels import ElidedLabel
from app.ui.kit.spoken import announce
from app.ui.kit.style import mark

KEY = "Alt+A"
_MOST = 3
_ICONS = {"danger": "circle-alert", "warn": "alert-triangle", "good": "circle-check", "accent": "info"}


@dataclass(frozen=True, slots=True)
class Strip:
    """``tone``: accent, warn, danger or good; ``act`` is done by the button *action* and by Alt+A, ``drop``
    where somebody closes it without. One that is ``first`` stands over those that are not."""

    text: str
    tone: str = "accent"
    action: str = ""
    act: Callable[[], object] | None = None
    drop: Callable[[], object] | None = None
    icon: str = ""
    first: bool = False


class Strips(QWidget):
    read = Signal(str)  # its name: somebody has answered or closed it

    def __init__(self) -> None:
        super().__init__()
        self._strips: dict[str, Strip] = {}  # by name, the newest last
        self._lines: list[_Line] = []
        self.more = QLabel()
        mark(self.more, tone="muted", type="small")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 8, 8, 4)
        self._column.setSpacing(4)
        self._column.addWidget(self.more)
        shortcut = QShortcut(QKeySequence(KEY), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self.answer)
        self._show()

    def put(self, name: str, strip: Strip) -> None:
        """Put *strip* on top; one of the same *name* stays in its place, with the new words."""
        if self._strips.get(name) == strip:
            return
        is_new = name not in self._strips
        self._strips[name] = strip
        self._show()
        if is_new:
            announce(self, strip.text)

    def holds(self, name: str) -> bool:
        return name in self._strips

    def take(self, name: str) -> None:
        if self._strips.pop(name, None):
            self._show()

    def answer(self) -> None:
        """Do what the strip on top offers; where it offers nothing, it was read and goes."""
        if self._strips:
            self._answer(self._in_order()[0])

    def _answer(self, name: str) -> None:
        strip = self._strips[name]
        self.take(name)
        self.read.emit(name)
        if strip.act is not None:
            strip.act()

    def _close(self, name: str) -> None:
        strip = self._strips[name]
        self.take(name)
        self.read.emit(name)
        if strip.drop is not None:
            strip.drop()

    def _in_order(self) -> list[str]:
        """Return their names, the newest first of those that go before, then of the others."""
        return sorted(reversed(self._strips), key=lambda name: not self._strips[name].first)

    def _show(self) -> None:
        for line in self._lines:
            line.hide()
            line.deleteLater()
        newest = self._in_order()
        self._lines = [_Line(self._strips[name]) for name in newest[:_MOST]]
        for place, (name, line) in enumerate(zip(newest, self._lines, strict=False)):
            line.hint.setVisible(not place and line.button is not None)
            line.close_button.clicked.connect(lambda _, name=name: self._close(name))
            if line.button is not None:
                line.button.clicked.connect(lambda _, name=name: self._answer(name))
            self._column.insertWidget(place, line)
        hidden = len(newest) - len(self._lines)
        self.more.setText(self.tr("还有 {} 条").format(hidden))
        self.more.setVisible(hidden > 0)
        self.setVisible(bool(newest))


class _Line(QFrame):
    def __init__(self, strip: Strip) -> None:
        super().__init__()
        mark(self, strip=True, tone=strip.tone)
        self.setFixedHeight(36)
        self.words = ElidedLabel()
        self.words.show_text(strip.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 4, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(strip.icon or _ICONS.get(strip.tone, "info"), tone=strip.tone))
        row.addWidget(self.words, 1)
        self.hint = KeyHint(KEY)
        self.button: QPushButton | None = None
        if strip.act is not None:
            self.button = QPushButton(strip.action)
            self.button.setAccessibleName(strip.action)
            self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            mark(self.button, link=True)
            row.addWidget(self.button)
            row.addWidget(self.hint)
        else:
            self.hint.setParent(self)
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("x", "muted"))
        self.close_button.setIconSize(QSize(16, 16))
        self.close_button.setFixedSize(28, 28)
        self.close_button.setToolTip(self.tr("关闭"))
        self.close_button.setAccessibleName(self.tr("关闭"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        mark(self.close_button, bare=True)
        row.addWidget(self.close_button)
