"""How a slip looks on paper: the centre's templates, each for the forms it names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.forms.nodes import Broken, Flaw, Node, about, optional, unique
from app.forms.spec import LANGUAGES, Form, Words

_PAPERS = ("A5", "A4")
_CODES = ("qr", "code128")
_CORE = ("order", "case", "team", "due_at")  # what every order has
_OTHERS = "others"  # whatever no part names, in the form's own order


@dataclass(frozen=True, slots=True)
class TemplatePart:
    title: Words
    fields: tuple[str, ...]


_USUAL = (TemplatePart({}, (*_CORE, _OTHERS)),)


@dataclass(frozen=True, slots=True)
class Template:
    """``forms``: those it is for; None: every form no other template names. ``per_sheet``: how many stand on
    one sheet, 1 or 2. What is empty (``lang``, ``letterhead``, ``title``, ``signatures``) is as usual."""

    name: str
    paper: str = "A5"
    across: bool = False
    per_sheet: int = 1
    forms: tuple[str, ...] | None = None
    lang: str = ""
    letterhead: Words = field(default_factory=dict)
    title: Words = field(default_factory=dict)
    codes: tuple[str, ...] = _CODES
    parts: tuple[TemplatePart, ...] = _USUAL
    signatures: tuple[Words, ...] = ()


def build_template(name: str, node: Node, forms: Mapping[str, Form], others: Sequence[Template]) -> Template:
    """*forms*: those that are asked now, by name; *others*: the templates read before."""
    have = node.keys("paper", "across codes forms lang letterhead parts per_sheet signatures title")
    wanted = optional(have, "forms", lambda each: _forms(each, forms, others), None)
    if wanted is None and any(each.forms is None for each in others):
        raise Broken(Flaw.MISSING_KEY, node.line, "forms")
    asked = [form for key, form in forms.items() if not wanted or key in wanted]
    known = {*_CORE, _OTHERS, *(each for form in asked for each in form.names)}
    paper = _one_of(have["paper"], _PAPERS)
    return Template(
        name,
        paper,
        optional(have, "across", Node.truth, False),
        optional(have, "per_sheet", lambda each: each.count(1, 2 if paper == "A4" else 1), 1),
        wanted,
        optional(have, "lang", lambda each: _one_of(each, LANGUAGES), ""),
        optional(have, "letterhead", Node.words, {}),
        optional(have, "title", Node.words, {}),
        optional(have, "codes", lambda each: _listed(each, _CODES), _CODES),
        optional(have, "parts", lambda each: _parts(each, known), _USUAL),
        optional(have, "signatures", lambda each: tuple(one.words() for one in each.items()), ()),
    )


def _forms(node: Node, forms: Mapping[str, Form], others: Sequence[Template]) -> tuple[str, ...]:
    """Return the forms it is for; none: it lies ready, and no form uses it."""
    if node.value == ():
        return ()
    nodes = node.items()
    names = [each.name() for each in nodes]
    unique(nodes, names, Flaw.DUPLICATE_CHOICE)
    for each, name in zip(nodes, names, strict=True):
        if name not in forms:
            raise Broken(Flaw.WRONG_VALUE, each.line, name)
        if any(name in (other.forms or ()) for other in others):
            raise Broken(Flaw.DUPLICATE_CHOICE, each.line, name)
    return tuple(names)


def _parts(node: Node, known: set[str]) -> tuple[TemplatePart, ...]:
    nodes, names, parts = list[Node](), list[str](), list[TemplatePart]()
    for each in node.items():
        have = each.keys("fields", "title")
        fields = have["fields"].items()
        told = [one.name() for one in fields]
        for one, name in zip(fields, told, strict=True):
            if name not in known:
                raise Broken(Flaw.UNKNOWN_FIELD, one.line, name)
        nodes, names = [*nodes, *fields], [*names, *told]
        parts.append(TemplatePart(optional(have, "title", Node.words, {}), tuple(told)))
    with about(_OTHERS if names.count(_OTHERS) > 1 else ""):
        unique(tuple(nodes), names, Flaw.DUPLICATE_FIELD)
    return tuple(parts)


def _listed(node: Node, known: Sequence[str]) -> tuple[str, ...]:
    if node.value == ():
        return ()
    nodes = node.items()
    told = [_one_of(each, known) for each in nodes]
    unique(nodes, told, Flaw.DUPLICATE_CHOICE)
    return tuple(told)


def _one_of(node: Node, known: Sequence[str]) -> str:
    text = node.text()
    if text not in known:
        raise Broken(Flaw.WRONG_VALUE, node.line, text[:40])
    return text
