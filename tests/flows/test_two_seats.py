"""Two seats, one central: what one agent logs the other sees, once, whatever the wire did."""

import pytest

from app.asking import door_of
from app.demo.centre import PASSWORD
from app.desk import clock
from app.desk.additions import amend
from app.desk.sessions import Sessions
from app.forms.telephony import told_of
from app.records.accounts import Agent, Session
from app.records.callbacks import Callback
from app.records.calls import Call
from app.records.cases import Case
from app.records.conflicts import Conflict
from app.records.customers import Customer
from app.records.orders import Order, Slip
from app.sync.port import CentralAway, CentralRefused

KINDS = (Call, Case, Order, Slip, Customer)


def everything(seat):
    return {kind.kind: {r.id: r for r in seat.store.find(kind, limit=100_000)} for kind in KINDS}


def test_call_case_order_and_slip_reach_the_other_seat(sit):
    here, there = sit("A01", "1001"), sit("A02", "1002")
    made = here.log()
    here.orders.printed(here.orders.sheet(made.order.id))
    here.sync()
    there.sync()
    assert there.store.get(Call, made.call.id) == made.call
    assert there.store.get(Case, made.case.id) == made.case
    assert there.store.get(Order, made.order.id) == made.order
    assert everything(there) == everything(here)
    assert here.store.outbox.state().pending == 0


def test_with_central_down_everything_works_and_arrives_once_afterwards(sit, centre):
    here, there = sit("A01", "1001"), sit("A02", "1002")
    here.sync()
    centre.server.stop("immediate")
    try:
        made = [here.log(address=f"春晓路{n}号") for n in range(25)]
        with pytest.raises(CentralAway):
            here.sync()
        assert here.store.outbox.state().pending >= 75
    finally:
        centre.server.start()
    here.sync()
    there.sync()
    assert everything(there) == everything(here)
    assert {m.call.id for m in made} <= everything(there)["call"].keys()


def test_signing_in_with_central_down_is_unconfirmed_and_its_calls_still_arrive(seats, sit, centre):
    centre.server.stop("immediate")
    try:
        here = sit("A01", "1001")
        assert not here.opened.session.confirmed
        made = here.log()
    finally:
        centre.server.start()
    here.sync()
    there = sit("A02", "1002")
    there.sync()
    assert there.store.get(Call, made.call.id) == made.call
    assert there.store.get(Session, here.opened.session.id) is not None


def test_what_was_signed_in_offline_is_owned_to_by_the_agents_password(sit, centre):
    centre.server.stop("immediate")
    try:
        here = sit("A01", "1001")
        here.log()
    finally:
        centre.server.start()
    here.sync()
    sessions = Sessions(here.store, here.opened.session, clock.now, door_of(here.opened))
    (asked,) = (each for each in sessions.asked() if each.is_this)
    assert (asked.seat, asked.ops) == ("A01", here.store.outbox.of_session(asked.id)[0])
    with pytest.raises(CentralRefused, match="login"):
        sessions.answer("not my password", [asked.id], [])
    listed = sessions.answer(PASSWORD, [], [])
    (told,) = (each for each in listed if each.id == asked.id)
    assert (told.seat, told.ops) == (asked.seat, asked.ops)
    left = sessions.answer(PASSWORD, [asked.id], [])
    assert asked.id not in {each.id for each in left}
    here.sync()
    assert here.store.get(Session, asked.id).confirmed


def test_both_seats_changing_one_case_converge(sit):
    here, there = sit("A01", "1001"), sit("A02", "1002")
    saved = here.calls.save(_draft(here))
    here.sync()
    there.sync()
    there.orders.make(saved.call.id, {"user_type": "residential", "gas_smell": False})
    with here.store.write() as to:
        amend(to, here.calls.form_of(saved.call), saved.call, {"user_type": "commercial", "company": "面馆"})
    for seat in (there, here, there, here):
        seat.sync()
    assert everything(there) == everything(here)
    assert here.store.get(Call, saved.call.id).answers["user_type"] == "residential"  # it was there first
    (kept,) = here.store.find(Conflict, record=saved.call.id, field="a.user_type")
    assert (kept.lost, kept.kept) == ("commercial", "residential")  # and the other value is kept for a person


def test_any_agent_of_the_centre_may_sit_down_after_the_first_pull(seats, sit):
    here = sit("A01", "1001")
    here.sync()
    seats["A01"].reseal(here.opened)
    assert {a.agent_no for a in here.store.find(Agent)} >= {"1001", "1002", "1003", "9001"}
    here.leave()
    assert sit("A01", "9001").opened.agent.name == "周正"


def _draft(seat):
    draft = seat.calls.new("gas_repair")
    draft.answers.update(
        name="李雷", phone="13900005678", address="江南大道1号", category="stove", request="熄火",
        read_back=True, solved="unsolved",
    )  # fmt: skip
    return draft


def test_a_call_missed_at_one_seat_is_called_back_from_another_and_both_know(sit):
    here, there = sit("A01", "1001"), sit("A02", "1002")
    said = {"event": "missed", "number": "13800009876", "ref": "night-1"}
    ring = here.calls.rings.hear(told_of(said, clock.now()))
    assert there.calls.rings.hear(told_of(said, clock.now())).callback == ring.callback  # both were rung
    here.sync()
    there.sync()
    here.sync()
    (owed,) = (each for each in there.calls.callbacks.open() if each.id == ring.callback)
    there.calls.callbacks.take(owed.id)
    done = there.calls.callbacks.note(owed.id, "reached", "已回")
    there.sync()
    here.sync()
    assert here.store.get(Callback, owed.id) == done
    assert {each.id for each in here.calls.callbacks.rings(owed.id)} == {
        each.id for each in there.calls.callbacks.rings(owed.id)
    }
    assert len(here.calls.callbacks.rings(owed.id)) == 2
    assert here.store.find(Conflict, record=owed.id) == []
