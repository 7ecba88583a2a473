"""States one after another out of what was told, cut where a day or a shift ends."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.desk.stays import Span, away, spans, split
from app.records.ids import Id
from app.records.presence import Presence, State

MIDNIGHT = datetime(2026, 11, 23, tzinfo=UTC)
NOW = MIDNIGHT + timedelta(hours=9)


def told(n, state, since, lasted=0, source="key", reason="", minutes=0):
    """The *n*-th of somebody's, *since* so many minutes after midnight."""
    at = MIDNIGHT + timedelta(minutes=since)
    return Presence(Id(f"{n:03d}"), Id("a"), "A01", state, at, at, source, reason, "", lasted)


def test_how_long_a_state_was_the_next_one_says():
    found = spans([told(1, State.READY, 0), told(2, State.AWAY, 10, 590), told(3, State.READY, 999, 60)])
    assert [(each.state, each.seconds) for each in found] == [
        (State.READY, 590), (State.AWAY, 60), (State.READY, None),
    ]  # fmt: skip


def test_a_reason_said_later_belongs_to_its_state():
    said = [told(1, State.AWAY, 0), told(2, State.READY, 5, 300), told(3, State.AWAY, 0, 0, reason="meal")]
    assert [(each.state, each.seconds, each.reason) for each in spans(said)] == [
        (State.AWAY, 300, "meal"), (State.READY, None, ""),
    ]  # fmt: skip


def test_what_comes_twice_or_in_another_order_is_the_same():
    said = [told(1, State.READY, 0), told(2, State.AWAY, 10, 600), told(3, State.READY, 30, 1200)]
    assert spans([said[2], said[0], said[1], said[1], said[0]]) == spans(said)


def test_a_clock_set_back_makes_nothing_negative_and_changes_no_order():
    said = [told(1, State.READY, 100), told(2, State.AWAY, 40, 60), told(3, State.READY, 20, 300)]
    found = spans(said)
    assert [each.seconds for each in found] == [60, 300, None]
    assert away(said, MIDNIGHT, NOW) == timedelta(minutes=5)


@pytest.mark.parametrize(("killed", "seconds"), [(30, 1800), (-30, 0)])
def test_a_crash_knows_its_time_by_the_clock_of_the_day(killed, seconds):
    said = [told(1, State.AWAY, 0), told(2, State.OFFLINE, killed, 0, "crash")]
    assert spans(said)[0].seconds == seconds


def test_one_that_goes_on_lasts_until_now():
    assert away([told(1, State.AWAY, 8 * 60)], MIDNIGHT, NOW) == timedelta(hours=1)
    assert away([told(1, State.AWAY, 24 * 60)], MIDNIGHT, NOW) == timedelta()


def test_only_what_lies_behind_midnight_counts_for_today():
    said = [told(1, State.AWAY, -30), told(2, State.READY, 15, 45 * 60), told(3, State.BUSY, 40, 5)]
    assert away(said, MIDNIGHT, NOW) == timedelta(minutes=15)


@pytest.mark.parametrize("lasted", [-5, 10**18])
def test_what_a_seat_says_beyond_reason_is_bounded(lasted):
    said = [told(1, State.AWAY, 0), told(2, State.READY, 5, lasted)]
    assert timedelta() <= away(said, MIDNIGHT, NOW) <= timedelta(days=31)


@given(
    st.integers(-(10**5), 10**5),
    st.none() | st.integers(-(10**4), 10**6),
    st.lists(st.integers(-(10**5), 10**6), max_size=6),
)
def test_the_pieces_are_together_as_long_as_the_whole(since, seconds, cuts):
    span = Span(State.AWAY, MIDNIGHT + timedelta(seconds=since), seconds)
    at = [MIDNIGHT + timedelta(seconds=each) for each in cuts]
    pieces = split(span, at, NOW)
    going_on = (NOW - span.since).total_seconds()
    assert sum(piece.seconds for piece in pieces) == max(0, going_on if seconds is None else seconds)
    assert all(piece.seconds >= 0 for piece in pieces)
    assert [piece.since for piece in pieces] == sorted(piece.since for piece in pieces)
    for piece in pieces:  # none lies across a cut
        end = piece.since + timedelta(seconds=piece.seconds)
        assert not any(piece.since < each < end for each in at)
