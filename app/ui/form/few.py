"""Some fields of a kept record, each for itself, to be corrected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.forms.spec import Choice, Field, Problem
from app.ui.form.fields import make_editor
from app.ui.form.page import FormPage
from app.ui.form.row import FieldRow
from app.ui.form.view import Place
from app.ui.problems import problem


class FewFields(FormPage):
    edited = Signal()

    def __init__(
        self, lang: str, reasons: Sequence[Choice], now: Callable[[], datetime], parent: QWidget
    ) -> None:
        super().__init__(parent)
        if (layout := self.layout()) is not None:
            layout.setContentsMargins(0, 0, 0, 0)  # it stands among other parts of a page
        self._lang, self._reasons, self._now = lang, reasons, now
        self._rows: dict[str, FieldRow] = {}
        self._here = ""

    def ask(self, title: str, fields: Sequence[Field], values: dict[str, Any]) -> None:
        """Ask for *fields*, each with its value, under *title*; those asked before are gone."""
        self.clear()
        self._rows = {}
        for field in fields:
            row = FieldRow(field, self._lang, make_editor(field, self._lang, self._now), self._reasons, self)
            row.put(values.get(field.name))
            row.edited.connect(lambda name: self.edited.emit())
            row.editor.moved.connect(self.edited)
            row.came.connect(self._came)
            row.done.connect(self._next)
            self._rows[field.name] = row
        self.fill([(title, list(self._rows.values()))])
        self.arrange(1, self._rows)

    def values(self) -> dict[str, Any]:
        given = {name: row.value() for name, row in self._rows.items()}
        return {name: None if value in ("", []) else value for name, value in given.items()}

    def place(self) -> Place:
        row = self._rows.get(self._here)
        return self._here, row.editor.caret() if row else 0, 0

    def go(self, place: Place) -> None:
        if row := self._rows.get(place[0]):
            self.take_focus(place[0])
            row.editor.set_caret(place[1])

    def _came(self, name: str) -> None:
        self._here = name

    def freeze(self, frozen: bool) -> None:
        for row in self._rows.values():
            row.freeze(frozen)

    def show_problems(self, found: Sequence[Problem]) -> None:
        by_field = {each.field: each for each in found}
        for name, row in self._rows.items():
            wrong = by_field.get(name)
            row.show_problem(problem(wrong, row.field, self._lang) if wrong else "")
        self.take_focus(next((name for name in self._rows if name in by_field), ""))

    def take_focus(self, name: str = "") -> None:
        """Put the focus into this field, or the first."""
        if (place := self.entry(name)) is not None:
            place.setFocus(Qt.FocusReason.OtherFocusReason)

    def entry(self, name: str = "") -> QWidget | None:
        """Return where this field, or the first, takes the focus."""
        row = self._rows.get(name) or next(iter(self._rows.values()), None)
        return row.place if row else None

    def _next(self, name: str) -> None:
        names = list(self._rows)
        after = names[names.index(name) + 1 :]
        if after:
            self.take_focus(after[0])
