"""Conflicts: whom they want, and what a decision writes."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from app.desk.conflicts import Conflicts
from app.forms.check import owed
from app.records.accounts import Role
from app.records.calls import Call
from app.records.cases import Case
from app.records.conflicts import Conflict, Decision
from app.records.customers import Customer
from app.records.ids import new_id
from app.records.ops import Cursor, Image, Page
from app.records.orders import Order

ADDRESS = "a.address"


@pytest.fixture
def saved(calls, repair):
    return calls.save(repair())


@pytest.fixture
def kept(saved):
    """What both seats begin with."""
    return saved.call.answers["address"]


def sent(opened, after=0):
    """What was told central since: kind and patch of each op."""
    return [(op.kind, op.patch) for op in opened.store.outbox.waiting(500, after)]


def last(opened):
    return opened.store.outbox.last_n()


def theirs(opened):
    return {"lost_by": new_id(), "kept_by": new_id()}


def test_what_only_a_lead_brings_a_case_to_no_agent_brings_it_to_by_a_conflict(
    opened, corrections, people, case, dispute, clock
):
    came = dispute(case(), "state", "received", "filed")
    desks = [Conflicts(opened.store, corrections, people[role], clock) for role in (Role.AGENT, Role.LEAD)]
    assert [p.code for p in desks[0].decide(came, Decision.LOST).problems] == ["not_yours"]
    assert desks[1].decide(came, Decision.LOST).problems == []


def test_a_conflict_comes_as_central_told_it(saved, kept, dispute, clock):
    came = dispute(saved.call, ADDRESS, kept, "北山路1号", kept_at="2026-11-21T01:00:00.000000+00:00")
    assert (came.of, came.record, came.field) == ("call", saved.call.id, ADDRESS)
    assert (came.kept, came.lost, came.found_at) == (kept, "北山路1号", clock())
    assert came.decision is None


@pytest.mark.parametrize(
    ("decision", "value", "stands"),
    [
        (Decision.KEPT, None, None),
        (Decision.LOST, None, "北山路1号"),
        (Decision.EDITED, "北山路1号2单元", "北山路1号2单元"),
    ],
)
def test_a_decision_is_one_transaction_of_two_puts(
    conflicts, saved, kept, dispute, opened, clock, decision, value, stands
):
    came, before = dispute(saved.call, ADDRESS, kept, "北山路1号"), last(opened)
    clock.go(minutes=5)
    done = conflicts.decide(came, decision, value)
    assert not done.problems
    assert opened.store.get(Call, saved.call.id).answers["address"] == (stands or kept)
    noted = opened.store.get(Conflict, came.id)
    assert (noted.decision, noted.decided_by, noted.decided_at) == (decision, opened.agent.id, clock())
    record = [("call", {ADDRESS: stands})] if stands else []
    assert sent(opened, before)[:-1] == record
    kind, patch = sent(opened, before)[-1]
    assert kind == "conflict"
    assert patch == {
        "decision": decision, "decided_by": opened.agent.id, "decided_at": "2026-11-21T01:36:05.000000+00:00",
    }  # fmt: skip
    assert conflicts.of_record(saved.call.id) == []


def test_an_edit_is_checked_as_the_form_checks_it(conflicts, saved, kept, dispute, opened):
    came, before = dispute(saved.call, ADDRESS, kept, "北山路1号"), last(opened)
    for value, code in ((None, "required"), ("  ", "required"), ("长" * 501, "too_long")):
        (problem,) = conflicts.decide(came, Decision.EDITED, value).problems
        assert (problem.field, problem.code) == (ADDRESS, code)
    assert sent(opened, before) == []
    assert conflicts.get(came.id).decision is None


def test_a_value_that_makes_no_record_is_refused(conflicts, saved, dispute, opened):
    came, before = dispute(saved.case, "state", "received", "nonsense"), last(opened)
    (problem,) = conflicts.decide(came, Decision.LOST).problems
    assert (problem.field, problem.code) == ("state", "wrong_value")
    assert sent(opened, before) == []


def test_a_field_of_a_newer_program_can_only_stay(conflicts, saved, dispute, opened):
    came = dispute(saved.case, "mood", "calm", "angry")
    assert [p.code for p in conflicts.decide(came, Decision.LOST).problems] == ["unknown_field"]
    assert not conflicts.decide(came, Decision.KEPT).problems
    assert conflicts.get(came.id).decision is Decision.KEPT


def test_of_a_record_that_is_not_here_only_what_stands_can_stay(conflicts, saved, kept, dispute):
    gone = replace(saved.call, id=new_id())
    came = dispute(gone, ADDRESS, kept, "北山路1号")
    assert [p.code for p in conflicts.decide(came, Decision.LOST).problems] == ["no_record"]
    assert not conflicts.decide(came, Decision.KEPT).problems


def test_a_deadline_is_chosen_as_a_moment(conflicts, saved, dispute, opened):
    came = dispute(saved.case, "due_at", "2026-11-22T01:00:00.000000+00:00", "2026-11-23T09:30:00+08:00")
    assert not conflicts.decide(came, Decision.LOST).problems
    assert opened.store.get(Case, saved.case.id).due_at.isoformat() == "2026-11-23T01:30:00+00:00"


def test_what_a_call_owes_follows_what_was_decided(conflicts, calls, dispute, opened):
    leak = calls.new("gas_leak", phone="13800001234")
    leak.answers["address"] = "近江六园"
    call = calls.save(leak).call
    owing = {p.field for p in owed(calls.form_of(call), call.answers)} - {"name"}
    with opened.store.write() as to:  # all but the name is there by now
        told = dict.fromkeys(owing, "x") | {"casualties": False}
        to.put(replace(call, answers={**call.answers, **told}))
    assert opened.store.get(Call, call.id).owes
    conflicts.decide(dispute(call, "a.name", None, "王小明"), Decision.LOST)
    assert not opened.store.get(Call, call.id).owes


def test_a_customer_is_found_by_the_name_that_was_chosen(conflicts, saved, dispute, opened):
    customer = opened.store.get(Customer, saved.call.customer)
    conflicts.decide(dispute(customer, "name", customer.name, "李芳"), Decision.LOST)
    assert [c.name for c in opened.store.customers("lf")] == ["李芳"]


def test_a_decision_is_undone_in_the_record_and_the_conflict_is_open_again(
    conflicts, saved, kept, dispute, opened
):
    came = dispute(saved.call, ADDRESS, kept, "北山路1号")
    done = conflicts.decide(came, Decision.LOST)
    with opened.store.write() as to:  # something else goes on meanwhile
        call = opened.store.get(Call, saved.call.id)
        to.put(replace(call, answers={**call.answers, "request": "改过"}))
    before = last(opened)
    conflicts.undo(done)
    reopened = {"decision": None, "decided_by": None, "decided_at": None}
    assert sent(opened, before) == [("call", {ADDRESS: kept}), ("conflict", reopened)]
    assert conflicts.mine() == [came]
    assert (conflicts.get(came.id).kept, conflicts.get(came.id).lost) == (kept, "北山路1号")
    again = conflicts.decide(conflicts.get(came.id), Decision.LOST)
    assert opened.store.get(Call, saved.call.id).answers["address"] == "北山路1号"
    assert conflicts.get(came.id) == again.conflict
    assert conflicts.mine() == []


def test_another_seats_decision_stands(conflicts, saved, kept, dispute, opened):
    came, before = dispute(saved.call, ADDRESS, kept, "北山路1号"), last(opened)
    body = json.dumps(
        {
            "of": "call", "record": saved.call.id, "field": ADDRESS, "a.kept": kept, "a.lost": "北山",
            "lost_by": "", "found_at": "2026-11-21T01:00:00.000000+00:00", "decision": "kept",
            "decided_by": "them", "decided_at": "2026-11-21T02:00:00.000000+00:00",
        }
    )  # fmt: skip
    opened.store.feed.receive(Page((Image("conflict", came.id, 2, body, Cursor(9, 9), True),)))
    done = conflicts.decide(came, Decision.LOST)
    assert conflicts.get(came.id).decided_by == "them"
    assert [kind for kind, _ in sent(opened, before)] == ["call"]
    conflicts.undo(done)
    assert conflicts.get(came.id).decided_by == "them"
    assert opened.store.get(Call, saved.call.id).answers["address"] == kept


# -- whom they want --


def test_a_conflict_wants_whose_value_it_was_and_who_has_the_matter(
    conflicts, saved, orders, dispute, opened, cases
):
    made = orders.make(saved.call.id, {"user_type": "residential", "gas_smell": False})
    nobody, me = theirs(opened), opened.agent.id
    with opened.store.write() as to:
        other = replace(saved.case, id=new_id(), handler=new_id())
        to.put(other)
    mine = [
        dispute(other, "due_at", "x", "y", **nobody | {"lost_by": me}),
        dispute(other, "title", "x", "y", **nobody | {"kept_by": me}),
        dispute(saved.call, ADDRESS, "x", "y", **nobody),
        dispute(saved.case, "title", "x", "y", **nobody),
        dispute(made.order, "team", "x", "y", **nobody),
    ]
    not_mine = [
        dispute(other, "outcome", "x", "y", **nobody),
        dispute(opened.agent, "name", "x", "y", **nobody),
    ]
    assert {c.id for c in conflicts.mine()} == {c.id for c in mine}
    assert {c.id for c in conflicts.others()} == {c.id for c in not_mine}
    assert conflicts.count_others() == 2
    assert opened.store.outbox.state(me).attention == len(mine)


def test_the_oldest_comes_first_and_the_same_record_goes_before(conflicts, saved, dispute, clock, opened):
    first = dispute(saved.case, "title", "x", "y")
    clock.go(minutes=1)
    call = dispute(saved.call, ADDRESS, "x", "y")
    clock.go(minutes=1)
    more = dispute(saved.call, "a.request", "x", "y")
    clock.go(minutes=1)
    with opened.store.write() as to:
        other = replace(saved.case, id=new_id(), handler=new_id())
        to.put(other)
    last_of_all = dispute(other, "title", "x", "y", **theirs(opened))
    assert [c.id for c in conflicts.mine()] == [first.id, call.id, more.id]
    assert conflicts.after(call).id == more.id
    conflicts.decide(call, Decision.KEPT)
    conflicts.decide(more, Decision.KEPT)
    assert conflicts.after(more).id == first.id
    conflicts.decide(first, Decision.KEPT)
    assert conflicts.after(first).id == last_of_all.id
    conflicts.decide(last_of_all, Decision.KEPT)
    assert conflicts.after(last_of_all) is None


def test_both_values_may_be_mine_or_neither(conflicts, saved, dispute, opened):
    me, other = opened.agent.id, new_id()
    for lost, kept, side in ((me, other, "lost"), (other, me, "kept"), (me, me, ""), (other, other, "")):
        assert conflicts.side(dispute(saved.case, "title", "x", "y", lost_by=lost, kept_by=kept)) == side


def test_all_of_the_team_are_listed_with_their_age(worklist, saved, kept, dispute, clock, opened):
    mine = dispute(saved.call, ADDRESS, kept, "北山路1号")
    with opened.store.write() as to:
        other = replace(saved.case, id=new_id(), handler=new_id())
        to.put(other)
    clock.go(hours=2)
    theirs_too = dispute(other, "due_at", "x", "y", **theirs(opened))
    (item,) = worklist.group("attention").items
    assert (item.kind, item.id, item.title, item.at) == ("conflict", mine.id, "用气地址", mine.found_at)
    assert item.more == f"燃气报修 · {kept}"
    (item,) = worklist.group("conflicts").items
    assert (item.id, item.title, item.at) == (theirs_too.id, "due_at", clock())
    assert clock() - mine.found_at == timedelta(hours=2)
    assert worklist.group("conflicts").count == 1


def test_an_order_is_corrected_as_its_form_asks(conflicts, saved, orders, dispute, opened):
    order = orders.make(saved.call.id, {"user_type": "residential", "gas_smell": False}).order
    came = dispute(order, "a.user_type", "residential", "commercial")
    assert [p.code for p in conflicts.decide(came, Decision.EDITED, "castle").problems] == ["not_a_choice"]
    assert not conflicts.decide(came, Decision.LOST).problems
    assert opened.store.get(Order, order.id).answers["user_type"] == "commercial"


def test_more_than_are_listed_are_counted_and_mine_are_found_behind_others(
    worklist, conflicts, saved, dispute, opened, clock
):
    with opened.store.write() as to:
        other = replace(saved.case, id=new_id(), handler=new_id())
        to.put(other)
    at = clock()
    for _ in range(103):
        clock.go(minutes=1)
        dispute(other, "title", "x", "y", **theirs(opened))
    clock.go(minutes=1)
    for _ in range(102):
        dispute(saved.case, "title", "x", "y")
    mine, others = worklist.group("attention"), worklist.group("conflicts")
    assert (len(mine.items), mine.count, len(others.items), others.count) == (30, 102, 30, 103)
    assert {item.at for item in mine.items} == {clock()}
    assert [item.at for item in others.items[:2]] == [at + timedelta(minutes=1), at + timedelta(minutes=2)]
