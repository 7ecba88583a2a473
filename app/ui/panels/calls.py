"""One call in a tab: a draft while it is typed, then the kept record with what may still be done."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.desk.additions import later, open_fields
from app.desk.calls import Saved
from app.forms import phone
from app.forms.check import check, owed, shown
from app.forms.spec import NOT_GIVEN_LIST, Field, Problem, Stage, say
from app.records.calls import Call
from app.records.drafts import Draft
from app.records.ids import Id
from app.records.orders import Order
from app.ui import orderwords
from app.ui.beaten import Beaten
from app.ui.beside import Beside
from app.ui.bridge import Bridge
from app.ui.calldesk import CallDesk
from app.ui.callfoot import CallFoot
from app.ui.callhead import CallHead
from app.ui.form.view import FormView
from app.ui.panel import Panel
from app.ui.problems import problem

_KEEP_MS = 500  # from the first sign typed since the last keeping: never more than this is unkept


class CallPage(Panel):
    titled = Signal()
    caller_typed = Signal(str, str)  # phone, name
    kept = Signal(object)  # Saved: the form opens no case, so the tab is done
    print_asked = Signal(str)  # order
    told = Signal(str)  # a sentence for the agent
    open_asked = Signal(str, str)  # kind, id

    def __init__(
        self, desk: CallDesk, bridge: Bridge, record: Draft | Call, parent: QWidget | None = None
    ) -> None:
        super().__init__(bridge, frozenset({"call", "case", "order", "slip", "conflict", "ring"}), parent)
        self._desk = desk
        self.form = desk.calls.form_of(record)
        self.draft = record if isinstance(record, Draft) else None
        self.call = record if isinstance(record, Call) else None
        self._added = desk.calls.additions.of(record) if isinstance(record, Call) else None
        self.veiled, seen = desk.seen(record)
        self._stored: dict[str, Any] = seen  # what stands in the form and was not typed here
        self._open: frozenset[str] = self.form.names
        self._beaten = Beaten(self.form, desk.calls.forms, desk.lang)
        self._asks = Stage.SAVE  # what its case is to reach: what that asks may be filled in
        self._asked: list[Problem] = []  # what stood in the way when it was last said
        self._refused: tuple[Stage, frozenset[str]] | None = None
        self._placed = False
        self.head = CallHead(desk.calls, desk.cases, desk.people, desk.lang)
        self.head.setParent(self)  # before the form: so Tab comes to its badge first
        lists, lang = desk.calls.forms.lists, desk.lang
        self.view = FormView(self.form, lang, self._say, lists.get(NOT_GIVEN_LIST, ()), desk.now, self)
        self.view.set_answers({**self._stored, **(self._added.answers if self._added else {})})
        self.beside = Beside(self.form, desk.calls.forms, desk.lang, self.view)
        self.foot = CallFoot(self._keep_aloud, self.print_slip, self.dispatch, self.save)
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
        if not isinstance(who, str) or not who:
            who = self.tr("草稿")
        return f"{name} · {who}"

    @property
    def record(self) -> Id:
        return self.call.id if self.call else self.draft.id  # type: ignore[union-attr]

    @property
    def customer(self) -> Id | None:
        return self.call.customer if self.call else None

    @property
    def order_id(self) -> Id | None:
        """The order whose slip this page prints, where there is one."""
        return order.id if (order := self._order()) else None

    @property
    def unsaved(self) -> Draft | None:
        """What is on disk and not saved: the whole draft, or what is added to a kept call."""
        return self.draft or self._added

    # -- made once --

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addWidget(self.beside)
        page.addWidget(self.view, 1)
        page.addWidget(self.foot)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._keeping.timeout.connect(self.keep)
        self.head.conflict_asked.connect(self.open_asked)
        self.view.changed.connect(self._typed)
        self.view.settled.connect(self._settled)
        self.view.place_changed.connect(self._soon)
        self.foot.asked.connect(self.view.focus_field)

    def _say(self, found: Problem, field: Field) -> str:
        return problem(found, field, self._desk.lang)

    # -- not saved yet: nothing typed is ever lost --

    def _typed(self, field: str) -> None:
        self._soon()
        if field in ("phone", "name"):
            self.caller_typed.emit(*self.who())
        if field == "phone" and self.draft:
            self._show_head({**self.draft.answers, "phone": self.who()[0]})

    def who(self) -> tuple[str, str]:
        """Return number and name, of a call to be as they stand in the form."""
        answers = self.call.answers if self.call else self.view.answers()
        return _text(answers.get("phone")), _text(answers.get("name"))

    def _soon(self) -> None:
        if not self._keeping.isActive():
            self._keeping.start()

    def keep(self) -> None:
        """Put what is typed on disk, composed text too, with the place of the caret."""
        self._keeping.stop()
        if self.draft is None:
            self._keep_added()
            return
        before, self.draft = self.title, self._as_typed(self.draft)
        self._desk.calls.keep(self.draft)
        if self.title != before:
            self.titled.emit()

    def hand_over(self) -> Draft | None:
        """Return the draft as it is typed, for who writes it down at once."""
        self._keeping.stop()
        return self._as_typed(self.draft) if self.draft else None

    def _as_typed(self, draft: Draft) -> Draft:
        # Never in front yet, the caret is where the draft says.
        at = self.view.place() if self._placed else (draft.field, draft.caret, draft.scroll)
        return replace(draft, answers=self._typed_now(), field=at[0], caret=at[1], scroll=at[2])

    def _keep_added(self) -> None:
        assert self.call is not None
        added = self._additions()
        if self._placed and (added or self._added):  # never in front yet: all is on disk as it was
            self._added = self._desk.calls.additions.keep(self.call, added, self.view.place())

    def typed(self) -> Draft | None:
        """Return what is typed and not saved, for a place where the file does not take it."""
        if self.draft:
            return replace(self.draft, saved_at=self._desk.now())
        assert self.call is not None
        added = self._additions()
        return self._desk.calls.additions.draft(self.call, added, self.view.place()) if added else None

    def _additions(self) -> dict[str, Any]:
        """Return what is typed into a kept call; what the answers hide goes with what they show."""
        typed = self._typed_now()
        added = {name: value for name, value in typed.items() if name in self._open}
        return added if added.keys() & shown(self.form, typed) else {}

    def _typed_now(self) -> dict[str, Any]:
        focus = QApplication.focusWidget()
        here = focus is not None and self.view.isAncestorOf(focus)
        return self.view.answers(self._desk.composing() if here else "")

    def _keep_aloud(self) -> None:
        self.keep()
        self.told.emit(self.tr("草稿已存在本机，随时可以接着填。"))

    def is_blank(self) -> bool:
        """True for a draft into which nothing was typed; another's, taken over, is none."""
        mine, begun = self.draft is not None and self.draft.owner is None, self.form.defaults
        typed = self._typed_now().items()
        return mine and all(v in (None, "", [], {}, False, begun.get(name)) for name, v in typed)

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

    def note(self, beside: dict[str, Any]) -> None:
        """Keep with the draft what no field asks for."""
        self.view.put_answers(beside)
        self.keep()
        self._show_record()

    # -- save, dispatch, print: one check, below; a refusal leaves everything as it was --

    def save(self) -> None:
        """Save the draft; on a kept call, add what it still owes."""
        self.keep()
        if self.draft is None:
            before = self._desk.calls.get(self.record)
            saved = self._desk.calls.complete(self.record, self._additions())
            if self._took(saved, Stage.SAVE):
                self._tell(self._added_words(before, saved))
            return
        saved = self._desk.calls.save(self.draft)
        if self._took(saved, Stage.SAVE) and saved.case is None:
            self.kept.emit(saved)

    def dispatch(self) -> None:
        """Make the order from what stands in the form."""
        if not self.form.order:
            self.is_ready(Stage.DISPATCH)
            return
        self.keep()
        saved = (
            self._desk.orders.save_and_make(self.draft)
            if self.draft
            else self._desk.orders.make(self.record, self._additions())
        )
        if self._took(saved, Stage.DISPATCH) and saved.order:
            self._tell(orderwords.made(saved.order))

    def is_ready(self, stage: Stage) -> bool:
        """Keep what is typed, and tell whether the call has all that its case asks to reach *stage*; what is
        missing is asked for here, the first of it with the focus."""
        self.keep()
        if self.draft:
            self.save()
        if self.draft:
            return False
        self._asks = stage
        self._show_record()
        return self._took(self._desk.calls.complete(self.record, self._additions(), stage), stage)

    def print_slip(self) -> None:
        """Print the slip of the order, made first where there is none."""
        if self._order() is None:
            self.dispatch()
        if order := self._order():
            self.print_asked.emit(order.id)

    def _took(self, saved: Saved, stage: Stage) -> bool:
        if saved.problems:
            self._refuse(saved.problems, stage)
            return False
        if self.draft:  # all of it was typed here, and what is not kept was hidden
            self._stored = self.view.answers()
        assert saved.call is not None
        self.draft, self.call, self._refused = None, saved.call, None
        self._added = self._desk.calls.additions.of(saved.call)
        self._keeping.stop()
        self._show_stored()
        self._show_problems([])
        self._show_record()
        self.titled.emit()
        return True

    def _refuse(self, problems: list[Problem], stage: Stage) -> None:
        in_place = [p for p in problems if p.field]
        for found in problems:
            if not found.field:
                self.told.emit(problem(found, None, self._desk.lang))
        self._refused = (stage, frozenset(p.field for p in in_place))
        self._show_problems(in_place)
        self._show_missing(in_place)
        if in_place:
            self.view.focus_field(in_place[0].field)

    def _settled(self) -> None:
        answers = self.view.answers()
        if self.call and self.veiled:
            answers |= self.call.answers
        if self._refused:
            stage, fields = self._refused
            self._show_problems([p for p in check(self.form, answers, stage) if p.field in fields])
        self._show_missing(self._lacking(answers))

    def _lacking(self, answers: dict[str, Any]) -> list[Problem]:
        """Return what stands in the way of what can be done next."""
        if self.draft:
            return check(self.form, answers, self._refused[0] if self._refused else Stage.SAVE)
        if self._asks is not Stage.SAVE:
            return check(self.form, answers, self._asks)
        lacking = owed(self.form, answers)
        if self.form.order and self._order() is None:
            lacking += check(self.form, answers, Stage.DISPATCH)
        return lacking

    def _show_problems(self, problems: list[Problem]) -> None:
        self._asked = problems
        found = self._desk.disputes.of(self.call.id) if self.call else []
        disputed = self._desk.disputes.problems(found).values()
        self.view.show_problems([*disputed, *self._beaten.problems(), *problems])

    def _show_missing(self, problems: list[Problem]) -> None:
        names = dict.fromkeys(p.field for p in problems if p.field)
        self.foot.show_missing([(name, self.view.label(name)) for name in names])

    # -- the kept record --

    def refresh(self) -> None:
        if self.call is not None:
            self.call = self._desk.calls.get(self.call.id) or self.call
            self._show_stored()
            self._show_record()
            self._tell()
        elif self.draft is not None:
            self._show_head({**self.draft.answers, "phone": self.who()[0]})

    def _show_stored(self) -> None:
        """Show what is stored wherever nothing may be typed (any more). What was typed there is not
        dropped in silence: it is told, and stands below its field."""
        assert self.call is not None
        call, typed = self.call, self._typed_now()
        self._open = self._open_now(call)
        self.veiled, stored = self._desk.seen(call)
        news = {n: stored.get(n) for n in self.form.names - self._open}
        news = {n: value for n, value in news.items() if value != typed.get(n)}
        self._beaten.note(call.answers, typed, self._stored, news)
        self._stored = stored
        if news:
            self.view.put_answers(news)
        self._show_problems(self._asked)

    def _tell(self, text: str = "") -> None:
        said = [text, *(self._say(p, self.form.field(p.field)) for p in self._beaten.untold())]
        if any(said):
            self.told.emit("".join(said))

    def _added_words(self, before: Call | None, saved: Saved) -> str:
        if before and saved.call and saved.call.answers != before.answers:
            lacks = self._asks is Stage.SAVE or check(self.form, saved.call.answers, self._asks)
            return self.tr("已补存。") if lacks else self.tr("已补存，案件要的都齐了。")
        return "" if saved.dropped else self.tr("没有新填的内容，记录没有变。")

    def _order(self) -> Order | None:
        return self._desk.orders.standing(self.call.case) if self.call else None

    def _show_record(self) -> None:
        record = self.call or self.draft
        assert record is not None
        order = self._order()
        self.veiled, answers = self._desk.seen(record)
        self._show_head(answers)
        self._show_problems(self._asked)
        wanting = bool(self._wanting())
        self.foot.offer(self.form, record, is_ordered=order is not None, is_wanting=wanting)
        script = self._desk.opening(self.form) if self.draft else ""
        self.beside.show_answers(answers, script, self._desk.times(record.started_at, order))
        if self.call is not None:
            self._open = self._open_now(self.call)
            self.view.freeze(self.form.names - self._open, self._desk.sent(order) if order else {})
        self._settled()

    def _open_now(self, call: Call) -> frozenset[str]:
        """Return the fields that may still be filled; what closing asks, once it is asked or half typed."""
        typed = {} if self._added is None else self._added.answers
        stage = self._asks if later(self.form, Stage.CLOSE).isdisjoint(typed) else Stage.CLOSE
        return open_fields(self.form, call, ordered=self._order() is not None, stage=stage)

    def _wanting(self) -> set[str]:
        """Return the fields in sight that may still be filled; all of a draft's."""
        if self.call is None:
            return set(self.form.names)
        return set(self._open_now(self.call) & shown(self.form, {**self.view.answers(), **self.call.answers}))

    def _show_head(self, answers: dict[str, Any]) -> None:
        found = self._desk.disputes.of(self.call.id, self.call.case) if self.call else []
        if record := self.call or self.draft:
            self.head.show_call(record, _text(answers.get("phone")), found)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        is_first, self._placed = not self._placed, True
        if is_first and (draft := self.unsaved):
            self.view.go((draft.field, draft.caret, draft.scroll))


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
