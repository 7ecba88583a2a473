"""F1: the list of keys beside the work, the place's own first; here are those no command or button tells."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.forms.kinds import Kind
from app.ui.commands import Command
from app.ui.kit.buttons import KeyButton, KeyHint
from app.ui.kit.style import mark
from app.ui.wording import QT_TRANSLATE_NOOP

Keys = Sequence[tuple[str, str]]

# What a form and what lies over the work bind themselves.
FORM_KEYS: Keys = (
    ("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "保存受理（Enter 从不提交）")),
    ("F9", QT_TRANSLATE_NOOP("Keys", "派工")),
    ("F8", QT_TRANSLATE_NOOP("Keys", "打印派工单；工单列表：打印所选的")),
    ("Ctrl+D", QT_TRANSLATE_NOOP("Keys", "作废派工单时：只作废，不另开")),
    ("Ctrl+↓", QT_TRANSLATE_NOOP("Keys", "去下一个要填的（多行文字里也行）")),
    ("Alt+N", QT_TRANSLATE_NOOP("Keys", "客户未提供（选原因）")),
    ("Ctrl+S", QT_TRANSLATE_NOOP("Keys", "存草稿（平时也自动存）")),
    ("Ctrl+Z", QT_TRANSLATE_NOOP("Keys", "撤回这一项的回答（Ctrl+Shift+Z 恢复）")),
    ("Alt+G", QT_TRANSLATE_NOOP("Keys", "采用类别建议")),
    ("Alt+T", QT_TRANSLATE_NOOP("Keys", "展开或收起话术")),
    ("Alt+P", QT_TRANSLATE_NOOP("Keys", "把来电人填入表单")),
    ("Alt+I", QT_TRANSLATE_NOOP("Keys", "核对来电人身份")),
    ("Alt+J", QT_TRANSLATE_NOOP("Keys", "同一件事：把来电人加到已有的案件")),
    ("Alt+H", QT_TRANSLATE_NOOP("Keys", "来电人的档案：合并、拆开、标记")),
    ("Ctrl+1 … 9", QT_TRANSLATE_NOOP("Keys", "第几张表单")),
    ("Esc", QT_TRANSLATE_NOOP("Keys", "收起正在问的几项，什么也不变")),
    ("Alt+Z", QT_TRANSLATE_NOOP("Keys", "撤销，或提示里的那一步")),
    ("Alt+A", QT_TRANSLATE_NOOP("Keys", "最上面一条提示的那一步；来电：受理")),
)

# What a list binds without a button of its own.
LIST_KEYS: Keys = (
    ("Ctrl+F", QT_TRANSLATE_NOOP("Keys", "列表：筛选（Alt+C 清除）")),
    ("Ctrl+C", QT_TRANSLATE_NOOP("Keys", "列表：复制所选行（Ctrl+Shift+C 带表头）")),
    ("Ctrl+E", QT_TRANSLATE_NOOP("Keys", "列表：导出 XLSX 或 CSV")),
    ("Ctrl+P", QT_TRANSLATE_NOOP("Keys", "列表：打印")),
    ("Ctrl+Alt+V", QT_TRANSLATE_NOOP("Keys", "列表：视图（存下筛选、排序和列，或换成存过的）和列")),
    ("Alt+V", QT_TRANSLATE_NOOP("Keys", "列表：显示号码")),
    ("Ctrl+Alt+C", QT_TRANSLATE_NOOP("Keys", "列表：复制号码")),
)

# What stands on buttons of other pages: there F1 reads it from them.
PAGE_KEYS: Keys = (
    ("Alt+X", QT_TRANSLATE_NOOP("Keys", "复核：登记漏登、错登（无误 Ctrl+Enter）；整体派工：这次不派")),
    ("Alt+Y", QT_TRANSLATE_NOOP("Keys", "案件：记一笔")),
    ("Alt+F", QT_TRANSLATE_NOOP("Keys", "案件：照片、录音")),
    ("Alt+M", QT_TRANSLATE_NOOP("Keys", "案件、工单：更多可做的事")),
    ("Alt+C", QT_TRANSLATE_NOOP("Keys", "工单、核实：催办")),
    ("Alt+S", QT_TRANSLATE_NOOP("Keys", "置换通气结单：由我结单，或不由我")),
    ("Alt+Shift+T", QT_TRANSLATE_NOOP("Keys", "案件：投诉的下一步")),
    ("Alt+D", QT_TRANSLATE_NOOP("Keys", "打开这条记录的冲突")),
    ("Alt+Q", QT_TRANSLATE_NOOP("Keys", "冲突：用我的；离线登录：是我")),
    ("Alt+W", QT_TRANSLATE_NOOP("Keys", "冲突：用对方的；离线登录：不是我")),
    ("Alt+E", QT_TRANSLATE_NOOP("Keys", "冲突：改成别的")),
    ("Alt+R", QT_TRANSLATE_NOOP("Keys", "案件、工单：退回；请示：转上一级；离席申请：拒绝")),
    ("Alt+Shift+P", QT_TRANSLATE_NOOP("Keys", "工单：已电话通知")),
    ("Alt+Shift+C", QT_TRANSLATE_NOOP("Keys", "回电：由我回电")),
    ("Alt+Shift+N", QT_TRANSLATE_NOOP("Keys", "回电：开一张受理")),
)

# What a kind of field does with keys, said while the caret is in one.
FIELD_KEYS: Mapping[Kind, Keys] = {
    Kind.CHOICE: (
        ("1 … 9", QT_TRANSLATE_NOOP("Keys", "选第几个（按钮排开时）")),
        ("a … z ↓", QT_TRANSLATE_NOOP("Keys", "拼音首字母筛选，↓ 打开列表")),
        ("Enter", QT_TRANSLATE_NOOP("Keys", "选中，去下一个要填的")),
    ),
    Kind.MULTI_CHOICE: (
        ("1 … 9", QT_TRANSLATE_NOOP("Keys", "勾选或取消第几个")),
        ("← →", QT_TRANSLATE_NOOP("Keys", "移动，空格勾选")),
    ),
    Kind.YES_NO: (("Y N", QT_TRANSLATE_NOOP("Keys", "是、否（1、2 也行）")),),
    Kind.READ_BACK: (("Space", QT_TRANSLATE_NOOP("Keys", "打勾")),),
    Kind.LONG_TEXT: (
        ("Enter", QT_TRANSLATE_NOOP("Keys", "换行")),
        ("Tab", QT_TRANSLATE_NOOP("Keys", "下一个空，没有就下一项")),
    ),
    Kind.DATE_TIME: (("14:05", QT_TRANSLATE_NOOP("Keys", "或 11-21 9:30、明天下午三点")),),
}

_SIDE, _TOP = 16, 48  # from the right edge, and under the top bar
_COLUMNS, _HERE = 3, 8  # the first begins with the keys of this place: so many lines of it are theirs


class KeyOverview(QFrame):
    """Lies over the work and takes no focus: the agent may go on typing. Esc or F1 closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        mark(self, popup=True, card=True)
        self.setAccessibleName(self.tr("按键"))
        self.hide()
        self._room = parent
        parent.installEventFilter(self)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(24)
        self._first = QVBoxLayout()
        hint = QLabel(self.tr("Esc 关闭 · Ctrl+K 按名字找任何动作"))
        mark(hint, tone="muted", type="small")
        self._commands: Iterable[Command] = ()
        self._here: Callable[[], Keys] = tuple
        self._foot = QHBoxLayout()
        self._foot.addWidget(hint)
        self._foot.addStretch()
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 12, 16, 12)
        page.setSpacing(8)
        page.addLayout(self._columns)
        page.addLayout(self._foot)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.hide)

    def show_commands(self, commands: Iterable[Command], here: Callable[[], Keys]) -> None:
        """Take the *commands* to list, and what tells the keys of the place the agent is at; asked once."""
        self._commands, self._here = commands, here

    def _list(self) -> None:
        """List the commands that have a key, and the keys of the pages, once somebody wants to see them."""
        anywhere = [(c.key, c.text) for c in self._commands if c.key and c.listed]
        lines = [("", self.tr("随处可按")), *anywhere, ("", self.tr("表单与提示")), *told(FORM_KEYS)]
        # As many in each: one group a column would be higher than the lowest window.
        each = -(-(len(lines) + _HERE) // _COLUMNS)
        first = QVBoxLayout()
        first.addLayout(self._first)
        first.addLayout(_column(lines[: each - _HERE]), 1)
        self._columns.addLayout(first)
        for start in range(each - _HERE, len(lines), each):
            self._columns.addLayout(_column(lines[start : start + each]))

    def offer_help(self, text: str, key: str, act: Callable[[], object]) -> None:
        """Put a button to the help pages at the foot; asked once."""
        button = KeyButton(text, key, icon="book-open", owned=True)
        button.clicked.connect(self.hide)
        button.clicked.connect(lambda: act())
        self._foot.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)

    def _list_here(self) -> None:
        """Put the keys of this place before all others."""
        if (old := self._first.takeAt(0)) is not None and (widget := old.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        if keys := self._here():
            here, rows = QWidget(), _column([("", self.tr("这里")), *keys])
            rows.setContentsMargins(0, 0, 0, 0)
            here.setLayout(rows)
            self._first.addWidget(here)

    def toggle(self) -> None:
        if not self._columns.count():
            self._list()
        if not self.isVisible():
            self._list_here()
        self.setVisible(not self.isVisible())
        self._place()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        self.adjustSize()
        self.move(max(0, self._room.width() - self.width() - _SIDE), _TOP)


def of_field(kind: Kind) -> list[tuple[str, str]]:
    """Return what keys do in a field of that *kind*."""
    return told(FIELD_KEYS.get(kind, ()))


def told(keys: Keys) -> list[tuple[str, str]]:
    return [(key, QCoreApplication.translate("Keys", text)) for key, text in keys]


def _column(lines: Keys) -> QGridLayout:
    """Lay out keys with what they do; a line without a key stands over those that follow."""
    rows = QGridLayout()
    rows.setHorizontalSpacing(12)
    rows.setVerticalSpacing(1)
    for row, (key, text) in enumerate(lines):
        words = QLabel(text)
        if key:
            rows.addWidget(KeyHint(key), row, 0, Qt.AlignmentFlag.AlignRight)
            rows.addWidget(words, row, 1)
        else:
            mark(words, type="section")
            rows.addWidget(words, row, 0, 1, 2)
    rows.setRowStretch(len(lines), 1)
    return rows
