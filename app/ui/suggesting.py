"""The line that offers a category for what is typed: three at most, with the words they go by. Alt+G takes
the first; nothing is put in by itself, and no key waits for it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QWidget
from shiboken6 import isValid

from app.desk.suggestions import FIELD, MOST, TEXT, Offer, Suggestions
from app.forms.check import shown
from app.forms.spec import say
from app.ui.background import Lane
from app.ui.kit.buttons import KeyButton
from app.ui.kit.labels import ElidedLabel
from app.ui.kit.style import mark
from app.ui.panels.calls import CallPage

KEY = "Alt+G"


class OfferLine(QFrame):
    """Stands over the foot of a call that is typed, once the seat has learned of its form: nothing moves when
    an offer comes."""

    def __init__(self, page: CallPage, suggestions: Suggestions, lane: Lane, lang: str) -> None:
        super().__init__(page)
        mark(self, foot=True)
        self._page, self._suggestions, self._lane, self._lang = page, suggestions, lane, lang
        self._asked = ""  # the text the offers are for
        self._offers: Sequence[Offer] = ()
        self._is_made = False
        page.view.settled.connect(self.look)
        page.titled.connect(self.look)  # saved, it asks for nothing more
        self.look()

    def _make(self) -> None:
        """Lay out what a form of which nothing was learned does without."""
        self._is_made = True
        self.first = KeyButton(self.tr("类别建议"), KEY)
        self.others, self.words = [QPushButton() for _ in range(MOST - 1)], ElidedLabel()
        for place, button in enumerate((self.first, *self.others)):
            button.clicked.connect(partial(self._take, place))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 16, 2)
        row.setSpacing(8)
        mark(self.words, tone="muted", type="small")
        self.first.setFixedHeight(28)
        for button in self.others:
            mark(button, link=True)
        for widget in (self.first, *self.others):
            row.addWidget(widget)
        row.addWidget(self.words, 1)
        self.setFixedHeight(36)
        if isinstance(layout := self._page.layout(), QBoxLayout):
            layout.insertWidget(layout.indexOf(self._page.foot), self)
        self._take_turn()

    def _take_turn(self) -> None:
        """Let Tab come here between the form and its foot: for Qt what is made later stands last."""
        before = self._page.foot.previousInFocusChain()
        while before is not None and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
            before = before.previousInFocusChain()
        for button in (self.first, *self.others):
            QWidget.setTabOrder(before or self._page, button)
            before = button

    def look(self) -> None:
        """Have the text looked at in the lane, where it is another one and the category is still open."""
        page = self._page
        is_known = page.draft is not None and self._suggestions.knows(page.form)
        if is_known and not self._is_made:
            self._make()
        self.setVisible(is_known)
        if not is_known:
            return
        answers = page.view.answers()
        open_ = FIELD in shown(page.form, answers) and not answers.get(FIELD)
        text = _text(answers.get(TEXT)) if open_ else ""
        if not text:
            self._show("", ())
        elif text != self._asked:
            job: Callable[[], Any] = partial(self._suggestions.offers, page.form, text)
            self._lane.run(job, partial(self._show, text))
        self._asked = text

    def _show(self, text: str, offers: Sequence[Offer]) -> None:
        if not isValid(self) or (text and text != self._asked):
            return
        self._offers = offers
        choices = {c.code: say(c.label, self._lang) for c in self._page.form.field(FIELD).choices}
        for place, button in enumerate((self.first, *self.others)):
            label = choices[offers[place].code] if place < len(offers) else ""
            button.setVisible(bool(label))
            if isinstance(button, KeyButton):
                button.show_text(label)
            else:
                button.setText(label.replace("&", "&&"))
        words = self.tr("、").join(offers[0].words) if offers else ""
        self.words.show_text(self.tr("类别建议，依据“{}”").format(words) if words else "")

    def _take(self, place: int) -> None:
        """Put the category in as if it was picked; whoever thinks otherwise picks another."""
        if place < len(self._offers):
            self._page.fill({FIELD: self._offers[place].code})
            self.look()


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
