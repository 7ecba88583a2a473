"""What can be done with a case now: the next step, sending it back, and all the rest in a menu."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.desk.cases import Cases
from app.desk.moves import Moved, Said
from app.forms.kinds import Kind
from app.forms.spec import Choice, Field, Problem, Stage
from app.records.cases import Case
from app.records.ids import Id
from app.records.moves import LONGEST_WHY, REASONED, Verb
from app.records.tasks import Ask
from app.ui import wording
from app.ui.form.foot import FootBar
from app.ui.question import Given, Question, words

# The next step is the first of these there is a way to; an order's own button dispatches.
_ONWARD = (Verb.PREFILE, Verb.FILE, Verb.HANDLE, Verb.VERIFY, Verb.CLOSE, Verb.RESTORE)
# What happened before it is entered, so the time of it is asked.
_HAPPENED = (Verb.HANDLE, Verb.VERIFY, Verb.CLOSE)
_AT_ONCE = (Verb.PREFILE, Verb.FILE, Verb.DISPATCH, Verb.RESTORE)
_UNDONE = (Verb.MERGE, Verb.CANCEL)
_ASKED_OF_THE_CALL: dict[str, str] = {Verb.DISPATCH: "dispatch", Verb.CLOSE: "close"}


Offer = tuple[str, Callable[[], object]]  # words, what they do
Places = Sequence[tuple[str, str, str]]  # words, kind, id


@dataclass(frozen=True, slots=True)
class MoveDesk:
    """``outcomes`` are the centre's; ``agents`` returns who may take a case, ``others`` what it may join."""

    cases: Cases
    outcomes: tuple[Choice, ...]
    agents: Callable[[Case], tuple[Choice, ...]]
    others: Callable[[Case], tuple[Choice, ...]]
    now: Callable[[], datetime]


class CaseMoves(QObject):
    question_asked = Signal(object)  # Question
    told = Signal(str)
    undoable = Signal(str, object)  # what was done, in words; what takes it back
    problem_found = Signal(object)  # Problem
    open_asked = Signal(str, str)

    def __init__(self, desk: MoveDesk, foot: FootBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case: Case | None = None
        self._next: Verb | None = None
        self._others: list[Verb] = []  # all but the next step and sending it back
        self.back_button = foot.add_button(
            wording.word("verb", Verb.RETURN), "Alt+R", partial(self.begin, Verb.RETURN), icon="undo-2"
        )
        self._no_return = QShortcut(QKeySequence("Alt+R"), parent)  # who presses it hears why
        self._no_return.activated.connect(lambda: self.told.emit(self.tr("这个案件现在不能退回。")))
        self.next_button = foot.add_button(self.tr("下一步"), "Ctrl+Enter", self._go_on, primary=True)

    def show_case(self, case: Case, ways: Collection[Verb], *, has_order: bool) -> None:
        """Offer what fits *case*, which can go these *ways*. Where its form has an order, F9 dispatches."""
        self._case = case
        onward = _ONWARD if has_order else (Verb.PREFILE, Verb.FILE, Verb.DISPATCH, *_ONWARD[2:])
        self._next = next((verb for verb in onward if verb in ways), None)
        if self._next:
            self.next_button.show_text(wording.word("verb", self._next))
        self.next_button.setVisible(bool(self._next))
        self.back_button.setVisible(Verb.RETURN in ways)
        self._no_return.setEnabled(Verb.RETURN not in ways)
        shown = {self._next, Verb.RETURN, Verb.DISPATCH if has_order else None}
        self._others = [verb for verb in ways if verb not in shown]

    def offers(self) -> list[Offer]:
        """Return what else can be done, then where to go from here."""
        if self._case is None:
            return []
        found: list[Offer] = [
            (wording.word("verb", each), partial(self.begin, each)) for each in self._others
        ]
        for ask in self._desk.cases.tasks.may_ask(self._case):
            found.append((wording.word("task", ask), partial(self.begin, ask)))
        if self._desk.cases.moves.may_transfer(self._case):
            found.append((wording.word("verb", Verb.TRANSFER), partial(self.begin, Verb.TRANSFER)))
        if self._desk.cases.escalations.may_ask:
            ask_up = partial(self.open_asked.emit, "escalation", f"new {self._case.id}")
            found.append((self.tr("请示上级"), ask_up))
        for text, kind, id in self._places(self._case):
            found.append((text, partial(self.open_asked.emit, kind, id)))
        return found

    def _places(self, case: Case) -> Places:
        """Return where to go from here: what waits for an answer, and what the case was merged with."""
        cases, found = self._desk.cases, []
        for task in cases.tasks.of_case(case.id):
            if task.answered_at is None:
                text = self.tr("{}的答复、催办：{}").format(wording.word("asked", task.ask), task.inspector)
                found.append((text, "task", task.id))
        for asked in cases.escalations.of(case.id):
            text = self.tr("看请示：{}").format(asked.question[:20])
            found.append((text, "escalation", asked.id))
        if into := cases.moves.merged_into(case):
            found.append((self.tr("打开并入的案件 {}").format(into.number), "case", into.id))
        for other in cases.moves.merged_here(case.id):
            found.append((self.tr("打开并进来的案件 {}").format(other.number), "case", other.id))
        return found

    def _go_on(self) -> None:
        if self._next:
            self.begin(self._next)

    # -- one step --

    def begin(self, what: Verb | Ask) -> None:
        """Do it at once, or ask first what there is to say."""
        if self._case is None:
            return
        if what in _ASKED_OF_THE_CALL and self._lacks(Verb(what)):
            return
        if what in _AT_ONCE:
            if found := self._take(Verb(what), {}):
                self.problem_found.emit(found[0])
        elif question := self.question(what):
            self.question_asked.emit(question)

    def _lacks(self, verb: Verb) -> bool:
        """Have what its call does not say yet asked there, in its form."""
        assert self._case is not None
        found = self._desk.cases.moves.lacking(self._case, verb)
        if any(problem.field for problem in found):
            text = self.tr("{}还差几项，请在受理记录里补上。").format(wording.word("verb", verb))
            self.told.emit(text)
            self.open_asked.emit(_ASKED_OF_THE_CALL[verb], self._case.call)
        elif found:
            self.problem_found.emit(found[0])
        return bool(found)

    def question(self, code: str) -> Question | None:
        """Return what is asked before the step, or of an inspector, of this code; None for any other."""
        if code in tuple(Ask):
            return self._task(Ask(code))
        if code not in tuple(Verb) or code in _AT_ONCE:
            return None
        verb, word = Verb(code), wording.word("verb", code)
        now = self._desk.now().astimezone().isoformat(timespec="minutes")
        values = {"at": now} if verb in _HAPPENED else {}
        act = partial(self._take, verb)
        return Question(code, word, self._fields(verb), act, values=values, done=word)

    def _task(self, ask: Ask) -> Question:
        due = self._desk.cases.tasks.term(ask).astimezone().isoformat(timespec="minutes")
        fields = (
            Field("inspector", Kind.PERSON, words(self.tr("监督员")), required=Stage.SAVE),
            Field("due", Kind.DATE_TIME, words(self.tr("答复时限")), required=Stage.SAVE),
            Field("note", Kind.LONG_TEXT, words(self.tr("要看什么")), max_length=LONGEST_WHY),
        )
        word = wording.word("task", ask)
        return Question(ask, word, fields, partial(self._ask, ask), values={"due": due}, done=word)

    def _fields(self, verb: Verb) -> tuple[Field, ...]:
        assert self._case is not None
        found = []
        if verb is Verb.CLOSE:
            found.append(_choice("outcome", self.tr("结果"), self._desk.outcomes))
        if verb is Verb.MERGE:
            found.append(_choice("of", self.tr("并入哪个案件"), self._desk.others(self._case)))
        if verb is Verb.TRANSFER:
            found.append(_choice("of", self.tr("转给谁"), self._desk.agents(self._case)))
        if verb in _HAPPENED:
            found.append(Field("at", Kind.DATE_TIME, words(self.tr("发生时间")), required=Stage.SAVE))
        required = Stage.SAVE if verb in REASONED else None
        label = self.tr("原因") if required else self.tr("说明")
        found.append(Field("why", Kind.LONG_TEXT, words(label), required=required, max_length=LONGEST_WHY))
        return tuple(found)

    def _take(self, verb: Verb, given: Given) -> list[Problem]:
        assert self._case is not None
        at = datetime.fromisoformat(given["at"]) if "at" in given else None
        of = Id(given["of"]) if "of" in given else None
        said = Said(given.get("why", ""), of, at, given.get("outcome", ""))
        moves, case = self._desk.cases.moves, self._case.id
        done = moves.transfer(case, said) if verb is Verb.TRANSFER else moves.take(case, verb, said)
        if not done.problems:
            self._tell(done)
        return done.problems

    def _tell(self, done: Moved) -> None:
        assert done.case is not None
        assert done.move is not None
        text = wording.moved(done.move.verb, done.case.number)
        if done.move.verb in _UNDONE:
            undo = partial(self._desk.cases.moves.take, done.case.id, Verb.RESTORE)
            self.undoable.emit(text, undo)
        else:
            self.told.emit(text)

    def _ask(self, ask: Ask, given: Given) -> list[Problem]:
        assert self._case is not None
        due = datetime.fromisoformat(given["due"])
        done = self._desk.cases.tasks.ask(self._case.id, ask, given["inspector"], due, given.get("note", ""))
        if done.task:
            self.told.emit(self.tr("已请 {} {}。").format(done.task.inspector, wording.word("asked", ask)))
        return done.problems


def _choice(name: str, label: str, choices: tuple[Choice, ...]) -> Field:
    return Field(name, Kind.CHOICE, words(label), required=Stage.SAVE, choices=choices)
