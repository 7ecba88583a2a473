"""The round of the ordinary orders (整体派工): what waits for it, and all of it sent out at once (ORD-1)."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.desk.steps import Steps
from app.forms import phone
from app.records.cases import Case
from app.records.ids import Id
from app.records.orders import Order, OrderState
from app.store.store import Store

_MOST = 1000
_AT_ONCE = 20  # orders in one transaction: the window waits for no more


@dataclass(frozen=True, slots=True)
class Waiting:
    """An order that waits, and what its case is called, as far as the seat has it. What is urgent here came
    back: it waits for a person, not for the round."""

    order: Order
    title: str


def titles_of(store: Store, orders: Sequence[Order]) -> dict[Id, str]:
    """Return by id what the cases of *orders* are called, as far as the seat has them; numbers masked."""
    cases = store.find(Case, id=tuple({order.case for order in orders}), limit=len(orders))
    return {case.id: phone.hidden(case.title) for case in cases}


class BulkRound:
    """May be asked on any thread."""

    def __init__(self, store: Store, steps: Steps) -> None:
        self._store, self._steps = store, steps

    def waiting(self) -> list[Waiting]:
        """Return what waits, the urgent ones first, then by team and latest date."""
        found = self._store.find(Order, state=OrderState.OPEN.value, soonest="due_at", limit=_MOST)
        found.sort(key=lambda order: (not order.urgent, order.team))
        titles = titles_of(self._store, found)
        return [Waiting(order, titles.get(order.case, "")) for order in found]

    def count(self) -> int:
        return self._store.count(Order, state=OrderState.OPEN.value)

    def dispatch(self, orders: Sequence[Id]) -> list[Order]:
        """Send these out, as far as they still wait, and return them."""
        sent = []
        for begin in range(0, len(orders), _AT_ONCE):
            with self._store.write(background=True) as to:
                for id in orders[begin : begin + _AT_ONCE]:
                    order = self._store.get(Order, id)
                    if order and order.state is OrderState.OPEN:
                        sent.append(self._steps.dispatch(to, order))
        return sent
