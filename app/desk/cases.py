"""Cases: opened by a call, followed by who took it first until they are closed."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from app.desk.customers import files_of
from app.desk.escalations import Escalations
from app.desk.moves import Moves
from app.desk.tasks import Tasks
from app.desk.titles import joined
from app.forms.load import Forms
from app.forms.spec import Form, say
from app.records.accounts import LEADS, Agent
from app.records.calls import Call
from app.records.cases import Case, CaseState
from app.records.ids import Id
from app.store.store import Not, Store, Writer

_CALLS = 30  # of a customer, among which the ones about another's case are looked for
OPEN_STATES = tuple(s.value for s in CaseState if s.is_open)


class Cases:
    def __init__(self, store: Store, forms: Forms, agent: Agent, now: Callable[[], datetime]) -> None:
        self._store = store
        self._mine: dict[str, Any] = {"handler": agent.id, "state": OPEN_STATES}
        self._others: dict[str, Any] = {"handler": Not(agent.id), "state": OPEN_STATES}
        self._taken: dict[str, Any] = {
            "first_taker": agent.id,
            "handler": Not(agent.id),
            "state": OPEN_STATES,
        }
        self.may_file = agent.role in LEADS
        self.moves = Moves(store, forms, agent, now)
        self.tasks = Tasks(store, self.moves, forms, agent, now)
        self.escalations = Escalations(store, forms, agent, now)

    def get(self, case: Id) -> Case | None:
        return self._store.get(Case, case)

    # What is late comes first, then what is due soonest, then, without a deadline, the newest.

    def mine_open(self, limit: int = 200) -> list[Case]:
        return self._store.find(Case, limit=limit, soonest="due_at", **self._mine)

    def others_open(self, limit: int = 50) -> list[Case]:
        """Return open cases in other hands, whichever seat they came from."""
        return self._store.find(Case, limit=limit, soonest="due_at", **self._others)

    def count_mine(self) -> int:
        return self._store.count(Case, **self._mine)

    def count_others(self) -> int:
        return self._store.count(Case, **self._others)

    def to_file(self, limit: int = 200) -> list[Case]:
        """Return what a lead has to file or to return (CASE-1)."""
        return self._store.find(Case, limit=limit, soonest="due_at", state=CaseState.PREFILED.value)

    def count_to_file(self) -> int:
        return self._store.count(Case, state=CaseState.PREFILED.value)

    def like(self, case: Case, limit: int = 200) -> list[Case]:
        """Return open cases it may be one with: of the same customer first, then the newest."""
        same = self.open_of_customer(case.customer) if case.customer else []
        newest = self._store.find(Case, limit=limit, state=OPEN_STATES)
        return [each for each in {c.id: c for c in (*same, *newest)}.values() if each.id != case.id]

    def first_taken(self, limit: int = 50) -> list[Case]:
        """Return open cases the agent took first that others work on (CALL-6)."""
        return self._store.find(Case, limit=limit, soonest="due_at", **self._taken)

    def count_first_taken(self) -> int:
        return self._store.count(Case, **self._taken)

    def calls(self, case: Case) -> list[Call]:
        """Return every call about the case, the one that opened it first."""
        return calls_about(self._store, case)

    def open_of_customer(self, customer: Id) -> list[Case]:
        return open_of_customer(self._store, customer)


def open_of_customer(store: Store, customer: Id) -> list[Case]:
    """Return those this person opened, under whichever file, and those of others they called about."""
    files = files_of(store, customer)
    own = store.find(Case, customer=files, state=OPEN_STATES)
    calls = store.find(Call, customer=files, limit=_CALLS)
    others = {call.case for call in calls if call.case} - {case.id for case in own}
    read = (store.get(Case, case) for case in sorted(others, reverse=True))
    return own + [case for case in read if case and case.state.is_open]


def calls_about(store: Store, case: Case) -> list[Call]:
    first = store.get(Call, case.call)
    others = [c for c in store.find(Call, case=case.id, newest_first=False) if c.id != case.call]
    return [*([first] if first else []), *others]


def open_case(to: Writer, form: Form, call: Call, lang: str, id: Id) -> Case:
    """Open the case *form* asks for, from *call*, within *to*."""
    case = Case(
        id=id,
        number=to.number(Case.prefix),
        call=call.id,
        form=form.name,
        form_version=form.version,
        title=_title(form, call, lang),
        state=CaseState(form.case),
        opened_at=call.saved_at,
        first_taker=call.first_taker,
        handler=call.handler,
        customer=call.customer,
        urgent=form.emergency or call.answers.get("urgent") is True,
        due_at=promised(call.answers) or _after(call.started_at, form.due_hours),
    )
    to.put(case)
    return case


def promised(answers: Mapping[str, Any]) -> datetime | None:
    """Return the time the customer was promised (CALL-5)."""
    told = answers.get("due_at")
    return datetime.fromisoformat(told).astimezone() if isinstance(told, str) else None


def _after(at: datetime, hours: float | None) -> datetime | None:
    return at + timedelta(hours=hours) if hours else None


def _title(form: Form, call: Call, lang: str) -> str:
    """Return category and place; the form's own name where it asks for no category."""
    category = say(form.title, lang)
    code = call.answers.get("category")
    for choice in form.field("category").choices if "category" in form.names else ():
        if choice.code == code:
            category = say(choice.label, lang)
    address = call.answers.get("address")
    return joined(category, address if isinstance(address, str) else "")[:200]
