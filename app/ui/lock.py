"""The lock page: who is locked and since when, their password, another's way in. Nothing of any customer."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton

from app.records.accounts import Agent
from app.ui import causes, wording
from app.ui.door import PasswordDoor, fields
from app.ui.kit.style import figures, mark

KEY = "Ctrl+Alt+L"
_DEAF_MS = 300  # what somebody was typing into a form must not end in the password
_FORGET_MS = 30_000


class LockPage(PasswordDoor):
    unlock_asked = Signal(str)  # password
    somebody_else_asked = Signal()

    def __init__(
        self,
        now: Callable[[], datetime],
        centre: str,
        seat_code: str,
        agent: Agent,
        why: str = causes.KEY,
        after: int = 0,
    ) -> None:
        """*why*: what locked the seat, a code; *after*: the seconds it waited for somebody."""
        self._since = now()  # before the clock of the page ticks for the first time
        self.away = QLabel()
        super().__init__(now, centre, seat_code)
        self.who = QLabel(self.tr("{} {} 已锁定").format(agent.agent_no, agent.name))
        self.who.setTextFormat(Qt.TextFormat.PlainText)
        mark(self.who, type="section")
        mark(self.away, tone="muted")
        self.away.setFont(figures(self.away.font()))
        self.why = QLabel(causes.cause(why, after))
        self.button.setText(self.tr("解锁  Enter"))
        self.other = QPushButton(self.tr("换人登录"))
        rows = fields()
        rows.addRow(self.tr("密码"), self.password)
        self.inside.addWidget(self.who)
        self.inside.addWidget(self.away)
        self.inside.addWidget(self.why)
        self.why.setVisible(bool(self.why.text()))  # not before it has a place: it would be a window
        self.inside.addLayout(rows)
        for widget in (self.sentence, self.button, self.other):
            self.inside.addWidget(widget)
        self._deaf = QTimer(self, singleShot=True, interval=_DEAF_MS)
        self._deaf.start()
        self._forgetting = QTimer(self, singleShot=True, interval=_FORGET_MS)
        self._connect()
        self.setFocusProxy(self.password)

    def _connect(self) -> None:
        self.password.installEventFilter(self)
        self.password.textEdited.connect(lambda _: self._forgetting.start())
        self._forgetting.timeout.connect(self.password.clear)
        self.other.clicked.connect(self.somebody_else_asked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.password.clear()
        return self._deaf.isActive() and isinstance(event, QKeyEvent)

    def _tick(self) -> None:
        super()._tick()
        since, now = self._since, self._now()
        self.away.setText(
            self.tr("{} 起 · 已离开 {}").format(wording.time_of_day(since), wording.clock(now - since))
        )

    def _ask(self) -> None:
        if not self.password.text():
            self.sentence.say(wording.refusal("empty_password"))
            return
        password = self.password.text()
        self.busy(True)
        self.password.clear()
        self.unlock_asked.emit(password)
