"""Who closes which gas-on orders (置换通气结单): agents say so themselves, and see how even it is (ORD-4)."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.desk.bulk import titles_of
from app.desk.steps import Steps, done_at, last
from app.forms.clocks import Rule
from app.forms.load import Forms
from app.records.ids import Id
from app.records.orders import Act, Order, OrderState
from app.store.store import Store

ORD_4 = "ORD-4"
_MOST = 1000
_OPEN = (OrderState.OPEN, OrderState.DISPATCHED, OrderState.ONSITE, OrderState.DONE)
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Closing:
    """``due``: until when it has to be closed."""

    order: Order
    title: str
    due: datetime | None


@dataclass(frozen=True, slots=True)
class Share:
    """What one agent has in hand, due first first, and how many they closed within a week; of ``agent`` None:
    what nobody has taken yet."""

    agent: Id | None
    held: tuple[Closing, ...]
    closed: int = 0


class Closings:
    """May be asked on any thread. Which orders: those a clock of that clause runs for."""

    def __init__(self, store: Store, forms: Forms, steps: Steps, now: Callable[[], datetime]) -> None:
        self._store, self._forms, self._now = store, forms, now
        self.steps = steps

    def shares(self) -> list[Share]:
        """Return what nobody has taken, then each agent's, who has least in hand first."""
        held: dict[Id | None, list[Closing]] = {None: []}
        found = self._open()
        titles = titles_of(self._store, found)
        for order in found:
            closing = Closing(order, titles.get(order.case, ""), self._due(order))
            held.setdefault(order.closer, []).append(closing)
        closed = self._closed()
        agents = {*held, *closed} - {None}
        mine = (Share(who, tuple(held.get(who, ())), closed[who] if who else 0) for who in agents)
        first = Share(None, tuple(held[None]))
        return [first, *sorted(mine, key=lambda share: (len(share.held), share.closed, share.agent or ""))]

    def _rule(self, order: Order, state: OrderState) -> Rule | None:
        found = (rule for rule in self._forms.clocks if rule.of == "order" and rule.rule == ORD_4)
        return next((rule for rule in found if rule.concerns(order.form, state, order.answers)), None)

    def _open(self) -> list[Order]:
        states = tuple(state.value for state in _OPEN)
        found = self._store.find(Order, state=states, newest_first=False, limit=_MOST)
        return [order for order in found if self._rule(order, order.state)]

    def _due(self, order: Order) -> datetime | None:
        rule = self._rule(order, order.state)
        return rule.after(order.ordered_at, rule.limit).at if rule and rule.limit else order.due_at

    def _closed(self) -> Counter[Id]:
        """Return how many each closed within a week, by the step that closed it."""
        since, found = self._now() - _WEEK, Counter[Id]()
        for order in self._store.find(Order, state=OrderState.CLOSED.value, limit=_MOST):
            step = last(order.steps, Act.CLOSE)
            if step and done_at(step) >= since and self._rule(order, OrderState.DONE):
                found[Id(str(step.get("by", "")))] += 1
        return found
