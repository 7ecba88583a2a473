"""What is in conflict on a record's page: said at each field, in words and with a sign."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from app.desk.conflicts import Conflicts
from app.forms.spec import Problem, Stage
from app.records.conflicts import Conflict
from app.records.ids import Id
from app.ui.values import Place, Values

Rows = list[tuple[str, str]]
Notes = dict[str, str]
_SHORT = 60  # signs of a value beside another; the page of the conflict has all


class Disputes:
    def __init__(self, conflicts: Conflicts, values: Values) -> None:
        self._conflicts, self._values = conflicts, values

    def of(self, *records: Id | None) -> list[Conflict]:
        """Return the open conflicts of these records, in their order."""
        return [each for record in records if record for each in self._conflicts.of_record(record)]

    def noted(self, rows: Iterable[tuple[str, str]], conflicts: Sequence[Conflict]) -> tuple[Rows, Notes]:
        """Return *rows*, with those in conflict that are not among them, and what to say of each by label."""
        shown, notes = list(rows), Notes()
        for conflict in conflicts:
            place = _place(conflict)
            label = self._values.label(place)
            if label not in dict(shown):
                shown.append((label, self._values.words(place, self._conflicts.stands(conflict))))
            text = QCoreApplication.translate("Disputes", "与别席冲突，待处理：没有采用的是“{lost}”。")
            notes[label] = text.format(lost=self._lost(conflict))
        return shown, notes

    def problems(self, conflicts: Sequence[Conflict]) -> dict[str, Problem]:
        """Return what to say below the fields of a form, by name."""
        found = {}
        for conflict in conflicts:
            name = conflict.field.removeprefix("a.")
            if name != conflict.field:
                found[name] = Problem(name, "disputed", Stage.SAVE, {"lost": self._lost(conflict)})
        return found

    def _lost(self, conflict: Conflict) -> str:
        words = self._values.words(_place(conflict), conflict.lost)
        return words if len(words) <= _SHORT else f"{words[:_SHORT]}…"


def _place(conflict: Conflict) -> Place:
    return Place(conflict.of, conflict.record, conflict.field)
