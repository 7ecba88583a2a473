"""One call that is owed, in a tab: to whom, why and by when, what was tried; taken, logged, done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.desk.accesses import starred
from app.desk.callbacks import Callbacks
from app.desk.calls import Calls
from app.desk.customers import Customers
from app.desk.owing import said
from app.desk.visits import Visit, Visits
from app.forms import phone
from app.forms.kinds import Kind
from app.forms.spec import say
from app.forms.visiting import Source
from app.forms.words import in_words
from app.records.callbacks import LONGEST_NOTE, Callback, Why
from app.records.ids import Id
from app.ui import wording
from app.ui.bridge import Bridge
from app.ui.form.blanks import filled
from app.ui.kit.style import mark
from app.ui.picker import Entry, Picker
from app.ui.record import RecordPage
from app.ui.veil import Veil, veiled


@dataclass(frozen=True, slots=True)
class CallbackDesk:
    callbacks: Callbacks
    visits: Visits
    calls: Calls
    customers: Customers
    people: Callable[[Id], str]
    now: Callable[[], datetime]
    lang: str
    facts: dict[str, str]
    veil: Veil


class CallbackPage(RecordPage):
    begin_asked = Signal(str, str)  # channel, number

    def __init__(self, desk: CallbackDesk, bridge: Bridge, callback: Id) -> None:
        super().__init__(bridge, frozenset({"callback", "ring", "agent"}), callback)
        self._desk = desk
        self._visit: Visit | None = None
        self.note = QLineEdit()
        self.note.setMaxLength(LONGEST_NOTE)
        self.note.setPlaceholderText(self.tr("这次回电的说明，可以不填；和结果一起记下"))
        self.note.setAccessibleName(self.tr("这次回电的说明"))
        self._put_note()
        self.take_button = self.foot.add_button(
            self.tr("由我回电"), "Alt+Shift+C", self.take, icon="user-plus"
        )
        self.log_button = self.foot.add_button(self.tr("受理"), "Alt+Shift+N", self.log, icon="phone")
        self.look_button = self.foot.add_button(self.tr("看记录"), "Alt+O", self._look, icon="folder-open")
        self.done_button = self.foot.add_button(
            self.tr("登记结果"), "Ctrl+Enter", self.pick, icon="circle-check", primary=True
        )
        self.outcomes = Picker(self._entries(), self._words(), self)
        self.outcomes.chosen.connect(self.say)
        self.refresh()
        self.setFocusProxy(self.note)

    @property
    def _owed(self) -> Callback | None:
        return self._desk.callbacks.get(Id(self.record))

    def _put_note(self) -> None:
        """Over the foot, where the result is entered."""
        self._around = QWidget()
        self._around.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark(self._around, room=True)
        inside = QVBoxLayout(self._around)
        inside.setContentsMargins(16, 8, 16, 8)
        inside.addWidget(self.note)
        page = self.layout()
        assert isinstance(page, QVBoxLayout)
        page.insertWidget(page.count() - 1, self._around)

    def _entries(self) -> list[Entry]:
        owed = self._owed
        told = enumerate(self._desk.callbacks.outcomes(owed), 1) if owed else ()
        return [Entry(each.code, f"{n}  {say(each.label, self._desk.lang)}", str(n)) for n, each in told]

    def _words(self) -> tuple[str, str, str]:
        return (
            self.tr("数字、结果或首字母"),
            self.tr("回电的结果"),
            self.tr("↑ ↓ 选择 · Enter 记下 · Esc 返回"),
        )

    def refresh(self) -> None:
        owed = self._owed
        if owed is None:
            return
        self._visit = self._desk.visits.visit(owed.id)
        known = self._desk.customers.by_phone(owed.number) if owed.number else None
        self.customer = known.id if known else owed.customer
        self.veiled = self._desk.veil(self.customer, self.record)
        shown, called = (phone.mask, starred) if self.veiled else (phone.group, str)
        number = shown(owed.number) or self.tr("未显示号码")
        what = self.tr("回访 {}") if self._visit else self.tr("回电 {}")
        self.title = what.format(number[-4:] if owed.number else "").strip()
        names = [called(known.name)] if known and known.name else []
        self.head.show_line(number, [self._why(owed), *names], [self._chip(owed)])
        self.show_section(self.tr("问什么"), self._asked(owed))
        self.show_section(self.tr("回访的是"), self._about())
        self.show_section(self.tr("回电"), self._rows(owed))
        self.show_section(self.tr("来过的电话"), self._rings(owed))
        self.show_section(self.tr("试过的"), self._tries(owed))
        self._offer(is_open=owed.outcome is None, is_mine=self._desk.callbacks.is_mine(owed))
        self.look_button.setVisible(self._desk.callbacks.leads_to(owed) is not None)
        self.titled.emit()

    def _offer(self, *, is_open: bool, is_mine: bool) -> None:
        """Show what can be done; where nothing is left, the focus goes to what can be read."""
        if not is_open:
            had_focus = self.note.hasFocus()
            self.setFocusProxy(self._scroll)
            if had_focus:
                self._scroll.setFocus()
        self._around.setVisible(is_open)
        self.foot.setVisible(is_open)
        self.take_button.setVisible(is_open and not is_mine and self._visit is None)

    def _chip(self, owed: Callback) -> tuple[str, str]:
        if owed.outcome is not None:
            return self._outcome(owed, owed.result), "good"
        now = self._desk.now()
        return wording.left(owed.due_at, now), "danger" if owed.due_at < now else "warn"

    def _rows(self, owed: Callback) -> list[tuple[str, str]]:
        call = self._desk.calls.get(owed.call) if owed.call else None
        return [
            (self.tr("为什么"), self._why(owed)),
            (self.tr("欠下"), wording.day_and_time(owed.owed_at)),
            (self.tr("最迟"), wording.day_and_time(owed.due_at)),
            (
                self.tr("再拨"),
                wording.day_and_time(owed.again_at) if owed.again_at and not owed.outcome else "",
            ),
            (self.tr("谁来回"), self._desk.people(owed.handler) if owed.handler else self.tr("还没有人")),
            (self.tr("打进来的线路"), owed.line),
            (self.tr("受理记录"), call.number if call else ""),
            (self.tr("转交"), self._given(owed)),
            (self.tr("办完"), self._done(owed)),
        ]

    def _asked(self, owed: Callback) -> list[tuple[str, str]]:
        of = self._desk.visits.rules.lists.get(owed.list or owed.why)
        of = of or next(iter(self._desk.visits.rules.of(Source.COMPLAINTS)), None)
        is_asked = owed.why in (Why.VISIT, Why.COMPLAINT) and of is not None
        told = say(of.ask, self._desk.lang) if is_asked and of else ""
        return [(self.tr("照着问"), filled(told, self._desk.facts))]

    def _about(self) -> list[tuple[str, str]]:
        """Return what is known of whom the visit is of, as the form of it has asked."""
        if self._visit is None or self._visit.of is None:
            return []
        of, forms, lang = self._visit.of, self._desk.calls.forms, self._desk.lang
        form = forms.get(of.form, of.form_version)
        answers = veiled(form, of.answers) if self.veiled else of.answers
        return [
            (say(field.label, lang), in_words(field, answers[field.name], lang, forms.lists))
            for field in form.fields
            if field.name in answers and field.kind is not Kind.READ_BACK
        ]

    def _given(self, owed: Callback) -> str:
        people = self._desk.people
        return "\n".join(f"{people(g['by'])} → {people(g['to'])} · {g['why']}" for g in owed.given)

    def _why(self, owed: Callback) -> str:
        of = self._desk.visits.rules.lists.get(owed.list)
        why = say(of.name, self._desk.lang) if of else wording.word("why", owed.why)
        return self.tr("{}，在服务时间以外").format(why) if owed.after_hours else why

    def _done(self, owed: Callback) -> str:
        if owed.outcome is None or owed.done_at is None:
            return ""
        who = self._desk.people(owed.done_by) if owed.done_by else self.tr("电话系统")
        return f"{wording.day_and_time(owed.done_at)} · {who} · {self._outcome(owed, owed.result)}"

    def _rings(self, owed: Callback) -> list[tuple[str, str]]:
        """Return when it rang, by the telephone system's word."""
        return [
            (
                wording.last(ring.at, self._desk.now()),
                self.tr("留言") if ring.message_at else wording.word("why", Why.MISSED),
            )
            for ring in self._desk.callbacks.rings(owed.id)
        ]

    def _tries(self, owed: Callback) -> list[tuple[str, str]]:
        found = []
        for each in owed.tries:
            told = [self._outcome(owed, each.get("outcome", "")), self._desk.people(each.get("by", ""))]
            at = datetime.fromisoformat(each["at"])
            found.append((wording.day_and_time(at), " · ".join(filter(None, (*told, each.get("note"))))))
        return found

    def _outcome(self, owed: Callback, code: str) -> str:
        return said(self._desk.calls.forms, owed.why, code, self._desk.lang)

    def _look(self) -> None:
        """Show what is to be said: the call it is owed for, the answer to it, the case of the complaint."""
        owed = self._owed
        if owed and (there := self._desk.callbacks.leads_to(owed)):
            self.open_asked.emit(*there)

    def take(self) -> None:
        self._desk.callbacks.take(Id(self.record))
        self.refresh()

    def log(self) -> None:
        """Begin a call with the number: what is said goes on a form, the result stays here."""
        if self._visit is None:
            self.take()
        if owed := self._owed:
            channel = "message" if owed.why is Why.MESSAGE else "phone"
            self.begin_asked.emit(channel, phone.group(owed.number))

    def pick(self) -> None:
        corner = self.note.mapToGlobal(QPoint(0, 0))
        self.outcomes.adjustSize()
        self.outcomes.pop(corner - QPoint(0, self.outcomes.sizeHint().height()))

    def say(self, outcome: str) -> None:
        owed = self._owed
        if owed and owed.why is Why.COMPLAINT and owed.call and not self._desk.callbacks.again(owed, outcome):
            self.told.emit(self.tr("投诉的回访在案件里登记：客户满意吗、怎么说。"))
            self._look()
            return
        note = self._desk.visits.note if self._visit else self._desk.callbacks.note
        done = note(Id(self.record), outcome, self.note.text())
        self.note.clear()
        self.refresh()
        if done is None:
            return
        if done.outcome is not None:
            self.told.emit(self.tr("回电已办完，记录留着。"))
        elif done.again_at is not None:
            self.told.emit(self.tr("已记下，{} 再拨。").format(wording.time_of_day(done.again_at)))
