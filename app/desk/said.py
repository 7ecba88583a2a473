"""What the lists find a call by: what was typed, and of what was chosen its words in every language."""

from typing import Any

from app.forms.kinds import Kind
from app.forms.load import Forms
from app.forms.spec import Field
from app.records.calls import Call
from app.store.store import Store


class Said:
    """Made for a background lane."""

    def __init__(self, store: Store, forms: Forms) -> None:
        self._store, self._forms = store, forms

    def learn(self) -> bool:
        """Look at a few calls that are new or changed since; True while there are more of them."""
        return self._store.said.learn(self._told)

    def _told(self, call: Call) -> str:
        form = self._forms.get(call.form, call.form_version)
        fields = {field.name: field for field in form.fields}
        return "\n".join(_words(fields.get(name), value) for name, value in call.answers.items())


def _words(field: Field | None, value: Any) -> str:
    if field is not None and field.choices:
        chosen = value if isinstance(value, list | tuple) else (value,)
        return "\n".join(" ".join(c.label.values()) for c in field.choices if c.code in chosen)
    is_number = field is not None and field.kind is Kind.PHONE  # found by its digits already
    return value if isinstance(value, str) and not is_number else ""
