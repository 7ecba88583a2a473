"""One run of numbers for the whole centre: leased in blocks, used offline, never twice."""

import pytest

from app.central import series
from app.records.ids import Block, number, number_in_run
from app.sync.port import CentralAway


@pytest.fixture
def lease(place):
    """Set the size of a block of call numbers."""

    def set_to(size):
        with place.engine.begin() as connection:
            series.set_size(connection, "L", size)

    return set_to


def run(*counts, of=0):
    return [number_in_run("L", of, count) for count in counts]


def calls(seat, count):
    return [seat.take_call().number for _ in range(count)]


def test_two_seats_number_in_one_run_and_none_twice(two, lease):
    lease(10)
    a, b = two
    a.round()
    b.round()
    assert calls(a, 21) == [*run(*range(1, 21)), number("L", a.enrolment["seat"], 1)]
    assert calls(b, 3) == run(21, 22, 23)


def test_a_seat_has_two_blocks_and_asks_when_three_tenths_of_the_first_are_left(seat_at, lease, place):
    lease(10)
    seat = seat_at()
    for _ in range(2):
        seat.round()
        assert place.rows("SELECT hi FROM cc.lease ORDER BY lo") == [{"hi": 10}, {"hi": 20}]
        calls(seat, 3)
    calls(seat, 1)
    seat.round()
    assert len(place.rows("SELECT 1 FROM cc.lease")) == 3
    assert calls(seat, 23) == run(*range(8, 31))


def test_used_up_away_from_central_it_numbers_by_its_own_code_and_then_goes_on(seat_at, lease):
    lease(1)
    seat = seat_at()
    seat.round()
    own = seat.enrolment["seat"]
    assert calls(seat, 4) == [*run(1, 2), number("L", own, 1), number("L", own, 2)]
    seat.round()
    assert calls(seat, 1) == run(3)


def test_a_block_whose_answer_was_lost_is_not_lost(seat_at, lease, place):
    lease(10)
    seat = seat_at()

    class Deaf:
        def __getattr__(self, name):
            return getattr(seat.central, name)

        def lease(self, *words):
            seat.central.lease(*words)
            raise CentralAway("cut")

    with pytest.raises(CentralAway):
        seat.round(Deaf())
    seat.round()
    assert place.rows("SELECT lo FROM cc.lease ORDER BY lo") == [{"lo": 1}, {"lo": 11}]
    assert calls(seat, 1) == run(1)


def test_switched_off_a_seat_goes_back_to_its_own_numbers(seat_at, lease):
    lease(10)
    seat = seat_at()
    seat.round()
    lease(0)
    seat.round()
    assert calls(seat, 1) == [number("L", seat.enrolment["seat"], 1)]
    lease(10)
    seat.round()
    assert calls(seat, 1) == run(1)


def test_a_number_that_was_rolled_back_is_given_again(seat_at, lease):
    lease(10)
    seat = seat_at()
    seat.round()
    with pytest.raises(ValueError, match="L-00001"), seat.store.write() as to:
        int(to.number("L"))
    assert calls(seat, 1) == run(1)


def test_after_a_restore_another_run_begins(two, lease, place):
    lease(10)
    a, b = two
    a.round()
    before = calls(a, 14)
    place.rows("DELETE FROM cc.lease")
    place.rows("UPDATE cc.series SET next = 1")
    place.rows("UPDATE cc.epoch SET epoch = gen_random_uuid()")
    for seat in (b, a):
        seat.round()
    assert [*before, *calls(a, 7)] == [*run(*range(1, 21)), *run(21, of=1)]
    assert calls(b, 1) == run(1, of=1)


def test_of_used_up_blocks_the_newest_stays(seat_at, lease):
    lease(5)
    seat = seat_at()
    for _ in range(4):
        seat.round()
        calls(seat, 10)
    seat.round()
    with seat.store._door.read() as connection:
        kept = connection.exec_driver_sql("SELECT lo, hi, next FROM blocks ORDER BY lo").all()
    assert kept == [(41, 45, 41), (46, 50, 46)]


def test_what_is_not_leased_here_is_not_leased_by_asking(seat_at):
    seat = seat_at()
    seat.round()
    assert seat.central.lease(seat.store.feed.epoch(), Block("L", -1, 1, 0)) is None
