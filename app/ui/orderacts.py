"""What can be done with an order now: the next step, pressing, sending back, the rest in a menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.desk.orders import Orders
from app.desk.steps import CLAUSES, OUTCOMES, Told
from app.forms.kinds import Kind
from app.forms.load import Forms
from app.forms.spec import Choice, Field, Problem, Stage
from app.records.orders import LONGEST_WHY, ORDER_REASONED, Act, Order
from app.ui import orderwords, wording
from app.ui.form.foot import FootBar
from app.ui.question import Given, Question, happened, words
from app.ui.record import RecordPage

# The next step is the first of these there is a way to; whoever brings the slip back was there.
_ONWARD = (Act.DISPATCH, Act.FINISH, Act.CLOSE)
_AT_ONCE = (Act.DISPATCH, Act.CLOSE, Act.TAKE, Act.LEAVE)
_BUTTONS = (*_ONWARD, Act.PRESS, Act.RETURN)
REISSUE = "reissue"  # void, and another made of its case
_HAPPENED = (Act.ARRIVE, Act.PARTLY, Act.FINISH, Act.RETURN)


@dataclass(frozen=True, slots=True)
class ActDesk:
    orders: Orders
    forms: Forms
    now: Callable[[], datetime]


class OrderActs(QObject):
    question_asked = Signal(object)  # Question
    told = Signal(str)
    problem_found = Signal(object)  # Problem
    open_asked = Signal(str, str)  # kind, id

    def __init__(self, desk: ActDesk, foot: FootBar, page: RecordPage) -> None:
        super().__init__(page)
        self._desk = desk
        self._order: Order | None = None
        self._next: Act | None = None
        self._others: list[Act] = []
        press, back = (partial(self.begin, act) for act in (Act.PRESS, Act.RETURN))
        word = partial(wording.word, "act")
        self.press_button = foot.add_button(word(Act.PRESS), "Alt+C", press, icon="phone-outgoing")
        self.back_button = foot.add_button(word(Act.RETURN), "Alt+R", back, icon="undo-2")
        self.next_button = foot.add_button(self.tr("下一步"), "Ctrl+Enter", self._go_on, primary=True)

    def show_order(self, order: Order | None) -> None:
        """Offer what fits *order*; nothing where there is none."""
        self._order = order
        ways = self._desk.orders.steps.ways(order) if order else {}
        self._next = next((act for act in _ONWARD if act in ways), None)
        if self._next:
            self.next_button.show_text(wording.word("act", self._next))
        self.next_button.setVisible(self._next is not None)
        self.press_button.setVisible(Act.PRESS in ways)
        self.back_button.setVisible(Act.RETURN in ways)
        self._others = [act for act in Act if act in ways and act not in _BUTTONS]

    def offers(self) -> list[tuple[str, Callable[[], object]]]:
        """Return what else can be done."""
        found: list[tuple[str, Callable[[], object]]] = [
            (wording.word("act", act), partial(self.begin, act)) for act in self._others
        ]
        if Act.VOID in self._others:
            found.append(
                (wording.word("act", REISSUE), lambda: self.question_asked.emit(self.question(REISSUE)))
            )
        return found

    def _go_on(self) -> None:
        if self._next:
            self.begin(self._next)

    def begin(self, act: Act) -> None:
        """Do it at once, or ask first what there is to say."""
        if self._order is None:
            return
        if act not in _AT_ONCE:
            self.question_asked.emit(self.question(act))
        elif found := self._take(act, {}):
            self.problem_found.emit(found[0])

    def question(self, code: str) -> Question | None:
        """Return what is asked before the step of this code; None for any other."""
        if code == REISSUE and self._order is not None:
            word = wording.word("act", REISSUE)
            return Question(code, word, (self._why(Act.VOID),), self._reissue, done=word)
        if self._order is None or code not in tuple(Act) or code in _AT_ONCE:
            return None
        act, word = Act(code), wording.word("act", code)
        time, values = happened(self.tr("发生时间"), self._desk.now())
        fields = (*self._asked(act), *((time,) if act in _HAPPENED else ()), self._why(act))
        return Question(code, word, fields, partial(self._take, act), values=values, done=word)

    def _asked(self, act: Act) -> tuple[Field, ...]:
        match act:
            case Act.FINISH:
                signed = Field("signed", Kind.YES_NO, words(self.tr("用户签字")), required=Stage.SAVE)
                came = Field("came", Kind.PERSON, words(self.tr("上门的人")))
                return self._choice("outcome", self.tr("结果"), OUTCOMES), came, signed
            case Act.RETURN:
                return (self._choice("clause", self.tr("依据哪一条"), CLAUSES),)
            case Act.UNIT:
                return (self._choice("team", self.tr("加派哪个单位"), "teams"),)
            case Act.REROUTE:
                team = self._choice("team", self.tr("改派到"), "teams", required=None)
                due = Field("due_at", Kind.DATE_TIME, words(self.tr("最迟时间")))
                return team, due, Field("urgent", Kind.YES_NO, words(self.tr("紧急")))
        return ()

    def _choice(self, name: str, label: str, of: str, required: Stage | None = Stage.SAVE) -> Field:
        choices: tuple[Choice, ...] = self._desk.forms.lists.get(of, ())
        return Field(name, Kind.CHOICE, words(label), required=required, choices=choices)

    def _why(self, act: Act) -> Field:
        required = Stage.SAVE if act in ORDER_REASONED else None
        label = self.tr("原因") if required else self.tr("说明")
        return Field("why", Kind.LONG_TEXT, words(label), required=required, max_length=LONGEST_WHY)

    def _take(self, act: Act, given: Given) -> list[Problem]:
        assert self._order is not None
        told = Told(
            given.get("why", ""), _moment(given, "at"), given.get("clause", ""), given.get("team", ""),
            _moment(given, "due_at"), given.get("urgent"), given.get("outcome", ""), given.get("came", ""),
            given.get("signed"),
        )  # fmt: skip
        done = self._desk.orders.steps.take(self._order.id, act, told)
        if done.order:
            self.told.emit(orderwords.done(done.order, act))
        return done.problems

    def _reissue(self, given: Given) -> list[Problem]:
        assert self._order is not None
        done = self._desk.orders.reissue(self._order.id, given["why"])
        if done.order:
            self.told.emit(orderwords.made(done.order))
            self.open_asked.emit("order", done.order.id)
        return done.problems


def _moment(given: Given, name: str) -> datetime | None:
    return datetime.fromisoformat(given[name]).astimezone() if name in given else None
