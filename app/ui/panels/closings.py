"""Gas-on orders in a tab (置换通气结单): what nobody has taken, and what each agent has in hand (ORD-4)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.desk.closings import Closing, Closings, Share
from app.forms.load import Forms
from app.forms.spec import Problem
from app.records.ids import Id
from app.records.orders import Act, Order
from app.ui import orderwords, problems, wording
from app.ui.bridge import Bridge
from app.ui.grouped import Group, GroupedPage, Line
from app.ui.kit.paging import Run

Names = dict[Id, str]


@dataclass(frozen=True, slots=True)
class ClosingDesk:
    closings: Closings
    forms: Forms
    people: Callable[[Id], str]
    run: Run
    now: Callable[[], datetime]
    lang: str


class ClosingsPage(GroupedPage):
    def __init__(self, desk: ClosingDesk, bridge: Bridge) -> None:
        nothing = self.tr("没有要结的置换通气工单。开单两天内要结，会排在这里由大家分担。")
        super().__init__(bridge, frozenset({"order", "agent"}), "closings", self.tr("置换通气结单"), nothing)
        self._desk = desk
        self._shares: Sequence[Share] = ()
        self._names: Names = {}
        self._orders: dict[str, Order] = {}
        self.take_button = self.foot.add_button(
            wording.word("act", Act.TAKE), "Alt+S", self.take, icon="user-plus"
        )
        self.close_button = self.foot.add_button(
            wording.word("act", Act.CLOSE), "Ctrl+Enter", self.close_order, icon="circle-check", primary=True
        )
        self.foot.hide()

    def refresh(self) -> None:
        self.read_with(self._desk.run)

    def read_rows(self) -> tuple[list[Share], Names]:
        shares = self._desk.closings.shares()
        return shares, {share.agent: self._desk.people(share.agent) for share in shares if share.agent}

    def show_rows(self, rows: object) -> None:
        assert isinstance(rows, tuple)
        self._shares, self._names = rows
        self._orders = {each.order.id: each.order for share in self._shares for each in share.held}
        self._show()

    def _show(self) -> None:
        shown = [share for share in self._shares if share.agent or share.held]
        is_any = any(share.held for share in shown)
        self.show_groups([self._group(share) for share in shown] if is_any else [])
        now = self._desk.now()
        late = sum(each.due is not None and each.due < now for share in shown for each in share.held)
        chips = [(self.tr("{} 张超过两天").format(late), "danger")] if late else []
        facts = [self.tr("{} 张要结").format(len(self._orders))] if self._orders else []
        self.head.show_line(self.title, facts, chips)
        self.foot.setVisible(is_any)
        self.offer()

    def _group(self, share: Share) -> Group:
        lines, held = tuple(map(self._line, share.held)), self.tr("{} 张").format(len(share.held))
        if share.agent is None:
            return Group(self.tr("还没有人结"), held, lines, tone="warn")
        done = self.tr("七天内结了 {} 张").format(share.closed)
        return Group(self._names.get(share.agent, ""), held, lines, more=done)

    def _line(self, closing: Closing) -> Line:
        order, now, due = closing.order, self._desk.now(), closing.due
        state = wording.word("order", order.state)
        team = problems.choice(self._desk.forms.lists, "teams", order.team, self._desk.lang)
        late = due is not None and due < now
        aside = wording.left(due, now) if due else ""
        return Line(
            order.id, closing.title, " · ".join((order.number, state, team)), aside, "danger" if late else ""
        )

    # -- with the chosen one --

    def _order(self) -> Order | None:
        return self._orders.get(self.chosen())

    def offer(self) -> None:
        order = self._order()
        ways = self._desk.closings.steps.ways(order) if order else {}
        self.take_button.setEnabled(Act.TAKE in ways or Act.LEAVE in ways)
        self.take_button.show_text(wording.word("act", Act.LEAVE if Act.LEAVE in ways else Act.TAKE))
        self.close_button.setEnabled(Act.CLOSE in ways or Act.FINISH in ways)
        self.close_button.show_text(wording.word("act", Act.FINISH if Act.FINISH in ways else Act.CLOSE))

    def take(self) -> None:
        """Take the chosen one, or give it back."""
        if order := self._order():
            is_mine = Act.LEAVE in self._desk.closings.steps.ways(order)
            self._do(order, Act.LEAVE if is_mine else Act.TAKE)

    def close_order(self) -> None:
        """Close the chosen one; where its result is not entered yet, ask for that first."""
        if (order := self._order()) is None:
            return
        if Act.FINISH in self._desk.closings.steps.ways(order):
            self.open_asked.emit("slip", order.id)
        else:
            self._do(order, Act.CLOSE)

    def _do(self, order: Order, act: Act) -> None:
        done = self._desk.closings.steps.take(order.id, act)
        if done.order:
            self.told.emit(orderwords.done(done.order, act))
        for found in done.problems:
            self._say(found)
        self.refresh()

    def _say(self, found: Problem) -> None:
        self.told.emit(problems.problem(found, None, self._desk.lang))
