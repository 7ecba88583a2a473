"""A new password before the workplace opens: an administrator has set the one that was typed."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton

from app.records.accounts import is_strong
from app.ui.door import DoorEdit, PasswordDoor, fields
from app.ui.kit.style import mark


def refusal_of(new: str, again: str) -> str:
    """Return why *new*, typed twice, will not do, or ""."""
    if not new:
        return "empty_password"
    if not is_strong(new):
        return "short_password"
    return "" if new == again else "passwords_differ"


class NewPasswordPage(PasswordDoor):
    asked = Signal(str)  # the new one
    back_asked = Signal()

    def __init__(self, now: Callable[[], datetime], centre: str, seat_code: str) -> None:
        super().__init__(now, centre, seat_code)
        why = QLabel(self.tr("您的密码是管理员设的，只能用来登录这一次。请换一个只有您知道的。"))
        why.setWordWrap(True)
        mark(why, tone="muted")
        self.password.setAccessibleName(self.tr("新密码"))
        self.again = DoorEdit(self.tr("再输一次"), secret=True)
        self.button.setText(self.tr("换密码并登录  Enter"))
        self.back = QPushButton(self.tr("返回"))
        rows = fields()
        rows.addRow(self.tr("新密码"), self.password)
        rows.addRow(self.tr("再输一次"), self.again)
        self.inside.addWidget(why)
        self.inside.addLayout(rows)
        for widget in (self.sentence, self.button, self.back):
            self.inside.addWidget(widget)
        self.password.entered.disconnect()
        self.password.entered.connect(self.again.setFocus)
        self.again.entered.connect(self._enter)
        self.again.caps_seen.connect(self.sentence.hint_caps)
        self.back.clicked.connect(self.back_asked)
        self.sentence.rest(self.tr("至少 12 个字符，或 4 个词。"))
        self.setFocusProxy(self.password)

    def refuse(self, code: str, wait: int = 0) -> None:
        super().refuse(code, wait)
        self.again.clear()

    def _ask(self) -> None:
        new = self.password.text()
        if code := refusal_of(new, self.again.text()):
            self.refuse(code)
            return
        self.busy(True)
        self.asked.emit(new)
