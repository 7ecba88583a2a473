"""Somebody at a seat who works by keyboard alone."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit

from app.demo.centre import PASSWORD
from app.demo.hands import Hands, NothingHappened
from app.demo.samples import Sample, nearest
from app.forms.check import check
from app.forms.kinds import Kind
from app.forms.spec import Field, Form, Stage, say
from app.program import Program
from app.records.cases import CaseState
from app.records.paper import Paper
from app.store.store import Store
from app.ui.panels.calls import CallPage
from app.ui.workplace import Workplace

ELSEWHERE = 60  # places of the window outside the form that Tab may pass on its way round
CONTROL = Qt.KeyboardModifier.ControlModifier
TYPED = (Kind.TEXT, Kind.LONG_TEXT, Kind.PHONE, Kind.PERSON, Kind.ADDRESS)


class Tally(Protocol):
    refused_then_fixed: int
    pages: int


class AtSeat:
    def __init__(self, program: Program, out: Path) -> None:
        self.program, self.out = program, out
        self.hands = Hands(program.window)

    @property
    def workplace(self) -> Workplace:
        page = self.program.window.centralWidget()
        assert isinstance(page, Workplace)
        return page

    @property
    def store(self) -> Store:
        assert self.program.opened is not None
        return self.program.opened.store

    def join(self, enrolment: Path, agent_no: str) -> None:
        """The first start: the enrolment file, then number and password."""
        self.hands.come_to_the_front()
        self.hands.press(Qt.Key.Key_Tab)
        for told, enter in ((str(enrolment), 1), (agent_no, 1), (PASSWORD, 1)):
            self.hands.type(told)
            for _ in range(enter):
                self.hands.press(Qt.Key.Key_Return)
        self.hands.until(lambda: self.program.opened is not None, "nobody was let in")

    def until_road(self, code: str) -> None:
        heartbeat = self.program.heartbeat
        self.hands.until(
            lambda: heartbeat is not None and heartbeat.road.code == code, f"the road is not {code}"
        )

    def picture(self, name: str) -> None:
        QCoreApplication.processEvents()  # what has just changed is laid out first
        self.program.window.grab().save(str(self.out / f"{name}.png"))

    def open_last_of_the_list(self) -> None:
        """Go to the work list and open the last of others' cases, above the drafts that were discarded."""
        self.hands.come_to_the_front()
        tree, tabs = self.workplace.worklist.tree, self.workplace.tabs
        self.hands.until(lambda: tree.model().rowCount() > 0 and tree.isVisible(), "the work list is read")
        self.hands.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        self.hands.press(Qt.Key.Key_End)
        self.hands.press(Qt.Key.Key_Up)
        self.hands.press(Qt.Key.Key_Return)
        self.hands.until(lambda: tabs.current() is not None, "a case is open")

    # -- one call --

    def log(self, sample: Sample, *, leave_out: int, count: Tally, pictured: bool) -> None:
        """Log *sample* with one mandatory field left out, be refused, mend it, save, dispatch, print."""
        self.hands.come_to_the_front()
        page = self._new(sample.form)
        answers = _answers(page.form, sample)
        asked = [p.field for p in check(page.form, page.view.answers(), Stage.SAVE)]
        skipped = asked[leave_out % len(asked)]
        for name in answers:
            if name != skipped:
                self._answer(page, name, answers[name])
        self._answer_what_follows(page, answers)
        before = page.view.answers()
        self.hands.press(Qt.Key.Key_Return, CONTROL)
        if page.call is not None or page.view.place()[0] != skipped or page.view.answers() != before:
            raise NothingHappened(f"{sample.form}: without {skipped} it was not refused in place")
        if pictured:
            self.picture("2-refused")
        self._answer(page, skipped, answers[skipped])
        self._answer_what_follows(page, answers)
        self.hands.press(Qt.Key.Key_Return, CONTROL)
        if page.call is None:
            raise NothingHappened(f"{sample.form}: {page.view.answers()} was not saved")
        count.refused_then_fixed += 1
        if page.form.order and page.form.case != CaseState.PREFILED:  # that one waits for a lead
            self._dispatch_and_print(page, count)
        if pictured:
            self.picture("3-dispatched")
        self.hands.press(Qt.Key.Key_W, CONTROL)

    def _new(self, form: str) -> CallPage:
        title = say(self.program.forms.get(form).title, "zh_CN")
        self.hands.press(Qt.Key.Key_F2)
        self.hands.type(title)
        self.hands.press(Qt.Key.Key_Return)
        page = self.workplace.tabs.current()
        assert isinstance(page, CallPage)
        return page

    def _answer_what_follows(self, page: CallPage, answered: Mapping[str, str]) -> None:
        """What was answered may ask for more: a matter not solved wants a promised time."""
        for problem in check(page.form, page.view.answers(), Stage.SAVE):
            if problem.field not in answered:
                self._answer(page, problem.field, _invented(page.form.field(problem.field)))

    def _dispatch_and_print(self, page: CallPage, count: Tally) -> None:
        """F9 asks for what dispatch needs beyond save; F8 then gives the slip."""
        self.hands.press(Qt.Key.Key_F9)
        assert page.call is not None
        for problem in check(page.form, page.view.answers(), Stage.DISPATCH):
            self._answer(page, problem.field, _invented(page.form.field(problem.field)))
        self.hands.press(Qt.Key.Key_F9)
        drawn: list[Paper] = []
        self.workplace.slips.drawn.connect(lambda out: drawn.append(out.paper))
        self.hands.press(Qt.Key.Key_F8)
        self.hands.until(lambda: bool(drawn), "no slip was printed")
        kept = self.out / "slips" / drawn[0].path.name
        kept.parent.mkdir(exist_ok=True)
        shutil.copy(drawn[0].path, kept)
        count.pages += drawn[0].pages

    def _answer(self, page: CallPage, name: str, answer: str) -> None:
        """Walk to the field by Tab and type *answer* the way its kind is typed."""
        for _ in range(2 * len(page.form.fields) + ELSEWHERE):
            if page.view.place()[0] == name:
                break
            self.hands.press(Qt.Key.Key_Tab)
        else:
            raise NothingHappened(f"{name} is not reached by Tab")
        field = page.form.field(name)
        if field.kind is Kind.READ_BACK:
            self.hands.press(Qt.Key.Key_Space)
        elif field.choices and isinstance(self.hands.focus(), QLineEdit):
            self.hands.type(say(field.choices[field.codes.index(answer)].label, "zh_CN"))
            self.hands.press(Qt.Key.Key_Return)
        elif field.choices:  # a short list stands there whole: its digit picks
            self.hands.type(str(field.codes.index(answer) + 1))
        else:
            self.hands.type(answer)


def _answers(form: Form, sample: Sample) -> dict[str, str]:
    """Return what is typed into each field that save asks for, and those the sample knows."""
    known = {
        "name": sample.name,
        "phone": sample.phone,
        "address": sample.address,
        "request": sample.request,
    }
    answers = {}
    for field in form.fields:
        if field.name in known:
            answers[field.name] = known[field.name]
        elif field.required is Stage.SAVE and field.when is None:
            answers[field.name] = _invented(field, f"{sample.category} {sample.request}")
    return answers


def _invented(field: Field, hint: str = "") -> str:
    if field.choices and field.name not in ("category", "solved"):
        return field.codes[0]
    if field.choices:
        return nearest(hint, {c.code: tuple(c.label.values()) for c in field.choices})
    return {Kind.YES_NO: "n", Kind.NUMBER: "1", Kind.DATE_TIME: "18:00"}.get(field.kind, "如来电人所述")
