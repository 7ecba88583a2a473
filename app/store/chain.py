"""The seat's own end of its hash chain: what central must have of its ops if nobody rewrote them."""

import hashlib

import sqlalchemy as sa

from app.records.ops import Head
from app.store import tables

_STEP = 1000  # ops at a time: after a restart there may be very many
_ANSWERED = "SELECT n, coalesce(void, body), body_hash, state FROM outbox WHERE n > ? ORDER BY n LIMIT ?"


def head_of(meta: dict[str, str]) -> Head:
    """Return how far the chain has been reckoned; n is 0 while nothing of this install has."""
    return Head(int(meta.get("chain_n") or 0), meta.get("chain", ""))


def extend(connection: sa.Connection, meta: dict[str, str]) -> None:
    """Reckon on over what central has answered: sha256(before + sha256(body)), the body as it was sent; of
    an erased one its hash was kept."""
    begun = head_of(meta)
    n, chain = begun.n or int(meta.get("first_n") or 1) - 1, bytes.fromhex(begun.chain)
    for at, body, body_hash, state in connection.exec_driver_sql(_ANSWERED, (n, _STEP)):
        if state == "pending" or at != n + 1:
            break
        n, chain = at, hashlib.sha256(chain + bytes.fromhex(body_hash or hash_of(body))).digest()
    if n > begun.n and chain:
        connection.exec_driver_sql(tables.PUT_META, [("chain_n", str(n)), ("chain", chain.hex())])


def hash_of(body: str) -> str:
    """Return in hex by what the chain knows *body*."""
    return hashlib.sha256(body.encode()).hexdigest()


def forget(connection: sa.Connection) -> None:
    """Begin again: what was answered may be asked anew."""
    connection.exec_driver_sql("DELETE FROM meta WHERE name IN ('chain_n', 'chain')")
