"""F8: an order's slip, numbered at once, drawn and sent in the background, counted when it is out."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.desk.orders import Orders
from app.printing.press import Press
from app.printing.spooler import Job, State
from app.records.ids import Id
from app.records.paper import Paper, SlipSheet
from app.ui.background import Lane


@dataclass(frozen=True, slots=True)
class Wish:
    """How an order's slip is wanted. Without ``printer`` it is kept as PDF: at ``path``, or in the seat's
    folder. ``copies``: only those of the form's copies."""

    order: Id
    printer: str = ""
    sets: int = 1
    copies: tuple[str, ...] | None = None
    path: Path | None = None
    of: Id | None = None  # one of its slips; else the one that is not void


class Slips(QObject):
    # SlipSheet, Paper, Wish, and the State its printer took it in: it is out, and counted
    drawn = Signal(object, object, object, object)
    failed = Signal(object, object, object)  # SlipSheet, Wish, error: numbered, not counted
    busy = Signal(bool)

    def __init__(self, orders: Orders, press: Press, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._orders, self._press, self._lane = orders, press, lane
        self._under_way: set[Id] = set()
        self._stopped = False

    def draw(self, wish: Wish) -> None:
        """Bring the slip out; asked again for the same order meanwhile, do nothing."""
        if wish.order in self._under_way or self._stopped:
            return
        sheet = self._orders.sheet(wish.order, of=wish.of)
        if wish.copies is not None:
            sheet = replace(sheet, copies=wish.copies)
        self._under_way.add(wish.order)
        self.busy.emit(True)
        self._lane.run(
            lambda: self._bring_out(sheet, wish),
            lambda out: self._done(sheet, wish, *out),
            lambda error: self._broken(sheet, wish, error),
        )

    def stop(self) -> None:
        """Deliver nothing more: the store is about to close."""
        self._stopped = True

    def _bring_out(self, sheet: SlipSheet, wish: Wish) -> tuple[Paper, State]:
        paper = self._press.draw(sheet, wish.path)
        if not wish.printer:
            return paper, State.READY
        job = Job(paper.path, wish.printer, wish.sets, sheet.number, paper.media)
        return paper, self._press.spooler.send(job)

    def _done(self, sheet: SlipSheet, wish: Wish, paper: Paper, state: State) -> None:
        self._end(wish.order)
        if not self._stopped:
            self._orders.printed(sheet, wish.sets)
            self.drawn.emit(sheet, paper, wish, state)

    def _broken(self, sheet: SlipSheet, wish: Wish, error: Exception) -> None:
        self._end(wish.order)
        if not self._stopped:
            self.failed.emit(sheet, wish, error)

    def _end(self, order: Id) -> None:
        self._under_way.discard(order)
        if not self._stopped:
            self.busy.emit(bool(self._under_way))
