"""What came of a call by one key: a row of buttons, each with its digit, which is pressed in the list."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from app.forms.spec import Choice, say
from app.ui.form.flow import Flow
from app.ui.kit.buttons import KeyButton
from app.ui.kit.style import mark


class OutcomeKeys(QFrame):
    """In a line that is typed into a digit is a digit: the keys belong to *where* alone."""

    chosen = Signal(str)  # outcome

    def __init__(self, outcomes: Sequence[Choice], lang: str, where: QWidget) -> None:
        super().__init__()
        mark(self, room=True)
        row = Flow(8, 4)
        row.setContentsMargins(16, 8, 16, 0)
        for digit, each in enumerate(outcomes[:9], 1):
            button = KeyButton(say(each.label, lang), str(digit), owned=True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self.chosen.emit, each.code))
            row.addWidget(button)
            key = QShortcut(QKeySequence(str(digit)), where)
            key.setContext(Qt.ShortcutContext.WidgetShortcut)
            key.setAutoRepeat(False)
            key.activated.connect(partial(self.chosen.emit, each.code))
        self.setLayout(row)
