"""Clocks by the centre's rules: reckoned from the facts of a matter, and as they concern an agent."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.desk.cases import promised
from app.forms.clocks import HANDLER, Rule, Start, Warn
from app.forms.hours import Reached
from app.records.accounts import Agent
from app.records.ids import Id


@dataclass(frozen=True, slots=True)
class Facts:
    """What clocks are reckoned from. ``kind`` is what opens it; ``of``, what the rules call it. ``starts``:
    every beginning that is known; ``due_at``: what the record itself says. ``asked``: what inspectors were
    asked of it, None where nobody knows."""

    of: str
    kind: str
    id: Id
    title: str
    form: str
    state: str
    handler: Id
    starts: Mapping[Start, datetime]
    number: str = ""
    due_at: datetime | None = None
    answers: Mapping[str, Any] = field(default_factory=dict)
    asked: Collection[str] | None = None


@dataclass(frozen=True, slots=True)
class Running:
    """One clock. ``warns``: when somebody is told before it is late, in order. Not ``is_sure``: it passes
    through a year whose holidays nobody told yet, and Mondays to Fridays are taken for its workdays."""

    rule: Rule
    facts: Facts
    began: datetime
    due: datetime
    warns: tuple[tuple[datetime, Warn], ...] = ()
    is_sure: bool = True

    def is_mine(self, agent: Agent) -> bool:
        if self.rule.hands == HANDLER:
            return self.facts.handler == agent.id
        return self.rule.hands == agent.role

    def told(self, agent: Agent) -> list[datetime]:
        """Return when *agent* is told of it before it is late."""
        return [at for at, warn in self.warns if self._tells(warn.tell, agent)]

    def tells_late(self, agent: Agent) -> bool:
        return self.is_mine(agent) or self._tells(self.rule.tell, agent)

    def _tells(self, people: Iterable[str], agent: Agent) -> bool:
        return agent.role in people or (HANDLER in people and self.facts.handler == agent.id)


def running(facts: Facts, rules: Iterable[Rule]) -> list[Running]:
    """Return the clocks of one matter. What was promised goes before the form's own term, and a term that
    ends as another clock does is that one."""
    found = [each for rule in rules if _runs(facts, rule) and (each := _clock(facts, rule)) is not None]
    has_promise = any(each.rule.start is Start.PROMISE for each in found)
    ends = {each.due for each in found if each.rule.limit is not None}
    return [
        each for each in found if each.rule.start is not Start.TERM or not (has_promise or each.due in ends)
    ]


def _runs(facts: Facts, rule: Rule) -> bool:
    if rule.of != facts.of or not rule.concerns(facts.form, facts.state, facts.answers):
        return False
    if rule.start is Start.PROMISE and promised(facts.answers) is None:
        return False
    return not rule.until or (facts.asked is not None and rule.until not in facts.asked)


def _clock(facts: Facts, rule: Rule) -> Running | None:
    if rule.limit is not None:
        began = facts.starts.get(rule.start)
        due = rule.after(began, rule.limit) if began else None
    else:  # the record says when
        due = Reached(facts.due_at) if facts.due_at else None
        began = min(facts.starts.values(), default=facts.due_at)
    if began is None or due is None:
        return None
    warns = [(_told_at(rule, began, due.at, warn), warn) for warn in rule.warns]
    return Running(rule, facts, began, due.at, tuple(sorted(warns, key=lambda told: told[0])), due.is_sure)


def _told_at(rule: Rule, began: datetime, due: datetime, warn: Warn) -> datetime:
    if warn.before is not None:
        return due - warn.before
    assert warn.after is not None
    return rule.after(began, warn.after).at


@dataclass(frozen=True, slots=True)
class Board:
    """The clocks of one agent, by when they are due: ``mine``, and ``watched``, those and others' the agent
    is told of once they are late; ``turns``: when the agent is told of which. ``is_cut``: there are more than
    were read."""

    mine: Sequence[Running] = ()
    watched: Sequence[Running] = ()
    turns: Sequence[tuple[datetime, Running]] = ()
    is_cut: bool = False

    def late(self, now: datetime) -> Sequence[Running]:
        """Return what is late, the longest first; being told of it does not take it away."""
        return self.watched[: bisect_left(self.watched, now, key=_due)]

    def next(self, now: datetime) -> Running | None:
        """Return what of the agent's own is due next and is not late."""
        place = bisect_left(self.mine, now, key=_due)
        return self.mine[place] if place < len(self.mine) else None

    def warned(self, now: datetime) -> list[Running]:
        """Return what the agent has been told of and is not late yet, what is due first first."""
        found = {id(each): each for _, each in self.turns[: bisect_right(self.turns, now, key=_at)]}
        return sorted((each for each in found.values() if each.due >= now), key=_due)

    def place(self, now: datetime) -> tuple[int, int, int]:
        """Return where *now* stands among all that will happen: the same again, and nothing has."""
        return (
            bisect_left(self.mine, now, key=_due),
            bisect_left(self.watched, now, key=_due),
            bisect_right(self.turns, now, key=_at),
        )


def board_of(clocks: Iterable[Running], agent: Agent, *, is_cut: bool = False) -> Board:
    """Return them as they concern *agent*, those of others only as far as the agent is told of them."""
    known = sorted(clocks, key=_due)
    turns = [(at, each) for each in known for at in each.told(agent)]
    return Board(
        [each for each in known if each.is_mine(agent)],
        [each for each in known if each.tells_late(agent)],
        sorted(turns, key=_at),
        is_cut,
    )


def _due(clock: Running) -> datetime:
    return clock.due


def _at(turn: tuple[datetime, Running]) -> datetime:
    return turn[0]
