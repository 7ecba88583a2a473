"""The closed set of field kinds, what each may declare, and the names that mean the same in every form."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


class Kind(enum.StrEnum):
    TEXT = "text"
    LONG_TEXT = "long_text"
    PHONE = "phone"
    PERSON = "person"
    ADDRESS = "address"
    CHOICE = "choice"
    MULTI_CHOICE = "multi_choice"
    YES_NO = "yes_no"
    DATE_TIME = "date_time"
    NUMBER = "number"
    READ_BACK = "read_back"


@dataclass(frozen=True, slots=True)
class Traits:
    """``max_length`` is the default in characters, 0 where the kind is not typed text."""

    max_length: int = 0
    lines: bool = False  # a line break is part of the answer
    choices: bool = False
    condition: bool = False  # other fields may depend on it: its answers can be listed
    options: frozenset[str] = frozenset()  # keys of the form file only this kind has


_LENGTH = frozenset({"max_length"})
_CHOICES = frozenset({"choices"})

TRAITS: Mapping[Kind, Traits] = MappingProxyType(
    {
        Kind.TEXT: Traits(200, options=_LENGTH),
        Kind.LONG_TEXT: Traits(20_000, lines=True, options=_LENGTH),
        Kind.PHONE: Traits(60, options=_LENGTH),
        Kind.PERSON: Traits(100, options=_LENGTH),
        Kind.ADDRESS: Traits(500, options=_LENGTH),
        Kind.CHOICE: Traits(choices=True, condition=True, options=_CHOICES | {"default"}),
        Kind.MULTI_CHOICE: Traits(choices=True, condition=True, options=_CHOICES),
        Kind.YES_NO: Traits(condition=True),
        Kind.DATE_TIME: Traits(),
        Kind.NUMBER: Traits(options=frozenset({"minimum", "maximum"})),
        Kind.READ_BACK: Traits(condition=True),
    }
)

WELL_KNOWN: Mapping[str, frozenset[Kind]] = MappingProxyType(
    {
        "name": frozenset({Kind.PERSON}),
        "phone": frozenset({Kind.PHONE}),
        "address": frozenset({Kind.ADDRESS}),
        "category": frozenset({Kind.CHOICE}),
        "urgent": frozenset({Kind.YES_NO}),
        "request": frozenset({Kind.LONG_TEXT}),
        "answer": frozenset({Kind.LONG_TEXT}),
        "solved": frozenset({Kind.CHOICE}),
        "read_back": frozenset({Kind.READ_BACK}),
        "team": frozenset({Kind.CHOICE}),
        "due_at": frozenset({Kind.DATE_TIME}),
        "district": frozenset({Kind.CHOICE, Kind.TEXT}),
        "user_type": frozenset({Kind.CHOICE}),
        # No form asks for these: what is kept of a call beside its form (app/forms/aside).
        "aside": frozenset(),
        "raised_at": frozenset(),
        "identity": frozenset(),
    }
)
