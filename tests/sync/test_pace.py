"""When to try next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sync.pace import Pace, poll_in, retry_in

rolls = st.floats(0, 1, exclude_max=True)


@given(st.integers(0, 10_000), rolls)
def test_a_retry_waits_no_longer_than_a_minute(failures, roll):
    assert 0 <= retry_in(failures, roll) <= min(60, 0.5 * 2 ** min(failures, 12))


def test_each_failure_doubles_the_span_until_a_minute():
    spans = [retry_in(k, 1.0) for k in range(9)]
    assert spans == [0.5, 1, 2, 4, 8, 16, 32, 60, 60]


@pytest.mark.parametrize("pace", Pace)
@given(roll=rolls)
def test_a_poll_keeps_its_pace_by_half(pace, roll):
    assert 0.5 * pace.value <= poll_in(pace, roll) <= 1.5 * pace.value


def test_a_busy_seat_asks_oftener_than_an_idle_one():
    assert Pace.DISPATCH.value < Pace.ACTIVE.value < Pace.IDLE.value
