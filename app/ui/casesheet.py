"""A case on paper: what was said, what became of the complaint, all that happened (COMP-1 to COMP-3)."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject

from app.forms import phone
from app.forms.check import shown
from app.forms.rights import Right
from app.forms.spec import say
from app.forms.words import in_words
from app.records.accesses import Deed
from app.records.calls import Call
from app.records.cases import Case
from app.records.paper import RecordSheet, Row
from app.ui import wording
from app.ui.events import EventRow
from app.ui.matterdesk import MatterDesk
from app.ui.values import named

Rows = Iterable[tuple[str, str]]


class CaseSheet(QObject):
    def __init__(self, desk: MatterDesk, case: Case) -> None:
        super().__init__()
        self._desk, self._case = desk, case
        self._whole = desk.accesses.may(Right.WHOLE)

    def made(self, complaint: Sequence[tuple[str, str]], events: Iterable[EventRow]) -> RecordSheet:
        """Return the sheet; numbers are whole on it only for whom they may be (PIPL art. 51)."""
        desk, now = self._desk, self._desk.now().astimezone()
        form = desk.forms.get(self._case.form, self._case.form_version)
        what = self.tr("投诉处理单") if complaint else self.tr("案件处理单")
        happened = ((e.time, "\n".join(filter(None, (e.head, e.text, e.note)))) for e in events)
        told = (
            (self.tr("案件"), self._facts(say(form.title, desk.lang))),
            (
                self.tr("受理内容"),
                [row for call in desk.cases.calls(self._case) for row in self._answers(call)],
            ),
            (self.tr("投诉"), complaint),
            (self.tr("经过"), happened),
        )
        sections = tuple((title, rows) for title, rows in ((t, self._rows(r)) for t, r in told) if rows)
        signatures = (self.tr("处理人"), self.tr("主管"), self.tr("日期"))
        mark = f"{desk.me.split()[0]}  {now:%Y-%m-%d %H:%M}"
        title = f"{what} {self._case.number}"
        return RecordSheet(title, desk.centre, sections, signatures, now, desk.me, mark, desk.lang)

    def noted(self) -> Callable[[object], None]:
        """Return what keeps that it was printed, before it is."""
        desk, case, whole = self._desk, self._case, self._whole
        return lambda sheet: desk.accesses.note(Deed.PRINT, case.kind, record=case.id, whole=whole)

    def _rows(self, rows: Rows) -> tuple[Row, ...]:
        hidden: Callable[[str], str] = str if self._whole else phone.hidden
        return tuple(Row(label, hidden(value)) for label, value in rows if value)

    def _facts(self, form: str) -> Rows:
        case, people = self._case, self._desk.people
        return [
            (self.tr("表单"), form),
            (named("title"), case.title),
            (named("state"), wording.word("case", case.state)),
            (named("opened_at"), wording.day_and_time(case.opened_at)),
            (named("due_at"), wording.day_and_time(case.due_at) if case.due_at else ""),
            (named("first_taker"), people(case.first_taker)),
            (named("handler"), people(case.handler)),
        ]

    def _answers(self, call: Call) -> Rows:
        form, lists = self._desk.forms.get(call.form, call.form_version), self._desk.forms.lists
        visible, lang = shown(form, call.answers), self._desk.lang
        yield self.tr("受理编号"), call.number
        for field in form.fields:
            if field.name in visible and field.name in call.answers:
                yield say(field.label, lang), in_words(field, call.answers[field.name], lang, lists)
