"""An entry checked again, in a tab; and the register of missed and wrong ones, by person (CALL-4)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QLineEdit, QVBoxLayout, QWidget

from app.desk.calls import Calls
from app.desk.reviews import Reviews, Tally, month_of
from app.forms.check import shown
from app.forms.spec import say
from app.forms.words import in_words
from app.records.calls import Call
from app.records.ids import Id
from app.records.reviews import LONGEST_NOTE, Review
from app.ui import wording
from app.ui.bridge import Bridge
from app.ui.form.foot import FootBar
from app.ui.kit.empty import EmptyState
from app.ui.kit.style import mark
from app.ui.lines import HEAD, MORE, TONE
from app.ui.panel import Panel
from app.ui.record import HeadLine, RecordPage
from app.ui.tree import Tree, cell

_KEY = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class ReviewDesk:
    calls: Calls
    people: Callable[[Id], str]
    now: Callable[[], datetime]
    lang: str

    @property
    def reviews(self) -> Reviews:
        return self.calls.reviews

    def field(self, call: Call, name: str) -> str:
        form = self.calls.form_of(call)
        return say(form.field(name).label, self.lang) if name in form.names else name


class ReviewPage(RecordPage):
    """One key says that the entry is right, and the next one that waits comes in its place."""

    def __init__(self, desk: ReviewDesk, bridge: Bridge, call: Id) -> None:
        super().__init__(bridge, frozenset({"call", "review"}), record_of(call))
        self._desk, self.title = desk, self.tr("复核")
        self.which, self.note = QComboBox(), QLineEdit()
        self.which.setAccessibleName(self.tr("哪一项"))
        self.note.setAccessibleName(self.tr("实际是什么"))
        self.note.setPlaceholderText(self.tr("实际是什么，怎么改"))
        self.note.setMaxLength(LONGEST_NOTE)
        self.fault = _lines(((self.tr("哪一项"), self.which), (self.tr("实际是什么"), self.note)))
        self.put_over_foot(self.fault)
        self.wrong_button = self.foot.add_button(self.tr("登记错登"), "Alt+X", self._fault, icon="flag")
        self.right_button = self.foot.add_button(
            self.tr("无误"), "Ctrl+Enter", self.confirm, icon="circle-check", primary=True
        )
        self.refresh()

    @property
    def _call(self) -> Call | None:
        return self._desk.calls.get(call_of(self.record))

    def refresh(self) -> None:
        if (call := self._call) is None:
            return
        said, left = self._desk.reviews.of(call.id), len(self._desk.reviews.waiting())
        form = self._desk.calls.form_of(call)
        facts = [call.number, self.tr("首问 {}").format(self._desk.people(call.first_taker))]
        chip = (self.tr("已复核"), "good") if said else (self.tr("待复核 {}").format(left), "warn")
        self.head.show_line(say(form.title, self._desk.lang), facts, [chip])
        lists, seen = self._desk.calls.forms.lists, shown(form, call.answers)
        rows = [
            (say(f.label, self._desk.lang), in_words(f, call.answers[f.name], self._desk.lang, lists))
            for f in form.fields
            if f.name in seen and f.name in call.answers
        ]
        self.show_section(self.tr("对照录音或记忆，逐项看一遍"), rows)
        self.show_section(self.tr("复核"), [(wording.day_and_time(r.at), self._said(call, r)) for r in said])
        may = self._desk.reviews.may_register(call.first_taker)
        self.wrong_button.setVisible(may)
        self.fault.setVisible(may)
        self.right_button.setVisible(not said)
        if self.which.property("of") != call.id:
            self.which.setProperty("of", call.id)
            self.which.clear()
            self.which.addItem(self.tr("整条"), "")
            for field in form.fields:
                if field.name in seen:
                    self.which.addItem(say(field.label, self._desk.lang), field.name)

    def _said(self, call: Call, review: Review) -> str:
        field = self._desk.field(call, review.field) if review.field else ""
        what = [wording.word("review", review.outcome), field, review.note, self._desk.people(review.by)]
        return " · ".join(filter(None, what))

    def confirm(self) -> None:
        """Say that it is right, and go on to the next."""
        call = self._call
        if call is None or not self.right_button.isVisibleTo(self):
            return
        self._desk.reviews.confirm(call)
        self.told.emit(self.tr("{} 复核无误。").format(call.number))
        self._next()

    def _fault(self) -> None:
        call = self._call
        if call is None:
            return
        field, note = str(self.which.currentData()), self.note.text().strip()
        if not note:
            self.told.emit(self.tr("请写明实际是什么；还没有登记。"))
            self.note.setFocus()
            return
        self._desk.reviews.wrong(call, field, note)
        self.note.clear()
        count = self._desk.reviews.count(call.first_taker, month_of(call.saved_at))
        allowed = self._desk.calls.forms.reviewing.allowed
        self.told.emit(
            self.tr("已登记错登：{} 本月 {}/{}。").format(self._desk.people(call.first_taker), count, allowed)
        )
        self._next()

    def _next(self) -> None:
        if following := next(iter(self._desk.reviews.waiting()), None):
            self.record = record_of(following.id)
            self.titled.emit()
        self.refresh()


class RegisterPage(Panel):
    """By month and person: n of those allowed, and which; leads and quality register what was missed."""

    titled = Signal()
    told = Signal(str)
    open_asked = Signal(str, str)  # kind, id

    def __init__(self, desk: ReviewDesk, bridge: Bridge, month: str = "") -> None:
        super().__init__(bridge, frozenset({"review", "agent"}))
        self._desk, self.record, self.title = desk, month or "register", self.tr("漏登、错登登记")
        self._month = month or month_of(desk.now())
        self.head, self.foot, self.tree = HeadLine(), FootBar(), Tree()
        self.model = QStandardItemModel(0, 2, self)
        self.tree.setModel(self.model)
        self.tree.setAccessibleName(self.title)
        self.none = EmptyState(self.tr("这个月没有漏登，也没有错登。"))
        self.who, self.note = QComboBox(), QLineEdit()
        self.who.setAccessibleName(self.tr("谁漏登"))
        self.note.setAccessibleName(self.tr("漏了什么"))
        self.note.setPlaceholderText(self.tr("几点的来电，说的什么"))
        self.note.setMaxLength(LONGEST_NOTE)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        lines = _lines(((self.tr("谁漏登"), self.who), (self.tr("漏了什么"), self.note)))
        for part in (self.head, self.tree, self.none, lines, self.foot):
            page.addWidget(part, 1 if part in (self.tree, self.none) else 0)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark(self, room=True)
        self.setFocusProxy(self.tree)
        self.foot.add_button(self.tr("上个月"), "Alt+Left", lambda: self._turn(-1))
        self.foot.add_button(self.tr("下个月"), "Alt+Right", lambda: self._turn(1))
        self.foot.add_button(self.tr("登记漏登"), "Alt+X", self._missed, icon="flag")
        self.hear_button = self.foot.add_button(
            self.tr("上报已阅"), "Ctrl+Enter", self._hear, icon="circle-check", primary=True
        )
        self.tree.entered_on.connect(self._open)
        self.tree.doubleClicked.connect(self._open)
        self.refresh()

    def refresh(self) -> None:
        tallies = self._desk.reviews.tallies(self._month)
        self.model.removeRows(0, self.model.rowCount())
        for tally in tallies:
            self.model.appendRow(self._head(tally))
        self.tree.expandAll()
        self.tree.setCurrentIndex(self.model.index(0, 0))
        reported = sum(tally.is_reported for tally in tallies)
        chips = [(self.tr("{} 人超过").format(reported), "danger")] if reported else []
        self.head.show_line(self.title, [self._month], chips)
        self.tree.setVisible(bool(tallies))
        self.none.setVisible(not tallies)
        self.hear_button.setVisible(self._desk.reviews.hears and any(t.is_waiting for t in tallies))
        if not self.who.count():
            for agent in self._desk.reviews.people():
                self.who.addItem(self._desk.people(agent.id), agent.id)

    def _head(self, tally: Tally) -> list[QStandardItem]:
        head, count = (
            cell(self._desk.people(tally.agent)),
            cell(f"{len(tally.entries)}/{tally.allowed}", right=True),
        )
        head.setData(True, HEAD)
        count.setData("danger" if tally.is_reported else "muted", TONE)
        if tally.is_reported:
            head.setData(self.tr("已上报，待阅") if tally.is_waiting else self.tr("已上报，已阅"), MORE)
        for each in tally.entries:
            head.appendRow(self._row(each))
        return [head, count]

    def _row(self, review: Review) -> list[QStandardItem]:
        call = self._desk.calls.get(Id(review.call)) if review.call else None
        what = [wording.word("review", review.outcome), call.number if call else "", review.note]
        row, at = cell(" · ".join(filter(None, what))), cell(wording.day_and_time(review.at), right=True)
        row.setData(review.call, _KEY)
        row.setData(self.tr("登记 {}").format(self._desk.people(review.by)), MORE)
        at.setData("muted", TONE)
        return [row, at]

    def _open(self, index: QModelIndex) -> None:
        if call := index.siblingAtColumn(0).data(_KEY):
            self.open_asked.emit("review", record_of(call))

    def _turn(self, step: int) -> None:
        first = datetime.fromisoformat(f"{self._month}-01")
        other = first - timedelta(days=1) if step < 0 else first + timedelta(days=31)
        if f"{other:%Y-%m}" <= month_of(self._desk.now()):
            self._month = f"{other:%Y-%m}"
            self.refresh()

    def _missed(self) -> None:
        who, note = self.who.currentData(), self.note.text().strip()
        if not who or not note:
            self.told.emit(self.tr("请选是谁，写明漏了什么；还没有登记。"))
            self.note.setFocus()
            return
        self._desk.reviews.missed(Id(who), note)
        self.note.clear()
        count = self._desk.reviews.count(Id(who))
        allowed = self._desk.calls.forms.reviewing.allowed
        self.told.emit(
            self.tr("已登记漏登：{} 本月 {}/{}。").format(self._desk.people(Id(who)), count, allowed)
        )

    def _hear(self) -> None:
        for tally in self._desk.reviews.tallies(self._month):
            if tally.is_waiting:
                self._desk.reviews.hear(tally)
        self.told.emit(self.tr("已阅，不再列在待办里。"))


def record_of(call: str) -> str:
    """Return what a tab that checks *call* again is known by: another one may show the call itself."""
    return f"review {call}"


def call_of(record: str) -> Id:
    return Id(record.partition(" ")[2])


def _lines(rows: tuple[tuple[str, QWidget], ...]) -> QFrame:
    """Return the lines that are filled in, under each other."""
    frame = QFrame()
    form = QFormLayout(frame)
    form.setContentsMargins(16, 8, 16, 8)
    for label, line in rows:
        form.addRow(label, line)
    return frame
