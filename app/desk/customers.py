"""Customers: known by their numbers; every call teaches something about its caller."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from app.forms import phone, pinyin
from app.records.customers import Customer
from app.records.ids import Id, new_id
from app.store.store import Store, Writer

Answers = Mapping[str, Any]

_SPELLED = 200  # customers whose initials a spelled name may mean, each of which is looked at
KEPT = 20  # numbers and addresses remembered of one customer, newest first


class Customers:
    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, customer: Id) -> Customer | None:
        return self._store.get(Customer, customer)

    def find(self, text: str, limit: int = 20) -> list[Customer]:
        """Return those with these digits (4 or more) anywhere in a number, or with this name, address, pinyin
        or initials; whoever has several files once."""
        spelled = pinyin.shortened(text)
        found = self._store.customers(text, _SPELLED if spelled else limit, spelled)
        if spelled:
            found = [each for each in found if pinyin.matches(text, each.name)]
        files = self._store.families.of(each.id for each in found)
        once = dict.fromkeys(files.get(each.id, (each.id,))[0] for each in found[:limit])
        alone = {each.id: each for each in found if each.id not in files}
        return [each for id in once if (each := alone.get(id) or self.whole(id))]

    def whole(self, customer: Id) -> Customer | None:
        """Return the person: of several files the one that is shown, with the numbers and places of all."""
        read = (self.get(id) for id in files_of(self._store, customer))
        files = [file for file in read if file]
        return together(files) if files else None

    def by_phone(self, text: str) -> Customer | None:
        """Return whose number this is, the one seen last where several share it."""
        wanted = phone.normalise(text)
        known = self._store.customers_at(phone.digits(wanted))
        return next((each for each in known if wanted in each.phones), None)

    def remember(self, to: Writer, answers: Answers, now: datetime, said: Id | None = None) -> Id | None:
        """Put the caller on file within *to*; None where neither name nor number was given. *said*: whose
        file the agent filled the form from; a number that is nobody's yet is theirs."""
        number = _text(answers.get("phone"))
        known = self.by_phone(number) if number else None
        caller = learned(known or (self.get(said) if said else None), answers, now, new_id)
        if caller is not None:
            to.put(caller)
        return caller.id if caller else None


def learned(
    known: Customer | None, answers: Answers, at: datetime, make_id: Callable[[], Id]
) -> Customer | None:
    """Return what a call heard *at* teaches of its caller: more of the one *known*, or a new one;
    None where neither name nor number was given."""
    name, number, address = (_text(answers.get(n)) for n in ("name", "phone", "address"))
    if not name and not number:
        return None
    if known is None:
        return Customer(
            id=make_id(),
            name=name,
            phones=_first(phone.normalise(number), ()),
            addresses=_first(address, ()),
            created_at=at,
            seen_at=at,
            initials=pinyin.initials(name),
        )
    # A family shares a number: the name on file stays, the call keeps the name that was given.
    kept = known.name or name
    newest = at >= known.seen_at  # a call of the past moves nothing to the front
    return replace(
        known,
        name=kept,
        initials=known.initials if known.name else pinyin.initials(kept),
        phones=_with(phone.normalise(number), known.phones),
        addresses=_first(address, known.addresses) if newest else _last(address, known.addresses),
        created_at=min(at, known.created_at),
        seen_at=max(at, known.seen_at),
    )


def together(files: Sequence[Customer]) -> Customer:
    """Return one customer of several files: the first one's, and what the others know beside it."""
    first = files[0]
    name = next((each.name for each in files if each.name), "")
    return replace(
        first,
        name=name,
        phones=tuple(dict.fromkeys(phone for each in files for phone in each.phones)),
        addresses=tuple(dict.fromkeys(address for each in files for address in each.addresses)),
        seen_at=max(each.seen_at for each in files),
    )


def files_of(store: Store, customer: Id) -> tuple[Id, ...]:
    """Return all files of the person this one is of, the one that is shown first."""
    return store.families.of((customer,)).get(customer, (customer,))


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _first(new: str, old: tuple[str, ...]) -> tuple[str, ...]:
    return (new, *(o for o in old if o != new))[:KEPT] if new else old


def _with(number: str, known: tuple[str, ...]) -> tuple[str, ...]:
    return known if number in known else _first(number, known)


def _last(new: str, old: tuple[str, ...]) -> tuple[str, ...]:
    return (*old, new)[:KEPT] if new and new not in old else old
