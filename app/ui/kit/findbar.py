"""A line at the foot of a text: what is sought in it, how often it is there, on to the next."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QPalette, QShortcut, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QTextEdit

from app.ui.kit.buttons import KeyButton
from app.ui.kit.labels import ElidedLabel
from app.ui.kit.style import figures, mark, soft

_NARROW, _WIDE = 96, 200


class FindBar(QFrame):
    """Marks every place in *text*, and the one in front. Esc closes it and gives *text* the focus back.

    *elsewhere* names the page that has what this one has not, or nothing; Enter then asks for it.
    """

    elsewhere_asked = Signal()

    def __init__(self, text: QTextEdit, elsewhere: Callable[[str], str]) -> None:
        super().__init__()
        mark(self, foot=True)
        self._text, self._elsewhere = text, elsewhere
        self._places: list[QTextCursor] = []
        self._here = 0
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("在本页找"))
        self.line.setPlaceholderText(self.tr("在本页找"))
        self.line.setMinimumWidth(_NARROW)
        self.line.setMaximumWidth(_WIDE)
        self.count = ElidedLabel()
        self.count.setFont(figures(self.count.font()))
        mark(self.count, tone="muted")
        before = KeyButton(self.tr("上一处"), "Shift+Enter")
        self.further = KeyButton(self.tr("下一处"), "Enter")
        close = KeyButton(self.tr("关闭"), "Esc")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.count, 1)
        for button in (self.further, before, close):
            row.addWidget(button)
        self.line.textChanged.connect(self.seek)
        self.line.returnPressed.connect(self._on)
        self.further.clicked.connect(self._on)
        before.clicked.connect(lambda: self._turn(-1))
        back = QShortcut(QKeySequence("Shift+Return"), self.line)
        back.setContext(Qt.ShortcutContext.WidgetShortcut)
        back.activated.connect(lambda: self._turn(-1))
        close.clicked.connect(self.leave)
        self.hide()

    def ask(self) -> None:
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self.seek()

    def leave(self) -> None:
        self.hide()
        self._text.setExtraSelections([])
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def seek(self) -> None:
        """Mark what the text holds now; asked again when another text is shown."""
        self._places, self._here = [], 0
        sought = self.line.text()
        place = self._text.document().find(sought) if sought else QTextCursor()
        while not place.isNull():
            self._places.append(place)
            place = self._text.document().find(sought, place)
        self._show()

    def _on(self) -> None:
        if self._places:
            self._turn(1)
        elif self.line.text():
            self.elsewhere_asked.emit()

    def _turn(self, step: int) -> None:
        if self._places:
            self._here = (self._here + step) % len(self._places)
            self._show()

    def _show(self) -> None:
        colours, marked = QGuiApplication.palette(), []
        for number, place in enumerate(self._places):
            each = QTextEdit.ExtraSelection()
            each.cursor = place
            here = number == self._here
            ground = colours.color(QPalette.ColorRole.Highlight) if here else soft(colours, "accent")
            each.format.setBackground(ground)
            if here:
                each.format.setForeground(colours.color(QPalette.ColorRole.HighlightedText))
            marked.append(each)
        self._text.setExtraSelections(marked)
        self.count.show_text(self._words())
        if self._places:
            seen = QTextCursor(self._places[self._here])
            seen.clearSelection()
            self._text.setTextCursor(seen)
            self._text.ensureCursorVisible()

    def _words(self) -> str:
        if not self.line.text():
            return ""
        if self._places:
            return f"{self._here + 1} / {len(self._places)}"
        page = self._elsewhere(self.line.text())
        return self.tr("本页没有，Enter 到“{}”").format(page) if page else self.tr("哪一页都没有")
