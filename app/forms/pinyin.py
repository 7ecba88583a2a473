"""Pinyin of every reading, for finding by initials; the dictionary is loaded at the first use."""

import itertools
import os
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

_MOST_VARIANTS = 16
_SYLLABLE = re.compile(
    r"(?:[zcs]h|[bpmfdtnlgkhjqxryzcsw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ao|an|ei|en|er|ia|ie|iu|in|ou|ua|ue|uo|ui|un|ve|[aeiouv])"
)
_NO_BEGINNING = frozenset(("i", "u", "v"))  # no syllable begins so
_MOST_SIGNS = 60  # of a text that are read: names and labels are shorter


def initials(text: str) -> str:
    """Return the first letters of *text*, one variant for each way to read it: 单王 → "dw cw sw dy …".

    The usual reading comes first, then those that differ in one sign; at most 16.
    """
    readings = [list(dict.fromkeys(r[0] for r in sign)) for sign in _readings(text) if sign[0].isalnum()]
    return " ".join(itertools.islice(_variants(readings), _MOST_VARIANTS)) if readings else ""


def matches(query: str, text: str) -> bool:
    """Tell whether *query* stands in *text*: as written, in full pinyin, as initials, or mixed."""
    wanted, plain = _plain(query), _plain(text)
    if wanted in plain:
        return True
    if not wanted.isascii():
        return False
    signs = [tuple(map(_plain, sign)) for sign in _readings(text) if not sign[0].isspace()]
    return any(_spells(wanted, signs[start:]) for start in range(len(signs)))


def shortened(query: str) -> list[str]:
    """Return the initials a spelled name may stand for, the likeliest first, at most three: wangxm → wxm,
    fangan → fa, fg; none for what holds no whole syllable."""
    wanted = _plain(query)
    if not wanted.isascii() or not wanted.isalpha():
        return []
    found = sorted(itertools.islice(_cut(wanted[:_MOST_SIGNS]), _MOST_VARIANTS))
    return [each for each in dict.fromkeys(each for _, each in found) if len(each) < len(wanted)][:3]


def _cut(rest: str) -> Iterator[tuple[int, str]]:
    """Yield each way to cut *rest* into syllables and initials, the long ones first: how many are initials
    alone, and the first letters of all."""
    if not rest:
        yield 0, ""
        return
    whole = _SYLLABLE.match(rest)
    last = whole.end() if whole else 1
    shorter = last - 1 if last > 1 and rest[last - 1] in "ngr" else last  # fang an, fan gan
    for end in sorted({last, shorter, 1}, reverse=True):
        if rest[end : end + 1] not in _NO_BEGINNING:
            alone = _SYLLABLE.fullmatch(rest[:end]) is None
            yield from ((count + alone, rest[0] + others) for count, others in _cut(rest[end:]))


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _spells(wanted: str, signs: list[tuple[str, ...]]) -> bool:
    """Follow all places in *wanted* that the signs so far can reach, each by a syllable or its initial."""
    places = {0}
    for sign in signs:
        reached = set()
        for place in places:
            rest = wanted[place:]
            for syllable in sign:
                if syllable.startswith(rest):
                    return True
                if rest.startswith(syllable):
                    reached.add(place + len(syllable))
                if syllable and rest.startswith(syllable[0]):
                    reached.add(place + 1)
        places = reached
        if not places:
            return False
    return False


def _variants(readings: list[list[str]]) -> Iterator[str]:
    usual = [sign[0] for sign in readings]
    several = [i for i, sign in enumerate(readings) if len(sign) > 1]
    for changed in range(len(several) + 1):
        for places in itertools.combinations(several, changed):
            for letters in itertools.product(*(readings[i][1:] for i in places)):
                variant = usual.copy()
                for place, letter in zip(places, letters, strict=True):
                    variant[place] = letter
                yield "".join(variant)


def _readings(text: str) -> list[tuple[str, ...]]:
    """Return each sign's syllables without tones; a sign that is not Chinese reads as itself."""
    text = unicodedata.normalize("NFKC", text).casefold()[:_MOST_SIGNS]
    if text.isascii():
        return [(sign,) for sign in text]
    # Without its phrases the dictionary loads in a third of the time; one sign needs none.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    import pypinyin

    found = pypinyin.pinyin(
        text,
        style=pypinyin.Style.NORMAL,
        heteronym=True,
        errors=_as_written,
    )
    return [tuple(sign) for sign in found if sign and sign[0]]


def _as_written(signs: str) -> Any:
    """Give each sign a reading of its own; the library's stubs know only joined text."""
    return [[sign] for sign in signs]
