"""Orders: work for a team, made from a case; and their slips, numbered, with every printing counted."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from app.desk.additions import amend, dropped, fresh
from app.desk.bulk import BulkRound
from app.desk.calls import Calls, Saved, joinable
from app.desk.cases import promised
from app.desk.closings import Closings
from app.desk.messages import Messages
from app.desk.moves import Moves
from app.desk.register import Register
from app.desk.slips import first_at, heads, layout_of, named, rows_of, stands_for
from app.desk.steps import Steps, Told
from app.forms.check import check
from app.forms.load import Forms
from app.forms.routing import Asked
from app.forms.spec import Form, Problem, Stage
from app.records.accounts import Agent
from app.records.calls import Call
from app.records.cases import Case, CaseState
from app.records.drafts import Draft
from app.records.ids import Id, new_id
from app.records.moves import Verb
from app.records.orders import AT_ONCE, Act, Order, OrderState, Slip
from app.records.paper import SlipSheet
from app.store.store import Store, Writer


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What the centre puts on its paper."""

    centre: str
    lang: str
    seat: str = ""  # the code of where it is printed


class Orders:
    def __init__(
        self, store: Store, calls: Calls, agent: Agent, now: Callable[[], datetime], head: Letterhead
    ) -> None:
        self._store, self._calls, self._agent, self._now, self._head = store, calls, agent, now, head
        self._moves = Moves(store, calls.forms, agent, now)
        self.messages = Messages(store, calls.forms, agent, now, head.lang)
        self.steps = steps = Steps(store, calls.forms, agent, now, self._heard)
        self.bulk, self.closings = BulkRound(store, steps), Closings(store, calls.forms, steps, now)
        self.register = Register(store, head.seat, now)

    @property
    def _forms(self) -> Forms:
        return self._calls.forms

    def get(self, order: Id) -> Order | None:
        return self._store.get(Order, order)

    def of_case(self, case: Id) -> list[Order]:
        return self._store.find(Order, case=case)

    def save_and_make(self, draft: Draft) -> Saved:
        """Log the call and make its order in one transaction, checked for both stages; a draft of a
        kept call adds to it."""
        if self._calls.get(draft.id):
            return self.make(draft.id, draft.answers)
        form = self._calls.form_of(draft)
        joins = self._store.get(Case, draft.case) if draft.case else None
        found = joinable(self._store, draft) or _orderable(form) or check(form, draft.answers, Stage.DISPATCH)
        if found := found or (self._way_out(joins) if joins else _filed(CaseState(form.case))):
            return Saved(found)
        with self._store.write() as to:
            call, case = self._calls.log(to, draft)
            assert case is not None  # the loader refuses an order without a case
            if standing := self.standing(case.id):
                return Saved(call=call, case=case, order=standing)
            case, order = self._order(to, form, call, case)
        return Saved(call=call, case=case, order=order)

    def make(self, call_id: Id, answers: dict[str, Any]) -> Saved:
        """Make the order of a call that is kept; *answers* adds what dispatch asks, and changes
        nothing. Asked again, return the order there is."""
        call = self._store.get(Call, call_id)
        case = self._store.get(Case, call.case) if call and call.case else None
        if call is None or case is None:
            return Saved([Problem("", "no_case", Stage.DISPATCH)])
        if standing := self.standing(case.id):
            return Saved(call=call, case=case, order=standing)
        form, news = self._calls.form_of(call), fresh(call, answers)
        found = _orderable(form) or check(form, {**call.answers, **news}, Stage.DISPATCH)
        if found := found or self._way_out(case):
            return Saved(found)
        with self._store.write() as to:
            amended = amend(to, form, call, news)
            case, order = self._order(to, form, amended, case)
        return Saved(call=amended, case=case, order=order, dropped=dropped(form, call, answers))

    def reissue(self, order_id: Id, why: str) -> Saved:
        """Void the order, and make another of its case by what the call says now; both stay."""
        done = self.steps.take(order_id, Act.VOID, Told(why))
        if done.order is None:
            return Saved(done.problems)
        case = self._store.get(Case, done.order.case)
        return self.make(case.call, {}) if case else Saved([Problem("", "no_case", Stage.DISPATCH)])

    def standing(self, case: Id | None) -> Order | None:
        """Return the order of a case that is not void; None where there is no such case."""
        if not case:
            return None
        return next((o for o in self.of_case(case) if o.state is not OrderState.VOID), None)

    def _order(self, to: Writer, form: Form, call: Call, case: Case) -> tuple[Case, Order]:
        assert form.order is not None
        at, forms = self._now(), self._forms
        routed = forms.routing.route(Asked(form, call.answers, case.urgent, at, forms.streets))
        order = Order(
            id=new_id(),
            number=to.number(Order.prefix),
            case=case.id,
            form=form.name,
            form_version=form.version,
            team=routed.team,
            state=OrderState.OPEN,
            ordered_at=at,
            ordered_by=self._agent.id,
            due_at=promised(call.answers) or routed.due_at,
            urgent=routed.urgent,
            rules=routed.why,
            copies=routed.copies,
            answers=call.answers,
        )
        if routed.round:
            to.put(order)
            return case, order
        order, after = self.steps.write(to, order, AT_ONCE, case=case)
        return after or case, order

    def _way_out(self, case: Case) -> list[Problem]:
        """Return what keeps the case from being dispatched; one that was, may have another order."""
        if case.state is CaseState.DISPATCHED or self.standing(case.id):
            return []
        if Verb.DISPATCH in self._moves.ways(case):
            return []
        return _filed(case.state) or [Problem("", "no_way", Stage.DISPATCH)]

    def _heard(self, to: Writer, order: Order, case: Case) -> None:
        """Tell who goes; or make the slip of what is void so too, for the same reason."""
        if order.state is not OrderState.VOID:
            self.messages.announce(to, order, case, self._head.centre)
        elif slip := self.slip(order.id):
            self.register.void(to, slip, str(order.steps[-1].get("why", "")))

    # -- the paper --

    def sheet(self, order_id: Id, *, numbered: bool = True, of: Id | None = None) -> SlipSheet:
        """Return what the order's slip says, or this one *of* its slips. The first time takes its number, but
        to look at it (*numbered* false) none is taken: ``number`` is empty then. Nothing is counted yet."""
        order = self._store.get(Order, order_id)
        case = self._store.get(Case, order.case) if order else None
        if order is None or case is None:
            raise LookupError(order_id)
        slip = self._store.get(Slip, of) if of else self.slip(order.id)
        if slip is None and numbered:
            with self._store.write() as to:
                slip = self._new_slip(to, order.id)
        slip = slip or Slip(new_id(), "", order.id, replaces=self._last_void(order.id))
        form, forms = self._calls.form_of(order), self._forms
        template = forms.slip_of(form.name)
        lang = template.lang or self._head.lang
        centre, title = heads(template, form, self._head.centre, lang)
        return SlipSheet(
            slip=slip.id,
            number=slip.number,
            order_number=order.number,
            case_number=case.number,
            title=title,
            centre=centre,
            team=named(forms.lists.get("teams", ()), lang).get(order.team, order.team),
            copies=order.copies or (form.order.copies if form.order else ()),
            rows=rows_of(form, order.answers, lang, forms),
            due_at=order.due_at.astimezone() if order.due_at else None,
            urgent=order.urgent,
            printed_at=self._now().astimezone(),
            printed_by=f"{self._agent.agent_no} {self._agent.name}",
            reprint=len(slip.prints),
            void=slip.void,
            lang=lang,
            copy_names=named(forms.lists.get("copies", ()), lang),
            layout=layout_of(template, lang),
            first_at=first_at(slip),
            **stands_for(slip, partial(self._store.get, Slip), self.register),
        )

    def printed(self, sheet: SlipSheet, sets: int = 1, job: Id | None = None) -> None:
        """Count one printing of *sets* sets, once it is on paper, or its PDF on disk; the same *job* once."""
        slip = self._store.get(Slip, sheet.slip)
        if slip is None:
            raise LookupError(sheet.slip)
        if any(each["id"] == job for each in slip.prints):
            return
        entry: dict[str, Any] = {"at": sheet.printed_at.isoformat(), "by": self._agent.id}
        entry |= {"id": job or new_id()}
        entry |= {"copies": list(sheet.copies), "sets": sets}
        with self._store.write() as to:
            to.put(replace(slip, prints=(*slip.prints, entry)))
            if order := self._store.get(Order, slip.order):  # whoever has the paper, goes
                self.steps.dispatch(to, order)
            self.register.printed(to, slip, sheet.copies, sets)

    def slip(self, order: Id) -> Slip | None:
        """Return the order's slip that is not void."""
        return next(iter(self._store.find(Slip, order=order, void=False)), None)

    def slips(self, order: Id) -> list[Slip]:
        """Return all slips the order has had, the first first."""
        return self._store.find(Slip, order=order, newest_first=False)

    def void_slip(self, order: Id, reason: str, *, reissue: bool) -> Slip | None:
        """Make the order's slip void, and its number with it; *reissue* puts another in its place, which is
        returned: both are kept, and each says so of the other (ORD-3)."""
        slip = self.slip(order)
        if slip is None:
            return None
        with self._store.write() as to:
            other = self._new_slip(to, order, slip.id) if reissue else None
            self.register.void(to, slip, reason, other.id if other else None)
        return other

    def _new_slip(self, to: Writer, order: Id, replaces: Id | None = None) -> Slip:
        """Take a number. Whatever was made void before is what it stands for."""
        replaces = replaces or self._last_void(order)
        to.put(slip := Slip(new_id(), to.number(Slip.prefix), order, replaces=replaces))
        return slip

    def _last_void(self, order: Id) -> Id | None:
        before = self.slips(order)
        return before[-1].id if before else None

    def printed_at(self, order: Id) -> list[datetime]:
        """Return when slips of the order were printed, the first time first."""
        slips = self._store.find(Slip, order=order, newest_first=False)
        return sorted(datetime.fromisoformat(str(each["at"])) for slip in slips for each in slip.prints)


def _filed(state: CaseState) -> list[Problem]:
    """A lead files before anybody is sent (CASE-1)."""
    return [Problem("", "not_filed", Stage.DISPATCH)] if state is CaseState.PREFILED else []


def _orderable(form: Form) -> list[Problem]:
    return [] if form.order else [Problem("", "no_order", Stage.DISPATCH)]
