"""A small window beside the seat: what to try, the plug to pull, the second seat to look at."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from app.demo.centre import AGENTS, CENTRE, PASSWORD
from app.demo.relay import Relay
from app.program import Program
from app.ui.wording import QT_TRANSLATE_NOOP

TRY = (
    QT_TRANSLATE_NOOP("Guide", "F2 选“燃气报修”，只用键盘填完，Ctrl+Enter 保存；漏填一项看看"),
    QT_TRANSLATE_NOOP("Guide", "F9 派工，F8 打印派工单（PDF），再按一次 F8 是补打"),
    QT_TRANSLATE_NOOP("Guide", "F2 选“燃气泄漏报警”：有地址和电话就能保存，其余记为欠项"),
    QT_TRANSLATE_NOOP("Guide", "填到一半退出登录，再登录回来：草稿和光标都在"),
    QT_TRANSLATE_NOOP("Guide", "勾上“拔掉网线”，照常受理和打印；再接上，看第二席位自己收到"),
    QT_TRANSLATE_NOOP("Guide", "右上角可换人登录、换深色外观、换语言"),
)


_WIDTH = 340


class Guide(QWidget):
    def __init__(self, relay: Relay, first: Program, second: Program) -> None:
        super().__init__(first.window, Qt.WindowType.Tool)
        self.setWindowTitle(self.tr("坐席工作台 · 演示"))
        people = "、".join(f"{no} {name}" for no, name, _ in AGENTS)
        head = QLabel(self.tr("{}（虚构）\n工号：{}\n密码：{}").format(CENTRE, people, PASSWORD))
        head.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        head.setWordWrap(True)
        steps = QLabel("\n".join(f"{n}. {self.tr(what)}" for n, what in enumerate(TRY, 1)))
        steps.setWordWrap(True)
        plug = QCheckBox(self.tr("拔掉网线"))
        plug.toggled.connect(lambda out: relay.cut() if out else relay.mend())
        other = QPushButton(self.tr("看第二席位 A02"))
        other.clicked.connect(second.window.showNormal)
        page = QVBoxLayout(self)
        for widget in (head, steps, plug, other):
            page.addWidget(widget)
        self.setFixedSize(_WIDTH, page.totalHeightForWidth(_WIDTH))
        first.window.closing.connect(self.close)
        first.window.closing.connect(second.window.close)
