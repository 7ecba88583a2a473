"""All that speaks to the agent by strips, and where each of these leads."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.desk.desk import Desk
from app.records.ids import Id
from app.ui.bars import TopBar
from app.ui.clocknotes import ClockNotes
from app.ui.complaints import ComplaintStrips
from app.ui.heartbeat import Heartbeat
from app.ui.kit.strips import Strips
from app.ui.leavenotes import LeaveNotes
from app.ui.marknotes import MarkNotes
from app.ui.messages import MessageStrips
from app.ui.notices import Notices
from app.ui.results import Results
from app.ui.ringing import Ringing
from app.ui.rooms import Tools
from app.ui.roundnotes import RoundNotes
from app.ui.taken import Taken


class Announcing(QObject):
    open_asked = Signal(str, str)  # kind, id
    log_asked = Signal(object)  # Ring
    attention_asked = Signal()

    def __init__(
        self,
        desk: Desk,
        tools: Tools,
        heartbeat: Heartbeat,
        people: Callable[[Id], str],
        strips: Strips,
        top: TopBar,
    ) -> None:
        super().__init__(strips)
        bridge, now = tools.bridge, tools.now
        self.notices = Notices(strips, heartbeat, desk.calls.forms.broken, desk.sessions.count, now)
        reasons = tuple(desk.floor.reasons.values())
        self.leaves = LeaveNotes(strips, desk.leaves, bridge, reasons, now, tools.lang)
        self.taken = Taken(strips, desk.calls, bridge, people, tools.lang)
        self.ringing = Ringing(strips, desk.calls, desk.cases, desk.customers, bridge, now)
        self.results = Results(strips, desk.cases, bridge, people)
        self.clocks = ClockNotes(strips, top, desk.clocks, tools)
        self.rounds = RoundNotes(strips, desk.following, tools)
        marks = MarkNotes(strips, desk.callers.marks, bridge)
        complaints = ComplaintStrips(strips, desk.matter.complaints, bridge, desk.cases.get)
        messages = MessageStrips(strips, desk.orders.messages, bridge, desk.orders.get)
        for each in (self.taken, self.results, self.clocks, self.rounds, marks, complaints, messages):
            each.open_asked.connect(self.open_asked)
        self._lead()
        self.later = QTimer(self, singleShot=True)  # once the agent may type
        telling = (self.leaves, self.taken, self.ringing, self.results, self.rounds)
        for told in (*telling, marks, complaints, messages):
            self.later.timeout.connect(told.look)
        self.later.start(0)

    def _lead(self) -> None:
        """Have what leads to one place go there."""
        show = self.open_asked.emit
        self.notices.attention_asked.connect(self.attention_asked)
        self.notices.sessions_asked.connect(partial(show, "sessions", "sessions"))
        self.leaves.asked_for.connect(partial(show, "floor", "floor"))
        self.ringing.log_asked.connect(self.log_asked)
        self.ringing.due_asked.connect(partial(show, "list", "callbacks"))
        self.clocks.list_asked.connect(partial(show, "clocks", "clocks"))
