"""What is half typed on a page that is no call: its agent's alone, and no draft of a call."""

from dataclasses import replace

import pytest

from app.desk.jottings import Jottings
from app.desk.takeovers import Takeovers
from app.records.accounts import Agent, Role
from app.records.ids import new_id

PAGE, TYPED, PLACE = "leave", {"note": "接孩子 𬱖<b>'; --", "minutes": 40}, ("note", 3, 12)


@pytest.fixture
def mine(opened, clock):
    return Jottings(opened.store, opened.agent, clock)


def test_it_comes_back_as_it_was_typed_with_the_caret(mine):
    mine.keep(PAGE, TYPED, PLACE)
    there = mine.get(PAGE)
    assert there.answers == TYPED
    assert (there.field, there.caret, there.scroll) == PLACE


def test_nobody_else_sees_it_neither_a_colleague_nor_a_lead_nor_the_work_list(opened, mine, calls, clock):
    mine.keep(PAGE, TYPED)
    lead = Agent(new_id(), "1009", "古丽", Role.LEAD, "")
    assert Jottings(opened.store, lead, clock).get(PAGE) is None
    assert Takeovers(opened.store, lead, clock).left() == []
    assert calls.drafts() == []


def test_with_nothing_typed_nothing_is_left(opened, mine):
    mine.keep(PAGE, TYPED)
    mine.keep(PAGE, {})
    assert mine.get(PAGE) is None
    told = []
    opened.store.changes.listen(told.append)
    mine.keep(PAGE, {})
    assert told == []  # not even a write


def test_what_the_file_did_not_take_comes_by_the_mailbox_but_for_what_is_older(accounts, opened, mine):
    key = opened.box
    mine.keep("old", TYPED)
    there = mine.get("old")
    accounts.letters.post(
        key, [mine.jotting(PAGE, TYPED, PLACE), replace(there, answers={}, saved_at=there.saved_at)]
    )
    opened.store.close()
    again = accounts.sign_in("1001", "correct horse 电池")
    kept = Jottings(again.store, again.agent, accounts._now)
    assert kept.get(PAGE).answers == TYPED
    assert kept.get("old").answers == TYPED
    assert again.delivered == 2
    again.store.close()
