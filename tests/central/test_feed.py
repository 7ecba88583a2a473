"""The way out: nothing is skipped, whatever commits when."""

import itertools
import threading
from uuid import uuid4

from tests.central.rig import a_call


def _cursor(rows):
    """Where a seat stands after *rows*."""
    settled = [(int(r["xid"]), r["seq"]) for r in itertools.takewhile(lambda r: r["settled"], rows)]
    return settled[-1] if settled else (0, 0)


def test_pages_follow_each_other_without_a_hole(seats):
    seat = seats()
    ids = [str(uuid4()) for _ in range(12)]
    for id in ids:
        seat.put("call", id, a_call())
    got, at = [], (0, 0)
    while page := seat.pull(at, limit=5):
        got += [r["id"] for r in page]
        at = _cursor(page)
    assert got == ids


def test_xids_are_ordered_as_numbers(place, seats):
    seat = seats()
    for number in (9998, 9999, 10000, 10001):
        place.rows(
            "INSERT INTO cc.change_log (tenant, xid, scope, kind, id, ver, img)"
            " VALUES (1, %s::text::xid8, 0, 'call', gen_random_uuid(), 1, '{}')",
            str(number),
        )
    first = seat.pull((9000, 0), limit=2)
    assert [r["xid"] for r in first] == ["9998", "9999"]
    assert [r["xid"] for r in seat.pull((9999, first[1]["seq"]), limit=2)] == ["10000", "10001"]


def test_a_page_has_a_limit(place, seats):
    seat = seats()
    place.rows(
        "INSERT INTO cc.change_log (tenant, scope, kind, id, ver, img)"
        " SELECT 1, 0, 'call', gen_random_uuid(), 1, '{}' FROM generate_series(1, 600)"
    )
    assert len(seat.pull(limit=10_000)) == 500
    assert len(seat.pull(limit=0)) == 1


def test_what_commits_late_is_not_skipped(seats):
    slow, quick, reader = seats(), seats(), seats()
    early, late = str(uuid4()), str(uuid4())
    with slow.connection.transaction():
        slow.put("call", early, a_call())
        quick.put("call", late, a_call())
        page = reader.pull()
        # The later one is shown at once, but nothing may follow it yet.
        assert [(r["id"], r["settled"]) for r in page] == [(late, False)]
    after = reader.pull(_cursor(page))
    assert {r["id"] for r in after} == {early, late}
    assert all(r["settled"] for r in after)


def test_a_lower_xid_may_carry_the_higher_version(seats):
    a, b, reader = seats(), seats(), seats()
    shared, other = str(uuid4()), str(uuid4())
    a.put("call", shared, a_call())
    start = _cursor(reader.pull())
    with a.connection.transaction():
        a.put("call", other, a_call())  # takes the lower xid
        b.put("call", shared, {"a.name": "李四"}, base=1)  # version 2
        a.put("call", shared, {"a.phone": "1"}, base=1)  # version 3
    versions = [r["ver"] for r in reader.pull(start) if r["id"] == shared]
    assert versions == [3, 2]


def test_what_was_rolled_back_is_never_told(seats):
    seat, reader = seats(), seats()
    with seat.connection.transaction(force_rollback=True):
        seat.put("call", str(uuid4()), a_call())
    seat.n -= 1
    kept = str(uuid4())
    seat.put("call", kept, a_call())
    assert [r["id"] for r in reader.pull()] == [kept]


def test_a_reader_among_many_writers_misses_nothing(seats):
    writers, reader = [seats() for _ in range(6)], seats()
    made = {writer: [str(uuid4()) for _ in range(25)] for writer in writers}

    def write(writer):
        for start in range(0, 25, 5):
            # Of different length, so that they commit in another order than they began.
            with writer.connection.transaction():
                for id in made[writer][start : start + 1 + start // 5]:
                    writer.put("call", id, a_call())
            for id in made[writer][start + 1 + start // 5 : start + 5]:
                writer.put("call", id, a_call())

    threads = [threading.Thread(target=write, args=(w,)) for w in writers]
    for thread in threads:
        thread.start()
    seen, at = set(), (0, 0)
    while True:
        running = any(thread.is_alive() for thread in threads)
        page = reader.pull(at)
        at = _cursor(page) if page and page[0]["settled"] else at
        seen |= {r["id"] for r in page if r["settled"]}
        if not running and not page:
            break
    for thread in threads:
        thread.join()
    assert seen == {id for ids in made.values() for id in ids}
