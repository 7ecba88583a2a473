"""Calls after service at two seats that know nothing of each other: each owed once, every word kept."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.desk import clock
from app.desk.cases import Cases
from app.desk.moves import Said
from app.desk.rounds import Rounds
from app.desk.samples import Samples
from app.desk.visits import Visits
from app.records.accounts import Agent
from app.records.callbacks import Callback
from app.records.cases import Case, CaseState
from app.records.conflicts import Conflict
from app.records.households import Household
from app.records.ids import id_of, new_id
from app.records.moves import Verb
from app.records.ops import Verdict


def later():
    """Return a moment when the round of what is ordered now has begun, whatever the time of the test."""
    return clock.now() + timedelta(days=1, minutes=1)


def rounds(at):
    return Rounds(at.store, at.calls.forms, at.opened.agent, later)


def visits(at):
    return Visits(at.store, at.calls.forms, at.opened.agent, clock.now, "zh_CN")


def owed(at, order):
    return at.store.find(Callback, list="repairs", of=order.id)


def meet(*seats):
    for seat in (*seats, *seats):
        seat.sync()


def agreed(one, other, record):
    """Return what both seats say of it now; nothing is left for a person to decide."""
    kind, id = type(record), record.id
    assert one.store.get(kind, id) == other.store.get(kind, id)
    assert one.store.find(Conflict, record=id) == []
    return one.store.get(kind, id)


@pytest.fixture
def made(seats, sit):
    """An order both seats have, where the same agent sits."""
    here, other = sit("A01", "1001"), sit("A02", "1002")
    here.sync()
    other.sync()
    seats["A02"].reseal(other.opened)
    other.leave()
    there = sit("A02", "1001")
    made = here.log(urgent=True)
    meet(here, there)
    return here, there, made


def test_a_round_built_at_both_seats_calls_each_once(made):
    here, there, saved = made
    assert rounds(here).build() >= 1
    assert rounds(there).build() >= 1  # it has heard of nothing
    meet(here, there)
    (one,) = owed(here, saved.order)
    assert owed(there, saved.order) == [agreed(here, there, one)]
    assert rounds(here).build() == rounds(there).build() == 0
    assert here.store.outbox.problems() == there.store.outbox.problems() == []


def test_what_was_said_at_both_is_kept_and_the_first_word_ends_it(made):
    here, there, saved = made
    rounds(here).build()
    meet(here, there)
    (one,) = owed(here, saved.order)
    visits(there).note(one.id, "satisfied", "很好")
    visits(here).note(one.id, "no_answer")
    visits(here).note(one.id, "satisfied", "第二次打通")
    meet(there, here)
    stands = agreed(here, there, one)
    assert stands.outcome == "satisfied"
    assert sorted(each["note"] for each in stands.tries) == ["", "很好", "第二次打通"]


@pytest.mark.parametrize("first", ["here", "there"])
def test_what_was_handed_on_stays_so_though_the_other_seat_builds_it_anew(made, first):
    here, there, saved = made
    rounds(here).build()
    (one,) = owed(here, saved.order)
    taker = next(each for each in here.store.find(Agent, limit=99) if each.agent_no == "1002")
    assert visits(here).give(one.id, taker.id, "下午调休") == []
    rounds(there).build()
    meet(*((here, there) if first == "here" else (there, here)))
    rounds(here).build()
    meet(here, there)
    stands = agreed(here, there, one)
    assert (stands.handler, [each["why"] for each in stands.given]) == (taker.id, ["下午调休"])


def test_an_agent_has_what_is_closed_back_where_the_customer_says_so_and_nowhere_else(made):
    here, there, saved = made
    cases = Cases(here.store, here.calls.forms, here.opened.agent, clock.now)
    with here.store.write() as to:
        to.put(replace(saved.call, answers={**saved.call.answers, "answer": "已修好"}))
    assert cases.moves.take(saved.case.id, Verb.CLOSE, Said(outcome="solved")).problems == []
    rounds(here).build()
    (one,) = owed(here, saved.order)
    visits(here).note(one.id, "satisfied")
    meet(here, there)
    # A seat that was tampered with reopens it without anybody's word: central sends that back.
    with there.store.write() as to:
        to.put(replace(there.store.get(Case, saved.case.id), state=CaseState.RETURNED))
    meet(there, here)
    assert here.store.get(Case, saved.case.id).state is CaseState.CLOSED
    (refused,) = (each for each in there.store.outbox.problems() if each.record == saved.case.id)
    assert refused.verdict is Verdict.REJECTED
    visits(here).note(one.id, "dissatisfied", "又熄火了")  # that had been the wrong key
    meet(here, there)
    case = agreed(here, there, here.store.get(Case, saved.case.id))
    assert case.state is CaseState.RETURNED
    assert [each for each in here.store.outbox.problems() if each.record == saved.case.id] == []


# -- the sample (CB-2) --


@pytest.fixture
def listed(made):
    """Last week's list, taken in at one seat and known at both."""
    here, there, _ = made
    samples = Samples(here.store, here.calls.forms, here.opened.agent, clock.now)
    week = samples.last_week()
    at = datetime(week.year, week.month, week.day, 12, tzinfo=UTC)
    with here.store.write() as to:
        for n in range(80):
            told = {"name": f"户{n}", "phone": f"+86138{n:08}", "address": f"春晓路{n}号", "sort": "居民"}
            id = id_of(at, "household", new_id())
            to.put(Household(id, "inspections", week.isoformat(), at, "inspections", 1, told))
    meet(here, there)
    return here, there, week


def desk(at):
    samples = Samples(at.store, at.calls.forms, at.opened.agent, clock.now)
    return samples, samples.lists[0]


def test_both_seats_draw_the_same_sample_and_replace_each_on_their_own(listed):
    here, there, week = listed
    drawn = []
    for at in (here, there):
        samples, of = desk(at)
        drawn.append(samples.draw(of, week))
    assert drawn[0].drawn == drawn[1].drawn
    meet(here, there)
    agreed(here, there, drawn[0])
    for at, place in ((here, 0), (there, 1)):
        samples, of = desk(at)
        member = samples.progress(of, week).members[place]
        visits(at).note(member.owed.id, "wrong_number")
        assert samples.swap(of, member.household.id, "空号", week) == []
    meet(here, there)
    stands = [samples.progress(of, week) for samples, of in (desk(here), desk(there))]
    assert stands[0] == stands[1]
    assert (len(stands[0].members), stands[0].missing, stands[0].size) == (37, 0, 35)
    calls = here.store.find(Callback, list="inspections", of=tuple(m.household.id for m in stands[0].members))
    assert len(calls) == 37
    for each in calls:
        agreed(here, there, each)
