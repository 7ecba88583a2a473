"""Many ops central cannot take, before and among good ones: the good go, of the bad no word is lost."""

import json
import math
from datetime import timedelta
from time import perf_counter

import pytest

from app.records.calls import Call
from app.records.ids import new_id
from app.store import tables
from app.sync.port import DataRefused
from app.sync.round import BATCH

BAD, GOOD = 200, 4490
EXTRA = math.log2(BATCH) + 2  # pushes more than without it, of each bad op


def _with(**words):
    """An op with some of its words said otherwise."""
    return lambda told: json.dumps(told | words)


# What central cannot read: it refuses the whole batch, and the seat finds out which op it was.
UNREADABLE = {
    "a NUL": _with(patch={"a.name": "a\0b"}),
    "half a sign": lambda told: json.dumps(told | {"patch": {"a.name": "\ud83d"}}),
    "a number beyond all numbers": lambda told: json.dumps(told | {"patch": {"x": 0}}).replace(
        '"x": 0', '"x": 1e999999'
    ),
    "a version that is none": _with(base=10**12),
    "a base in words": _with(base="two"),
    "a turn in words": _with(n="two"),
    "a list": lambda told: json.dumps([told]),
    "torn": lambda told: json.dumps(told | {"patch": {"a.name": "王小明"}}, ensure_ascii=False)[:-9],
    "a line break in a word": lambda told: json.dumps(told | {"patch": {"a.name": "a b"}}).replace(
        "a b", "a\nb"
    ),
    "a bare NUL": lambda told: json.dumps(told | {"patch": {"a.name": "a b"}}).replace("a b", "a\0b"),
    "too deep": lambda told: json.dumps(told | {"patch": {"x": 0}}).replace(
        '"x": 0', '"x": ' + "[" * 20_000 + "]" * 20_000
    ),
}
# What it can read and does not take: into cc.rejected, with the batch.
REFUSED = {
    "unknown_kind": _with(e="spell"),
    "too_long": _with(patch={"a.note": "字" * 100_000}),
    "unknown_verb": _with(k="unmake"),
    "bad_id": _with(id="7"),
    "bad_patch": _with(patch=["a.name"]),
    "pull_only": _with(e="agent"),
    "session": _with(s="nobody"),
    "missing_keys": _with(patch={"a.name": "王小明"}),
}
KINDS = {**UNREADABLE, **REFUSED}


def _put_bad(seat, kinds) -> dict[int, str]:
    """Let such ops wait, each in the next turn; return their texts."""
    texts = {}
    with seat.store.write() as to:
        for kind in kinds:
            n, op, record = to._next_n(), new_id(), new_id()
            told = {
                "op": op, "n": n, "k": "put", "e": "call", "id": record, "base": 0, "ep": to._known("epoch"),
                "s": seat.session.id, "sv": 1, "at": to._at, "off": 0, "salt": "", "patch": {},
            }  # fmt: skip
            texts[n] = KINDS[kind](told)
            row = (n, op, "call", record, texts[n], to._stored_at)
            to._connection.exec_driver_sql(tables.PUT_OP, row)
    return texts


def _put_good(seat, count: int) -> list:
    made = []
    with seat.store.write() as to:
        for _ in range(count):
            made.append(new_id())
            to.put(
                Call(
                    id=made[-1], number=to.number(Call.prefix), channel="phone", form="inquiry",
                    form_version=1, started_at=seat.at, saved_at=seat.at + timedelta(seconds=9),
                    first_taker=seat.agent, handler=seat.agent, answers={"name": "王小明"},
                )
            )  # fmt: skip
    return made


class Counted:
    """The real road; ``pushes`` it has carried."""

    def __init__(self, central) -> None:
        self._central, self.pushes = central, 0

    def __getattr__(self, name):
        return getattr(self._central, name)

    def push(self, epoch, bodies):
        self.pushes += 1
        return self._central.push(epoch, bodies)


def _said(text: str):
    """All that an op wants to say, however it is written; of what is no JSON its very text."""
    try:
        told = json.loads(text)
        return told["raw"] if "raw" in told else {k: told[k] for k in ("e", "id", "base", "s", "at", "patch")}
    except (ValueError, TypeError, KeyError, RecursionError):
        return text


def _nothing_is_lost(place, seat, good, bad):
    """All good ones taken, and every bad text whole at both ends."""
    here = place.rows("SELECT id::text FROM cc.record WHERE kind = 'call'")
    assert {row["id"] for row in here} == set(good)
    log = place.rows("SELECT seat_seq, op_id, status FROM cc.op_log ORDER BY seat_seq")
    assert [line["seat_seq"] for line in log] == list(range(1, seat.store.outbox.last_n() + 1))
    assert {line["seat_seq"] for line in log if line["status"] == "rejected"} == set(bad)
    kept = {row["op_id"]: row["body"] for row in place.rows("SELECT op_id, body FROM cc.rejected")}
    said = {line["seat_seq"]: kept[line["op_id"]] for line in log if line["op_id"] in kept}
    assert {n: _said(text) for n, text in said.items()} == {n: _said(text) for n, text in bad.items()}
    with seat.store._door.read() as connection:
        rows = connection.exec_driver_sql("SELECT n, body FROM outbox WHERE state = 'rejected'")
        assert {n: body for n, body in rows} == bad
    problems = seat.store.outbox.problems()
    assert (seat.pending, [type(each.patch) for each in problems]) == (0, [dict] * len(bad))


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_bad_op_is_put_aside_and_the_next_one_goes(place, seat_at, kind):
    seat = seat_at()
    bad = _put_bad(seat, [kind])
    good = _put_good(seat, 1)
    seat.round()
    _nothing_is_lost(place, seat, good, bad)
    if kind in REFUSED:
        assert place.rows("SELECT why FROM cc.rejected") == [{"why": kind}]
    seat.round()  # the chain of both is the same


class Narrow(Counted):
    """The real road, but too much at once is refused, whatever it is."""

    def push(self, epoch, bodies):
        if len(bodies) > 3:
            raise DataRefused("54000", "program limit exceeded")
        return super().push(epoch, bodies)


def test_what_is_too_much_at_once_is_not_put_aside(place, seat_at):
    seat = seat_at()
    good = _put_good(seat, 40)
    assert seat.round(Narrow(seat.central)).pushed == 41
    _nothing_is_lost(place, seat, good, {})


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    "kinds", [["a NUL"], list(UNREADABLE), list(KINDS)], ids=["one", "unreadable", "all"]
)
def test_200_bad_ops_do_not_hold_back_4490_good_ones(place, seat_at, kinds):
    seat = seat_at()
    seat.round()
    bad = _put_bad(seat, [kinds[i % len(kinds)] for i in range(BAD)])
    good = _put_good(seat, GOOD)
    _in_bounds(seat, bad)
    _nothing_is_lost(place, seat, good, bad)


@pytest.mark.timeout(120)
@pytest.mark.parametrize("apart", [100, 23, 7, 1])
def test_bad_ops_among_good_ones_cost_no_more(place, seat_at, apart):
    """One in so many, to nothing but bad ones."""
    seat, bad, good = seat_at(), {}, []
    seat.round()
    kinds = list(UNREADABLE)
    for i in range(2 * BATCH * 4 // apart if apart > 1 else BATCH):
        good += _put_good(seat, apart - 1)
        bad |= _put_bad(seat, [kinds[i % len(kinds)]])
    _in_bounds(seat, bad)
    _nothing_is_lost(place, seat, good, bad)


def _in_bounds(seat, bad) -> None:
    waiting, road, start = seat.pending, Counted(seat.central), perf_counter()
    done = seat.round(road)
    extra = (road.pushes - math.ceil(waiting / BATCH)) / len(bad)
    spent = perf_counter() - start
    print(f"{waiting} ops, {len(bad)} bad: {road.pushes} pushes, {extra:.2f} more each, {spent:.1f} s")
    assert done.rejected == len(bad)
    assert extra <= EXTRA
