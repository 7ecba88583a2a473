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


@dataclass(frozen=True, slots=True)
class _Book:
    """What was published, and by what each is found. Never changed: it is read on several threads."""

    listed: tuple[Listed, ...]
    labels: dict[str, str]
    words: tuple[tuple[str, ...], ...]
    initials: tuple[tuple[str, ...], ...]


class Directory:
    """load() takes what was published since, looks initials up, and may run on any thread; before the first
    one, what is written is found."""

    def __init__(self, forms: Forms, accesses: Accesses, now: Callable[[], datetime], lang: str) -> None:
        self._forms, self._accesses, self._now, self._lang = forms, accesses, now, lang
        self._book = self._read(spelled=False)

    def load(self) -> None:
        self._book = self._read(spelled=True)

    def _read(self, *, spelled: bool) -> _Book:
        listed, districts = self._forms.directory, self._forms.lists.get("districts", ())
        labels = {each.code: say(each.label, self._lang) for each in districts}
        texts = [_texts(each, labels) for each in listed]
        words = tuple(tuple(map(_plain, each)) for each in texts)
        initials = (tuple(map(pinyin.initials, each)) if spelled else () for each in texts)
        return _Book(listed, labels, words, tuple(initials))

    def find(self, text: str) -> list[Entry]:
        """Return the entries each word of *text* is found in, by name, matter, district, street, number or
        initials; those where somebody is there now first, in the order of the file."""
        now, book, words = self._now(), self._book, [_plain(word) for word in text.split()]
        found = []
        for place, each in enumerate(book.listed):
            if all(_fits(book, place, word) for word in words):
                opens = None if each.hours.is_open(now) else each.hours.opens(now).at
                districts = tuple(book.labels.get(code, code) for code in each.districts)
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


def _texts(each: Listed, labels: dict[str, str]) -> tuple[str, ...]:
    districts = (labels.get(code, code) for code in each.districts)
    return (each.name, *each.matters, *districts, *each.streets, each.note)


def _fits(book: _Book, place: int, word: str) -> bool:
    if any(word in text for text in book.words[place]):
        return True
    if word.isdigit():
        return word in phone.digits(book.listed[place].number)
    return word.isascii() and any(
        letters.startswith(word) for text in book.initials[place] for letters in text.split()
    )


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
