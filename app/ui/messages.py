"""Who heard of an order: on its page, and by strips while somebody still has to be called (ORD-1)."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app.desk.messages import Messages, is_troubled
from app.forms import phone
from app.records.ids import Id
from app.records.messages import Message, MessageState
from app.records.orders import Order
from app.ui import wording
from app.ui.bridge import Bridge
from app.ui.kit.strips import Strip, Strips
from app.ui.record import RecordPage


class MessagePart(QObject):
    """A section of the order's page; its button says that the first who did not hear was called."""

    def __init__(self, page: RecordPage, messages: Messages, people: Callable[[Id], str]) -> None:
        super().__init__(page)
        self._page, self._messages, self._people = page, messages, people
        self._found: list[Message] = []
        self.button = page.foot.add_button(self.tr("已电话通知"), "Alt+Shift+P", self._tell, icon="phone")

    def show(self, order: Order) -> None:
        self._found = self._messages.of_order(order.id)
        rows = [(each.name, self._line(each)) for each in self._found]
        self._page.show_section(self.tr("通知"), rows)
        due = self._due()
        self.button.setVisible(due is not None)
        self.button.setToolTip(self.tr("已打电话告诉 {}").format(due.name) if due else "")

    def hide(self) -> None:
        self.button.hide()

    def offers(self) -> list[tuple[str, Callable[[], None]]]:
        """Return what else can be done, in words."""
        again = self.tr("再发一次通知：{}")
        failed = [each for each in self._found if each.state is MessageState.FAILED]
        return [(again.format(each.name), partial(self._messages.again, each)) for each in failed]

    def _due(self) -> Message | None:
        return next((each for each in self._found if is_troubled(each)), None)

    def _tell(self) -> None:
        if due := self._due():
            self._messages.told(due)

    def _line(self, message: Message) -> str:
        to, way = message.to, message.way
        if not way:
            to, way = phone.group(to), self.tr("电话")
        said = [standing(message), f"{way} {to}"]
        if message.done_at is not None:
            said.append(wording.day_and_time(message.done_at))
        if message.done_by is not None:
            said.append(self._people(message.done_by))
        if message.tries and message.state is not MessageState.SENT:
            said.append(self.tr("试过 {} 次").format(len(message.tries)))
        return "  ·  ".join(said)


class MessageStrips(QObject):
    """Says nothing before the first look(). What was closed is not said again."""

    open_asked = Signal(str, str)  # kind, id

    def __init__(
        self, strips: Strips, messages: Messages, bridge: Bridge, orders: Callable[[Id], Order | None]
    ) -> None:
        super().__init__(strips)
        self._strips, self._messages, self._orders = strips, messages, orders
        self._told: set[Id] = set()
        bridge.changed.connect(self._changed)

    @Slot(object)
    def _changed(self, kinds: frozenset[str]) -> None:
        if "message" in kinds:
            self.look()

    def look(self) -> None:
        due = {each.id: each for each in self._messages.troubled()}
        for id in self._told - due.keys():
            self._strips.take(f"message {id}")
        for id, message in due.items():
            if id not in self._told:
                show = partial(self.open_asked.emit, "order", message.order)
                strip = Strip(self._words(message), "danger", self.tr("打开工单"), show)
                self._strips.put(f"message {id}", strip)
        self._told = set(due)

    def _words(self, message: Message) -> str:
        order = self._orders(message.order)
        number = order.number if order else ""
        if not message.way:
            to = phone.group(message.to)
            return self.tr("工单 {} 请打电话通知 {} {}。").format(number, message.name, to)
        text = self.tr("工单 {} 没有通知到 {}：{}。请打电话，再记下“已电话通知”。")
        return text.format(number, message.name, standing(message))


def standing(told: Message) -> str:
    """Return how a message of an order stands, and why it is not through."""
    if told.state is MessageState.WAITING and not told.way:
        return wording.word("message", "call")
    why = wording.word("unsent", str(told.tries[-1]["error"])) if told.tries else ""
    through = told.state in (MessageState.SENT, MessageState.TOLD, MessageState.DROPPED)
    how = wording.word("message", told.state)
    return how if through or not why else f"{how} · {why}"
