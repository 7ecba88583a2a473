"""The lock page: who is locked, since when, why; their password, another's way in. Nothing of customers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.forms.spec import Choice
from app.records.accounts import Agent
from app.records.leaves import Granted
from app.records.presence import Stay
from app.ui import causes, wording
from app.ui.door import WIDE, PasswordDoor, fields
from app.ui.kit.style import figures, mark
from app.ui.reasons import Reasons

KEY = "Ctrl+Alt+L"
_DEAF_MS = 300  # what somebody was typing into a form must not end in the password
_FORGET_MS = 30_000
_SENTENCE, _BETWEEN = 22, 8  # one line: the reasons want the room
_ASKING_MS = 60_000  # then nobody is there to say why (lock.md, 3.7)


@dataclass(frozen=True, slots=True)
class Away:
    """Who is locked at which seat, the stay that goes on, what locked it in words where it was not the agent
    (``cause``), the reasons of the centre, the leave that may begin. ``phone``: remind of the telephone."""

    agent: Agent
    centre: str
    seat_code: str
    stay: Stay
    cause: str
    reasons: Sequence[Choice]
    lang: str
    granted: Granted | None = None
    phone: bool = False


class LockPage(PasswordDoor):
    unlock_asked = Signal(str)  # password
    somebody_else_asked = Signal()
    reason_said = Signal(str, str)  # code, note

    def __init__(self, now: Callable[[], datetime], away: Away) -> None:
        self._stay, self._limits = away.stay, {r.code: timedelta(minutes=r.minutes) for r in away.reasons}
        self._granted = away.granted
        self.away = QLabel()  # before the clock of the page ticks for the first time
        super().__init__(now, away.centre, away.seat_code)
        self.card.setFixedWidth(WIDE)  # and low: at 200 % a notebook's screen is 500 high
        self.inside.setSpacing(_BETWEEN)
        self.who = QLabel(self.tr("{} {} 已锁定").format(away.agent.agent_no, away.agent.name))
        self.who.setTextFormat(Qt.TextFormat.PlainText)
        mark(self.who, type="section")
        self.away.setWordWrap(True)
        self.away.setFont(figures(self.away.font()))
        self.why = QLabel(away.cause)
        self.reasons = Reasons(away.reasons, away.lang, away.granted.leave.reason if away.granted else "")
        self.button.setText(self.tr("解锁  Enter"))
        self.other = QPushButton(self.tr("换人登录"))
        self._lay_in(away)
        self.sentence.rest(self.tr("请把话机也设为离席或示忙。") if away.phone else "")
        self._deaf = QTimer(self, singleShot=True, interval=_DEAF_MS)
        self._deaf.start()
        self._forgetting = QTimer(self, singleShot=True, interval=_FORGET_MS)
        self._asking = QTimer(self, singleShot=True, interval=_ASKING_MS)
        self._connect()
        # Only whoever locked it by hand is there to say why.
        is_open = not away.stay.reason or away.stay.granted is not None
        asks = bool(away.reasons) and away.stay.source in causes.OWN and is_open
        self.setFocusProxy(self.reasons if asks else self.password)
        if asks:
            self._asking.start()

    def _lay_in(self, away: Away) -> None:
        rows = fields()
        rows.addRow(self.tr("密码"), self.password)
        above: tuple[QWidget, ...] = (self.who, self.away, self.why, self.reasons)
        for widget in above:
            self.inside.addWidget(widget)
        self.why.setVisible(bool(away.cause))  # not before it has a place: it would be a window
        self.reasons.setVisible(bool(away.reasons))
        self.inside.addLayout(rows)
        self.sentence.setMinimumHeight(_SENTENCE)
        self.inside.addWidget(self.sentence)
        ways = QHBoxLayout()  # side by side: under each other they do not fit a notebook's screen at 200 %
        ways.addWidget(self.button, 1)
        ways.addWidget(self.other, 1)
        self.inside.addLayout(ways)

    def _connect(self) -> None:
        for widget in (self.password, self.reasons.options):
            widget.installEventFilter(self)
        self.password.textEdited.connect(lambda _: self._forgetting.start())
        self._forgetting.timeout.connect(self.password.clear)
        self._asking.timeout.connect(self._to_password)
        self.reasons.said.connect(self._said)
        self.reasons.passed.connect(self._to_password)
        self.other.clicked.connect(self.somebody_else_asked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and watched is self.password:
            self.password.clear()
        return self._deaf.isActive() and isinstance(event, QKeyEvent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let what is typed while the reasons are asked for be the password: they take digits alone."""
        if self.focusWidget() is self.reasons.options and event.text().strip() and event.text().isprintable():
            self._to_password()
            self.password.insert(event.text())
            self._forgetting.start()
        else:
            super().keyPressEvent(event)

    def _to_password(self) -> None:
        self._asking.stop()
        self.password.setFocus()

    def _said(self, code: str, note: str) -> None:
        self._stay = self._stay.said(code, note, self._granted.leave if self._granted else None)
        self.reasons.show_said(code)
        self._tick()
        self._to_password()
        self.reason_said.emit(code, note)

    def _tick(self) -> None:
        super()._tick()
        stay, now = self._stay, self._now()
        gone = now - stay.since
        limit = stay.granted.longest if stay.granted else self._limits.get(stay.reason)
        since = wording.time_of_day(stay.since)
        if limit and gone > limit:
            text = self.tr("{} 起 · 已离开 {}，超出 {}").format(
                since, wording.clock(gone), wording.clock(gone - limit)
            )
        elif limit:
            text = self.tr("{} 起 · 已离开 {}，最长 {}").format(
                since, wording.clock(gone), wording.lasting(limit)
            )
        else:
            text = self.tr("{} 起 · 已离开 {}").format(since, wording.clock(gone))
        self.away.setText(text + self._on_leave())
        mark(self.away, tone="danger" if limit and gone > limit else "muted")

    def _on_leave(self) -> str:
        """Return that the time away was approved, and who stands in; nothing else of what was asked for."""
        if self._stay.granted is None or self._granted is None:
            return ""
        cover = self.tr(" · 代岗 {}").format(self._granted.cover_no) if self._granted.cover_no else ""
        return "\n" + self.tr("已获准") + cover

    def _ask(self) -> None:
        if not self.password.text():
            self.sentence.say(wording.refusal("empty_password"))
            return
        password = self.password.text()
        self.busy(True)
        self.password.clear()
        self.unlock_asked.emit(password)
