"""When to try next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sync.pace import Pace, pace_after, poll_in, retry_in

rolls = st.floats(0, 1, exclude_max=True)


@given(st.integers(0, 10_000), rolls)
def test_a_retry_waits_no_longer_than_a_minute(failures, roll):
    assert 0 <= retry_in(failures, roll) <= 60


def test_the_first_try_is_spread_then_each_failure_doubles_the_span_until_a_minute():
    spans = [retry_in(k, 1.0) for k in range(1, 9)]
    assert spans == [10, 2, 4, 8, 16, 32, 60, 60]


@pytest.mark.parametrize("pace", Pace)
@given(roll=rolls)
def test_a_poll_keeps_its_pace_by_half(pace, roll):
    assert 0.5 * pace.value <= poll_in(pace, roll) <= 1.5 * pace.value


@pytest.mark.parametrize(
    ("still", "pace"),
    [(0, Pace.ACTIVE), (59, Pace.ACTIVE), (60, Pace.IDLE), (599, Pace.IDLE), (600, Pace.ASLEEP)],
)
def test_the_longer_nobody_does_anything_the_rarer_a_seat_asks(still, pace):
    assert pace_after(still) is pace
    assert Pace.ACTIVE.value < Pace.IDLE.value < Pace.ASLEEP.value
