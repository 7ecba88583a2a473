"""What was answered on another form of the same call: carried over where it fits, else kept aside."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.forms import values
from app.forms.kinds import TRAITS, Kind
from app.forms.spec import Field, Form

ASIDE = "aside"  # an answer no form asks for: {form: {"version": n, "answers": {field: answer}}}
RAISED = "raised_at"  # another: when the call became an emergency

Answers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Aside:
    """``answers`` as they were typed on that ``version`` of ``form``."""

    form: str
    version: int
    answers: Answers


def aside(answers: Answers) -> list[Aside]:
    """Return what *answers* keep aside; whatever another program wrote there is passed over."""
    kept = answers.get(ASIDE)
    found: list[Aside] = []
    if not isinstance(kept, dict):
        return found
    for form, told in kept.items():
        version, said = (told.get("version"), told.get("answers")) if isinstance(told, dict) else (0, None)
        if isinstance(said, dict) and isinstance(version, int):
            found.append(Aside(str(form), version, said))
    return found


def switched(old: Form, new: Form, answers: Answers) -> dict[str, Any]:
    """Return *answers* of a call on *old* as it goes on on *new*: nothing that was typed is lost.

    A tick that something was read back stays behind: on the new form it means other fields.
    """
    kept: dict[str, Any] = {}
    before: dict[str, dict[str, Any]] = {
        each.form: {"version": each.version, "answers": dict(each.answers)} for each in aside(answers)
    }
    back, left = before.pop(new.name, {}).get("answers", {}), dict[str, Any]()
    for name, value in answers.items():
        if name == ASIDE or value in (None, "", [], {}):
            continue
        if name not in old.names or (name in new.names and _fits(old.field(name), new.field(name), value)):
            kept[name] = value
        elif value is not False or old.field(name).kind is not Kind.READ_BACK:
            left[name] = value
    for name, value in back.items():
        if name in new.names:
            kept.setdefault(name, value)
        else:
            left.setdefault(name, value)
    if left:
        before[old.name] = {"version": old.version, "answers": left}
    return {**kept, ASIDE: before} if before else kept


def _fits(old: Field, new: Field, value: Any) -> bool:
    """Half typed text fits too: the check says of it what it said before."""
    if old.kind is not new.kind or new.kind is Kind.READ_BACK:
        return False
    if values.is_not_given(value):
        return new.not_given
    return not TRAITS[new.kind].choices or values.fault(new, value) is None
