"""The round of the ordinary orders in a tab: what waits, by team; looked through, and sent out by one key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from app.desk.bulk import BulkRound, Waiting
from app.forms.load import Forms
from app.records.ids import Id
from app.records.orders import Order
from app.ui import problems, wording
from app.ui.bridge import Bridge
from app.ui.grouped import Group, GroupedPage, Line
from app.ui.kit.paging import Run

Names = dict[Id, str]


@dataclass(frozen=True, slots=True)
class BulkDesk:
    bulk: BulkRound
    forms: Forms
    people: Callable[[Id], str]
    run: Run
    now: Callable[[], datetime]
    lang: str


class BulkPage(GroupedPage):
    def __init__(self, desk: BulkDesk, bridge: Bridge) -> None:
        nothing = self.tr("没有等着整体派工的工单。普通维修开单后会等在这里，急件马上派出。")
        super().__init__(bridge, frozenset({"order"}), "bulk", self.tr("整体派工"), nothing)
        self._desk = desk
        self._waiting: Sequence[Waiting] = ()
        self._names: Names = {}
        self._kept: set[Id] = set()  # that do not go this time
        self.keep_button = self.foot.add_button(self.tr("这次不派"), "Alt+X", self.keep, icon="clock")
        self.send_button = self.foot.add_button(
            self.tr("派出"), "Ctrl+Enter", self.send, icon="send", primary=True
        )
        self.foot.hide()

    def refresh(self) -> None:
        self.read_with(self._desk.run)

    def read_rows(self) -> tuple[list[Waiting], Names]:
        waiting = self._desk.bulk.waiting()
        return waiting, {id: self._desk.people(id) for id in {each.order.ordered_by for each in waiting}}

    def show_rows(self, rows: object) -> None:
        assert isinstance(rows, tuple)
        self._waiting, self._names = rows
        self._kept &= {each.order.id for each in self._waiting}
        self._show()

    def _show(self) -> None:
        urgent = [each for each in self._waiting if each.order.urgent]
        groups = [self._group(self.tr("急件：不等整体派工"), urgent, "danger")] if urgent else []
        ordinary = (each for each in self._waiting if not each.order.urgent)
        for team, some in groupby(ordinary, key=lambda each: each.order.team):
            name = problems.choice(self._desk.forms.lists, "teams", team, self._desk.lang)
            groups.append(self._group(name, list(some)))
        self.show_groups(groups)
        going = len(self._going())
        chips = [(self.tr("急件 {} 张").format(len(urgent)), "danger")] if urgent else []
        facts = [self.tr("{} 张等着").format(len(self._waiting))] if self._waiting else []
        self.head.show_line(self.title, facts, chips)
        self.foot.setVisible(bool(self._waiting))
        self.send_button.show_text(self.tr("派出 {} 张").format(going))
        self.send_button.setEnabled(going > 0)
        self.offer()

    def _group(self, name: str, some: list[Waiting], tone: str = "") -> Group:
        return Group(name, self.tr("{} 张").format(len(some)), tuple(map(self._line, some)), tone=tone)

    def _line(self, waiting: Waiting) -> Line:
        order, now = waiting.order, self._desk.now()
        made = self.tr("{} 开单").format(wording.last(order.ordered_at, now))
        more = " · ".join((order.number, made, self._names.get(order.ordered_by, "")))
        if order.id in self._kept:
            return Line(order.id, waiting.title, more, self.tr("这次不派"), "muted")
        due = order.due_at
        late = due is not None and due < now
        return Line(
            order.id, waiting.title, more, wording.left(due, now) if due else "", "danger" if late else ""
        )

    def _going(self) -> list[Id]:
        return [each.order.id for each in self._waiting if each.order.id not in self._kept]

    def offer(self) -> None:
        chosen = self.chosen()
        self.keep_button.setEnabled(bool(chosen))
        self.keep_button.show_text(self.tr("照派") if chosen in self._kept else self.tr("这次不派"))

    def keep(self) -> None:
        """Have the chosen one not go this time, or go after all."""
        if chosen := self.chosen():
            self._kept ^= {Id(chosen)}
            self._show()

    def send(self) -> None:
        going = self._going()
        if going:
            self.send_button.setEnabled(False)
            self._desk.run(lambda: self._desk.bulk.dispatch(going), self._sent, self._failed)

    def _sent(self, sent: list[Order]) -> None:
        text = self.tr("已派出 {} 张工单。派错的打开后作废重开（Alt+M）。").format(len(sent))
        self.told.emit(text)
        self.refresh()
