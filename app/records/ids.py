"""Ids and numbers made at the seat: unique without asking anyone."""

import os
import time
from typing import NewType
from uuid import UUID

Id = NewType("Id", str)

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def new_id() -> Id:
    """Return a UUID version 7 (RFC 9562): 48 bits of milliseconds, the rest random."""
    ms = time.time_ns() // 1_000_000
    raw = bytearray(ms.to_bytes(6, "big") + os.urandom(10))
    raw[6] = 0x70 | raw[6] & 0x0F
    raw[8] = 0x80 | raw[8] & 0x3F
    return Id(str(UUID(bytes=bytes(raw))))


def check_character(text: str) -> str:
    """Return the ISO 7064 MOD 37,36 check character of *text* (A–Z and 0–9; other signs are skipped)."""
    product = 36
    for sign in text.upper():
        if sign in _ALPHABET:
            product = (product + _ALPHABET.index(sign)) % 36 or 36
            product = product * 2 % 37
    return _ALPHABET[(37 - product) % 36]


def number(prefix: str, seat_code: str, count: int) -> str:
    """Return the number people read aloud: ``LA03-00042-K``, its last sign the check character."""
    body = f"{prefix}{seat_code}-{count:05d}"
    return f"{body}-{check_character(body)}"


def is_number(text: str) -> bool:
    body, _, check = text.strip().upper().rpartition("-")
    return bool(body) and len(check) == 1 and check_character(body) == check
