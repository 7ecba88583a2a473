"""Find a customer by what the caller says: some digits of a number, a name, its initials."""

import sqlalchemy as sa

from app.records.customers import Customer
from app.store import rows
from app.store.door import Door
from app.store.phones import digits
from app.store.tables import CUSTOMERS, customer_phones

FEWEST_DIGITS = 4
_NUMBER_SIGNS = frozenset("0123456789 +-()（）·.\u3000")


def customers(door: Door, text: str, limit: int) -> list[Customer]:
    """Return the customers *text* may mean, the one heard last first."""
    wanted = _wanted(text.strip())
    if wanted is None:
        return []
    table = CUSTOMERS.table
    newest_first = (table.c.seen_at.desc(), table.c.id.desc())
    # First the ids, from an index alone; the records only of those that are shown.
    ids = sa.select(table.c.id).where(wanted).order_by(*newest_first).limit(limit)
    query = sa.select(table).where(table.c.id.in_(ids)).order_by(*newest_first)
    with door.read() as connection:
        return [
            rows.record_of(CUSTOMERS.shape, row["id"], rows.body_of_row(CUSTOMERS.shape, row))
            for row in connection.execute(query).mappings()
        ]


def _wanted(text: str) -> sa.ColumnElement[bool] | None:
    """Return the condition for *text*, or None where it says too little. instr: % and _ mean themselves."""
    table = CUSTOMERS.table
    if not text:
        return None
    if set(text) <= _NUMBER_SIGNS:
        number = digits(text)
        if len(number) < FEWEST_DIGITS:
            return None
        fits = sa.func.instr(customer_phones.c.digits, number) > 0
        return table.c.id.in_(sa.select(customer_phones.c.customer).where(fits))
    if not text.isascii():
        return sa.func.instr(table.c.name, text) > 0
    lower = text.lower()
    return sa.or_(
        sa.func.instr(table.c.initials, lower) > 0,
        sa.func.instr(sa.func.lower(table.c.name), lower) > 0,
    )
