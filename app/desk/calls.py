"""Calls: taken down on a form as a draft, kept for good once the form is satisfied."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from app.desk.additions import Additions, amend, dropped, fresh
from app.desk.callbacks import Callbacks, promise
from app.desk.cases import open_case
from app.desk.complaints import Complaints
from app.desk.customers import Answers, Customers, files_of
from app.desk.debts import Debts
from app.desk.discards import Discards
from app.desk.owing import owe_answer
from app.desk.reviews import Reviews
from app.desk.rings import Rings
from app.desk.takeovers import Takeovers
from app.desk.visits import Visits
from app.forms.aside import RAISED, switched
from app.forms.check import check, clean, opens_case, owed
from app.forms.load import Forms
from app.forms.spec import Form, Problem, Stage
from app.records.accounts import Agent
from app.records.calls import Call
from app.records.cases import Case
from app.records.drafts import Draft
from app.records.escalations import Escalation
from app.records.ids import Id, new_id
from app.records.orders import Order
from app.store.store import Store, Writer


@dataclass(frozen=True, slots=True)
class Saved:
    """What was kept, or the problems that kept it from being kept: never both.

    ``dropped`` names the fields that were not taken, because the call holds another answer to them.
    """

    problems: list[Problem] = field(default_factory=list)
    call: Call | None = None
    case: Case | None = None
    order: Order | None = None
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """How a call comes to be kept: when, in whose hands; who files its caller, who makes its case's id.
    ``joins``: the open case it is about, where that is another caller's."""

    at: datetime
    handler: Id
    lang: str
    remember: Callable[[Answers], Id | None]
    case_id: Callable[[], Id] = new_id
    joins: Case | None = None


def log(to: Writer, form: Form, draft: Draft, way: Way) -> tuple[Call, Case | None]:
    """Write a checked *draft*, its caller and its case within *to*."""
    answers = clean(form, draft.answers)
    opens = way.joins is None and opens_case(form, answers)
    case_id = way.case_id() if opens else None
    call = Call(
        id=draft.id,
        number=to.number(Call.prefix),
        channel=draft.channel,
        form=form.name,
        form_version=form.version,
        started_at=draft.started_at,
        saved_at=way.at,
        first_taker=draft.first_taker,
        handler=way.handler,
        customer=way.remember(answers),
        case=way.joins.id if way.joins else case_id,
        owes=bool(owed(form, answers)),
        answers=answers,
    )
    case = open_case(to, form, call, way.lang, case_id) if case_id else way.joins
    to.put(call)
    promise(to, form, call)
    to.finish_draft(draft.id)
    return call, case


def joinable(store: Store, draft: Draft) -> list[Problem]:
    """Return what keeps *draft* from being of the case it is to join: that one is closed by now."""
    case = store.get(Case, draft.case) if draft.case else None
    is_open = draft.case is None or (case is not None and case.state.is_open)
    return [] if is_open else [Problem("", "case_closed", Stage.SAVE)]


class Calls:
    def __init__(
        self, store: Store, forms: Forms, agent: Agent, now: Callable[[], datetime], lang: str
    ) -> None:
        self._store, self.forms, self._agent, self._now, self._lang = store, forms, agent, now, lang
        self._customers = Customers(store)
        self.additions = Additions(store, agent, now)
        self.takeovers = Takeovers(store, agent, now)
        self.discards = Discards(store, agent, now)
        self.debts = Debts(store, forms, agent)
        self.reviews = Reviews(store, forms, now)
        self.rings = Rings(store, forms, agent.id, now)
        self.callbacks = Callbacks(store, forms, agent, now)
        self.visits = Visits(store, forms, agent, now, lang)
        self.complaints = Complaints(store, forms, agent, now)

    # -- drafts: nothing typed is ever lost --

    def new(self, form: str, channel: str = "phone", phone: str = "") -> Draft:
        """Open a draft on the newest version of *form*; it is on disk before the caller speaks."""
        at, asked = self._now(), self.forms.get(form)
        draft = Draft(
            id=new_id(),
            agent=self._agent.id,
            form=form,
            form_version=asked.version,
            channel=channel,
            started_at=at,
            saved_at=at,
            answers={**asked.defaults, **({"phone": phone} if phone else {})},
        )
        self.keep(draft)
        return draft

    def keep(self, draft: Draft) -> None:
        with self._store.write() as to:
            to.save_draft(replace(draft, saved_at=self._now()))

    def switch(self, draft: Draft, form: str, *, is_urgent: bool = False) -> Draft:
        """Go on with *draft* on the newest version of another *form*: what does not fit there is kept aside.

        *is_urgent*: it became an emergency, at this moment.
        """
        new, answers = self.forms.get(form), draft.answers
        if form != draft.form:
            answers = switched(self.form_of(draft), new, answers)
            draft = replace(draft, form=form, form_version=new.version, field="", caret=0, scroll=0)
        if is_urgent:
            answers = {RAISED: self._now().isoformat(), **answers}
        draft = replace(draft, answers=answers)
        self.keep(draft)
        return draft

    def drafts(self) -> list[Draft]:
        """Return the agent's own, the oldest first; with the id of a kept call, what is added to it."""
        return self._store.drafts.of_agent(self._agent.id)

    def discard(self, draft: Id) -> None:
        """Drop for good a draft nothing was typed into; else ``discards`` keep it a while."""
        with self._store.write() as to:
            to.drop_draft(draft)

    # -- the call itself --

    def save(self, draft: Draft) -> Saved:
        """Keep the call, its customer and its case in one transaction, or keep the draft as it is.

        A draft of a kept call adds to it: no call is ever written twice.
        """
        if self.get(draft.id):
            return self.complete(draft.id, draft.answers)
        if draft.form not in self.forms.versions:
            return Saved([Problem("", "no_form", Stage.SAVE)])  # nobody knows what it would have to ask
        found = joinable(self._store, draft) or check(self.form_of(draft), draft.answers, Stage.SAVE)
        if found:
            return Saved(found)
        with self._store.write() as to:
            call, case = self.log(to, draft)
        return Saved(call=call, case=case)

    def log(self, to: Writer, draft: Draft) -> tuple[Call, Case | None]:
        """Write a checked *draft* within *to*; the draft is gone with the same commit."""
        at = self._now()
        joins = self._store.get(Case, draft.case) if draft.case else None

        def remember(answers: Answers) -> Id | None:
            return self._customers.remember(to, answers, at, draft.customer)

        form, way = self.form_of(draft), Way(at, self._agent.id, self._lang, remember, joins=joins)
        call, case = log(to, form, draft, way)
        if case and form.complaint and joins is None:
            self.complaints.report(to, call, case)
        for asked in self._store.find(Escalation, of=call.id):
            owe_answer(to, self._store, self.forms, asked, call)
        return call, case

    def complete(self, call_id: Id, answers: dict[str, Any], stage: Stage = Stage.SAVE) -> Saved:
        """Add what a kept call still owes, or what *stage* asks besides; what it holds stays as it was."""
        call = self._store.get(Call, call_id)
        if call is None:
            return Saved([Problem("", "no_call", Stage.SAVE)])
        form, news = self.form_of(call), fresh(call, answers)
        found = check(form, {**call.answers, **news}, stage)
        if found:
            return Saved(found)
        lost = dropped(form, call, answers)
        with self._store.write() as to:
            call = amend(to, form, call, news)
        case = self._store.get(Case, call.case) if call.case else None
        return Saved(call=call, case=case, dropped=lost)

    def form_of(self, record: Draft | Call | Case | Order) -> Form:
        """Return the form as it was asked when the record was begun."""
        return self.forms.get(record.form, record.form_version)

    # -- looking back --

    def get(self, call: Id) -> Call | None:
        return self._store.get(Call, call)

    def of_customer(self, customer: Id, limit: int = 5) -> list[Call]:
        """Return the newest calls of this person, under whichever file."""
        return self._store.find(Call, customer=files_of(self._store, customer), limit=limit)
