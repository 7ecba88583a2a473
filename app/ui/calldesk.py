"""What a page on a call works with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.desk.calls import Calls
from app.desk.cases import Cases
from app.desk.orders import Orders
from app.forms.spec import Form, say
from app.records.calls import Call
from app.records.drafts import Draft
from app.records.ids import Id
from app.records.orders import Order
from app.ui import wording
from app.ui.beside import spoken
from app.ui.disputes import Disputes
from app.ui.problems import choice
from app.ui.veil import Veil, veiled


@dataclass(frozen=True, slots=True)
class CallDesk:
    """What a call is worked with, and in whose name and language; what an input method composes; and what
    stands for {centre} and {agent_no} in a script."""

    calls: Calls
    cases: Cases
    orders: Orders
    now: Callable[[], datetime]
    people: Callable[[Id], str]
    disputes: Disputes
    lang: str
    composing: Callable[[], str]
    facts: Mapping[str, str]
    veil: Veil

    def seen(self, record: Draft | Call) -> tuple[bool, dict[str, Any]]:
        """Return whether something is not to be told yet, and the answers without that (CALL-13)."""
        if not isinstance(record, Call) or not self.veil(record.customer, record.id):
            return False, record.answers
        return True, veiled(self.calls.form_of(record), record.answers)

    def opening(self, form: Form) -> str:
        """Return what is said first (CALL-2)."""
        return spoken(say(form.opening, self.lang), self.facts)

    def times(self, taken: datetime, order: Order | None) -> dict[str, datetime]:
        """Return what happened when to a call *taken* then, by its name."""
        times = {QCoreApplication.translate("CallDesk", "接听"): taken}
        if order:
            times[QCoreApplication.translate("CallDesk", "派工")] = order.ordered_at
            for at in self.orders.printed_at(order.id)[:1]:
                times[QCoreApplication.translate("CallDesk", "出单")] = at
        return times

    def sent(self, order: Order) -> dict[str, str]:
        """Return by field who was sent and by when: the form may have left both to the rules."""
        team = choice(self.calls.forms.lists, "teams", order.team, self.lang)
        return {"team": team, "due_at": wording.day_and_time(order.due_at) if order.due_at else ""}
