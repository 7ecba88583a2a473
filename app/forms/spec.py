"""What a form is: fields in sections, and the problems its check can find."""

import dataclasses
import enum
from collections.abc import Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import Any

from app.forms.kinds import TRAITS
from app.forms.kinds import Kind as Kind

LANGUAGES = ("zh_CN", "zh_TW", "en")
NOT_GIVEN_LIST = "not_given"  # the shared list of reasons for giving no answer

Words = Mapping[str, str]
Condition = Mapping[str, tuple[Any, ...]]


def say(words: Words, lang: str) -> str:
    """Return *words* in *lang*, else in zh_CN, else nothing."""
    return words.get(lang) or words.get(LANGUAGES[0], "")


class Stage(enum.StrEnum):
    """When a field is asked for; a later stage asks for all that the earlier ones do."""

    SAVE = "save"
    DISPATCH = "dispatch"
    CLOSE = "close"

    def includes(self, earlier: "Stage") -> bool:
        return _ORDER[earlier] <= _ORDER[self]


_ORDER = {stage: place for place, stage in enumerate(Stage)}


class Code(enum.StrEnum):
    """All that can be wrong with one answer."""

    REQUIRED = "required"  # nothing, or only blanks and invisible signs
    READ_BACK_MISSING = "read_back_missing"
    NOT_GIVEN_NOT_ALLOWED = "not_given_not_allowed"
    NOT_GIVEN_REASON = "not_given_reason"  # the reason is not one of the list
    WRONG_TYPE = "wrong_type"  # only an import or a program can cause it
    TOO_LONG = "too_long"  # detail: length, max
    PHONE_SHAPE = "phone_shape"
    NOT_A_NUMBER = "not_a_number"
    OUT_OF_RANGE = "out_of_range"  # detail: min, max, where there is one
    NOT_A_CHOICE = "not_a_choice"
    NOT_A_DATE = "not_a_date"


@dataclass(frozen=True, slots=True)
class Problem:
    """``stage``: the one that asks for the field; what is given wrongly stands in the way from save on."""

    field: str
    code: str
    stage: Stage
    detail: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """Of the list ``away``: the most minutes (0: no limit), whether a word more is wanted, whether a lead is
    asked before (SEAT-2); of ``wrap_up``: how many more. ``under``: the code it belongs to, in a list of two
    levels."""

    code: str
    label: Words
    minutes: int = 0
    note: bool = False
    approval: bool = False
    under: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """``required_when`` narrows ``required``; ``reasons`` are the codes accepted for "not given"; ``default``
    is the choice a new call begins with."""

    name: str
    kind: Kind
    label: Words
    help: Words = dataclasses.field(default_factory=dict)
    required: Stage | None = None
    required_when: Condition | None = None
    when: Condition | None = None
    not_given: bool = False
    owed: bool = False
    choices: tuple[Choice, ...] = ()
    max_length: int = 0
    minimum: float | None = None
    maximum: float | None = None
    reasons: frozenset[str] = frozenset()
    default: str = ""
    codes: tuple[str, ...] = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "codes", tuple(choice.code for choice in self.choices))
        object.__setattr__(self, "max_length", self.max_length or TRAITS[self.kind].max_length)


@dataclass(frozen=True, slots=True)
class Section:
    name: str
    label: Words
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """Sends an order to ``team`` where ``when`` holds (ORD-2)."""

    when: Condition
    team: str


@dataclass(frozen=True, slots=True)
class OrderRule:
    """What an order of this form starts with: codes of the lists ``teams`` and ``copies``."""

    team: str
    due_hours: float
    copies: tuple[str, ...]
    routes: tuple[Route, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """``case`` is the state a case opens in, "" opens none; ``case_when`` narrows it. ``complaint``: it is
    reported to the supervisors as it is saved (COMP-1). ``roll``: no call is logged on it; it is a row of
    the list of calls of its name, as somebody outside sends it (CB-2).

    ``opening`` and ``closing`` are the script (CALL-2); {centre} and {agent_no} stand for the facts.
    """

    name: str
    version: int
    title: Words
    sections: tuple[Section, ...]
    case: str = ""
    case_when: Condition | None = None
    due_hours: float | None = None
    emergency: bool = False
    complaint: bool = False
    roll: bool = False
    order: OrderRule | None = None
    keys: str = ""
    opening: Words = dataclasses.field(default_factory=dict)
    closing: Words = dataclasses.field(default_factory=dict)
    fields: tuple[Field, ...] = dataclasses.field(init=False)
    names: frozenset[str] = dataclasses.field(init=False)
    always: frozenset[str] = dataclasses.field(init=False)  # the fields no answer hides
    hideable: tuple[Field, ...] = dataclasses.field(init=False)  # the others, after what they hang on
    _by_name: Mapping[str, Field] = dataclasses.field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        fields = tuple(f for section in self.sections for f in section.fields)
        object.__setattr__(self, "fields", fields)
        by_name = {f.name: f for f in fields}
        object.__setattr__(self, "names", frozenset(by_name))
        object.__setattr__(self, "always", frozenset(f.name for f in fields if f.when is None))
        order = TopologicalSorter({f.name: f.when or () for f in fields}).static_order()
        hideable = tuple(by_name[name] for name in order if name in by_name and name not in self.always)
        object.__setattr__(self, "hideable", hideable)
        object.__setattr__(self, "_by_name", by_name)

    @property
    def defaults(self) -> dict[str, str]:
        """Return the answers a new call begins with."""
        return {f.name: f.default for f in self.fields if f.default}

    def field(self, name: str) -> Field:
        """Return the field of that *name*; KeyError if the form has none."""
        return self._by_name[name]
