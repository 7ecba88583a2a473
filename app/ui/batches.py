"""Hundreds of slips at once: how far they are, in a strip over the work, and a key that stops the rest."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from app.desk.prints import Prints
from app.records.ids import Id
from app.records.prints import JobState, Wish
from app.ui.kit.strips import Strip, Strips
from app.ui.slips import Slips

_GOING = (JobState.WAITING, JobState.SENDING)


class Batches(QObject):
    def __init__(
        self, slips: Slips, prints: Prints, strips: Strips, open_queue: Callable[[], object]
    ) -> None:
        super().__init__(slips)
        self._slips, self._prints, self._strips, self._open_queue = slips, prints, strips, open_queue
        self._asked: dict[Id, int] = {}  # how many slips each batch is to have
        slips.batched.connect(self._show)

    def begin(self, wishes: Sequence[Wish]) -> None:
        batch = self._slips.draw_many(wishes)
        self._asked[batch] = len(wishes)
        self._show(batch)

    def _show(self, batch: Id) -> None:
        """Say how many are out; of one begun before a restart, of those that were in the queue."""
        told = self._prints.tally(batch)
        asked = self._asked.get(batch, sum(told.values()))
        stopped = told.get(JobState.CANCELLED, 0)
        failed = told.get(JobState.FAILED, 0) + told.get(JobState.UNKNOWN, 0)
        queued = sum(told.values())
        going = sum(told.get(state, 0) for state in _GOING)
        out = queued - going - stopped - failed
        halted = self._slips.is_halted(batch)
        name = f"batch {batch}"
        if not halted and (going or queued < asked):
            text = self.tr("正在打印 {} 张派工单：已送出 {} 张").format(asked, out)
            strip = Strip(
                text, "accent", self.tr("其余不打"), partial(self._slips.halt, batch), icon="printer"
            )
        elif failed or stopped or out < asked:
            text = self.tr("{} 张派工单：已送出 {} 张，没有打出 {} 张").format(asked, out, asked - out)
            strip = Strip(text, "warn", self.tr("打开打印队列"), self._open_queue)
        else:
            text = self.tr("{} 张派工单都已送出。").format(asked)
            strip = Strip(text, "good", icon="circle-check")
        self._strips.put(name, strip)
