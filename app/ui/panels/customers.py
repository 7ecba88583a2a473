"""Who is calling: found while the number or the name is typed; open matters first, then the last calls."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.desk.accesses import starred
from app.desk.calls import Calls
from app.desk.cases import Cases
from app.desk.customers import Customers
from app.desk.titles import parts
from app.forms import phone
from app.forms.spec import say
from app.records.customers import Customer
from app.records.ids import Id
from app.ui import wording
from app.ui.bridge import Bridge
from app.ui.kit.buttons import KeyButton
from app.ui.kit.style import as_tip, mark
from app.ui.lines import HEAD, MORE, TONE, Lines
from app.ui.panel import Panel

Run = Callable[[Callable[[], Any], Callable[[Any], None]], object]  # a job, and what to do with its result

_WAIT_MS = 150
_KEY = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class CallerDesk:
    customers: Customers
    cases: Cases
    calls: Calls
    now: Callable[[], datetime]
    lang: str
    run: Run  # beside the window: a name that nobody has is looked for among all


class CallerPane(Panel):
    open_asked = Signal(str, str)  # kind, id
    fill_asked = Signal(object)  # answers: name, address, phone
    identity_asked = Signal()

    def __init__(self, desk: CallerDesk, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, frozenset({"customer", "case", "call"}), parent)
        self._desk = desk
        self.customer: Customer | None = None
        self._number = self._name = ""
        self._asked = 0  # how many times somebody was looked for; only the last answer counts
        self._take = False  # the first of those found is wanted
        self.search = _Search()
        self.found = _List()
        self.matters = _List()
        self.name = QLabel()
        self.numbers = QLabel()
        self.fill = KeyButton(self.tr("填入表单"), "Alt+P")
        self.identify = KeyButton(self.tr("核对身份"), "Alt+I", icon="user")
        # Whether the caller has still to say who they are, before the file is shown whole (CALL-13).
        self.veil: Callable[[Id], bool] = lambda customer: False
        self.empty = QLabel()
        self._pages = QStackedWidget()
        self._looking = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._lay_out()
        self._looking.timeout.connect(self._look)
        self.search.textEdited.connect(self._typed)
        self.search.down.connect(self._into_found)
        self.search.entered.connect(self._take_first)
        self.found.opened.connect(lambda kind, id: self.show_customer(Id(id)))
        self.matters.opened.connect(self.open_asked)
        self.fill.clicked.connect(self._fill)
        self.identify.clicked.connect(self.identity_asked)

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("查找来电人  F4"))
        self.search.setToolTip(self.tr("号码中任意 4 位、姓名或拼音首字母"))
        self.search.setAccessibleName(self.tr("查找来电人"))
        self.search.setClearButtonEnabled(True)
        self.found.setAccessibleName(self.tr("找到的来电人"))
        self.matters.setAccessibleName(self.tr("来电人的事项"))
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        mark(self.empty, tone="muted")
        mark(self.name, type="section")
        mark(self.numbers, tone="muted")
        self.name.setWordWrap(True)
        self.numbers.setWordWrap(True)
        for label in (self.name, self.numbers, self.empty):
            label.setTextFormat(Qt.TextFormat.PlainText)
        card = QFrame()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.name)
        inside.addWidget(self.numbers)
        for button in (self.fill, self.identify):
            inside.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self.matters, 1)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.found)
        self._pages.addWidget(card)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark(self, room=True)
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 12, 16, 12)
        page.setSpacing(12)
        page.addWidget(self.search)
        page.addWidget(self._pages, 1)
        self.setFocusProxy(self.search)
        self._say_empty()

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
        self.customer = None
        # What is not seen is still read by a screen reader.
        for shown in (self.found, self.matters, self.name, self.numbers):
            shown.clear()
        self._say_empty()

    def refresh(self) -> None:
        if self.customer is not None:
            self.show_customer(self.customer.id)

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
        self.customer = None
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
        known = self._desk.customers.get(customer)
        if known is None:
            return
        self.customer = known
        veiled = self.veil(known.id)
        self.identify.setVisible(veiled)
        self.name.setText((starred(known.name) if veiled else known.name) or self.tr("未留姓名"))
        calling = phone.normalise(self._number)
        numbers = [phone.group(p) if p == calling else phone.mask(p) for p in known.phones]
        where = () if veiled else known.addresses[:1]
        self.numbers.setText("\n".join(["  ".join(numbers[:3]), *where]).strip())
        self._show_matters(known, veiled)
        self._pages.setCurrentIndex(2)

    def _show_matters(self, known: Customer, veiled: bool) -> None:
        now = self._desk.now()
        self.matters.clear()
        cases = self._desk.cases.open_of_customer(known.id)
        self.matters.head(self.tr("未结 {}").format(len(cases)))
        for case in cases:
            lying = self.tr("{} · 滞留 {}").format(
                wording.word("case", case.state), wording.lasting(now - case.opened_at)
            )
            title = parts(case.title)[0] if veiled else case.title
            self.matters.add("case", case.id, title, lying)
        calls = self._desk.calls.of_customer(known.id)
        self.matters.head(self.tr("最近 {}").format(len(calls)))
        for call in calls:
            title = say(self._desk.calls.form_of(call).title, self._desk.lang)
            self.matters.add("call", call.id, title, wording.day_and_time(call.started_at))
        if self.matters.hasFocus():
            self.matters.mark_first()

    def _say_empty(self) -> None:
        if self.search.text().strip():
            text = self.tr("没有找到。换号码中的 4 位、姓名或拼音首字母再试。")
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
            self.found.open_current()
            self.matters.setFocus()

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class _List(QListWidget):
    """Two lines an entry: the thing itself, then what is to be known of it."""

    opened = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setItemDelegate(Lines(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(lambda item: self.open_current())

    def head(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setData(HEAD, True)
        item.setData(TONE, "muted")
        self.addItem(item)

    def add(self, kind: str, id: Id, text: str, more: str) -> None:
        item = QListWidgetItem(text)
        item.setData(_KEY, (kind, str(id)))
        item.setData(MORE, more)
        item.setToolTip(as_tip(text))
        self.addItem(item)

    def open_current(self) -> None:
        item = self.currentItem()
        if item is not None and item.data(_KEY):
            self.opened.emit(*item.data(_KEY))

    def mark_first(self) -> None:
        """A list with no row marked would not show that it has the focus."""
        choices = (row for row in range(self.count()) if self.item(row).data(_KEY))
        self.setCurrentRow(next(choices, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
            return
        super().keyPressEvent(event)
