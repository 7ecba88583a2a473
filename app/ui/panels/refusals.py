"""An entry central refused, in a tab: what was sent, why it was not taken, and the way to send it again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel

from app.desk.jottings import Jottings
from app.desk.refusals import Refusals
from app.forms.spec import NOT_GIVEN_LIST, Field, Problem
from app.records.ids import Id
from app.records.ops import Verdict
from app.records.refused import Refused
from app.ui import wording
from app.ui.bridge import Bridge
from app.ui.form.few import FewFields
from app.ui.form.view import Place as InFields
from app.ui.jotting import Jotter, Words
from app.ui.kit.style import mark
from app.ui.problems import problem
from app.ui.record import RecordPage
from app.ui.rejections import rejection
from app.ui.values import Place, Values


@dataclass(frozen=True, slots=True)
class RefusalDesk:
    refusals: Refusals
    values: Values
    now: Callable[[], datetime]
    jottings: Jottings


class RefusedPage(RecordPage):
    """What cannot be typed anew is read only; it goes again as it was."""

    def __init__(self, desk: RefusalDesk, bridge: Bridge, op: Id) -> None:
        super().__init__(bridge, frozenset({"outbox"}), op)
        self._desk = desk
        self._refused = desk.refusals.get(op)
        self.why, self.note = QLabel(), Words()
        self.fields = FewFields(
            desk.values.lang,
            desk.refusals.corrections.forms.lists.get(NOT_GIVEN_LIST, ()),
            desk.now,
            self,
        )
        self.jotter = Jotter(desk.jottings, self, self, self._typed, self)
        self.fields.edited.connect(self.jotter.soon)
        self.note.textEdited.connect(self.jotter.soon)
        self._lay_out()
        self._ask()
        self.refresh()

    def _lay_out(self) -> None:
        self.why.setWordWrap(True)
        mark(self.why, tone="danger")
        self.note.setPlaceholderText(self.tr("为什么搁置（写明之后再按一次）"))
        self.note.setAccessibleName(self.tr("搁置的原因"))
        self.note.hide()
        for place, widget in enumerate((self.why, self.fields, self.note)):
            self._inside.insertWidget(place, widget)
        self._inside.setStretch(self._inside.count() - 1, 1)
        add = self.foot.add_button
        self.open_button = add(self.tr("打开记录"), "Alt+O", self._open_record)
        self.aside_button = add(self.tr("搁置…"), "Alt+S", self.set_aside)
        self.send_button = add(self.tr("改好再发"), "Ctrl+Enter", self.send, icon="send", primary=True)

    # -- what is shown --

    def refresh(self) -> None:
        self._refused = self._desk.refusals.get(Id(self.record)) or self._refused
        refused = self._refused
        if refused is None:
            self.head.show_line(self.tr("这一条已经发出去了，不用再处理。"), [], [])
            return
        what, about = self._desk.values.title(refused.kind, refused.record)
        if (title := self.tr("退回 · {}").format(what)) != self.title:
            self.title = title
            self.titled.emit()
        closed = (self.tr("已处理"), "good")
        chip = closed if refused.is_closed else (self.tr("中心库没有接受"), "danger")
        self.head.show_line(what, [about], [chip])
        self.why.setText(rejection(_reason(refused)))
        self.show_section(self.tr("经过"), [(self.tr("写下时间"), wording.day_and_time(refused.at))])
        self.show_section(self.tr("一起发送，不能在这里改的"), self._rest(refused))
        self._show_buttons(refused)

    def _show_buttons(self, refused: Refused) -> None:
        record = self._desk.values.record(Place(refused.kind, refused.record, ""))
        self.fields.freeze(refused.is_closed)
        self.open_button.setVisible(record is not None)
        self.send_button.setVisible(record is not None and not refused.is_closed)
        self.aside_button.setVisible(self._desk.refusals.may_set_aside and not refused.is_closed)
        if refused.is_closed:
            self.note.hide()

    def _ask(self) -> None:
        """Ask for what can be typed anew, with what was sent or has been typed since."""
        if (refused := self._refused) is not None:
            told = self._desk.refusals.told(refused)
            typed = self.jotter.kept
            self.fields.ask(self.tr("发送的内容"), self._asked(refused), {**told, **typed.get("fields", {})})
            self.note.setText(typed.get("note", ""))
            self.note.setVisible(bool(self.note.text()))
            self.fields.setVisible(bool(self._asked(refused)))

    def _asked(self, refused: Refused) -> list[Field]:
        record = self._desk.values.record(self._place(refused, ""))
        names = self._desk.refusals.corrections.in_order(record, refused.patch)
        places = (self._place(refused, name) for name in names)
        return [field for field in map(self._desk.values.asked, places) if field is not None]

    def _rest(self, refused: Refused) -> list[tuple[str, str]]:
        asked, values = {field.name for field in self._asked(refused)}, self._desk.values
        return [
            (values.label(place), values.words(place, value))
            for name, value in refused.patch.items()
            if name not in asked and (place := self._place(refused, name))
        ]

    def _place(self, refused: Refused, name: str) -> Place:
        return Place(refused.kind, refused.record, name)

    # -- what is done about it --

    def send(self) -> None:
        """Correct the record, and send it as a new entry."""
        if (refused := self._refused) is None:
            return
        found = self._desk.refusals.send_again(refused, self.fields.values())
        self.fields.show_problems(found)
        named = {field.name for field in self._asked(refused)}
        if unseen := [each for each in found if each.field not in named]:
            self.told.emit(problem(unseen[0], self._field(unseen[0]), self._desk.values.lang))
        if not found:
            self._done(self.tr("已改好，正在重新发送。原来那一条也留着。"))

    def _field(self, found: Problem) -> Field | None:
        assert self._refused is not None
        return self._desk.values.asked(self._place(self._refused, found.field))

    def set_aside(self) -> None:
        """Ask why; asked again, leave it unsent with that note."""
        note = self.note.text().strip()
        if self._refused is None or not note:
            self.note.show()
            self.note.setFocus()
            self._scroll.fit()
            return
        self._desk.refusals.set_aside(self._refused, note)
        self._done(self.tr("已搁置，中心库不会收到它。内容和原因都留在本席。"))

    def _done(self, said: str) -> None:
        assert self._refused is not None
        self.jotter.forget()
        self.told.emit(said)
        self.refresh()

    def _typed(self) -> dict[str, Any]:
        if self._refused is None or self._refused.is_closed:
            return {}
        return {"fields": self.fields.values(), "note": self.note.text()}

    def place(self) -> InFields:
        return self.fields.place() if self.note.isHidden() else self.note.place()

    def go(self, place: InFields) -> None:
        (self.fields if self.note.isHidden() else self.note).go(place)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.jotter.go_back()

    def _open_record(self) -> None:
        if self._refused:
            self.open_asked.emit(self._refused.kind, self._refused.record)


def _reason(refused: Refused) -> str:
    return refused.reason if refused.verdict is Verdict.REJECTED else "conflict"
