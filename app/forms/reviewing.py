"""Which entries are checked again, how many mistakes a month may have, who hears of one more (CALL-4)."""

from dataclasses import dataclass

from app.forms.nodes import Broken, Flaw, Node
from app.forms.rights import read_roles
from app.records.accounts import Role

_MOST = 1_000


@dataclass(frozen=True, slots=True)
class Reviewing:
    """``forms``: whose entries are checked again; ``allowed``: mistakes of one person in a month."""

    forms: tuple[str, ...] = ()
    allowed: int = 3
    told: tuple[Role, ...] = (Role.SUPERVISOR, Role.DIRECTOR)


def build_reviewing(node: Node) -> Reviewing:
    have = node.keys("forms allowed told")
    if not isinstance(have["forms"].value, tuple):
        raise Broken(Flaw.WRONG_TYPE, have["forms"].line, "sequence")
    forms = tuple(form.name() for form in have["forms"].value)
    return Reviewing(forms, have["allowed"].count(0, _MOST), read_roles(have["told"]))
