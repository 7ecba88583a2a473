"""Entries checked again, mistakes counted against the month's three, and the fourth reported upward."""

from dataclasses import replace

import pytest

from app.desk.calls import Calls
from app.desk.reviews import Reviews, month_of
from app.records.accounts import Role
from app.records.ids import new_id
from app.records.reviews import Outcome, Review


@pytest.fixture
def saved(calls, repair):
    return calls.save(repair()).call


@pytest.fixture
def as_role(opened, forms, clock):
    """Be somebody of another role at this seat."""

    def become(role, agent=None):
        session = replace(opened.session, role=role, agent=agent or new_id())
        opened.store.session = session
        return Reviews(opened.store, forms, clock)

    yield become
    opened.store.session = opened.session


def said(opened):
    return [(r.outcome, r.field) for r in opened.store.find(Review, agent=opened.agent.id)]


def test_an_entry_waits_until_it_was_checked_again(calls, saved, repair, opened, clock):
    reviews = calls.reviews
    later = calls.save(repair()).call
    other = calls.new("inquiry")
    other.answers.update(
        name="李", phone="13800001234", category="bill", request="?", solved="solved", answer="!"
    )
    calls.save(other)  # its form asks for no second look
    assert reviews.waiting() == [saved, later]
    reviews.confirm(saved)
    reviews.wrong(later, "address", "501 记成 105")
    assert reviews.waiting() == []
    assert [(r.outcome, r.field, r.note) for r in reviews.of(later.id)] == [
        (Outcome.WRONG, "address", "501 记成 105")
    ]
    clock.go(days=3)
    assert calls.save(repair()).call in reviews.waiting()
    clock.go(days=3)
    assert reviews.waiting() == []


def test_the_fourth_mistake_of_a_month_is_reported_until_it_was_read(saved, opened, as_role, clock):
    lead = as_role(Role.LEAD)
    for n in range(3):
        lead.wrong(saved, "address", str(n))
    chief = as_role(Role.SUPERVISOR)
    (tally,) = chief.tallies(month_of(clock()))
    assert (len(tally.entries), tally.allowed, tally.is_reported) == (3, 3, False)
    assert chief.reports() == []
    lead = as_role(Role.LEAD)
    lead.missed(opened.agent.id, "10:20 来电没有登记")
    assert lead.reports() == []  # they go upward
    assert lead.count(opened.agent.id) == 4
    chief = as_role(Role.SUPERVISOR)
    (tally,) = chief.reports()
    chief.hear(tally, "已谈话")
    assert chief.reports() == []
    chief.wrong(saved, "phone", "")
    (tally,) = chief.reports()  # one more than was read of
    assert len(tally.entries) == 5


def test_the_next_month_begins_anew_and_the_last_report_is_not_lost(saved, as_role, opened, clock):
    chief = as_role(Role.SUPERVISOR)
    for _ in range(4):
        chief.missed(opened.agent.id, "")
    clock.go(days=14)
    assert chief.count(opened.agent.id) == 0
    assert [tally.month for tally in chief.reports()] == ["2026-11"]


def test_an_agent_says_of_others_only_that_they_are_right_and_sees_no_other_tally(
    saved, opened, as_role, clock
):
    mine = as_role(Role.AGENT)
    with pytest.raises(PermissionError):
        mine.wrong(saved, "address", "")
    with pytest.raises(PermissionError):
        mine.missed(opened.agent.id, "")
    mine.confirm(saved)
    as_role(Role.QA).wrong(saved, "address", "")
    assert as_role(Role.AGENT).tallies(month_of(clock())) == []
    own = as_role(Role.AGENT, opened.agent.id)
    own.missed(opened.agent.id, "自己发现")
    assert len(own.tallies(month_of(clock()))[0].entries) == 2
    with pytest.raises(PermissionError):
        own.hear(own.tallies(month_of(clock()))[0])


def test_the_work_list_shows_what_waits_and_to_whom_it_goes_what_is_reported(worklist, calls, saved, opened):
    assert [(i.kind, i.id) for i in worklist.group("to_review").items] == [("review", f"review {saved.id}")]
    assert "reports" not in worklist.groups
    calls.reviews.confirm(saved)
    assert worklist.group("to_review").count == 0


def test_a_note_of_any_length_and_sign_is_kept_and_cut(calls, saved):
    calls.reviews.wrong(saved, "", "<b>𬱖</b>'; DROP\0" + "长" * 600)
    (kept,) = calls.reviews.of(saved.id)
    assert len(kept.note) == 500
    assert kept.note.startswith("<b>𬱖</b>'; DROP\ufffd")


def test_a_centre_may_check_nothing_again(opened, forms, clock, saved):
    forms_off = type(forms)(forms.versions, forms.lists)
    assert Calls(opened.store, forms_off, opened.agent, clock, "zh_CN").reviews.waiting() == []
