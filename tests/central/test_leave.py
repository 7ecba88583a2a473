"""Leaves as central takes them: asked for by an op, answered by a lead, withdrawn by who asked."""

from contextlib import closing
from uuid import uuid4

import pytest
from psycopg import errors

from app.records.accounts import Role
from tests.central import rig
from tests.faults.harness import sign_in


def session_of(place, no, install):
    with closing(place.login(f"agent_{no}", rig.PASSWORD)) as door:
        return door.execute("SELECT session FROM api.sign_in_v1(%s)", (install,)).fetchone()[0]["id"]


class Asking:
    """An agent at one seat, a lead at another, and what they say of a leave."""

    def __init__(self, place, seats):
        self.place, self.here, self.there = place, seats(), seats()
        self.agent, no = place.agent()
        self.mine = session_of(place, no, self.here.install)
        self.lead = sign_in(place, Role.LEAD, self.there.install)

    def ask(self, seat=None, **fields):
        id = str(uuid4())
        asked = {"agent": self.agent, "reason": "personal", "start": "x", "minutes": 20, "asked_at": "x"}
        seat = seat or self.here
        return id, seat.put("leave", id, asked | fields, s=self.mine if seat is self.here else seat.session)

    def answer(self, seat, session, leave, answer="approved", why=""):
        seat.connection.execute("SELECT api.answer_leave_v1(%s, %s, %s, %s)", (session, leave, answer, why))

    def stands(self, leave):
        body = self.place.record(leave)["body"]
        return body["state"], body.get("decided_by"), body.get("why")


@pytest.fixture
def asking(place, seats):
    return Asking(place, seats)


@pytest.fixture
def leave(asking):
    id, answer = asking.ask()
    assert (answer["status"], answer["ver"]) == ("applied", 1)
    return id


def lead_of(asking):
    return asking.place.rows("SELECT agent FROM cc.session WHERE id = %s", asking.lead)[0]["agent"]


def test_a_lead_approves_and_every_seat_hears_who_it_was(asking, leave):
    asking.answer(asking.there, asking.lead, leave)
    assert asking.stands(leave) == ("approved", lead_of(asking), "")
    told = [row["img"] for row in asking.here.pull() if row["id"] == leave]
    assert [each["state"] for each in told] == ["asked", "approved"]
    assert told[-1]["decided_at"].endswith("+00:00")


def test_a_lead_refuses_and_says_why(asking, leave):
    asking.answer(asking.there, asking.lead, leave, "refused", "来电太多")
    assert asking.stands(leave) == ("refused", lead_of(asking), "来电太多")


def test_said_again_it_is_said_once_and_what_is_answered_is_answered(asking, leave):
    asking.answer(asking.there, asking.lead, leave)
    before = asking.place.record(leave)["ver"]
    asking.answer(asking.there, asking.lead, leave)
    assert asking.place.record(leave)["ver"] == before
    other = sign_in(asking.place, Role.SUPERVISOR, asking.there.install)
    for answer in ("approved", "refused"):
        with pytest.raises(errors.Error) as refused:
            asking.answer(asking.there, other, leave, answer, "x")
        assert refused.value.sqlstate == "CC008"
    assert asking.stands(leave)[0] == "approved"


@pytest.mark.parametrize("first", ["asked", "approved"])
def test_who_asked_withdraws(asking, leave, first):
    if first == "approved":
        asking.answer(asking.there, asking.lead, leave)
    for _ in range(2):
        asking.answer(asking.here, asking.mine, leave, "withdrawn")
    assert asking.stands(leave)[0] == "withdrawn"
    with pytest.raises(errors.Error) as refused:
        asking.answer(asking.there, asking.lead, leave)
    assert refused.value.sqlstate == "CC008"


def test_a_refused_one_cannot_be_withdrawn(asking, leave):
    asking.answer(asking.there, asking.lead, leave, "refused", "x")
    with pytest.raises(errors.Error) as refused:
        asking.answer(asking.here, asking.mine, leave, "withdrawn")
    assert refused.value.sqlstate == "CC008"


def test_an_agent_approves_neither_their_own_nor_anothers(asking, leave):
    _, no = asking.place.agent(Role.QA)
    session = session_of(asking.place, no, asking.here.install)
    for mine in (asking.mine, session):
        for answer in ("approved", "refused"):
            with pytest.raises(errors.InsufficientPrivilege):
                asking.answer(asking.here, mine, leave, answer, "x")
    with pytest.raises(errors.InsufficientPrivilege):
        asking.answer(asking.here, session, leave, "withdrawn")
    assert asking.stands(leave)[0] == "asked"


def test_not_even_a_lead_approves_their_own(asking):
    leave, _ = asking.ask(agent=lead_of(asking))
    with pytest.raises(errors.InsufficientPrivilege):
        asking.answer(asking.there, asking.lead, leave)
    asking.answer(asking.there, asking.lead, leave, "withdrawn")


def test_a_leads_session_is_good_at_their_own_seat_while_they_work_here(asking, leave):
    with pytest.raises(errors.InsufficientPrivilege):
        asking.answer(asking.here, asking.lead, leave)
    asking.place.rows("UPDATE cc.session SET confirmed = false WHERE id = %s", asking.lead)
    with pytest.raises(errors.InsufficientPrivilege):
        asking.answer(asking.there, asking.lead, leave)
    asking.place.rows("UPDATE cc.session SET confirmed = true")
    asking.place.rows("UPDATE cc.agent SET active = false")
    for seat, session, answer in (
        (asking.there, asking.lead, "approved"),
        (asking.here, asking.mine, "withdrawn"),
    ):
        with pytest.raises(errors.InsufficientPrivilege):
            asking.answer(seat, session, leave, answer)


FORGED = {"state": "approved", "decided_by": "me", "decided_at": "x", "why": "x"}


def test_a_seat_that_says_it_was_approved_is_not_believed(asking, leave):
    born, told = asking.ask(**FORGED)
    assert (told["status"], sorted(told["fields"])) == ("conflict", sorted(FORGED))
    assert asking.stands(born) == ("asked", None, None)
    for base in (0, 1, 9):
        told = asking.here.put("leave", leave, FORGED, base, s=asking.mine)
        assert sorted(told["fields"]) == sorted(FORGED)
    assert asking.stands(leave) == ("asked", None, None)


def test_not_even_a_lead_answers_by_an_op(asking, leave):
    told = asking.there.put("leave", leave, {"state": "approved"}, 1, s=asking.lead)
    assert told["fields"] == ["state"]
    assert asking.stands(leave)[0] == "asked"


@pytest.mark.parametrize("patch", [{"minutes": 600}, {"start": "y"}, {"agent": "b"}, {"reason": "rest"}])
def test_what_was_asked_is_not_changed_once_it_stands(asking, leave, patch):
    asking.answer(asking.there, asking.lead, leave)
    for seat, session in ((asking.here, asking.mine), (asking.there, asking.lead)):
        assert seat.put("leave", leave, patch, 2, s=session)["fields"] == list(patch)
    body = asking.place.record(leave)["body"]
    assert (body["minutes"], body["start"], body["agent"]) == (20, "x", asking.agent)


def test_what_lies_out_of_sight_is_not_answered(asking, leave):
    asking.place.rows("UPDATE cc.record SET scope = 7 WHERE id = %s", leave)
    with pytest.raises(errors.Error) as refused:
        asking.answer(asking.there, asking.lead, leave)
    assert refused.value.sqlstate == "CC008"


@pytest.mark.parametrize(
    ("answer", "why"),
    [("asked", ""), ("used", ""), ("refused", ""), ("approved", "x" * 201), (None, ""), ("approved", None)],
)  # fmt: skip
def test_what_is_no_answer_is_refused(asking, leave, answer, why):
    with pytest.raises(errors.InvalidParameterValue):
        asking.answer(asking.there, asking.lead, leave, answer, why)


@pytest.mark.parametrize("leave", ["x", "0192f0c1-2d3e-7abc-8def-0123456789ab", None])
def test_what_nobody_asked_for_is_not_answered(asking, leave):
    with pytest.raises(errors.Error) as refused:
        asking.answer(asking.there, asking.lead, leave)
    assert refused.value.sqlstate == "CC008"


def test_a_request_that_comes_twice_is_one(asking):
    id = str(uuid4())
    op = asking.here.op(
        "leave", id, {"agent": "a", "reason": "rest", "start": "x", "minutes": 5, "asked_at": "x"}
    )
    assert asking.here.push(op) == asking.here.push(op)
    assert asking.place.record(id)["ver"] == 1
