"""Two seats, one central: what one agent logs the other sees, once, whatever the wire did."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.asking import door_of
from app.demo.centre import PASSWORD
from app.desk import clock
from app.desk.additions import amend
from app.desk.cases import Cases
from app.desk.files import Files, Told
from app.desk.moves import Said
from app.desk.notes import Notes
from app.desk.owing import Reason, owe
from app.desk.sessions import Sessions
from app.forms.telephony import told_of
from app.records.accounts import Agent, Role, Session
from app.records.callbacks import Callback, Why
from app.records.calls import Call
from app.records.cases import Case, CaseState
from app.records.conflicts import Conflict
from app.records.customers import Customer
from app.records.moves import Verb
from app.records.notes import Note
from app.records.ops import Verdict
from app.records.orders import Order, Slip
from app.records.tasks import Ask, Result
from app.store.store import Store
from app.sync.port import CentralAway, CentralRefused

KINDS = (Call, Case, Order, Slip, Customer)


def everything(seat):
    return {kind.kind: {r.id: r for r in seat.store.find(kind, limit=100_000)} for kind in KINDS}


def test_call_case_order_and_slip_reach_the_other_seat(sit):
    here, there = sit("A01", "1001"), sit("A02", "1002")
    made = here.log(urgent=True)
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


# -- cases --


@pytest.fixture
def desk():
    """Return the cases as whoever sits there works with them."""
    return lambda at: Cases(at.store, at.calls.forms, at.opened.agent, clock.now)


@pytest.fixture
def both(seats, sit):
    """An agent at one seat, the lead at the other."""
    here = sit("A01", "1001")
    here.sync()
    there = sit("A02", "1002")
    there.sync()
    seats["A02"].reseal(there.opened)
    there.leave()
    lead = sit("A02", "9001")
    assert lead.opened.agent.role is Role.LEAD
    return here, lead


def meet(*seats):
    for seat in (*seats, *seats):
        seat.sync()


def log_case(at):
    draft = at.calls.new("city_case")
    draft.answers.update(
        source="hotline", supervised=False, name="王小明", phone="13800001234", address="玉鸟路16号",
        category="noise", request="夜里打桩", solved="unsolved", district="centre",
    )  # fmt: skip
    return at.calls.save(draft).case


def state(at, case):
    return at.store.get(Case, case.id).state


def steps(store: Store, desk, case):
    return [(move.verb, move.by) for move in desk.moves.of_case(case.id)]


def told_at(desk, case):
    return [move for move in desk.moves.told() if move.case == case.id]


def test_a_case_goes_from_the_agent_to_the_lead_and_back_and_the_first_taker_hears_of_it(both, desk):
    here, lead = both
    case = log_case(here)
    meet(here, lead)
    assert case.id in {each.id for each in desk(lead).to_file()}
    desk(lead).moves.take(case.id, Verb.RETURN, Said("地址不清"))
    meet(lead, here)
    (told,) = told_at(desk(here), case)
    assert (told.verb, told.why) == (Verb.RETURN, "地址不清")
    desk(here).moves.see(told)
    desk(here).moves.take(case.id, Verb.PREFILE)
    asked = desk(here).tasks.ask(case.id, Ask.ON_SITE, "老周").task
    up = desk(here).escalations.ask(case.id, "能立吗？", waits=True).escalation
    meet(here, lead)
    assert desk(lead).moves.take(case.id, Verb.FILE).problems[0].code == "verifying"
    desk(lead).tasks.answer(asked.id, Result.MET, "属实")
    desk(lead).moves.take(case.id, Verb.FILE)
    desk(lead).escalations.answer(up.id, "能")
    meet(lead, here)
    assert state(here, case) is CaseState.FILED
    assert [move.verb for move in told_at(desk(here), case)] == [Verb.FILE]
    assert [e.answer for e in desk(here).escalations.told()] == ["能"]
    assert here.store.get(Case, case.id).first_taker == here.opened.agent.id
    assert steps(here.store, desk(here), case) == steps(lead.store, desk(lead), case)
    assert here.store.find(Conflict, record=case.id) == []


def test_a_call_owed_at_two_seats_that_know_nothing_of_each_other_is_owed_once(both):
    here, lead = both
    case = log_case(here)
    meet(here, lead)
    for at, moment in ((here, clock.now()), (lead, clock.now() + timedelta(minutes=20))):
        call, reason = (
            at.store.get(Call, case.call),
            Reason(Why.COMPLAINT, case.id, case.opened_at, moment, case.handler),
        )
        with at.store.write() as to:
            owe(to, at.store, at.calls.forms, call, reason)
            owe(to, at.store, at.calls.forms, call, reason)
    meet(here, lead)
    found = [at.store.find(Callback, call=case.call) for at in both]
    assert found[0] == found[1]
    (owed,) = found[0]
    assert here.store.find(Conflict, record=owed.id) == []


def test_a_file_set_right_at_two_seats_is_a_conflict_like_any_other_and_both_say_what_it_was(both):
    here, lead = both
    customer = here.store.get(Call, log_case(here).call).customer
    meet(here, lead)
    before = here.store.get(Customer, customer)
    for at, name in ((lead, "王晓明"), (here, "汪小明")):
        files = Files(at.store, Notes(at.store, at.opened.agent, clock.now))
        assert files.correct(customer, Told(name, before.phones, ("新址1号",))) == []
    meet(lead, here)
    stands = [at.store.get(Customer, customer) for at in both]
    assert stands[0] == stands[1]
    assert (stands[0].name, stands[0].addresses) == ("王晓明", ("新址1号",))
    (kept,) = here.store.find(Conflict, record=customer, field="name")
    assert (kept.kept, kept.lost) == ("王晓明", "汪小明")
    told = [{note.by for note in at.store.find(Note, record=customer)} for at in both]
    assert told[0] == told[1] == {at.opened.agent.id for at in both}


def test_moved_at_two_seats_with_the_wire_cut_one_stands_both_are_kept_and_an_agent_files_nothing(both, desk):
    here, lead = both
    case = log_case(here)
    meet(here, lead)
    desk(lead).moves.take(case.id, Verb.CANCEL, Said("误报"))  # neither has heard of the other
    desk(here).moves.take(case.id, Verb.MERGE, Said(of=log_case(here).id))
    meet(lead, here)
    assert state(here, case) is state(lead, case) is CaseState.CANCELLED
    (kept,) = here.store.find(Conflict, record=case.id, field="state")
    assert (kept.lost, kept.kept) == ("merged", "cancelled")
    told = {verb for verb, _ in steps(here.store, desk(here), case)}
    assert told == {verb for verb, _ in steps(lead.store, desk(lead), case)} == {Verb.CANCEL, Verb.MERGE}
    assert here.store.get(Case, case.id).first_taker == here.opened.agent.id

    # What a seat that was tampered with files all the same comes back to it with the reason.
    case = log_case(here)
    with here.store.write() as to:
        to.put(replace(case, state=CaseState.FILED))
    meet(here, lead)
    assert state(here, case) is state(lead, case) is CaseState.PREFILED
    (refused,) = (each for each in here.store.outbox.problems() if each.record == case.id)
    assert (refused.verdict, refused.reason) == (Verdict.REJECTED, "role")
