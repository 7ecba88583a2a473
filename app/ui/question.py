"""What a page asks before it does something: some fields over its foot, done by Ctrl+Enter or left by Esc."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea

from app.desk.jottings import Jottings
from app.forms.check import check, clean
from app.forms.kinds import Kind
from app.forms.spec import Field, Form, Problem, Section, Stage
from app.ui.form.few import FewFields
from app.ui.jotting import Jotter
from app.ui.kit.buttons import KeyButton
from app.ui.kit.style import mark
from app.ui.problems import problem
from app.ui.record import RecordPage

_ASKED = "?"  # beside what was typed of each question: which is asked
_LEAST = 160

Given = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """``act`` takes what was given, and returns what is wrong with it. ``code``: of the few a page has;
    ``values``: what stands in the fields before anybody typed; ``done``: on the button; ``told``: said once
    it is done, where ``act`` itself does not."""

    code: str
    title: str
    fields: tuple[Field, ...]
    act: Callable[[Given], list[Problem]]
    told: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    done: str = ""


class Asking(QScrollArea):
    """What is half typed of a question is kept, and stands there when it is asked again: by itself where it
    was being asked when the page was closed."""

    turned = Signal(bool)  # a question is shown
    told = Signal(str)  # what was done; what is wrong and stands under no field

    def __init__(self, jottings: Jottings, lang: str, now: Callable[[], datetime], page: RecordPage) -> None:
        super().__init__()
        self._lang, self._page = lang, page
        self.question: Question | None = None
        self.fields = FewFields(lang, (), now, self)
        self.fields.setContentsMargins(16, 8, 16, 8)
        self.jotter = Jotter(jottings, page, self.fields, self._typed, self)
        self.back_button = page.foot.add_button(self.tr("先不做"), "Esc", self.leave_it)
        self.done_button = page.foot.add_button(self.tr("记下"), "Ctrl+Enter", self.do, primary=True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self.fields)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        page.put_over_foot(self)
        mark(self.viewport(), room=True)
        self.fields.edited.connect(self.jotter.soon)
        self._show(None)

    @property
    def half_typed(self) -> str:
        """The code of the question that was half answered when the page was last seen."""
        return str(self.jotter.kept.get(_ASKED, ""))

    def ask(self, question: Question) -> None:
        """Ask it, the focus in its first field."""
        self.jotter.keep()
        values = {**question.values, **self.jotter.kept.get(question.code, {})}
        self.fields.ask(question.title, question.fields, values)
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
            self.fields.show_problems([each for each in found if each.field in form.names])
            for each in found:
                if each.field not in form.names:
                    self.told.emit(problem(each, None, self._lang))
            return
        self._end(self._others())
        if question.told:
            self.told.emit(question.told)

    def settle(self) -> None:
        """Let nothing else be pressed while something is asked: the page has just shown its own buttons."""
        for button in self._page.foot.findChildren(KeyButton) if self.question is not None else ():
            button.setVisible(button in (self.back_button, self.done_button))

    def leave_it(self) -> None:
        """Ask no more; what was typed is there when it is asked again."""
        self.jotter.keep()
        self._end({code: given for code, given in self.jotter.kept.items() if code != _ASKED})

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.jotter.go_back()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:  # something else is asked, or wrong
            most = max(self._page.height() // 2, _LEAST)  # the record has its half of the page
            self.setFixedHeight(min(self.fields.sizeHint().height(), most))
        return done

    def _typed(self) -> Given:
        if self.question is None:
            return self._others()
        code = self.question.code
        return {_ASKED: code, **self._others(), code: self.fields.values()}

    def _others(self) -> Given:
        """Return what is half typed of what is not asked now."""
        asked = self.question.code if self.question is not None else ""
        return {code: given for code, given in self.jotter.kept.items() if code not in (_ASKED, asked)}

    def _end(self, left: Given) -> None:
        self.jotter.forget(left)
        if self.isAncestorOf(self._page.focusWidget()):
            self._page.reading.setFocus()
        self._page.setFocusProxy(self._page.reading)
        self._show(None)

    def _show(self, question: Question | None) -> None:
        self.question = question
        if question is not None:
            self.done_button.show_text(question.done or self.tr("记下"))
        for part in (self, self.back_button, self.done_button):
            part.setVisible(question is not None)
        self.turned.emit(question is not None)


def words(text: str) -> dict[str, str]:
    """Return words that are translated already."""
    return {"zh_CN": text}


def happened(label: str, now: datetime) -> tuple[Field, Given]:
    """Return the field that asks when something happened, and what it begins with: now."""
    begin = {"at": now.astimezone().isoformat(timespec="minutes")}
    return Field("at", Kind.DATE_TIME, words(label), required=Stage.SAVE), begin


def moment(given: Given) -> datetime:
    return datetime.fromisoformat(given["at"]).astimezone()
