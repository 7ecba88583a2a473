"""What doors are made of: a calm page, one card, lines whose Enter means something. They know no store."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from app.ui import wording
from app.ui.kit.sentence import Sentence

CARD_WIDTH, WIDE = 424, 504
_BREAKS = dict.fromkeys(map(ord, "\r\n\u2028\u2029"))


class DoorEdit(QLineEdit):
    """A line whose Enter means something, but never while an input method is composing."""

    entered = Signal()
    caps_seen = Signal(bool)

    def __init__(self, name: str, *, secret: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMaxLength(256)
        self._composing = False
        if secret:
            self.setEchoMode(QLineEdit.EchoMode.Password)
            self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
            self.setAcceptDrops(False)
        self.textEdited.connect(self._keep_one_line)

    def _keep_one_line(self, text: str) -> None:
        """Drop a line break that was pasted with a password: unseen, and never to be typed again."""
        if (kept := text.translate(_BREAKS)) != text:
            self.setText(kept)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._composing = bool(event.preeditString())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # Under X11 the middle button pastes what is marked anywhere.
        if event.button() is not Qt.MouseButton.MiddleButton or self.echoMode() is self.EchoMode.Normal:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        # Qt does not tell the state of Caps Lock: a capital without Shift does.
        if event.key() == Qt.Key.Key_CapsLock:
            self.caps_seen.emit(False)
        elif text.isalpha() and text.isascii():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_seen.emit(text.isupper() != shift)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self._composing:
                self.entered.emit()
            return
        super().keyPressEvent(event)


class Door(QWidget):
    """A calm page: clock above, one card in the middle."""

    def __init__(self, now: Callable[[], datetime], centre: str, seat_code: str) -> None:
        super().__init__()
        self.setProperty("ground", True)
        self._now = now
        self.clock = QLabel()
        self.clock.setProperty("tone", "muted")
        self.centre = QLabel(centre)
        self.centre.setProperty("type", "title")
        self.seat = QLabel(self.tr("席位 {}").format(seat_code) if seat_code else "")
        self.seat.setProperty("tone", "muted")
        self.sentence = Sentence()
        self.card = QFrame()
        self.card.setProperty("card", True)
        self.card.setFixedWidth(CARD_WIDTH)
        self.inside = QVBoxLayout(self.card)
        self.inside.setContentsMargins(24, 24, 24, 24)
        self.inside.setSpacing(12)
        self._lay_out()
        self._tick()
        ticking = QTimer(self)
        ticking.timeout.connect(self._tick)
        ticking.start(1000)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.seat)
        top.addStretch()
        top.addWidget(self.clock)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 16, 24, 24)
        page.addLayout(top)
        page.addStretch(2)
        page.addWidget(self.centre, alignment=Qt.AlignmentFlag.AlignHCenter)
        page.addSpacing(16)
        middle = QHBoxLayout()  # an alignment would measure the card's sentence at the page's width
        middle.addStretch()
        middle.addWidget(self.card)
        middle.addStretch()
        page.addLayout(middle)
        page.addStretch(3)

    def _tick(self) -> None:
        self.clock.setText(wording.day_and_time(self._now()))

    def refuse(self, code: str, wait: int = 0) -> None:
        """Say why it did not work; nothing typed but the password is lost. *wait*: seconds until a password
        is looked at again."""
        self.busy(False)
        self.sentence.say(wording.refusal(code, left=wording.seconds(wait)))

    def busy(self, working: bool) -> None:
        raise NotImplementedError


class PasswordDoor(Door):
    """Asks for a password; while that is looked at, nothing on the card can be changed."""

    def __init__(self, now: Callable[[], datetime], centre: str, seat_code: str) -> None:
        super().__init__(now, centre, seat_code)
        self.password = DoorEdit(self.tr("密码"), secret=True)
        self.button = QPushButton()
        self.button.setProperty("primary", True)
        self._wait, self._counts_down, self._is_eager = 0, False, False
        # A coarse one may be early, and what is asked too soon is asked in vain.
        self._waiting = QTimer(self, interval=1000, timerType=Qt.TimerType.PreciseTimer)
        self._waiting.timeout.connect(self._tick_wait)
        self.password.entered.connect(self._enter)
        self.password.caps_seen.connect(self.sentence.hint_caps)
        self.button.clicked.connect(self._enter)

    def refuse(self, code: str, wait: int = 0) -> None:
        super().refuse(code)
        self.password.clear()
        self.password.setFocus()
        if wait:
            self._wait, self._counts_down, self._is_eager = wait, wait > 1 or code == "wait", False
            self._waiting.start()
            self._show_wait()

    def _tick_wait(self) -> None:
        self._wait -= 1
        self._show_wait()

    def _show_wait(self) -> None:
        self.button.setEnabled(not self._wait)
        if self._counts_down:
            self.sentence.say(wording.refusal("wait", left=wording.seconds(self._wait)))
        if not self._wait:
            self._waiting.stop()
            if self._counts_down:
                self.sentence.say(self.tr("可以再输密码了。"), "muted")
            if self._is_eager:
                self._ask()

    def stop_waiting(self) -> None:
        """Let another number be tried at once."""
        if self._wait:
            self._wait, self._is_eager = 0, False
            self._show_wait()

    def _enter(self) -> None:
        """Ask, or as soon as the last second is over."""
        self._is_eager = self._wait == 1
        if not self._waiting.isActive():
            self._ask()

    def busy(self, working: bool) -> None:
        for widget in (*self.card.findChildren(QLineEdit), *self.card.findChildren(QPushButton)):
            widget.setEnabled(not working)
        if working:
            self.sentence.say(self.tr("正在核对密码，打开本席数据…"), "muted")

    def _ask(self) -> None:
        raise NotImplementedError


def fields(parent: QWidget | None = None) -> QFormLayout:
    fields = QFormLayout(parent) if parent else QFormLayout()
    fields.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
    fields.setHorizontalSpacing(12)
    fields.setVerticalSpacing(12)
    fields.setContentsMargins(0, 0, 0, 0)
    return fields
