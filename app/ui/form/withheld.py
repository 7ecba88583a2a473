"""What the customer did not give: a chip where the editor was, and the reasons to pick from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from app.forms.spec import Choice, say
from app.ui.form.editor import is_enter, is_held, leaves
from app.ui.kit.icons import icon
from app.ui.kit.labels import ElidedLabel
from app.ui.kit.style import mark

KEY = "Alt+N"


class Withheld(QFrame):
    """Backspace, Delete or the button take it back."""

    came = Signal()
    went = Signal()
    done = Signal()
    taken_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, withheld=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._text = ElidedLabel()
        mark(self._text, tone="muted")
        self._back = QToolButton()
        self._back.setIcon(icon("x", "muted"))
        self._back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._back.setToolTip(self.tr("改为填写  Backspace"))
        self._back.setAccessibleName(self.tr("改为填写"))
        mark(self._back, flat=True)
        self._back.clicked.connect(self.taken_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 2, 0)
        row.addWidget(self._text, 1)
        row.addWidget(self._back)

    def show_reason(self, label: str, words: str) -> None:
        text = self.tr("未提供：{}").format(words) if words else self.tr("未提供")
        self._text.show_text(text)
        self.setAccessibleName(f"{label} {text}")

    def freeze(self, frozen: bool) -> None:
        self._back.setVisible(not frozen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_held(event):
            event.ignore()
        elif is_enter(event):
            self.done.emit()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and not self._back.isHidden():
            self.taken_back.emit()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if leaves(event):
            self.went.emit()


def reason_menu(
    reasons: Sequence[Choice], lang: str, picked: Callable[[str], None], parent: QWidget
) -> QMenu:
    """Return the reasons, each with its digit; *picked* hears the code."""
    menu = QMenu(parent)
    for place, reason in enumerate(reasons, 1):
        digit = f"&{place}  " if place <= 9 else ""
        action = menu.addAction(digit + say(reason.label, lang).replace("&", "&&"))
        action.triggered.connect(lambda _=False, code=reason.code: picked(code))
    return menu
