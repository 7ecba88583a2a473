"""Find a record by what is known of it: its number, said in full or in part, a draft's title, a caller."""

import re
import unicodedata
from dataclasses import dataclass, replace

from app.desk.calls import Calls
from app.desk.customers import Customers
from app.desk.titles import joined, whereabouts
from app.desk.worklist import Worklist
from app.forms import phone, pinyin
from app.forms.spec import say
from app.records.calls import Call
from app.records.cases import Case
from app.records.ids import Id, is_number, number
from app.records.orders import Order, Slip
from app.store.store import Store

_PREFIXES = (Call.prefix, Case.prefix, Order.prefix, Slip.prefix)
_CUSTOMERS = 6
_SHOWN = {"discarded": "discarded"}  # as what it is; every other one is opened as a draft
_LONGEST = 40  # signs: no number and no name is longer
# With a line before the count and without; "LA03-1" may be the 1 of LA03 and the 3 of LA, its check sign 1.
_TYPED = (
    re.compile(r"([A-Z0-9]+)-(\d{1,9})(?:-([0-9A-Z]))?"),
    re.compile(r"([A-Z]?[A-Z0-9]*?)(\d{1,9})(?:-([0-9A-Z]))?"),
)


@dataclass(frozen=True, slots=True)
class Found:
    """``kind``: call, case, order, slip (the id is its order's), draft, discarded, customer; ``more``:
    what is known beside its title."""

    kind: str
    id: Id
    title: str
    more: str = ""


class Finder:
    """May be asked on any thread. Numbers of other seats are found by their seat code: ``B07-42``."""

    def __init__(self, store: Store, calls: Calls, worklist: Worklist, seat_code: str, lang: str) -> None:
        self._store, self._calls, self._worklist = store, calls, worklist
        self._seat_code, self._lang = seat_code, lang
        self._known = Customers(store)

    def find(self, text: str) -> tuple[Found, ...]:
        """Return records first by number, then drafts, then customers; blank text finds nothing."""
        plain = unicodedata.normalize("NFKC", text).strip()[:_LONGEST]
        if not plain:
            return ()
        found = (*self._numbered(plain), *self._drafts(plain), *self._customers(plain))
        return tuple(replace(f, title=phone.hidden(f.title), more=phone.hidden(f.more)) for f in found)

    def _numbered(self, plain: str) -> list[Found]:
        meant = numbers_meant(plain, self._seat_code)
        if not meant:
            return []
        found = [Found("call", c.id, c.number, self._of(c)) for c in self._store.find(Call, number=meant)]
        found += [Found("case", c.id, c.number, c.title) for c in self._store.find(Case, number=meant)]
        found += [Found("order", o.id, o.number, self._of(o)) for o in self._store.find(Order, number=meant)]
        for slip in self._store.find(Slip, number=meant):
            if order := self._store.get(Order, slip.order):
                found.append(Found("slip", order.id, slip.number, self._of(order)))
        return found

    def _of(self, record: Call | Order) -> str:
        return joined(say(self._calls.form_of(record).title, self._lang), whereabouts(record.answers))

    def _drafts(self, plain: str) -> list[Found]:
        items = self._worklist.group("drafts").items
        found = (Found(_SHOWN.get(d.kind, "draft"), d.id, joined(d.title, d.more)) for d in items)
        return [draft for draft in found if pinyin.matches(plain, draft.title)]

    def _customers(self, plain: str) -> list[Found]:
        return [
            Found("customer", c.id, c.name, "  ".join(phone.mask(p) for p in c.phones[:2]))
            for c in self._known.find(plain, _CUSTOMERS)
        ]


def numbers_meant(text: str, seat_code: str) -> tuple[str, ...]:
    """Return the whole numbers *text* may mean: ``42``, ``A03-42``, ``LA03-00042`` or all of it.

    Where a check character was typed, only the number it belongs to.
    """
    whole = "-".join(re.split(r"[\s\-–—]+", text.upper()))
    if run_together := re.fullmatch(rf"([A-Z]?{re.escape(seat_code)})(\d{{5}})([0-9A-Z]?)", whole):
        whole = "-".join(part for part in run_together.groups() if part)
    if is_number(whole) and whole.count("-") in (2, 3):
        return (whole,)
    meant: dict[str, None] = {}
    for typed in filter(None, (form.fullmatch(whole) for form in _TYPED)):
        head, count, check = typed[1], int(typed[2]), typed[3]
        numbers = (number(p, s, count) for p, s in _heads(head, seat_code))
        meant |= dict.fromkeys(n for n in numbers if check is None or n.endswith(f"-{check}"))
    return tuple(meant)


def _heads(head: str, seat_code: str) -> list[tuple[str, str]]:
    """Return the prefixes and seat codes ("": the whole centre) *head* may be: none, either, or both."""
    if not head:
        return [(prefix, of) for prefix in _PREFIXES for of in (seat_code, "")]
    meant = [(prefix, head) for prefix in _PREFIXES]
    if head in _PREFIXES:
        meant += [(head, seat_code), (head, "")]
    elif head[0] in _PREFIXES:
        meant.append((head[0], head[1:]))
    return meant
