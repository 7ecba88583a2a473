"""What was thrown away can be brought back for a day, word by word; then it is nowhere any more."""

from dataclasses import replace
from datetime import timedelta

from app.desk.discards import Discards
from app.records.accounts import Agent, Role
from app.records.ids import new_id


def test_it_comes_back_word_by_word_within_a_day_and_is_nobodys_draft_meanwhile(calls, opened, repair, clock):
    draft = repair(request="漏气 𬱖")
    calls.keep(draft)
    calls.discards.put(draft.id)
    store = opened.store
    assert calls.drafts() == store.drafts.all() == store.drafts.of_others(new_id()) == []
    assert store.drafts.get(draft.id, draft.agent) is None
    clock.go(hours=23, minutes=59)
    (gone,) = calls.discards.all()
    assert calls.discards.until(gone) == gone.discarded_at + timedelta(days=1)
    back = calls.discards.bring_back(draft.id)
    assert back.answers == draft.answers
    assert [each.answers for each in calls.drafts()] == [draft.answers]
    assert calls.discards.all() == []


def test_after_a_day_it_is_wiped_whoever_is_signed_in(calls, opened, repair, clock):
    draft, other = repair(), replace(repair(), id=new_id())
    calls.keep(draft)
    calls.discards.put(draft.id)
    clock.go(hours=12)
    calls.keep(other)
    calls.discards.put(other.id)
    clock.go(hours=12)
    assert [each.id for each in calls.discards.all()] == [other.id]
    assert calls.discards.bring_back(draft.id) is None
    Discards(opened.store, Agent(new_id(), "1002", "李芳", Role.AGENT, ""), clock).wipe()
    assert [each.id for each in opened.store.drafts.discarded(draft.agent)] == [other.id]


def test_nobody_throws_away_or_brings_back_what_is_anothers(calls, opened, repair, clock):
    other = replace(repair(), id=new_id(), agent=new_id())
    calls.keep(other)
    calls.discards.put(other.id)
    assert opened.store.drafts.get(other.id, other.agent) is not None
    assert calls.discards.bring_back(other.id) is None


def test_what_a_save_writes_over_is_not_brought_back(calls, repair):
    draft = repair()
    calls.keep(draft)
    calls.discards.put(draft.id)
    assert calls.save(draft).call is not None
    assert calls.discards.bring_back(draft.id) is None
