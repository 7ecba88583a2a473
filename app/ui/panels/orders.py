"""An order in a tab: to which team, by when, what it says; its slip is one key away."""

from collections.abc import Callable
from dataclasses import dataclass

from app.desk.calls import Calls
from app.desk.cases import Cases
from app.desk.orders import Orders
from app.forms.check import shown
from app.forms.spec import say
from app.forms.words import in_words
from app.records.ids import Id
from app.records.orders import Order, OrderState
from app.ui import problems, wording
from app.ui.bridge import Bridge
from app.ui.record import RecordPage


@dataclass(frozen=True, slots=True)
class OrderDesk:
    orders: Orders
    cases: Cases
    calls: Calls
    people: Callable[[Id], str]
    lang: str


class OrderPage(RecordPage):
    def __init__(self, desk: OrderDesk, bridge: Bridge, order: Id) -> None:
        super().__init__(bridge, frozenset({"order", "case", "slip"}), order)
        self._desk = desk
        self._order = desk.orders.get(order)
        self.case_button = self.foot.add_button(self.tr("打开案件"), "Alt+O", self._open_case)
        self.slip_button = self.foot.add_button(
            self.tr("打印派工单"), "F8", self._print, icon="printer", primary=True
        )
        self.refresh()

    def refresh(self) -> None:
        self._order = self._desk.orders.get(Id(self.record)) or self._order
        order = self._order
        self.slip_button.setVisible(order is not None and order.state is not OrderState.VOID)
        self.case_button.setVisible(order is not None)
        if order is None:
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
        self._show_work(order)
        self._show_answers(order)

    def _show_work(self, order: Order) -> None:
        case, lists = self._desk.cases.get(order.case), self._desk.calls.forms.lists
        self.customer = case.customer if case else None
        self.show_section(
            self.tr("工单"),
            [
                (self.tr("案件"), f"{case.number}  {case.title}" if case else ""),
                (self.tr("班组"), problems.choice(lists, "teams", order.team, self._desk.lang)),
                (self.tr("派出时间"), wording.day_and_time(order.ordered_at)),
                (self.tr("派出人"), self._desk.people(order.ordered_by)),
                (self.tr("时限"), wording.day_and_time(order.due_at) if order.due_at else ""),
            ],
        )

    def _show_answers(self, order: Order) -> None:
        form, lang = self._desk.calls.form_of(order), self._desk.lang
        visible, lists = shown(form, order.answers), self._desk.calls.forms.lists
        self.show_section(
            self.tr("内容"),
            [
                (say(f.label, lang), in_words(f, order.answers[f.name], lang, lists))
                for f in form.fields
                if f.name in visible and f.name in order.answers and f.name not in ("team", "due_at")
            ],
        )

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
