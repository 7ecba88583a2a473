"""The agent's own state, turned by keys and by the telephone; and why, where that is asked. No state opens,
keeps or closes a form."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.desk.desk import Desk
from app.forms.spec import Choice, say
from app.records.leaves import Leave
from app.records.presence import State
from app.records.rings import Ring
from app.ui import wording
from app.ui.bars import BUSY_KEY, CALL_KEY, TopBar
from app.ui.commands import Command
from app.ui.kit.strips import Strip
from app.ui.reasons import Reasons, WhyCard
from app.ui.rooms import Tools
from app.ui.tabs import Tabs

_BACK_TO_READY = (State.BUSY, State.WRAP_UP)


class OwnState(QObject):
    turned = Signal(object)  # Stay
    told = Signal(str)

    def __init__(self, desk: Desk, tools: Tools, top: TopBar, tabs: Tabs, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._lang, self._now = desk, tools.lang, tools.now
        self._top, self._tabs, self._window = top, tabs, parent
        self._presence = desk.presence
        self._is_asking = False  # why the time after a call is too short
        self._ends = QTimer(self, singleShot=True)
        self._ends.timeout.connect(self._look)
        top.state_asked.connect(self.turn)

    def commands(self) -> list[Command]:
        return [
            Command(self.tr("示忙，或转回示闲"), self.turn, BUSY_KEY, icon="user"),
            Command(self.tr("通话结束，转话后；话后再按：延时"), self.call_over, CALL_KEY, icon="phone"),
        ]

    @Slot()
    def show(self) -> None:
        """Show the state; and ask for the reason of the last time away, where nobody has said it."""
        stay, unsaid, strips = self._presence.stay, self._presence.unsaid, self._tabs.strips
        self._top.show_state(stay.state, stay.since, stay.until)
        if unsaid is None:
            strips.take("why")
        else:
            text = self.tr("{} 起离席没有填原因。").format(wording.time_of_day(unsaid.since))
            strips.put("why", Strip(text, "warn", self.tr("补填原因"), self._ask_why))
        self._look()

    @Slot()
    def turn(self) -> None:
        """Be busy, or ready again."""
        state = State.READY if self._presence.stay.state in _BACK_TO_READY else State.BUSY
        self._presence.turn(self._presence.begun(state, "key"))
        self._tell()

    def call_over(self) -> None:
        """Have the time after a call; and more of it, for a reason."""
        if self._presence.stay.state is not State.WRAP_UP:
            self._presence.wrap_up("key")
            self._tell()
        elif self._presence.more:
            self._ask_for_more()
        else:
            self.told.emit(self.tr("中心没有设延时的原因。写完再转示闲就是了，表单不会关。"))

    @Slot(object)
    def hear(self, ring: Ring) -> None:
        """Take what the telephone system told of a call here."""
        if self._presence.follow(ring):
            self._tell()

    def _tell(self) -> None:
        self.show()
        self.turned.emit(self._presence.stay)

    @Slot()
    def _look(self) -> None:
        """End the time after a call where the centre wants that, but under nobody's hands."""
        before = self._presence.stay
        seconds = 0 if self._is_asking else self._presence.end_by_itself()
        if self._presence.stay is not before:
            self._tell()
        elif seconds:
            self._ends.start(seconds * 1000)
        else:
            self._ends.stop()

    # -- why --

    def _ask_for_more(self) -> None:
        longer = tuple(replace(each, label={self._lang: self._longer(each)}) for each in self._presence.more)
        reasons = Reasons(longer, self._lang, ask=self.tr("延时原因"))
        card = self._pop(self.tr("话后要多一点时间，是因为："), reasons)
        self._is_asking = True
        card.said.connect(self._extend)

    def _longer(self, reason: Choice) -> str:
        words = self.tr("{} +{} 分") if reason.minutes else self.tr("{} · 不限时")
        return words.format(say(reason.label, self._lang), reason.minutes)

    def _extend(self, code: str, note: str) -> None:
        reason = next(each for each in self._presence.more if each.code == code)
        self._presence.extend(reason, note)
        self._tell()

    def _ask_why(self) -> None:
        unsaid = self._presence.unsaid
        if unsaid is None:
            return
        words = self.tr("{} 起离席，是因为：").format(wording.time_of_day(unsaid.since))
        leave = self._gone_on()
        reasons = tuple(self._desk.floor.reasons.values())
        card = self._pop(words, Reasons(reasons, self._lang, leave.reason if leave else ""))
        card.said.connect(lambda code, note: self._presence.say(code, note, leave))

    def _gone_on(self) -> Leave | None:
        """Return the leave the agent may have been on when nobody said why."""
        unsaid = self._presence.unsaid
        return self._desk.leaves.covering(self._desk.agent.id, unsaid.since if unsaid else self._now())

    def _pop(self, words: str, reasons: Reasons) -> WhyCard:
        card = WhyCard(words, reasons, self._window)
        card.destroyed.connect(self._answered)
        card.move(self._tabs.mapToGlobal(QPoint(24, 44)))
        card.show()
        card.setFocus()
        return card

    @Slot()
    def _answered(self) -> None:
        self._is_asking = False
        self.show()
