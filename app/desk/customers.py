"""Customers: known by their numbers; every call teaches something about its caller."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from app.forms import phone, pinyin
from app.records.customers import Customer
from app.records.ids import Id, new_id
from app.store.store import Store, Writer

KEPT = 20  # numbers and addresses remembered of one customer, newest first


class Customers:
    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, customer: Id) -> Customer | None:
        return self._store.get(Customer, customer)

    def find(self, text: str, limit: int = 20) -> list[Customer]:
        """Return those with these digits (4 or more) anywhere in a number, or this name or initials."""
        return self._store.customers(text, limit)

    def by_phone(self, text: str) -> Customer | None:
        """Return whose number this is, the one seen last where several share it."""
        wanted = phone.normalise(text)
        known = self._store.customers_at(phone.digits(wanted))
        return next((each for each in known if wanted in each.phones), None)

    def remember(self, to: Writer, answers: dict[str, Any], now: datetime) -> Id | None:
        """Put the caller on file within *to*; None where neither name nor number was given."""
        name, number, address = (_text(answers.get(n)) for n in ("name", "phone", "address"))
        if not name and not number:
            return None
        known = self.by_phone(number) if number else None
        if known is None:
            fresh = Customer(
                id=new_id(),
                name=name,
                phones=_first(phone.normalise(number), ()),
                addresses=_first(address, ()),
                created_at=now,
                seen_at=now,
                initials=pinyin.initials(name),
            )
            to.put(fresh)
            return fresh.id
        # A family shares a number: the name on file stays, the call keeps the name that was given.
        kept = known.name or name
        to.put(
            replace(
                known,
                name=kept,
                initials=known.initials if known.name else pinyin.initials(kept),
                addresses=_first(address, known.addresses),
                seen_at=now,
            )
        )
        return known.id


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _first(new: str, old: tuple[str, ...]) -> tuple[str, ...]:
    return (new, *(o for o in old if o != new))[:KEPT] if new else old
