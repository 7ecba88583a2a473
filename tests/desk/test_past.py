"""What is read of cases beside the records: their steps, what inspectors were asked, and what they owe."""

import pytest

from app.desk.moves import Moves
from app.desk.past import past_of
from app.desk.tasks import Tasks
from app.forms.clocks import Start
from app.records.accounts import Role
from app.records.cases import Case, CaseState
from app.records.moves import Verb
from app.records.tasks import Ask, Result


@pytest.fixture
def moves(opened, clock, people, forms):
    return lambda role=Role.AGENT: Moves(opened.store, forms, people[role], clock)


@pytest.fixture
def tasks(opened, clock, people, moves, forms):
    return Tasks(opened.store, moves(), forms, people[Role.AGENT], clock)


@pytest.fixture
def past(opened):
    return past_of(opened.store)


def test_the_steps_of_each_case_come_in_their_order_without_who_merely_looked(moves, case, clock, past):
    one, other, untouched = case(), case(), case()
    moves().take(one.id, Verb.PREFILE)
    clock.go(minutes=1)
    moves().take(other.id, Verb.PREFILE)
    clock.go(minutes=1)
    moves(Role.LEAD).take(one.id, Verb.FILE)
    moves().see(moves().of_case(one.id)[-1])
    steps = past.steps([one.id, other.id, untouched.id])
    assert {id: [step.verb for step in each] for id, each in steps.items()} == {
        one.id: [Verb.PREFILE, Verb.FILE],
        other.id: [Verb.PREFILE],
    }
    assert past.steps([other.id]).keys() == {other.id}
    assert past.steps([]) == {}


def test_what_inspectors_were_asked_is_told_as_the_rules_call_it(tasks, case, past):
    before, after, untouched = case(CaseState.PREFILED), case(CaseState.HANDLED), case()
    answered = tasks.ask(before.id, Ask.ON_SITE, "老周").task
    tasks.ask(after.id, Ask.INSPECTION, "老周")
    tasks.answer(answered.id, Result.MET, "属实")  # asked it was all the same
    asked = past.asked([before.id, after.id, untouched.id])
    assert asked == {before.id: {"verify"}, after.id: {"inspect"}}
    assert past.asked([]) == {}


def test_what_nobody_has_answered_is_owed_by_who_has_the_case_the_soonest_first(
    opened, tasks, case, clock, past
):
    first = tasks.ask(case(CaseState.HANDLED).id, Ask.INSPECTION, "老周").task
    clock.go(minutes=5)
    sooner = case(CaseState.PREFILED)
    second = tasks.ask(sooner.id, Ask.ON_SITE, "老周").task
    clock.go(minutes=5)
    third = tasks.ask(case(CaseState.HANDLED).id, Ask.INSPECTION, "老周").task
    answered = tasks.ask(case(CaseState.PREFILED).id, Ask.ON_SITE, "老周").task
    tasks.answer(answered.id, Result.MET, "属实")
    owed = past.tasks()
    assert [each.id for each in owed] == [second.id, first.id, third.id]
    fact, here = owed[0], opened.store.get(Case, sooner.id)
    assert (fact.of, fact.kind, fact.state) == ("task", "task", Ask.ON_SITE)
    assert (fact.title, fact.number, fact.form, fact.handler) == (
        here.title, here.number, here.form, here.handler,
    )  # fmt: skip
    assert (fact.starts, fact.due_at) == ({Start.ASKED: second.asked_at}, second.due_at)


def test_no_number_of_a_caller_stands_in_what_is_owed(tasks, case, past):
    tasks.ask(case(CaseState.PREFILED, title="噪音 13800001234").id, Ask.ON_SITE, "老周")
    (owed,) = past.tasks()
    assert "13800001234" not in owed.title
    assert owed.title.startswith("噪音")


def test_what_is_asked_of_a_case_that_is_not_here_is_nobodys_here(opened, tasks, case, past):
    asked = tasks.ask(case(CaseState.PREFILED).id, Ask.ON_SITE, "老周").task
    with opened.store._door.write() as connection:  # as a narrower scope leaves it
        connection.exec_driver_sql("DELETE FROM cases WHERE id = ?", (asked.case,))
    assert past.tasks() == []
