"""Who sees numbers whole in lists, and may copy, export or print them: the centre's rule, role by role."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.forms.nodes import Broken, Flaw, Node, optional
from app.records.accounts import LEADS, Role

_SHORTEST, _LONGEST = 5, 600  # seconds


class Right(enum.StrEnum):
    REVEAL = "reveal"
    COPY = "copy"
    COPY_ROWS = "copy_rows"
    EXPORT = "export"
    PRINT = "print"
    WHOLE = "whole"
    AUDIT = "audit"
    PLAY = "play"


Roles = tuple[Role, ...]

_EVERYBODY = tuple(Role)
_LEADS = tuple(role for role in Role if role in LEADS)
_HEADS = (Role.SUPERVISOR, Role.DIRECTOR)
_HEARING = (*_LEADS, Role.QA)
_USUAL: Mapping[Right, Roles] = {
    Right.REVEAL: _EVERYBODY,
    Right.COPY: _EVERYBODY,
    Right.COPY_ROWS: _LEADS,
    Right.EXPORT: _LEADS,
    Right.PRINT: _LEADS,
    Right.WHOLE: _HEADS,
    Right.AUDIT: _LEADS,
    Right.PLAY: _HEARING,
}


@dataclass(frozen=True, slots=True)
class Rights:
    """``masked``: for whom lists hide the middle of a number (PIPL art. 51: only what the work needs;
    GB/T 35273-2020, 7.2: what is shown is made unrecognisable). ``shown_for``: seconds one stays whole."""

    masked: Roles = _EVERYBODY
    given: Mapping[Right, Roles] = field(default_factory=lambda: _USUAL)
    shown_for: int = 20

    def may(self, role: Role, right: Right) -> bool:
        return role in self.given[right]


def build_rights(node: Node) -> Rights:
    usual = Rights()
    have = node.keys("masked", " ".join((*Right, "shown_for")))
    return Rights(
        read_roles(have["masked"]),
        {right: optional(have, right, read_roles, usual.given[right]) for right in Right},
        optional(have, "shown_for", lambda at: at.count(_SHORTEST, _LONGEST), usual.shown_for),
    )


def read_roles(node: Node) -> Roles:
    if not isinstance(node.value, tuple):
        raise Broken(Flaw.WRONG_TYPE, node.line, "sequence")
    named = [each.name() for each in node.value]
    for name in named:
        if name not in tuple(Role):
            raise Broken(Flaw.WRONG_VALUE, node.line, name)
    return tuple(role for role in Role if role in named)
