"""What a record does not show before who calls has said who they are (CALL-13): names, numbers and places."""

from collections.abc import Callable, Mapping
from typing import Any

from app.desk.accesses import starred
from app.forms import phone
from app.forms.aside import ASIDE
from app.forms.kinds import Kind
from app.forms.spec import Form
from app.records.ids import Id

Veil = Callable[[Id | None, str], bool]  # a customer, and the record that is looked at


def _begun(place: str) -> str:
    """Return how a place begins: by its digits alone too much would be left of it."""
    return f"{place[:2]}…"


_HIDDEN: dict[Kind, Callable[[str], str]] = {
    Kind.PERSON: starred,
    Kind.ADDRESS: _begun,
    Kind.PHONE: phone.mask,
    Kind.TEXT: phone.hidden,
    Kind.LONG_TEXT: phone.hidden,
}


def veiled(form: Form, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return *answers* as they may be seen; what was kept aside of another form is left out."""
    kinds = {field.name: field.kind for field in form.fields}
    shown = {}
    for name, value in answers.items():
        hide = _HIDDEN.get(kinds[name]) if name in kinds and isinstance(value, str) else None
        shown[name] = hide(value) if hide else value
    shown.pop(ASIDE, None)
    return shown
