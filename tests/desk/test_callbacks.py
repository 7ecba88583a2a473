"""Calls owed: promised on a form or missed, taken by an agent, done with what came of it, and never gone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.desk.additions import amend
from app.desk.callbacks import Callbacks
from app.desk.escalations import Escalations
from app.forms.telephony import told_of
from app.records.accounts import Agent, Role
from app.records.callbacks import Callback, CallbackState, Why
from app.records.ids import new_id


@pytest.fixture
def promised(calls, clock):
    """Save a question that stays open, and what was promised."""

    def save(form="inquiry", **more):
        draft = calls.new(form)
        draft.answers.update(name="李", phone="138 0000 1234", category="account", request="怎么开户")
        draft.answers.update(solved="unsolved", why_open="要问营业厅", due_at=_in(clock, hours=2))
        draft.answers.update(more)
        saved = calls.save(draft)
        assert saved.problems == []
        return saved.call

    return save


def _in(clock, **by):
    return (clock() + timedelta(**by)).isoformat()


def test_a_promise_is_owed_at_its_own_time_by_whoever_made_it(calls, promised, opened, clock):
    call = promised()
    (one,) = calls.callbacks.open()
    assert (one.why, one.call, one.number) == (Why.PROMISE, call.id, "+8613800001234")
    assert (one.handler, one.due_at, one.customer) == (
        opened.agent.id, clock() + timedelta(hours=2), call.customer,
    )  # fmt: skip
    assert calls.callbacks.count() == 1
    assert calls.callbacks.due() == []
    clock.go(hours=2)
    assert [each.id for each in calls.callbacks.due()] == [one.id]


def test_a_visit_is_no_promise_nor_is_what_was_to_be_done_in_the_past(calls, promised, repair, clock):
    calls.save(repair(due_at=_in(clock, hours=3)))
    promised(due_at=_in(clock, hours=-3))
    assert calls.callbacks.open() == []


def test_a_promise_made_later_is_owed_once(calls, promised, clock):
    call = promised(solved="solved", answer="带身份证", due_at=None)
    form = calls.form_of(call)
    with calls._store.write() as to:
        call = amend(to, form, call, {"solved": "partly", "why_open": "x", "due_at": _in(clock, hours=1)})
    (one,) = calls.callbacks.open()
    calls.callbacks.note(one.id, "reached")
    with calls._store.write() as to:
        amend(to, form, call, {"name": "李四"})
    assert calls.callbacks.open() == []


def test_it_is_tried_until_somebody_says_what_came_of_it(calls, promised, opened, clock):
    promised()
    (one,) = calls.callbacks.open()
    clock.go(hours=2)
    tried = calls.callbacks.note(one.id, "no_answer", "  响了\n一分钟 " + "很" * 300)
    assert (tried.state, tried.again_at) == (CallbackState.OPEN, clock() + timedelta(minutes=30))
    assert len(tried.tries[0]["note"]) == 200
    assert calls.callbacks.due() == []
    clock.go(minutes=30)
    assert len(calls.callbacks.due()) == 1
    done = calls.callbacks.note(one.id, "reached")
    assert (done.outcome, done.done_by, len(done.tries)) == ("reached", opened.agent.id, 2)
    assert calls.callbacks.open() == []
    assert calls.callbacks.get(one.id) == done  # and it stays
    assert calls.callbacks.note(one.id, "refused") == done


def test_one_that_is_nobodys_is_everybodys_until_an_agent_takes_it(opened, forms, clock):
    def desk(no):
        return Callbacks(opened.store, forms, Agent(new_id(), no, no, Role.AGENT, ""), clock)

    wang, li = desk("1001"), desk("1002")
    owed = Callback(new_id(), Why.MISSED, clock(), clock(), "+8613800001234")
    with opened.store.write() as to:
        to.put(owed)
    assert wang.open() == li.open() == [owed]
    taken = wang.take(owed.id)
    assert (wang.open(), li.open(), li.count()) == ([taken], [], 0)
    assert li.of_number("+8613800001234") == [taken]
    assert li.take(owed.id).handler != taken.handler  # a colleague who is not there does not keep it
    assert wang.open() == []
    assert wang.take("unknown") is wang.note("unknown", "reached") is None


# -- what was asked upward (CALL-12) --


@pytest.fixture
def upward(opened, forms, clock, people):
    """Return how the agent of the seat, or somebody of another role, asks and answers."""
    return lambda role=None: Escalations(opened.store, forms, people[role] if role else opened.agent, clock)


def owed_of(calls, call):
    return calls._store.find(Callback, call=call.id, newest_first=False)


@pytest.mark.parametrize("waits", [True, False])
def test_what_was_answered_is_owed_by_who_asked_unless_the_caller_is_on_the_line(
    calls, repair, upward, opened, clock, waits
):
    call = calls.save(repair()).call
    asked = upward().ask(call.id, "能减免吗", waits=waits).escalation
    clock.go(minutes=40)
    upward(Role.DIRECTOR).answer(asked.id, "能")
    upward().owe_answers()
    owed = [(each.why, each.handler, each.number, each.owed_at) for each in owed_of(calls, call)]
    assert owed == ([] if waits else [(Why.ANSWER, opened.agent.id, "+8613800001234", clock())])
    for each in owed_of(calls, call):
        assert calls.callbacks.leads_to(each) == ("escalation", asked.id)


def test_of_a_case_its_first_caller_hears_the_answer(calls, repair, upward):
    saved = calls.save(repair())
    asked = upward().ask(saved.case.id, "能减免吗", waits=False).escalation
    upward(Role.DIRECTOR).answer(asked.id, "能")
    (owed,) = owed_of(calls, saved.call)
    assert calls.callbacks.leads_to(owed) == ("escalation", asked.id)


def test_who_is_promised_a_call_anyway_is_called_once(calls, promised, upward, clock):
    call = promised()
    asked = upward().ask(call.id, "怎么开户", waits=False).escalation
    upward(Role.DIRECTOR).answer(asked.id, "带身份证")
    (owed,) = owed_of(calls, call)
    assert owed.why is Why.PROMISE
    calls.callbacks.note(owed.id, "reached")
    upward().owe_answers()
    assert len(owed_of(calls, call)) == 1


@pytest.mark.parametrize("seen", [True, False])
def test_what_was_answered_before_the_call_was_saved_is_owed_once_it_is(calls, repair, upward, seen):
    draft = repair()
    asked = upward().ask(draft.id, "能减免吗", waits=False).escalation
    answered = upward(Role.DIRECTOR).answer(asked.id, "能").escalation
    if seen:
        upward().see(answered)
    call = calls.save(draft).call
    assert [each.why for each in owed_of(calls, call)] == [Why.ANSWER]
    upward().owe_answers()
    assert len(owed_of(calls, call)) == 1


def test_an_answer_given_where_the_call_was_not_known_is_owed_where_it_was_asked(
    calls, repair, upward, opened
):
    call = calls.save(repair()).call
    asked = upward().ask(call.id, "能减免吗", waits=False).escalation
    at = asked.asked_at + timedelta(minutes=5)
    with opened.store.write() as to:
        to.put(replace(asked, answer="能", answered_by=new_id(), answered_at=at))
    upward().owe_answers()
    assert [(each.why, each.owed_at) for each in owed_of(calls, call)] == [(Why.ANSWER, at)]


def test_a_missed_call_is_not_taken_for_the_call_a_complaint_is_owed(calls, clock):
    owed = Callback(new_id(), Why.COMPLAINT, clock(), clock(), "+8613800001234")
    with calls._store.write() as to:
        to.put(owed)
    said = {"event": "missed", "number": "13800001234", "at": clock().isoformat()}
    ring = calls.rings.hear(told_of(said, clock()))
    assert ring.callback not in (None, owed.id)
    assert calls.callbacks.get(owed.id).why is Why.COMPLAINT
