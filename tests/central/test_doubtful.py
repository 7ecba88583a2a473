"""Times from a clock that nobody vouches for are told to who reckons with them."""

from contextlib import closing
from uuid import UUID, uuid4

import pytest

from app.central import people, state
from tests.central.rig import a_call


@pytest.fixture
def look(place):
    def _look(code):
        with place.engine.connect() as connection:
            (found,) = (each for each in state.look(connection).seats if each.code == code)
        return found.clock_off, found.doubtful

    return _look


def test_an_auditor_is_told_which_and_nobody_elses(place, seats):
    seat, doubtful = seats(), str(uuid4())
    seat.put("call", str(uuid4()), a_call())
    seat.put("call", doubtful, a_call(), doubtful=True)
    seat.put("call", str(uuid4()), a_call() | {"a.request": '"doubtful":true'})
    seat.put("call", str(uuid4()), {"a.name": "王小明"}, doubtful=True)  # refused
    name = place.database.replace("_", "")
    with place.engine.begin() as connection:
        password = people.add_auditor(connection, name)
    with closing(place.login(f"audit_{name}", password)) as reading:
        asked = "SELECT seat, kind, record, said_at < received_at FROM report.doubtful"
        assert reading.execute(asked).fetchall() == [(seat.code, "call", UUID(doubtful), True)]
        place.rows("UPDATE cc.record SET scope = 7 RETURNING 1")
        assert reading.execute(asked).fetchall() == []


@pytest.mark.parametrize(
    ("off", "seconds"), [(0, 0), (-420_000, -420), ("1e9", None), (None, None), (10**300, 1e9), ({}, None)]
)
def test_the_seats_clock_is_as_far_off_as_its_last_op_says(seats, look, off, seconds):
    seat = seats()
    assert look(seat.code) == (None, 0)
    seat.put("call", str(uuid4()), a_call(), off=off, doubtful=True)
    assert look(seat.code) == (seconds, 1)
    seat.put("no such kind", str(uuid4()), {})
    assert look(seat.code) == (None, 1)
