"""The register of slips (ORD-3): what became of each, and which numbers are missing and why."""

from __future__ import annotations

import enum
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

from app.records.ids import Id, new_id
from app.records.orders import Slip
from app.records.register import Fate, Print
from app.store.runs import Taken
from app.store.store import Store, Writer

_MOST = 2_000  # prints of one slip
_LONGEST = 500  # signs of a reason


class Why(enum.StrEnum):
    """Why a number is not there."""

    LEASED = "leased"  # in a block of this seat, not taken yet
    ELSEWHERE = "elsewhere"  # of another seat; what it has made has not come here
    UNEXPLAINED = "unexplained"  # taken here, and gone


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers *first* to *last* that are missing in the run whose numbers begin with ``run``."""

    run: str
    first: int
    last: int
    why: Why

    @property
    def count(self) -> int:
        return self.last - self.first + 1


class Register:
    """*seat* is a code. May be asked on any thread."""

    def __init__(self, store: Store, seat: str, now: Callable[[], datetime]) -> None:
        self._store, self._seat, self._now = store, seat, now

    def printed(self, to: Writer, slip: Slip, copies: Sequence[str], sets: int) -> Print:
        """Keep that the slip came out, as it stood before: the first time, or once more."""
        n = len(slip.prints)
        fate = Fate.REPRINT if n else Fate.PRINT
        return self._put(to, slip, fate, n=n, copies=tuple(copies), sets=sets, other=slip.replaces)

    def void(self, to: Writer, slip: Slip, reason: str, other: Id | None = None) -> Print:
        """Make the slip void, with why, and which one stands for it."""
        to.put(replace(slip, void=True))
        told = reason.strip()[:_LONGEST]
        return self._put(to, slip, Fate.VOID, n=len(slip.prints), sets=0, reason=told, other=other)

    def of_slip(self, slip: Id) -> list[Print]:
        """Return what became of it, the first first."""
        return self._store.find(Print, slip=slip, limit=_MOST, newest_first=False)

    def voided(self, slip: Id) -> Print | None:
        """Return how it was made void; None of one that stands, or that no register tells of."""
        return next(iter(self._store.find(Print, slip=slip, fate=Fate.VOID, limit=1)), None)

    def gaps(self, prefix: str = Slip.prefix) -> list[Gap]:
        """Return the numbers that are missing, each with its explanation; for a lane. Of blocks used up
        before the newest one this seat no longer knows that they were its own."""
        runs = self._store.runs
        there, own = runs.numbers(Slip.kind, prefix), runs.own(prefix)
        leased: dict[str, list[Taken]] = {}
        for run, taken in runs.blocks(prefix):
            leased.setdefault(run, []).append(taken)
        found: list[Gap] = []
        for run in sorted({*there, *own, *leased}):
            counts, known = there.get(run, array("q")), leased.get(run, [])
            last = max(own.get(run, 0), counts[-1] if counts else 0, *(each.next - 1 for each in known), 0)
            missing = _missing(counts, last, first=1 if run in own or not known else known[0].block.lo)
            if run in own:
                found += [Gap(run, lo, hi, Why.UNEXPLAINED) for lo, hi in missing]
            else:
                found += [gap for lo, hi in missing for gap in _explained(run, lo, hi, known)]
                found += [Gap(run, e.next, e.block.hi, Why.LEASED) for e in known if e.next <= e.block.hi]
        return found

    def _put(
        self, to: Writer, slip: Slip, fate: Fate, *, n: int, sets: int, copies: tuple[str, ...] = (),
        reason: str = "", other: Id | None = None,
    ) -> Print:  # fmt: skip
        by = self._store.session
        made = Print(
            new_id(), slip.id, fate, self._now(), by.agent, by.id, self._seat, n, sets, copies, reason, other
        )
        to.put(made)
        return made


def _missing(counts: array[int], last: int, *, first: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of *first* to *last* that are not among *counts*, which are in order."""
    begin = bisect_left(counts, first)
    for before, after in pairwise((first - 1, *counts[begin:], last + 1)):
        if after - before > 1:
            yield before + 1, after - 1


def _explained(run: str, lo: int, hi: int, known: Sequence[Taken]) -> Iterator[Gap]:
    """Cut a stretch into what lies in blocks of ours, taken or not, and what lies in those of others."""
    at = lo
    for block, next_ in known:
        if block.hi < at or block.lo > hi:
            continue
        if at < block.lo:
            yield Gap(run, at, block.lo - 1, Why.ELSEWHERE)
        begin, end = max(at, block.lo), min(hi, block.hi)
        if begin < next_:
            yield Gap(run, begin, min(end, next_ - 1), Why.UNEXPLAINED)
        at = end + 1
    if at <= hi:
        yield Gap(run, at, hi, Why.ELSEWHERE)
