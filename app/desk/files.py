"""A customer's file set right: name, numbers, addresses; what stood there is kept beside it."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.desk.customers import KEPT, files_of, together
from app.desk.notes import Notes, Said
from app.forms import phone, pinyin
from app.forms.spec import Problem, Stage
from app.records.customers import Customer
from app.records.ids import Id
from app.records.notes import Note
from app.store.store import Store

CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Told:
    """What is to stand in a file from now on."""

    name: str
    phones: tuple[str, ...]
    addresses: tuple[str, ...]


class Files:
    def __init__(self, store: Store, notes: Notes) -> None:
        self._store, self._notes = store, notes

    def person(self, customer: Id) -> Customer | None:
        """Return whoever this file is of, with what all their files say."""
        files = self._files(customer)
        return together(files) if files else None

    def history(self, customer: Id) -> list[Note]:
        """Return what was set right, the newest first."""
        found = self._notes.of(*files_of(self._store, customer))
        return [note for note in reversed(found) if note.what == CORRECTED]

    def correct(self, customer: Id, told: Told) -> list[Problem]:
        """Have this stand there. Of several files each keeps what is left of its own; what is new goes to the
        one that is shown first."""
        files = self._files(customer)
        if not files:
            return [Problem("", "no_record", Stage.SAVE)]
        person = together(files)
        if told == Told(person.name, person.phones, person.addresses):
            return []
        if found := _wrong(told, person):
            return found
        with self._store.write() as to:
            for place, file in enumerate(files):
                if (changed := _corrected(files, place, told)) != file:
                    to.put(changed)
            self._notes.say(to, files[0], CORRECTED, Said(json.dumps(_was(person, told), ensure_ascii=False)))
        return []

    def _files(self, customer: Id) -> list[Customer]:
        read = (self._store.get(Customer, id) for id in files_of(self._store, customer))
        return [file for file in read if file]


def meant(typed: str, known: Sequence[str], hide: Callable[[str], str]) -> tuple[str, ...]:
    """Return the lines of *typed*, each that stands as it was shown by *hide* as the one it stands for."""
    left, found = list(known), list[str]()
    for line in filter(None, map(str.strip, typed.splitlines())):
        same = next((each for each in left if line in (each, hide(each))), None)
        if same is not None:
            left.remove(same)
        found.append(line if same is None else same)
    return tuple(dict.fromkeys(found))


def _wrong(told: Told, person: Customer) -> list[Problem]:
    found = []
    if not told.name and not told.phones:
        found.append(Problem("name", "required", Stage.SAVE))
    if any(not phone.is_possible(each) for each in told.phones if each not in person.phones):
        found.append(Problem("phones", "phone_shape", Stage.SAVE))
    for field, lines in (("phones", told.phones), ("addresses", told.addresses)):
        if len(lines) > max(KEPT, len(getattr(person, field))):
            detail = {"length": str(len(lines)), "max": str(KEPT)}
            found.append(Problem(field, "too_long", Stage.SAVE, detail))
    return found


def _corrected(files: Sequence[Customer], place: int, told: Told) -> Customer:
    file, others = files[place], [each for each in files if each is not files[place]]
    phones = tuple(dict.fromkeys(map(_normal, told.phones)))

    def left(own: Sequence[str], wanted: Sequence[str], held: set[str]) -> tuple[str, ...]:
        return tuple(each for each in wanted if each in own or (place == 0 and each not in held))

    changed = replace(
        file,
        phones=left(file.phones, phones, {each for other in others for each in other.phones}),
        addresses=left(file.addresses, told.addresses, {a for other in others for a in other.addresses}),
    )
    if place == 0 and told.name != together(files).name:
        changed = replace(changed, name=told.name, initials=pinyin.initials(told.name))
    return changed


def _normal(number: str) -> str:
    return phone.normalise(number) or number


def _was(person: Customer, told: Told) -> dict[str, object]:
    """Return what stood there and does not any more, by field."""
    phones = set(map(_normal, told.phones))
    was: dict[str, object] = {"name": person.name} if told.name != person.name else {}
    gone = {
        "phones": [each for each in person.phones if each not in phones],
        "addresses": [each for each in person.addresses if each not in told.addresses],
    }
    return was | {field: each for field, each in gone.items() if each}
