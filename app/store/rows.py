"""Record ⇄ flat body (what travels) ⇄ row (what is stored), driven by the fields of the dataclass."""

import enum
import json
import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, replace
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


# Looked up some hundred times a record, and a member of an enum costs a dozen plain names.
_ANSWERS, _ENUM, _FLAG, _INTEGER, _LIST, _TEXT, _TIME = (
    Sort.ANSWERS,
    Sort.ENUM,
    Sort.FLAG,
    Sort.INTEGER,
    Sort.LIST,
    Sort.TEXT,
    Sort.TIME,
)


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    sort: Sort
    type: Any
    optional: bool
    required: bool
    default: Any = None  # as it stands in a row


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
        field = Field(f.name, _sort(kind), kind, optional, required)
        made.append(replace(field, default=_default(field, f)))
    return Shape(record, tuple(made))


def _default(of: Field, f: Any) -> Any:
    value = (
        f.default
        if f.default is not MISSING
        else f.default_factory()
        if f.default_factory is not MISSING
        else None
    )
    return None if value is None or of.sort is Sort.ANSWERS else _packed(of, _told(of, value))


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


# Made once: json.dumps would make one for every call.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False).encode
_decode = json.JSONDecoder().raw_decode


def text_of(value: Any) -> str:
    """Return *value* as JSON text; equal values give equal text (1, 1.0 and true do not)."""
    return _encode(value)


def body_of_text(text: str) -> Body:
    """Return the body that stands in *text* as it can be stored; raises ValueError where there is none."""
    text.encode()  # a lone surrogate is a ValueError too
    body, end = _decode(text)
    if type(body) is not dict or end != len(text):
        raise ValueError("no body")
    return storable(body) if "\\u" in text else body


def utc_text(at: datetime) -> str:
    """Return a moment as it is stored and sent: 2026-11-22T08:00:00.000000+00:00."""
    return (at if at.tzinfo is UTC else at.astimezone(UTC)).isoformat(timespec="microseconds")


# -- record ⇄ body --


def body_of(of: Shape, record: Any) -> Body:
    """Return what travels of *record*: everything but its id, its kind and what is None."""
    body: Body = {}
    for f in of.fields[1:]:
        value = getattr(record, f.name)
        if f.sort is _ANSWERS:
            for name, answer in value.items():
                if type(answer) is not str or not answer.isprintable():  # storable() of nearly every answer
                    answer = storable(answer)
                if answer is not None:
                    body[ANSWER + (name if name.isprintable() else storable(name))] = answer
        elif value is not None:
            body[f.name] = value if f.sort is _TEXT and value.isprintable() else _told(f, value)
    return body


def _told(f: Field, value: Any) -> Any:
    if f.sort is _TIME:
        if value.tzinfo is None:
            raise ValueError(f"{f.name}: a time without its zone")
        return utc_text(value)
    if f.sort is _ENUM:
        return value.value
    return storable(value)


def record_of(of: Shape, id: str, body: Mapping[str, Any]) -> Any:
    """Return the record *body* tells of; keys it does not know are passed over. Raises BodyBroken."""
    given: dict[str, Any] = {"id": id}
    for f in of.fields[1:]:
        if f.sort is _ANSWERS:
            given[f.name] = _answers(body)
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
        if f.sort is _TIME:
            at = datetime.fromisoformat(value)
            if at.tzinfo is None:
                raise BodyBroken(f.name)
            return at.astimezone(UTC)
        if f.sort is _ENUM:
            return f.type(value)
    except (ValueError, OverflowError) as error:
        raise BodyBroken(f.name) from error
    if f.sort is _INTEGER and abs(value) >= 1 << 63:
        raise BodyBroken(f.name)
    if f.sort is _LIST:
        if get_args(f.type)[0] is str and not all(isinstance(v, str) for v in value):
            raise BodyBroken(f.name)
        return tuple(value)
    return value


# -- body ⇄ row --


def row_of_image(of: Shape, id: str, body: Mapping[str, Any]) -> tuple[tuple[Any, ...], bool]:
    """Return the row of any *body*, as by way of its record but without making one; and whether the row
    says just what the body does. Raises BodyBroken."""
    row: list[Any] = [id]
    alike = 0
    for f in of.fields[1:]:
        sort, value = f.sort, body.get(f.name)
        if sort is _TEXT and type(value) is str:
            row.append(value)
            alike += 1
        elif sort is _ANSWERS:
            answers = _answers(body)
            row.append(text_of(answers))
            alike += len(answers)
        elif value is None:
            if f.required:
                raise BodyBroken(f.name)
            row.append(f.default)
            alike -= f.default is not None
        elif (sort is _TIME and _is_our_time(value)) or (sort is _FLAG and type(value) is bool):
            row.append(int(value) if sort is _FLAG else value)
            alike += 1
        else:
            told = _told(f, _understood(f, value))
            row.append(_packed(f, told))
            alike += told == value
    return tuple(row), alike == len(body)


def _is_our_time(value: Any) -> bool:
    """Whether a moment stands there just as we would write it."""
    if type(value) is not str or len(value) != 32 or value[19] != "." or value[26:] != "+00:00":
        return False
    try:
        return datetime.fromisoformat(value).tzinfo is UTC and value[10] == "T"
    except ValueError:
        return False


def _answers(body: Mapping[str, Any]) -> Body:
    cut = len(ANSWER)
    return {key[cut:]: value for key, value in body.items() if key.startswith(ANSWER) and value is not None}


def _packed(f: Field, value: Any) -> Any:
    if value is None:
        return None
    if f.sort is _LIST:
        return text_of(value)
    return int(value) if f.sort is _FLAG else value


def row_of(of: Shape, id: str, body: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return the column values of a *body* made by body_of, in the order of the columns."""
    row: list[Any] = [id]
    for f in of.fields[1:]:
        row.append(text_of(_answers(body)) if f.sort is _ANSWERS else _packed(f, body.get(f.name)))
    return tuple(row)


def record_of_row(of: Shape, row: Sequence[Any]) -> Any:
    """Return the record of a *row*, its values in the order of the columns; what stands behind them is passed
    over. As by way of its body, which was looked into when it came in. Raises BodyBroken."""
    given: dict[str, Any] = {}
    for f, value in zip(of.fields, row, strict=False):
        if value is None:
            if f.required:
                raise BodyBroken(f.name)
        elif f.sort is _TEXT or f.sort is _INTEGER:
            given[f.name] = value
        else:
            given[f.name] = _read(f, value)
    return of.record(**given)


def _read(f: Field, value: Any) -> Any:
    try:
        if f.sort is _TIME:
            at = datetime.fromisoformat(value)
            return at if at.tzinfo is UTC else at.astimezone(UTC)
        if f.sort is _ENUM:
            return f.type(value)
        if f.sort is _FLAG:
            return bool(value)
        told = json.loads(value or "{}")
    except (TypeError, ValueError, OverflowError) as error:
        raise BodyBroken(f.name) from error
    return tuple(told) if f.sort is _LIST else {k: v for k, v in told.items() if v is not None}


def body_of_row(of: Shape, row: Any) -> Body:
    """Return the body of a *row*: a mapping by column."""
    body: Body = {}
    for f in of.fields[1:]:
        value = row[f.name]
        if f.sort is _ANSWERS:
            body.update({ANSWER + k: v for k, v in json.loads(value or "{}").items()})
        elif value is not None:
            body[f.name] = _unpacked(f, value)
    return body


def _unpacked(f: Field, value: Any) -> Any:
    if f.sort is _LIST:
        return json.loads(value)
    if f.sort is _FLAG:
        return bool(value)
    return value


def changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> Body:
    """Return the patch that makes *new* of *old*: only what differs, None for what is gone."""
    names = dict.fromkeys((*new, *old))
    return {n: new.get(n) for n in names if not _same(old.get(n), new.get(n))}


def _same(old: Any, new: Any) -> bool:
    if type(old) is str and type(new) is str:
        return old == new
    return text_of(old) == text_of(new)


def patched(body: Mapping[str, Any], patch: Mapping[str, Any]) -> Body:
    merged = {**body, **patch}
    return {name: value for name, value in merged.items() if value is not None}
