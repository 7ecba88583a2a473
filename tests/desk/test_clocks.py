"""Clocks by the shipped rules: when each is due, who is told, and that late ones never go by themselves."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import places
from app.desk.board import Board, Facts, board_of, running
from app.desk.clocks import Clocks
from app.desk.retention import Mean, Past, Retention, stays, way_of
from app.forms.clocks import DRAFT, Rule, Start, Window
from app.forms.hours import Hours
from app.forms.load import load
from app.records.accounts import Agent, Role
from app.records.calls import Call
from app.records.cases import Case, CaseState
from app.records.ids import new_id
from app.records.orders import Order, OrderState

HERE = ZoneInfo("Asia/Shanghai")
RULES = {rule.code: rule for rule in load(places.forms()).clocks}
DESK = Hours(((510, 1320),), ((510, 1320),), zone=HERE)
QUARTER, HALF = timedelta(minutes=15), timedelta(minutes=30)
AT_DESK = replace(RULES["agent_desk"], hours=DESK)
TO_INSPECTOR = replace(RULES["inspector_request"], hours=DESK)
ME, LEAD = (Agent(new_id(), no, "", role, "") for no, role in (("1001", Role.AGENT), ("9001", Role.LEAD)))


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=HERE)


def local(moment):
    return moment.astimezone(HERE).strftime("%m-%d %H:%M")


def facts(form="complaint", state="received", since="2026-11-23 10:00", **more):
    starts = dict.fromkeys((Start.RECEIVED, Start.OPENED, Start.DESK, Start.ORDERED), at(since))
    told = {"of": "case", "kind": "case", "id": new_id(), "title": "投诉", "handler": ME.id}
    return Facts(**{**told, "form": form, "state": state, "starts": starts, **more})


def clock(*args, **more):
    (only,) = running(facts(*args, **more), RULES.values())
    return only


# -- retention at each desk (CASE-4) --


@pytest.mark.parametrize(
    ("came", "due"),
    [
        ("11-23 10:00", "11-23 10:15"),
        ("11-23 12:00", "11-23 12:30"),  # a whole stay at noon may take twice as long
        ("11-23 11:20", "11-23 11:40"),  # 10 minutes at their pace, the other 5 at noon's
        ("11-23 13:50", "11-23 14:10"),  # 10 of noon count as 5
        ("11-23 17:10", "11-23 17:40"),
        ("11-23 21:50", "11-24 08:35"),  # the night does not count
        ("11-23 23:00", "11-24 08:45"),
        ("11-28 09:00", "11-28 09:15"),  # Saturdays are manned
    ],
)
def test_a_case_lies_a_quarter_of_an_hour_at_a_desk_and_half_an_hour_at_meals_and_changes(came, due):
    for code in ("agent_desk", "lead_desk"):
        reached = replace(RULES[code], hours=DESK).after(at(f"2026-{came}"), QUARTER)
        assert (local(reached.at), reached.is_sure) == (due, True)


@pytest.mark.parametrize(
    ("came", "due"),
    [("12:50", "14:05"), ("13:00", "14:15"), ("13:30", "14:15"), ("14:00", "14:15"), ("12:30", "12:45")],
)
def test_what_goes_to_an_inspector_between_one_and_two_may_go_after_two(came, due):
    assert local(TO_INSPECTOR.after(at(f"2026-11-23 {came}"), QUARTER).at) == f"11-23 {due}"


moments = st.datetimes(datetime(2025, 12, 30), datetime(2026, 1, 6), timezones=st.just(HERE))
lengths = st.integers(1, 600).map(lambda minutes: timedelta(minutes=minutes))
office = Hours(((510, 720), (810, 1050)), (), zone=HERE)
paces = st.sampled_from(
    [
        AT_DESK,
        TO_INSPECTOR,
        replace(AT_DESK, hours=office),
        replace(
            AT_DESK, windows=(Window(0, 600, QUARTER * 3), Window(600, 900, None), Window(900, 1440, HALF))
        ),
    ]
)


@given(paces, moments, moments, lengths)
def test_who_comes_later_is_never_due_earlier(rule, one, other, length):
    first, second = sorted((one, other))
    assert rule.after(first, length).at <= rule.after(second, length).at


@given(paces, moments, lengths)
def test_a_limit_is_never_up_where_nobody_works_or_nothing_runs(rule, since, length):
    due = rule.after(since, length).at
    just = due - timedelta(microseconds=1)
    assert rule.hours.is_open(just)
    minute = just.astimezone(HERE).hour * 60 + just.astimezone(HERE).minute
    assert not any(w.limit is None and w.begins <= minute < w.ends for w in rule.windows)
    assert length <= due - since
    assert rule.hours.between(since, due) <= 3 * length + timedelta(minutes=300) * (1 + (due - since).days)


@given(paces, moments, lengths, lengths)
def test_two_waits_one_after_the_other_are_their_sum(rule, since, one, other):
    apart = rule.after(rule.after(since, one).at, other).at
    assert abs(apart - rule.after(since, one + other).at) <= timedelta(microseconds=3)


# -- each clock by its rule --


def test_a_complaint_has_a_day_by_the_wall_clock_and_warns_after_12_20_and_23_hours():
    found = clock(since="2026-09-30 18:00")  # the night and the holidays count
    assert (found.rule.rule, local(found.due)) == ("COMP-2", "10-01 18:00")
    assert [local(told) for told, _ in found.warns] == ["10-01 06:00", "10-01 14:00", "10-01 17:00"]
    lead, boss = (Agent(new_id(), "9", "", role, "") for role in (Role.LEAD, Role.SUPERVISOR))
    assert [len(found.told(who)) for who in (ME, lead, boss)] == [3, 2, 1]
    assert not any(found.told(Agent(new_id(), "1002", "", Role.AGENT, "")) for _ in "x")
    assert found.tells_late(boss)


def test_a_complaint_that_is_handled_runs_no_more():
    assert running(facts(state="handled"), RULES.values()) == []


def test_what_was_promised_is_a_clock_beside_the_rule_and_the_forms_term_is_one_where_nothing_else_is():
    due = at("2026-11-26 09:00")
    promise = {"due_at": due.isoformat()}
    both = running(facts(due_at=due, answers=promise), RULES.values())
    assert {c.rule.code: local(c.due) for c in both} == {"complaint": "11-24 10:00", "promise": "11-26 09:00"}
    (term,) = running(facts("gas_repair", due_at=due), RULES.values())
    assert (term.rule.code, local(term.due), [local(t) for t, _ in term.warns]) == (
        "term", "11-26 09:00", ["11-26 08:30"],
    )  # fmt: skip
    same = facts(due_at=at("2026-11-24 10:00"))
    assert [c.rule.code for c in running(same, RULES.values())] == ["complaint"]


def test_gas_on_orders_have_two_days_until_they_are_closed_and_are_every_agents():
    order = {"of": "order", "kind": "order", "form": "business", "handler": LEAD.id}
    found = clock(state="done", answers={"category": "gas_on"}, **order)
    assert (found.rule.rule, local(found.due), found.is_mine(ME)) == ("ORD-4", "11-25 10:00", True)
    for state, category in (("closed", "gas_on"), ("void", "gas_on"), ("done", "transfer")):
        assert not running(facts(state=state, answers={"category": category}, **order), RULES.values())


def test_an_inspector_is_to_be_asked_of_a_petition_until_one_was():
    told = {"form": "city_case", "state": "prefiled", "answers": {"source": "petition"}}
    codes = lambda **more: {c.rule.code for c in running(facts(**told, **more), RULES.values())}  # noqa: E731
    assert codes(asked=()) == {"inspector_request", "lead_desk"}
    assert codes(asked=("verify",)) == codes(asked=None) == {"lead_desk"}


def test_a_limit_in_working_days_ends_with_the_last_and_says_where_the_calendar_is_not_known():
    rule = Rule("x", "X-1", {}, {}, {}, "case", Start.OPENED, 3, hours=office)
    (found,) = running(facts(since="2026-09-30 10:00"), [rule])
    assert (local(found.due), found.is_sure) == ("10-10 17:30", True)
    (over,) = running(facts(since="2026-12-30 10:00"), [rule])
    assert not over.is_sure


# -- the board --


def board(now, *each, agent=ME):
    return board_of([c for f in each for c in running(f, RULES.values())], agent)


def test_the_next_is_the_first_that_is_not_late_and_late_ones_stay_until_they_are_done():
    now = at("2026-11-23 12:00")
    late, soon = facts(since="2026-11-22 08:00"), facts(since="2026-11-22 13:00")
    shown = board(now, soon, late)
    assert [c.facts for c in shown.late(now)] == [late]
    assert shown.next(now).facts == soon
    hours = [shown.late(now + timedelta(hours=h)) for h in range(48)]
    assert all(len(found) == 2 for found in hours[2:])
    assert [len(shown.late(at(f"2026-11-23 13:00:0{second}"))) for second in (0, 1)] == [1, 2]
    assert board(now, soon).late(now) == []


def test_a_clock_that_is_set_back_or_jumps_ahead_changes_what_is_late_and_nothing_else():
    shown, now = board(None, facts(since="2026-11-22 08:00")), at("2026-11-23 12:00")
    assert shown.late(now)
    assert not shown.late(now - timedelta(days=1))
    assert shown.next(now - timedelta(days=1))
    assert shown.late(now + timedelta(days=9999))
    assert shown.place(now) != shown.place(now - timedelta(days=1))


def test_one_is_told_from_the_moment_on_for_as_long_as_it_is_not_late():
    one = facts(since="2026-11-23 00:00")
    shown = board(None, one)
    noon, second = at("2026-11-23 12:00"), timedelta(seconds=1)
    assert shown.warned(noon - second) == []
    assert [c.facts for c in shown.warned(noon)] == [one]
    assert shown.place(noon - second) != shown.place(noon) == shown.place(noon + second)
    assert shown.warned(noon + timedelta(days=1)) == []  # it is late now, and listed as that


def test_a_lead_hears_of_others_cases_only_as_the_rule_says():
    one = facts(since="2026-11-23 00:00")
    shown = board(None, one, agent=LEAD)
    assert shown.next(at("2026-11-23 12:00")) is None
    assert shown.warned(at("2026-11-23 19:59")) == []
    assert shown.warned(at("2026-11-23 20:00"))
    assert shown.late(at("2026-11-24 00:01"))
    assert not board(None, one, agent=replace(ME, id=new_id())).late(at("2026-12-24 00:00"))


# -- read from the file --


@pytest.fixture
def me(opened):
    return replace(opened.agent, role=Role.AGENT)  # who is alone is a lead too


@pytest.fixture
def seat(opened, forms, me, clock):
    return Clocks(opened.store, forms, me, clock, "zh_CN")


def put(opened, *records):
    with opened.store.write() as to:
        for each in records:
            to.put(each)


def matter(opened, when, form="complaint", state="received", handler=None):
    me, case, saved = opened.agent.id, new_id(), when + timedelta(minutes=4)
    call = Call(new_id(), f"L{case[-6:]}", "phone", form, 1, when, saved, me, me, case=case)
    stands = CaseState(state)
    return call, Case(case, f"A{case[-6:]}", call.id, form, 1, "投诉", stands, saved, me, handler or me)


def test_open_cases_orders_and_drafts_have_their_clocks_and_closed_ones_none(opened, seat, calls, clock):
    call, case = matter(opened, clock.at - timedelta(hours=1))
    order = Order(
        new_id(), "G1", case.id, "business", 1, "conversion", OrderState.DONE, clock.at, opened.agent.id,
        answers={"category": "gas_on"},
    )  # fmt: skip
    put(opened, call, case, order)
    calls.new("city_case")
    calls.new("gas_repair")
    read = seat.read()
    assert {c.rule.code for c in read.mine} == {"complaint", "gas_on", "agent_desk"}
    assert read.mine[-1].due == clock.at + timedelta(days=2)
    found = next(c for c in read.mine if c.rule.code == "complaint")
    assert found.due == call.started_at + timedelta(days=1)
    assert [c.due for c in seat.of(case)] == [found.due]
    put(opened, replace(case, state=CaseState.CLOSED), replace(order, state=OrderState.CLOSED))
    assert {c.rule.code for c in seat.read().mine} == {"agent_desk"}
    assert seat.of(replace(case, state=CaseState.CLOSED)) == []


def test_an_agent_has_their_own_and_a_lead_what_the_rules_tell_a_lead(opened, forms, me, clock, seat):
    others = matter(opened, clock.at - timedelta(days=2), handler=new_id())
    put(opened, *others)
    assert not seat.read().watched
    lead = replace(me, role=Role.LEAD)
    (late,) = Clocks(opened.store, forms, lead, clock, "zh_CN").read().late(clock())
    assert late.facts.id == others[1].id


def test_since_when_a_case_is_at_a_desk_its_steps_say_and_nobody_guesses(opened, forms, me, clock):
    class Step:
        before, after, by = CaseState.HANDLED, CaseState.VERIFIED, opened.agent.id
        at = clock.at

    put(opened, *(pair := matter(opened, clock.at - timedelta(days=2), "city_case", "verified")))
    blind = Clocks(opened.store, forms, me, clock, "zh_CN")
    assert blind.read(["cases"]).mine == []
    past = Past(steps=lambda ids: {pair[1].id: [Step]})
    (found,) = Clocks(opened.store, forms, me, clock, "zh_CN", past).read(["cases"]).mine
    assert (found.rule.code, found.began) == ("agent_desk", clock.at)


def test_a_second_caller_does_not_begin_the_matter_anew(opened, seat, clock):
    call, case = matter(opened, clock.at)
    other = replace(call, id=new_id(), number="L2", started_at=clock.at - timedelta(hours=9))
    put(opened, call, case, other)
    assert [c.began for c in seat.read().mine] == [c.began for c in seat.of(case)] == [call.started_at]


def test_who_leaves_takes_all_clocks_along(opened, seat, clock):
    put(opened, *matter(opened, clock.at))
    assert seat.read().mine
    seat.leave()
    assert (seat.board, seat._begun, seat._known, seat._parts) == (Board(), {}, {}, {})
    assert seat.read() == Board()


def test_what_has_not_changed_is_not_reckoned_again(opened, seat, clock, monkeypatch):
    put(opened, *matter(opened, clock.at))
    first = seat.read().mine
    monkeypatch.setattr("app.desk.clocks.running", None)
    assert seat.read().mine == first


# -- the month's mean --


def test_the_next_must_leave_so_that_the_month_keeps_its_mean():
    rule = replace(AT_DESK, windows=())
    (now,) = running(facts("city_case", DRAFT, "2026-11-23 10:00"), [rule])
    mean = Mean(rule, timedelta(minutes=42), 8)
    assert mean.average == timedelta(minutes=5, seconds=15)
    assert local(mean.leave_by(now)) == "11-23 10:03"  # 9 × 5 − 42
    assert (
        local(Mean(rule, timedelta(minutes=10), 8).leave_by(now)) == "11-23 10:15"
    )  # its own limit goes before
    assert local(Mean(rule, timedelta(hours=9), 8).leave_by(now)) == "11-23 10:00"  # it is lost already


def test_the_mean_counts_this_months_own_stays_in_working_hours(opened, forms, me, clock):
    clock.at = at("2026-11-23 15:00")
    for when in ("2026-11-23 10:00", "2026-11-02 09:00", "2026-10-31 09:00", "2026-11-05 07:00"):
        put(opened, *matter(opened, at(when), "city_case", "prefiled"))
    rules = tuple(replace(r, hours=DESK) if r.hours else r for r in forms.clocks)
    (mean,) = Retention(opened.store, replace(forms, clocks=rules), me, clock).means()
    assert (mean.rule.code, mean.count, mean.spent) == ("agent_desk", 3, timedelta(minutes=8))


def test_a_stay_is_all_the_time_at_one_desk_without_a_break():
    class Move:
        def __init__(self, before, after, minutes):
            self.before, self.after, self.by = CaseState(before), CaseState(after), ME.id
            self.at = at("2026-11-23 10:00") + timedelta(minutes=minutes)

    came, state = at("2026-11-23 10:00"), CaseState.PREFILED
    case = Case(new_id(), "A1", new_id(), "city_case", 1, "", state, came, ME.id, ME.id)
    moves = [
        Move("received", "returned", 4),
        Move("returned", "prefiled", 9),
        Move("prefiled", "prefiled", 10),
        Move("prefiled", "filed", 12),
    ]
    way = way_of(case, None, moves, "received")
    assert [s.ended - s.began for s in stays(way, AT_DESK.states)] == [timedelta(minutes=9)]
    assert [s.ended - s.began for s in stays(way, ("prefiled",))] == [timedelta(minutes=3)]
