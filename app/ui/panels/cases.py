"""A case in a tab: where it stands, what was said, its orders."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QMenu

from app.desk.calls import Calls
from app.desk.cases import Cases
from app.desk.clocks import Clocks
from app.desk.orders import Orders
from app.forms import phone
from app.forms.check import shown
from app.forms.spec import say
from app.forms.words import in_words
from app.records.calls import Call
from app.records.cases import Case
from app.records.ids import Id
from app.records.orders import Order
from app.ui import clockwords, problems, wording
from app.ui.bridge import Bridge
from app.ui.disputes import Disputes
from app.ui.matter import MatterPart
from app.ui.matterdesk import MatterDesk
from app.ui.record import RecordPage
from app.ui.values import named


@dataclass(frozen=True, slots=True)
class CaseDesk:
    cases: Cases
    calls: Calls
    orders: Orders
    clocks: Clocks
    people: Callable[[Id], str]
    disputes: Disputes
    lang: str
    matter: MatterDesk


def who(answers: dict[str, Any]) -> tuple[str, str]:
    """Return name and masked number, as far as they were given."""
    name, number = answers.get("name"), answers.get("phone")
    return name if isinstance(name, str) else "", phone.mask(number) if isinstance(number, str) else ""


class CasePage(RecordPage):
    def __init__(self, desk: CaseDesk, bridge: Bridge, case: Id) -> None:
        kinds = {
            "case",
            "clock",
            "call",
            "order",
            "slip",
            "conflict",
            "note",
            "complaint",
            "attachment",
            "blob",
        }
        super().__init__(bridge, frozenset(kinds), case)
        self._desk = desk
        self._case = desk.cases.get(case)
        self.slip_button = self.foot.add_button(self.tr("打印派工单"), "F8", self._print, icon="printer")
        self.order_button = self.foot.add_button(self.tr("派工"), "F9", self.dispatch, icon="send")
        self.matter = MatterPart(self, desk.matter)
        self.refresh()

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
        orders = self._desk.orders.of_case(case.id)
        self._show_head(case, name)
        self._show_times(case)
        self.show_section(self.tr("时限"), clockwords.rows(self._desk.clocks, case, self._desk.lang))
        call = self._desk.calls.get(case.call)
        disputes = self._desk.disputes
        self.show_section(
            self.tr("受理内容"), *disputes.noted(self._answers(call) if call else [], disputes.of(case.call))
        )
        self.show_section(self.tr("来电人"), self._callers(case))
        self.show_section(
            self.tr("工单"),
            [(o.number, self._order_words(o)) for o in orders],
        )
        ordered = self._order() is not None
        self.order_button.setVisible(bool(form.order) and not ordered)
        self.order_button.lead(not ordered)
        self.slip_button.setVisible(bool(form.order))
        self.slip_button.lead(ordered)
        self.matter.show(case)

    def leave(self) -> None:
        self.matter.leave()

    def menu(self) -> QMenu:
        """Return what can be done here beside the buttons."""
        return self.matter.menu()

    def _show_head(self, case: Case, name: str) -> None:
        chips = [(wording.word("case", case.state), "good" if case.state.is_open else "plain")]
        if case.urgent:
            chips.insert(0, (self.tr("紧急"), "danger"))
        self.head.show_line(self.title, [name], [*self.matter.chips(case), *chips])
        self.head.show_conflicts(self._desk.disputes.of(case.id, case.call))

    def _show_times(self, case: Case) -> None:
        rows = [
            (named("title"), case.title),
            (named("opened_at"), wording.day_and_time(case.opened_at)),
            (named("due_at"), wording.day_and_time(case.due_at) if case.due_at else ""),
            (named("first_taker"), self._desk.people(case.first_taker)),
            (named("handler"), self._desk.people(case.handler)),
        ]
        disputes = self._desk.disputes
        self.show_section(self.tr("案件"), *disputes.noted(rows, disputes.of(case.id)))

    def _answers(self, call: Call) -> list[tuple[str, str]]:
        form, lang = self._desk.calls.form_of(call), self._desk.lang
        visible, lists = shown(form, call.answers), self._desk.calls.forms.lists
        rows = [
            (self.tr("受理编号"), call.number),
            (self.tr("受理渠道"), problems.choice(lists, "channels", call.channel, lang)),
        ]
        return rows + [
            (say(f.label, lang), in_words(f, call.answers[f.name], lang, lists))
            for f in form.fields
            if f.name in visible and f.name in call.answers
        ]

    def _callers(self, case: Case) -> list[tuple[str, str]]:
        """Return who called about it, where that was more than one: by the number of their call."""
        calls = self._desk.cases.calls(case)
        told = [(c.number, [wording.day_and_time(c.started_at), *who(c.answers)]) for c in calls]
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
