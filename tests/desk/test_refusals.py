"""What central refused: shown as it was sent, corrected as another op, or set aside by a lead."""

import json
from dataclasses import replace

import pytest

from app.desk.refusals import Refusals
from app.records.accounts import Role
from app.records.calls import Call
from app.records.ops import Cursor, Image, Page, Receipt, Verdict


@pytest.fixture
def saved(calls, repair):
    return calls.save(repair(request="长" * 30))


def answer(opened, kind, verdict, reason="too_long"):
    """Central's word on all of a kind that waits; what else waits it takes."""
    store = opened.store
    for op in store.outbox.waiting(500):
        refused = op.kind == kind
        store.outbox.settle(
            [Receipt(op.id, verdict if refused else Verdict.APPLIED, None if refused else 1, (), reason)]
        )


@pytest.fixture
def refused(opened, saved, refusals):
    answer(opened, "call", Verdict.REJECTED)
    (found,) = refusals.open()
    return found


def come_back(opened, record, version, **told):
    """The record's image from central, with *told* in it."""
    body = json.dumps(told)
    opened.store.feed.receive(Page((Image(record.kind, record.id, version, body, Cursor(7, version), True),)))


def test_what_was_sent_is_there_with_the_reason(refused, saved, refusals):
    assert (refused.kind, refused.record, refused.reason) == ("call", saved.call.id, "too_long")
    assert refused.patch["a.request"] == "长" * 30
    assert refusals.get(refused.op) == refused


def test_a_creation_that_was_refused_goes_again_whole_and_corrected(refused, saved, refusals, opened):
    assert refusals.send_again(refused, {"a.request": "短"}) == []
    (op,) = opened.store.outbox.waiting(500)
    assert op.id != refused.op
    assert op.patch == {**refused.patch, "a.request": "短"}
    assert opened.store.get(Call, saved.call.id).answers["request"] == "短"
    assert refusals.open() == []
    assert opened.store.outbox.state(opened.agent.id).attention == 0
    assert replace(refusals.get(refused.op), is_closed=False) == refused  # and the old one is as it was


def test_it_may_go_again_as_it_is(refused, refusals, opened):
    assert refusals.send_again(refused, {}) == []
    (op,) = opened.store.outbox.waiting(500)
    assert op.patch == refused.patch
    assert op.n == opened.store.outbox.last_n()


def test_what_followed_a_refused_creation_goes_with_it(refused, saved, refusals, opened):
    with opened.store.write() as to:
        to.put(replace(saved.call, answers={**saved.call.answers, "name": "李芳"}))
    answer(opened, "call", Verdict.REJECTED, "missing_keys")
    assert len(refusals.open()) == 2
    assert refusals.told(refused)["a.name"] == "李芳"  # what stands here by now, not what was sent first
    assert refusals.send_again(refused, {"a.request": "短"}) == []
    assert refusals.open() == []
    (op,) = opened.store.outbox.waiting(500)
    assert (op.patch["a.name"], op.patch["a.request"]) == ("李芳", "短")


def test_a_change_that_was_refused_goes_again_on_what_central_has_now(opened, saved, refusals):
    answer(opened, "case", Verdict.APPLIED)
    with opened.store.write() as to:
        to.put(replace(opened.store.get(Call, saved.call.id), channel="visit"))
        call = opened.store.get(Call, saved.call.id)
    with opened.store.write() as to:
        to.put(replace(call, channel="visit", answers={**call.answers, "request": "改"}))
    answered = opened.store.outbox.waiting(500)
    assert [op.patch for op in answered] == [{"channel": "visit"}, {"a.request": "改"}]
    first, second = (op.id for op in answered)
    # Central has the record in version 4 by now, with the second change and without the first.
    opened.store.outbox.settle(
        [Receipt(first, Verdict.REJECTED, reason="session"), Receipt(second, Verdict.APPLIED, 3)]
    )
    body = opened.store.get(Call, saved.call.id)
    told = {
        "number": body.number, "channel": "phone", "form": body.form, "form_version": body.form_version,
        "started_at": body.started_at.isoformat(), "saved_at": body.saved_at.isoformat(),
        "first_taker": body.first_taker, "handler": body.handler, "a.request": "别席改", "a.name": "王",
    }  # fmt: skip
    come_back(opened, saved.call, 4, **told)
    assert opened.store.get(Call, saved.call.id).channel == "phone"
    (found,) = refusals.open()
    assert refusals.told(found) == {"channel": "visit"}
    assert refusals.send_again(found, {"channel": "chat"}) == []
    (op,) = opened.store.outbox.waiting(500)
    assert op.patch == {"channel": "chat"}
    assert json.loads(op.body)["base"] == 4


def test_a_correction_is_checked_as_the_form_checks_it(refused, refusals, opened):
    (found,) = refusals.send_again(refused, {"a.address": ""})
    assert (found.field, found.code) == ("a.address", "required")
    assert opened.store.outbox.waiting(500) == []
    assert refusals.open() == [refused]


def test_a_lead_may_set_an_entry_aside_and_nothing_of_it_is_deleted(refused, refusals, opened, corrections):
    agent, lead = (
        Refusals(opened.store, corrections, replace(opened.session, role=role))
        for role in (Role.AGENT, Role.LEAD)
    )
    assert not agent.may_set_aside
    with pytest.raises(PermissionError):
        agent.set_aside(refused, "重复")
    lead.set_aside(refused, "重复录入，已并入前一条")
    assert refusals.open() == []
    kept = refusals.get(refused.op)
    assert (kept.body, kept.is_closed) == (refused.body, True)
    with opened.store._door.read() as connection:
        row = connection.exec_driver_sql("SELECT * FROM seen_to").mappings().one()
    assert dict(row) == {
        "op": refused.op,
        "by": opened.agent.id,
        "note": "重复录入，已并入前一条",
        "again": None,
    }


def test_a_kind_nobody_corrects_is_shown_all_the_same(opened, refusals):
    answer(opened, "session", Verdict.REJECTED, "session")
    (found,) = refusals.open()
    assert refusals.told(found) == found.patch
    assert [p.code for p in refusals.send_again(found, {})] == ["no_record"]
