"""Who may see, copy, export or print numbers of a list; and that somebody did, kept before it is done."""

from collections.abc import Callable, Sequence
from datetime import datetime

from app.forms import phone
from app.forms.rights import Right, Rights
from app.records.accesses import Access, Deed
from app.records.accounts import Role, Session
from app.records.ids import Id, is_number, new_id
from app.store.store import Store

_LONGEST = 200  # signs of words
_LIKE_A_NUMBER = 4  # digits


class Accesses:
    """*rights* are the centre's. May be asked on any thread."""

    def __init__(
        self, store: Store, rights: Rights, session: Session, seat_code: str, now: Callable[[], datetime]
    ) -> None:
        self._store, self._session, self._seat, self._now = store, session, seat_code, now
        self.rights = rights

    @property
    def masks(self) -> bool:
        """Tell whether lists hide numbers from this agent."""
        return self._session.role in self.rights.masked

    def may(self, right: Right) -> bool:
        return self.rights.may(self._session.role, right)

    def who(self, right: Right) -> Sequence[Role]:
        """Return whom to ask for what oneself may not."""
        return self.rights.given[right]

    def note(
        self, deed: Deed, of: str, *, record: Id | str = "", count: int = 1, words: str = "", whole: bool
    ) -> None:
        """Keep that it is done to one *record* of this kind, or to *count* of a list narrowed by *words*."""
        by, id, at = self._session, new_id(), self._now()
        access = Access(id, by.agent, by.id, self._seat, at, deed, of, record, count, words[:_LONGEST], whole)
        with self._store.write() as to:
            to.put(access)


def starred(text: str) -> str:
    """Return what was typed to find somebody so that nobody is named by it: ``王** 138 **** 1234``; a number
    of ours stays."""
    return " ".join(map(_starred, text.split()))


def _starred(word: str) -> str:
    if is_number(word.upper()):
        return word
    if len(phone.digits(word)) >= _LIKE_A_NUMBER:
        known = phone.hidden(word)
        return phone.mask(word) if known == word else known
    return word[0] + "*" * (len(word) - 1)
