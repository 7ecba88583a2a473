"""On which forms a caller's identity is verified before anything personal is told, and by what (CALL-13)."""

from dataclasses import dataclass

from app.forms.nodes import Broken, Flaw, Node

ASKED = ("name", "phone", "address")  # what the file of a customer knows


@dataclass(frozen=True, slots=True)
class Identity:
    """``right`` of the facts ``ask`` must be told as they stand on file; no ``forms``: nobody is asked."""

    forms: tuple[str, ...] = ()
    ask: tuple[str, ...] = ASKED
    right: int = 2


def build_identity(node: Node) -> Identity:
    have = node.keys("forms ask right")
    forms, ask = have["forms"].value, have["ask"].items()
    if not isinstance(forms, tuple):
        raise Broken(Flaw.WRONG_TYPE, have["forms"].line, "sequence")
    for each in ask:
        if each.name() not in ASKED:
            raise Broken(Flaw.WRONG_VALUE, each.line, each.name())
    asked = tuple(dict.fromkeys(each.name() for each in ask))
    return Identity(tuple(form.name() for form in forms), asked, have["right"].count(1, len(asked)))
