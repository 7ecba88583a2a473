"""What is known of an address while it is typed: its parts, the district and team, and how it may go on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from app.forms import pinyin
from app.forms.address import Address, parse
from app.forms.divisions import Division, Divisions, Level, load_divisions
from app.forms.load import Forms
from app.forms.spec import Form
from app.forms.streets import Street

_LONGEST = 500  # signs that are looked at: a form takes no more
_MOST = 8  # ways to go on that are offered
_BACK = 8  # signs after the divisions that may begin a name
_HEADS = frozenset({"province", "city", "district", "town", "more"})
_LETTERS = 2  # of pinyin, from which on initials are looked at


# Once for the whole program: each unlock makes a new desk.
_read_once = cache(load_divisions)


@dataclass(frozen=True, slots=True)
class Told:
    """``whole``: the divisions as they are called today, from the province on, where the text says less or
    says it by an old name; ``old``: pairs of what was said and what that is today. ``street`` is one of the
    roster; ``district`` and ``team`` are codes, "" where nothing is known, or nothing goes out."""

    address: Address
    whole: str = ""
    old: tuple[tuple[str, str], ...] = ()
    street: Street | None = None
    district: str = ""
    team: str = ""


class Addresses:
    """load() takes a moment, and may run on any thread; before it, the centre's roster is all there is."""

    def __init__(self, forms: Forms, packed: Path) -> None:
        self._forms, self._packed = forms, packed
        self._divisions = Divisions(iter(()))
        self._initials: dict[str, tuple[str, ...]] = {}
        self._loaded = False

    def country(self) -> Divisions:
        """Return its divisions; the first time that takes a moment."""
        return _read_once(self._packed)

    def load(self) -> None:
        """Read the country's divisions, and the initials of what lies near; once."""
        if self._loaded:
            return
        divisions = self.country()
        initials = {name: tuple(pinyin.initials(name).split()) for name in self._near(divisions)}
        self._divisions, self._initials, self._loaded = divisions, initials, True

    def read(self, form: Form, answers: Mapping[str, Any]) -> Told | None:
        """Return what the address in *answers* says; None where there is none."""
        said = answers.get("address")
        if not isinstance(said, str) or not said.strip():
            return None
        roster, home = self._forms.streets, self._home(self._divisions)
        address = parse(said[:_LONGEST], self._divisions, home)
        old = tuple((part.text, part.now) for part in address.parts if part.now)
        street = roster.street(said)
        if street and street.now:
            old = (*old, (street.name, street.now))
        names = dict.fromkeys(filter(None, map(address.name, Level)))
        whole = "".join(names) if _is_sure(address) else ""
        return Told(
            address,
            "" if said.startswith(whole) else whole,
            old,
            street,
            roster.district(answers),
            roster.team(form, answers) if form.order else "",
        )

    def offers(self, before: str) -> tuple[str, list[str]]:
        """Return the end of the text *before* the caret that may be the beginning of a name, and the names it
        may be: this centre's streets, what lies in the division the text names, else what lies near."""
        if not before.strip() or len(before) > _LONGEST:
            return "", []
        address = parse(before, self._divisions, self._home(self._divisions))
        heads = [part.end for part in address.parts if part.kind in _HEADS]
        rests = [before[start:].lstrip() for start in (0, *heads)]
        # The end of it may begin a street of ours, though it is a division by itself: 城东.
        rest = next((each for each in rests if each and self._of(each, self._own())), rests[-1])
        if len(rest) > _BACK:
            return "", []
        more: list[str] = []
        if rest == rests[-1]:
            more = list(self._within(address) if heads else self._near(self._divisions))
        return rest, list(self._of(rest, self._own(), more) if rest else more)[:_MOST]

    def _of(self, rest: str, *among: Iterable[str]) -> dict[str, None]:
        return dict.fromkeys(name for name in chain(*among) if self._begins(rest, name))

    def _begins(self, rest: str, name: str) -> bool:
        """Tell whether *rest* begins *name*, in signs or by its initials."""
        if name.startswith(rest):
            return name != rest
        letters = self._initials.get(name, ()) if len(rest) >= _LETTERS and rest.isascii() else ()
        return any(each.startswith(rest.lower()) for each in letters)

    def _within(self, address: Address) -> Iterator[str]:
        if len(address.found) == 1 and _is_sure(address):
            yield from _below(self._divisions, address.found[0])

    def _own(self) -> Iterator[str]:
        return (street.now or street.name for street in self._forms.streets.streets)

    def _near(self, divisions: Divisions) -> Iterator[str]:
        yield from self._own()
        home = self._home(divisions)
        if home is not None:
            yield from _below(divisions, home)
        yield from (each.name for each in divisions.provinces)

    def _home(self, divisions: Divisions) -> Division | None:
        path = self._forms.streets.home
        return divisions.at(path) if path else None


def _is_sure(address: Address) -> bool:
    """Tell whether the divisions are those meant: 城东 alone is a district somewhere, and much else."""
    heads = [part for part in address.parts if part.kind in _HEADS]
    names = {address.name(level) for level in Level}
    return any(part.now or part.kind in ("province", "city") or part.text in names for part in heads)


def _below(divisions: Divisions, division: Division) -> Iterator[str]:
    """Give the names of what lies in it: the districts of a city, then its streets."""
    towns = divisions.towns(division)
    yield from (each.name for each in division.below if each.level is not Level.TOWN and each.name != "-")
    yield from (name for name, named in towns.items() if not named[0].short)
