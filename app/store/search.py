"""Find a customer by what the caller says: some digits of a number, a name, its initials, an address."""

import unicodedata
from collections.abc import Sequence

import sqlalchemy as sa

from app.records.customers import Customer
from app.store import rows
from app.store.door import Door
from app.store.phones import PART, digits
from app.store.tables import CUSTOMERS, customer_phones

LOOKED_AT = 400  # numbers that fit, among which the newest are shown: digits half the town shares mean nobody
_NUMBER_SIGNS = frozenset("0123456789 +-()·.")
_ADDRESS = 2  # signs: one alone is in half of all addresses
_TABLE = CUSTOMERS.table
# Of itself SQLite takes the key, and then reads each customer to see when they were heard: six times as long.
_LIKELY = (
    "SELECT id FROM customers INDEXED BY ix_customers_seen WHERE id IN ("
    "SELECT customer FROM customer_phones WHERE digits IN ("
    "SELECT digits FROM phone_parts WHERE part = ? AND instr(digits, ?) > 0 LIMIT ?) LIMIT ?)"
    " ORDER BY seen_at DESC, id DESC LIMIT ?"
)
_NEWEST_FIRST = (_TABLE.c.seen_at.desc(), _TABLE.c.id.desc())


def customers(door: Door, text: str, limit: int, spelled: Sequence[str] = ()) -> list[Customer]:
    """Return the customers *text* may mean: whose number it is, then the one heard last first. *spelled*:
    initials it may stand for as well."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return []
    if set(plain) <= _NUMBER_SIGNS:
        number = digits(plain)
        # A landline is kept by its country, and dialled with a zero for it.
        tries = [each for each in dict.fromkeys((number, number.lstrip("0"))) if len(each) >= PART]
        return next((found for each in tries if (found := _of_number(door, each, limit))), [])
    return _read(door, _named(text.strip(), plain, spelled), limit)


def customers_at(door: Door, number: str) -> list[Customer]:
    """Return those with a number of exactly these digits, the one heard last first."""
    return _read(door, _TABLE.c.id.in_(_owners(customer_phones.c.digits == number)))


def _of_number(door: Door, number: str, limit: int) -> list[Customer]:
    whose = customers_at(door, number)[:limit]
    # The last digits tell people apart, the first ones are half the town's.
    told = (number[-PART:], number, LOOKED_AT, LOOKED_AT, limit)
    with door.read() as connection:
        likely = connection.exec_driver_sql(_LIKELY, told).scalars().all()
    known = {each.id for each in whose}
    like = [each for each in _read(door, _TABLE.c.id.in_(likely)) if each.id not in known]
    return [*whose, *like][:limit]


def _owners(wanted: sa.ColumnElement[bool]) -> sa.Select[tuple[str]]:
    return sa.select(customer_phones.c.customer).where(wanted)


def _named(typed: str, plain: str, spelled: Sequence[str]) -> sa.ColumnElement[bool]:
    """Return the condition for a name, initials or an address. instr: % and _ mean themselves."""
    # A name is on file as it was typed, full-width letters and all.
    wanted = [sa.func.instr(_TABLE.c.name, each) > 0 for each in {typed, plain}]
    if plain.isascii():
        lower = plain.lower()
        wanted += [sa.func.instr(_TABLE.c.initials, each) > 0 for each in (lower, *spelled)]
        wanted.append(sa.func.instr(sa.func.lower(_TABLE.c.name), lower) > 0)
    if len(plain) >= _ADDRESS and not (plain.isascii() and plain.isalpha()):
        # Of a list, as JSON.
        wanted += [sa.func.instr(_TABLE.c.addresses, rows.text_of(each)[1:-1]) > 0 for each in {typed, plain}]
    return sa.or_(*wanted)


def _read(door: Door, wanted: sa.ColumnElement[bool], limit: int | None = None) -> list[Customer]:
    # First the ids, from an index alone; the records only of those that are shown.
    ids = sa.select(_TABLE.c.id).where(wanted).order_by(*_NEWEST_FIRST).limit(limit)
    query = sa.select(_TABLE).where(_TABLE.c.id.in_(ids)).order_by(*_NEWEST_FIRST)
    with door.read() as connection:
        return [rows.record_of_row(CUSTOMERS.shape, row) for row in connection.execute(query)]
