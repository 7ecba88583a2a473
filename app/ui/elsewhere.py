"""Before the workplace opens: the agent works at another seat, and says whether that one is to lock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton

from app.records.accounts import Elsewhere
from app.ui import wording
from app.ui.door import Door
from app.ui.kit.style import mark


@dataclass(frozen=True, slots=True)
class Seated:
    """Who works where; ``may``: whether they may have that seat lock."""

    agent_no: str
    at: Elsewhere
    may: bool


class ElsewherePage(Door):
    asked = Signal(str)  # with nothing more to say
    back_asked = Signal()

    def __init__(self, seated: Seated, now: Callable[[], datetime], centre: str, seat_code: str) -> None:
        super().__init__(now, centre, seat_code)
        at, since = seated.at, wording.last(seated.at.since, now())
        head = QLabel(self.tr("{} 已在席位 {} 上登录").format(seated.agent_no, at.seat))
        head.setTextFormat(Qt.TextFormat.PlainText)
        mark(head, type="section")
        what = (
            self.tr(
                "{} 起在用。在这里登录，会让那边锁定；那边的草稿都留着。如果不是您本人，请马上告诉值班长。"
            )
            if seated.may
            else self.tr("{} 起在用。中心不允许同时在两席：请先在那边退出登录，或请值班长让那边退出登录。")
        )
        why = QLabel(what.format(since))
        why.setWordWrap(True)
        mark(why, tone="muted")
        self.button = QPushButton(self.tr("在这里登录，锁定那边  Enter"))
        self.button.setProperty("primary", True)
        self.button.setVisible(seated.may)
        self.back = QPushButton(self.tr("返回  Esc"))
        for widget in (head, why, self.sentence, self.button, self.back):
            self.inside.addWidget(widget)
        self.button.clicked.connect(self._go)
        self.back.clicked.connect(self.back_asked)
        self.setFocusProxy(self.button if seated.may else self.back)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back.click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.back if self.back.hasFocus() else self.button).click()
        else:
            super().keyPressEvent(event)

    def busy(self, working: bool) -> None:
        for button in (self.button, self.back):
            button.setEnabled(not working)
        if working:
            self.sentence.say(self.tr("正在登录，那边随即锁定…"), "muted")

    def _go(self) -> None:
        self.busy(True)
        self.asked.emit("")
