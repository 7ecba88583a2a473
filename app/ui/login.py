"""The door: sign in, or set the seat up on its first start. The pages know no store."""

from collections.abc import Callable
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.ui import wording
from app.ui.kit.labels import SIGN, paint_sign
from app.ui.kit.style import mark

_CARD_WIDTH = 424


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

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._composing = bool(event.preeditString())

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


class Sentence(QLabel):
    """One sentence under the fields; it keeps its place so that nothing jumps."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumHeight(44)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._wrong = False

    def say(self, text: str, tone: str = "danger") -> None:
        self._wrong = bool(text) and tone == "danger"
        self.setContentsMargins(SIGN + 6 if self._wrong else 0, 0, 0, 0)
        self.setText(text)
        mark(self, tone=tone)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._wrong:
            paint_sign(self, 0, 3)


class _Door(QWidget):
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
        self.card.setFixedWidth(_CARD_WIDTH)
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

    def refuse(self, code: str) -> None:
        """Say why it did not work; nothing typed but the password is lost."""
        self.busy(False)
        self.sentence.say(wording.refusal(code))

    def busy(self, working: bool) -> None:
        raise NotImplementedError


class SignInPage(_Door):
    asked = Signal(str, str)

    def __init__(self, now: Callable[[], datetime], centre: str, seat_code: str, agent_no: str = "") -> None:
        super().__init__(now, centre, seat_code)
        self.agent_no = DoorEdit(self.tr("工号"))
        self.agent_no.setText(agent_no)
        self.password = DoorEdit(self.tr("密码"), secret=True)
        self.button = QPushButton(self.tr("登录  Enter"))
        self.button.setProperty("primary", True)
        fields = _fields()
        fields.addRow(self.tr("工号"), self.agent_no)
        fields.addRow(self.tr("密码"), self.password)
        self.inside.addLayout(fields)
        self.inside.addWidget(self.sentence)
        self.inside.addWidget(self.button)
        self.agent_no.entered.connect(self.password.setFocus)
        self.password.entered.connect(self._ask)
        self.password.caps_seen.connect(self._hint)
        self.button.clicked.connect(self._ask)
        self.setFocusProxy(self.password if agent_no else self.agent_no)

    def refuse(self, code: str) -> None:
        super().refuse(code)
        self.password.clear()
        self.password.setFocus()

    def busy(self, working: bool) -> None:
        for widget in (self.agent_no, self.password, self.button):
            widget.setEnabled(not working)
        if working:
            self.sentence.say(self.tr("正在核对密码，打开本席数据…"), "muted")

    def _hint(self, caps: bool) -> None:
        self.sentence.say(self.tr("大写锁定（Caps Lock）已开。") if caps else "", "warn")

    def _ask(self) -> None:
        agent_no, password = self.agent_no.text().strip(), self.password.text()
        if not agent_no or not password:
            self.sentence.say(wording.refusal("empty_agent_no" if not agent_no else "empty_password"))
            (self.password if agent_no else self.agent_no).setFocus()
            return
        self.busy(True)
        self.asked.emit(agent_no, password)


class FirstStartPage(_Door):
    """Two ways, side by side in words: join a centre, or work alone on this seat."""

    join_asked = Signal(Path, str, str)
    alone_asked = Signal(str, str, str, str)

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(now, "", "")
        self.centre.setText(self.tr("坐席工作台 · 首次启动"))
        self.card.setFixedWidth(_CARD_WIDTH + 80)
        self.join = QRadioButton(self.tr("加入中心：我有管理员给的入网文件"))
        self.alone = QRadioButton(self.tr("仅此席位：先在这台电脑上单独使用，以后可加入中心"))
        self._join_page, self._alone_page = self._joining(), self._starting_alone()
        self.button = QPushButton()
        self.button.setProperty("primary", True)
        for widget in (self.join, self.alone, self._join_page, self._alone_page, self.sentence, self.button):
            self.inside.addWidget(widget)
        self.join.toggled.connect(self._choose)
        self.button.clicked.connect(self._ask)
        self.join.setChecked(True)
        self.setFocusProxy(self.join)

    def _joining(self) -> QWidget:
        self.path = DoorEdit(self.tr("入网文件"))
        self.browse = QPushButton(self.tr("选择…"))
        self.browse.clicked.connect(self._browse)
        self.join_no = DoorEdit(self.tr("工号"))
        self.join_password = DoorEdit(self.tr("密码"), secret=True)
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(self.browse)
        page = QWidget()
        fields = _fields(page)
        fields.addRow(self.tr("入网文件"), row)
        fields.addRow(self.tr("工号"), self.join_no)
        fields.addRow(self.tr("密码"), self.join_password)
        self._chain(self.path, self.join_no, self.join_password)
        return page

    def _starting_alone(self) -> QWidget:
        self.name_of_centre = DoorEdit(self.tr("中心名称"))
        self.alone_no = DoorEdit(self.tr("工号"))
        self.name = DoorEdit(self.tr("姓名"))
        self.alone_password = DoorEdit(self.tr("密码"), secret=True)
        self.again = DoorEdit(self.tr("再输一次"), secret=True)
        page = QWidget()
        fields = _fields(page)
        fields.addRow(self.tr("中心名称"), self.name_of_centre)
        fields.addRow(self.tr("工号"), self.alone_no)
        fields.addRow(self.tr("姓名"), self.name)
        fields.addRow(self.tr("密码"), self.alone_password)
        fields.addRow(self.tr("再输一次"), self.again)
        self._chain(self.name_of_centre, self.alone_no, self.name, self.alone_password, self.again)
        return page

    def _chain(self, *edits: DoorEdit) -> None:
        for edit, after in pairwise(edits):
            edit.entered.connect(after.setFocus)
        edits[-1].entered.connect(self._ask)
        for edit in edits:
            edit.caps_seen.connect(self._hint)

    def _hint(self, caps: bool) -> None:
        sender = self.sender()
        if isinstance(sender, QLineEdit) and sender.echoMode() == QLineEdit.EchoMode.Password:
            self.sentence.say(self.tr("大写锁定（Caps Lock）已开。") if caps else "", "warn")

    def _choose(self, join: bool) -> None:
        self._join_page.setVisible(join)
        self._alone_page.setVisible(not join)
        self.button.setText(self.tr("加入中心  Enter") if join else self.tr("建立本席  Enter"))
        self.sentence.say("")

    def _browse(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("选择入网文件"), "", self.tr("入网文件 (*.json);;所有文件 (*)")
        )
        if path:
            self.path.setText(path)
            self.join_no.setFocus()

    def refuse(self, code: str) -> None:
        super().refuse(code)
        edits = (self.join_password,) if self.join.isChecked() else (self.alone_password, self.again)
        for edit in edits:
            edit.clear()
        (self.path if code == "enrolment" else edits[0]).setFocus()

    def busy(self, working: bool) -> None:
        for widget in (self.join, self.alone, self._join_page, self._alone_page, self.button):
            widget.setEnabled(not working)
        if working:
            self.sentence.say(self.tr("正在建立本席的加密数据…"), "muted")

    def _ask(self) -> None:
        joining = self.join.isChecked()
        needed = (
            (self.path, self.join_no, self.join_password)
            if joining
            else (self.name_of_centre, self.alone_no, self.name, self.alone_password, self.again)
        )
        for edit in needed:
            if not edit.text().strip():
                self.sentence.say(self.tr("“{}”还没有填。").format(edit.accessibleName()))
                edit.setFocus()
                return
        if joining:
            self.busy(True)
            path = Path(self.path.text().strip().strip('"'))
            self.join_asked.emit(path, self.join_no.text().strip(), self.join_password.text())
            return
        if self.alone_password.text() != self.again.text():
            self.refuse("passwords_differ")
            return
        self.busy(True)
        words = [e.text().strip() for e in (self.name_of_centre, self.alone_no, self.name)]
        self.alone_asked.emit(*words, self.alone_password.text())


def _fields(parent: QWidget | None = None) -> QFormLayout:
    fields = QFormLayout(parent) if parent else QFormLayout()
    fields.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
    fields.setHorizontalSpacing(12)
    fields.setVerticalSpacing(12)
    fields.setContentsMargins(0, 0, 0, 0)
    return fields
