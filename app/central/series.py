"""One run of numbers for the whole centre: whether blocks of it are leased, and what became of those."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, text

from app.central.schema import TENANT
from app.records.calls import Call
from app.records.cases import Case
from app.records.orders import Order, Slip

KINDS = {of.prefix: of.kind for of in (Call, Case, Order, Slip)}
_SIZE = "SELECT size FROM cc.series WHERE tenant = :tenant AND prefix = :prefix"
_SET = """
    INSERT INTO cc.series (tenant, prefix, size, epoch)
    SELECT :tenant, :prefix, :size, e.epoch FROM cc.epoch e
    ON CONFLICT (tenant, prefix) DO UPDATE SET size = excluded.size
"""
_BLOCKS = """
    WITH used AS (
        SELECT coalesce(m[1], '0')::int AS run, m[2]::bigint AS n
        FROM cc.record r, regexp_match(r.body ->> 'number', :shape) AS m
        WHERE r.tenant = :tenant AND r.kind = :kind AND m IS NOT NULL
    )
    SELECT l.run, l.lo, l.hi, s.code, l.at, (
        SELECT array_agg(DISTINCT u.n ORDER BY u.n) FROM used u
        WHERE u.run = l.run AND u.n BETWEEN l.lo AND l.hi)
    FROM cc.lease l JOIN cc.seat s USING (seat_id)
    WHERE l.tenant = :tenant AND l.prefix = :prefix ORDER BY l.run, l.lo
"""


@dataclass(frozen=True, slots=True)
class Leased:
    """A block of numbers *lo* to *hi*, leased to a seat; ``unused`` are (first, last) of those no record that
    central has bears: given back by nobody, or still to come."""

    run: int
    lo: int
    hi: int
    seat: str
    at: datetime
    used: int
    unused: tuple[tuple[int, int], ...]


def size(connection: Connection, prefix: str) -> int:
    """Return how many numbers a block has; 0 where each seat numbers by its own code."""
    found = connection.execute(text(_SIZE), {"tenant": TENANT, "prefix": prefix}).scalar()
    return found or 0


def set_size(connection: Connection, prefix: str, size: int) -> None:
    """Lease blocks of *size* numbers from now on; 0: seats number by their own codes again."""
    connection.execute(text(_SET), {"tenant": TENANT, "prefix": prefix, "size": size})


def blocks(connection: Connection, prefix: str) -> list[Leased]:
    """Return all blocks of a run, the first one first."""
    shape = rf"^{prefix}(?:-(\d+))?-(\d+)-.$"
    told = {"tenant": TENANT, "prefix": prefix, "kind": KINDS[prefix], "shape": shape}
    return [
        Leased(run, lo, hi, seat, at, len(used or ()), tuple(_unused(lo, hi, used or ())))
        for run, lo, hi, seat, at, used in connection.execute(text(_BLOCKS), told)
    ]


def _unused(lo: int, hi: int, used: Iterable[int]) -> Iterable[tuple[int, int]]:
    for n in used:
        if n > lo:
            yield lo, n - 1
        lo = n + 1
    if lo <= hi:
        yield lo, hi
