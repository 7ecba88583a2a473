"""Ids and numbers made at the seat: unique without asking anyone."""

import hashlib
import os
import time
from datetime import UTC, datetime
from typing import NamedTuple, NewType

Id = NewType("Id", str)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_VALUES = {sign: value for value, sign in enumerate(_ALPHABET)}


def new_id() -> Id:
    """Return a UUID version 7 (RFC 9562): 48 bits of milliseconds, 12 of their fractions, the rest random.
    Those made one after another sort so, as far as the clock tells them apart."""
    ms, ns = divmod(time.time_ns(), 1_000_000)
    return _uuid(ms, 7, (ns * 4096 // 1_000_000).to_bytes(2, "big") + os.urandom(8))


def id_of(at: datetime, *told: str) -> Id:
    """Return the UUID version 8 of something past: 48 bits of its own time, the rest a hash of what is
    told of it. The same told anywhere gives the same id, and ids sort by time as those made today do.

    *at* must lie between 1970 and the year 10000, and know its zone.
    """
    since = at - _EPOCH
    ms = (since.days * 86_400 + since.seconds) * 1000 + since.microseconds // 1000
    return _uuid(ms, 8, hashlib.sha256("\x1f".join(told).encode()).digest())


def _uuid(ms: int, version: int, rest: bytes) -> Id:
    raw = bytearray(ms.to_bytes(6, "big") + rest[:10])
    raw[6] = version << 4 | raw[6] & 0x0F
    raw[8] = 0x80 | raw[8] & 0x3F
    text = raw.hex()
    return Id(f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}")


def check_character(text: str) -> str:
    """Return the ISO 7064 MOD 37,36 check character of *text* (A–Z and 0–9; other signs are skipped)."""
    product = 36
    for sign in text.upper():
        if sign in _VALUES:
            product = (product + _VALUES[sign]) % 36 or 36
            product = product * 2 % 37
    return _ALPHABET[(37 - product) % 36]


class Block(NamedTuple):
    """Numbers *lo* to *hi* of a centre's one run for a prefix; a new run begins when central was restored."""

    prefix: str
    run: int
    lo: int
    hi: int


def number(prefix: str, seat_code: str, count: int) -> str:
    """Return the number people read aloud: ``LA03-00042-K``, its last sign the check character."""
    body = f"{prefix}{seat_code}-{count:05d}"
    return f"{body}-{check_character(body)}"


def number_in_run(prefix: str, run: int, count: int) -> str:
    """Return a number of the whole centre's run: ``P-00042-9``, in its second run ``P-1-00042-Q``."""
    return number(f"{prefix}-{run}" if run else prefix, "", count)


def is_number(text: str) -> bool:
    body, _, check = text.strip().upper().rpartition("-")
    return bool(body) and len(check) == 1 and check_character(body) == check
