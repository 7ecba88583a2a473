"""Satisfaction as it was asked in calls (STAT-1): of all who were called and of all who were reached."""

import enum
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.forms.hours import SERVICE
from app.forms.load import Forms
from app.records.callbacks import Callback, Why
from app.store.lists import Mark, Wanted
from app.store.store import Store

_BATCH = 200
_ASKED = (Why.VISIT, Why.COMPLAINT)


class By(enum.StrEnum):
    LIST = "list"
    TEAM = "team"
    AGENT = "agent"  # who called


class Period(enum.StrEnum):
    TODAY = "today"
    WEEK = "week"
    LAST_WEEK = "last_week"
    MONTH = "month"
    LAST_MONTH = "last_month"


@dataclass(frozen=True, slots=True)
class Figure:
    """``owed`` calls in all, of which so many were ``called`` at least once, ``reached``, ``satisfied``."""

    key: str
    owed: int = 0
    called: int = 0
    reached: int = 0
    satisfied: int = 0

    def __add__(self, other: "Figure") -> "Figure":
        return replace(
            self,
            owed=self.owed + other.owed,
            called=self.called + other.called,
            reached=self.reached + other.reached,
            satisfied=self.satisfied + other.satisfied,
        )


class Satisfaction:
    """Made for a background lane."""

    def __init__(self, store: Store, forms: Forms, now: Callable[[], datetime]) -> None:
        self._store, self._forms, self._now = store, forms, now

    def span(self, period: Period) -> tuple[datetime, datetime]:
        """Return from when until when a period is, as the hours of service are read."""
        hours = self._forms.hours.named[SERVICE]
        today = hours.day(self._now())
        monday, first = today - timedelta(days=today.weekday()), today.replace(day=1)
        begins = {
            Period.TODAY: today,
            Period.WEEK: monday,
            Period.LAST_WEEK: monday - timedelta(days=7),
            Period.MONTH: first,
            Period.LAST_MONTH: (first - timedelta(days=1)).replace(day=1),
        }[period]
        ends = {Period.LAST_WEEK: monday, Period.LAST_MONTH: first}.get(period, today + timedelta(days=1))
        return hours.moment(begins, 0), hours.moment(ends, 0)

    def figures(self, since: datetime, until: datetime, by: By) -> tuple[list[Figure], Figure]:
        """Return those of the calls owed from *since* on and before *until*, by what they are told apart
        by, and of all."""
        found: dict[str, Figure] = {}
        for each in self._calls(since, until):
            key = _key(each, by)
            found[key] = found.get(key, Figure(key)) + self._of(each)
        return [found[key] for key in sorted(found)], sum(found.values(), Figure(""))

    def _of(self, owed: Callback) -> Figure:
        rules, result = self._forms.visiting, owed.result
        is_satisfied = result in rules.satisfied
        return Figure(
            "", 1, bool(owed.tries), is_satisfied or result in rules.unsatisfied, is_satisfied
        )  # fmt: skip

    def _calls(self, since: datetime, until: datetime) -> Iterator[Callback]:
        wanted = Wanted(Callback.kind, "owed_at", since=since, until=until)
        mark: Mark | None = None
        while True:
            stretch = self._store.lists.walk(wanted, mark)
            for start in range(0, len(stretch.order), _BATCH):
                found = self._store.lists.read(Callback.kind, stretch.order[start : start + _BATCH])
                yield from (each for _, each in found if each.why in _ASKED and since <= each.owed_at < until)
            if (mark := stretch.mark) is None:
                return


def _key(owed: Callback, by: By) -> str:
    if by is By.LIST:
        return owed.list or "complaints"
    if by is By.TEAM:
        return owed.team
    return owed.done_by or (str(owed.tries[-1]["by"]) if owed.tries else owed.handler or "")
