"""What travels: an op (one changed-field patch with its base version), its receipt, and the way back."""

import enum
import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from app.records.ids import Id

# Made once: json.dumps would make one for every op.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Op:
    """One change to one record, as its ``body`` is sent and hashed: JSON text, never rewritten.

    ``n`` is gapless per install. ``base`` is central's version of the record the change was made on
    (0: central never had it). Keys of ``patch`` are columns, or ``a.<field>`` for an answer.
    """

    id: Id
    n: int
    kind: str
    record: Id
    body: str

    @property
    def patch(self) -> dict[str, Any]:
        patch: dict[str, Any] = json.loads(self.body)["patch"]
        return patch


def op_body(
    *,
    id: Id,
    n: int,
    kind: str,
    record: Id,
    base: int,
    epoch: str,
    session: Id,
    at: str,
    clock_offset_ms: int,
    salt: str,
    patch: dict[str, Any],
    decides: str = "",
    is_doubtful: bool = False,
) -> str:
    """Return the JSON text of an op (`k` is what it does, `e` the kind of record, `sv` the schema).

    *decides*: the conflict of which this is the outcome. *is_doubtful*: *at* and what it says of times come
    from a clock that nobody vouches for.
    """
    return _encode(
        {
            "op": id, "n": n, "k": "put", "e": kind, "id": record, "base": base, "ep": epoch,
            "s": session, "sv": 1, "at": at, "off": clock_offset_ms, "salt": salt,
            "patch": patch,
        }
        | ({"decides": decides} if decides else {})
        | ({"doubtful": True} if is_doubtful else {})
    )  # fmt: skip


class Verdict(enum.StrEnum):
    APPLIED = "applied"
    MERGED = "merged"  # somebody else changed other fields meanwhile
    CONFLICT = "conflict"  # a field was changed by both: the loser is kept at central
    REJECTED = "rejected"  # kept at central with the reason; needs a person


@dataclass(frozen=True, slots=True)
class Receipt:
    op: Id
    verdict: Verdict
    version: int | None = None
    fields: tuple[str, ...] = ()  # those in conflict
    reason: str = ""


# Tuples: a frozen dataclass is four times as slow to make, and a pull makes these by the ten thousand.


class Cursor(NamedTuple):
    """A place in central's feed. ``xid`` is 64 bit: compare as numbers, never as text."""

    xid: int = 0
    seq: int = 0


class Image(NamedTuple):
    """A record as central has it at ``version``, its body JSON text; only settled images move the cursor."""

    kind: str
    record: Id
    version: int
    body: str
    at: Cursor
    settled: bool


@dataclass(frozen=True, slots=True)
class Page:
    images: tuple[Image, ...] = ()
    more: bool = False


class Head(NamedTuple):
    """The end of an install's hash chain as far as central has answered: ``chain`` in hex, up to op ``n``."""

    n: int = 0
    chain: str = ""


@dataclass(frozen=True, slots=True)
class Hello:
    """What a seat says when it comes: who it is, and how far its ops go.

    ``token`` is of the last start, ``next`` of this one: whoever comes with an older one is a copy.
    ``was``: the install it was before it was told so. Its own ops begin with ``first_n``.
    """

    install: str
    was: str
    token: str
    next: str
    first_n: int
    last_n: int
    head: Head


@dataclass(frozen=True, slots=True)
class Welcome:
    """What central answers. ``last_n``: the last op it has of this install; ``head``: the end of its feed;
    ``mark``: where to read on after a first sync that began now; ``scopes``: what this seat may see;
    ``series``: the prefixes whose numbers are leased in blocks; ``recovery``: the public half of the key that
    opens any seat, "" where there is none."""

    epoch: str
    last_n: int
    seat_code: str
    generation: int
    at: datetime
    head: Cursor = field(default_factory=Cursor)
    mark: Cursor = field(default_factory=Cursor)
    scopes: str = "0"
    series: str = ""
    recovery: str = ""
