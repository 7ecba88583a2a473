"""Drafts in other hands: whose they are stays, nobody's words are changed, and only leads may."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from app.desk.presence import Presences
from app.records.accounts import Role
from app.records.calls import Call
from app.records.ids import new_id
from app.records.presence import Presence, State
from app.records.takeovers import Step, Takeover
from tests.ui.conftest import REPAIR

WHY = "客户在等，王珂去医院了"


@pytest.fixture
def wang(at):
    return at("2001")


@pytest.fixture
def lead(at):
    return at("9001", Role.LEAD)


@pytest.fixture
def half(wang, clock):
    """Wang's call, half typed."""
    draft = wang.new("gas_repair")
    clock.go(minutes=1)
    wang.keep(replace(draft, answers={"name": "王小明", "phone": "13800001234"}, field="phone", caret=4))
    return wang.drafts()[0]


def typed(calls, draft, **answers):
    calls.keep(replace(draft, answers={**draft.answers, **answers}))
    return next(each for each in calls.drafts() if each.id == draft.id)


def test_an_agent_sees_no_draft_of_another(at, half):
    other = at("2002")
    assert other.takeovers.left() == other.takeovers.parked() == []
    assert other.takeovers.get(half.id, half.agent) is None
    assert other.drafts() == []
    with pytest.raises(PermissionError):
        other.takeovers.take(half, WHY)
    assert other.drafts() == []


@pytest.mark.parametrize("role", [Role.QA, Role.AGENT])
def test_only_leads_may(at, half, role):
    with pytest.raises(PermissionError):
        at("3001", role).takeovers.take(half, WHY)


def test_a_lead_reads_it_and_nothing_changes(wang, lead, half):
    assert lead.takeovers.left() == [half]
    assert lead.takeovers.get(half.id, half.agent) == half
    assert wang.drafts() == [half]
    assert wang.takeovers.taken(half) is None


def test_taken_over_it_is_the_leads_and_the_owner_is_told(wang, lead, half):
    mine = lead.takeovers.take(half, f"  {WHY} ")
    assert lead.drafts() == [mine]
    assert (mine.agent, mine.owner, mine.answers) == (lead._agent.id, half.agent, half.answers)
    assert (mine.field, mine.caret) == (half.field, half.caret)
    assert lead.takeovers.left() == []
    assert wang.drafts() == [half]
    (told,) = wang.takeovers.told()
    assert wang.takeovers.taken(half) == told
    assert (told.by, told.owner, told.why, told.step) == (lead._agent.id, half.agent, WHY, Step.TOOK)
    assert lead.takeovers.told() == []


def test_what_was_left_is_one_question_however_much_it_is(wang, lead, half, clock):
    for _ in range(5):
        clock.go(minutes=1)
        wang.new("gas_repair")
    lead.takeovers.take(half, "x")
    asked = []
    engine = lead._store._door._engines.read
    sa.event.listen(engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    left = lead.takeovers.left()
    assert (len(left), half in left) == (5, False)
    assert sum("drafts" in each for each in asked) == 1


def test_the_record_of_it_goes_to_central_and_says_nothing_of_a_customer(lead, half):
    lead.takeovers.take(half, WHY)
    (body,) = [op.body for op in lead._store.outbox.waiting() if op.kind == "takeover"]
    assert half.id in body
    assert "王小明" not in body
    assert "1380000" not in body


def test_what_the_lead_saves_names_both_and_leaves_no_draft(wang, lead, half):
    mine = lead.takeovers.take(half, WHY)
    saved = lead.save(replace(mine, answers={**REPAIR, **mine.answers}))
    assert saved.problems == []
    assert (saved.call.first_taker, saved.call.handler) == (half.agent, lead._agent.id)
    assert saved.case.first_taker == half.agent
    assert wang.drafts() == lead.drafts() == []
    assert len(wang.takeovers.told()) == 1  # until they have seen it


def test_seen_is_seen_at_every_seat_though_a_clock_is_behind(wang, lead, half, clock):
    lead.takeovers.take(half, WHY)
    clock.go(hours=-3)
    (told,) = wang.takeovers.told()
    wang.takeovers.see(told)
    assert wang.takeovers.told() == []
    steps = wang._store.find(Takeover, draft=half.id)
    assert {each.step for each in steps} == {Step.TOOK, Step.SEEN}


def test_given_back_it_is_the_owners_again_as_they_left_it(wang, lead, half):
    mine = lead.takeovers.take(half, WHY)
    lead.keep(mine)  # the page keeps it again, with empty fields
    assert lead.takeovers.may_give_back(
        replace(mine, answers={**mine.answers, "address": "", "read_back": False})
    )
    lead.takeovers.give_back(mine)
    assert lead.drafts() == []
    assert wang.drafts() == [half]
    assert wang.takeovers.taken(half) is None
    assert wang.takeovers.told() == []


def test_once_something_is_changed_there_is_something_to_lose(lead, half):
    mine = lead.takeovers.take(half, WHY)
    assert not lead.takeovers.may_give_back(typed(lead, mine, address="春晓路88号"))


def test_undoing_a_give_back_goes_on_for_the_same_reason(wang, lead, half):
    mine = lead.takeovers.take(half, WHY)
    lead.takeovers.give_back(mine)
    lead.takeovers.take_again(mine)
    assert lead.drafts() == [mine]
    assert [told.why for told in wang.takeovers.told()] == [WHY]


def test_one_lead_after_the_other_and_the_owner_stays(at, wang, lead, half, clock):
    clock.go(minutes=1)
    mine = lead.takeovers.take(half, WHY)
    mine = typed(lead, mine, address="春晓路88号")
    second = at("9002", Role.SUPERVISOR)
    assert second.takeovers.left() == [mine]
    theirs = second.takeovers.take(mine, "周正下班了")
    assert (theirs.owner, theirs.answers["address"]) == (half.agent, "春晓路88号")
    assert lead.takeovers.taken(lead.drafts()[0]).by == second._agent.id
    saved = second.save(replace(theirs, answers={**REPAIR, **theirs.answers}))
    assert saved.call.first_taker == half.agent
    assert wang.drafts() == lead.drafts() == second.drafts() == []


def test_what_the_owner_adds_to_a_kept_call_can_be_taken_over_too(wang, lead, clock):
    call = wang.save(
        replace(wang.new("gas_leak"), answers={"phone": "13800001234", "address": "和平路7号"})
    ).call
    assert call is not None
    added = wang.additions.keep(call, {"name": "王小明"}, ("name", 3, 0))
    clock.go(minutes=1)
    (left,) = lead.takeovers.left()
    assert left == added
    mine = lead.takeovers.take(left, WHY)
    assert lead.additions.of(call) == mine
    clock.go(minutes=1)
    kept = lead.additions.keep(call, {"name": "王小明", "request": "闻到味道"}, ("request", 4, 0))
    assert (kept.owner, kept.base) == (wang._agent.id, added.saved_at)
    lead.complete(call.id, kept.answers)
    call = lead.get(call.id)
    assert (call.first_taker, call.answers["name"]) == (wang._agent.id, "王小明")
    assert wang.drafts() == lead.drafts() == []


def test_two_who_add_to_one_call_do_not_write_over_each_other(at, wang, clock):
    call = wang.save(
        replace(wang.new("gas_leak"), answers={"phone": "13800001234", "address": "和平路7号"})
    ).call
    wang.additions.keep(call, {"name": "王小明"}, ("name", 3, 0))
    other = at("2002")
    assert other.additions.of(call) is None
    other.additions.keep(call, {"name": "李芳"}, ("name", 2, 0))
    assert wang.additions.of(call).answers == {"name": "王小明"}
    other.complete(call.id, {"name": "李芳"})
    assert wang.additions.of(call).answers == {"name": "王小明"}


def test_where_a_lead_has_words_of_their_own_on_the_call_nothing_is_taken_over(wang, lead):
    call = wang.save(
        replace(wang.new("gas_leak"), answers={"phone": "13800001234", "address": "和平路7号"})
    ).call
    wang.additions.keep(call, {"name": "王小明"}, ("name", 3, 0))
    own = lead.additions.keep(call, {"request": "漏气"}, ("request", 2, 0))
    (left,) = lead.takeovers.left()
    assert lead.takeovers.take(left, WHY) is None
    assert lead.drafts() == [own]
    assert wang._store.find(Takeover, draft=call.id) == []


def test_a_lead_sees_who_locked_this_seat_and_has_not_come_back(at, wang, lead, clock):
    for no, states in (("2001", ["away"]), ("2002", ["away", "offline"]), ("2003", ["ready"])):
        calls = at(no)
        for state in states:
            seat = calls._store.feed.seat_code()
            presence = Presences(calls._store, calls._agent.id, seat, clock, clock.at.timestamp, calls.forms)
            presence._keep(replace(presence.begun(State(state), "key"), reason="meal"), 0)
            clock.go(seconds=1)
    (parked,) = lead.takeovers.parked()
    assert (parked.agent, parked.reason) == (wang._agent.id, "meal")
    with lead._store.write() as to:  # and then was seen elsewhere
        to.put(Presence(new_id(), wang._agent.id, "B07", State.READY, clock(), clock(), "sign_in"))
    assert lead.takeovers.parked() == []
    assert lead.takeovers.whereabouts(wang._agent.id).seat == "B07"


def test_words_typed_after_it_was_taken_over_are_a_draft_of_their_own(wang, lead, half, clock):
    mine = lead.takeovers.take(half, WHY)
    clock.go(minutes=1)
    later = typed(wang, half, name="王小明的母亲", request="还漏气")
    assert wang.takeovers.taken(later) is None
    lead.save(replace(mine, answers={**REPAIR, **mine.answers}))
    call = wang._store.get(Call, half.id)
    assert call.answers["name"] == "王小明"
    assert wang.additions.of(call) == later
