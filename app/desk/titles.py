"""What a record is called in a line: what it is about, and where or whose it is."""

from collections.abc import Mapping
from typing import Any

_BETWEEN = " · "


def joined(*said: str) -> str:
    return _BETWEEN.join(filter(None, said))


def parts(title: str) -> tuple[str, str]:
    """Return what a title is about, and where: "" where it names no place."""
    about, _, place = title.partition(_BETWEEN)
    return about, place


def whereabouts(answers: Mapping[str, Any]) -> str:
    """Return where it is, or else whose, as far as that is known."""
    told = (answers.get(name) for name in ("address", "name"))
    return next((each for each in told if isinstance(each, str) and each), "")
