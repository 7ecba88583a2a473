"""A stored answer in the words of the form, for paper and lists."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.forms.kinds import Kind
from app.forms.phone import group
from app.forms.spec import NOT_GIVEN_LIST, Choice, Field, say
from app.forms.values import is_not_given, reason


def in_words(field: Field, value: Any, lang: str, lists: Mapping[str, tuple[Choice, ...]]) -> str:
    """Return *value* as a person reads it; times in the seat's own zone, unknown codes as they are."""
    if is_not_given(value):
        return _label(lists.get(NOT_GIVEN_LIST, ()), reason(value), lang)
    if isinstance(value, bool):
        return _label(lists.get("yes_no", ()), "yes" if value else "no", lang)
    if isinstance(value, list | tuple):
        comma = ", " if lang == "en" else "、"
        return comma.join(_label(field.choices, str(code), lang) for code in value)
    text = str(value)
    match field.kind:
        case Kind.CHOICE:
            return _label(field.choices, text, lang)
        case Kind.PHONE:
            return group(text)
        case Kind.DATE_TIME:
            return _local(text)
    return text


def _label(choices: tuple[Choice, ...], code: str, lang: str) -> str:
    return next((say(choice.label, lang) for choice in choices if choice.code == code), code)


def _local(text: str) -> str:
    try:
        return datetime.fromisoformat(text).astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError, OSError):
        return text
