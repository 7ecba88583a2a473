"""One call in a tab: a draft while it is typed, then the kept record with what may still be done."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from app.desk.calls import Calls, Saved
from app.desk.cases import Cases
from app.desk.orders import Orders
from app.forms import phone
from app.forms.check import check, owed, shown
from app.forms.spec import NOT_GIVEN_LIST, Field, Problem, Stage, say
from app.records.calls import Call
from app.records.drafts import Draft
from app.records.ids import Id
from app.ui import wording
from app.ui.bridge import Bridge
from app.ui.form.foot import FootBar
from app.ui.form.view import FormView
from app.ui.panel import Panel
from app.ui.record import HeadLine

_OF_AN_ORDER = frozenset({"team", "due_at"})
_KEEP_MS = 500  # from the first sign typed since the last keeping: never more than this is unkept


@dataclass(frozen=True, slots=True)
class CallDesk:
    """What a call is worked with, and in whose name and language."""

    calls: Calls
    cases: Cases
    orders: Orders
    now: Callable[[], datetime]
    people: Callable[[Id], str]
    lang: str


class CallPage(Panel):
    titled = Signal()
    caller_typed = Signal(str, str)  # phone, name
    kept = Signal(object)  # Saved: the form opens no case, so the tab is done
    print_asked = Signal(str)  # order
    told = Signal(str)  # a sentence for the agent

    def __init__(self, desk: CallDesk, bridge: Bridge, record: Draft | Call) -> None:
        super().__init__(bridge, frozenset({"call", "case", "order", "slip"}))
        self._desk = desk
        self.form = desk.calls.form_of(record)
        self.draft = record if isinstance(record, Draft) else None
        self.call = record if isinstance(record, Call) else None
        self._refused: tuple[Stage, frozenset[str]] | None = None
        self._placed = False
        reasons = desk.calls.forms.lists.get(NOT_GIVEN_LIST, ())
        self.view = FormView(self.form, desk.lang, self._say, reasons, desk.now)
        self.view.set_answers(record.answers)
        self.head = HeadLine()
        self.foot = FootBar()
        self._keeping = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._lay_out()
        self._connect()
        self._show_record()

    @property
    def title(self) -> str:
        name = say(self.form.title, self._desk.lang)
        if self.call:
            return f"{name} · {self.call.number}"
        answers = self.draft.answers if self.draft else {}
        who = answers.get("name") or phone.digits(str(answers.get("phone", "")))[-4:]
        return f"{name} · {who if isinstance(who, str) and who else self.tr('草稿')}"

    @property
    def record(self) -> Id:
        return self.call.id if self.call else self.draft.id  # type: ignore[union-attr]

    # -- made once --

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addWidget(self.view, 1)
        page.addWidget(self.foot)
        self.setFocusProxy(self.view)
        self.keep_button = self.foot.add_button(self.tr("草稿"), "Ctrl+S", self._keep_aloud)
        self.slip_button = self.foot.add_button(self.tr("打印派工单"), "F8", self.print_slip)
        self.order_button = self.foot.add_button(self.tr("派工"), "F9", self.dispatch)
        self.save_button = self.foot.add_button(self.tr("保存"), "Ctrl+Enter", self.save, primary=True)

    def _connect(self) -> None:
        self._keeping.timeout.connect(self.keep)
        self.view.changed.connect(self._typed)
        self.view.settled.connect(self._settled)
        self.view.place_changed.connect(self._soon)
        self.foot.asked.connect(self.view.focus_field)

    def _say(self, found: Problem, field: Field) -> str:
        return wording.problem(found, field, self._desk.lang)

    # -- the draft: nothing typed is ever lost --

    def _typed(self, field: str) -> None:
        self._soon()
        if field in ("phone", "name"):
            self.caller_typed.emit(*self.who())
        if field == "phone" and self.draft:
            self._show_head({**self.draft.answers, "phone": self.who()[0]})

    def who(self) -> tuple[str, str]:
        """Return number and name as they stand in the form."""
        answers = self.view.answers()
        return _text(answers.get("phone")), _text(answers.get("name"))

    def _soon(self) -> None:
        if self.draft and not self._keeping.isActive():
            self._keeping.start()

    def keep(self, composing: str = "") -> None:
        """Put what is typed on disk, with the place of the caret."""
        self._keeping.stop()
        if self.draft is None:
            return
        field, caret, scroll = self.view.place()
        if not self._placed:  # never in front yet: the caret is where the draft says
            field, caret, scroll = self.draft.field, self.draft.caret, self.draft.scroll
        answers = self.view.answers(composing)
        before = self.title
        self.draft = replace(self.draft, answers=answers, field=field, caret=caret, scroll=scroll)
        self._desk.calls.keep(self.draft)
        if self.title != before:
            self.titled.emit()

    def _keep_aloud(self) -> None:
        self.keep()
        self.told.emit(self.tr("草稿已存在本机，随时可以接着填。"))

    def is_blank(self) -> bool:
        """True for a draft into which nothing was typed."""
        return self.draft is not None and not any(
            value not in (None, "", [], {}, False) for value in self.view.answers().values()
        )

    def fill(self, answers: dict[str, Any]) -> None:
        """Put *answers* into fields that are still empty; the caret stays."""
        if self.draft is None:
            return
        place, typed = self.view.place(), self.view.answers()
        news = {n: v for n, v in answers.items() if v and n in self.form.names and not typed.get(n)}
        if news:
            self.view.set_answers({**typed, **news})
            self.view.go(place)
            self.keep()
            self._settled()

    # -- save, dispatch, print: one check, below; a refusal leaves everything as it was --

    def save(self) -> None:
        """Save the draft; on a kept call, add what it still owes."""
        self.keep()
        if self.draft is None:
            saved = self._desk.calls.complete(self.record, self.view.answers())
            if self._took(saved, Stage.SAVE):
                self.told.emit(self.tr("已补存。"))
            return
        saved = self._desk.calls.save(self.draft)
        if self._took(saved, Stage.SAVE) and saved.case is None:
            self.kept.emit(saved)

    def dispatch(self) -> None:
        """Make the order from what stands in the form."""
        if not self.form.order:
            return
        self.keep()
        saved = (
            self._desk.orders.save_and_make(self.draft)
            if self.draft
            else self._desk.orders.make(self.record, self.view.answers())
        )
        if self._took(saved, Stage.DISPATCH) and saved.order:
            self.told.emit(self.tr("工单 {} 已派出。").format(saved.order.number))

    def print_slip(self) -> None:
        """Print the slip of the order, made first where there is none."""
        if self._order() is None:
            self.dispatch()
        if order := self._order():
            self.print_asked.emit(order)

    def _took(self, saved: Saved, stage: Stage) -> bool:
        if saved.problems:
            self._refuse(saved.problems, stage)
            return False
        self.draft, self.call, self._refused = None, saved.call, None
        self._keeping.stop()
        self.view.show_problems([])
        self._show_record()
        self.titled.emit()
        return True

    def _refuse(self, problems: list[Problem], stage: Stage) -> None:
        in_place = [p for p in problems if p.field]
        for found in problems:
            if not found.field:
                self.told.emit(wording.problem(found, None, self._desk.lang))
        self._refused = (stage, frozenset(p.field for p in in_place))
        self.view.show_problems(in_place)
        self._show_missing(in_place)
        if in_place:
            self.view.focus_field(in_place[0].field)

    def _settled(self) -> None:
        answers = self.view.answers()
        if self._refused:
            stage, fields = self._refused
            self.view.show_problems([p for p in check(self.form, answers, stage) if p.field in fields])
        self._show_missing(self._lacking(answers))

    def _lacking(self, answers: dict[str, Any]) -> list[Problem]:
        """Return what stands in the way of what can be done next."""
        if self.draft:
            return check(self.form, answers, self._refused[0] if self._refused else Stage.SAVE)
        lacking = owed(self.form, answers)
        if self.form.order and self._order() is None:
            lacking += check(self.form, answers, Stage.DISPATCH)
        return lacking

    def _show_missing(self, problems: list[Problem]) -> None:
        names = dict.fromkeys(p.field for p in problems if p.field)
        self.foot.show_missing([(name, self.view.label(name)) for name in names])

    # -- the kept record --

    def refresh(self) -> None:
        if self.call is not None:
            self.call = self._desk.calls.get(self.call.id) or self.call
            self._show_record()

    def _order(self) -> Id | None:
        if self.call is None or self.call.case is None:
            return None
        orders = self._desk.orders.of_case(self.call.case)
        return next((o.id for o in orders if o.state != "void"), None)

    def _show_record(self) -> None:
        record = self.call or self.draft
        assert record is not None
        ordered = self._order() is not None
        self._show_head(record.answers)
        open_fields = self._wanting()
        self.keep_button.setVisible(self.draft is not None)
        self.save_button.setVisible(self.draft is not None or bool(open_fields & self._owed()))
        self.order_button.setVisible(bool(self.form.order) and not ordered)
        self.slip_button.setVisible(bool(self.form.order))
        if self.call is not None:
            self.view.freeze(self.form.names - open_fields)
        self._settled()

    def _wanting(self) -> set[str]:
        """Return the fields of a kept call that may still be filled: they hold nothing yet, and are
        owed, or a dispatch asks for them."""
        if self.call is None:
            return set(self.form.names)
        late = self._owed()
        if self.form.order and self._order() is None:
            late |= {f.name for f in self.form.fields if f.required is Stage.DISPATCH} | _OF_AN_ORDER
        return {n for n in late & shown(self.form, self.call.answers) if n not in self.call.answers}

    def _owed(self) -> set[str]:
        return {p.field for p in owed(self.form, self.call.answers)} if self.call else set()

    def _show_head(self, answers: dict[str, Any]) -> None:
        record = self.call or self.draft
        assert record is not None
        number = _text(answers.get("phone"))
        lists, lang = self._desk.calls.forms.lists, self._desk.lang
        channel = wording.choice(lists, "channels", record.channel, lang)
        caller = f"{channel}  {phone.group(number)}".strip()
        taker = record.agent if isinstance(record, Draft) else record.first_taker
        facts = [
            wording.time_of_day(record.started_at),
            self.tr("首问 {}").format(self._desk.people(taker)),
        ]
        chips: list[tuple[str, str]] = []
        if isinstance(record, Call):
            case = self._desk.cases.get(record.case) if record.case else None
            numbers = [record.number, self.tr("案件 {}").format(case.number)] if case else [record.number]
            facts = numbers + facts
            if case:
                chips.append((wording.word("case", case.state), "good"))
            if record.owes:
                chips.append((self.tr("有欠项"), "warn"))
        self.head.show_line(caller, facts, chips)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._placed and self.draft:
            self._placed = True
            self.view.go((self.draft.field, self.draft.caret, self.draft.scroll))


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
