"""Questions upward: to the nearest who may answer, on from there, and back to who asked."""

from dataclasses import replace

import pytest

from app.desk.escalations import Escalations
from app.forms.casework import Casework
from app.forms.load import Forms
from app.records.accounts import Role
from app.records.escalations import UPWARD
from app.records.ids import new_id


@pytest.fixture
def desk(opened, clock, people):
    return lambda role=Role.AGENT: Escalations(opened.store, Forms(), people[role], clock)


@pytest.fixture
def ask(desk):
    return lambda role=Role.AGENT, **more: (
        desk(role).ask(new_id(), "减免几元？", **{"waits": False} | more).escalation
    )


@pytest.mark.parametrize(
    ("role", "level"),
    [
        (Role.AGENT, Role.LEAD),
        (Role.LEAD, Role.SUPERVISOR),
        (Role.SUPERVISOR, Role.DIRECTOR),
        (Role.DIRECTOR, None),
        (Role.QA, None),
    ],
)
def test_it_goes_to_the_nearest_above(desk, role, level):
    asked = desk(role).ask(new_id(), "x", waits=True)
    assert desk(role).may_ask is (level is not None)
    assert (asked.escalation.level if asked.escalation else None) == level
    assert asked.problems == [] or asked.problems[0].code == "nobody_above"


def test_who_is_not_there_is_passed_over(desk, people, opened, ask):
    with opened.store.write() as to:
        for each in (people[Role.LEAD], people[Role.SUPERVISOR], opened.agent):
            to.put(replace(each, active=False))
    assert ask().level is Role.DIRECTOR
    with opened.store.write() as to:
        to.put(replace(people[Role.DIRECTOR], active=False))
    assert desk().ask(new_id(), "x", waits=False).problems[0].code == "nobody_above"


def test_each_answers_what_waits_for_them_or_for_somebody_below_but_never_their_own(desk, ask):
    for level, asker in zip(UPWARD, (Role.AGENT, Role.LEAD, Role.SUPERVISOR), strict=True):
        asked = ask(asker)
        allowed = {role for role in Role if desk(role).may_answer(asked)}
        assert allowed == set(UPWARD[UPWARD.index(level) :])
        assert desk(asker).answer(asked.id, "好").problems[0].code == "answered"


def test_it_goes_further_up_with_the_reason_and_who_passed_it_on(desk, ask, people):
    asked = ask()
    raised = desk(Role.LEAD).raise_(asked.id, "政策问题").escalation
    assert (raised.level, raised.raised[0]["by"], raised.raised[0]["why"]) == (
        Role.SUPERVISOR, people[Role.LEAD].id, "政策问题",
    )  # fmt: skip
    assert not desk(Role.LEAD).may_answer(raised)
    assert desk(Role.LEAD).raise_(asked.id, "x").problems[0].code == "nobody_above"
    assert desk().raise_(asked.id, "等不及").escalation.level is Role.DIRECTOR
    assert desk(Role.DIRECTOR).raise_(asked.id, "x").problems[0].code == "nobody_above"


def test_the_answer_comes_back_to_who_asked_once(desk, ask, clock, people):
    asked = ask()
    assert desk().told() == []
    clock.go(minutes=3)
    desk(Role.LEAD).answer(asked.id, "可以 <b>𬱖</b>")
    (told,) = desk().told()
    assert (told.answer, told.answered_by, told.answered_at) == (
        "可以 <b>𬱖</b>",
        people[Role.LEAD].id,
        clock(),
    )
    assert desk(Role.SUPERVISOR).answer(asked.id, "不行").problems[0].code == "answered"
    desk().see(told)
    assert (desk().told(), desk().waiting()) == ([], [])


def test_who_has_a_caller_on_the_line_is_answered_first(desk, ask, clock):
    first, second = ask(), ask(waits=True)
    clock.go(minutes=1)
    third = ask(Role.LEAD)
    assert [each.id for each in desk(Role.SUPERVISOR).waiting()] == [second.id, first.id, third.id]
    assert [each.id for each in desk(Role.LEAD).waiting()] == [second.id, first.id, third.id]  # and one's own
    assert [each.id for each in desk(Role.QA).waiting()] == []


@pytest.mark.parametrize("text", ["", " \n\t", "长" * 2001])
def test_nothing_and_too_much_is_no_question_no_answer_and_no_reason(desk, ask, text):
    asked = ask()
    for tried in (
        desk().ask(new_id(), text, waits=False),
        desk(Role.LEAD).answer(asked.id, text),
        desk(Role.LEAD).raise_(asked.id, text),
    ):
        assert tried.problems[0].code == ("too_long" if text.strip() else "required")


def test_who_was_made_a_lead_meanwhile_does_not_answer_their_own(desk, ask, opened, people, clock):
    asked, promoted = ask(), replace(people[Role.AGENT], role=Role.LEAD)
    assert not Escalations(opened.store, Forms(), promoted, clock).may_answer(asked)


def test_whom_to_ask_follows_what_is_published_at_once(opened, clock, people):
    forms = Forms()
    desk = Escalations(opened.store, forms, people[Role.AGENT], clock)
    assert desk.above(Role.AGENT) is Role.LEAD
    forms.renew(Forms(casework=Casework(upward=(Role.DIRECTOR,))))
    assert desk.above(Role.AGENT) is Role.DIRECTOR
    forms.renew(Forms(casework=Casework(upward=())))
    assert not desk.may_ask
