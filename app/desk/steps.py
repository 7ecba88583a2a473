"""What is done with an order once it is made: each step kept, the state after it, its result."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from app.desk.moves import Moves
from app.desk.moves import Said as MoveSaid
from app.forms.load import Forms
from app.forms.spec import Problem, Stage
from app.records.accounts import Agent
from app.records.cases import Case
from app.records.ids import Id, new_id
from app.records.moves import Verb
from app.records.orders import LONGEST_WHY, ORDER_REASONED, ORDER_WAYS, Act, Order, OrderState, OrderWay
from app.store.store import Store, Writer

Heard = Callable[[Writer, Order, Case], None]
OUTCOMES, CLAUSES = "order_outcomes", "order_clauses"  # lists of the centre's
_LONGEST_NAMES = 100
_HEARD = (Act.DISPATCH, Act.VOID)
_TEAMS = "teams"
# What the case does with a step of its order, by the act and, where that matters, the state before.
_FOLLOWS: dict[tuple[str, str], tuple[Verb, ...]] = {
    (Act.DISPATCH, ""): (Verb.DISPATCH,),
    (Act.FINISH, ""): (Verb.HANDLE,),
    (Act.RETURN, OrderState.DONE): (Verb.RETURN, Verb.DISPATCH),
}


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a step: why; of sending back the ``clause``; of another team which, of another term by
    when, whether urgent; of a result what came of it, who came, whether it was signed for. ``at``: when it
    happened, if not now."""

    why: str = ""
    at: datetime | None = None
    clause: str = ""
    team: str = ""
    due_at: datetime | None = None
    urgent: bool | None = None
    outcome: str = ""
    came: str = ""
    signed: bool | None = None


@dataclass(frozen=True, slots=True)
class Stepped:
    """Nothing was written where there are ``problems``."""

    problems: list[Problem] = field(default_factory=list)
    order: Order | None = None


class Steps:
    """The one way an order changes."""

    def __init__(
        self,
        store: Store,
        forms: Forms,
        agent: Agent,
        now: Callable[[], datetime],
        heard: Heard | None = None,
    ) -> None:
        """*heard*: lets those hear who have to of an order that goes out, or is void."""
        self._store, self._forms, self._agent, self._now = store, forms, agent, now
        self._heard = heard
        self._moves = Moves(store, forms, agent, now)

    def ways(self, order: Order) -> dict[Act, OrderWay]:
        """Return by act what the agent may do with *order* now."""
        role = self._agent.role
        found = {way.act: way for way in ORDER_WAYS if way.before is order.state and role in way.roles}
        found.pop(Act.LEAVE if order.closer != self._agent.id else Act.TAKE, None)
        if order.closer:
            found.pop(Act.TAKE, None)
        return found

    def take(self, order: Id, act: Act, told: Told = Told()) -> Stepped:
        """Do *act* with the order as it stands now, or say what is in the way."""
        with self._store.write() as to:
            here = self._store.get(Order, order)
            if here is None:
                return _refused("no_record")
            way = self.ways(here).get(act)
            if way is None:
                return _refused("order_way")
            if found := self._wrong(here, act, told):
                return Stepped(found)
            after = self.write(to, here, way, told)[0]
            if act is Act.REROUTE and after.urgent:  # what is urgent waits for no round (ORD-1)
                after = self.dispatch(to, after)
            return Stepped(order=after)

    def write(
        self, to: Writer, order: Order, way: OrderWay, told: Told = Told(), case: Case | None = None
    ) -> tuple[Order, Case | None]:
        """Write the step and the order after it within *to*, and its case that follows. *way* was looked up;
        *case*: as it stands within *to*, where it differs from what is kept."""
        now = self._now()
        at = max(order.ordered_at, min(told.at or now, now))
        step: dict[str, Any] = {"id": new_id(), "act": way.act.value, "by": self._agent.id}
        step |= {"at": at.isoformat(), "entered_at": now.isoformat()}
        step |= {"before": way.before.value, "after": way.after.value, **_said(order, told)}
        order = replace(order, state=way.after, steps=(*order.steps, step))
        order = self._changed(order, way.act, told, at)
        to.put(order)
        case = case or self._store.get(Case, order.case)
        if way.act in _HEARD and case and self._heard:
            self._heard(to, order, case)
        return order, self._follow(to, order, told, case)

    def dispatch(self, to: Writer, order: Order) -> Order:
        """Send out within *to* an order that waits; any other stays as it is."""
        way = self.ways(order).get(Act.DISPATCH)
        return self.write(to, order, way)[0] if way else order

    def _changed(self, order: Order, act: Act, told: Told, at: datetime) -> Order:
        match act:
            case Act.REROUTE:
                urgent = order.urgent if told.urgent is None else told.urgent
                team, due = told.team or order.team, told.due_at or order.due_at
                return replace(order, team=team, due_at=due, urgent=urgent)
            case Act.FINISH:
                return replace(
                    order, outcome=told.outcome, finished_at=at, came=told.came.strip(), signed=told.signed
                )
            case Act.TAKE:
                return replace(order, closer=self._agent.id)
            case Act.LEAVE:
                return replace(order, closer=None)
        if act is Act.RETURN and order.outcome:  # what was entered stands in the step that entered it
            return replace(order, outcome="", finished_at=None, came="", signed=None)
        return order

    def _follow(self, to: Writer, order: Order, told: Told, case: Case | None) -> Case | None:
        """Have the case go on with its order: sent out with it, handled once nothing is left to do, and sent
        out again with work that was not done."""
        last = order.steps[-1]
        verbs = _FOLLOWS.get((last["act"], last["before"]), _FOLLOWS.get((last["act"], ""), ()))
        if Verb.HANDLE in verbs and self._more(order):
            return case
        for verb in verbs:
            if case and (way := self._moves.ways(case).get(verb)):
                at = order.finished_at if verb is Verb.HANDLE else None
                said = MoveSaid(told.why if verb is Verb.RETURN else "", order.id, at)
                case = self._moves.step(to, case, way, said).case
        return case

    def _more(self, order: Order) -> bool:
        """Tell whether another order of its case is still under way."""
        others = self._store.find(Order, case=order.case)
        under_way = (OrderState.OPEN, OrderState.DISPATCHED, OrderState.ONSITE)
        return any(other.id != order.id and other.state in under_way for other in others)

    # -- the check --

    def _wrong(self, order: Order, act: Act, told: Told) -> list[Problem]:
        found = []
        if act in ORDER_REASONED and not told.why.strip():
            found.append(_problem("why", "required"))
        if act is Act.RETURN:
            found += self._unlisted("clause", told.clause, CLAUSES)
        if act is Act.UNIT or (act is Act.REROUTE and told.team):
            found += self._unlisted("team", told.team, _TEAMS)
        if act is Act.FINISH:
            found += self._unlisted("outcome", told.outcome, OUTCOMES)
        if act is Act.REROUTE and not _differs(order, told):
            found.append(_problem("team", "unchanged"))
        found += _long("why", told.why, LONGEST_WHY)
        return [*found, *_long("came", told.came, _LONGEST_NAMES)]

    def _unlisted(self, where: str, code: str, name: str) -> list[Problem]:
        if code in {choice.code for choice in self._forms.lists.get(name, ())}:
            return []
        return [_problem(where, "not_a_choice" if code else "required")]


def _differs(order: Order, told: Told) -> bool:
    return (
        told.team not in ("", order.team)
        or told.due_at not in (None, order.due_at)
        or told.urgent not in (None, order.urgent)
    )


def _said(order: Order, told: Told) -> dict[str, Any]:
    """Return what a step keeps of what was said; of another team also who it was before."""
    said: dict[str, Any] = {
        "why": told.why.strip(), "clause": told.clause, "team": told.team, "outcome": told.outcome,
        "came": told.came.strip(), "signed": told.signed, "urgent": told.urgent,
        "due_at": told.due_at.isoformat() if told.due_at else None,
    }  # fmt: skip
    if told.team and told.team != order.team:
        said["from"] = order.team
    return {name: value for name, value in said.items() if value not in (None, "")}


def done_at(step: dict[str, Any], field: str = "at") -> datetime:
    """Return when a step happened, or was entered."""
    return datetime.fromisoformat(str(step[field]))


def last(steps: Sequence[dict[str, Any]], act: Act) -> dict[str, Any] | None:
    """Return the last step of that act."""
    return next((step for step in reversed(steps) if step.get("act") == act), None)


def _long(where: str, text: str, most: int) -> list[Problem]:
    if len(text.strip()) <= most:
        return []
    return [Problem(where, "too_long", Stage.SAVE, {"length": str(len(text.strip())), "max": str(most)})]


def _problem(where: str, code: str) -> Problem:
    return Problem(where, code, Stage.SAVE)


def _refused(code: str) -> Stepped:
    return Stepped([_problem("", code)])
