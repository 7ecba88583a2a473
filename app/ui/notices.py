"""What goes up as a strip by itself: entries that want a person, sessions the agent is asked about, refused
form definitions, a seat long out of touch with central, a clock that is off."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from app.forms.load import FormBroken
from app.ui import flaws, wording
from app.ui.heartbeat import Heartbeat, Road
from app.ui.kit.strips import Strip, Strips

OUT_OF_TOUCH = timedelta(minutes=30)
CLOCK_OFF = timedelta(minutes=2)
_LOOK_MS = 60_000
_OUT_OF_REACH = frozenset({"alone", "away", "refused", "working"})


class Notices(QObject):
    attention_asked = Signal()
    sessions_asked = Signal()

    def __init__(
        self,
        strips: Strips,
        heartbeat: Heartbeat,
        broken: Iterable[FormBroken],
        unconfirmed: Callable[[], int],
        now: Callable[[], datetime],
    ) -> None:
        """*unconfirmed*: how many sessions the agent has yet to own to."""
        super().__init__(strips)
        self._strips, self._heartbeat, self._now = strips, heartbeat, now
        self._since = now()
        self._unconfirmed, self._asked_of = unconfirmed, 0  # and how many it was last said of
        self._slow = timedelta()  # by how much the clock was said to be behind
        self._attention = 0  # so many entries wanted a person when it was last said
        self._said_at: datetime | None = None
        for each in reversed(list(broken)):
            strips.put(f"form {each.file} {each.line}", Strip(flaws.sentence(each), "warn"))
        heartbeat.changed.connect(self._show_road)
        heartbeat.recoded.connect(self._show_code)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._show_road(heartbeat.road)

    def look(self) -> None:
        """See whether there are sessions to ask about, and whether the seat is out of touch for too long."""
        road = self._heartbeat.road
        self._look_for_sessions(road)
        apart = self._now() - max(road.at or self._since, self._since)
        if road.code == "alone" or apart <= OUT_OF_TOUCH:
            self._strips.take("apart")
            self._said_at = None
            return
        if not self._strips.holds("apart"):
            if self._said_at and self._now() - self._said_at < OUT_OF_TOUCH:
                return  # it was closed: said again only when it has lasted as long once more
            self._said_at = self._now()
        text = self.tr("已有 {} 没有与中心库同步。记录都在本机，不会丢；请检查网络，或告诉值班长。")
        retry = Strip(text.format(wording.lasting(apart)), "warn", self.tr("现在再试"), self._heartbeat.start)
        self._strips.put("apart", retry)

    def warn_of_lock(self, seconds: int) -> None:
        """Say that the seat locks in *seconds* unless somebody is there; 0: somebody is."""
        if seconds:
            text = self.tr("{} 秒后锁定，按任意键继续").format(seconds)
            self._strips.put("lock", Strip(text, "warn", first=True))
        else:
            self._strips.take("lock")

    def _look_for_sessions(self, road: Road) -> None:
        """Ask only while central can be told; what was closed is asked again when there are others."""
        count = self._unconfirmed()
        if not count:
            self._strips.take("sessions")
        elif road.code in _OUT_OF_REACH or count == self._asked_of:
            return
        else:
            text = self.tr("您有 {} 次离线登录待确认。").format(count)
            self._strips.put("sessions", Strip(text, "accent", self.tr("去确认"), self.sessions_asked.emit))
        self._asked_of = count

    def _look_at_clock(self, slow: timedelta) -> None:
        """Closed, it is said again only once the clock is off by something else."""
        if abs(slow) < CLOCK_OFF:
            self._strips.take("clock")
            self._slow = timedelta()
        elif abs(slow - self._slow) >= CLOCK_OFF:
            self._slow, length = slow, wording.lasting(abs(slow))
            text = (
                self.tr("这台电脑的时间比中心库慢 {}，时限会算错。请校正系统时间，或告诉管理员。")
                if slow > timedelta()
                else self.tr("这台电脑的时间比中心库快 {}，时限会算错。请校正系统时间，或告诉管理员。")
            )
            self._strips.put("clock", Strip(text.format(length), "warn"))

    def _show_code(self, code: str) -> None:
        text = self.tr("席位代码改为 {}，已有编号不变：本机数据是副本，另一份还在用。请告诉管理员。")
        self._strips.put("code", Strip(text.format(code), "warn"))

    def _show_road(self, road: Road) -> None:
        if not road.attention:
            self._strips.take("attention")
        elif road.attention != self._attention:
            text = self.tr("有 {} 条记录中心库没有接受，或与别席冲突。两边的内容都留着。")
            look = Strip(text.format(road.attention), "danger", self.tr("查看"), self.attention_asked.emit)
            self._strips.put("attention", look)
        self._attention = road.attention
        self._look_at_clock(road.slow)
        self.look()
