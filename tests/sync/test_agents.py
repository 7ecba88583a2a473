"""Sessions opened without central: an agent's rights only, until the agent has said whose they were."""

from dataclasses import replace

import pytest

from app.records.accounts import Role, Session
from app.records.cases import Case, CaseState
from app.records.conflicts import Conflict
from app.records.ids import Id, new_id
from app.store import slots
from app.sync.agents import AgentDoor
from app.sync.port import CentralRefused
from app.sync.postgres import Address
from tests.central.rig import CHEAP, PASSWORD


@pytest.fixture(autouse=True)
def _cheap_keys(monkeypatch):
    new_pair = slots.new_pair
    monkeypatch.setattr(slots, "new_pair", lambda password: new_pair(password, CHEAP))


@pytest.fixture
def door(place):
    address = Address(place.server.host, place.server.port, place.database)
    return lambda no, password=PASSWORD: AgentDoor(address, no, password)


def sit_down(seat, agent, role):
    """Sign in at a seat that cannot ask central."""
    seat.session = Session(new_id(), Id(agent), role, seat.install, seat.now())
    seat.store._session = seat.session
    with seat.store.write() as to:
        to.put(seat.session)
    return seat.session


def a_case(seat):
    call = seat.take_call()
    case = Case(
        id=new_id(), number="A1", call=call.id, form="inquiry", form_version=1, title="无气",
        state=CaseState.RECEIVED, opened_at=seat.now(), first_taker=seat.agent, handler=Id("nobody"),
    )  # fmt: skip
    with seat.store.write() as to:
        to.put(case)
    return case.id


def hand_to(seat, case, who):
    with seat.store.write() as to:
        to.put(replace(seat.store.get(Case, case), handler=Id(who)))


def both_hand_over(two, place, role):
    """An agent hands a case over; so does somebody of *role* who could not ask central, later."""
    a, b = two
    id, no = place.agent(role)
    case = a_case(a)
    a.round()
    b.round()
    session = sit_down(b, id, role)
    hand_to(a, case, "of the agent")
    a.round()
    hand_to(b, case, "of the lead")
    b.round()
    a.round()
    return case, no, session


def handlers(two, case):
    return [seat.store.get(Case, case).handler for seat in two]


def test_what_a_lead_decided_without_central_waits_and_then_counts(place, two, door):
    case, no, session = both_hand_over(two, place, Role.LEAD)
    assert handlers(two, case) == ["of the agent"] * 2
    (asked,) = door(no).unconfirmed()
    assert (asked.id, asked.seat, asked.since, asked.ops) == (
        session.id,
        two[1].enrolment["seat"],
        session.since,
        1,
    )
    door(no).confirm([asked.id], [])
    for seat in two:
        seat.round()
    assert handlers(two, case) == ["of the lead"] * 2
    assert door(no).unconfirmed() == []
    for seat in two:
        (found,) = seat.store.find(Conflict, record=case)
        assert (found.lost, found.kept) == ("of the agent", "of the lead")
        assert found.kept_by == session.agent
    assert two[0].store.get(Session, session.id).confirmed


def test_what_somebody_decides_later_is_not_turned_over(place, two, door):
    case, no, session = both_hand_over(two, place, Role.LEAD)
    hand_to(two[0], case, "decided since")
    two[0].round()
    door(no).confirm([session.id], [])
    for seat in two:
        seat.round()
    assert handlers(two, case) == ["decided since"] * 2


def test_a_role_the_seat_made_up_gains_nothing(place, two, door):
    a, b = two
    id, no = place.agent(Role.AGENT)
    case = a_case(a)
    a.round()
    b.round()
    session = sit_down(b, id, Role.LEAD)
    hand_to(a, case, "of the agent")
    a.round()
    hand_to(b, case, "of the false lead")
    b.round()
    door(no).confirm([session.id], [])
    for seat in two:
        seat.round()
    assert handlers(two, case) == ["of the agent"] * 2
    assert two[0].store.get(Session, session.id).role is Role.AGENT


def test_a_disputed_session_stays_disputed_and_gains_nothing(place, two, door):
    case, no, session = both_hand_over(two, place, Role.LEAD)
    door(no).confirm([], [session.id])
    door(no).confirm([session.id], [])
    for seat in two:
        seat.round()
    assert handlers(two, case) == ["of the agent"] * 2
    (there,) = place.rows("SELECT confirmed, disputed FROM cc.session WHERE id = %s", session.id)
    assert (there["confirmed"], there["disputed"]) == (False, True)
    assert place.record(session.id)["body"]["disputed"] is True


def test_what_was_written_in_a_disputed_session_is_told_to_every_seat(place, two, door):
    case, no, session = both_hand_over(two, place, Role.LEAD)
    hand_to(two[1], case, "somebody")
    other = a_case(two[1])
    two[1].round()
    door(no).confirm([], [session.id])
    for seat in two:
        seat.round()
        told = seat.store.get(Session, session.id)
        assert (told.disputed, told.seat, told.ops) == (True, two[1].enrolment["seat"], 4)
        assert (told.entries[0], told.entries[2:]) == (f"case {case}", (f"case {other}",))


def test_leads_at_two_seats_see_to_a_disputed_session_and_do_not_quarrel(place, two, door):
    _, no, session = both_hand_over(two, place, Role.AGENT)
    door(no).confirm([], [session.id])
    for seat in two:
        seat.round()
    for seat in two:
        with seat.store.write() as to:
            to.put(replace(seat.store.get(Session, session.id), seen_at=seat.now()))
    for seat in (*two, *two):
        seat.round()
    seen = {seat.store.get(Session, session.id).seen_at for seat in two}
    assert len(seen) == 1
    assert None not in seen
    assert two[0].store.find(Conflict, record=session.id) == []


def test_a_seat_does_not_say_that_a_session_is_disputed(place, two, door):
    _, no, session = both_hand_over(two, place, Role.AGENT)
    with two[1].store.write() as to:
        to.put(replace(session, disputed=True, ops=9, entries=("case x",), seat="B"))
    assert two[1].store.outbox.waiting() == []
    assert [each.id for each in door(no).unconfirmed()] == [session.id]


def test_nobody_confirms_for_somebody_else(place, two, door):
    _, _, session = both_hand_over(two, place, Role.LEAD)
    _, other = place.agent(Role.DIRECTOR)
    assert door(other).unconfirmed() == []
    door(other).confirm([session.id], [])
    assert place.rows("SELECT 1 FROM cc.session WHERE confirmed") == []


def test_a_new_password_opens_and_the_old_one_no_more(place, door):
    _, no = place.agent()
    answer = door(no).sign_in("install")
    private = slots.open_wrapped(answer.wrapped_key, PASSWORD, CHEAP)
    new = "另一个 很长 的 密码"
    door(no).change_password(new, slots.wrap(private, new, CHEAP))
    with pytest.raises(CentralRefused):
        door(no).sign_in("install")
    again = door(no, new).sign_in("install")
    assert slots.open_wrapped(again.wrapped_key, new, CHEAP) == private


def test_a_key_that_central_refuses_leaves_the_old_password(place, door):
    _, no = place.agent()
    with pytest.raises(Exception, match="no key"):
        door(no).change_password("another password 1", {"box": "x" * 5000})
    assert door(no).sign_in("install")
