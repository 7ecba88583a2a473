"""What is said at the beginning and the end of a call (CALL-2), beside the form that is being filled."""

from PySide6.QtCore import QSettings, Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.desk.desk import Desk
from app.forms.spec import say
from app.ui.form.blanks import filled
from app.ui.kit.buttons import KeyButton
from app.ui.kit.style import mark
from app.ui.panels.calls import CallPage
from app.ui.phrases import told_on
from app.ui.tabs import Tabs

KEY = "Alt+T"
_FOLDED = "script/folded"


class ScriptCard(QFrame):
    """Lies at the foot of the pane beside the work, for the call in front; it may be folded."""

    def __init__(self, desk: Desk, lang: str, settings: QSettings, tabs: Tabs, room: QWidget) -> None:
        super().__init__(room)
        self._facts, self._forms = desk.facts, desk.calls.forms
        self._lang, self._settings = lang, settings
        self._page: CallPage | None = None
        self.button = KeyButton(self.tr("话术"), KEY, icon="message-square")
        self.opening, self.closing = QLabel(), QLabel()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 4, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
        for label in (self.opening, self.closing):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            inside.addWidget(label)
        mark(self.closing, tone="muted")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self._fold)
        if isinstance(layout := room.layout(), QBoxLayout):
            layout.addWidget(self)
        tabs.turned.connect(self._turned)
        self._turned(tabs.current())

    @Slot(object)
    def _turned(self, page: QWidget | None) -> None:
        """Follow the call in front; a record that is only looked at has no script."""
        if self._page is not None and isValid(self._page):
            self._page.view.settled.disconnect(self._say)
        self._page = page if isinstance(page, CallPage) and page.draft is not None else None
        if self._page is not None:
            self._page.view.settled.connect(self._say)
        self._say()

    @Slot()
    def _say(self) -> None:
        """Say it with what is known by now."""
        page, folded = self._page, self._settings.value(_FOLDED, "") == "yes"
        texts = (page.form.opening, page.form.closing) if page is not None else ({}, {})
        known = {**told_on(page, self._forms.lists, self._lang), **self._facts} if page is not None else {}
        for label, words in zip((self.opening, self.closing), texts, strict=True):
            said = filled(say(words, self._lang), known)
            if label.text() != said:
                label.setText(said)
            label.setVisible(bool(said) and not folded)
        self.setVisible(any(texts))

    def _fold(self) -> None:
        folded = self._settings.value(_FOLDED, "") == "yes"
        self._settings.setValue(_FOLDED, "" if folded else "yes")
        self._say()
