"""How long cases lie at a desk (滞留): since when, and the month's average the next one is to keep."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any, Protocol

from app.desk.board import Facts, Running
from app.forms.clocks import DRAFT, HANDLER, Rule
from app.forms.hours import ALWAYS
from app.forms.load import Forms
from app.records.accounts import Agent
from app.records.calls import Call
from app.records.cases import Case, CaseState
from app.records.ids import Id
from app.store.lists import Wanted
from app.store.store import Store


class Step(Protocol):
    """One step of a case, as it is kept: from which state to which, when, at whose hand."""

    @property
    def before(self) -> CaseState: ...
    @property
    def after(self) -> CaseState: ...
    @property
    def at(self) -> datetime: ...
    @property
    def by(self) -> Id: ...


@dataclass(frozen=True, slots=True)
class Past:
    """What is kept of cases beside the records themselves: for many ids at once their steps, the oldest
    first, and what inspectors were asked; and the facts of what these owe. Where no steps are kept, a case
    lies where its form put it."""

    steps: Callable[[Collection[Id]], Mapping[Id, Sequence[Step]]] = lambda ids: {}
    asked: Callable[[Collection[Id]], Mapping[Id, Collection[str]]] | None = None
    tasks: Callable[[], list[Facts]] = list


NOTHING_KEPT = Past()

Came = tuple[str, datetime, Id]  # to which state, when, by whose hand


def way_of(case: Case, begun: datetime | None, steps: Sequence[Step], first: str) -> list[Came]:
    """Return where a case has been; typing included, where it is known when that had *begun*. *first* is the
    state its form opens it in. It ends where the case is, unless steps are missing."""
    moves = [step for step in steps if step.before is not step.after]
    way: list[Came] = [(DRAFT, begun, case.first_taker)] if begun else []
    way.append((moves[0].before if moves else first, case.opened_at, case.first_taker))
    return way + [(move.after, move.at, move.by) for move in moves]


@dataclass(frozen=True, slots=True)
class Stay:
    """From when to when a case lay at one desk; ``by``: who sent it on."""

    began: datetime
    ended: datetime
    by: Id


def stays(way: Iterable[Came], states: Collection[str]) -> list[Stay]:
    """Return each time a case lay in *states* and left them."""
    found: list[Stay] = []
    began: datetime | None = None
    for (state, at, _), (then, left, by) in pairwise(way):
        if state not in states:
            continue
        began = began or at
        if then not in states:
            found.append(Stay(began, left, by))
            began = None
    return found


@dataclass(frozen=True, slots=True)
class Mean:
    """Over ``count`` stays of this month, in the rule's hours."""

    rule: Rule
    spent: timedelta = timedelta()
    count: int = 0
    is_cut: bool = False  # there are more than were read

    @property
    def average(self) -> timedelta:
        return self.spent / self.count if self.count else timedelta()

    def leave_by(self, clock: Running) -> datetime:
        """Return when the case of this *clock* has to leave for the mean to be kept, never after it is due;
        where the mean is lost already, when it came."""
        assert self.rule.mean is not None
        room = max(self.rule.mean * (self.count + 1) - self.spent, timedelta())
        return (
            min((self.rule.hours or ALWAYS).after(clock.began, room).at, clock.due) if room else clock.began
        )


_MOST = 5_000  # cases of a month that are looked at, the newest


@dataclass(frozen=True, slots=True)
class Retention:
    """Reads what may be long: for a lane."""

    store: Store
    forms: Forms
    agent: Agent
    now: Callable[[], datetime]
    past: Past = NOTHING_KEPT

    def means(self) -> list[Mean]:
        """Return those of the agent's own desk this month, where a rule limits it."""
        rules = [rule for rule in self.forms.clocks if rule.mean is not None]
        return [self._mean(rule) for rule in rules if rule.hands in (HANDLER, self.agent.role)]

    def _mean(self, rule: Rule) -> Mean:
        begin = self.now().astimezone((rule.hours or ALWAYS).zone)
        begin = begin.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        cases, is_cut = self._cases(rule, begin)
        ids = tuple(case.id for case in cases)
        found = self.store.find(Call, case=ids, limit=len(ids)) if ids else []
        begun, steps = {call.id: call.started_at for call in found}, self.past.steps(ids)
        spent, count = timedelta(), 0
        for case in cases:
            first = self.forms.get(case.form, case.form_version).case
            way = way_of(case, begun.get(case.call), steps.get(case.id, ()), first)
            for stay in stays(way, rule.states):
                if stay.ended >= begin and (rule.hands != HANDLER or stay.by == self.agent.id):
                    spent += (rule.hours or ALWAYS).between(stay.began, stay.ended)
                    count += 1
        return Mean(rule, spent, count, is_cut)

    def _cases(self, rule: Rule, begin: datetime) -> tuple[list[Case], bool]:
        """Return the month's, and those of the month before that may have been sent on in this one."""
        since: dict[str, Any] = {"since": begin - timedelta(days=31)}
        cases: list[Case] = []
        for form in rule.forms or ("",):
            equals = (("form", form),) if form else ()
            mark = None
            while len(cases) < _MOST:
                stretch = self.store.lists.walk(Wanted("case", "opened_at", equals=equals, **since), mark)
                cases += [case for _, case in self.store.lists.read("case", stretch.order[:_MOST])]
                if (mark := stretch.mark) is None:
                    break
        return cases[:_MOST], len(cases) >= _MOST
