"""Same matter, another caller: open cases that may be what is being typed, and why."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from app.desk.cases import OPEN_STATES, open_of_customer
from app.desk.customers import Customers, files_of
from app.desk.likeness import Likeness, Telling, likeness, parts, place_of
from app.forms import phone
from app.forms.callers import CallerRule
from app.forms.divisions import Divisions
from app.records.calls import Call
from app.records.cases import Case
from app.records.ids import Id, id_of
from app.store.store import Store

_LOOKED_AT = 24  # cases that share most with what is typed: those are compared
_STEP = 20  # cases learned at a time
_SHORTEST = 4  # signs of a text that says something


@dataclass(frozen=True, slots=True)
class Offer:
    """*case*, opened by *call*; ``callers``: how many calls are about it."""

    case: Case
    call: Call
    likeness: Likeness
    callers: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What stands in a form; ``call``: its own id, ``form`` its name."""

    call: Id
    form: str
    answers: Mapping[str, Any] = field(default_factory=dict)


class Duplicates:
    """Made for a background lane."""

    def __init__(
        self, store: Store, rule: CallerRule, now: Callable[[], datetime], country: Callable[[], Divisions]
    ) -> None:
        self._store, self.rule, self.now, self._country = store, rule, now, country
        self._customers = Customers(store)
        self._due: list[Id] = []
        self._is_stale, self.known = True, 0
        store.changes.listen(self._note)

    def find(self, asked: Asked) -> tuple[Offer, ...]:
        """Return the open cases that may be the same matter, the likeliest first."""
        new = self._told(asked.form, asked.answers, self.now())
        if not (new.number or new.place.name or len(new.text) >= _SHORTEST):
            return ()
        known = self._customers.by_phone(new.number) if new.number else None
        caller = files_of(self._store, known.id) if known else ()
        cases = self._candidates(new, caller)
        opened = self._store.find(
            Call, id=tuple(each.call for each in cases), case=tuple(each.id for each in cases)
        )
        calls = {call.id: call for call in opened if call.id != asked.call}
        compared = [
            (self._compared(new, case, calls[case.call], caller), case)
            for case in cases
            if case.call in calls
        ]
        likely = sorted(
            (each for each in compared if each[0].points >= self.rule.offer), key=lambda each: -each[0].points
        )
        return tuple(
            Offer(case, calls[case.call], like, self._store.count(Call, case=case.id))
            for like, case in likely[: self.rule.shown]
        )

    def learn(self) -> bool:
        """Look at some open cases that are new since; True while there are more of them. ``known`` counts
        them."""
        if not self._due and self._is_stale:
            self._is_stale = False
            self._due = self._store.likely.due(self._oldest())
        some, self._due = self._due[:_STEP], self._due[_STEP:]
        read = ((id, self._store.get(Case, id)) for id in some)
        tellings = {id: self._telling(case) for id, case in read if case}
        # One whose call has not come yet stays due.
        fresh = {id: parts(told) for id, told in tellings.items() if told}
        self._store.likely.keep(fresh)
        self.known += len(fresh)
        return bool(self._due)

    def _note(self, kinds: frozenset[str]) -> None:
        self._is_stale = self._is_stale or not kinds.isdisjoint({"case", "call"})

    def _oldest(self) -> Id:
        return id_of(self.now() - timedelta(days=self.rule.days))

    def _candidates(self, new: Telling, caller: tuple[Id, ...]) -> list[Case]:
        own = {case.id: case for case in (open_of_customer(self._store, caller[0]) if caller else ())}
        likely = tuple(id for id in self._store.likely.find(parts(new), _LOOKED_AT) if id not in own)
        return [*own.values(), *self._store.find(Case, id=likely, state=OPEN_STATES)]

    def _compared(self, new: Telling, case: Case, call: Call, caller: tuple[Id, ...]) -> Likeness:
        """Compare; a case of the same customer is of the same number, for they may have several."""
        known = self._told(call.form, call.answers, call.started_at)
        if case.customer in caller:
            known = replace(known, number=new.number)
        return likeness(new, known, self.rule)

    def _telling(self, case: Case) -> Telling | None:
        call = self._store.get(Call, case.call)
        return self._told(call.form, call.answers, call.started_at) if call else None

    def _told(self, form: str, answers: Mapping[str, Any], at: datetime) -> Telling:
        number = _text(answers, "phone")
        return Telling(
            at=at,
            form=form,
            number=phone.normalise(number) if len(phone.digits(number)) >= 5 else "",
            place=place_of(_text(answers, "address"), self._country()),
            category=_text(answers, "category"),
            text=" ".join(filter(None, (_text(answers, "request"), _text(answers, "demand")))),
        )


def _text(answers: Mapping[str, Any], name: str) -> str:
    value = answers.get(name)
    return value.strip() if isinstance(value, str) else ""
