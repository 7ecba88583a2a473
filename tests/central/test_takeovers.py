"""What becomes of a draft in another's hands: said by the lead who took it or by its owner, never changed."""

from uuid import uuid4

import pytest
from psycopg import errors

from app.records.accounts import Role
from tests.central import rig
from tests.central.test_access import agent_of
from tests.faults.harness import sign_in


@pytest.fixture
def seat(seats):
    return seats()


@pytest.fixture
def lead(place, seat):
    """The session of a lead at the seat."""
    return sign_in(place, Role.LEAD, seat.install)


@pytest.fixture
def agent(place, seat):
    """That of an agent there."""
    return sign_in(place, Role.AGENT, seat.install)


def a_takeover(place, by, owner, **said):
    return {
        "draft": str(uuid4()), "owner": agent_of(place, owner), "step": "took", "by": agent_of(place, by),
        "seat": "A03", "form": "inquiry", "started_at": "x", "at": "x", "why": "客户在等",
    } | said  # fmt: skip


def test_a_lead_takes_over_and_gives_back_and_the_owner_has_seen_it(place, seat, lead, agent):
    for said, by in (
        (a_takeover(place, lead, agent), lead),
        (a_takeover(place, lead, agent, step="gave_back"), lead),
        (a_takeover(place, agent, agent, step="seen"), agent),
    ):
        id = str(uuid4())
        assert seat.put("takeover", id, said, s=by)["status"] == "applied"
        assert place.record(id)["body"] == said


@pytest.mark.parametrize("way", ["by an agent", "by a quality inspector", "for the owner", "of another seat"])
def test_nobody_else_does_and_their_word_is_kept_as_refused_and_holds_up_nothing(
    place, seats, seat, lead, agent, way
):
    said, by = {
        "by an agent": (a_takeover(place, agent, agent), agent),
        "by a quality inspector": (
            a_takeover(place, inspector := sign_in(place, Role.QA, seat.install), agent), inspector,
        ),
        "for the owner": (a_takeover(place, lead, agent, step="seen"), lead),
        "of another seat": (a_takeover(place, sign_in(place, Role.LEAD, seats().install), agent), agent),
    }[way]  # fmt: skip
    with pytest.raises(errors.DataError):
        seat.put("takeover", str(uuid4()), said, s=by)
    seat.n -= 1
    void = seat.op("takeover", str(uuid4()), {}, k="void", why="a takeover by nobody who may")
    call = seat.op("call", str(uuid4()), rig.a_call())
    assert [answer["status"] for answer in seat.push(void, call)] == ["rejected", "applied"]
    assert place.rows("SELECT 1 FROM cc.record WHERE kind = 'takeover'") == []


def test_a_lead_whom_central_could_not_be_asked_about_comes_with_their_session(place, seat, agent):
    lead, _ = place.agent(Role.LEAD)
    opened = {"agent": lead, "role": "lead", "install": seat.install, "since": "2026-11-23T01:00:00+00:00"}
    session = str(uuid4())
    said = a_takeover(place, agent, agent) | {"by": lead}
    bodies = (
        seat.op("session", session, opened, s=session),
        seat.op("takeover", str(uuid4()), said, s=session),
    )
    assert [answer["status"] for answer in seat.push(*bodies)] == ["applied", "applied"]


def test_who_only_says_they_are_a_lead_is_none(place, seat, agent):
    opened = {
        "agent": agent_of(place, agent), "role": "lead", "install": seat.install,
        "since": "2026-11-23T01:00:00+00:00",
    }  # fmt: skip
    session = str(uuid4())
    assert seat.put("session", session, opened, s=session)["status"] == "applied"
    with pytest.raises(errors.DataError):
        seat.put("takeover", str(uuid4()), a_takeover(place, agent, agent), s=session)


def test_who_was_a_lead_when_they_took_it_over_is_believed(place, seat, lead, agent):
    place.rows("UPDATE cc.agent SET role = 'agent', active = false")
    assert seat.put("takeover", str(uuid4()), a_takeover(place, lead, agent), s=lead)["status"] == "applied"


def test_what_became_of_a_draft_is_never_changed_afterwards(place, seat, lead, agent):
    said, id = a_takeover(place, lead, agent), str(uuid4())
    assert seat.put("takeover", id, said, s=lead)["status"] == "applied"
    seat.put("takeover", id, {"why": "", "by": said["owner"]}, 1, s=agent)
    assert place.record(id)["body"] == said
