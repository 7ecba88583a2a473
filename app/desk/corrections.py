"""A record of any kind as it stands, and with other values in some of its fields: checked like any other."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from app.desk.titles import joined, whereabouts
from app.forms import phone, pinyin, values
from app.forms.check import check, owed
from app.forms.load import Forms
from app.forms.spec import Field, Form, Problem, Stage, say
from app.records.calls import Call
from app.records.cases import Case
from app.records.complaints import Complaint
from app.records.customers import Customer
from app.records.escalations import Escalation
from app.records.ids import Id
from app.records.kinds import Record
from app.records.orders import Order, Slip
from app.records.tasks import Task
from app.store import rows, tables
from app.store.store import Store

Values = Mapping[str, Any]  # by field as a body names it

_KINDS: dict[str, type[Record]] = {
    kind.kind: kind for kind in (Call, Case, Complaint, Order, Slip, Customer, Task, Escalation)
}
_ASKED_AT = {Call.kind: Stage.SAVE, Order.kind: Stage.DISPATCH}


class Corrections:
    def __init__(self, store: Store, forms: Forms, lang: str) -> None:
        self._store, self.forms, self.lang = store, forms, lang

    def record(self, kind: str, id: Id) -> Record | None:
        """Return the record, or None for a kind or a record this seat does not have."""
        return self._store.get(_KINDS[kind], id) if kind in _KINDS else None

    def title(self, kind: str, id: Id) -> tuple[str, str]:
        """Return the record's number, or whose it is, and what it is about; both empty where unknown."""
        return self.title_of(self.record(kind, id))

    def title_of(self, record: Record | None) -> tuple[str, str]:
        match record:
            case Call() | Order():
                about = joined(self._form_title(record), whereabouts(record.answers))
                return record.number, phone.hidden(about)
            case Case():
                return record.number, phone.hidden(record.title)
            case Complaint():
                return self.title_of(self._store.get(Case, record.case))
            case Slip():
                return record.number, ""
            case Task():
                return self.title("case", record.case)[0], record.inspector
            case Escalation():
                return (self.title("case", record.of)[0] or self.title("call", record.of)[0]), ""
            case Customer():
                return record.name, "  ".join(map(phone.mask, record.phones[:2]))
        return "", ""

    def _form_title(self, record: Call | Order) -> str:
        return say(self.forms.get(record.form, record.form_version).title, self.lang)

    def asked(self, record: Record | None, name: str) -> Field | None:
        """Return how the record's form asks for this field; None for what no form asks."""
        form = self._form(record)
        answer = name.removeprefix(rows.ANSWER)
        return form.field(answer) if form and answer != name and answer in form.names else None

    def in_order(self, record: Record | None, names: Iterable[str]) -> list[str]:
        """Return *names* as the record's form asks for them, what no form asks first."""
        form = self._form(record)
        places = {f"{rows.ANSWER}{field.name}": at for at, field in enumerate(form.fields)} if form else {}
        return sorted(names, key=lambda name: places.get(name, -1))

    def _form(self, record: Record | None) -> Form | None:
        return self.forms.get(record.form, record.form_version) if isinstance(record, Call | Order) else None

    def corrected(self, record: Record, given: Values) -> tuple[Record, list[Problem]]:
        """Return *record* with these values, and what is wrong with any of them: named as *given*."""
        if strange := [name for name in given if not tables.knows(record.kind, name)]:
            return record, [Problem(strange[0], "unknown_field", Stage.SAVE)]
        tidied = {name: self._tidy(record, name, value) for name, value in given.items()}
        if isinstance(record, Customer) and "name" in tidied:
            tidied["initials"] = pinyin.initials(str(tidied["name"] or ""))
        try:
            changed = tables.with_values(record, tidied)
        except rows.BodyBroken as broken:
            return record, [Problem(broken.code, "wrong_value", Stage.SAVE)]
        if isinstance(changed, Call):
            form = self.forms.get(changed.form, changed.form_version)
            changed = replace(changed, owes=bool(owed(form, changed.answers)))
        return changed, self._problems(changed, given)

    def _tidy(self, record: Record, name: str, value: Any) -> Any:
        field = self.asked(record, name)
        return rows.storable(value if field is None or value is None else values.tidy(field, value))

    def _problems(self, record: Record, given: Values) -> list[Problem]:
        form = self._form(record)
        if form is None:
            return []
        found = check(form, record.answers, _ASKED_AT[record.kind])  # type: ignore[attr-defined]
        named = (replace(problem, field=f"{rows.ANSWER}{problem.field}") for problem in found)
        return [problem for problem in named if problem.field in given]
