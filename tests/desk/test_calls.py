"""Calls: checked once, kept whole or not at all."""

from dataclasses import replace

import pytest

from app.forms.check import check
from app.forms.spec import Stage
from app.records.calls import Call
from app.records.cases import Case, CaseState
from app.records.customers import Customer
from app.records.ids import is_number, new_id


def test_a_missing_answer_keeps_the_draft_and_nothing_else(calls, opened, repair):
    draft = repair(address="", category="")
    calls.keep(draft)
    saved = calls.save(draft)
    assert [p.field for p in saved.problems] == ["address", "category"]
    assert opened.store.find(Call) == []
    assert [d.answers for d in calls.drafts()] == [draft.answers]
    assert opened.store.count(Customer) == 0


def test_a_call_on_a_form_nobody_defines_any_more_waits_and_keeps_its_answers(calls, opened, repair):
    draft = replace(repair(), form="gone")
    calls.keep(draft)
    assert [p.code for p in calls.save(draft).problems] == ["no_form"]
    assert opened.store.find(Call, form="gone") == []
    assert [d.answers for d in calls.drafts()] == [draft.answers]


def test_a_saved_call_opens_its_case_and_drops_its_draft(calls, cases, opened, repair):
    saved = calls.save(repair())
    assert calls.drafts() == []
    assert opened.store.find(Call) == [saved.call]
    assert cases.mine_open() == [saved.case]
    assert saved.call.case == saved.case.id
    assert saved.case.state is CaseState.RECEIVED
    assert saved.case.title == "灶具不点火、熄火 · 滨江区春晓路88号3幢2单元501室"
    assert is_number(saved.call.number)
    assert is_number(saved.case.number)


def test_everything_of_a_saved_call_waits_to_leave(calls, opened, repair):
    before = opened.store.outbox.state().pending
    calls.save(repair())
    kinds = [op.kind for op in opened.store.outbox.waiting(100)][before:]
    assert sorted(kinds) == ["call", "case", "customer"]


def test_numbers_follow_each_other(calls, repair):
    numbers = [calls.save(repair()).call.number for _ in range(3)]
    assert [n[4:10] for n in numbers] == ["-00001", "-00002", "-00003"]


def test_the_second_call_of_a_number_is_the_same_customer(calls, opened, repair):
    first = calls.save(repair())
    second = calls.save(repair(phone="+86 13800001234", name="王太太", address="江南大道1号"))
    assert second.call.customer == first.call.customer
    customer = opened.store.get(Customer, first.call.customer)
    assert customer.name == "王小明"
    assert customer.addresses == ("江南大道1号", "滨江区春晓路88号3幢2单元501室")
    assert calls.of_customer(customer.id) == [second.call, first.call]


def test_an_emergency_is_saved_with_address_and_number_and_owes_the_rest(calls):
    draft = calls.new("gas_leak", phone="13800001234")
    draft.answers["address"] = "近江六园12幢"
    saved = calls.save(draft)
    assert saved.problems == []
    assert saved.case.urgent
    assert [debt.call for debt in calls.debts.all()] == [saved.call]
    assert calls.debts.count() == 1


def test_a_caller_who_gives_nothing_is_no_customer(calls, repair):
    answers = {"name": {"not_given": "refused"}, "phone": {"not_given": "refused"}}
    saved = calls.save(repair(**answers))
    assert saved.problems == []
    assert saved.call.customer is None


@pytest.fixture
def emergency(calls):
    """Return an emergency that is kept and owes nearly everything."""
    draft = calls.new("gas_leak", phone="13800001234")
    draft.answers["address"] = "近江六园12幢"
    return calls.save(draft).call


def test_what_is_added_to_a_kept_call_stays_until_it_is_saved(calls, emergency):
    calls.additions.keep(emergency, {"request": "地下室"}, ("request", 3, 0))
    (draft,) = calls.drafts()
    assert (draft.id, draft.answers, draft.caret) == (emergency.id, {"request": "地下室"}, 3)
    assert calls.get(emergency.id) == emergency
    assert calls.complete(emergency.id, draft.answers).call.answers["request"] == "地下室"
    assert calls.drafts() == []


def test_a_refused_addition_stays_a_draft(calls, emergency):
    typed = {"request": "漏" * 350_000}
    calls.additions.keep(emergency, typed, ("", 0, 0))
    assert [p.code for p in calls.complete(emergency.id, typed).problems] == ["too_long"]
    assert [d.answers for d in calls.drafts()] == [typed]


def test_a_draft_of_a_kept_call_never_becomes_a_second_call(calls, opened, emergency):
    draft = calls.additions.keep(emergency, {"request": "地下室", "address": "别处"}, ("", 0, 0))
    for _ in range(2):
        saved = calls.save(draft)
    assert saved.call.number == emergency.number
    assert saved.call.case == emergency.case
    assert saved.call.answers == {**emergency.answers, "request": "地下室"}
    assert opened.store.find(Call) == [saved.call]
    assert opened.store.count(Case) == 1


def test_what_another_seat_answered_first_stands_and_is_named(calls, opened, emergency):
    theirs = replace(emergency, answers={**emergency.answers, "request": "别席", "name": "李"})
    with opened.store.write() as to:
        to.put(theirs)
    saved = calls.complete(emergency.id, {"request": "本席", "name": " 李 ", "solved": "solved"})
    assert saved.dropped == ("request",)
    assert saved.call.answers == {**theirs.answers, "solved": "solved"}


def test_an_answer_that_was_emptied_may_be_given_again(calls, opened, emergency):
    with opened.store.write() as to:
        to.put(replace(emergency, answers={**emergency.answers, "name": ""}))
    saved = calls.complete(emergency.id, {"name": "李"})
    assert (saved.call.answers["name"], saved.dropped) == ("李", ())


def test_drafts_are_their_own_agents(calls, opened, repair):
    calls.keep(replace(repair(), id=new_id(), agent="somebody else"))
    calls.discard(calls.drafts()[0].id)
    assert len(calls.drafts()) == 0


def test_a_discarded_draft_can_be_brought_back(calls, repair):
    draft = repair()
    calls.keep(draft)
    calls.discard(draft.id)
    assert calls.drafts() == []
    calls.keep(draft)
    assert len(calls.drafts()) == 1


def test_an_answered_question_opens_no_case(calls, forms):
    draft = calls.new("inquiry")
    draft.answers.update(name="李", phone="13800001234", category="account", request="怎么开户")
    draft.answers.update(answer="带身份证", solved="solved")
    for problem in check(forms.get("inquiry"), draft.answers, Stage.SAVE):
        field = forms.get("inquiry").field(problem.field)
        draft.answers[field.name] = field.choices[0].code if field.choices else True
    saved = calls.save(draft)
    assert saved.problems == []
    assert saved.case is None


@pytest.mark.parametrize(
    "typed",
    [
        "a\0b",
        "👩‍👩‍👧‍👦🔥",
        "𬱖 䶮 𠮷",
        "\u202eעברית\u202c",
        "<script>alert(1)</script>",
        "'; DROP TABLE calls;--",
        "\ud800",
    ],
)
def test_strange_text_is_kept_and_breaks_nothing(calls, opened, repair, typed):
    draft = repair(request=typed, name=typed)
    calls.keep(draft)
    saved = calls.save(draft)
    assert saved.problems == []
    kept = opened.store.get(Call, saved.call.id).answers["request"]
    assert kept == typed.replace("\0", "").replace("\ud800", "\ufffd")
    assert opened.store.count(Case) == 1


def test_a_megabyte_of_text_is_named_not_cut(calls, repair):
    draft = repair(request="漏" * 350_000)
    calls.keep(draft)
    saved = calls.save(draft)
    assert [(p.field, p.code) for p in saved.problems] == [("request", "too_long")]
    assert calls.drafts()[0].answers["request"] == draft.answers["request"]


def test_a_clock_set_back_a_day_loses_and_doubles_nothing(calls, clock, opened, repair):
    first = calls.save(repair())
    clock.go(days=-1)
    second = calls.save(repair())
    assert first.call.number != second.call.number
    assert {c.id for c in opened.store.find(Call)} == {first.call.id, second.call.id}
