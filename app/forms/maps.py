"""An import map: which columns of a foreign table feed which fields of a form; as YAML and back."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.forms.kinds import Kind
from app.forms.load import FormBroken, Forms, dumped, read_tree, tree_of
from app.forms.nodes import Broken, Flaw, Node, about
from app.forms.spec import Choice, Field, Form, Stage

CHANNELS = "channels"  # the shared list of how a contact came in
_CHOOSING = (Kind.CHOICE, Kind.MULTI_CHOICE)
_RULES = "time closed closed_at channel"
_OTHERS = "form key dates zone encoding"
_OF_A_RULE = "column columns first join values otherwise value not_given"


@dataclass(frozen=True, slots=True)
class Rule:
    """What one field is fed: of ``columns`` the first that says anything, or all of them joined, put
    through ``values``; ``otherwise`` stands for an empty one, and for one ``values`` does not tell.
    """

    columns: tuple[str, ...] = ()
    first: bool = False
    join: str = " "
    values: Mapping[str, str] = field(default_factory=dict)
    otherwise: str = ""  # without columns a constant
    not_given: str = ""  # the reason that answers an empty one
    line: int = field(default=0, compare=False)  # in the map's file


@dataclass(frozen=True, slots=True)
class ImportMap:
    """``time`` is the call's own; ``key`` the columns that tell one row from all others, () the whole row.

    ``dates`` are tried in order (strptime), before them ISO; a time without a zone is one of ``zone``,
    where that is empty of the seat.
    """

    form: str
    fields: Mapping[str, Rule] = field(default_factory=dict)
    time: Rule = Rule()
    closed: Rule = Rule()
    closed_at: Rule = Rule()
    channel: Rule = Rule(otherwise="phone")
    key: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    zone: str = ""
    encoding: str = ""

    def rules(self) -> dict[str, Rule]:
        """Return every rule by what it feeds."""
        own = {name: getattr(self, name) for name in _RULES.split()}
        return {**own, **self.fields}


def read_map(path: Path, forms: Forms, form: str = "") -> ImportMap | FormBroken:
    """Return the map in *path* for *form*, or for the one it names itself; else what is wrong with it."""
    try:
        return _map(read_tree(path), forms, form)
    except Broken as why:
        return FormBroken(path.name, why.line, why.field, why.code, why.detail)


def map_of(text: str, forms: Forms, form: str) -> ImportMap | None:
    """Return the map in a text write_map() made; None where the forms have changed since."""
    try:
        return _map(tree_of(text), forms, form)
    except Broken:
        return None


def write_map(told: ImportMap) -> str:
    """Return *told* as YAML."""
    empty = ImportMap(told.form)
    tree: dict[str, Any] = {"form": told.form}
    for name in ("encoding", "zone"):
        if value := getattr(told, name):
            tree[name] = value
    for name in ("dates", "key"):
        if value := getattr(told, name):
            tree[name] = list(value)
    tree |= {n: _rule_told(getattr(told, n)) for n in _RULES.split() if getattr(told, n) != getattr(empty, n)}
    tree["fields"] = {name: _rule_told(rule) for name, rule in told.fields.items()}
    return dumped(tree)


def _rule_told(rule: Rule) -> dict[str, Any]:
    told: dict[str, Any] = {}
    if rule.columns:
        told["columns"] = list(rule.columns)
    if rule.first:
        told["first"] = True
    if rule.join != " ":
        told["join"] = rule.join
    if rule.values:
        told["values"] = dict(rule.values)
    if rule.otherwise:
        told["otherwise" if rule.columns else "value"] = rule.otherwise
    if rule.not_given:
        told["not_given"] = rule.not_given
    return told


# -- from the tree --


def _map(node: Node, forms: Forms, wanted: str) -> ImportMap:
    have = node.keys("time fields", f"{_RULES} {_OTHERS}")
    name = have["form"].text() if "form" in have else wanted
    if name not in forms.versions or (wanted and name != wanted):
        raise Broken(Flaw.WRONG_VALUE, have["form"].line if "form" in have else node.line, name, "form")
    form = forms.get(name)
    fields = {}
    for key, rule in have["fields"].mapping().items():
        if key not in form.names:
            raise Broken(Flaw.UNKNOWN_FIELD, rule.line, key, key)
        with about(key):
            fields[key] = _rule(rule, form.field(key))
    own = {}
    for key in _RULES.split():
        if key in have:
            with about(key):
                own[key] = _rule(have[key], None, forms.lists.get(CHANNELS, ()) if key == "channel" else ())
    return ImportMap(
        form=name,
        fields=fields,
        key=_texts(have["key"]) if "key" in have else (),
        dates=_texts(have["dates"]) if "dates" in have else (),
        zone=_zone(have["zone"]) if "zone" in have else "",
        encoding=have["encoding"].text() if "encoding" in have else "",
        **own,
    )


def _rule(node: Node, field: Field | None, choices: tuple[Choice, ...] = ()) -> Rule:
    """Read a rule; a text alone names the one column."""
    if not isinstance(node.value, dict):
        return Rule(columns=(_scalar(node),), line=node.line)
    have = node.keys(optional=_OF_A_RULE)
    columns = [have[key] for key in ("column", "columns") if key in have]
    if len(columns) > 1 or ("value" in have and (columns or "otherwise" in have)):
        raise Broken(Flaw.WRONG_VALUE, node.line, "value" if "value" in have else "column")
    constant = have.get("value", have.get("otherwise"))
    values = have["values"].mapping() if "values" in have else {}
    choosing = field.choices if field and field.kind in _CHOOSING else choices
    if choosing:
        for each in (*values.values(), *([constant] if constant else ())):
            _code(each, choosing)
    return Rule(
        columns=_texts(columns[0]) if columns else (),
        first="first" in have and have["first"].truth(),
        join=_join(have["join"]) if "join" in have else " ",
        values={key: _scalar(each) for key, each in values.items()},
        otherwise=_scalar(constant) if constant else "",
        not_given=_reason(have["not_given"], field) if "not_given" in have else "",
        line=node.line,
    )


def _scalar(node: Node) -> str:
    if isinstance(node.value, bool):
        return "yes" if node.value else "no"
    if isinstance(node.value, int | float):
        return str(node.value)
    return node.text()


def _texts(node: Node) -> tuple[str, ...]:
    if isinstance(node.value, tuple):
        return tuple(_scalar(each) for each in node.items())
    return (_scalar(node),)


def _join(node: Node) -> str:
    if not isinstance(node.value, str):
        raise Broken(Flaw.WRONG_TYPE, node.line, "text")
    return node.value


def _code(node: Node, choices: tuple[Choice, ...]) -> None:
    code = _scalar(node)
    if any(part not in [c.code for c in choices] for part in re.split(r"[,;|]\s*", code)):
        raise Broken(Flaw.UNKNOWN_CHOICE, node.line, code)


def _reason(node: Node, field: Field | None) -> str:
    reason = node.text()
    if field is None or not field.not_given or reason not in field.reasons:
        raise Broken(Flaw.UNKNOWN_CHOICE, node.line, reason)
    return reason


def _zone(node: Node) -> str:
    if not is_zone(name := node.text()):
        raise Broken(Flaw.WRONG_VALUE, node.line, name, "zone")
    return name


def is_zone(name: str) -> bool:
    try:
        return bool(ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def missing_columns(told: ImportMap, columns: Sequence[str]) -> list[tuple[str, str, int]]:
    """Return what *told* asks of a table that has not got it: what it feeds, the column, the map's line."""
    asked = [("key", name, 0) for name in told.key]
    asked += [(feeds, name, rule.line) for feeds, rule in told.rules().items() for name in rule.columns]
    return [each for each in asked if each[1] not in columns]


def feeds_nothing(told: ImportMap, form: Form) -> list[str]:
    """Return the fields *form* asks of every call at save that *told* feeds nothing."""
    asked = [f for f in form.fields if f.required is Stage.SAVE and not f.when and not f.required_when]
    return [f.name for f in asked if f.name not in told.fields]
