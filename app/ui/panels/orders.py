"""An order in a tab: to which team and why, by when, what it says, what was done with it and can be now."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.desk.calls import Calls
from app.desk.cases import Cases
from app.desk.clocks import Clocks
from app.desk.jottings import Jottings
from app.desk.orders import Orders
from app.desk.titles import parts
from app.forms.check import shown
from app.forms.spec import Problem, say
from app.forms.words import in_words
from app.records.conflicts import Conflict
from app.records.ids import Id
from app.records.orders import Act, Order, OrderState
from app.ui import clockwords, orderwords, problems, wording
from app.ui.bridge import Bridge
from app.ui.disputes import Disputes
from app.ui.events import Events
from app.ui.messages import MessagePart
from app.ui.orderacts import ActDesk, OrderActs
from app.ui.orderwords import History
from app.ui.question import Asking
from app.ui.record import RecordPage
from app.ui.values import named
from app.ui.veil import Veil, veiled
from app.ui.voiding import slip_rows


@dataclass(frozen=True, slots=True)
class OrderDesk:
    orders: Orders
    cases: Cases
    calls: Calls
    clocks: Clocks
    people: Callable[[Id], str]
    disputes: Disputes
    jottings: Jottings
    now: Callable[[], datetime]
    lang: str
    veil: Veil


class OrderPage(RecordPage):
    def __init__(self, desk: OrderDesk, bridge: Bridge, order: Id) -> None:
        super().__init__(
            bridge, frozenset({"order", "case", "slip", "print", "conflict", "clock", "message"}), order
        )
        self._desk = desk
        self._order = desk.orders.get(order)
        self.case_button = self.foot.add_button(self.tr("案件"), "Alt+O", self._open_case)
        self.slip_button = self.foot.add_button(self.tr("打印派工单"), "F8", self._print, icon="printer")
        self.more_button = self.foot.add_button(self.tr("更多"), "Alt+M", self._pop, icon="ellipsis")
        forms = desk.calls.forms
        self.asking = Asking(desk.jottings, desk.lang, desk.now, self)
        self.jotter = self.asking.jotter
        self.acts = OrderActs(ActDesk(desk.orders, forms, desk.now), self.foot, self)
        self.events, self._history = Events(), History(forms, desk.people, desk.lang)
        self.asking.turned.connect(self.refresh)
        self.acts.question_asked.connect(self.asking.ask)
        self.acts.problem_found.connect(self._say)
        self.acts.open_asked.connect(self.open_asked)
        for each in (self.acts.told, self.asking.told):
            each.connect(self.told)
        half_typed = self.asking.half_typed
        self.messages = MessagePart(self, desk.orders.messages, desk.people)
        self.refresh()
        if half_typed and (question := self.acts.question(half_typed)):
            self.asking.ask(question)

    def leave(self) -> None:
        self.jotter.keep()

    def _say(self, found: Problem) -> None:
        self.told.emit(problems.problem(found, None, self._desk.lang))

    def menu(self) -> QMenu:
        """Return what can be done here beside the buttons; nothing while something is asked."""
        menu = QMenu(self)
        for text, act in self._offers() if self.asking.question is None else ():
            action = QAction(text.replace("&", "&&"), menu)
            action.triggered.connect(lambda _=False, act=act: act())
            menu.addAction(action)
        return menu

    def _offers(self) -> list[tuple[str, Callable[[], object]]]:
        return [*self.acts.offers(), *self.messages.offers()]

    def _pop(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self.more_button.mapToGlobal(QPoint(0, 0))
        menu.popup(corner - QPoint(0, menu.sizeHint().height()))
        if actions := menu.actions():
            menu.setActiveAction(actions[0])

    def finish(self) -> None:
        """Ask for the result: the slip came back."""
        if self._order and Act.FINISH in self._desk.orders.steps.ways(self._order):
            self.acts.begin(Act.FINISH)

    def refresh(self) -> None:
        self._order = self._desk.orders.get(Id(self.record)) or self._order
        order = self._order
        self.slip_button.setVisible(order is not None and order.state is not OrderState.VOID)
        self.case_button.setVisible(order is not None)
        self.acts.show_order(order)
        if order is None:
            self.messages.hide()
            self.more_button.hide()
            self.head.show_line(self.tr("这张工单还没有传到本席，同步后再打开。"), [], [])
            return
        form = self._desk.calls.form_of(order)
        if (title := self.tr("工单 {}").format(order.number)) != self.title:
            self.title = title
            self.titled.emit()
        self.head.show_line(title, [say(form.title, self._desk.lang)], self._chips(order))
        found = self._desk.disputes.of(order.id)
        self.head.show_conflicts(found)
        self.show_section(self.tr("时限"), clockwords.rows(self._desk.clocks, order, self._desk.lang))
        self._show_work(order, [each for each in found if not each.field.startswith("a.")])
        self.messages.show(order)
        self.more_button.setVisible(bool(self._offers()))
        self.show_section(self.tr("结果"), orderwords.result(self._desk.calls.forms, order, self._desk.lang))
        self.show_section(self.tr("派工单"), slip_rows(self._desk.orders, order.id))
        self.events.show_rows(self._history.rows(order))
        self.show_widget(self.tr("经过"), self.events)
        self._show_answers(order, [each for each in found if each.field.startswith("a.")])
        self.asking.settle()

    def _chips(self, order: Order) -> list[tuple[str, str]]:
        is_open = order.state in (OrderState.OPEN, OrderState.DISPATCHED, OrderState.ONSITE)
        chips = [(wording.word("order", order.state), "good" if is_open else "plain")]
        if pressed := order.taken(Act.PRESS):
            chips.insert(0, (self.tr("已催 {} 次").format(pressed), "warn"))
        if order.urgent:
            chips.insert(0, (self.tr("紧急"), "danger"))
        return chips

    def _show_work(self, order: Order, conflicts: list[Conflict]) -> None:
        case, forms = self._desk.cases.get(order.case), self._desk.calls.forms
        form = self._desk.calls.form_of(order)
        self.customer = case.customer if case else None
        self.veiled = self._desk.veil(self.customer, self.record)
        about = (parts(case.title)[0] if self.veiled else case.title) if case else ""
        rows = [
            (named("case"), f"{case.number}  {about}" if case else ""),
            (named("team"), problems.choice(forms.lists, "teams", order.team, self._desk.lang)),
            (self.tr("依据"), "\n".join(orderwords.reasons(forms, form, order, self._desk.lang))),
            (self.tr("加派"), self._units(order)),
            (self.tr("谁来结单"), self._desk.people(order.closer) if order.closer else ""),
            (named("ordered_at"), wording.day_and_time(order.ordered_at)),
            (named("ordered_by"), self._desk.people(order.ordered_by)),
            (named("due_at"), wording.day_and_time(order.due_at) if order.due_at else ""),
        ]
        self.show_section(self.tr("工单"), *self._desk.disputes.noted(rows, conflicts))

    def _units(self, order: Order) -> str:
        lists, units = self._desk.calls.forms.lists, [s for s in order.steps if s.get("act") == Act.UNIT]
        return "  ".join(problems.choice(lists, "teams", str(s.get("team")), self._desk.lang) for s in units)

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
