"""A strip for whoever decides: marks on customers that wait for a lead's word (CALL-10)."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app.desk.marks import Marks
from app.ui.bridge import Bridge
from app.ui.kit.strips import Strip, Strips

_NAME = "marks"


class MarkNotes(QObject):
    open_asked = Signal(str, str)  # kind, id

    def __init__(self, strips: Strips, marks: Marks, bridge: Bridge) -> None:
        super().__init__(strips)
        self._strips, self._marks = strips, marks
        bridge.changed.connect(self._changed)

    @Slot(object)
    def _changed(self, kinds: frozenset[str]) -> None:
        if not kinds.isdisjoint({"mark", "session"}):
            self.look()

    def look(self) -> None:
        waiting = self._marks.waiting()
        if not waiting:
            self._strips.take(_NAME)
            return
        text = self.tr("有 {} 个客户标记等您确认：核实后在来电人的“档案”里确认或驳回。").format(len(waiting))
        show = partial(self.open_asked.emit, "customer", waiting[0].proposal.customer)
        self._strips.put(_NAME, Strip(text, "accent", self.tr("查看"), show))
