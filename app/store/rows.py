"""Record ⇄ flat body (what travels) ⇄ row (what is stored), driven by the fields of the dataclass."""

import enum
import json
import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import UTC, datetime
from typing import Any, get_args, get_origin

Body = dict[str, Any]  # JSON values by field name, answers as ``a.<field>``; what is None has no key

ANSWER = "a."


class BodyBroken(Exception):
    """A body that makes no record of its kind; ``code`` names the field."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Sort(enum.Enum):
    TEXT = "text"
    INTEGER = "integer"
    FLAG = "flag"
    TIME = "time"
    ENUM = "enum"
    LIST = "list"
    ANSWERS = "answers"


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    sort: Sort
    type: Any
    optional: bool
    required: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields of one kind of record in the order of its columns, ``id`` first."""

    record: type[Any]
    fields: tuple[Field, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(f.name for f in self.fields)


def shape(record: type[Any]) -> Shape:
    hints = typing.get_type_hints(record)
    made = []
    for f in fields(record):
        kind, optional = _bare(hints[f.name])
        required = f.default is MISSING and f.default_factory is MISSING and not optional
        made.append(Field(f.name, _sort(kind), kind, optional, required))
    return Shape(record, tuple(made))


def _bare(hint: Any) -> tuple[Any, bool]:
    if isinstance(hint, types.UnionType) or get_origin(hint) is typing.Union:
        (kind,) = (a for a in get_args(hint) if a is not type(None))
        return kind, True
    return hint, False


def _sort(kind: Any) -> Sort:
    kind = getattr(kind, "__supertype__", kind)
    origin = get_origin(kind) or kind
    if issubclass(origin, enum.Enum):
        return Sort.ENUM
    known = {
        bool: Sort.FLAG,
        int: Sort.INTEGER,
        str: Sort.TEXT,
        datetime: Sort.TIME,
        tuple: Sort.LIST,
        dict: Sort.ANSWERS,
    }
    return known[origin]


def storable(value: Any) -> Any:
    """Return *value* without the signs that neither UTF-8 nor jsonb can hold (lone surrogates, NUL)."""
    if isinstance(value, str):
        return value if value.isprintable() else _storable_text(value)
    if isinstance(value, dict | list | tuple):
        if isinstance(value, dict):
            return {storable(k): storable(v) for k, v in value.items()}
        return [storable(v) for v in value]
    return value


def _storable_text(text: str) -> str:
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\0", "\ufffd")


def text_of(value: Any) -> str:
    """Return *value* as JSON text; equal values give equal text (1, 1.0 and true do not)."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False)


# -- record ⇄ body --


def body_of(of: Shape, record: Any) -> Body:
    """Return what travels of *record*: everything but its id, its kind and what is None."""
    body: Body = {}
    for f in of.fields[1:]:
        value = getattr(record, f.name)
        if f.sort is Sort.ANSWERS:
            body.update({ANSWER + storable(k): storable(v) for k, v in value.items() if v is not None})
        elif value is not None:
            body[f.name] = _told(f, value)
    return body


def _told(f: Field, value: Any) -> Any:
    if f.sort is Sort.TIME:
        if value.tzinfo is None:
            raise ValueError(f"{f.name}: a time without its zone")
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if f.sort is Sort.ENUM:
        return value.value
    return storable(value)


def record_of(of: Shape, id: str, body: Mapping[str, Any]) -> Any:
    """Return the record *body* tells of; keys it does not know are passed over. Raises BodyBroken."""
    given: dict[str, Any] = {"id": id}
    for f in of.fields[1:]:
        if f.sort is Sort.ANSWERS:
            cut = len(ANSWER)
            given[f.name] = {k[cut:]: v for k, v in body.items() if k.startswith(ANSWER) and v is not None}
            continue
        value = body.get(f.name)
        if value is not None:
            given[f.name] = _understood(f, value)
        elif f.required:
            raise BodyBroken(f.name)
    return of.record(**given)


_JSON_TYPE: dict[Sort, type] = {
    Sort.TEXT: str,
    Sort.INTEGER: int,
    Sort.FLAG: bool,
    Sort.TIME: str,
    Sort.ENUM: str,
    Sort.LIST: list,
}


def _is_json(sort: Sort, value: Any) -> bool:
    return type(value) is _JSON_TYPE[sort]  # exactly: to isinstance() true is an integer


def _understood(f: Field, value: Any) -> Any:
    if not _is_json(f.sort, value):
        raise BodyBroken(f.name)
    try:
        if f.sort is Sort.TIME:
            at = datetime.fromisoformat(value)
            if at.tzinfo is None:
                raise BodyBroken(f.name)
            return at.astimezone(UTC)
        if f.sort is Sort.ENUM:
            return f.type(value)
    except (ValueError, OverflowError) as error:
        raise BodyBroken(f.name) from error
    if f.sort is Sort.INTEGER and abs(value) >= 1 << 63:
        raise BodyBroken(f.name)
    if f.sort is Sort.LIST:
        if get_args(f.type)[0] is str and not all(isinstance(v, str) for v in value):
            raise BodyBroken(f.name)
        return tuple(value)
    return value


# -- body ⇄ row --


def row_of(of: Shape, id: str, body: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return the column values of a *body* made by body_of, in the order of the columns."""
    row: list[Any] = [id]
    for f in of.fields[1:]:
        if f.sort is Sort.ANSWERS:
            cut = len(ANSWER)
            row.append(text_of({k[cut:]: v for k, v in body.items() if k.startswith(ANSWER)}))
            continue
        value = body.get(f.name)
        if f.sort is Sort.LIST and value is not None:
            value = text_of(value)
        elif f.sort is Sort.FLAG and value is not None:
            value = int(value)
        row.append(value)
    return tuple(row)


def body_of_row(of: Shape, row: Any) -> Body:
    """Return the body of a *row*: a mapping by column."""
    body: Body = {}
    for f in of.fields[1:]:
        value = row[f.name]
        if f.sort is Sort.ANSWERS:
            body.update({ANSWER + k: v for k, v in json.loads(value or "{}").items()})
        elif value is not None:
            body[f.name] = _unpacked(f, value)
    return body


def _unpacked(f: Field, value: Any) -> Any:
    if f.sort is Sort.LIST:
        return json.loads(value)
    if f.sort is Sort.FLAG:
        return bool(value)
    return value


def changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> Body:
    """Return the patch that makes *new* of *old*: only what differs, None for what is gone."""
    names = dict.fromkeys((*new, *old))
    return {n: new.get(n) for n in names if text_of(old.get(n)) != text_of(new.get(n))}


def patched(body: Mapping[str, Any], patch: Mapping[str, Any]) -> Body:
    merged = {**body, **patch}
    return {name: value for name, value in merged.items() if value is not None}
