"""The digits of every customer's numbers, kept apart so that four of them find the customer."""

import json
from collections.abc import Iterable, Sequence

import sqlalchemy as sa

PART = 4  # digits: fewer mean nobody
_LONGEST = 60  # digits of a number that are looked at
_KNOWN = "SELECT customer, digits FROM customer_phones WHERE customer IN (SELECT value FROM json_each(?))"
_NOBODYS = (
    "DELETE FROM phone_parts WHERE part = ?1 AND digits = ?2"
    " AND NOT EXISTS (SELECT 1 FROM customer_phones WHERE digits = ?2)"
)


def digits(text: str) -> str:
    return "".join(sign for sign in text if "0" <= sign <= "9")


def keep_phones(connection: sa.Connection, owners: Iterable[tuple[str, Sequence[str]]]) -> None:
    """Make the digits on file those of each (customer, phones)."""
    owners = tuple(owners)
    told = (json.dumps([id for id, _ in owners]),)
    before = {(id, number) for id, number in connection.exec_driver_sql(_KNOWN, told)}
    connection.exec_driver_sql("DELETE FROM customer_phones WHERE customer = ?", [(id,) for id, _ in owners])
    pairs = {(id, digits(phone)) for id, phones in owners for phone in phones}
    known = sorted(pair for pair in pairs if pair[1])
    if known:
        connection.exec_driver_sql("INSERT INTO customer_phones (customer, digits) VALUES (?, ?)", known)
    if parts := _all_parts(number for _, number in known):
        connection.exec_driver_sql("INSERT OR IGNORE INTO phone_parts (part, digits) VALUES (?, ?)", parts)
    if gone := _all_parts(number for _, number in before - pairs):
        connection.exec_driver_sql(_NOBODYS, gone)


def _all_parts(numbers: Iterable[str]) -> list[tuple[str, str]]:
    return sorted({(part, number) for number in numbers for part in _parts(number)})


def _parts(number: str) -> set[str]:
    last = min(len(number), _LONGEST) - PART
    return {number[start : start + PART] for start in range(last + 1)}
