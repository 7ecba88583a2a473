"""The day's two rounds of calls (CB-1): built by themselves of the orders one has entered, none twice."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from app.forms import phone
from app.forms.hours import SERVICE, Hours
from app.forms.load import Forms
from app.forms.visiting import CallList, Source, Visiting, Who
from app.records.accounts import LEADS, Agent
from app.records.callbacks import Callback, Why
from app.records.cases import Case
from app.records.ids import Id, id_of
from app.records.orders import Order, OrderState
from app.store.lists import Mark, Wanted
from app.store.store import Store

_BATCH = 100  # of one transaction, after which the window has its turn
_MOST = 500
# Who is called before anybody was sent has nothing to say; once somebody is, they are in the round.
_NOBODY_SENT = (OrderState.OPEN, OrderState.VOID)
_INSTANT = timedelta(microseconds=1)


class Rounds:
    """Made for a background lane."""

    def __init__(self, store: Store, forms: Forms, agent: Agent, now: Callable[[], datetime]) -> None:
        self._store, self._forms, self._agent, self._now = store, forms, agent, now

    @property
    def _rules(self) -> Visiting:
        return self._forms.visiting

    @property
    def _hours(self) -> Hours:
        return self._forms.hours.named[SERVICE]

    def build(self) -> int:
        """Owe what the rounds up to now call, as far as it is not owed yet, and return how many those are:
        those of the agent; of anybody, at a lead's seat, once the grace is over. Asked again, or at two
        seats, nothing is owed twice: a call has the id of its order."""
        self._mend()
        now = self._now()
        since = now - timedelta(days=self._rules.back)
        rounds = self._rules.rounds(since, now, self._hours)
        if not rounds:
            return 0
        owed = [
            self._of_order(each, order)
            for order in self._orders(since, rounds[-1])
            for each in self._rules.of(Source.ORDERS)
            if each.takes(order.form) and self._builds(order, now)
        ]
        there = self._store.there(Callback, [each.id for each in owed])
        fresh = [each for each in owed if each.id not in there]
        for start in range(0, len(fresh), _BATCH):
            with self._store.write(background=True) as to:
                for callback in fresh[start : start + _BATCH]:
                    if self._store.get(Callback, callback.id) is None:
                        to.put(callback)
        return len(fresh)

    def _mend(self) -> None:
        """Have those that were handed on be whose they are by the last word: where two seats wrote it,
        central keeps the first handler, and every word."""
        codes = tuple(self._rules.lists)
        for owed in self._store.find(Callback, limit=_MOST, list=codes, outcome=None):
            last = max(owed.given, key=lambda each: (each["at"], each["id"]), default=None)
            if last is not None and last["to"] != owed.handler:
                with self._store.write(background=True) as to:
                    to.put(replace(owed, handler=Id(last["to"])))

    def next_look(self) -> datetime:
        """Return when there is something to build next."""
        now, grace = self._now(), timedelta(minutes=self._rules.grace)
        following = self._rules.round_after(now + _INSTANT, self._hours)
        if self._agent.role not in LEADS:
            return following
        return min(following, self._rules.round_after(now - grace + _INSTANT, self._hours) + grace)

    def _builds(self, order: Order, now: datetime) -> bool:
        if order.ordered_by == self._agent.id:
            return True
        late = self._round_of(order) + timedelta(minutes=self._rules.grace)
        return self._agent.role in LEADS and late <= now

    def _round_of(self, order: Order) -> datetime:
        return self._rules.round_after(order.ordered_at, self._hours)

    def _orders(self, since: datetime, until: datetime) -> Iterable[Order]:
        wanted = Wanted(Order.kind, "ordered_at", descending=False, since=since, until=until + _INSTANT)
        mark: Mark | None = None
        while True:
            stretch = self._store.lists.walk(wanted, mark)
            for start in range(0, len(stretch.order), _BATCH):
                found = self._store.lists.read(Order.kind, stretch.order[start : start + _BATCH])
                yield from (order for _, order in found if order.state not in _NOBODY_SENT)
            if (mark := stretch.mark) is None:
                return

    def _of_order(self, of: CallList, order: Order) -> Callback:
        case = self._store.get(Case, order.case)
        number, round = order.answers.get("phone"), self._round_of(order)
        who = {Who.ENTERED: order.ordered_by, Who.HANDLER: case.handler if case else order.ordered_by}
        return Callback(
            id=id_of(order.ordered_at, "visit", of.code, order.id),
            why=Why.VISIT,
            owed_at=round,
            due_at=round,
            number=phone.normalise(number) if isinstance(number, str) else "",
            customer=case.customer if case else None,
            call=case.call if case else None,
            handler=who.get(of.who),
            list=of.code,
            of=order.id,
            case=order.case,
            team=order.team,
            area=self._forms.streets.district(order.answers),
        )
