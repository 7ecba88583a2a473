"""One editor for each kind of field."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.forms.kinds import Kind
from app.forms.spec import Field, say
from app.ui.form.address import AddressEditor
from app.ui.form.choice import ChoiceEditor
from app.ui.form.editor import Editor
from app.ui.form.options import ManyEditor, OneEditor, Option, TickEditor
from app.ui.form.typed import LineEditor, LinesEditor, MomentEditor, PhoneEditor

_FEW, _SHORT = 4, 42  # choices, and how wide all their buttons may be; a Chinese sign is 2
_PADDING = 3
WIDE = frozenset({Kind.LONG_TEXT, Kind.ADDRESS, Kind.MULTI_CHOICE, Kind.READ_BACK})  # need a line alone


def make_editor(field: Field, lang: str, now: Callable[[], datetime] | None) -> Editor:
    help_ = say(field.help, lang)
    labels = [say(choice.label, lang) for choice in field.choices]
    options = list(zip(field.codes, labels, strict=True))
    match field.kind:
        case Kind.LONG_TEXT:
            return LinesEditor(field, help_)
        case Kind.ADDRESS:
            return AddressEditor(field, help_)
        case Kind.PHONE:
            return PhoneEditor(field, help_)
        case Kind.DATE_TIME:
            return MomentEditor(field, lang, help_, now)
        case Kind.YES_NO:
            return OneEditor(field, _yes_no(), "yn", help_)
        case Kind.READ_BACK:
            return TickEditor(field, say(field.label, lang))
        case Kind.MULTI_CHOICE:
            return ManyEditor(field, options)
        case Kind.CHOICE if (
            len(labels) <= _FEW and sum(_width(label) + _PADDING for label in labels) <= _SHORT
        ):
            return OneEditor(field, options, help_=help_)
        case Kind.CHOICE:
            return ChoiceEditor(field, labels, help_)
    return LineEditor(field, help_)


def _yes_no() -> list[Option]:
    translate = QCoreApplication.translate
    return [(True, translate("Form", "是")), (False, translate("Form", "否"))]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
