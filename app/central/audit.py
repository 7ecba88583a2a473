"""Each seat's chain of hashes, worked out anew from what its ops say.

chain = sha256(chain before || sha256(body)). Of an erased entry the body's hash was kept: it counts only
where nothing else was, and its record is one that an erasure names.
"""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, text

_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Break:
    """The first entry of a seat that is not in order.

    ``what``: ``gap`` (entry *n* is not there), ``chain`` (body or chain were changed), ``op`` (the body is
    another op's), ``erased`` (a hash stands for the body, and no erasure names the record), ``head`` (the
    seat's own row does not end where its entries do), ``no_seat``.
    """

    seat: str
    n: int
    op: str
    what: str


@dataclass(frozen=True, slots=True)
class Audit:
    seats: int
    entries: int
    erased: int
    breaks: tuple[Break, ...]


@dataclass(slots=True)
class _Walk:
    """Where one seat's chain stands."""

    code: str
    last_n: int
    head: bytes
    n: int = 0
    chain: bytes = b""
    broken: Break | None = None

    def step(self, n: int, op: str, body: str, body_hash: bytes | None, chain: bytes, named: bool) -> None:
        if self.broken is not None:
            return
        self.chain = sha256(self.chain + (body_hash or sha256(body.encode()).digest())).digest()
        if n != self.n + 1:
            self.broken = Break(self.code, self.n + 1, "", "gap")
        elif self.chain != chain:
            self.broken = Break(self.code, n, op, "chain")
        elif body_hash is None and op not in body:
            self.broken = Break(self.code, n, op, "op")
        elif body_hash is not None and (body or not named):
            self.broken = Break(self.code, n, op, "erased")
        self.n = n

    def end(self) -> Break | None:
        if self.broken is None and (self.n, self.chain) != (self.last_n, self.head):
            short = self.n < self.last_n
            self.broken = Break(self.code, self.n + short, "", "gap" if short else "head")
        return self.broken


def verify(connection: Connection, shown: Callable[[int], None] = lambda done: None) -> Audit:
    """Go through every entry, a page in memory at a time; *shown* hears how many are done."""
    # A copy of a seat goes on counting where it left the first; an older central knows of no copies.
    seats = connection.execute(
        text(
            "SELECT seat_id, code, last_seq, chain, coalesce((to_jsonb(s) ->> 'first_n')::bigint, 1)"
            " FROM cc.seat s ORDER BY seat_id"
        )
    )
    walks = {id: _Walk(code, last, bytes(head), first - 1) for id, code, last, head, first in seats}
    known, entries, erased = len(walks), 0, 0
    for page in _entries(connection):
        for seat, n, op, body, chain, body_hash, named in page:
            if seat not in walks:
                walks[seat] = _Walk(f"#{seat}", 0, b"", broken=Break(f"#{seat}", n, op, "no_seat"))
            walks[seat].step(n, op, body, body_hash, bytes(chain), named)
            erased += body_hash is not None
        entries += len(page)
        shown(entries)
    breaks = tuple(found for walk in walks.values() if (found := walk.end()) is not None)
    return Audit(known, entries, erased, breaks)


def _entries(connection: Connection) -> Any:
    """Pages of the log, seat by seat, in their order."""
    # An older central, or the copy of one, has no erased entries.
    can_erase = connection.execute(text("SELECT to_regclass('cc.erased') IS NOT NULL")).scalar_one()
    named = "EXISTS (SELECT 1 FROM cc.erased e WHERE (e.tenant, e.kind, e.id) = (l.tenant, l.kind, l.id))"
    hashed = f"body_hash, body_hash IS NOT NULL AND {named}" if can_erase else "NULL::bytea, false"
    query = (
        f"SELECT seat_id, seat_seq, op_id::text, body, chain, {hashed} FROM cc.op_log l"  # noqa: S608 - our words
        " ORDER BY tenant, seat_id, seat_seq"
    )
    return connection.execute(text(query), execution_options={"yield_per": _AT_ONCE}).partitions(_AT_ONCE)
