"""A definition file as a tree that remembers its lines, and what can be broken in it."""

import enum
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from app.forms.spec import LANGUAGES

T = TypeVar("T")
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class Flaw(enum.StrEnum):
    """All that can make a definition file unusable."""

    UNREADABLE = "unreadable"  # the file or folder cannot be opened
    FILE_NAME = "file_name"  # not <name>/<version>.yaml, or lists/<name>.yaml
    TOO_BIG = "too_big"  # over 1 MB
    NOT_UTF8 = "not_utf8"
    CONTROL_CHARACTER = "control_character"
    EMPTY = "empty"
    SYNTAX = "syntax"  # not YAML; a tab for indentation is the commonest
    ALIAS = "alias"  # anchors, aliases and merge keys are not taken
    TAG = "tag"
    TOO_DEEP = "too_deep"
    DUPLICATE_KEY = "duplicate_key"
    UNKNOWN_KEY = "unknown_key"
    MISSING_KEY = "missing_key"
    WRONG_TYPE = "wrong_type"
    WRONG_VALUE = "wrong_value"
    MISSING_LABEL = "missing_label"  # detail: the language
    UNKNOWN_KIND = "unknown_kind"
    UNKNOWN_STAGE = "unknown_stage"
    UNKNOWN_STATE = "unknown_state"  # of a case
    UNKNOWN_LIST = "unknown_list"
    UNKNOWN_CHOICE = "unknown_choice"  # detail: a code its list does not have
    UNKNOWN_FIELD = "unknown_field"  # detail: a condition names a field the form does not have
    WRONG_CONDITION = "wrong_condition"  # a field whose answers cannot be listed, or an answer it cannot have
    DUPLICATE_FIELD = "duplicate_field"
    DUPLICATE_CHOICE = "duplicate_choice"
    DUPLICATE_SECTION = "duplicate_section"
    CIRCLE = "circle"  # detail: the fields that wait for each other
    WELL_KNOWN = "well_known"  # a name with a meaning of its own, on another kind
    ORDER_WITHOUT_CASE = "order_without_case"


class Broken(Exception):
    """Leaves this floor never: ``load`` turns it into a FormBroken."""

    def __init__(self, code: Flaw, line: int, detail: str = "", field: str = "") -> None:
        super().__init__(code, line, detail, field)
        self.code, self.line, self.detail, self.field = code, line, detail, field


@dataclass(frozen=True, slots=True)
class FormBroken:
    """``file`` as seen from the folder, ``line`` from 1 (0: the file as a whole), ``code`` a Flaw."""

    file: str
    line: int
    field: str
    code: str
    detail: str = ""


Scalar = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Node:
    """``line`` counts from 1; of a mapping's value it is the line of its key."""

    line: int
    value: "Scalar | tuple[Node, ...] | dict[str, Node]"

    def keys(self, required: str = "", optional: str = "") -> "dict[str, Node]":
        """Return the mapping, which has all *required* keys and none beside the *optional*."""
        have = self.mapping()
        allowed = {*required.split(), *optional.split()}
        for key, node in have.items():
            if key not in allowed:
                raise Broken(Flaw.UNKNOWN_KEY, node.line, key)
        for key in required.split():
            if key not in have:
                raise Broken(Flaw.MISSING_KEY, self.line, key)
        return have

    def mapping(self) -> "dict[str, Node]":
        if not isinstance(self.value, dict):
            raise Broken(Flaw.WRONG_TYPE, self.line, "mapping")
        return self.value

    def items(self) -> "tuple[Node, ...]":
        """Return the sequence, which is not empty."""
        if not isinstance(self.value, tuple):
            raise Broken(Flaw.WRONG_TYPE, self.line, "sequence")
        if not self.value:
            raise Broken(Flaw.WRONG_VALUE, self.line)
        return self.value

    def text(self) -> str:
        if not isinstance(self.value, str):
            raise Broken(Flaw.WRONG_TYPE, self.line, "text")
        if _UNWRITABLE.search(self.value):
            raise Broken(Flaw.CONTROL_CHARACTER, self.line)
        if not self.value.strip():
            raise Broken(Flaw.WRONG_VALUE, self.line)
        return self.value

    def name(self) -> str:
        """Return a code: small letters, digits and underscores, at most 40, a letter first."""
        text = self.text()
        if not is_name(text):
            raise Broken(Flaw.WRONG_VALUE, self.line, text)
        return text

    def truth(self) -> bool:
        if not isinstance(self.value, bool):
            raise Broken(Flaw.WRONG_TYPE, self.line, "true or false")
        return self.value

    def number(self, low: float = -1e15, high: float = 1e15) -> float:
        if isinstance(self.value, bool) or not isinstance(self.value, int | float):
            raise Broken(Flaw.WRONG_TYPE, self.line, "number")
        if not low <= self.value <= high:
            raise Broken(Flaw.WRONG_VALUE, self.line, str(self.value)[:40])
        return self.value

    def count(self, low: int, high: int) -> int:
        if isinstance(self.value, float):
            raise Broken(Flaw.WRONG_TYPE, self.line, "whole number")
        return int(self.number(low, high))

    def words(self) -> dict[str, str]:
        """Return the same words in every language of the house."""
        have = self.keys(optional=" ".join(LANGUAGES))
        for lang in LANGUAGES:
            if lang not in have or have[lang].value in (None, ""):
                raise Broken(Flaw.MISSING_LABEL, have[lang].line if lang in have else self.line, lang)
        return {lang: have[lang].text().strip() for lang in LANGUAGES}


def is_name(text: str) -> bool:
    return text.isascii() and text.isidentifier() and text.islower() and len(text) <= 40 and text[0] != "_"


def unique(nodes: "tuple[Node, ...]", names: list[str], flaw: Flaw) -> None:
    """Refuse the first of *names* that stands there a second time."""
    for place, name in enumerate(names):
        if name in names[:place]:
            raise Broken(flaw, nodes[place].line, name, name if flaw is Flaw.DUPLICATE_FIELD else "")


@contextmanager
def about(field: str) -> Iterator[None]:
    """Name the *field* in whatever is found broken inside."""
    try:
        yield
    except Broken as broken:
        broken.field = broken.field or field
        raise


def optional(nodes: dict[str, Node], key: str, read: Callable[[Node], T], absent: T) -> T:
    return read(nodes[key]) if key in nodes else absent
