"""What a page asks before it does something: some fields over its foot, done by Ctrl+Enter or left by Esc."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.desk.jottings import Jottings
from app.forms.check import check, clean
from app.forms.spec import Field, Form, Problem, Section, Stage
from app.ui.form.few import FewFields
from app.ui.jotting import Jotter
from app.ui.kit.buttons import KeyButton
from app.ui.kit.style import mark
from app.ui.problems import problem
from app.ui.record import RecordPage

_CODE = "?"  # beside what was typed: into which question

Given = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """``act`` takes what was given, and returns what is wrong with it. ``code``: of the few a page has."""

    code: str
    title: str
    done: str  # on the button
    fields: tuple[Field, ...]
    act: Callable[[Given], list[Problem]]
    values: Mapping[str, Any] = field(default_factory=dict)


class Asking(QFrame):
    """What is half typed is kept, and asked again when the record is opened again."""

    turned = Signal(bool)  # a question is shown
    told = Signal(str)  # what is wrong and stands under no field

    def __init__(self, jottings: Jottings, lang: str, now: Callable[[], datetime], page: RecordPage) -> None:
        super().__init__()
        self._lang, self._page = lang, page
        self.question: Question | None = None
        self.fields = FewFields(lang, (), now, self)
        self.jotter = Jotter(jottings, page, self.fields, self._typed, self)
        self.back_button = page.foot.add_button(self.tr("不做了"), "Esc", self.leave_it)
        self.done_button = page.foot.add_button(self.tr("做"), "Ctrl+Enter", self.do, primary=True)
        around = QVBoxLayout(self)
        around.setContentsMargins(16, 8, 16, 8)
        around.addWidget(self.fields)
        page.put_over_foot(self)
        mark(self, room=True)
        self.fields.edited.connect(self.jotter.soon)
        self._show(None)

    @property
    def half_typed(self) -> str:
        """The code of the question that was half answered when the page was last seen."""
        return str(self.jotter.kept.get(_CODE, ""))

    def ask(self, question: Question) -> None:
        """Ask it, the focus in its first field."""
        told = self.jotter.kept
        values = told if told.get(_CODE) == question.code else question.values
        self.fields.ask(question.title, question.fields, dict(values))
        self.fields.follow(self._page.reading)
        self._show(question)
        if place := self.fields.entry():
            self._page.setFocusProxy(place)  # also where the page comes to sight later
            self.fields.take_focus()

    def do(self) -> None:
        question = self.question
        if question is None:
            return
        form = Form(question.code, 1, {}, (Section("asked", {}, question.fields),))
        given = self.fields.values()
        found = check(form, given, Stage.SAVE) or question.act(clean(form, given))
        if found:
            self.fields.show_problems([each for each in found if each.field])
            for each in found:
                if not each.field:
                    self.told.emit(problem(each, None, self._lang))
            return
        self._forget()

    def settle(self) -> None:
        """Let nothing else be pressed while something is asked: the page has just shown its own buttons."""
        for button in self._page.foot.findChildren(KeyButton) if self.question is not None else ():
            button.setVisible(button in (self.back_button, self.done_button))

    def leave_it(self) -> None:
        self._forget()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.jotter.go_back()

    def _typed(self) -> Given:
        return {_CODE: self.question.code, **self.fields.values()} if self.question is not None else {}

    def _forget(self) -> None:
        self.jotter.forget()
        if self.isAncestorOf(self._page.focusWidget()):
            self._page.reading.setFocus()
        self._page.setFocusProxy(self._page.reading)
        self._show(None)

    def _show(self, question: Question | None) -> None:
        self.question = question
        if question is not None:
            self.done_button.show_text(question.done)
        for part in (self, self.back_button, self.done_button):
            part.setVisible(question is not None)
        self.turned.emit(question is not None)
