"""Every key of the workplace in one table, and the list of them that F1 shows beside the work."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.ui.kit.buttons import KeyHint
from app.ui.kit.style import mark
from app.ui.wording import QT_TRANSLATE_NOOP

KEYS: tuple[tuple[str, str], ...] = (
    ("F1", QT_TRANSLATE_NOOP("Keys", "这张按键表")),
    ("F2", QT_TRANSLATE_NOOP("Keys", "新建受理")),
    ("F4", QT_TRANSLATE_NOOP("Keys", "查找来电人")),
    ("F6", QT_TRANSLATE_NOOP("Keys", "下一个窗格（Shift+F6 上一个）")),
    ("F8", QT_TRANSLATE_NOOP("Keys", "打印派工单")),
    ("F9", QT_TRANSLATE_NOOP("Keys", "派工")),
    ("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "保存受理（Enter 从不提交）")),
    ("Alt+N", QT_TRANSLATE_NOOP("Keys", "客户未提供（选原因）")),
    ("Ctrl+S", QT_TRANSLATE_NOOP("Keys", "存草稿（平时也自动存）")),
    ("Ctrl+Tab", QT_TRANSLATE_NOOP("Keys", "下一张表单（Ctrl+Shift+Tab 上一张）")),
    ("Ctrl+1 … 9", QT_TRANSLATE_NOOP("Keys", "第几张表单")),
    ("Ctrl+W", QT_TRANSLATE_NOOP("Keys", "关闭这张表单（草稿留着）")),
    ("Ctrl+Shift+D", QT_TRANSLATE_NOOP("Keys", "丢弃草稿（可撤销）")),
    ("Alt+Z", QT_TRANSLATE_NOOP("Keys", "撤销，或提示里的那一步")),
    ("Alt+P", QT_TRANSLATE_NOOP("Keys", "把来电人填入表单")),
)

_SIDE, _TOP = 16, 48  # from the right edge, and under the top bar


class KeyOverview(QFrame):
    """Lies over the work and takes no focus: the agent may go on typing. Esc or F1 closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        mark(self, popup=True)
        self.setAccessibleName(self.tr("按键"))
        self.hide()
        rows = QGridLayout()
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(8)
        for row, (key, text) in enumerate(KEYS):
            rows.addWidget(KeyHint(key), row, 0, Qt.AlignmentFlag.AlignRight)
            rows.addWidget(QLabel(QCoreApplication.translate("Keys", text)), row, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 16, 24, 16)
        page.addLayout(rows)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.hide)

    def toggle(self) -> None:
        self.adjustSize()
        room = self.parentWidget()
        if room is not None:
            self.move(room.width() - self.width() - _SIDE, _TOP)
        self.setVisible(not self.isVisible())
        self.raise_()
