"""A leave is asked for before, may begin around its time, and is used once somebody is back from it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.desk.leaves import EARLY, LATE, Leaves
from app.desk.presence import Presences
from app.records.accounts import Agent, Role, Session
from app.records.ids import Id, new_id
from app.records.leaves import Answer, Leave
from app.records.presence import State

COVER = Agent(Id("01900000-0000-7000-8000-000000001003"), "1003", "阿依古丽", Role.AGENT, "")


class Line:
    def __init__(self):
        self.said = []

    def answer_leave(self, session, leave, answer, why):
        self.said.append((session, leave, answer, why))


@pytest.fixture
def leaves(opened, clock):
    with opened.store.write() as to:
        to.put(COVER)
    return Leaves(opened.store, opened.session, Line(), clock)


@pytest.fixture
def lead(opened, clock):
    session = Session(new_id(), new_id(), Role.LEAD, "i", clock())
    return Leaves(opened.store, session, Line(), clock)


@pytest.fixture
def presence(opened, clock, forms):
    return Presences(opened.store, opened.agent.id, "L01", clock, lambda: clock().timestamp(), forms)


def answered(opened, leave, state, **told):
    """Put it down as central's feed does."""
    with opened.store.write() as to:
        to.put(replace(leave, state=state, **told))
    return opened.store.get(Leave, leave.id)


@pytest.fixture
def approved(opened, leaves, clock):
    def made(reason="personal", minutes=20, ahead=timedelta()):
        leave = leaves.ask(reason, clock() + ahead, minutes, COVER.id, "看牙")
        return answered(opened, leave, Answer.APPROVED)

    return made


def test_what_is_asked_is_on_its_way_and_says_not_how_it_stands(opened, leaves, clock):
    leave = leaves.ask("personal", clock(), 20, COVER.id, "看牙" * 100)
    assert [(each.leave, each.code) for each in leaves.mine()] == [(leave, "unsent")]
    assert len(leave.note) == 100
    (op,) = [op for op in opened.store.outbox.waiting() if op.kind == "leave"]
    assert set(op.patch) == {"agent", "reason", "start", "minutes", "asked_at", "cover", "note"}


def test_only_others_may_stand_in_and_none_who_left(opened, leaves):
    gone = Agent(new_id(), "1004", "走了", Role.AGENT, "", active=False)
    with opened.store.write() as to:
        to.put(gone)
    assert leaves.covers() == [COVER]


@pytest.mark.parametrize(
    ("ahead", "may"),
    [
        (EARLY, True), (EARLY + timedelta(seconds=1), False),
        (-LATE, True), (-LATE - timedelta(seconds=1), False),
    ],
)  # fmt: skip
def test_it_may_begin_around_its_time(leaves, approved, ahead, may):
    leave = approved(ahead=ahead)
    granted = leaves.granted()
    assert (granted is not None) is may
    if granted is not None:
        assert (granted.leave, granted.cover_no) == (leave, "1003")


@pytest.mark.parametrize("state", [Answer.UNSENT, Answer.ASKED, Answer.REFUSED, Answer.WITHDRAWN])
def test_nothing_but_an_approved_one_may_begin(opened, leaves, clock, state):
    answered(opened, leaves.ask("personal", clock(), 20, None, ""), state)
    assert leaves.granted() is None


def test_of_two_the_earlier_begins(leaves, approved):
    later, sooner = approved(ahead=timedelta(minutes=5)), approved(ahead=timedelta(minutes=-5))
    assert leaves.granted().leave == sooner != later


def test_it_is_used_once_somebody_is_back_for_as_long_as_that_was(leaves, approved, presence, clock):
    leave = approved()
    presence.come("sign_in")
    stay = presence.begun(State.AWAY, "key").said("personal", "", leave)
    presence.turn(stay)
    assert [(each.code, each.lasted) for each in leaves.mine()] == [("away", None)]
    assert leaves.granted() is None
    assert leaves.covering(leave.agent, clock(), "personal") == leave
    clock.go(minutes=25)
    presence.come("unlock", stay)
    assert [(each.code, each.lasted) for each in leaves.mine()] == [("used", timedelta(minutes=25))]
    assert leaves.covering(leave.agent, clock(), "personal") is None


def test_one_used_long_ago_is_used_still(leaves, approved, presence, clock):
    stay = presence.begun(State.AWAY, "key").said("personal", "", approved())
    presence.turn(stay)
    presence.come("unlock", stay)
    for _ in range(101):
        presence.turn(presence.begun(State.BUSY, "key"))
        presence.turn(presence.begun(State.READY, "key"))
    clock.go(hours=2)
    assert [(each.code, each.lasted) for each in leaves.mine()] == [("used", None)]


def test_who_went_for_another_reason_has_not_used_it(leaves, approved, presence, clock):
    leave = approved()
    stay = presence.begun(State.AWAY, "key").said("meal", "", leave)
    presence.turn(stay)
    presence.come("unlock", stay)
    assert leaves.granted().leave == leave


def test_a_reason_said_on_return_may_have_been_the_leave(leaves, approved, presence, clock):
    leave = approved()
    stay = presence.begun(State.AWAY, "system_idle")
    presence.turn(stay)
    clock.go(minutes=10)
    presence.come("unlock", stay)
    presence.say("personal", "", leave)
    assert leaves.mine()[0].code == "used"


def test_a_time_that_went_by_is_missed(opened, leaves, approved, clock):
    approved()
    answered(opened, leaves.ask("rest", clock(), 5, None, ""), Answer.REFUSED, why="忙")
    clock.go(hours=1, seconds=1)
    assert [each.code for each in leaves.mine()] == ["refused", "missed"]


def test_a_lead_sees_what_others_have_asked_the_next_first(opened, leaves, lead, clock):
    late = leaves.ask("personal", clock() + timedelta(hours=2), 20, None, "")
    soon = leaves.ask("errand", clock(), 20, None, "")
    assert lead.waiting() == []  # neither has reached central
    late, soon = (answered(opened, each, Answer.ASKED) for each in (late, soon))
    assert lead.waiting() == [soon, late]
    assert leaves.waiting() == []
    answered(opened, soon, Answer.APPROVED)
    assert lead.waiting() == [late]
    clock.go(hours=3, seconds=1)
    assert lead.waiting() == []


def test_what_nobody_ever_answered_hides_nothing(opened, leaves, lead, clock):
    old = leaves.ask("rest", clock(), 5, None, "")
    with opened.store.write() as to:
        for _ in range(250):
            to.put(replace(old, id=new_id(), state=Answer.ASKED))
    clock.go(days=3)
    asked = answered(opened, leaves.ask("personal", clock(), 20, None, ""), Answer.ASKED)
    assert lead.waiting() == [asked]


def test_a_lead_does_not_see_their_own(opened, lead, clock):
    answered(opened, lead.ask("personal", clock(), 20, None, ""), Answer.ASKED)
    assert lead.waiting() == []


@pytest.mark.parametrize("start", [timedelta(days=3_000), timedelta(days=-3_000)])
def test_a_time_nobody_means_is_shown_to_nobody(opened, leaves, lead, clock, start):
    answered(opened, leaves.ask("personal", clock() + start, 10**12, None, ""), Answer.ASKED)
    assert lead.waiting() == []
    assert leaves.mine()[0].leave.longest == timedelta(days=1)


def test_who_may_ask_and_answer(opened, clock, leaves, lead):
    assert leaves.may_ask
    assert lead.may_answer
    assert not leaves.may_answer or opened.session.role is not Role.AGENT
    alone = Leaves(opened.store, lead._session, None, clock)
    assert not alone.may_ask
    assert not alone.may_answer


def test_an_answer_is_no_longer_than_central_takes(lead):
    lead.answer(Id("x"), Answer.REFUSED, " " + "忙" * 300)
    assert lead._line.said == [(lead._session.id, "x", Answer.REFUSED, "忙" * 200)]
