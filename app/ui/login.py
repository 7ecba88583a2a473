"""The door: sign in, or set the seat up on its first start."""

from collections.abc import Callable
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QRadioButton, QWidget

from app.ui import wording
from app.ui.door import WIDE, Door, DoorEdit, PasswordDoor, fields


class SignInPage(PasswordDoor):
    asked = Signal(str, str)

    def __init__(self, now: Callable[[], datetime], centre: str, seat_code: str, agent_no: str = "") -> None:
        super().__init__(now, centre, seat_code)
        self.agent_no = DoorEdit(self.tr("工号"))
        self.agent_no.setText(agent_no)
        self.button.setText(self.tr("登录  Enter"))
        rows = fields()
        rows.addRow(self.tr("工号"), self.agent_no)
        rows.addRow(self.tr("密码"), self.password)
        self.inside.addLayout(rows)
        self.inside.addWidget(self.sentence)
        self.inside.addWidget(self.button)
        self.agent_no.entered.connect(self.password.setFocus)
        self.agent_no.textEdited.connect(self.stop_waiting)
        self.setFocusProxy(self.password if agent_no else self.agent_no)

    def _ask(self) -> None:
        agent_no, password = self.agent_no.text().strip(), self.password.text()
        if not agent_no or not password:
            self.sentence.say(wording.refusal("empty_agent_no" if not agent_no else "empty_password"))
            (self.password if agent_no else self.agent_no).setFocus()
            return
        self.busy(True)
        self.asked.emit(agent_no, password)


class FirstStartPage(Door):
    """Two ways, side by side in words: join a centre, or work alone on this seat."""

    join_asked = Signal(Path, str, str)
    alone_asked = Signal(str, str, str, str)

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(now, "", "")
        self.centre.setText(self.tr("坐席工作台 · 首次启动"))
        self.card.setFixedWidth(WIDE)
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
        rows = fields(page)
        rows.addRow(self.tr("入网文件"), row)
        rows.addRow(self.tr("工号"), self.join_no)
        rows.addRow(self.tr("密码"), self.join_password)
        self._chain(self.path, self.join_no, self.join_password)
        return page

    def _starting_alone(self) -> QWidget:
        self.name_of_centre = DoorEdit(self.tr("中心名称"))
        self.alone_no = DoorEdit(self.tr("工号"))
        self.name = DoorEdit(self.tr("姓名"))
        self.alone_password = DoorEdit(self.tr("密码"), secret=True)
        self.again = DoorEdit(self.tr("再输一次"), secret=True)
        page = QWidget()
        rows = fields(page)
        rows.addRow(self.tr("中心名称"), self.name_of_centre)
        rows.addRow(self.tr("工号"), self.alone_no)
        rows.addRow(self.tr("姓名"), self.name)
        rows.addRow(self.tr("密码"), self.alone_password)
        rows.addRow(self.tr("再输一次"), self.again)
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
            self.sentence.hint_caps(caps)

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

    def refuse(self, code: str, wait: int = 0) -> None:
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
