"""Words with blanks: what is known stands in them, the rest is filled by hand."""

import re
from collections.abc import Mapping
from typing import Any

from app.forms.phone import group
from app.ui.form.typed import BLANK

VARIABLE = re.compile(r"\{(\w*)\}")


def filled(text: str, known: Mapping[str, Any]) -> str:
    """Return *text* with what is *known* in place of {name}; the rest, and {}, are blanks."""

    def value(found: re.Match[str]) -> str:
        told = known.get(found[1])
        told = told.strip() if isinstance(told, str) else ""
        return (group(told) if found[1] == "phone" else told) or BLANK

    return VARIABLE.sub(value, text)
