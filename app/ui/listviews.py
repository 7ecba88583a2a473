"""Views of a list: how it is narrowed and sorted and which columns it shows, kept under a name."""

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu

from app.forms.phone import hidden
from app.ui.kit.buttons import KeyButton
from app.ui.kit.style import mark

Look = dict[str, Any]  # what the list can be made to look like again

KEY = "Ctrl+Alt+V"
MOST = 9  # each has a digit
_LONGEST = 40  # signs of a name


class ListViews(QFrame):
    """The views of one list, and the line a new one is named in. What is typed to find somebody belongs to
    no view, and a number in a name is masked."""

    told = Signal(str)
    chosen = Signal(object)  # Look
    left = Signal()  # the line, back into the list

    def __init__(
        self, settings: QSettings, of: str, look: Callable[[], Look], words: Callable[[], str]
    ) -> None:
        super().__init__()
        self._settings, self._key, self._look, self._words = settings, f"views/{of}", look, words
        self.line = _Line()
        self.line.setMaxLength(_LONGEST)
        self.line.setAccessibleName(self.tr("视图名称"))
        self.save_button = KeyButton(self.tr("存为视图"), "Enter", owned=True)
        self.cancel_button = KeyButton(self.tr("取消"), "Esc", owned=True)
        mark(self, bar="head")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        label = QLabel(self.tr("视图名称"))
        label.setBuddy(self.line)
        row.addWidget(label)
        row.addWidget(self.line, 1)
        for button in (self.save_button, self.cancel_button):
            row.addWidget(button)
        self.hide()
        self.line.returnPressed.connect(self.save)
        self.save_button.clicked.connect(self.save)
        for escaped in (self.line.escaped, self.cancel_button.clicked):
            escaped.connect(self._leave)

    def all(self) -> dict[str, Look]:
        """Return the views by name; what makes no sense in the settings is passed over."""
        try:
            kept = json.loads(str(self._settings.value(self._key, "{}")))
        except ValueError:
            return {}
        found = kept.items() if isinstance(kept, dict) else ()
        return {name: look for name, look in found if isinstance(look, dict)}

    def offer(self, menu: QMenu) -> None:
        """Put the views into *menu*, by their digits, and what can be done with them."""
        here, views = self._look(), self.all()
        for n, (name, look) in enumerate(views.items(), 1):
            choice = menu.addAction(f"&{n}  {_plain(name)}")
            choice.setCheckable(True)
            choice.setChecked(look == here)
            choice.triggered.connect(partial(self.chosen.emit, look))
        if views:
            menu.addSeparator()
        menu.addAction(self.tr("存为视图…")).triggered.connect(self.ask)
        gone = menu.addMenu(self.tr("删除视图"))
        for name in views:
            gone.addAction(_plain(name)).triggered.connect(partial(self.drop, name))
        gone.setEnabled(bool(views))

    def ask(self) -> None:
        """Ask for a name; what narrows the list is offered."""
        self.show()
        self.line.setText(self._words()[:_LONGEST])
        self.line.setFocus()
        self.line.selectAll()

    def save(self) -> None:
        """Keep how the list looks now; a view of the same name gives way."""
        name, views = hidden(" ".join(self.line.text().split())), self.all()
        if not name:
            self.told.emit(self.tr("视图还没有名称。"))
            return
        if name not in views and len(views) >= MOST:
            self.told.emit(self.tr("最多存 {} 个视图：先删除一个。").format(MOST))
            return
        self._keep(views | {name: self._look()})
        self.told.emit(self.tr("已存为视图「{}」。").format(name))
        self._leave()

    def drop(self, name: str) -> None:
        self._keep({each: look for each, look in self.all().items() if each != name})
        self.told.emit(self.tr("已删除视图「{}」。").format(name))

    def _keep(self, views: dict[str, Look]) -> None:
        self._settings.setValue(self._key, json.dumps(views))

    def _leave(self) -> None:
        self.hide()
        self.left.emit()


class _Line(QLineEdit):
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


def _plain(name: str) -> str:
    """A name is no mnemonic."""
    return name.replace("&", "&&")
