"""A slip is made void, with its reason, another put in its place; what a page says of an order's slips."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.desk.orders import Orders
from app.records.ids import Id
from app.records.orders import Slip
from app.ui import wording
from app.ui.kit.buttons import KeyButton
from app.ui.kit.style import mark
from app.ui.kit.toast import Toasts
from app.ui.tabs import Tabs
from app.ui.wording import QT_TRANSLATE_NOOP

_LONGEST = 200
_WIDE = 460


class VoidSlip(QDialog):
    """Esc leaves the slip as it is, and so does Enter."""

    asked = Signal(str, bool)  # why; whether another takes its place

    def __init__(self, number: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("作废派工单 {}").format(number))
        told = QLabel(self.tr("号码 {} 不再使用，也不能恢复；原单和新单都会保留，互相注明。").format(number))
        told.setWordWrap(True)
        self.reason = QLineEdit()
        self.reason.setMaxLength(_LONGEST)
        self.reason.setPlaceholderText(self.tr("例如：地址写错、改派、客户取消"))
        label = QLabel(self.tr("作废原因"))
        label.setBuddy(self.reason)
        self.reason.setAccessibleName(label.text())
        self.wrong = QLabel(self.tr("请写原因：它会印在单上，并登记。"))
        mark(self.wrong, tone="danger")
        self.wrong.hide()
        self.back = KeyButton(self.tr("先不做"), "Esc")
        self.only = KeyButton(self.tr("只作废"), "Ctrl+D", tone="danger")
        self.both = KeyButton(self.tr("作废并重开"), "Ctrl+Enter", tone="danger")
        self.back.clicked.connect(self.reject)
        self.only.clicked.connect(partial(self._ask, False))
        self.both.clicked.connect(partial(self._ask, True))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        for button in (self.back, self.only, self.both):
            row.addWidget(button)
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 16, 16, 16)
        page.setSpacing(8)
        for widget in (told, label, self.reason, self.wrong):
            page.addWidget(widget)
        page.addLayout(row)
        self.setMinimumWidth(_WIDE)
        self.reason.setFocus()

    def _ask(self, reissue: bool) -> None:
        if not self.reason.text().strip():
            self.wrong.show()
            self.reason.setFocus()
            return
        self.asked.emit(self.reason.text(), reissue)
        self.accept()


class Voiding(QObject):
    def __init__(
        self, orders: Orders, toasts: Toasts, tabs: Tabs, print_slip: Callable[[str], None], host: QWidget
    ) -> None:
        super().__init__(host)
        self._orders, self._toasts, self._tabs, self._print, self._host = (
            orders,
            toasts,
            tabs,
            print_slip,
            host,
        )
        self.window: VoidSlip | None = None

    def ask(self) -> None:
        """Ask why the slip of the page in front is void."""
        order: Id | None = getattr(self._tabs.current(), "order_id", None)
        slip = self._orders.slip(order) if order else None
        if order is None or slip is None:
            self._toasts.show_toast(self.tr("这里没有可作废的派工单：要先打开一张工单，并且打印过。"))
            return
        self.close()
        self.window = shown = VoidSlip(slip.number, self._host)
        shown.asked.connect(partial(self._void, order, slip))
        shown.finished.connect(self._closed)
        shown.open()

    def close(self) -> None:
        if self.window is not None:
            self.window.reject()

    def _closed(self, result: int) -> None:
        if self.window is not None:
            self.window.deleteLater()
            self.window = None

    def _void(self, order: Id, slip: Slip, reason: str, reissue: bool) -> None:
        other = self._orders.void_slip(order, reason, reissue=reissue)
        if other is None:
            self._toasts.show_toast(self.tr("派工单 {} 已作废。").format(slip.number))
            return
        text = self.tr("派工单 {} 已作废，由 {} 替代。").format(slip.number, other.number)
        self._toasts.show_toast(text, self.tr("打印新单"), partial(self._print, order))


_PRINTED = QT_TRANSLATE_NOOP("Slips", "打印 {} 次，最近 {}")
_WAITS = QT_TRANSLATE_NOOP("Slips", "已取号，还没有打印")
_VOID = QT_TRANSLATE_NOOP("Slips", "{} 作废：{}")
_REPLACED = QT_TRANSLATE_NOOP("Slips", "由 {} 替代")
_REPLACES = QT_TRANSLATE_NOOP("Slips", "替代 {}")


def slip_rows(orders: Orders, order: Id) -> list[tuple[str, str]]:
    """Return what became of each slip of an order, by its number."""
    slips = orders.slips(order)
    numbers = {slip.id: slip.number for slip in slips}
    return [(slip.number, _told(orders, slip, numbers)) for slip in slips]


def _told(orders: Orders, slip: Slip, numbers: dict[Id, str]) -> str:
    told = []
    if slip.prints:
        last = datetime.fromisoformat(str(slip.prints[-1]["at"]))
        told.append(_tr(_PRINTED).format(len(slip.prints), wording.day_and_time(last)))
    elif not slip.void:
        told.append(_tr(_WAITS))
    if slip.replaces in numbers:
        told.append(_tr(_REPLACES).format(numbers[slip.replaces]))
    if line := orders.register.voided(slip.id) if slip.void else None:
        told.append(_tr(_VOID).format(wording.day_and_time(line.at), line.reason))
        if line.other in numbers:
            told.append(_tr(_REPLACED).format(numbers[line.other]))
    return "；".join(told)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Slips", text)
