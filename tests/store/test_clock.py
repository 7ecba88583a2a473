"""Which times are told as doubtful."""

import json
from datetime import timedelta

from app.records.ops import Welcome
from app.store.clock import Clock


def _is_doubtful(store, make):
    with store.write() as to:
        to.put(make.call())
    store.write_many(lambda bulk: bulk.put(make.call()))
    plain, bulk = (json.loads(op.body).get("doubtful", False) for op in store.outbox.waiting()[-2:])
    assert plain == bulk
    return plain


def _welcomed(store, clock):
    store.feed.welcomed(Welcome("e", store.outbox.last_n(), "B07", 3, clock()))


def test_a_clock_is_believed_for_a_day_after_central_told_its_time(store, make, clock):
    assert _is_doubtful(store, make)
    _welcomed(store, clock)
    assert not _is_doubtful(store, make)


def test_how_far_the_clock_is_behind_is_said(store, clock):
    assert store.outbox.state().slow == timedelta()
    store.feed.welcomed(Welcome("e", 0, "B07", 3, clock() + timedelta(minutes=7)))
    assert store.outbox.state().slow == timedelta(minutes=7)


def test_a_jump_is_told_until_central_tells_its_time(store, make, clock):
    _welcomed(store, clock)
    clock.move(hours=1)
    assert _is_doubtful(store, make)
    _welcomed(store, clock)
    assert not _is_doubtful(store, make)


def test_after_a_day_without_central_it_is_not(store, make, clock, monkeypatch):
    monkeypatch.setattr(Clock, "has_jumped", False)
    _welcomed(store, clock)
    clock.move(hours=24)
    assert not _is_doubtful(store, make)
    clock.move(seconds=1)
    assert _is_doubtful(store, make)
    _welcomed(store, clock)
    assert not _is_doubtful(store, make)


def test_a_clock_put_back_a_year_is_not_believed_either(store, make, clock, monkeypatch):
    monkeypatch.setattr(Clock, "has_jumped", False)
    _welcomed(store, clock)
    clock.move(days=-365)
    assert _is_doubtful(store, make)


def test_what_somebody_did_to_the_clock_is_seen_until_central_tells_its_time(clock):
    ticks = [0.0]
    told = Clock(clock, lambda: ticks[0])
    for hours in (1, 2):  # time passes on both
        clock.move(hours=1)
        ticks[0] = 3600.0 * hours
        assert not told.has_jumped
    clock.move(seconds=-121)
    assert told.has_jumped
    told.vouch()
    assert not told.has_jumped
    clock.at += timedelta(seconds=121)
    assert told.has_jumped
