"""One's own password, changed at work: the one that holds now, and the new one twice."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QVBoxLayout, QWidget

from app.ui import wording
from app.ui.door import DoorEdit
from app.ui.form.foot import FootBar
from app.ui.kit.paging import Run
from app.ui.kit.sentence import Sentence
from app.ui.kit.style import mark
from app.ui.newpassword import refusal_of
from app.ui.record import HeadLine

_WIDEST = 320


@dataclass(frozen=True, slots=True)
class PasswordDesk:
    """``change`` takes the old and the new one; ``run`` what goes over the network."""

    change: Callable[[str, str], None]
    run: Run
    is_alone: bool


class PasswordPage(QWidget):
    """What was typed goes when the page does."""

    titled = Signal()
    told = Signal(str)
    record = "password"

    def __init__(self, desk: PasswordDesk) -> None:
        super().__init__()
        self._desk, self._asking = desk, False
        self.title = self.tr("修改密码")
        self.head, self.foot = HeadLine(), FootBar()
        self.sentence = Sentence(self.tr("至少 12 个字符，或 4 个词。"))
        self.head.show_line(self.title, [], [])
        self.old = DoorEdit(self.tr("现在的密码"), secret=True)
        self.new = DoorEdit(self.tr("新密码"), secret=True)
        self.again = DoorEdit(self.tr("再输一次"), secret=True)
        self.edits = (self.old, self.new, self.again)
        alone = self.tr("新密码马上在本席生效。忘了它，只有恢复密钥打得开本席的数据。")
        joined = self.tr("新密码马上在中心和本席生效。别的席位连不上中心时，还认您上次在那里登录用的密码。")
        why = QLabel(alone if desk.is_alone else joined)
        why.setWordWrap(True)
        mark(why, tone="muted")
        self._lay_out(why)
        self.button = self.foot.add_button(
            self.tr("换密码"), "Ctrl+Enter", self.send, icon="lock", primary=True
        )
        for edit, after in pairwise(self.edits):
            edit.entered.connect(after.setFocus)
        self.again.entered.connect(self.send)
        for edit in self.edits:
            edit.caps_seen.connect(self.sentence.hint_caps)
        self.setFocusProxy(self.old)

    def _lay_out(self, why: QLabel) -> None:
        form = QFrame()
        rows = QFormLayout(form)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        rows.setContentsMargins(16, 12, 16, 8)
        rows.setHorizontalSpacing(12)
        rows.setVerticalSpacing(8)
        rows.addRow(why)
        for edit in self.edits:
            edit.setMaximumWidth(_WIDEST)
            rows.addRow(edit.accessibleName(), edit)
        rows.addRow(self.sentence)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addWidget(form)
        page.addStretch(1)
        page.addWidget(self.foot)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark(self, room=True)

    def send(self) -> None:
        """Change it, unless something is missing."""
        if self._asking:
            return
        old, new = self.old.text(), self.new.text()
        if not old:
            self._say("empty_password", self.old)
        elif code := refusal_of(new, self.again.text()):
            self._say(code, self.new)
        else:
            self._ask(True)
            self.sentence.say(self.tr("正在换密码…"), "muted")
            self._desk.run(lambda: self._desk.change(old, new), self._changed, self._refused)

    def _ask(self, asking: bool) -> None:
        self._asking = asking
        for widget in (*self.edits, self.button):
            widget.setEnabled(not asking)

    def _changed(self, _: object) -> None:
        self._ask(False)
        self._forget()
        self.sentence.rest()
        self.told.emit(self.tr("密码已换。下次登录、解锁用新的。"))

    def _refused(self, error: Exception) -> None:
        self._ask(False)
        code, wait = getattr(error, "code", type(error).__name__), getattr(error, "wait", 0)
        self._say("wait" if wait > 1 else str(code), self.old, wait)

    def _say(self, code: str, at: DoorEdit, wait: int = 0) -> None:
        self.sentence.say(wording.refusal(code, left=wording.seconds(wait)))
        at.clear()
        at.setFocus()

    def _forget(self) -> None:
        for edit in self.edits:
            edit.clear()

    def hideEvent(self, event: QHideEvent) -> None:
        self._forget()
        super().hideEvent(event)

    def leave(self) -> None:
        self._forget()
