"""What goes up as a strip about planned leaves: what became of one's own, and for leads what waits."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.desk.leaves import Asked, Leaves
from app.forms.spec import Choice
from app.records.leaves import Granted, Leave
from app.ui import leavewords
from app.ui.bridge import Bridge
from app.ui.kit.strips import Strip, Strips
from app.ui.lock import KEY as LOCK_KEY

_LOOK_MS = 30_000
_FRESH = timedelta(hours=1)  # a refusal is told for so long to who comes back
_KINDS = frozenset({"leave", "presence"})


class LeaveNotes(QObject):
    """``granted``: the agent's leave that may begin now, known without asking the file, from the first look()
    on."""

    asked_for = Signal()  # a lead wants to see what waits

    def __init__(
        self,
        strips: Strips,
        leaves: Leaves,
        bridge: Bridge,
        reasons: Sequence[Choice],
        now: Callable[[], datetime],
        lang: str,
    ) -> None:
        super().__init__(strips)
        self._strips, self._leaves, self._now = strips, leaves, now
        self._reasons, self._lang = reasons, lang
        self.granted: Granted | None = None
        self._said: set[tuple[str, str]] = set()  # leave, how it stood: what was closed is not said again
        self._waiting = 0  # and so many when it was last said
        bridge.changed.connect(self._changed)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot(object)
    def _changed(self, kinds: frozenset[str]) -> None:
        if not kinds.isdisjoint(_KINDS):
            self.look()

    def look(self) -> None:
        self.granted = self._leaves.granted()
        for each in self._leaves.mine():
            self._tell(each)
        count = len(self._leaves.waiting())
        if not count:
            self._strips.take("leaves")
        elif count != self._waiting:
            text = self.tr("有 {} 人申请离席，等您答复。").format(count)
            self._strips.put("leaves", Strip(text, "accent", self.tr("去答复"), self.asked_for.emit))
        self._waiting = count

    def _tell(self, asked: Asked) -> None:
        leave, name = asked.leave, f"leave {asked.leave.id}"
        if asked.code not in ("approved", "refused") or (
            asked.code == "refused" and not self._is_fresh(leave)
        ):
            self._strips.take(name)
        elif (leave.id, asked.code) not in self._said:
            self._said.add((leave.id, asked.code))
            self._strips.put(name, self._strip(asked))

    def _is_fresh(self, leave: Leave) -> bool:
        return leave.decided_at is not None and self._now() - leave.decided_at < _FRESH

    def _strip(self, asked: Asked) -> Strip:
        why = leavewords.reason(self._reasons, asked.leave.reason, self._lang)
        what = leavewords.title(asked.leave, why, self._now())
        if asked.code == "approved":
            text = self.tr("离席已获准：{}。走的时候按 {} 锁定。")
            return Strip(text.format(what, LOCK_KEY), "good")
        return Strip(self.tr("离席没有获准：{}。{}").format(what, asked.leave.why), "warn")
