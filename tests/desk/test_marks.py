"""Marks: a proposal is no fact, and what it comes to is a lead's word (CALL-10)."""

from dataclasses import replace

import pytest

from app.desk.marks import Marks
from app.records.accounts import Role
from app.records.ids import new_id
from app.records.marks import LONGEST_WHY, Mark, Word


@pytest.fixture
def marks(opened, clock):
    """The same seat as an agent has it, and as a lead whose sign-in central knows."""

    def of(role, **more):
        return Marks(opened.store, replace(opened.session, role=role, **more), clock)

    return of


WHO = new_id()
WHY = "三次约好上门都不在家，还辱骂维修工"


def test_a_proposal_is_one_until_a_lead_confirms_it_and_says_why_in_both(marks):
    agent, lead = marks(Role.AGENT), marks(Role.LEAD, confirmed=True)
    proposal = agent.propose(WHO, "difficult", f"  {WHY}\n ")
    (standing,) = agent.of(WHO)
    assert (standing.word, standing.proposal.why) == (Word.PROPOSED, WHY)
    assert [each.proposal for each in lead.waiting()] == [proposal]
    lead.answer(proposal, Word.CONFIRMED)
    (standing,) = agent.of(WHO)
    assert (standing.word, standing.proposal) == (Word.CONFIRMED, proposal)
    assert lead.waiting() == []


@pytest.mark.parametrize("words", [[Word.REFUSED], [Word.CONFIRMED, Word.LIFTED]])
def test_what_was_refused_or_lifted_is_shown_no_more_and_is_kept_with_its_reason(opened, marks, words):
    agent, lead = marks(Role.AGENT), marks(Role.SUPERVISOR, confirmed=True)
    proposal = agent.propose(WHO, "difficult", WHY)
    for word in words:
        lead.answer(proposal, word, "查过，是误会")
    assert agent.of(WHO) == lead.waiting() == []
    assert opened.store.count(Mark, customer=WHO) == 1 + len(words)


@pytest.mark.parametrize(
    ("role", "confirmed"), [(Role.AGENT, True), (Role.QA, True), (Role.LEAD, False), (Role.AGENT, False)]
)
def test_nobody_but_a_lead_whom_central_knows_decides(marks, role, confirmed):
    here = marks(role, confirmed=confirmed)
    proposal = here.propose(WHO, "difficult", WHY)
    assert not here.may_answer
    assert here.waiting() == []
    with pytest.raises(PermissionError):
        here.answer(proposal, Word.CONFIRMED)
    assert [each.word for each in here.of(WHO)] == [Word.PROPOSED]


def test_without_a_reason_nothing_is_proposed_refused_or_lifted(opened, marks):
    lead = marks(Role.LEAD, confirmed=True)
    assert lead.propose(WHO, "difficult", " \n ") is None
    proposal = lead.propose(WHO, "difficult", "因" * 1000 + "\0😀")
    assert len(proposal.why) == LONGEST_WHY
    assert lead.answer(proposal, Word.REFUSED) is None
    assert lead.answer(proposal, Word.LIFTED, " ") is None
    assert opened.store.count(Mark, customer=WHO) == 1


def test_a_word_that_answers_nothing_here_makes_no_fact(opened, marks, clock):
    lone = Mark(new_id(), WHO, "difficult", Word.CONFIRMED, WHY, new_id(), new_id(), clock(), new_id())
    with opened.store.write() as to:
        to.put(lone)
    assert marks(Role.AGENT).of(WHO) == []
