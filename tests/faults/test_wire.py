"""The wire breaks: nothing is lost, nothing is doubled, nobody waits for ever."""

import pytest

from app.sync.port import CentralAway, CentralRefused
from app.sync.postgres import Address
from tests.sync.rig import Wire

PUSH, PULL, HELLO = b"push_v1", b"pull_v1", b"hello_v3"


@pytest.fixture
def wire(server):
    wire = Wire(server.host, server.port)
    yield wire
    wire.close()


@pytest.fixture
def seat(place, wire, seat_at):
    """A seat behind the wire, with little patience."""
    return seat_at(address=Address("127.0.0.1", wire.port, place.database), timeout=1.0)


def _calls(place):
    return {row["id"] for row in place.rows("SELECT id::text FROM cc.record WHERE kind = 'call'")}


def _ops(place):
    return place.rows("SELECT count(*) AS c FROM cc.op_log")[0]["c"]


def test_a_lost_reply_does_not_double_the_call(place, seat, wire):
    call = seat.take_call()
    wire.cut_the_answer_to(PUSH)
    with pytest.raises(CentralAway):
        seat.round()
    # Central has it, the seat does not know.
    assert (_calls(place), seat.pending) == ({call.id}, 2)
    assert seat.round().pushed == 2
    assert (_calls(place), _ops(place), seat.pending) == ({call.id}, 2, 0)


@pytest.mark.parametrize("asked", [HELLO, PULL])
def test_a_lost_answer_is_asked_for_again(place, seat, seat_at, wire, asked):
    other = seat_at()
    call = other.take_call()
    other.round()
    wire.cut_the_answer_to(asked)
    with pytest.raises(CentralAway):
        seat.round()
    seat.round()
    assert seat.call(call.id) == call


def test_a_wire_that_breaks_between_two_rounds_costs_one_round(seat, wire):
    seat.round()
    wire.drop()
    with pytest.raises(CentralAway):
        seat.round()
    assert seat.round().pushed == 0


@pytest.mark.timeout(30)  # unbounded it would wait for ever
def test_a_silent_wire_is_given_up(seat, wire):
    seat.round()
    seat.take_call()
    wire.swallow()
    with pytest.raises(CentralAway):
        seat.round()
    wire.mend()
    assert seat.round().pushed == 1


@pytest.mark.timeout(30)
def test_a_central_that_accepts_and_says_nothing_is_given_up(seat, wire):
    wire.swallow()
    with pytest.raises(CentralAway):
        seat.round()


def test_a_slow_wire_is_slow_and_nothing_else(place, seat, wire):
    wire.delay = 0.05
    call = seat.take_call()
    seat.round()
    assert _calls(place) == {call.id}


def test_a_wire_that_breaks_at_every_push_still_brings_everything_once(place, seat, wire):
    made = set()
    for _ in range(6):
        made |= {seat.take_call().id for _ in range(3)}
        wire.cut_the_answer_to(PUSH)
        with pytest.raises(CentralAway):
            seat.round()
    wire.mend()
    seat.round()
    assert (_calls(place), _ops(place), seat.pending) == (made, 19, 0)


def test_a_wrong_password_keeps_the_queue(seat):
    seat.take_call()
    with pytest.raises(CentralRefused) as refused:
        seat.round(seat.road(password="wrong"))
    assert (refused.value.code, seat.pending) == ("login", 2)
    assert seat.round().pushed == 2


def test_a_seat_switched_off_keeps_its_queue(place, seat):
    seat.round()
    call = seat.take_call()
    place.rows("UPDATE cc.seat SET active = false")
    with pytest.raises(CentralRefused) as refused:
        seat.round()
    assert (refused.value.code, seat.pending) == ("rights", 1)
    place.rows("UPDATE cc.seat SET active = true")
    seat.round()
    assert _calls(place) == {call.id}
