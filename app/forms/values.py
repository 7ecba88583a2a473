"""One answer at a time: is it given, what is wrong with it, and how it is stored."""

import math
import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from app.forms import phone
from app.forms.kinds import TRAITS, Kind
from app.forms.spec import Code, Field

_CHOICE, _PHONE = Kind.CHOICE, Kind.PHONE  # a member of an enum costs a dozen plain names
Fault = tuple[Code, dict[str, str]]

_NOT_GIVEN = "not_given"
_WIDEST = 10**15  # beyond it a float loses digits
_YEARS = range(1900, 2200)  # what the operating systems can bring to UTC
_BREAK = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
# No key types these and PostgreSQL stores no NUL; a paste from elsewhere may carry them.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_INVISIBLE = re.compile("[\\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]*")


def is_given(value: object) -> bool:
    """Tell whether *value* says something; blanks, invisible signs and "not given" do not."""
    if isinstance(value, str):
        return value[:1].isalnum() or _INVISIBLE.fullmatch(value) is None
    if isinstance(value, list | tuple):
        return len(value) > 0
    if isinstance(value, dict):
        return len(value) > 0 and not is_not_given(value)
    return value is not None


def is_not_given(value: object) -> bool:
    return isinstance(value, dict) and _NOT_GIVEN in value


def reason(value: object) -> str:
    """Return why an answer was not given; "" for any other answer."""
    why = value.get(_NOT_GIVEN) if isinstance(value, dict) else None
    return why if isinstance(why, str) else ""


def fault(field: Field, value: object) -> Fault | None:
    """Return what is wrong with a *value* that is there, if anything."""
    if is_not_given(value):
        if not field.not_given:
            return Code.NOT_GIVEN_NOT_ALLOWED, {}
        return None if reason(value) in field.reasons else (Code.NOT_GIVEN_REASON, {})
    return _FAULTS[field.kind](field, value)


def tidy(field: Field, value: Any) -> Any:
    """Return *value* as it is stored; one with a fault comes back as it is, for a person to see."""
    if is_not_given(value):
        return value
    kind = field.kind
    if isinstance(value, str) and TRAITS[kind].max_length:
        text = _text(value, TRAITS[kind].lines)
        return phone.normalise(text) if kind is _PHONE else text
    if kind is _CHOICE or _FAULTS[kind](field, value):
        return value
    match field.kind:
        case Kind.MULTI_CHOICE:
            return [code for code in field.codes if code in value]
        case Kind.NUMBER:
            return _number(value)
        case Kind.DATE_TIME:
            at = _moment(value)
            return at.isoformat() if at else value
    return value


def _text(value: str, lines: bool) -> str:
    if value.isprintable():  # nothing below has a sign to find
        return value.strip()
    broken = _BREAK.sub("\n", value) if lines else _BREAK.sub(" ", value).replace("\n", " ")
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", broken)).strip()


def _text_fault(field: Field, value: object) -> Fault | None:
    if not isinstance(value, str):
        return Code.WRONG_TYPE, {}
    # Cleaning only ever shortens: the costly count is for what might be too long.
    if len(value) > field.max_length:
        length = len(_text(value, TRAITS[field.kind].lines))
        if length > field.max_length:
            return Code.TOO_LONG, {"length": str(length), "max": str(field.max_length)}
    return None


def _phone_fault(field: Field, value: object) -> Fault | None:
    found = _text_fault(field, value)
    if found is None and not phone.is_possible(_text(str(value), lines=False)):
        return Code.PHONE_SHAPE, {}
    return found


def _choice_fault(field: Field, value: object) -> Fault | None:
    if not isinstance(value, str):
        return Code.WRONG_TYPE, {}
    return None if value in field.codes else (Code.NOT_A_CHOICE, {})


def _multi_choice_fault(field: Field, value: object) -> Fault | None:
    if not isinstance(value, list | tuple) or not all(isinstance(code, str) for code in value):
        return Code.WRONG_TYPE, {}
    return None if set(value) <= set(field.codes) else (Code.NOT_A_CHOICE, {})


def _yes_no_fault(field: Field, value: object) -> Fault | None:
    return None if isinstance(value, bool) else (Code.WRONG_TYPE, {})


def _number_fault(field: Field, value: object) -> Fault | None:
    number = _number(value)
    if number is None:
        return Code.NOT_A_NUMBER, {}
    low, high = field.minimum, field.maximum
    if (low is not None and number < low) or (high is not None and number > high):
        limits = {"min": low, "max": high}
        return Code.OUT_OF_RANGE, {name: f"{at:g}" for name, at in limits.items() if at is not None}
    return None


def _number(value: object) -> int | float | None:
    """Return typed text (full-width too) or a number as a number; None for all else."""
    if isinstance(value, str) and len(value) <= 40:
        try:
            value = float(unicodedata.normalize("NFKC", value).strip())
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if abs(value) > _WIDEST or not math.isfinite(value):
        return None
    return int(value) if value == int(value) else value


def _date_fault(field: Field, value: object) -> Fault | None:
    return None if _moment(value) else (Code.NOT_A_DATE, {})


def _moment(value: object) -> datetime | None:
    """Return ISO 8601 text as a moment in UTC; without an offset it is the seat's own time."""
    try:
        at = datetime.fromisoformat(value.strip()) if isinstance(value, str) else None
        return at.astimezone(UTC) if at and at.year in _YEARS else None
    except (ValueError, OverflowError, OSError):
        return None


_FAULTS: dict[Kind, Callable[[Field, object], Fault | None]] = {
    Kind.TEXT: _text_fault,
    Kind.LONG_TEXT: _text_fault,
    Kind.PERSON: _text_fault,
    Kind.ADDRESS: _text_fault,
    Kind.PHONE: _phone_fault,
    Kind.CHOICE: _choice_fault,
    Kind.MULTI_CHOICE: _multi_choice_fault,
    Kind.YES_NO: _yes_no_fault,
    Kind.READ_BACK: _yes_no_fault,
    Kind.NUMBER: _number_fault,
    Kind.DATE_TIME: _date_fault,
}
