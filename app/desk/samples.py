"""The weekly sample (CB-2): drawn once from last week's list, fairly over type, area and team; who stands in
for whom; how far it is."""

import hashlib
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from app.desk.owing import ended, of_household
from app.forms.hours import SERVICE, Hours
from app.forms.load import Forms
from app.forms.spec import Problem, Stage
from app.forms.visiting import CallList
from app.records.accounts import Agent
from app.records.callbacks import LONGEST_NOTE, Callback
from app.records.households import Household, Sample
from app.records.ids import Id, id_of
from app.store.store import Store, Writer

_MOST = 5_000  # households of a week
_GIVEN_UP = "not_reached"


@dataclass(frozen=True, slots=True)
class Member:
    """One household of a sample and its call; ``swapped``: another stands in for it, because of ``why``."""

    household: Household
    owed: Callback | None
    swapped: bool = False
    stands_in: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How one week's list stands. ``total``: households received by now, 0: not received yet; ``members`` in
    the order they are called; ``reached`` of ``size``."""

    of: CallList
    week: date
    total: int
    sample: Sample | None = None
    members: tuple[Member, ...] = ()
    reached: int = 0
    called: int = 0

    @property
    def size(self) -> int:
        return self.sample.size if self.sample else min(self.of.sample, self.total)

    @property
    def missing(self) -> int:
        """Return how many more households it is short of: two seats found the same one to stand in."""
        return self.size - sum(not each.swapped for each in self.members) if self.sample else 0


class Samples:
    def __init__(self, store: Store, forms: Forms, agent: Agent, now: Callable[[], datetime]) -> None:
        self._store, self._forms, self._agent, self._now = store, forms, agent, now

    @property
    def lists(self) -> list[CallList]:
        """Return the lists a sample is drawn of."""
        return [each for each in self._forms.visiting.lists.values() if each.sample]

    @property
    def _hours(self) -> Hours:
        return self._forms.hours.named[SERVICE]

    def last_week(self) -> date:
        """Return the Monday of the week whose list is called in this one."""
        return week_of(self._hours, self._now()) - timedelta(days=7)

    def is_missing(self, of: CallList) -> bool:
        """Tell whether last week's list has not come."""
        return not self._store.count(Household, week=self.last_week().isoformat(), list=of.code)

    def progress(self, of: CallList, week: date | None = None) -> Progress:
        week = week or self.last_week()
        households, sample = self._households(of, week), self._sample(of, week)
        if sample is None:
            return Progress(of, week, len(households))
        members = self._members(of, sample, {each.id: each for each in households})
        there = [each for each in members if not each.swapped and each.owed]
        rules = self._forms.visiting
        known = (*rules.satisfied, *rules.unsatisfied)
        return Progress(
            of,
            week,
            len(households),
            sample,
            tuple(members),
            sum(each.owed.result in known for each in there if each.owed),
            sum(bool(each.owed.tries) for each in there if each.owed),
        )

    def draw(self, of: CallList, week: date | None = None) -> Sample | None:
        """Draw it, the once: the one that is there stays. The seed is made of the list itself, so nobody
        chooses it, and every seat that has the list draws the same. None: the list is not there yet."""
        week = week or self.last_week()
        households = self._households(of, week)
        if (sample := self._sample(of, week)) or not households:
            return sample
        seed = seed_of(each.id for each in households)
        drawn = tuple(each.id for each in drawn_of(households, of.sample, seed))
        sample = Sample(
            self._id(of, week), of.code, week.isoformat(), seed, len(drawn), len(households), self._now(),
            self._agent.id, drawn,
        )  # fmt: skip
        by_id = {each.id: each for each in households}
        with self._store.write() as to:
            to.put(sample)
            for id in drawn:
                self._owe(to, of, by_id[id])
        return sample

    def swap(self, of: CallList, out: Id, why: str, week: date | None = None) -> list[Problem]:
        """Have another household of the same kind stand in for *out*, for a reason that is kept."""
        week, why = week or self.last_week(), " ".join(why.split())[:LONGEST_NOTE]
        stands = self.progress(of, week)
        member = next((each for each in stands.members if each.household.id == out), None)
        if not why:
            return [Problem("why", "required", Stage.SAVE)]
        if stands.sample is None or member is None or not may_swap(stands, member):
            return [Problem("why", "no_swap", Stage.SAVE)]
        other = stand_in(self._households(of, week), stands, member.household)
        if other is None:
            return [Problem("why", "no_other", Stage.SAVE)]
        at, me = self._now(), self._agent.id
        entry = {"id": id_of(at, "swap", out, other.id), "at": at.isoformat(), "by": me, "out": out}
        entry |= {"to": other.id, "why": why}
        with self._store.write() as to:
            to.put(replace(stands.sample, swaps=(*stands.sample.swaps, entry)))
            if member.owed and not member.owed.outcome:
                to.put(ended(member.owed, me, at, _GIVEN_UP, why))
            self._owe(to, of, other)
        return []

    # -- what it is made of --

    def _owe(self, to: Writer, of: CallList, household: Household) -> None:
        """A call of the sample is made by the end of the week after."""
        week = date.fromisoformat(household.week)
        begins, ends = (self._hours.moment(week + timedelta(days=days), 0) for days in (7, 14))
        callback = of_household(of, household, begins, ends)
        if self._store.get(Callback, callback.id) is None:
            to.put(callback)

    def _id(self, of: CallList, week: date) -> Id:
        return id_of(self._hours.moment(week, 0), "sample", of.code, week.isoformat())

    def _sample(self, of: CallList, week: date) -> Sample | None:
        return self._store.get(Sample, self._id(of, week))

    def _households(self, of: CallList, week: date) -> list[Household]:
        return self._store.find(
            Household, week=week.isoformat(), list=of.code, limit=_MOST, newest_first=False
        )

    def _members(self, of: CallList, sample: Sample, known: dict[Id, Household]) -> list[Member]:
        gone, stands_in = swapped(sample)
        ids = [id for id in dict.fromkeys((*sample.drawn, *stands_in)) if id in known]
        calls = {id: of_household(of, known[id], sample.drawn_at, sample.drawn_at).id for id in ids}
        found = self._store.find(Callback, id=tuple(calls.values()), limit=len(ids)) if ids else []
        owed = {each.id: each for each in found}
        return [
            Member(known[id], owed.get(calls[id]), id in gone, id in stands_in, gone.get(id, ""))
            for id in ids
        ]


def week_of(hours: Hours, at: datetime) -> date:
    """Return the Monday of the week *at* lies in, where the hours are read."""
    day = hours.day(at)
    return day - timedelta(days=day.weekday())


def seed_of(ids: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(sorted(ids)).encode()).hexdigest()[:16]


def kind_of(household: Household) -> tuple[str, str, str]:
    """Return type, area and team, over which a sample is spread."""
    told = household.answers
    return str(told.get("sort", "")), str(told.get("area", "")), str(told.get("crew", ""))


def drawn_of(households: Sequence[Household], size: int, seed: str) -> list[Household]:
    """Draw *size* of them by *seed*: in the order of type, area and team, at random within each, one in so
    many from a random start. Each has the same chance, and each kind its share of the sample."""
    chance = random.Random(seed)  # noqa: S311 - it is to be drawn again, not to be secret
    rows = sorted(households, key=lambda each: each.id)
    chance.shuffle(rows)
    rows.sort(key=kind_of)
    if size >= len(rows):
        return rows
    step, start = len(rows) / size, chance.random()
    return [rows[int((start + place) * step)] for place in range(size)]


def swapped(sample: Sample) -> tuple[dict[Id, str], list[Id]]:
    """Return who is out and why, and who stands in. Of two seats that chose the same one the first has it;
    whom the other was to replace stays out, and the sample is short of one."""
    gone: dict[Id, str] = {}
    stands_in: list[Id] = []
    for swap in sorted(sample.swaps, key=lambda each: (each["at"], each["id"])):
        if swap["out"] not in gone:
            gone[swap["out"]] = swap["why"]
        if swap["to"] not in stands_in:
            stands_in.append(swap["to"])
    return gone, stands_in


def may_swap(stands: Progress, member: Member) -> bool:
    """Tell whether it was called in vain, as the centre's rule names it; or whoever stood in is another's."""
    tries = member.owed.tries if member.owed else ()
    if member.swapped and not stands.missing:
        return False
    return any(each["outcome"] in stands.of.swap for each in tries)


def stand_in(households: Sequence[Household], stands: Progress, out: Household) -> Household | None:
    """Return who is called instead of *out*: of the same type, area and team, else of the same of fewer of
    them; among those by the seed and by whom they replace, so that nobody chooses, and two seats that
    replace two households hardly ever take the same."""
    assert stands.sample is not None
    seed, taken = stands.sample.seed, {each.household.id for each in stands.members}
    free = [each for each in households if each.id not in taken]
    wanted = kind_of(out)

    def key(each: Household) -> tuple[int, str]:
        apart = sum(mine != theirs for mine, theirs in zip(kind_of(each), wanted, strict=True))
        return apart, hashlib.sha256(f"{seed} {out.id} {each.id}".encode()).hexdigest()

    return min(free, key=key, default=None)
