"""Calls owed for what somebody decided: that a complaint is dealt with (COMP-2), a question (CALL-12), that a
matter is closed (CB-4); and for being on a list (CB-5)."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.forms import phone
from app.forms.hours import SERVICE
from app.forms.load import Forms
from app.forms.spec import say
from app.forms.visiting import CallList, Source, Who
from app.records.callbacks import LONGEST_NOTE, Callback, Why
from app.records.calls import Call
from app.records.cases import Case
from app.records.escalations import Escalation
from app.records.households import Household
from app.records.ids import Id, id_of, new_id
from app.store.store import Store, Writer

_OUTCOMES = ("callback_outcomes", "satisfaction", "visit_outcomes")
# Who answers what was asked upward by calling when that was promised anyway, calls once.
_SERVED_BY = {Why.ANSWER: frozenset(Why), Why.COMPLAINT: frozenset({Why.COMPLAINT})}


@dataclass(frozen=True, slots=True)
class Reason:
    """``of`` and ``since``: which record, as it stood then, at every seat the same."""

    why: Why
    of: Id
    since: datetime
    at: datetime
    handler: Id | None


def owe(to: Writer, store: Store, forms: Forms, call: Call, reason: Reason) -> None:
    """Owe within *to* whoever made *call* another, once, however many seats do."""
    id = id_of(reason.since, reason.why, reason.of)
    if store.get(Callback, id) or _is_served(store, call, reason):
        return
    number, rules = call.answers.get("phone"), forms.rings
    minutes = rules.answer_within if reason.why is Why.ANSWER else rules.complaint_within
    to.put(
        Callback(
            id=id,
            why=reason.why,
            owed_at=reason.at,
            due_at=forms.hours.named[SERVICE].after(reason.at, timedelta(minutes=minutes)).at,
            number=phone.normalise(number) if isinstance(number, str) else "",
            customer=call.customer,
            call=call.id,
            handler=reason.handler,
        )
    )


def owe_answer(to: Writer, store: Store, forms: Forms, asked: Escalation, new: Call | None = None) -> None:
    """Owe the caller who does not wait on the line what was answered; whoever asked calls. *new*: the call it
    is about, where that is written within *to*."""
    case = store.get(Case, asked.of)
    call = new or store.get(Call, case.call if case else asked.of)
    if call is not None and asked.answered_at and not asked.waits:
        reason = Reason(Why.ANSWER, asked.id, asked.asked_at, asked.answered_at, asked.asked_by)
        owe(to, store, forms, call, reason)


def owe_closed(to: Writer, store: Store, forms: Forms, case: Case, closings: int) -> None:
    """Owe within *to* who opened *case*, closed after so many *closings*, the call of each list it is on
    (CB-4); once, whoever closes it where."""
    call = store.get(Call, case.call)
    for of in forms.visiting.of(Source.CASES):
        if call is None or not of.takes(case.form) or (of.outcomes and case.outcome not in of.outcomes):
            continue
        at = to.now + timedelta(hours=of.after)
        number = call.answers.get("phone")
        to.put(
            Callback(
                id=id_of(case.opened_at, "visit", of.code, case.id, str(closings)),
                why=Why.VISIT,
                owed_at=at,
                due_at=at + timedelta(hours=of.within),
                number=phone.normalise(number) if isinstance(number, str) else "",
                customer=case.customer,
                call=call.id,
                handler={Who.ENTERED: case.first_taker, Who.HANDLER: case.handler}.get(of.who),
                list=of.code,
                case=case.id,
                area=forms.streets.district(call.answers),
            )
        )


def of_household(of: CallList, household: Household, owed_at: datetime, due_at: datetime) -> Callback:
    """Return the call of a household on the list *of*, the same at every seat."""
    told = {name: value for name, value in household.answers.items() if isinstance(value, str)}
    return Callback(
        id=id_of(household.at, "visit", of.code, household.id),
        why=Why.VISIT,
        owed_at=owed_at,
        due_at=due_at,
        number=phone.normalise(told.get("phone", "")),
        list=of.code,
        of=household.id,
        team=told.get("crew", ""),
        area=told.get("area", ""),
    )


def said(forms: Forms, why: Why, outcome: str, lang: str) -> str:
    """Return in words what came of a call that is owed for *why*."""
    names = _OUTCOMES if why is not Why.VISIT else reversed(_OUTCOMES)
    known = (each for name in names for each in forms.lists.get(name, ()) if each.code == outcome)
    return next((say(each.label, lang) for each in known), outcome)


def _is_served(store: Store, call: Call, reason: Reason) -> bool:
    """Tell whether a call that is owed already, or was made since, says it too."""
    others = store.find(Callback, call=call.id)
    return any(
        each.why in _SERVED_BY[reason.why] and (each.done_at is None or each.done_at >= reason.at)
        for each in others
    )


def open_of(store: Store, call: Id, *whys: Why) -> list[Callback]:
    """Return what is still owed to whoever made this call, for one of these reasons."""
    return [each for each in store.find(Callback, call=call, outcome=None) if each.why in whys]


def tried(owed: Callback, by: Id, at: datetime, outcome: str, note: str = "") -> Callback:
    """Return it with one more attempt; whoever made it has it, where nobody had."""
    told = " ".join(note.split())[:LONGEST_NOTE]
    entry = {"id": new_id(), "at": at.isoformat(), "by": by, "outcome": outcome, "note": told}
    return replace(owed, handler=owed.handler or by, tries=(*owed.tries, entry))


def ended(owed: Callback, by: Id, at: datetime, outcome: str, note: str = "") -> Callback:
    return replace(tried(owed, by, at, outcome, note), outcome=outcome, done_at=at, done_by=by)
