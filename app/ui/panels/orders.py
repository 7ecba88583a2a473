"""An order in a tab: to which team, by when, what it says; its slip is one key away."""

from collections.abc import Callable
from dataclasses import dataclass

from app.desk.calls import Calls
from app.desk.cases import Cases
from app.desk.clocks import Clocks
from app.desk.orders import Orders
from app.desk.titles import parts
from app.forms.check import shown
from app.forms.spec import say
from app.forms.words import in_words
from app.records.conflicts import Conflict
from app.records.ids import Id
from app.records.orders import Order, OrderState
from app.ui import clockwords, problems, wording
from app.ui.bridge import Bridge
from app.ui.disputes import Disputes
from app.ui.messages import MessagePart
from app.ui.record import RecordPage
from app.ui.values import named
from app.ui.veil import Veil, veiled


@dataclass(frozen=True, slots=True)
class OrderDesk:
    orders: Orders
    cases: Cases
    calls: Calls
    clocks: Clocks
    people: Callable[[Id], str]
    disputes: Disputes
    lang: str
    veil: Veil


class OrderPage(RecordPage):
    def __init__(self, desk: OrderDesk, bridge: Bridge, order: Id) -> None:
        super().__init__(bridge, frozenset({"order", "case", "slip", "conflict", "clock", "message"}), order)
        self._desk = desk
        self._order = desk.orders.get(order)
        self.case_button = self.foot.add_button(self.tr("打开案件"), "Alt+O", self._open_case)
        self.slip_button = self.foot.add_button(
            self.tr("打印派工单"), "F8", self._print, icon="printer", primary=True
        )
        self.messages = MessagePart(self, desk.orders.messages, desk.people)
        self.refresh()

    def refresh(self) -> None:
        self._order = self._desk.orders.get(Id(self.record)) or self._order
        order = self._order
        self.slip_button.setVisible(order is not None and order.state is not OrderState.VOID)
        self.case_button.setVisible(order is not None)
        if order is None:
            self.messages.hide()
            self.head.show_line(self.tr("这张工单还没有传到本席，同步后再打开。"), [], [])
            return
        form = self._desk.calls.form_of(order)
        if (title := self.tr("工单 {}").format(order.number)) != self.title:
            self.title = title
            self.titled.emit()
        chips = [(wording.word("order", order.state), "good")]
        if order.urgent:
            chips.insert(0, (self.tr("紧急"), "danger"))
        self.head.show_line(title, [say(form.title, self._desk.lang)], chips)
        found = self._desk.disputes.of(order.id)
        self.head.show_conflicts(found)
        self.show_section(self.tr("时限"), clockwords.rows(self._desk.clocks, order, self._desk.lang))
        self._show_work(order, [each for each in found if not each.field.startswith("a.")])
        self.messages.show(order)
        self._show_answers(order, [each for each in found if each.field.startswith("a.")])

    def _show_work(self, order: Order, conflicts: list[Conflict]) -> None:
        case, lists = self._desk.cases.get(order.case), self._desk.calls.forms.lists
        self.customer = case.customer if case else None
        self.veiled = self._desk.veil(self.customer, self.record)
        about = (parts(case.title)[0] if self.veiled else case.title) if case else ""
        rows = [
            (named("case"), f"{case.number}  {about}" if case else ""),
            (named("team"), problems.choice(lists, "teams", order.team, self._desk.lang)),
            (named("ordered_at"), wording.day_and_time(order.ordered_at)),
            (named("ordered_by"), self._desk.people(order.ordered_by)),
            (named("due_at"), wording.day_and_time(order.due_at) if order.due_at else ""),
        ]
        self.show_section(self.tr("工单"), *self._desk.disputes.noted(rows, conflicts))

    def _show_answers(self, order: Order, conflicts: list[Conflict]) -> None:
        form, lang = self._desk.calls.form_of(order), self._desk.lang
        visible, lists = shown(form, order.answers), self._desk.calls.forms.lists
        answers = veiled(form, order.answers) if self.veiled else order.answers
        rows = [
            (say(f.label, lang), in_words(f, answers[f.name], lang, lists))
            for f in form.fields
            if f.name in visible and f.name in order.answers and f.name not in ("team", "due_at")
        ]
        self.show_section(self.tr("内容"), *self._desk.disputes.noted(rows, conflicts))

    @property
    def order_id(self) -> Id | None:
        """The order whose slip this page prints; a void one has none."""
        order = self._order
        return order.id if order and order.state is not OrderState.VOID else None

    def _open_case(self) -> None:
        if self._order is not None:
            self.open_asked.emit("case", self._order.case)

    def _print(self) -> None:
        if self._order is not None:
            self.print_asked.emit(self._order.id)
