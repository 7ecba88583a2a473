"""Whom to call or transfer to, by matter, district and hour: the centre's directory (CALL-14)."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.forms.hours import ALWAYS, Hours, Timetable, build_hours
from app.forms.nodes import Broken, Flaw, Node
from app.forms.phone import is_possible
from app.forms.spec import Choice

_LONGEST = 80  # signs


@dataclass(frozen=True, slots=True)
class Listed:
    """A person, a desk, a team or a hotline; ``number`` as it is dialled there. ``districts``: codes of the
    list, none: all of them; ``streets`` and ``matters`` as people say them; ``hours``: when somebody
    answers."""

    name: str
    number: str
    matters: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    streets: tuple[str, ...] = ()
    hours: Hours = ALWAYS
    note: str = ""


def build_directory(
    node: Node, lists: Mapping[str, tuple[Choice, ...]], timetable: Timetable
) -> tuple[Listed, ...]:
    have = node.keys("directory")
    return tuple(_listed(each, lists, timetable) for each in have["directory"].items())


def _listed(node: Node, lists: Mapping[str, tuple[Choice, ...]], timetable: Timetable) -> Listed:
    have = node.keys("name number", "matters districts streets hours note")
    codes = {choice.code for choice in lists.get("districts", ())}
    for each in have["districts"].items() if "districts" in have else ():
        if each.name() not in codes:
            raise Broken(Flaw.UNKNOWN_CHOICE, each.line, each.name())
    if not is_possible(number := _text(have["number"])):
        raise Broken(Flaw.WRONG_VALUE, have["number"].line, number)
    return Listed(
        _text(have["name"]),
        number,
        _texts(have, "matters"),
        _texts(have, "districts"),
        _texts(have, "streets"),
        build_hours(have["hours"], timetable) if "hours" in have else ALWAYS,
        _text(have["note"]) if "note" in have else "",
    )


def _texts(have: dict[str, Node], key: str) -> tuple[str, ...]:
    return tuple(_text(each) for each in have[key].items()) if key in have else ()


def _text(node: Node) -> str:
    if len(text := node.text().strip()) > _LONGEST:
        raise Broken(Flaw.WRONG_VALUE, node.line, text[:40])
    return text
