"""One step in a matter, asked for below its record: kept as it is typed, written once it is right."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.forms.check import check, clean
from app.forms.kinds import Kind
from app.forms.spec import Field, Form, Problem, Section, Stage
from app.records.ids import Id
from app.ui.form.view import FormView
from app.ui.kit.buttons import KeyButton
from app.ui.kit.style import mark
from app.ui.matterdesk import MatterDesk
from app.ui.problems import problem
from app.ui.record import RecordPage

Answers = dict[str, Any]
_KEEP_MS = 500  # from the first sign typed since the last keeping
_LEAST = 160


@dataclass(frozen=True, slots=True)
class Step:
    """``code`` names what is kept of it while it is typed; ``take`` writes it, or says what is wrong;
    ``done`` is told afterwards. ``begin``: what stands in the fields before anybody typed."""

    code: str
    title: str
    fields: tuple[Field, ...]
    take: Callable[[Answers], list[Problem]]
    done: str
    begin: Mapping[str, Any] = field(default_factory=dict)


class Steps(QWidget):
    """Stands above the foot of *page*, whose other buttons make room while something is asked."""

    def __init__(self, page: RecordPage, desk: MatterDesk) -> None:
        super().__init__()
        self._page, self._desk = page, desk
        self.step: Step | None = None
        self.view: FormView | None = None
        self._form: Form | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        layout = page.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.indexOf(page.foot), self)
        self.save_button = page.foot.add_button(
            self.tr("记下"), "Ctrl+Enter", self.save, icon="save", primary=True
        )
        self.stop_button = page.foot.add_button(self.tr("先不记"), "Esc", self.stop)
        self._keeping = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._keeping.timeout.connect(self._keep)
        mark(self, room=True)
        self.settle()

    def ask(self, step: Step) -> None:
        """Ask for a step; what was typed of it before stands in its fields."""
        self._clear()
        self.step = step
        self._form = Form(step.code, 1, {}, (Section("step", words(step.title), step.fields),))
        self.view = FormView(self._form, self._desk.lang, self._say, now=self._desk.now, parent=self)
        typed = {name: value for name, value in self._typed(step).items() if name in self._form.names}
        self.view.set_answers({**step.begin, **typed})
        self.view.changed.connect(self._keeping.start)
        self._column.addWidget(self.view)
        self.settle()
        QTimer.singleShot(0, self.view, self._fit)  # once it is laid out
        self.view.setFocus()

    def _fit(self) -> None:
        """Be as high as what is asked, and leave the record its half of the page."""
        if self.view is not None and (asked := self.view.widget()) is not None:
            self.view.setFixedHeight(min(asked.sizeHint().height(), max(self._page.height() // 2, _LEAST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self._fit)

    def settle(self) -> None:
        """Show what belongs to what is going on: the page has just shown its own buttons."""
        asking = self.step is not None
        self.setVisible(asking)
        for button in self._page.foot.findChildren(KeyButton):
            if button in (self.save_button, self.stop_button):
                button.setVisible(asking)
            elif asking:
                button.hide()

    def save(self) -> None:
        step, view, form = self.step, self.view, self._form
        if step is None or view is None or form is None:
            return
        answers = view.answers()
        problems = check(form, answers, Stage.SAVE) or step.take(clean(form, answers))
        view.show_problems(problems)
        if problems:
            self._point_out(problems[0], form, view)
            return
        self._keeping.stop()
        self._desk.matter.notes.keep(Id(self._page.record), step.code, None)
        self._end()
        self._page.told.emit(step.done)

    def _point_out(self, found: Problem, form: Form, view: FormView) -> None:
        if found.field in form.names:
            view.focus_field(found.field)
        else:
            self._page.told.emit(problem(found, None, self._desk.lang))

    def stop(self) -> None:
        """Ask no more; what was typed is there when it is asked for again."""
        if self.step is not None:
            self.leave()
            self._end()

    def is_typed(self, step: Step) -> bool:
        """Tell whether something was typed of *step*, and not written."""
        return bool(self._typed(step))

    def leave(self) -> None:
        """Put on disk what was typed since it was last kept."""
        if self._keeping.isActive():
            self._keeping.stop()
            self._keep()

    def _typed(self, step: Step) -> Answers:
        return self._desk.matter.notes.typed(Id(self._page.record), step.code)

    def _keep(self) -> None:
        if self.step is not None and self.view is not None:
            typed = self.view.answers(self._desk.composing())
            self._desk.matter.notes.keep(Id(self._page.record), self.step.code, typed)

    def _end(self) -> None:
        self._clear()
        self._page.setFocus()
        self._page.refresh()

    def _clear(self) -> None:
        self.leave()
        if self.view is not None:
            self.view.hide()
            self.view.deleteLater()
        self.step, self.view, self._form = None, None, None

    def _say(self, found: Problem, field: Field) -> str:
        return problem(found, field, self._desk.lang)


def words(text: str) -> dict[str, str]:
    """Return words that are translated already."""
    return {"zh_CN": text}


def happened(label: str, now: datetime) -> tuple[Field, Answers]:
    """Return the field that asks when something happened, and what it begins with: now."""
    begin = {"at": now.astimezone().isoformat(timespec="minutes")}
    return Field("at", Kind.DATE_TIME, words(label), required=Stage.SAVE), begin


def moment(answers: Answers, name: str = "at") -> datetime:
    return datetime.fromisoformat(answers[name]).astimezone()
