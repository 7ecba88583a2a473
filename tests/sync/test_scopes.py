"""A seat that is given other scopes gets what it may see now and lets go of the rest; central keeps all."""

from contextlib import closing

import pytest

from app.records.calls import Call
from app.records.customers import Customer
from app.records.ids import new_id
from app.sync.port import CentralAway


@pytest.fixture
def give(place):
    def _give(seat, *scopes):
        query = "UPDATE cc.seat SET scopes = %s WHERE login = %s RETURNING 1"
        assert place.rows(query, list(scopes), seat.enrolment["login"])

    return _give


@pytest.fixture
def north(seat_at, give):
    seat = seat_at()
    give(seat, 1, 0)
    return seat


@pytest.fixture
def south(seat_at, give):
    seat = seat_at()
    give(seat, 2, 0)
    return seat


def calls(seat):
    return {call.id for call in seat.store.find(Call, handler=seat.agent)}


def test_what_a_seat_makes_is_for_those_of_its_scope(place, north, south):
    call = north.take_call()
    north.round()
    south.round()
    assert calls(south) == set()
    assert [row["scope"] for row in place.rows("SELECT scope FROM cc.record WHERE kind = 'call'")] == [1]
    assert calls(north) == {call.id}


def test_a_seat_that_moves_sends_all_then_changes_what_it_has(place, north, south, give):
    mine, theirs = north.take_call(), south.take_call()
    south.round()
    north.round()
    waiting = north.take_call()  # before it hears of its new scope
    give(north, 2, 0)
    north.round()
    assert calls(north) == {theirs.id, waiting.id}
    found = place.rows("SELECT id::text, scope FROM cc.record WHERE kind = 'call'")
    assert {row["id"]: row["scope"] for row in found} == {mine.id: 1, theirs.id: 2, waiting.id: 2}
    assert north.pending == 0


def test_of_a_customer_let_go_of_no_digit_stays(place, north, give):
    with north.store.write() as to:
        to.put(Customer(new_id(), "王小明", ("13800001234",), (), north.now(), north.now()))
    north.round()
    parts = "SELECT count(*) FROM phone_parts"
    with north.store._door.read() as connection:
        assert connection.exec_driver_sql(parts).scalar()
    give(north, 2, 0)
    north.round()
    assert north.store.customers("0000") == []
    with north.store._door.read() as connection:
        assert connection.exec_driver_sql(parts).scalar() == 0


def test_gained_and_given_back_all_is_as_before(north, south, give):
    calls_of = {seat: seat.take_call().id for seat in (north, south)}
    for seat in (north, south, north):
        seat.round()
    give(north, 1, 2, 0)
    north.round()
    assert calls(north) == set(calls_of.values())
    give(north, 1, 0)
    north.round()
    assert calls(north) == {calls_of[north]}
    south.take_call()
    south.round()
    north.round()
    assert calls(north) == {calls_of[north]}


def test_cut_off_half_way_it_goes_on(north, south, give):
    kept = [north.take_call().id for _ in range(5)]
    foreign = south.take_call().id
    for seat in (north, south):
        seat.round()
    give(north, 2, 0)
    road = north.road()
    road.fill = lambda *given: (_ for _ in ()).throw(CentralAway())
    with closing(road), pytest.raises(CentralAway):
        north.round(road)
    assert not calls(north) & set(kept)
    north.round()
    assert calls(north) == {foreign}


def test_what_central_does_not_have_is_not_let_go_of(place, north, south, give):
    call = north.take_call()
    north.round()
    place.rows("DELETE FROM cc.change_log RETURNING 1")
    place.rows("DELETE FROM cc.record WHERE kind = 'call' RETURNING 1")
    give(north, 2, 0)
    north.round()
    assert calls(north) == {call.id}


def test_a_conflict_lies_where_its_record_does(place, seat_at, north, give):
    other, call = seat_at(), north.take_call()
    give(other, 3, 1, 0)
    for seat in (north, other):
        seat.round()
    for seat, name in ((north, "甲"), (other, "乙")):
        seat.change(call.id, name=name)
    for seat in (north, other):
        seat.round()
    found = place.rows("SELECT scope FROM cc.record WHERE kind = 'conflict'")
    assert [row["scope"] for row in found] == [1]
