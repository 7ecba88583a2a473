"""Complaints: reported as they are saved, and no step of them in the hands of the person complained of."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.desk.complaints import Decision, Step, named_in
from app.desk.moves import Moves
from app.records.accounts import Agent, Role
from app.records.callbacks import Callback, Why
from app.records.cases import Case, CaseState
from app.records.complaints import Stage
from app.records.ids import new_id
from app.records.moves import Verb

S = CaseState
COMPLAINT = {
    "name": "李女士", "phone": "13900002222", "category": "attitude", "request": "接线员挂我电话",
    "demand": "道歉", "solved": "unsolved",
}  # fmt: skip


@pytest.fixture
def wang(at):
    return at("2001")


@pytest.fixture
def boss(at):
    return at("9001", Role.SUPERVISOR)


def complain(calls, **more):
    draft = calls.new("complaint")
    draft.answers.update(COMPLAINT, **more)
    saved = calls.save(draft)
    assert saved.problems == []
    return saved.case


def step(clock, **answers):
    return Step(clock(), answers)


def me(calls):
    return calls._agent.id


def test_a_complaint_is_reported_with_the_save_and_waits_for_a_supervisor(wang, boss, clock):
    case = complain(wang)
    kinds = {op.kind for op in wang._store.outbox.waiting(100)}
    assert {"call", "case", "complaint"} <= kinds
    (told,) = boss.complaints.open()
    assert (told.case, told.stage, told.reported_at) == (case.id, Stage.ASSIGN, clock())
    assert boss.complaints.may_see
    assert not wang.complaints.may_see


def test_other_forms_report_nothing(wang):
    draft = wang.new("gas_leak", phone="13800001234")
    draft.answers["address"] = "近江六园"
    assert wang.save(draft).case is not None
    assert wang.complaints.count_open() == 0


def test_whom_it_is_about_is_read_where_one_alone_is_named(wang, boss):
    assert wang.complaints.of(complain(wang, target="工号2001，态度不好").id).about == me(wang)
    assert wang.complaints.of(complain(wang, target="12001 号车").id).about is None
    pair = [Agent(new_id(), no, "李敏", Role.AGENT, "") for no in ("1", "2")]
    assert named_in("李敏", pair) is None
    assert named_in("李敏（工号 2）", pair[1:]) == pair[1].id


def test_it_goes_its_way_in_four_steps_and_says_each_of_them(wang, boss, clock):
    case = complain(wang)
    desk = boss.complaints
    assert desk.assign(desk.of(case.id), Decision(me(wang), None, "attitude", "请今天办完")) == []
    clock.go(hours=1)
    handled_at = clock()
    assert wang.complaints.handle(desk.of(case.id), step(clock, result="已道歉", cause="培训不足")) == []
    clock.go(hours=1)
    assert wang.complaints.feed_back(desk.of(case.id), step(clock, reply="致歉并说明")) == []
    fed_back_at = clock()
    clock.go(days=1)
    done = step(clock, satisfied="satisfied")
    assert wang.complaints.call_back(desk.of(case.id), done) == []
    told = desk.of(case.id)
    assert (told.handled_at, told.fed_back_at, told.called_at) == (handled_at, fed_back_at, clock())
    assert told.stage is Stage.DONE
    assert desk.open() == []
    assert (told.answers["cause"], told.answers["satisfied"]) == ("培训不足", "satisfied")
    assert wang._store.get(Case, case.id).state is CaseState.HANDLED
    said = [note.what for note in desk.notes.of(case.id)]
    assert said == ["assigned", "handled", "fed_back", "called_back"]
    assert desk.assign(told, Decision(me(boss), None, "late")) == []  # they complain again
    assert desk.of(case.id).stage is Stage.HANDLE


@pytest.mark.parametrize("state", [S.RECEIVED, S.FILED, S.DISPATCHED, S.RETURNED])
def test_what_was_done_about_it_is_one_step_of_its_case_which_no_menu_offers(wang, boss, clock, state):
    case = replace(complain(wang), state=state)
    with wang._store.write() as to:
        to.put(case)
    moves = Moves(wang._store, wang.forms, wang._agent, clock)
    assert (Verb.HANDLE in moves.ways(case)) == (state is S.DISPATCHED)
    boss.complaints.assign(boss.complaints.of(case.id), Decision(me(wang), None, "late"))
    assert wang.complaints.handle(boss.complaints.of(case.id), step(clock, result="已道歉")) == []
    (moved,) = moves.of_case(case.id)
    assert (moved.verb, moved.before, moved.after) == (Verb.HANDLE, state, S.HANDLED)
    assert wang._store.get(Case, case.id).state is S.HANDLED


@pytest.mark.parametrize("state", [S.PREFILED, S.HANDLED, S.VERIFIED, S.CLOSED])
def test_a_case_that_waits_for_a_lead_or_is_handled_stays_where_it_is(wang, boss, clock, state):
    case = replace(complain(wang), state=state)
    with wang._store.write() as to:
        to.put(case)
    boss.complaints.assign(boss.complaints.of(case.id), Decision(me(wang), None, "late"))
    assert wang.complaints.handle(boss.complaints.of(case.id), step(clock, result="已道歉")) == []
    assert wang._store.get(Case, case.id).state is state


def owed_to(calls, case):
    return calls._store.find(Callback, call=case.call, newest_first=False)


@pytest.mark.parametrize(("heard", "outcome"), [("satisfied", "satisfied"), ("not_reached", "not_reached")])
def test_who_was_told_is_owed_a_call_by_who_handles_it_until_it_was_made(wang, boss, clock, heard, outcome):
    case, desk = complain(wang), boss.complaints
    desk.assign(desk.of(case.id), Decision(me(wang), None, "late"))
    desk.handle(desk.of(case.id), step(clock, result="已道歉"))
    assert owed_to(wang, case) == []
    clock.go(hours=1)
    desk.feed_back(desk.of(case.id), step(clock, reply="致歉"))
    (owed,) = wang.callbacks.open()
    assert (owed.why, owed.number, owed.handler) == (Why.COMPLAINT, "+8613900002222", me(wang))
    assert (owed.owed_at, owed.due_at > clock()) == (clock(), True)
    assert wang.callbacks.leads_to(owed) == ("case", case.id)
    desk.call_back(desk.of(case.id), step(clock, satisfied=heard))
    assert [(each.outcome, each.done_by) for each in owed_to(wang, case)] == [(outcome, me(boss))]


def test_each_round_of_a_complaint_owes_its_own_call_and_none_twice(wang, boss, clock):
    case, desk = complain(wang), boss.complaints
    for _ in range(2):
        clock.go(hours=1)
        desk.assign(desk.of(case.id), Decision(me(wang), None, "late"))
        desk.handle(desk.of(case.id), step(clock, result="已道歉"))
        desk.feed_back(desk.of(case.id), step(clock, reply="致歉"))
    assert len(owed_to(wang, case)) == 1  # assigned again before anybody called
    clock.go(hours=1)
    desk.call_back(desk.of(case.id), step(clock, satisfied="dissatisfied"))
    clock.go(hours=1)
    desk.assign(desk.of(case.id), Decision(me(wang), None, "late"))
    desk.handle(desk.of(case.id), step(clock, result="已赔付"))
    desk.feed_back(desk.of(case.id), step(clock, reply="致歉"))
    assert [each.outcome for each in owed_to(wang, case)] == ["dissatisfied", None]


def test_a_customer_who_is_not_satisfied_leaves_it_open_for_another_round(wang, boss, clock):
    case, desk = complain(wang), boss.complaints
    desk.assign(desk.of(case.id), Decision(me(wang), None, "late"))
    for name in ("handle", "feed_back"):
        getattr(desk, name)(desk.of(case.id), step(clock))
    desk.call_back(desk.of(case.id), step(clock, satisfied="dissatisfied", heard="还要赔偿"))
    assert desk.of(case.id).stage is Stage.CALL_BACK
    assert desk.assign(desk.of(case.id), Decision(me(boss), None, "late")) == []
    told = desk.of(case.id)
    assert (told.stage, told.handled_at, told.fed_back_at) == (Stage.HANDLE, None, None)
    whats = [note.what for note in desk.notes.of(case.id)]
    assert whats[-2:] == ["called_unsatisfied", "assigned_again"]


def test_who_is_complained_of_takes_no_step_and_gets_nothing_assigned(wang, boss, clock):
    case, desk = complain(wang, target="2001"), boss.complaints
    told = desk.of(case.id)
    assert told.about == me(wang)
    refused = desk.assign(told, Decision(me(wang), me(wang), "attitude"))
    assert [(p.field, p.code) for p in refused] == [("handler", "complained_of")]
    desk.assign(told, Decision(me(boss), me(wang), "attitude"))
    for name in ("handle", "feed_back", "call_back"):
        assert [p.code for p in getattr(wang.complaints, name)(desk.of(case.id), step(clock))] == [
            "complained_of_you"
        ]
        assert not wang.complaints.may_take(desk.of(case.id))
        assert getattr(desk, name)(desk.of(case.id), step(clock, satisfied="satisfied")) == []
    assert wang._store.get(Case, case.id).handler == me(boss)


def test_a_supervisor_complained_of_leaves_it_to_another(wang, boss, at):
    case = complain(wang, target="9001")
    told = boss.complaints.of(case.id)
    assert not boss.complaints.may_assign(told)
    assert [p.code for p in boss.complaints.assign(told, Decision(me(wang), None, "late"))] == [
        "complained_of_you"
    ]
    director = at("9002", Role.DIRECTOR)
    assert director.complaints.assign(told, Decision(me(wang), me(boss), "late")) == []


def test_steps_come_one_after_the_other_and_none_in_the_future(wang, boss, clock):
    case, desk = complain(wang), boss.complaints
    assert [p.code for p in desk.handle(desk.of(case.id), step(clock))] == ["not_now"]
    desk.assign(desk.of(case.id), Decision(me(wang), None, "late"))
    early = Step(clock() - timedelta(days=1), {})
    ahead = Step(clock() + timedelta(hours=1), {})
    assert [p.code for p in desk.handle(desk.of(case.id), early)] == ["too_early"]
    assert [p.code for p in desk.handle(desk.of(case.id), ahead)] == ["future"]
    assert [p.code for p in desk.feed_back(desk.of(case.id), step(clock))] == ["not_now"]


def test_what_others_did_while_a_step_was_typed_is_not_undone_by_it(wang, boss, at, clock):
    other = me(at("2002"))
    case, desk = complain(wang), boss.complaints
    desk.assign(desk.of(case.id), Decision(me(wang), None, "late"))
    seen = desk.of(case.id)
    desk.assign(seen, Decision(me(wang), other, "attitude"))
    assert wang.complaints.handle(seen, step(clock, result="x")) == []
    assert (desk.of(case.id).about, desk.of(case.id).sort) == (other, "attitude")
    desk_of_wang = wang.complaints
    assert [p.code for p in desk_of_wang.handle(seen, step(clock, result="y"))] == ["not_now"]


def test_an_agent_assigns_nothing(wang, boss):
    case = complain(wang)
    assert wang.complaints.assign(wang.complaints.of(case.id), Decision(me(wang), None, "late")) != []
    assert wang.complaints.of(case.id).handler is None


def test_a_part_of_a_complaint_is_one_too_and_its_24_hours_run_on(wang, boss, forms, clock):
    from app.desk.matter import matter_of

    case = complain(wang, target="9001")
    clock.go(hours=5)
    part = matter_of(wang._store, wang, wang._agent, clock).ties.split(case, "另一件事")
    whole, told = (wang.complaints.of(each.id) for each in (case, part))
    assert (told.reported_at, told.about, told.stage) == (whole.reported_at, whole.about, Stage.ASSIGN)
