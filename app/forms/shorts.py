"""Short calls, kept at once by two keys: the centre's list of them, each with the answers it stands for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.forms import values
from app.forms.nodes import Broken, Flaw, Node, about, unique
from app.forms.spec import Form, Words


@dataclass(frozen=True, slots=True)
class Short:
    """``answers`` are put where nothing is answered yet; the form's check says what is still missing."""

    code: str
    keys: str
    label: Words
    form: str
    answers: Mapping[str, Any]


def build_shorts(node: Node, forms: Mapping[str, Form]) -> tuple[Short, ...]:
    """*forms*: those that are asked now, by name."""
    nodes = node.keys("calls")["calls"].items()
    entries = [each.keys("code keys label form answers") for each in nodes]
    taken = [form.keys for form in forms.values() if form.keys]
    unique(nodes, [entry["code"].name() for entry in entries], Flaw.DUPLICATE_CHOICE)
    found = []
    for entry in entries:
        short = _short(entry, forms)
        if short.keys in taken or short.code in forms:  # both are picked from one list
            raise Broken(Flaw.DUPLICATE_CHOICE, entry["keys"].line, f"{short.keys} {short.code}")
        taken.append(short.keys)
        found.append(short)
    return tuple(found)


def _short(entry: dict[str, Node], forms: Mapping[str, Form]) -> Short:
    keys, name = entry["keys"].text(), entry["form"].name()
    if not (len(keys) == 1 and keys.isascii() and keys.isdigit()):  # a letter begins a name that is typed
        raise Broken(Flaw.WRONG_VALUE, entry["keys"].line, keys[:40])
    if name not in forms:
        raise Broken(Flaw.WRONG_VALUE, entry["form"].line, name)
    said = {field: _answer(field, node, forms[name]) for field, node in entry["answers"].mapping().items()}
    return Short(entry["code"].name(), keys, entry["label"].words(), name, said)


def _answer(name: str, node: Node, form: Form) -> Any:
    if name not in form.names:
        raise Broken(Flaw.UNKNOWN_FIELD, node.line, name)
    with about(name):
        value: Any = node.value
        if isinstance(node.value, tuple):
            value = [each.name() for each in node.value]
        elif isinstance(node.value, dict):
            value = {"not_given": node.keys("not_given")["not_given"].name()}
        if values.fault(form.field(name), value):
            raise Broken(Flaw.WRONG_VALUE, node.line, str(value)[:40])
    return value
