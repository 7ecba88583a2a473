"""One conflict in a tab: which field of which record, both values, and the decision; then the next one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout

from app.desk.conflicts import Conflicts, Decided
from app.desk.jottings import Jottings
from app.forms.spec import NOT_GIVEN_LIST
from app.records.conflicts import Conflict, Decision
from app.records.ids import Id
from app.ui import wording
from app.ui.bridge import Bridge
from app.ui.form.few import FewFields
from app.ui.jotting import Jotter
from app.ui.kit.style import mark
from app.ui.problems import problem
from app.ui.record import RecordPage
from app.ui.values import Place, Values

_BESIDE = 640  # from this width on the two stand side by side
_SHORT = 30  # signs of a value in a toast
_DECISIONS = {"lost": Decision.LOST, "kept": Decision.KEPT}


@dataclass(frozen=True, slots=True)
class ConflictDesk:
    conflicts: Conflicts
    values: Values
    people: Callable[[Id], str]
    now: Callable[[], datetime]
    jottings: Jottings


class ConflictPage(RecordPage):
    decided = Signal(object, str)  # Decided, and that in words

    def __init__(self, desk: ConflictDesk, bridge: Bridge, conflict: Id) -> None:
        super().__init__(bridge, frozenset({"conflict", "call", "case", "order", "customer"}), conflict)
        self._desk = desk
        self._conflict = desk.conflicts.get(conflict)
        self.first, self.second = Side(), Side()
        lists = desk.conflicts.corrections.forms.lists
        self.fields = FewFields(desk.values.lang, lists.get(NOT_GIVEN_LIST, ()), desk.now, self)
        self.is_editing = False
        self.jotter = Jotter(desk.jottings, self, self.fields, self._typed, self)
        self.fields.edited.connect(self.jotter.soon)
        self._lay_out()
        self._show_typed()
        self.refresh()

    def _lay_out(self) -> None:
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        mark(self.sentence, tone="muted")
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(12)
        for side in (self.first, self.second):
            self._sides.addWidget(side, 1)
        self._inside.insertWidget(0, self.sentence)
        self._inside.insertLayout(1, self._sides)
        self._inside.insertWidget(2, self.fields)
        self._inside.setStretch(self._inside.count() - 1, 1)
        add = self.foot.add_button
        self.open_button = add(self.tr("打开记录"), "Alt+O", self._open_record)
        self.back_button = add(self.tr("不改了"), "Esc", self._stop_editing)
        self.edit_button = add(self.tr("改成…"), "Alt+E", self.edit, icon="file-pen")
        self.first_button = add(self.tr("用我的"), "Alt+Q", lambda: self._take(self.first))
        self.second_button = add(self.tr("用对方的"), "Alt+W", lambda: self._take(self.second))
        self.save_button = add(self.tr("用改好的"), "Ctrl+Enter", self._take_edited, primary=True)

    # -- what is shown --

    def show_conflict(self, conflict: Id) -> None:
        """Show this one in place of what is shown."""
        self._stop_editing()
        self.record = conflict
        self._conflict = self._desk.conflicts.get(conflict)
        self._show_typed()
        self.refresh()
        self._scroll.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        self._conflict = self._desk.conflicts.get(Id(self.record)) or self._conflict
        conflict = self._conflict
        if conflict is None:
            self.head.show_line(self.tr("这条冲突还没有传到本席，同步后再打开。"), [], [])
            return
        place = self._place(conflict)
        what, about = self._desk.values.title(conflict.of, conflict.record)
        label = self._desk.values.label(place)
        if (title := self.tr("冲突 · {}").format(label)) != self.title:
            self.title = title
            self.titled.emit()
        is_open = conflict.decision is None
        chip = (self.tr("冲突待处理"), "danger") if is_open else (self.tr("已处理"), "good")
        self.head.show_line(f"{label}", [what, about], [chip])
        self._show_sides(conflict, place)
        self._show_state(conflict, place)
        self._show_buttons(conflict)

    def _place(self, conflict: Conflict) -> Place:
        return Place(conflict.of, conflict.record, conflict.field)

    def _show_sides(self, conflict: Conflict, place: Place) -> None:
        mine, stands = self._desk.conflicts.side(conflict), self._desk.conflicts.stands(conflict)
        order = ("lost", "kept") if mine == "lost" else ("kept", "lost")
        names = (
            (self.tr("用我的"), self.tr("用对方的")) if mine else (self.tr("用左边的"), self.tr("用右边的"))
        )
        buttons = (self.first_button, self.second_button)
        for side, code, name, button in zip((self.first, self.second), order, names, buttons, strict=True):
            by, seat, at = (getattr(conflict, f"{code}_{what}") for what in ("by", "seat", "at"))
            who = self._desk.people(Id(by)) if by else self.tr("其他席位的座席员")
            facts = [who, self.tr("席位 {}").format(seat) if seat else ""]
            facts.append(wording.day_and_time(at) if at else "")
            value = conflict.values.get(code)
            words = self._desk.values.words(place, value)
            side.show_value(code, self.tr("我的") if code == mine else "", facts, words)
            side.show_used(value == stands)
            button.show_text(name)

    def _show_state(self, conflict: Conflict, place: Place) -> None:
        """Say what became of it, and what stands there now where that is neither."""
        desk = self._desk
        self.sentence.setText(
            self.tr(
                "两个席位把这一项写得不一样，中心库用了其中一个。请选一个，或改成别的；两边的内容都会留着。"
            )
        )
        self.sentence.setVisible(conflict.decision is None)
        rows = [(self.tr("发现时间"), wording.day_and_time(conflict.found_at))]
        stands = desk.conflicts.stands(conflict)
        if stands not in (conflict.kept, conflict.lost):
            rows.append((self.tr("记录里现在是"), desk.values.words(place, stands)))
        if conflict.decision:
            who = desk.people(conflict.decided_by) if conflict.decided_by else ""
            at = wording.day_and_time(conflict.decided_at) if conflict.decided_at else ""
            rows.append((self.tr("处理"), wording.word("decision", conflict.decision)))
            rows.append((self.tr("处理人"), "  ".join(filter(None, (who, at)))))
        self.show_section(self.tr("经过"), rows)

    def _show_buttons(self, conflict: Conflict) -> None:
        editing = self.is_editing
        here = self._desk.values.record(self._place(conflict)) is not None
        can_edit = self._desk.values.asked(self._place(conflict)) is not None
        self.fields.setVisible(editing)
        for button in (self.back_button, self.save_button):
            button.setVisible(editing)
        for button in (self.first_button, self.second_button):
            button.setVisible(not editing)
        self.edit_button.setVisible(can_edit and not editing)
        self.open_button.setVisible(here and not editing)
        self._scroll.fit()

    # -- what is decided --

    def _take(self, side: "Side") -> None:
        self._decide(_DECISIONS[side.code])

    def _take_edited(self) -> None:
        if self.is_editing:
            self._decide(Decision.EDITED, next(iter(self.fields.values().values()), None))

    def _decide(self, decision: Decision, value: Any = None) -> None:
        conflict = self._conflict
        if conflict is None:
            return
        done = self._desk.conflicts.decide(conflict, decision, value)
        if done.problems:
            field = self._desk.values.asked(self._place(conflict))
            if self.is_editing:
                self.fields.show_problems(done.problems)
            else:
                self.told.emit(problem(done.problems[0], field, self._desk.values.lang))
            return
        self.jotter.forget()
        self.decided.emit(done, self._words(done))
        following = self._desk.conflicts.after(conflict)
        self.show_conflict(following.id if following else conflict.id)

    def _words(self, done: Decided) -> str:
        place = self._place(done.conflict)
        value = self._desk.values.words(place, self._desk.conflicts.stands(done.conflict))
        short = value if len(value) <= _SHORT else f"{value[:_SHORT]}…"
        return self.tr("“{}”用了“{}”。").format(self._desk.values.label(place), short)

    def edit(self) -> None:
        """Ask for a third value, beginning with what stands there now."""
        conflict = self._conflict
        field = self._desk.values.asked(self._place(conflict)) if conflict else None
        if conflict is None or field is None:
            return
        self.is_editing = True
        values = self.jotter.kept or {field.name: self._desk.conflicts.stands(conflict)}
        self.fields.ask(self.tr("改成"), [field], values)
        self._show_buttons(conflict)
        self.fields.take_focus()
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.fields))

    def _show_typed(self) -> None:
        if self.jotter.kept:
            self.edit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.jotter.go_back()

    def _stop_editing(self) -> None:
        """Go back to the two; what was typed is there when it is asked for again."""
        self.jotter.keep()
        if self.is_editing and self.isAncestorOf(self.focusWidget()):
            self._scroll.setFocus()  # what has the focus goes
        self.is_editing = False
        self.fields.clear()
        if self._conflict:
            self._show_buttons(self._conflict)

    def _typed(self) -> dict[str, Any]:
        return self.fields.values() if self.is_editing else {}

    def _open_record(self) -> None:
        if self._conflict:
            self.open_asked.emit(self._conflict.of, self._conflict.record)

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = event.size().width() >= _BESIDE
        self._sides.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
        super().resizeEvent(event)


class Side(QFrame):
    """One of the two values: whose, when, and whether it is the one in use."""

    def __init__(self) -> None:
        super().__init__()
        mark(self, card=True)
        self.code = ""
        self.whose, self.chip, self.facts, self.value = QLabel(), QLabel(), QLabel(), QLabel()
        mark(self.whose, type="section")
        mark(self.facts, tone="muted", type="small")
        for label in (self.facts, self.value):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.whose)
        top.addStretch()
        top.addWidget(self.chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.facts)
        column.addWidget(self.value)
        column.addStretch()

    def show_value(self, code: str, mine: str, facts: list[str], value: str) -> None:
        self.code = code
        self.whose.setText(mine or facts[0])
        self.facts.setText("  ·  ".join(filter(None, facts if mine else facts[1:])))
        self.value.setText(value)
        self.value.setAccessibleName(f"{self.whose.text()} {value}")

    def show_used(self, used: bool) -> None:
        self.chip.setText(self.tr("现在用的") if used else self.tr("没有采用"))
        mark(self.chip, chip="good" if used else "warn")
