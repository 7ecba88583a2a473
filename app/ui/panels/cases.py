"""A case in a tab: where it stands, by which standard, what was said, and what can be done with it now."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

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
from app.ui import clockwords, problems, wording
from app.ui.bridge import Bridge
from app.ui.casemoves import CaseMoves, MoveDesk, Places
from app.ui.disputes import Disputes
from app.ui.matter import MatterPart
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


def who(answers: dict[str, Any]) -> tuple[str, str]:
    """Return name and masked number, as far as they were given."""
    name, number = answers.get("name"), answers.get("phone")
    return name if isinstance(name, str) else "", phone.mask(number) if isinstance(number, str) else ""


class CasePage(RecordPage):
    def __init__(self, desk: CaseDesk, bridge: Bridge, case: Id) -> None:
        kinds = {"case", "clock", "call", "order", "slip", "conflict", "move", "task", "escalation"}
        kinds |= {"note", "complaint", "attachment", "blob"}
        super().__init__(bridge, frozenset(kinds), case)
        self._desk = desk
        self._case = desk.cases.get(case)
        self.slip_button = self.foot.add_button(self.tr("打印派工单"), "F8", self._print, icon="printer")
        self.order_button = self.foot.add_button(self.tr("派工"), "F9", self.dispatch, icon="send")
        self.more_button = self.foot.add_button(self.tr("更多"), "Alt+M", self._pop, icon="ellipsis")
        self.matter = MatterPart(self, desk.matter)
        self.asking = Asking(desk.jottings, desk.lang, desk.now, self)
        self.jotter = self.asking.jotter
        given = MoveDesk(desk.cases, desk.outcomes(), desk.takers, desk.others, desk.now)
        self.moves = CaseMoves(given, self.foot, self)
        half_typed = self.asking.half_typed
        self._connect()
        self.refresh()
        asks = bool(self._case and half_typed) and self.matter.steps.step is None
        if asks and (question := self.moves.question(half_typed)):
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
        return QMenu(self) if self.asking.question is not None else self.matter.menu(self.moves.offers)

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
        self.veiled = self._desk.veil(case.customer, case.id)
        self._show_head(case, name)
        self._show_times(case)
        self.show_section(self.tr("时限"), clockwords.rows(self._desk.clocks, case, self._desk.lang))
        call = self._desk.calls.get(case.call)
        self._show_standards(case, form, call)
        disputes = self._desk.disputes
        self.show_section(
            self.tr("受理内容"), *disputes.noted(self._answers(call) if call else [], disputes.of(case.call))
        )
        self.show_section(self.tr("来电人"), self._callers(case))
        orders = self._desk.orders.of_case(case.id)
        self.show_section(self.tr("工单"), [(o.number, self._order_words(o)) for o in orders])
        self._show_tasks(case)
        self._show_buttons(case, form)
        self.matter.show(case)
        self.asking.settle()

    def _show_buttons(self, case: Case, form: Form) -> None:
        ordered = self._order() is not None
        sends = Verb.DISPATCH in self._desk.cases.moves.ways(case)
        may_send = bool(form.order) and not ordered and sends
        self.order_button.setVisible(may_send)
        self.slip_button.setVisible(bool(form.order) and (ordered or may_send))
        self.more_button.show()
        self.moves.show_case(case, self._places(case), has_order=bool(form.order))
        next_shown = self.moves.next_button.isVisibleTo(self)
        self.order_button.lead(not ordered and not next_shown)
        self.slip_button.lead(ordered and not next_shown)

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

    def _show_head(self, case: Case, name: str) -> None:
        chips = [(wording.word("case", case.state), "good" if case.state.is_open else "plain")]
        if case.urgent:
            chips.insert(0, (self.tr("紧急"), "danger"))
        call = self._desk.calls.get(case.call)
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

    def _show_tasks(self, case: Case) -> None:
        tasks = reversed(self._desk.cases.tasks.of_case(case.id))
        rows = [(wording.word("asked", task.ask), self._task_words(task)) for task in tasks]
        self.show_section(self.tr("核实与核查"), rows)
        asked = reversed(self._desk.cases.escalations.of(case.id))
        self.show_section(self.tr("请示"), map(self._question_words, asked))

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

    def _callers(self, case: Case) -> list[tuple[str, str]]:
        """Return who called about it, where that was more than one: by the number of their call."""
        calls = self._desk.cases.calls(case)
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
            self.told.emit(self.tr("工单 {} 已派出。").format(saved.order.number))

    def _print(self) -> None:
        self.dispatch()
        if order := self._order():
            self.print_asked.emit(order.id)
