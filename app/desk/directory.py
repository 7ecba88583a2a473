"""The directory at the seat: searched offline, who is there now first (CALL-14)."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.desk.accesses import Accesses
from app.desk.find import Found
from app.forms import phone, pinyin
from app.forms.directory import Listed
from app.forms.load import Forms
from app.forms.rights import Right
from app.forms.spec import say
from app.records.accesses import Deed

KIND = "directory"
_AMONG_ALL = 4  # where any record is looked for


@dataclass(frozen=True, slots=True)
class Entry:
    """``place``: where it stands in the file; ``opens``: when somebody is there, None: now. ``districts``
    are in the agent's words."""

    listed: Listed
    place: int
    opens: datetime | None
    districts: tuple[str, ...]


class Directory:
    """load() looks initials up, and may run on any thread; before it, what is written is found."""

    def __init__(self, forms: Forms, accesses: Accesses, now: Callable[[], datetime], lang: str) -> None:
        self._forms, self._accesses, self._now = forms, accesses, now
        labels = {each.code: say(each.label, lang) for each in forms.lists.get("districts", ())}
        self._labels = labels
        self._words = {each: tuple(map(_plain, self._of(each))) for each in forms.directory}
        self._initials: dict[Listed, tuple[str, ...]] = {}

    def load(self) -> None:
        if not self._initials:
            self._initials = {
                each: tuple(pinyin.initials(text) for text in self._of(each)) for each in self._words
            }

    def find(self, text: str) -> list[Entry]:
        """Return the entries each word of *text* is found in, by name, matter, district, street, number or
        initials; those where somebody is there now first, in the order of the file."""
        now, words = self._now(), [_plain(word) for word in text.split()]
        found = []
        for place, each in enumerate(self._words):
            if all(self._fits(each, word) for word in words):
                opens = None if each.hours.is_open(now) else each.hours.opens(now).at
                districts = tuple(self._labels.get(code, code) for code in each.districts)
                found.append(Entry(each, place, opens, districts))
        return sorted(found, key=lambda entry: (entry.opens is not None, entry.opens or now, entry.place))

    def found(self, text: str) -> tuple[Found, ...]:
        """Return what fits *text* as one of many records; a number alone is rather a caller's."""
        found = self.find(text)[:_AMONG_ALL] if text.strip() and not text.strip().isdigit() else []
        return tuple(
            Found(KIND, each.listed.name, each.listed.name, phone.group(each.listed.number))  # type: ignore[arg-type]
            for each in found
        )

    def may_copy(self) -> bool:
        return self._accesses.may(Right.COPY)

    def copied(self, entry: Entry) -> str:
        """Keep that a number is copied (rules/access.yaml), and return it."""
        self._accesses.note(Deed.COPY, KIND, words=entry.listed.name, whole=True)
        return entry.listed.number

    def _of(self, each: Listed) -> tuple[str, ...]:
        districts = (self._labels.get(code, code) for code in each.districts)
        return (each.name, *each.matters, *districts, *each.streets, each.note)

    def _fits(self, each: Listed, word: str) -> bool:
        if any(word in text for text in self._words[each]):
            return True
        if word.isdigit():
            return word in phone.digits(each.number)
        return word.isascii() and any(
            letters.startswith(word) for text in self._initials.get(each, ()) for letters in text.split()
        )


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
