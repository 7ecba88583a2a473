"""What waits for this agent."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.records.cases import CaseState
from app.records.ids import new_id

NOBODYS = {
    "escalations": 0, "to_file": 0, "tasks": 0, "first_taken": 0, "conflicts": 0, "left": 0, "others_open": 0,
}  # fmt: skip


def counts(worklist):
    return {group.code: len(group.items) for group in worklist.entries()}


def test_an_empty_desk_has_every_group_and_nothing_in_it(worklist):
    assert counts(worklist) == {"drafts": 0, "mine_open": 0, "owed": 0, "attention": 0} | NOBODYS


def test_drafts_open_cases_and_debts_are_counted(worklist, calls, repair):
    calls.keep(repair())
    leak = calls.new("gas_leak", phone="13800001234")
    leak.answers["address"] = "近江六园"
    calls.save(leak)
    assert counts(worklist) == {"drafts": 1, "mine_open": 1, "owed": 1, "attention": 0} | NOBODYS


def test_a_case_past_its_time_is_late(worklist, calls, clock, repair):
    calls.save(repair())
    clock.go(hours=25)
    (case,) = next(g.items for g in worklist.entries() if g.code == "mine_open")
    assert case.late


def test_what_others_have_open_is_seen_apart(worklist, calls, cases, opened, repair):
    saved = calls.save(repair())
    with opened.store.write() as to:
        to.put(replace(saved.case, handler="somebody else"))
    assert (counts(worklist)["mine_open"], counts(worklist)["others_open"]) == (0, 1)


def put_open(opened, case, due, **given):
    """Put one more open case like *case* for each of *due*: hours from its opening, or None."""
    more = [
        replace(case, id=new_id(), due_at=None if h is None else case.opened_at + timedelta(hours=h), **given)
        for h in due
    ]
    with opened.store.write() as to:
        for each in more:
            to.put(each)
    return [each.id for each in more]


@pytest.mark.parametrize("code", ["mine_open", "others_open"])
def test_the_most_urgent_is_listed_however_many_are_newer_and_all_are_counted(
    worklist, calls, opened, repair, code
):
    case = calls.save(repair()).case
    whose = {"handler": case.handler if code == "mine_open" else new_id()}
    (late,) = put_open(opened, case, [-5], **whose)
    (near,) = put_open(opened, case, [1], **whose)
    many = put_open(opened, case, [50] * 210, **whose)
    (without,) = put_open(opened, case, [None], **whose)
    group = worklist.group(code)
    assert [item.id for item in group.items[:2]] == [late, near]
    assert group.items[-1].id in many
    assert without not in {item.id for item in group.items}
    assert group.items[0].late
    assert group.count == 213 + (code == "mine_open")


def test_what_others_have_open_is_not_hidden_by_what_is_mine(worklist, calls, opened, repair):
    case = calls.save(repair()).case
    (theirs,) = put_open(opened, case, [30], handler=new_id())
    put_open(opened, case, [20] * 210)
    assert [item.id for item in worklist.group("others_open").items] == [theirs]


def test_all_debts_are_counted(worklist, calls, opened):
    leak = calls.new("gas_leak", phone="13800001234")
    leak.answers["address"] = "近江六园"
    call = calls.save(leak).call
    with opened.store.write() as to:
        for _ in range(210):
            to.put(replace(call, id=new_id()))
    assert worklist.group("owed").count == 211


def test_the_next_deadline_is_the_earliest_of_all_that_are_mine_and_open(cases, calls, opened, repair):
    assert cases.next_due() is None
    case = calls.save(repair()).case
    (first,) = put_open(opened, case, [-5])
    put_open(opened, case, [-9], handler=new_id())
    put_open(opened, case, [-9], state=CaseState.CLOSED)
    put_open(opened, case, [10] * 210)
    assert cases.next_due().id == first


def test_a_case_without_a_deadline_is_no_next_one(cases, calls, opened, repair):
    case = calls.save(repair()).case
    with opened.store.write() as to:
        to.put(replace(case, due_at=None))
    assert cases.next_due() is None
