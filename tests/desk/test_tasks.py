"""What inspectors are asked, how they are chased, and what their answer does with the case."""

from datetime import timedelta

import pytest

from app.desk.moves import Moves, Said
from app.desk.tasks import Tasks
from app.forms.casework import Casework
from app.forms.load import Forms
from app.records.accounts import Role
from app.records.cases import Case, CaseState
from app.records.moves import Verb
from app.records.tasks import Ask, Result

S = CaseState


@pytest.fixture
def tasks(opened, clock, people):
    forms = Forms(casework=Casework(on_site=60, inspection=90))

    def of(role=Role.AGENT):
        moves = Moves(opened.store, forms, people[role], clock)
        return Tasks(opened.store, moves, forms, people[role], clock)

    return of


@pytest.mark.parametrize(
    ("state", "asks"),
    [
        (S.RECEIVED, [Ask.ON_SITE]),
        (S.PREFILED, [Ask.ON_SITE]),
        (S.FILED, []),
        (S.HANDLED, [Ask.INSPECTION]),
        (S.CLOSED, []),
    ],
)
def test_an_inspector_verifies_before_filing_and_inspects_after_handling(tasks, case, state, asks):
    here = case(state)
    assert tasks().may_ask(here) == asks
    assert tasks(Role.QA).may_ask(here) == []
    for ask in set(Ask) - set(asks):
        assert tasks().ask(here.id, ask, "老周").problems[0].code == "no_way"


def test_it_has_a_term_of_the_centre_and_every_chasing_counts(tasks, case, clock):
    asked = tasks().ask(case(S.PREFILED).id, Ask.ON_SITE, " 监督员 周𬱖 ", note="看看").task
    assert (asked.inspector, asked.due_at) == ("监督员 周𬱖", clock() + timedelta(minutes=60))
    clock.go(minutes=61)
    for note in ("打了电话", ""):
        tasks().chase(asked.id, note)
    chased = tasks().get(asked.id)
    assert [(c["note"], c["by"] != "") for c in chased.chases] == [("打了电话", True), ("", True)]
    assert tasks().may_ask(tasks()._store.get(Case, asked.case)) == []  # one at a time


def test_a_lead_files_once_the_inspector_has_answered(tasks, case, clock, people, opened, forms):
    here, lead = case(S.PREFILED), Moves(opened.store, forms, people[Role.LEAD], clock)
    asked = tasks().ask(here.id, Ask.ON_SITE, "老周").task
    assert [p.code for p in lead.take(here.id, Verb.FILE).problems] == ["verifying"]
    assert tasks().answer(asked.id, Result.NOT_MET, " ").problems[0].field == "answer"
    clock.go(minutes=5)
    assert not tasks().answer(asked.id, Result.MET, "属实", clock() - timedelta(minutes=2)).problems
    answered = tasks().get(asked.id)
    assert (answered.answered_at, answered.answered_by) == (
        clock() - timedelta(minutes=2),
        people[Role.AGENT].id,
    )
    assert lead.take(here.id, Verb.FILE).case.state is S.FILED
    for again in (tasks().answer(asked.id, Result.UNCLEAR, "x"), tasks().chase(asked.id)):
        assert again.problems[0].code == "answered"


@pytest.mark.parametrize(
    ("result", "state"), [(Result.MET, S.VERIFIED), (Result.NOT_MET, S.RETURNED), (Result.UNCLEAR, S.HANDLED)]
)
def test_an_inspection_lets_the_case_go_on_or_sends_it_back(tasks, case, result, state, opened):
    here = case(S.HANDLED)
    asked = tasks().ask(here.id, Ask.INSPECTION, "老周").task
    tasks().answer(asked.id, result, "垃圾还在")
    assert opened.store.get(Case, here.id).state is state


def test_an_agent_sees_their_own_and_a_lead_all_what_is_due_first_first(tasks, case):
    one = tasks().ask(case().id, Ask.ON_SITE, "甲").task
    two = tasks(Role.LEAD).ask(case(S.HANDLED).id, Ask.INSPECTION, "乙", one.due_at - timedelta(hours=1)).task
    assert [t.id for t in tasks().open()] == [one.id]
    assert [t.id for t in tasks(Role.LEAD).open()] == [two.id, one.id]
    assert (tasks().count(), tasks(Role.SUPERVISOR).count()) == (1, 2)
    tasks().answer(one.id, Result.MET, "")
    assert tasks().open() == []


@pytest.mark.parametrize(
    ("inspector", "note", "field"),
    [("", "", "inspector"), ("x" * 101, "", "inspector"), ("x", "x" * 501, "note")],
)
def test_what_is_missing_or_too_long_is_named(tasks, case, inspector, note, field):
    here = case()
    assert tasks().ask(here.id, Ask.ON_SITE, inspector, note=note).problems[0].field == field
    assert tasks().of_case(here.id) == []


def test_the_case_may_have_gone_elsewhere_before_the_answer_comes(tasks, case, opened, forms, clock, people):
    here = case(S.HANDLED)
    asked = tasks().ask(here.id, Ask.INSPECTION, "老周").task
    Moves(opened.store, forms, people[Role.LEAD], clock).take(here.id, Verb.CANCEL, Said("误报"))
    assert not tasks().answer(asked.id, Result.MET, "").problems
    assert opened.store.get(Case, here.id).state is S.CANCELLED


def test_the_term_follows_what_is_published_at_once(tasks, clock):
    desk = tasks()
    desk._forms.renew(Forms(casework=Casework(on_site=30)))
    assert desk.term(Ask.ON_SITE) == clock() + timedelta(minutes=30)
