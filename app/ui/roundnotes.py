"""The day's rounds of calls: built as their time comes, and said by a strip (CB-1)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from app.desk.following import Following
from app.ui.commands import Command
from app.ui.kit.strips import Strip, Strips
from app.ui.rooms import Tools

_LOOK_MS = 30_000
_AGAIN = timedelta(minutes=5)  # between two looks at orders that came since
_NAME = "visits"


@dataclass(frozen=True, slots=True)
class Round:
    """What a look found: who is to be called now, so many ``left`` for the handover; ``missing``: a list a
    sample is drawn of has not come."""

    due: int
    left: int
    missing: bool


class RoundNotes(QObject):
    """Reads and builds in the lane of the store. Closed, the strip comes again with the next round, or as
    more are to be called."""

    open_asked = Signal(str, str)  # kind, id

    def __init__(self, strips: Strips, following: Following, tools: Tools) -> None:
        super().__init__(strips)
        self._strips, self._following, self._tools = strips, following, tools
        self._builds_at: datetime | None = None  # None: now
        self._reading = self._stale = False
        self._said = Round(0, 0, missing=False)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        tools.bridge.changed.connect(self._changed)

    def commands(self) -> list[Command]:
        show = self.open_asked.emit
        return [
            Command(
                self.tr("回访：这一轮要打的"), partial(show, "visits", "visits"), "Shift+F7", icon="headset"
            ),
            Command(self.tr("安检抽样回访"), partial(show, "sample", "sample"), icon="list"),
            Command(self.tr("满意率"), partial(show, "satisfaction", "satisfaction"), icon="star"),
        ]

    @Slot(object)
    def _changed(self, kinds: frozenset[str]) -> None:
        if "order" in kinds and self._builds_at is not None:
            self._builds_at = min(self._builds_at, self._tools.now() + _AGAIN)
        if kinds & {"callback", "household", "sample"}:
            self._look(builds=False)

    def look(self) -> None:
        """Build what is to be built by now, and say what there is to do."""
        now = self._tools.now()
        builds = self._builds_at is None or self._builds_at <= now
        if builds:
            rounds = self._following.rounds
            self._builds_at = min(rounds.next_look(), now + timedelta(hours=1))
        self._look(builds=builds)

    def _look(self, *, builds: bool) -> None:
        if self._reading:
            self._stale = True
            return
        self._reading = True
        self._tools.background.store.run(partial(_read, self._following, builds), self._came, self._failed)

    def _failed(self, error: Exception) -> None:
        """The file is closed, or another program holds it: the next look tries again."""
        if isValid(self):
            self._reading = False
            self._builds_at = None

    def _came(self, found: Round) -> None:
        if not isValid(self):
            return
        self._reading = False
        if self._stale:
            self._stale = False
            self._look(builds=False)
        self._say(found)

    def _say(self, found: Round) -> None:
        before, self._said = self._said, found
        if not found.due:
            self._strips.take(_NAME)
        elif found.due > before.due or found.left > before.left or self._strips.holds(_NAME):
            text = self.tr("有 {} 户要回访。").format(found.due)
            if found.left:
                text = self.tr("有 {} 户要回访，其中 {} 户留交接。").format(found.due, found.left)
            show = partial(self.open_asked.emit, "visits", "visits")
            self._strips.put(_NAME, Strip(text, "warn", self.tr("去回访"), show))
        if found.missing and not before.missing:
            text = self.tr("上周的安检名单还没有收到（CB-2）。")
            show = partial(self.open_asked.emit, "sample", "sample")
            self._strips.put("sample", Strip(text, "accent", self.tr("查看"), show))
        elif not found.missing:
            self._strips.take("sample")


def _read(following: Following, builds: bool) -> Round:
    """Runs in the lane."""
    if builds:
        following.rounds.build()
    visits, samples = following.visits, following.samples
    missing = any(map(samples.is_missing, samples.lists)) and visits.sees_all
    return Round(len(visits.due()), len(visits.left_over()), missing)
