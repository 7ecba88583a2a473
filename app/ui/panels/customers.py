"""Who is calling: found while the number or the name is typed; open matters first, then the last calls."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.desk.callers import Callers, Seen
from app.desk.calls import Calls
from app.desk.customers import Customers
from app.desk.titles import parts
from app.forms import phone
from app.forms.spec import say
from app.records.customers import Customer
from app.records.ids import Id
from app.ui import wording
from app.ui.bridge import Bridge
from app.ui.callercard import CallerCard
from app.ui.kit.buttons import KeyButton
from app.ui.kit.scrolled import Scrolled
from app.ui.kit.style import mark
from app.ui.likely import LikelyBox
from app.ui.panel import Panel
from app.ui.twolines import TwoLines

Run = Callable[[Callable[[], Any], Callable[[Any], None]], object]  # a job, and what to do with its result

_WAIT_MS = 150


@dataclass(frozen=True, slots=True)
class CallerDesk:
    customers: Customers
    callers: Callers
    calls: Calls
    people: Callable[[Id], str]
    now: Callable[[], datetime]
    lang: str
    run: Run  # beside the window: a name that nobody has is looked for among all


class CallerPane(Panel):
    open_asked = Signal(str, str)  # kind, id
    fill_asked = Signal(object)  # answers: name, address, phone
    identity_asked = Signal()
    told = Signal(str, object)  # a sentence; what takes it back, or None
    left = Signal()  # by Esc: whoever looked goes on with what was in front

    def __init__(self, desk: CallerDesk, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(
            bridge, frozenset({"customer", "case", "call", "merger", "mark", "callback"}), parent
        )
        self._desk = desk
        self.customer: Customer | None = None
        self._number = self._name = ""
        self._asked = 0  # how many times somebody was looked for; only the last answer counts
        self._take = False  # the first of those found is wanted
        self._wanted: Id | None = None  # whose file is to be shown, once it is read
        self._enter = False  # its matters are to have the focus then
        self._merging: Id | None = None  # whoever the next one found is another file of
        self.search = _Search()
        self.found = TwoLines()
        self.matters = TwoLines()
        self.card = CallerCard(desk.callers, desk.people, desk.lang)
        self.likely = LikelyBox(desk.callers.duplicates, desk.run)
        self.identify = KeyButton(self.tr("核对身份"), "Alt+I", icon="user")
        # Whether the caller has still to say who they are, before the file is shown whole (CALL-13).
        self.veil: Callable[[Id], bool] = lambda customer: False
        self.empty = QLabel()
        self._pages, self.room = QStackedWidget(), QWidget()
        self._looking = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._lay_out()
        self._looking.timeout.connect(self._look)
        self.search.textEdited.connect(self._typed)
        self.search.down.connect(self._into_found)
        self.search.entered.connect(self._take_first)
        self.search.escaped.connect(self._give_up)
        self.found.opened.connect(lambda kind, id: self._chosen(Id(id)))
        self.matters.opened.connect(self.open_asked)
        self.likely.open_asked.connect(self.open_asked)
        self.card.fill.clicked.connect(self._fill)
        self.card.merge_asked.connect(self._ask_other)
        self.card.correct_asked.connect(self._correct)
        self.card.changed.connect(self.refresh)
        self.card.told.connect(self.told)
        self.identify.clicked.connect(self.identity_asked)

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("查找来电人  F4"))
        self.search.setToolTip(self.tr("号码中任意 4 位、姓名、拼音或首字母、地址"))
        self.search.setAccessibleName(self.tr("查找来电人"))
        self.search.setClearButtonEnabled(True)
        self.found.setAccessibleName(self.tr("找到的来电人"))
        self.matters.setAccessibleName(self.tr("来电人的事项"))
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        mark(self.empty, tone="muted")
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        card = QFrame()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.card)
        inside.addWidget(self.identify, alignment=Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self.matters, 1)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.found)
        mark(card, room=True)
        self._pages.addWidget(card)
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 12, 16, 12)
        page.setSpacing(12)
        page.addWidget(self.search)
        page.addWidget(self._scrolled(), 1)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark(self, room=True)
        self.setFocusProxy(self.search)
        self._say_empty()

    def _scrolled(self) -> Scrolled:
        inside = QVBoxLayout(self.room)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addWidget(self.likely)
        inside.addWidget(self._pages, 1)
        scroll = Scrolled(self.room)  # in a low window all of it does not fit
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return scroll

    # -- what to show --

    def follow(self, number: str, name: str) -> None:
        """Look up the caller as the form is typed; a search under way is not disturbed."""
        if (number, name) != (self._number, self._name):
            self._number, self._name = number, name
            self._looking.start()

    def clear(self) -> None:
        self._looking.stop()
        self._asked += 1
        self.search.clear()
        self._number = self._name = ""
        self.customer = self._wanted = None
        self._enter = False
        # What is not seen is still read by a screen reader.
        for shown in (self.found, self.matters, self.card):
            shown.clear()
        self._end_merging()
        self._say_empty()

    def refresh(self) -> None:
        if self.customer is not None:
            self.show_customer(self.customer.id)
        elif self._wanted is None and (self._number or self._name):
            self._look()  # whoever was unknown may have been saved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._give_up()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> None:
        self._take = False
        self._looking.start()

    def _look(self) -> None:
        self._asked += 1
        if text := self.search.text().strip():
            self._seek(text)
            return
        known = None
        if len(phone.digits(self._number)) >= 4:
            known = self._desk.customers.by_phone(self._number)
        if known:
            self.show_customer(known.id)
            return
        wanted = self._number if len(phone.digits(self._number)) >= 4 else self._name
        if len(wanted) >= 2:
            self._seek(wanted)
        else:
            self._list([])

    def _seek(self, text: str) -> None:
        self._desk.run(partial(self._desk.customers.find, text), partial(self._answered, self._asked))

    def _answered(self, asked: int, customers: list[Customer]) -> None:
        if asked != self._asked or not isValid(self):
            return
        self._list(customers)
        if self._take:
            self._take = False
            self._open_first()

    def _list(self, customers: list[Customer]) -> None:
        self.customer = self._wanted = None
        self.found.clear()
        for each in customers:
            numbers = "  ".join(phone.mask(p) for p in each.phones[:2])
            self.found.add("customer", each.id, each.name or self.tr("未留姓名"), numbers)
        if customers:
            self.found.setCurrentRow(0)
            self._pages.setCurrentWidget(self.found)
        else:
            self._say_empty()

    def show_customer(self, customer: Id) -> None:
        """Show whoever this file is of, once it is read."""
        self._wanted = customer
        self._desk.run(partial(self._desk.callers.see, customer), partial(self._show, customer))

    def _show(self, customer: Id, seen: Seen | None) -> None:
        if seen is None or customer != self._wanted or not isValid(self):
            return
        self.customer = seen.person
        veiled = self.veil(seen.person.id)
        self.identify.setVisible(veiled)
        self.card.show_person(seen, phone.normalise(self._number), veiled=veiled)
        self._show_matters(seen, veiled)
        self._pages.setCurrentIndex(2)
        if self._enter:
            self._enter = False
            self.matters.setFocus()

    def _show_matters(self, seen: Seen, veiled: bool) -> None:
        now = self._desk.now()
        self.matters.clear()
        if seen.owed:
            self.matters.head(self.tr("欠回电 {}").format(len(seen.owed)))
        for owed in seen.owed:
            due = self.tr("最迟 {}").format(wording.day_and_time(owed.due_at))
            self.matters.add("callback", owed.id, wording.word("why", owed.why), due)
        self.matters.head(self.tr("未结 {}").format(len(seen.cases)))
        for case in seen.cases:
            lying = self.tr("{} · 滞留 {}").format(
                wording.word("case", case.state), wording.lasting(now - case.opened_at)
            )
            title = parts(case.title)[0] if veiled else phone.hidden(case.title)
            self.matters.add("case", case.id, title, lying)
        self.matters.head(self.tr("最近 {}").format(len(seen.calls)))
        for call in seen.calls:
            title = say(self._desk.calls.form_of(call).title, self._desk.lang)
            self.matters.add("call", call.id, title, wording.day_and_time(call.started_at))
        if self.matters.hasFocus():
            self.matters.mark_first()

    # -- two files of one customer --

    def _ask_other(self) -> None:
        """Let the next one that is found be another file of whoever is shown."""
        self._merging = self.customer.id if self.customer else None
        self.search.clear()
        self.search.setPlaceholderText(self.tr("找另一份档案，Enter 合并，Esc 作罢"))
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _chosen(self, customer: Id) -> None:
        if kept := self._end_merging():
            self.card.merge(customer)
        self.show_customer(kept or customer)

    def _give_up(self) -> None:
        if kept := self._end_merging():
            self.show_customer(kept)
            return
        if self.search.text():
            self.search.clear()
            self._looking.start()
        self.left.emit()

    def _end_merging(self) -> Id | None:
        """Return whose other file was looked for."""
        kept, self._merging = self._merging, None
        if kept:
            self._looking.stop()
            self.search.clear()
            self.search.setPlaceholderText(self.tr("查找来电人  F4"))
        return kept

    def _say_empty(self) -> None:
        if self.search.text().strip():
            text = self.tr("没有找到。换号码中的 4 位、姓名、拼音或地址再试。")
        elif self._number or self._name:
            text = self.tr("第一次来电，没有记录。保存后就会记住。")
        else:
            text = self.tr("输入来电号码或姓名，这里会显示来电人：先是未结的事项，再是最近五次。")
        self.empty.setText(text)
        self._pages.setCurrentWidget(self.empty)

    # -- what is asked of it --

    def _into_found(self) -> None:
        if self._pages.currentWidget() is self.found:
            self.found.setFocus()

    def _take_first(self) -> None:
        self._looking.stop()
        self._take = True
        self._look()

    def _open_first(self) -> None:
        if self._pages.currentWidget() is self.found:
            self._enter = True
            self.found.open_current()

    def _correct(self) -> None:
        if self.customer is not None and self.veil(self.customer.id):
            self.identity_asked.emit()
        elif self.customer is not None:
            self.open_asked.emit("file", self.customer.id)

    def _fill(self) -> None:
        if self.customer is not None and self.veil(self.customer.id):
            self.identity_asked.emit()
        elif self.customer is not None:
            first = [self.customer.phones[:1], self.customer.addresses[:1]]
            number, address = (each[0] if each else "" for each in first)
            self.fill_asked.emit(
                {
                    "name": self.customer.name,
                    "phone": phone.group(number) if number else "",
                    "address": address,
                }
            )


class _Search(QLineEdit):
    down = Signal()
    entered = Signal()
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
