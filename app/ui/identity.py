"""Alt+I: the caller says who they are, and only then the file is shown whole, which is kept (CALL-13)."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QVBoxLayout, QWidget

from app.desk.accesses import Accesses, starred
from app.desk.identities import IDENTITY, Identities
from app.forms import phone
from app.records.accesses import Deed
from app.records.customers import Customer
from app.records.ids import Id
from app.ui.kit.sentence import Sentence
from app.ui.kit.style import mark
from app.ui.panels.calls import CallPage
from app.ui.panels.customers import CallerPane
from app.ui.record import RecordPage
from app.ui.rooms import Rooms
from app.ui.tabs import Tabs

_WIDTH = 420


class IdentityCheck(QWidget):
    """Asks for the call in front; what was verified once holds for that call and that customer."""

    def __init__(
        self, identities: Identities, accesses: Accesses, tabs: Tabs, caller: CallerPane, rooms: Rooms
    ) -> None:
        super().__init__(tabs)
        self.hide()
        self._identities, self._accesses, self._tabs, self._caller = identities, accesses, tabs, caller
        self._kept: dict[str, Id] = {}  # calls on file, of which nothing more is written
        self._beside: dict[str, set[Id]] = {}  # who was shown beside each call to be, the last one last
        self.card: IdentityCard | None = None
        caller.veil = self.is_veiled
        rooms.veil = self.hides
        caller.identity_asked.connect(self.ask)
        tabs.turned.connect(self._renew)

    def is_veiled(self, customer: Id) -> bool:
        """Tell whether the file of whoever is shown is not to be told yet."""
        page = self._call(customer)
        if page is not None and page.draft is not None and page is self._tabs.current():
            self._beside[page.record] = self._beside.pop(page.record, set()) | {customer}
        return page is not None and not self._is_open(page, customer)

    def hides(self, customer: Id | None, record: str) -> bool:
        """Tell whether what another *record* says of *customer* may not yet be told to who is on the line."""
        if customer is None:
            return False
        person = self._identities.whose(customer)
        page = self._on_the_line(person)
        return page is not None and page.record != record and not self._is_open(page, person)

    def _call(self, customer: Id) -> CallPage | None:
        """Return the call that asks: the one in front, or that on the line, while a record is looked at."""
        front = self._tabs.current()
        here = front if isinstance(front, CallPage) else None
        return here if here and here.draft is not None else self._on_the_line(customer) or here

    def _on_the_line(self, person: Id) -> CallPage | None:
        """Return the last call, not saved yet, beside which this person was shown."""
        for record in reversed([each for each, shown in self._beside.items() if person in shown]):
            page = self._tabs.holding(record)
            if isinstance(page, CallPage) and page.draft is not None:
                return page
        return None

    def _is_open(self, page: CallPage, customer: Id) -> bool:
        if self._kept.get(page.record) == customer:
            return True
        return self._identities.is_open(page.form.name, page.view.answers(), customer)

    @Slot(object)
    def _renew(self, page: QWidget | None) -> None:
        """Have *page* show more, or less, than it did."""
        if isinstance(page, CallPage | RecordPage) and page.veiled != self.hides(page.customer, page.record):
            page.refresh()

    def ask(self) -> None:
        customer = self._caller.customer
        page = self._call(customer.id) if customer else None
        if page is None or customer is None or not self.is_veiled(customer.id):
            return
        matching = self._identities.matching(customer, page.view.answers())
        self.card = IdentityCard(self._identities, customer, matching, self)
        self.card.confirmed.connect(lambda proofs: self._open(page, customer, proofs))
        self.card.pop(self._tabs.mapToGlobal(QPoint(24, 44)))

    def _open(self, page: CallPage, customer: Customer, proofs: list[str]) -> None:
        told = self._identities.verified(customer.id, proofs)
        if told is None:
            return
        words = f"{IDENTITY}: {', '.join(told['proofs'])}"
        self._accesses.note(Deed.REVEAL, Customer.kind, record=customer.id, words=words, whole=True)
        if page.draft is not None:
            page.note({IDENTITY: told})
        else:
            self._kept[page.record] = customer.id
        self._caller.refresh()
        for each in self._tabs.pages():
            self._renew(each)


class IdentityCard(QFrame):
    """What the caller may be asked, ticked where what was typed says so; Space ticks, Enter confirms."""

    confirmed = Signal(list)

    def __init__(
        self, identities: Identities, customer: Customer, matching: frozenset[str], parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        mark(self, popup=True)
        self.setFixedWidth(_WIDTH)
        self._identities = identities
        rule = identities.rule
        title = QLabel(self.tr("请来电人说出以下 {} 项，说对才可以告知本人的资料").format(rule.right))
        title.setWordWrap(True)
        mark(title, type="section")
        hint = {"name": starred(customer.name), "phone": "  ".join(map(phone.mask, customer.phones[:3]))}
        hint["address"] = "  ".join(_veiled(each) for each in customer.addresses[:2])
        names = {"name": self.tr("姓名"), "phone": self.tr("电话"), "address": self.tr("地址")}
        self.ticks = {fact: QCheckBox(f"{names[fact]}  {hint[fact]}".strip()) for fact in rule.ask}
        self.sentence = Sentence(self.tr("填在表单里的已经对过。Space 勾选 · Enter 确认 · Esc 返回"))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        inside.addWidget(title)
        for fact, tick in self.ticks.items():
            tick.setChecked(fact in matching)
            tick.setEnabled(bool(hint[fact]))
            inside.addWidget(tick)
        inside.addWidget(self.sentence)

    def pop(self, at: QPoint) -> None:
        self.adjustSize()
        self.move(at)
        self.show()
        next((tick for tick in self.ticks.values() if tick.isEnabled()), self).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        proofs = [fact for fact, tick in self.ticks.items() if tick.isChecked()]
        if (lacking := self._identities.rule.right - len(proofs)) > 0:
            self.sentence.say(self.tr("还差 {} 项。没有说对的，不要告知任何个人资料。").format(lacking))
            return
        self.close()
        self.confirmed.emit(proofs)


def _veiled(address: str) -> str:
    """Return the beginning of an address, enough to ask for the rest: ``滨江区春晓路…``."""
    return f"{address[:6]}…" if len(address) > 6 else address
