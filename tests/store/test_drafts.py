"""Drafts: what was typed comes back, sign by sign, until the call is saved or the draft dropped."""

from dataclasses import replace

from app.records.calls import Call
from app.records.ids import new_id

TYPED = {
    "name": " 王 ",
    "phone": "138 0000",
    "empty": "",
    "nothing": None,
    "order": {"not_given": "refused"},
    "many": ["a", "b"],
    "half": "2026-13-",
}


def test_a_draft_comes_back_as_it_was_typed(store, make):
    draft = make.draft(answers=TYPED, field="phone", caret=8, scroll=120)
    with store.write() as to:
        to.save_draft(draft)
    assert store.drafts.get(draft.id, draft.agent) == draft
    assert store.drafts.all() == [draft]


def test_keeping_a_draft_again_replaces_it_and_makes_no_op(store, make):
    draft = make.draft(answers=TYPED)
    for caret in range(3):
        with store.write() as to:
            to.save_draft(replace(draft, caret=caret))
    assert [d.caret for d in store.drafts.all()] == [2]
    assert store.outbox.waiting() == []


def test_an_agent_sees_their_own_drafts_oldest_first_and_a_lead_all(store, make, clock):
    other = new_id()
    drafts = []
    for agent in (make.agent_id, other, make.agent_id):
        drafts.append(make.draft(agent=agent))
        clock.move(minutes=1)
    with store.write() as to:
        for draft in reversed(drafts):
            to.save_draft(draft)
    assert store.drafts.of_agent(make.agent_id) == [drafts[0], drafts[2]]
    assert store.drafts.all() == drafts


def test_dropping_a_draft_and_keeping_it_again_is_undo(store, make):
    draft = make.draft(answers=TYPED)
    with store.write() as to:
        to.save_draft(draft)
    with store.write() as to:
        to.drop_draft(draft.id)
    assert store.drafts.get(draft.id, draft.agent) is None
    with store.write() as to:
        to.save_draft(draft)
    assert store.drafts.get(draft.id, draft.agent) == draft


def test_call_and_draft_change_places_in_one_commit(store, make):
    draft = make.draft()
    with store.write() as to:
        to.save_draft(draft)
    told = []
    stop = store.changes.listen(told.append)
    with store.write() as to:
        to.put(make.call(id=draft.id))
        to.drop_draft(draft.id)
    stop()
    assert told == [{"call", "outbox", "draft"}]
    assert store.drafts.all() == []
    assert store.get(Call, draft.id)


def test_drafts_survive_a_program_that_never_said_goodbye(store, another, make):
    draft = make.draft(answers=TYPED)
    with store.write() as to:
        to.save_draft(draft)
    assert another().drafts.get(draft.id, draft.agent) == draft  # store is not closed


def test_signs_nobody_can_store_do_not_cost_the_rest(store, make):
    draft = make.draft(answers={"request": "漏气\ud83d\0了"})
    with store.write() as to:
        to.save_draft(draft)
    assert store.drafts.get(draft.id, draft.agent).answers == {"request": "漏气\ufffd\ufffd了"}
