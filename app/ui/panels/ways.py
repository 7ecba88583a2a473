"""The passwords and signing keys of the roads messages take, typed in at this seat."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QVBoxLayout, QWidget

from app.desk.messages import Messages
from app.ui.door import DoorEdit
from app.ui.form.foot import FootBar
from app.ui.kit.empty import EmptyState
from app.ui.kit.style import mark
from app.ui.record import HeadLine

_WIDEST = 420


class WaysPage(QWidget):
    """What was typed goes when the page does."""

    titled = Signal()
    told = Signal(str)
    record = "ways"

    def __init__(self, messages: Messages) -> None:
        super().__init__()
        self._messages = messages
        self.title = self.tr("通知线路")
        self.head, self.foot = HeadLine(), FootBar()
        self.head.show_line(self.title, [], [])
        self.edits: dict[str, DoorEdit] = {}
        self.button = self.foot.add_button(
            self.tr("存下"), "Ctrl+Enter", self.send, icon="lock", primary=True
        )
        self._lay_out()

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        ways = self._messages.ways()
        if ways:
            page.addWidget(self._form(ways))
            page.addStretch(1)
            self.setFocusProxy(next(iter(self.edits.values())))
        else:
            empty = self.tr("规则里没有通知线路（forms/rules/notify.yaml），紧急工单由人打电话通知。")
            page.addWidget(EmptyState(empty), 1)
        page.addWidget(self.foot)
        self.button.setVisible(bool(ways))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark(self, room=True)

    def _form(self, ways: list[tuple[str, str, bool]]) -> QWidget:
        form = QFrame()
        rows = QFormLayout(form)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        rows.setContentsMargins(16, 12, 16, 8)
        rows.setHorizontalSpacing(12)
        rows.setVerticalSpacing(8)
        why = QLabel(
            self.tr("密码、签名密钥只存在本席加密的库里，不同步，也不再显示。每个派工的席位各填一次。")
        )
        why.setWordWrap(True)
        mark(why, tone="muted")
        rows.addRow(why)
        for name, leads_to, has in ways:
            edit = self.edits[name] = DoorEdit(self.tr("{} 的密码").format(name), secret=True)
            edit.setMaximumWidth(_WIDEST)
            edit.setPlaceholderText(self.tr("已填过，再填就换掉") if has else self.tr("还没有填"))
            edit.setToolTip(leads_to)
            edit.entered.connect(self.send)
            line = QLabel(f"{name}  {leads_to}")
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            rows.addRow(line)
            rows.addRow(self.tr("密码、密钥"), edit)
        return form

    def send(self) -> None:
        """Keep what was typed; a line left empty changes nothing."""
        typed = {name: edit.text() for name, edit in self.edits.items() if edit.text()}
        for name, secret in typed.items():
            self._messages.keep_secret(name, secret)
            self.edits[name].setPlaceholderText(self.tr("已填过，再填就换掉"))
        self._forget()
        if typed:
            self.told.emit(self.tr("已存下：{}。").format(self.tr("、").join(typed)))

    def _forget(self) -> None:
        for edit in self.edits.values():
            edit.clear()

    def hideEvent(self, event: QHideEvent) -> None:
        self._forget()
        super().hideEvent(event)

    def leave(self) -> None:
        self._forget()
