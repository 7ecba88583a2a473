"""What waits to go out, one message a job: sent, tried again later, or given up and said so."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from app.forms.notifying import Mail, NotifyRules
from app.records.ids import new_id
from app.records.messages import SECRET, Message, MessageState
from app.records.orders import Order, OrderState
from app.records.progress import Progress
from app.sending.hook import HookRoad
from app.sending.mail import MailRoad
from app.sending.port import Letter, Road, SendRefused
from app.store.store import Store

_MOST = 200
_FIRST, _LONGEST = timedelta(seconds=15), timedelta(minutes=10)  # until it is tried again, doubled each time
_GIVEN_UP = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Used by one thread at a time. *rules* are asked each time: they may be published anew."""

    store: Store
    install: str
    rules: Callable[[], NotifyRules]
    now: Callable[[], datetime]
    road: Callable[["Outgoing", str], Road] = lambda out, way: out.usual(way)

    def send_next(self) -> Progress:
        """Send the oldest that is due; raises StoreRefused."""
        waiting = self.store.find(Message, state=MessageState.WAITING.value, newest_first=False, limit=_MOST)
        mine = [each for each in waiting if each.seat == self.install and each.way]
        due = next((each for each in mine if self._again_at(each) <= self.now()), None)
        if due is not None:
            self._keep(due, self._tried(due))
            return Progress.ON
        return Progress.WAITS if mine else Progress.DONE

    def usual(self, way: str) -> Road:
        """Return the road the rules have of this name; raises SendRefused."""
        known = self.rules().ways.get(way)
        if known is None:
            raise SendRefused("way")
        secret = str(self.store.setting(SECRET.format(way)) or "")
        return MailRoad(known, secret) if isinstance(known, Mail) else HookRoad(known, secret, self.now)

    def _again_at(self, message: Message) -> datetime:
        if not message.tries:
            return message.at
        rest: timedelta = min(_FIRST * 2 ** min(len(message.tries) - 1, 10), _LONGEST)
        last = datetime.fromisoformat(str(message.tries[-1]["at"]))
        return last + rest

    def _tried(self, message: Message) -> Message:
        order = self.store.get(Order, message.order)
        if order is not None and order.state is OrderState.VOID:
            return replace(message, state=MessageState.DROPPED, done_at=self.now())
        try:
            subject = message.text.partition("\n")[0][:80]
            self.road(self, message.way).send(Letter(message.id, message.to, subject, message.text))
        except SendRefused as why:
            failed = replace(message, tries=(*message.tries, self._failure(why)))
            if why.final or self.now() - message.at > _GIVEN_UP:
                return replace(failed, state=MessageState.FAILED, done_at=self.now())
            return failed
        return replace(message, state=MessageState.SENT, done_at=self.now())

    def _failure(self, why: SendRefused) -> dict[str, Any]:
        return {"id": new_id(), "at": self.now().isoformat(), "error": why.code}

    def _keep(self, before: Message, after: Message) -> None:
        """Write it down, unless somebody told it by telephone meanwhile."""
        with self.store.write(background=True) as to:
            now = self.store.get(Message, before.id)
            if now is not None and now.state is MessageState.WAITING:
                to.put(after)
