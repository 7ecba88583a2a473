"""Which category a text may be: learned from the centre's own closed cases, by the pairs of signs that tell
one category from the others; it says which words it goes by, and nobody has to follow."""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from app.forms.spec import Form
from app.store.store import Store

FIELD, TEXT = "category", "request"  # names that mean the same in every form
MOST = 3  # offered at once
_LEARNED = 3_000  # of the newest closed cases
_LEAST = 20  # closed cases of a form: of fewer nothing is learned
_LONGEST = 2_000  # signs of a text that are looked at
_KEPT = 20_000  # pairs, those seen most
_SMOOTH = 0.5  # of a pair that was never seen
_SELDOM = 3  # what was seen so often is worth half a word
_TOLD, _WORDS = 6, 3  # pairs that are looked at for the words, and words told
_RUN = re.compile("[\u3400-\u9fff\U00020000-\U000323af]+|[A-Za-z0-9]{2,}")


@dataclass(frozen=True, slots=True)
class Offer:
    """``code`` of a category, and the words of the text it goes by."""

    code: str
    words: tuple[str, ...]


@dataclass
class Learned:
    """Complement naive Bayes over pairs of signs: how a text differs from all the other categories."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)  # pairs, by category
    all: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, cases: Iterable[tuple[str, str]]) -> "Learned":
        """Learn from (category, text)."""
        counts: dict[str, Counter[str]] = {}
        for category, text in cases:
            counts.setdefault(category, Counter()).update({pair for pair, _ in pairs(text)})
        seen: Counter[str] = Counter()
        for own in counts.values():
            seen.update(own)
        kept = dict(seen.most_common(_KEPT))
        return cls({c: Counter({p: n[p] for p in n if p in kept}) for c, n in counts.items()}, Counter(kept))

    def __post_init__(self) -> None:
        # What a pair never seen elsewhere weighs.
        all_, smooth = self.all.total(), _SMOOTH * len(self.all)
        self._most = {c: math.log(all_ - own.total() + smooth) for c, own in self.counts.items() if smooth}

    def ranked(self, text: str, most: int = MOST) -> list[Offer]:
        """Return what *text* may be, the likeliest first; nothing for a text of unknown words."""
        known = {pair for pair, _ in pairs(text) if pair in self.all}
        if not known:
            return []
        best = sorted(self.counts, key=lambda category: self._weight(category, known), reverse=True)
        return [Offer(category, self._words(category, text)) for category in best[:most]]

    def _weight(self, category: str, known: Collection[str]) -> float:
        """Return how seldom these pairs are elsewhere: the seldomer, the more they speak for *category*."""
        own, log = self.counts[category], math.log
        return len(known) * self._most[category] - sum(log(self.all[p] - own[p] + _SMOOTH) for p in known)

    def _words(self, category: str, text: str) -> tuple[str, ...]:
        """Return the words of *text* made of the pairs that are most *category*'s own, as they stand there;
        neighbours are one word."""
        own, found = self.counts[category], pairs(text)
        telling = sorted({p for p, _ in found if own[p]}, key=lambda p: -own[p] / (self.all[p] + _SELDOM))[
            :_TOLD
        ]
        words: list[list[int]] = []
        for pair, at in found:
            if pair in telling and words and at < words[-1][1]:
                words[-1][1] = at + len(pair)
            elif pair in telling:
                words.append([at, at + len(pair)])
        return tuple(dict.fromkeys(text[begun:end] for begun, end in words))[:_WORDS]


def pairs(text: str) -> list[tuple[str, int]]:
    """Return each pair of neighbouring Chinese signs, each Latin word or number, and where it begins."""
    found: list[tuple[str, int]] = []
    for run in _RUN.finditer(text[:_LONGEST]):
        if run[0].isascii():
            found.append((run[0].lower(), run.start()))
        else:
            found += [(run[0][at : at + 2], run.start() + at) for at in range(len(run[0]) - 1)]
    return found


class Suggestions:
    """May be asked on any thread. What was learned is in memory alone: what is erased is forgotten too."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._learned: dict[str, Learned] = {}

    def learn(self) -> None:
        """Learn anew, form by form; takes its time."""
        by_form: dict[str, list[tuple[str, str]]] = {}
        for form, category, text in self._store.past.matters(_LEARNED):
            by_form.setdefault(form, []).append((category, text))
        known = {form: Learned.of(cases) for form, cases in by_form.items() if len(cases) >= _LEAST}
        self._learned = {form: each for form, each in known.items() if len(each.counts) > 1}

    def knows(self, form: Form) -> bool:
        return form.name in self._learned

    def offers(self, form: Form, text: str) -> Sequence[Offer]:
        """Return what the form's category may be, of those it has."""
        learned = self._learned.get(form.name)
        if learned is None or FIELD not in form.names:
            return ()
        codes = form.field(FIELD).codes
        return [offer for offer in learned.ranked(text) if offer.code in codes]
