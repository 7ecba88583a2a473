"""Alt+I: the caller says who they are, and only then the file is shown whole, which is kept (CALL-13)."""

from PySide6.QtCore import QPoint, Qt, Signal
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
from app.ui.tabs import Tabs

_WIDTH = 420


class IdentityCheck(QWidget):
    """Asks for the call in front; what was verified once holds for that call and that customer."""

    def __init__(
        self, identities: Identities, accesses: Accesses, tabs: Tabs, caller: CallerPane, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.hide()
        self._identities, self._accesses, self._tabs, self._caller = identities, accesses, tabs, caller
        self._kept: dict[str, Id] = {}  # calls on file, of which nothing more is written
        self.card: IdentityCard | None = None
        caller.veil = self.is_veiled
        caller.identity_asked.connect(self.ask)

    def is_veiled(self, customer: Id) -> bool:
        page = self._tabs.current()
        if not isinstance(page, CallPage) or self._kept.get(page.record) == customer:
            return False
        return not self._identities.is_open(page.form.name, page.view.answers(), customer)

    def ask(self) -> None:
        page, customer = self._tabs.current(), self._caller.customer
        if not isinstance(page, CallPage) or customer is None or not self.is_veiled(customer.id):
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
