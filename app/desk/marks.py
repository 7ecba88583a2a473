"""Marks on customers: proposed by whoever took the call, a fact only once a lead confirms it (CALL-10)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.desk.customers import files_of
from app.records.accounts import LEADS, Session
from app.records.ids import Id, new_id
from app.records.marks import LONGEST_WHY, Mark, Word
from app.store.store import Store

_MOST = 200
_HALF = "mark.half"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a ``proposal`` stands; ``answer``: the last word a lead said of it."""

    proposal: Mark
    answer: Mark | None = None

    @property
    def word(self) -> Word:
        return self.answer.word if self.answer else Word.PROPOSED


class Marks:
    """A lead's word needs a session central opened, for central asks the same; at a seat alone nobody
    does."""

    def __init__(
        self, store: Store, session: Session, now: Callable[[], datetime], *, is_alone: bool = False
    ) -> None:
        self._store, self._session, self._now, self._is_alone = store, session, now, is_alone

    @property
    def may_answer(self) -> bool:
        return self._session.role in LEADS and (self._is_alone or self._session.confirmed)

    def of(self, customer: Id) -> list[Standing]:
        """Return the marks of this person, under whichever file, that were not refused or lifted: confirmed
        ones first."""
        found = self._store.find(Mark, customer=files_of(self._store, customer), limit=_MOST)
        standing = [each for each in _standing(found) if each.word in (Word.PROPOSED, Word.CONFIRMED)]
        return sorted(standing, key=lambda each: each.word is Word.PROPOSED)

    def waiting(self) -> list[Standing]:
        """Return what was proposed and no lead has answered, the oldest first."""
        if not self.may_answer:
            return []
        proposed = self._store.find(Mark, word=Word.PROPOSED.value, limit=_MOST)
        about = tuple({each.customer for each in proposed})
        said = self._store.find(Mark, customer=about, limit=_MOST * 10) if about else []
        return [each for each in reversed(_standing(said)) if each.answer is None]

    # -- what is typed of a reason and not said yet --

    def half(self, words: str) -> str:
        """Return what was typed when *words* were asked last, and neither said nor dropped."""
        told = self._store.setting(_HALF)
        return str(told["text"]) if told and told["of"] == f"{self._session.agent} {words}" else ""

    def keep_half(self, words: str, text: str) -> None:
        with self._store.write() as to:
            to.set(_HALF, {"of": f"{self._session.agent} {words}", "text": text} if text else None)

    # -- what is said --

    def propose(self, customer: Id, code: str, why: str) -> Mark | None:
        """Keep the proposal; None, and nothing is kept, without a reason."""
        return self._put(customer, code, Word.PROPOSED, why) if why.strip() else None

    def answer(self, proposal: Mark, word: Word, why: str = "") -> Mark | None:
        """Keep a lead's word; it is refused or lifted with a reason only, else None is returned."""
        if not self.may_answer:
            raise PermissionError
        if word is not Word.CONFIRMED and not why.strip():
            return None
        return self._put(proposal.customer, proposal.code, word, why, proposal.id)

    def _put(self, customer: Id, code: str, word: Word, why: str, of: Id | None = None) -> Mark:
        by, told = self._session, " ".join(why.split())[:LONGEST_WHY]
        mark = Mark(new_id(), customer, code, word, told, by.agent, by.id, self._now(), of)
        with self._store.write() as to:
            to.put(mark)
        return mark


def _standing(marks: Sequence[Mark]) -> list[Standing]:
    """Return each proposal with the last word on it, the newest proposal first. A word that answers nothing
    here is none."""
    last: dict[Id, Mark] = {}
    for mark in sorted(marks, key=lambda each: each.id):
        if mark.of and mark.word is not Word.PROPOSED:
            last[mark.of] = mark
    proposals = sorted((m for m in marks if m.word is Word.PROPOSED), key=lambda each: each.id, reverse=True)
    return [Standing(each, last.get(each.id)) for each in proposals]
