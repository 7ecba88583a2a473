"""The digits of every customer's numbers, kept apart so that four of them find the customer."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

PART = 4  # digits: fewer mean nobody
_LONGEST = 60  # digits of a number that are looked at


def digits(text: str) -> str:
    return "".join(sign for sign in text if "0" <= sign <= "9")


def keep_phones(connection: sa.Connection, owners: Iterable[tuple[str, Sequence[str]]]) -> None:
    """Make the digits on file those of each (customer, phones)."""
    owners = tuple(owners)
    connection.exec_driver_sql("DELETE FROM customer_phones WHERE customer = ?", [(id,) for id, _ in owners])
    pairs = {(id, digits(phone)) for id, phones in owners for phone in phones}
    known = sorted(pair for pair in pairs if pair[1])
    if known:
        connection.exec_driver_sql("INSERT INTO customer_phones (customer, digits) VALUES (?, ?)", known)
    if parts := sorted({(part, number) for _, number in known for part in _parts(number)}):
        connection.exec_driver_sql("INSERT OR IGNORE INTO phone_parts (part, digits) VALUES (?, ?)", parts)


def _parts(number: str) -> set[str]:
    last = min(len(number), _LONGEST) - PART
    return {number[start : start + PART] for start in range(last + 1)}
