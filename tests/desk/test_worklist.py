"""What waits for this agent."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.records.accounts import Role
from app.records.callbacks import Callback, Why
from app.records.cases import CaseState
from app.records.ids import new_id

NOBODYS = {
    "late": 0, "escalations": 0, "to_file": 0, "tasks": 0, "first_taken": 0, "callbacks": 0, "conflicts": 0,
    "left": 0, "others_open": 0, "discarded": 0, "visits": 0,
}  # fmt: skip


def counts(worklist):
    return {group.code: len(group.items) for group in worklist.entries()}


def test_an_empty_desk_has_every_group_and_nothing_in_it(worklist):
    assert (
        counts(worklist) == {"drafts": 0, "mine_open": 0, "owed": 0, "to_review": 0, "attention": 0} | NOBODYS
    )


def test_drafts_open_cases_and_debts_are_counted(worklist, calls, repair):
    calls.keep(repair())
    leak = calls.new("gas_leak", phone="13800001234")
    leak.answers["address"] = "近江六园"
    calls.save(leak)
    assert (
        counts(worklist) == {"drafts": 1, "mine_open": 1, "owed": 1, "to_review": 1, "attention": 0} | NOBODYS
    )


def test_complaints_are_a_group_of_supervisors_the_oldest_first(worklist, calls, clock, monkeypatch):
    told = []
    for _ in range(2):
        draft = calls.new("complaint")
        draft.answers.update(name="李", phone="13900002222", category="other", request="x", demand="y")
        draft.answers["solved"] = "unsolved"
        told.append(calls.save(draft).case.id)
        clock.go(minutes=5)
    assert "complaints" not in counts(worklist)
    monkeypatch.setattr(calls.complaints, "_agent", replace(calls._agent, role=Role.SUPERVISOR))
    (group,) = (group for group in worklist.entries() if group.code == "complaints")
    assert ([item.id for item in group.items], group.count) == (told, 2)


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


def test_what_is_late_stands_first_and_stays_there_until_it_is_done(
    worklist, clocks, calls, opened, repair, clock
):
    saved = calls.save(repair())
    clocks.read()
    assert worklist.group("late").count == 0
    clock.go(hours=25)
    (late,) = worklist.entries()[0].items
    assert (late.kind, late.id, late.due) == ("case", saved.case.id, saved.case.due_at)
    assert late.more.startswith("CALL-6")
    clock.go(days=400)
    assert worklist.group("late").count == 1
    with opened.store.write() as to:
        to.put(replace(saved.case, state=CaseState.CLOSED))
    clocks.read()
    assert worklist.group("late").items == ()


def test_what_is_owed_is_late_once_it_is_due_and_not_while_it_waits_to_be_tried_again(
    worklist, calls, opened, clock
):
    owed = Callback(new_id(), Why.MISSED, clock(), clock() + timedelta(minutes=30), "+8613800001234")
    others = replace(owed, id=new_id(), handler="somebody else")
    with opened.store.write() as to:
        to.put(owed)
        to.put(others)
    seen = []
    for minutes in (0, 31):
        clock.go(minutes=minutes)
        seen += worklist.group("callbacks").items
    calls.callbacks.note(owed.id, "no_answer")
    seen += worklist.group("callbacks").items
    assert [(each.id, each.title, each.more, each.late) for each in seen] == [
        (owed.id, "missed", "138 **** 1234", late) for late in (False, True, False)
    ]
