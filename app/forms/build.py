"""From the tree of a definition file to a Form or a list of choices; every rule of the file is held here."""

from collections.abc import Mapping
from dataclasses import replace

from app.forms.circles import refuse_circles
from app.forms.kinds import TRAITS, WELL_KNOWN, Kind, Traits
from app.forms.nodes import Broken, Flaw, Node, about, optional, unique
from app.forms.spec import (
    NOT_GIVEN_LIST,
    Choice,
    Condition,
    Field,
    Form,
    OrderRule,
    Route,
    Section,
    Stage,
)
from app.records.cases import CaseState

Lists = dict[str, tuple[Choice, ...]]

_MOST_FIELDS = 200
MOST_HOURS = 24 * 366
_MOST_MINUTES = 24 * 60
_FORM_KEYS = "case case_when complaint due_hours emergency order keys roll script"
_FIELD_KEYS = "help required required_when when not_given owed choices default max_length minimum maximum"


def build_list(node: Node) -> tuple[Choice, ...]:
    return _choices(node.keys("choices")["choices"])


def build_form(name: str, version: int, node: Node, lists: Lists) -> Form:
    have = node.keys("title sections", _FORM_KEYS)
    title, sections = have["title"].words(), _sections(have["sections"], lists)
    fields = {field.name: field for section in sections for field in section.fields}
    refuse_circles(have["sections"], fields)
    case = optional(have, "case", _case, "")
    if "order" in have and (not case or "case_when" in have):
        raise Broken(Flaw.ORDER_WITHOUT_CASE, have["order"].line)
    script = have["script"].keys("opening closing") if "script" in have else {}
    return Form(
        name=name,
        version=version,
        title=title,
        sections=sections,
        case=case,
        case_when=condition(have, "case_when", fields),
        due_hours=optional(have, "due_hours", _hours, None),
        emergency=optional(have, "emergency", Node.truth, False),
        complaint=optional(have, "complaint", Node.truth, False),
        roll=optional(have, "roll", Node.truth, False),
        order=_order(have["order"], fields, lists) if "order" in have else None,
        keys=optional(have, "keys", _keys, ""),
        opening=optional(script, "opening", Node.words, {}),
        closing=optional(script, "closing", Node.words, {}),
    )


def _keys(node: Node) -> str:
    text = node.text()
    if not (len(text) == 1 and text.isascii() and text.isalnum()):
        raise Broken(Flaw.WRONG_VALUE, node.line, text[:40])
    return text.lower()


def _hours(node: Node) -> float | None:
    return node.number(0.01, MOST_HOURS)


def _case(node: Node) -> str:
    text = node.text()
    if text not in tuple(CaseState) or not CaseState(text).is_open:
        raise Broken(Flaw.UNKNOWN_STATE, node.line, text)
    return text


# -- the order --


def _order(node: Node, fields: dict[str, Field], lists: Lists) -> OrderRule:
    have = node.keys("team due_hours copies", "routes")
    copies = have["copies"].items()
    codes = [listed(copy, "copies", lists) for copy in copies]
    unique(copies, codes, Flaw.DUPLICATE_CHOICE)
    routes = have["routes"].items() if "routes" in have else ()
    return OrderRule(
        team=listed(have["team"], "teams", lists),
        due_hours=have["due_hours"].number(0.01, MOST_HOURS),
        copies=tuple(codes),
        routes=tuple(_route(route, fields, lists) for route in routes),
    )


def _route(node: Node, fields: dict[str, Field], lists: Lists) -> Route:
    have = node.keys("when team")
    when = condition(have, "when", fields)
    return Route(when or {}, listed(have["team"], "teams", lists))


def listed(node: Node, name: str, lists: Mapping[str, tuple[Choice, ...]]) -> str:
    """Return a code of the list *name*."""
    code = node.name()
    if name not in lists:
        raise Broken(Flaw.UNKNOWN_LIST, node.line, name)
    if code not in {choice.code for choice in lists[name]}:
        raise Broken(Flaw.UNKNOWN_CHOICE, node.line, code)
    return code


# -- sections and fields --


def _sections(node: Node, lists: Lists) -> tuple[Section, ...]:
    nodes = node.items()
    entries = [entry.keys("name label fields") for entry in nodes]
    unique(nodes, [entry["name"].name() for entry in entries], Flaw.DUPLICATE_SECTION)
    places = tuple(place for entry in entries for place in entry["fields"].items())
    if len(places) > _MOST_FIELDS:
        raise Broken(Flaw.TOO_BIG, places[_MOST_FIELDS].line)
    named = [place.mapping().get("name") for place in places]
    unique(places, [n.name() if n else f"#{i}" for i, n in enumerate(named)], Flaw.DUPLICATE_FIELD)
    known: dict[str, Field] = {}
    for place in places:
        field = _plain_field(place, lists)
        known[field.name] = field
    for place in places:
        field = _tied_field(place, known)
        known[field.name] = field
    return tuple(
        Section(
            entry["name"].name(),
            entry["label"].words(),
            tuple(known[place.mapping()["name"].name()] for place in entry["fields"].items()),
        )
        for entry in entries
    )


def _plain_field(node: Node, lists: Lists) -> Field:
    """Return the field without its conditions: those may name fields further down."""
    named = node.mapping().get("name")
    with about(named.name() if named else ""):
        have = node.keys("name kind label", _FIELD_KEYS)
        name, kind = have["name"].name(), _kind(have["kind"])
        if name in WELL_KNOWN and kind not in WELL_KNOWN[name]:
            raise Broken(Flaw.WELL_KNOWN, have["kind"].line, kind)
        _refuse_options_of_other_kinds(have, TRAITS[kind])
        not_given = optional(have, "not_given", Node.truth, False)
        minimum = optional(have, "minimum", _limit, None)
        maximum = optional(have, "maximum", _limit, None)
        if minimum is not None and maximum is not None and minimum > maximum:
            raise Broken(Flaw.WRONG_VALUE, have["maximum"].line)
        choices = _field_choices(node, have, lists) if TRAITS[kind].choices else ()
        return Field(
            name=name,
            kind=kind,
            label=have["label"].words(),
            help=optional(have, "help", Node.words, {}),
            required=optional(have, "required", _stage, None),
            not_given=not_given,
            owed=optional(have, "owed", Node.truth, False),
            choices=choices,
            default=_default(have["default"], choices) if "default" in have else "",
            max_length=optional(have, "max_length", _length, 0),
            minimum=minimum,
            maximum=maximum,
            reasons=_reasons(have["not_given"], kind, lists) if not_given else frozenset(),
        )


def _default(node: Node, choices: tuple[Choice, ...]) -> str:
    code = node.name()
    if code not in {choice.code for choice in choices}:
        raise Broken(Flaw.UNKNOWN_CHOICE, node.line, code)
    return code


def _limit(node: Node) -> float | None:
    return node.number()


def _length(node: Node) -> int:
    return node.count(1, 20_000)


def _kind(node: Node) -> Kind:
    text = node.text()
    if text not in tuple(Kind):
        raise Broken(Flaw.UNKNOWN_KIND, node.line, text)
    return Kind(text)


def _stage(node: Node) -> Stage | None:
    if not isinstance(node.value, str) or node.value not in tuple(Stage):
        raise Broken(Flaw.UNKNOWN_STAGE, node.line, str(node.value)[:40])
    return Stage(node.value)


def _refuse_options_of_other_kinds(have: dict[str, Node], traits: Traits) -> None:
    special = frozenset[str]().union(*(t.options for t in TRAITS.values()))
    for key, node in have.items():
        if key in special - traits.options:
            raise Broken(Flaw.UNKNOWN_KEY, node.line, key)


def _reasons(node: Node, kind: Kind, lists: Lists) -> frozenset[str]:
    if kind is Kind.READ_BACK:
        raise Broken(Flaw.WRONG_VALUE, node.line, kind)
    if NOT_GIVEN_LIST not in lists:
        raise Broken(Flaw.UNKNOWN_LIST, node.line, NOT_GIVEN_LIST)
    return frozenset(choice.code for choice in lists[NOT_GIVEN_LIST])


def _field_choices(field: Node, have: dict[str, Node], lists: Lists) -> tuple[Choice, ...]:
    if "choices" not in have:
        raise Broken(Flaw.MISSING_KEY, field.line, "choices")
    node = have["choices"]
    if not isinstance(node.value, dict):
        return _choices(node)
    named = node.keys("list")["list"]
    if named.name() not in lists:
        raise Broken(Flaw.UNKNOWN_LIST, named.line, named.name())
    return lists[named.name()]


def _choices(node: Node) -> tuple[Choice, ...]:
    nodes = node.items()
    entries = [entry.keys("code label", "minutes note approval under") for entry in nodes]
    codes = [entry["code"].name() for entry in entries]
    unique(nodes, codes, Flaw.DUPLICATE_CHOICE)
    for entry in entries:
        if "under" in entry and entry["under"].name() not in codes:
            raise Broken(Flaw.UNKNOWN_CHOICE, entry["under"].line, entry["under"].name())
    return tuple(
        Choice(
            entry["code"].name(),
            entry["label"].words(),
            optional(entry, "minutes", _minutes, 0),
            optional(entry, "note", Node.truth, False),
            optional(entry, "approval", Node.truth, False),
            optional(entry, "under", Node.name, ""),
        )
        for entry in entries
    )


def _minutes(node: Node) -> int:
    return node.count(0, _MOST_MINUTES)


# -- conditions --


def _tied_field(node: Node, fields: dict[str, Field]) -> Field:
    have = node.mapping()
    field = fields[have["name"].name()]
    with about(field.name):
        when = condition(have, "when", fields)
        required_when = condition(have, "required_when", fields)
    return replace(field, when=when, required_when=required_when)


def condition(have: dict[str, Node], key: str, fields: dict[str, Field]) -> Condition | None:
    """Return ``{field: (answer, …)}``; in the file one answer needs no brackets."""
    if key not in have:
        return None
    pairs = have[key].mapping()
    if not pairs:
        raise Broken(Flaw.WRONG_VALUE, have[key].line)
    condition = {}
    for name, node in pairs.items():
        if name not in fields:
            raise Broken(Flaw.UNKNOWN_FIELD, node.line, name)
        answers = node.items() if isinstance(node.value, tuple) else (node,)
        condition[name] = tuple(_answer(answer, fields[name]) for answer in answers)
    return condition


def _answer(node: Node, field: Field) -> str | bool:
    traits = TRAITS[field.kind]
    if traits.choices and isinstance(node.value, str) and node.value in field.codes:
        return node.value
    if traits.choices and node.value is True:  # any of its answers
        return True
    if traits.condition and not traits.choices and isinstance(node.value, bool):
        return node.value
    raise Broken(Flaw.WRONG_CONDITION, node.line, f"{field.name}: {node.value}"[:80])
