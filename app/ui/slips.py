"""F8: an order's slip, numbered at once, drawn in the background, counted when it lies on disk."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.desk.orders import Orders
from app.records.ids import Id
from app.records.paper import Paper, SlipSheet
from app.ui.background import Lane

Draw = Callable[[SlipSheet], Paper]


class Slips(QObject):
    drawn = Signal(object, object)  # SlipSheet, Paper
    failed = Signal(object)  # SlipSheet: its number is taken, its printing not counted

    def __init__(self, orders: Orders, draw: Draw, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._orders, self._draw, self._lane = orders, draw, lane
        self._under_way: set[Id] = set()
        self._stopped = False

    def draw(self, order: Id) -> None:
        """Draw the slip of *order*; asked again while it is being drawn, do nothing."""
        if order in self._under_way or self._stopped:
            return
        sheet = self._orders.sheet(order)
        self._under_way.add(order)
        self._lane.run(
            lambda: self._draw(sheet),
            lambda paper: self._done(order, sheet, paper),
            lambda error: self._broken(order, sheet),
        )

    def stop(self) -> None:
        """Deliver nothing more: the store is about to close."""
        self._stopped = True

    def _done(self, order: Id, sheet: SlipSheet, paper: Paper) -> None:
        self._under_way.discard(order)
        if not self._stopped:
            self._orders.printed(sheet)
            self.drawn.emit(sheet, paper)

    def _broken(self, order: Id, sheet: SlipSheet) -> None:
        self._under_way.discard(order)
        if not self._stopped:
            self.failed.emit(sheet)
