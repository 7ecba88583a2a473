"""A week of calls after service with a clock that is given in: nothing owed is lost, nothing doubled, and the
numbers add up. ``pytest -s`` shows the week."""

import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.desk.calls import Calls
from app.desk.moves import Moves, Said
from app.desk.orders import Letterhead, Orders
from app.desk.rounds import Rounds
from app.desk.samples import Samples
from app.desk.satisfaction import By, Figure, Satisfaction
from app.desk.visits import Visits
from app.records.accounts import Agent, Role
from app.records.callbacks import Callback
from app.records.cases import Case, CaseState
from app.records.households import Household
from app.records.ids import new_id
from app.records.moves import Verb
from app.records.orders import Order, OrderState

MONDAY = datetime(2026, 11, 16).astimezone(UTC)
ROUNDS = (11, 16)
# Who is there on which days from when until when; on Wednesday one comes after the first round.
SHIFTS = {
    "1001": {day: (8, 17) for day in (0, 1, 2, 5, 6)} | {2: (13, 18)},
    "1002": {day: (9, 20) for day in (0, 2, 3, 4, 6)},
    "9001": {day: (8, 18) for day in range(5)},
}
OUTCOMES = ("satisfied",) * 11 + ("no_answer",) * 5 + ("dissatisfied",) * 2 + ("refused", "wrong_number")


class Week:
    """One seat several people work at: a tick is half an hour."""

    def __init__(self, opened, forms, clock, seed):
        self.store, self.forms, self.clock = opened.store, forms, clock
        self.chance = random.Random(seed)  # noqa: S311 - a test that can be run again
        self.people, self.made, self.lines, self.reopened = {}, [], [], 0
        for no in SHIFTS:
            role = Role.LEAD if no == "9001" else Role.AGENT
            self.people[no] = agent = Agent(new_id(), no, f"名{no}", role, "00")
            with self.store.write() as to:
                to.put(agent)

    def visits(self, no):
        return Visits(self.store, self.forms, self.people[no], self.clock, "zh_CN")

    def here(self):
        at = self.clock() - MONDAY
        return [
            no for no, days in SHIFTS.items() if (h := days.get(at.days)) and h[0] <= at.seconds / 3600 < h[1]
        ]

    def tick(self):
        for no in self.here():
            agent = self.people[no]
            Rounds(self.store, self.forms, agent, self.clock).build()
            if agent.role is Role.AGENT and self.chance.random() < 0.55:
                self.order(agent)
            self.call(no)
        if (self.clock() - MONDAY).seconds / 3600 == 18:
            self.tell()

    def order(self, agent):
        calls = Calls(self.store, self.forms, agent, self.clock, "zh_CN")
        draft = calls.new("gas_repair")
        n = len(self.made)
        draft.answers.update(
            name=f"户{n}", phone=f"1380{n:07}", category="stove", request="熄火", read_back=True,
            solved="unsolved", address=f"城{'东西南北'[n % 4]}街道{n}号", user_type="residential",
            gas_smell=False, urgent=True, answer="已修",
        )  # fmt: skip
        made = Orders(self.store, calls, agent, self.clock, Letterhead("中心", "zh_CN")).save_and_make(draft)
        assert made.problems == []
        self.made.append(made.order)
        if n % 9 == 8:
            with self.store.write() as to:
                to.put(replace(made.order, state=OrderState.VOID))
        elif n % 3 == 0:
            case = Moves(self.store, self.forms, agent, self.clock)
            assert case.take(made.case.id, Verb.CLOSE, Said(outcome="solved")).problems == []

    def call(self, no):
        """Call as many as half an hour takes; some days are busy, and a round is not done in time."""
        visits = self.visits(no)
        for owed in visits.due()[: self.chance.choice((0, 1, 1, 2))]:
            outcome = self.chance.choice(OUTCOMES)
            assert owed.due_at <= self.clock()
            open_before = self.store.get(Case, owed.case).state.is_open if owed.case else True
            if len(owed.tries) > 2 and outcome == "no_answer":
                outcome = "not_reached"
            visits.note(owed.id, outcome)
            if outcome == "dissatisfied" and owed.case:
                assert self.store.get(Case, owed.case).state is CaseState.RETURNED
                self.reopened += not open_before

    def tell(self):
        calls = self.store.find(Callback, list="repairs", limit=5_000)
        states = Counter(each.result or "open" for each in calls)
        left = sum(len(self.visits(no).left_over()) for no in SHIFTS if no != "9001")
        self.lines.append(f"{self.clock():%a %H:%M}  calls {len(calls):3}  left {left:2}  {dict(states)}")

    def run(self, days):
        self.clock.at = MONDAY
        while self.clock() < MONDAY + timedelta(days=days):
            self.tick()
            self.clock.go(minutes=30)


@pytest.fixture
def week(opened, forms, clock):
    return lambda seed: Week(opened, forms, clock, seed)


@pytest.mark.parametrize("seed", [1, 2])
def test_over_a_week_every_order_is_called_once_and_none_is_lost(week, opened, forms, clock, seed):
    told = week(seed)
    told.run(days=7)
    print("", *told.lines, sep="\n")
    # Monday morning: everybody is there again, and what was made after the last round is owed as well.
    clock.at = MONDAY + timedelta(days=7, hours=11, minutes=30)
    for no in SHIFTS:
        Rounds(opened.store, forms, told.people[no], clock).build()
    calls = opened.store.find(Callback, list="repairs", limit=5_000)
    wanted = {each.id for each in opened.store.find(Order, state="dispatched", limit=5_000)}
    assert Counter(each.of for each in calls) == Counter(wanted)
    assert len(wanted) > 60
    by_id = {each.id: each for each in told.made}
    for each in calls:
        made = by_id[each.of]
        assert each.due_at >= made.ordered_at
        assert each.due_at.astimezone().hour in ROUNDS
        assert each.due_at - made.ordered_at <= timedelta(hours=19)
        assert each.handler == made.ordered_by
        assert not [t for t in each.tries if datetime.fromisoformat(t["at"]) < each.due_at]
    rows = [row.owed.id for no in ("1001", "1002") for row in told.visits(no).rows()]
    assert set(rows) >= {each.id for each in calls if not each.outcome}  # whatever is owed can be seen
    assert told.reopened > 0


def test_the_figures_of_the_week_add_up_however_they_are_told_apart(week, opened, forms, clock):
    told = week(4)
    told.run(days=7)
    desk = Satisfaction(opened.store, forms, clock)
    since, until = MONDAY, MONDAY + timedelta(days=7)
    wholes = [desk.figures(since, until, by) for by in By]
    assert len({whole for _, whole in wholes}) == 1
    whole = wholes[0][1]
    for parts, of in wholes:
        assert sum(parts, Figure("")) == of
    calls = [
        each
        for name in forms.visiting.lists
        for each in opened.store.find(Callback, list=name, limit=5_000)
        if since <= each.owed_at < until
    ]
    states = Counter(each.result for each in calls)
    assert whole.owed == len(calls) == sum(states.values())
    assert whole.called == sum(bool(each.tries) for each in calls)
    assert whole.reached == states["satisfied"] + states["dissatisfied"]
    assert whole.satisfied == states["satisfied"]
    assert 0 < whole.satisfied < whole.reached < whole.called <= whole.owed


def test_a_weeks_sample_is_called_to_its_end_and_the_next_weeks_is_another(week, opened, forms, clock):
    told = week(5)
    clock.at = MONDAY + timedelta(hours=9)
    samples = Samples(opened.store, forms, told.people["9001"], clock)
    (of,) = samples.lists
    assert samples.is_missing(of)
    for weeks in (1, 0):
        at = MONDAY - timedelta(days=7 * weeks) + timedelta(days=2)
        with opened.store.write() as to:
            for n in range(120):
                answers = {
                    "phone": f"+86139{weeks}{n:07}",
                    "sort": "居民商业"[n % 2 * 2 :][:2],
                    "area": f"{n % 4}片",
                }
                monday = (MONDAY - timedelta(days=7 * weeks)).astimezone().date()
                to.put(Household(new_id(), of.code, monday.isoformat(), at, of.code, 1, answers))
    assert samples.progress(of).total == 120
    drawn = samples.draw(of)
    visits, turns = told.visits("1002"), 0
    while (stands := samples.progress(of)).reached < stands.size:
        turns += 1
        clock.go(hours=1)
        for member in stands.members:
            if member.swapped or member.owed.outcome in ("satisfied", "dissatisfied"):
                continue
            if not member.owed.outcome:
                visits.note(member.owed.id, told.chance.choice(OUTCOMES))
            elif not samples.swap(of, member.household.id, "没有访成"):
                continue
    swapped = sum(each.swapped for each in stands.members)
    print(f"\nsample: {stands.reached}/{stands.size} of {stands.total}, {swapped} swapped, {turns} turns")
    assert len(stands.members) == 35 + swapped
    assert stands.missing == 0
    calls = opened.store.find(Callback, list=of.code, limit=500)
    assert Counter(each.of for each in calls) == Counter(each.household.id for each in stands.members)
    shares = Counter(str(each.household.answers["area"]) for each in stands.members if not each.swapped)
    assert all(8 <= count <= 10 for count in shares.values())
    clock.at = MONDAY + timedelta(days=7, hours=9)
    following = samples.draw(of)
    assert following.id != drawn.id
    assert not set(following.drawn) & {each.household.id for each in stands.members}
