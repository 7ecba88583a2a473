"""A case in a tab: where it stands, by which standard, what was said, and what can be done with it now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from app.desk.calls import Calls
from app.desk.cases import Cases
from app.desk.clocks import Clocks
from app.desk.jottings import Jottings
from app.desk.orders import Orders
from app.desk.people import People
from app.desk.titles import parts
from app.forms import phone
from app.forms.check import shown
from app.forms.spec import Choice, Form, Problem, say
from app.forms.words import in_words
from app.records.calls import Call
from app.records.cases import Case, CaseState
from app.records.escalations import Escalation
from app.records.ids import Id
from app.records.moves import Verb
from app.records.orders import Order
from app.records.tasks import Task
from app.ui import clockwords, orderwords, problems, wording
from app.ui.bridge import Bridge
from app.ui.casemoves import CaseMoves, MoveDesk
from app.ui.disputes import Disputes
from app.ui.matter import MatterPart, Story, story_of
from app.ui.matterdesk import MatterDesk
from app.ui.question import Asking
from app.ui.record import RecordPage
from app.ui.values import named
from app.ui.veil import Veil, veiled

# Which standard a case is looked at by, as it stands: to be filed, or to be closed.
_FILING = (CaseState.RECEIVED, CaseState.PREFILED, CaseState.RETURNED)
_CLOSING = (CaseState.HANDLED, CaseState.VERIFIED)
_ANY = "any"  # the standard that holds for every category


@dataclass(frozen=True, slots=True)
class CaseDesk:
    cases: Cases
    calls: Calls
    orders: Orders
    clocks: Clocks
    people: People
    disputes: Disputes
    jottings: Jottings
    matter: MatterDesk
    veil: Veil

    @property
    def lang(self) -> str:
        return self.matter.lang

    @property
    def now(self) -> Callable[[], datetime]:
        return self.matter.now

    def outcomes(self) -> tuple[Choice, ...]:
        return self.calls.forms.lists.get("outcomes", ())

    def takers(self, case: Case) -> tuple[Choice, ...]:
        """Return who may be given *case*."""
        found = (each for each in self.people.working() if each.id != case.handler)
        return tuple(Choice(each.id, {"zh_CN": f"{each.agent_no} {each.name}"}) for each in found)

    def others(self, case: Case) -> tuple[Choice, ...]:
        """Return what *case* may be merged into."""
        return tuple(Choice(c.id, {"zh_CN": f"{c.number} {c.title}"}) for c in self.cases.like(case))


@dataclass(frozen=True, slots=True)
class More:
    """What is read of a case beside the window, and shown once it is there."""

    calls: Sequence[Call] = ()
    orders: Sequence[Order] = ()
    tasks: Sequence[Task] = ()
    asked: Sequence[Escalation] = ()
    clocks: Sequence[tuple[str, str]] = ()
    story: Story = field(default_factory=Story)


def more_of(desk: CaseDesk, case: Case) -> More:
    """Read it; in any thread."""
    cases, calls = desk.cases, desk.cases.calls(case)
    orders, tasks = desk.orders.of_case(case.id), cases.tasks.of_case(case.id)
    clocks = clockwords.rows(desk.clocks, case, desk.lang)
    return More(
        calls, orders, tasks, cases.escalations.of(case.id), clocks, story_of(desk.matter, case, calls)
    )


def who(answers: dict[str, Any]) -> tuple[str, str]:
    """Return name and masked number, as far as they were given."""
    name, number = answers.get("name"), answers.get("phone")
    return name if isinstance(name, str) else "", phone.mask(number) if isinstance(number, str) else ""


class CasePage(RecordPage):
    def __init__(self, desk: CaseDesk, bridge: Bridge, case: Id, parent: QWidget | None = None) -> None:
        kinds = {"case", "clock", "call", "order", "slip", "conflict", "move", "task", "escalation"}
        kinds |= {"note", "complaint", "attachment", "blob"}
        super().__init__(bridge, frozenset(kinds), case, parent)
        self._desk, self._more = desk, More()
        self._case = desk.cases.get(case)
        self.slip_button = self.foot.add_button(self.tr("打印派工单"), "F8", self._print, icon="printer")
        self.order_button = self.foot.add_button(self.tr("派工"), "F9", self.dispatch, icon="send")
        self.more_button = self.foot.add_button(self.tr("更多"), "Alt+M", self._pop, icon="ellipsis")
        self.asking = Asking(desk.jottings, desk.lang, desk.now, self)
        self.jotter = self.asking.jotter
        self.matter = MatterPart(self, self.asking, desk.matter)
        given = MoveDesk(desk.cases, desk.outcomes(), desk.takers, desk.others, desk.now)
        self.moves = CaseMoves(given, self.foot, self)
        half_typed = self.asking.half_typed
        self._connect()
        self.begin()
        if self._case and half_typed:
            question = self.moves.question(half_typed) or self.matter.question(half_typed)
            if question is not None:
                self.asking.ask(question)

    def _connect(self) -> None:
        self.moves.question_asked.connect(self.asking.ask)
        for each in (self.moves.told, self.asking.told):
            each.connect(self.told)
        self.moves.undoable.connect(self.undoable)
        self.moves.open_asked.connect(self.open_asked)
        self.moves.problem_found.connect(self._say)
        self.asking.turned.connect(self.refresh)

    def _say(self, found: Problem) -> None:
        self.told.emit(problems.problem(found, None, self._desk.lang))

    def menu(self) -> QMenu:
        """Return what can be done here beside the buttons; nothing while something is asked."""
        return self.matter.menu(self.moves.offers())

    def _pop(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self.more_button.mapToGlobal(QPoint(0, 0))
        menu.popup(corner - QPoint(0, menu.sizeHint().height()))
        if actions := menu.actions():
            menu.setActiveAction(actions[0])

    def leave(self) -> None:
        self.jotter.keep()
        self.matter.leave()

    def refresh(self) -> None:
        self._case = self._desk.cases.get(Id(self.record)) or self._case
        case = self._case
        if case is None:
            self.head.show_line(self.tr("这个案件还没有传到本席，同步后再打开。"), [], [])
            return
        form = self._desk.calls.form_of(case)
        name = say(form.title, self._desk.lang)
        if (title := self.tr("案件 {}").format(case.number)) != self.title:
            self.title = title
            self.titled.emit()
        self.customer = case.customer
        call, disputes = self._desk.calls.get(case.call), self._desk.disputes
        self.veiled = self._desk.veil(case.customer, case.id)
        self._show_head(case, name, call)
        self._show_times(case)
        self._show_clocks()
        self._show_standards(case, form, call)
        answers = self._answers(call) if call else []
        self.show_section(self.tr("受理内容"), *disputes.noted(answers, disputes.of(case.call)))
        self._show_buttons(case, form)
        self._show_more(case)
        self._desk.matter.read(partial(more_of, self._desk, case), self._read, self._unread)

    def _read(self, more: More) -> None:
        if isValid(self) and self._case is not None and more != self._more:
            self._more = more
            self._show_clocks()
            self._show_more(self._case)

    def _unread(self, error: Exception) -> None:
        if isValid(self):
            self.told.emit(wording.refusal(getattr(error, "code", "")))

    def _show_clocks(self) -> None:
        self.show_section(self.tr("时限"), self._more.clocks)

    def _show_more(self, case: Case) -> None:
        self.show_section(self.tr("来电人"), self._callers())
        self.show_section(self.tr("工单"), [(o.number, self._order_words(o)) for o in self._more.orders])
        self._show_tasks()
        self.matter.show(case, self._more.story)
        self.asking.settle()

    def _show_buttons(self, case: Case, form: Form) -> None:
        ordered = self._order() is not None
        ways = self._desk.cases.moves.ways(case)
        may_send = bool(form.order) and not ordered and Verb.DISPATCH in ways
        self.order_button.setVisible(may_send)
        self.slip_button.setVisible(bool(form.order) and (ordered or may_send))
        self.more_button.show()
        self.moves.show_case(case, ways, has_order=bool(form.order))
        next_shown = self.moves.next_button.isVisibleTo(self)
        self.order_button.lead(not ordered and not next_shown)
        self.slip_button.lead(ordered and not next_shown)

    def _show_head(self, case: Case, name: str, call: Call | None) -> None:
        chips = [(wording.word("case", case.state), "good" if case.state.is_open else "plain")]
        if case.urgent:
            chips.insert(0, (self.tr("紧急"), "danger"))
        if call and call.answers.get("supervised") is True:
            chips.insert(0, (self.tr("督办"), "danger"))
        if self.veiled:
            chips.insert(0, (self.tr("未核对身份"), "warn"))
        self.head.show_line(self.title, [name], [*self.matter.chips(case), *chips])
        self.head.show_conflicts(self._desk.disputes.of(case.id, case.call))

    def _show_times(self, case: Case) -> None:
        moves = self._desk.cases.moves
        into = moves.merged_into(case)
        people = self._desk.people.name
        rows = [
            (named("title"), parts(case.title)[0] if self.veiled else case.title),
            (named("opened_at"), wording.day_and_time(case.opened_at)),
            (named("due_at"), wording.day_and_time(case.due_at) if case.due_at else ""),
            (named("first_taker"), people(case.first_taker) or self.tr("其他席位的座席员")),
            (named("handler"), people(case.handler) or self.tr("其他席位的座席员")),
            (named("outcome"), self._outcome(case)),
            (self.tr("并入"), f"{into.number}  {into.title}" if into else ""),
            (self.tr("并进来的"), "\n".join(f"{c.number}  {c.title}" for c in moves.merged_here(case.id))),
        ]
        disputes = self._desk.disputes
        self.show_section(self.tr("案件"), *disputes.noted(rows, disputes.of(case.id)))

    def _outcome(self, case: Case) -> str:
        return problems.choice(self._desk.calls.forms.lists, "outcomes", case.outcome, self._desk.lang)

    def _show_standards(self, case: Case, form: Form, call: Call | None) -> None:
        """Show by what the case is filed or closed, while that is to be decided (CASE-1, CASE-3)."""
        category = call.answers.get("category") if call else None
        for title, name, states in (
            (self.tr("立案标准"), "filing_standards", _FILING),
            (self.tr("结案标准"), "closing_standards", _CLOSING),
        ):
            lists = self._desk.calls.forms.lists.get(name, ())
            fits = case.state in states and form.case == CaseState.PREFILED
            found = [each for each in lists if each.code in (category, _ANY)] if fits else []
            rows = [(self._category(form, each.code), say(each.label, self._desk.lang)) for each in found]
            self.show_section(title, rows)

    def _category(self, form: Form, code: str) -> str:
        choices = form.field("category").choices if "category" in form.names else ()
        label = next((each.label for each in choices if each.code == code), None)
        return say(label, self._desk.lang) if label else self.tr("各类案件")

    def _show_tasks(self) -> None:
        tasks = reversed(self._more.tasks)
        rows = [(wording.word("asked", task.ask), self._task_words(task)) for task in tasks]
        self.show_section(self.tr("核实与核查"), rows)
        self.show_section(self.tr("请示"), map(self._question_words, reversed(self._more.asked)))

    def _question_words(self, asked: Escalation) -> tuple[str, str]:
        answer = asked.answer or self.tr("还没有答复")
        return wording.word("role", asked.level), f"{asked.question}\n{answer}"

    def _task_words(self, task: Task) -> str:
        words = [task.inspector, self.tr("{} 请求").format(wording.day_and_time(task.asked_at))]
        if task.chases:
            words.append(self.tr("催过 {} 次").format(len(task.chases)))
        if task.answered_at is None:
            words.append(self.tr("时限 {}").format(wording.day_and_time(task.due_at)))
            return "  ·  ".join(words)
        words.append(self.tr("{} 答复").format(wording.day_and_time(task.answered_at)))
        said = wording.word(f"result.{task.ask}", task.result or "")
        return "\n".join(filter(None, ("  ·  ".join(words), f"{said}  {task.answer}".strip())))

    def _answers(self, call: Call) -> list[tuple[str, str]]:
        form, lang = self._desk.calls.form_of(call), self._desk.lang
        visible, lists = shown(form, call.answers), self._desk.calls.forms.lists
        answers = self._seen(call)
        rows = [
            (self.tr("受理编号"), call.number),
            (self.tr("受理渠道"), problems.choice(lists, "channels", call.channel, lang)),
        ]
        return rows + [
            (say(f.label, lang), in_words(f, answers[f.name], lang, lists))
            for f in form.fields
            if f.name in visible and f.name in answers
        ]

    def _seen(self, call: Call) -> dict[str, Any]:
        """Return its answers as they may be told now."""
        form = self._desk.calls.form_of(call)
        return veiled(form, call.answers) if self.veiled else call.answers

    def _callers(self) -> list[tuple[str, str]]:
        """Return who called about it, where that was more than one: by the number of their call."""
        calls = self._more.calls
        told = [(c.number, [wording.day_and_time(c.started_at), *who(self._seen(c))]) for c in calls]
        return (
            [(number, "  ·  ".join(filter(None, words))) for number, words in told] if len(told) > 1 else []
        )

    def _order_words(self, order: Order) -> str:
        words = [wording.word("order", order.state), wording.day_and_time(order.ordered_at)]
        if order.due_at:
            words.append(self.tr("时限 {}").format(wording.day_and_time(order.due_at)))
        return "  ·  ".join(words)

    @property
    def is_read(self) -> bool:
        """Tell whether what is read beside the window was shown."""
        return bool(self._more.story.events)

    @property
    def order_id(self) -> Id | None:
        """The order whose slip this page prints, where there is one."""
        order = self._order()
        return order.id if order else None

    def _order(self) -> Order | None:
        return self._desk.orders.standing(Id(self.record))

    def dispatch(self) -> None:
        """Make the order from what the call holds; where something is missing, go to the call."""
        if self._case is None or self._order():
            return
        saved = self._desk.orders.make(self._case.call, {})
        if saved.problems:
            self.told.emit(self.tr("派工还差几项，请在受理记录里补上。"))
            self.open_asked.emit("dispatch", self._case.call)
        elif saved.order:
            self.told.emit(orderwords.made(saved.order))

    def _print(self) -> None:
        self.dispatch()
        if order := self._order():
            self.print_asked.emit(order.id)
