"""A form on the screen: draws a forms.spec.Form and holds what is typed into it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.forms import values
from app.forms.check import check, is_given, marked, shown
from app.forms.spec import Choice, Field, Form, Problem, Stage
from app.forms.spec import say as in_language
from app.ui.form.fields import make_editor
from app.ui.form.page import FormPage
from app.ui.form.row import FieldRow
from app.ui.form.withheld import KEY
from app.ui.kit.scrollbar import SteadyBar

Say = Callable[[Problem, Field], str]
Place = tuple[str, int, int]  # field, caret, scroll: as in records.drafts.Draft

ON_KEY = "Ctrl+Down"
_TWO_COLUMNS = 780  # from this width on
_LAID_OUT_MS = 300  # until then what was just shown may still change its place
_SETTLED_MS = 200


class FormView(QScrollArea):
    """Knows no draft, no store, no stage of its own: answers in, answers and signals out."""

    changed = Signal(str)  # the field just edited; once per edit
    settled = Signal()  # 200 ms after the last edit: the moment to check
    place_changed = Signal()  # another field has the focus, or the caret moved
    submitted = Signal()  # never emitted by Enter; reserved for nothing else than tests of that

    def __init__(
        self,
        form: Form,
        lang: str,
        say: Say,
        reasons: Sequence[Choice] = (),  # why a customer gives no answer
        now: Callable[[], datetime] | None = None,  # for dates typed without a year
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._form, self._say = form, say
        self._answers: dict[str, Any] = {}
        self._shown = shown(form, {})
        self._only: frozenset[str] | None = None  # while the form is narrowed
        self._asked: dict[str, Problem] = {}  # by show_problems
        self._found: dict[str, Problem] = {}  # on leaving a field
        self._here = self._text_here = ""
        self._scroll_to: int | None = None
        self._page = FormPage(self.viewport())
        self._rows = {
            f.name: FieldRow(f, lang, make_editor(f, lang, now), reasons, self._page) for f in form.fields
        }
        self._deciding = _deciding(form)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._wanted: FieldRow | None = None  # to be in sight
        self._wanting = QTimer(self, singleShot=True, interval=_LAID_OUT_MS)
        self._settling.timeout.connect(self._settle)
        self._page.fill(
            [(in_language(s.label, lang), [self._rows[f.name] for f in s.fields]) for s in form.sections]
        )
        self._lay_out()
        for row in self._rows.values():
            row.edited.connect(self._edited)
            row.came.connect(self._came)
            row.went.connect(self._went)
            row.done.connect(self._next)
            row.editor.moved.connect(self.place_changed)

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setWidget(self._page)
        SteadyBar(self)
        self.verticalScrollBar().setSingleStep(24)
        self.verticalScrollBar().rangeChanged.connect(self._scroll)
        self._decide()
        for keys, act in ((KEY, self._ask_reason), (ON_KEY, self._go_on)):
            key = QShortcut(QKeySequence(keys), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(act)

    # -- answers --

    def answers(self, composing: str = "") -> dict[str, Any]:
        """What is typed, hidden fields included; *composing* is an input method's unfinished text."""
        answers = copy.deepcopy(self._answers)
        row = self._rows.get(self._here)
        if composing and row is not None and row.is_open():
            answers[self._here] = row.value(composing)
        return answers

    def set_answers(self, answers: dict[str, Any]) -> None:
        self._answers = copy.deepcopy(answers)
        self._found = {}
        for name, row in self._rows.items():
            row.put(self._answers.get(name))
        self._decide()
        self._show_problems()

    def put_answers(self, news: dict[str, Any]) -> None:
        """Put *news* in its fields, None for none; the others, with caret and scroll, stay as they are."""
        self._answers = {n: v for n, v in {**self._answers, **copy.deepcopy(news)}.items() if v is not None}
        for name in news.keys() & self._rows.keys():
            self._rows[name].put(self._answers.get(name))
        self._decide()
        self._show_problems()

    def insert_text(self, text: str) -> None:  # at the caret of the last focused text field (Alt+Enter)
        row = self._rows.get(self._text_here) or self._long_text()
        if (
            row is not None
            and row.is_open()
            and row.field.name in self._shown
            and not values.is_not_given(row.value())
        ):
            row.editor.insert(text)

    def freeze(self, names: Collection[str], instead: Mapping[str, str] | None = None) -> None:
        """Make exactly these fields read-only; *instead* is said of those that hold nothing."""
        for name, row in self._rows.items():
            row.freeze(name in names)
            if name in names and (text := (instead or {}).get(name)):
                row.editor.say_instead(text)

    @property
    def is_narrow(self) -> bool:
        return self._only is not None

    def narrow(self, names: frozenset[str] | None) -> None:
        """Show these fields alone, as far as the answers show them; None shows all again."""
        self._only = names
        self._decide()
        if self._here and self._here not in self._shown and (row := self._first()) is not None:
            row.place.setFocus(Qt.FocusReason.OtherFocusReason)

    def label(self, name: str) -> str:
        return self._rows[name].label

    # -- what is wrong --

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong in place; caret and scroll stay."""
        self._asked = {p.field: p for p in problems if p.field in self._rows}
        self._found = {n: p for n, p in self._found.items() if self._fault(n)}
        self._show_problems()

    def _show_problems(self) -> None:
        # Each line that comes to sight lays the whole page out at once: here they come together.
        page = self._page.layout()
        assert page is not None
        page.setEnabled(False)
        for name, row in self._rows.items():
            found = self._asked.get(name) or self._found.get(name)
            row.show_problem(self._say(found, row.field) if found else "")
        page.setEnabled(True)

    def _fault(self, name: str) -> Problem | None:
        """Return what is wrong with what stands there; nothing is not wrong before it is asked for."""
        field, value = self._form.field(name), self._answers.get(name)
        if not is_given(value) or not self._rows[name].is_open():
            return None
        fault = values.fault(field, value)
        return Problem(name, fault[0], field.required or Stage.SAVE, fault[1]) if fault else None

    # -- the place --

    def place(self) -> Place:
        row = self._rows.get(self._here)
        return self._here, row.editor.caret() if row else 0, self.verticalScrollBar().value()

    def go(self, place: Place) -> None:
        """Put the focus, the caret and the scroll there; with no field, into the first to answer."""
        name, caret, scroll = place
        row = self._rows.get(name) if name in self._shown else None
        if row is None:
            row = self._first()
        if row is not None:
            row.place.setFocus(Qt.FocusReason.OtherFocusReason)
            row.editor.set_caret(caret)
        self._scroll_to = scroll
        self._scroll()

    def focus_field(self, name: str) -> None:
        if self.is_narrow and name not in self._shown:
            self.narrow(None)
        if name not in self._shown:
            return
        row = self._rows[name]
        row.place.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll_to = None
        self._bring(row)

    def _bring(self, row: FieldRow) -> None:
        """Scroll to the whole of *row*: now, and as what was just shown finds its place."""
        if self._wanted is not row:
            if self._wanted is not None:
                self._wanted.removeEventFilter(self)
            row.installEventFilter(self)
            self._wanted = row
        self._wanting.start()
        self.ensureWidgetVisible(row, 0, 24)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._wanted and event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            QTimer.singleShot(0, self, self._scroll)
        return super().eventFilter(watched, event)

    def _scroll(self) -> None:
        """Go to where the form was; until it is laid out it may not be that long."""
        if self._wanting.isActive() and self._wanted is not None:
            self.ensureWidgetVisible(self._wanted, 0, 24)
        if self._scroll_to is not None:
            self.verticalScrollBar().setValue(self._scroll_to)
            if self.verticalScrollBar().value() == self._scroll_to and self.isVisible():
                self._scroll_to = None

    def _first(self) -> FieldRow | None:
        rows = [self._rows[f.name] for f in self._form.fields if f.name in self._shown]
        return self._to_answer([row.field.name for row in rows]) or next(iter(rows), None)

    def _to_answer(self, names: Sequence[str]) -> FieldRow | None:
        """Return the first of *names* a save still asks for, else the first that can be answered."""
        rows = [row for n in names if n in self._shown and (row := self._rows[n]).is_open()]
        missing = {p.field for p in check(self._form, self._answers, Stage.SAVE)}
        return next((row for row in rows if row.field.name in missing), next(iter(rows), None))

    def _long_text(self) -> FieldRow | None:
        rows = (self._rows[f.name] for f in self._form.fields if f.name in self._shown)
        return next((row for row in rows if row.field.kind == "long_text" and row.is_open()), None)

    # -- what the rows tell --

    def _edited(self, name: str) -> None:
        value = self._rows[name].value()
        if value in (None, "", []):
            self._answers.pop(name, None)
        else:
            self._answers[name] = value
        self._scroll_to = None
        if name in self._deciding:
            self._decide()
        self._settling.start()
        self.changed.emit(name)

    def _settle(self) -> None:
        still = {n: p for n in self._found if (p := self._fault(n))}
        if still != self._found:
            self._found = still
            self._show_problems()
        self.settled.emit()

    def _decide(self) -> None:
        """Show what the answers bring to sight, and mark what they make mandatory."""
        self._shown = shown(self._form, self._answers)
        for name, mandatory in marked(self._form, self._answers, self._shown).items():
            self._rows[name].show_mark(mandatory)
        if self._only is not None:
            self._shown &= self._only
        self._show_fields()

    def _came(self, name: str) -> None:
        if self._rows[name].editor.takes_text:
            self._text_here = name
        if name != self._here:
            self._here = name
            self.place_changed.emit()
            row = self._rows[name]
            seen = row.visibleRegion().boundingRect().height() >= row.height()
            pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton  # nothing moves under it
            if self._scroll_to is None and row.isVisible() and not (seen or pressed):
                self._bring(row)  # Tab comes from outside

    def _went(self, name: str) -> None:
        found = self._fault(name)
        if self._found.get(name) != found:
            self._found = {n: p for n, p in self._found.items() if n != name} | (
                {name: found} if found else {}
            )
            self._show_problems()

    def _next(self, name: str) -> None:
        """Enter: on to what a save still asks for; where that is nothing, to the next field (Tab: always)."""
        names = [f.name for f in self._form.fields]
        if row := self._to_answer(names[names.index(name) + 1 :]):
            row.place.setFocus(Qt.FocusReason.TabFocusReason)
            self._bring(row)

    def _go_on(self) -> None:
        """Do what Enter does, out of a long text too, where that breaks the line."""
        if self._here in self._shown:
            self._next(self._here)

    def _ask_reason(self) -> None:
        if row := self._rows.get(self._here):
            row.ask_reason()

    # -- size and focus --

    def _show_fields(self) -> None:
        columns = 2 if self.width() >= _TWO_COLUMNS else 1
        self._page.arrange(columns, self._shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is typed in stays in sight where strips above take room; what was scrolled away stays away."""
        self._show_fields()
        super().resizeEvent(event)
        if self._wanting.isActive():  # a page that is just opened finds its size only now
            QTimer.singleShot(0, self, self._scroll)
        row = self._rows.get(self._here)
        less = event.size().height() < event.oldSize().height()
        if row is None or not less or not row.isAncestorOf(self.focusWidget() or self):
            return
        if 0 <= row.mapTo(self.viewport(), QPoint(0, 0)).y() < event.oldSize().height():
            self._bring(row)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Bring the whole field to sight: Qt looks at the caret alone."""
        moved = super().focusNextPrevChild(forward)
        row = self._rows.get(self._here)
        if row is not None and row.isAncestorOf(self.focusWidget() or self):
            self._bring(row)
        return moved

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The form itself answers nothing: its field does."""
        row = self._rows.get(self._here) if self._here in self._shown else self._first()
        if row is not None:
            row.place.setFocus(event.reason())


def _deciding(form: Form) -> frozenset[str]:
    """Return the fields whose answers bring others to sight or make them mandatory."""
    conditions = [c for f in form.fields for c in (f.when, f.required_when) if c]
    return frozenset(name for condition in conditions for name in condition)
