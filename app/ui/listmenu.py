"""The way to the lists: a menu under F5 that takes a digit, and a row of buttons under the work list."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtWidgets import QFrame, QMenu, QToolButton, QWidget

from app.desk.listings import AUDIT, LISTS
from app.ui.commands import Command
from app.ui.form.flow import Flow
from app.ui.kit.icons import icon
from app.ui.kit.style import mark
from app.ui.wording import QT_TRANSLATE_NOOP

KEY = "F5"
_ICONS = {
    "calls": "phone",
    "cases": "folder-open",
    "orders": "truck",
    "customers": "users",
    "callbacks": "phone-outgoing",
    "tasks": "list",
    "prints": "printer",
    "accesses": "eye",
}
_TITLES = {
    "calls": QT_TRANSLATE_NOOP("ListNames", "受理记录"),
    "cases": QT_TRANSLATE_NOOP("ListNames", "案件"),
    "orders": QT_TRANSLATE_NOOP("ListNames", "工单"),
    "customers": QT_TRANSLATE_NOOP("ListNames", "客户"),
    "callbacks": QT_TRANSLATE_NOOP("ListNames", "回电"),
    "tasks": QT_TRANSLATE_NOOP("ListNames", "核实登记"),
    "prints": QT_TRANSLATE_NOOP("ListNames", "派工单登记簿"),
    "accesses": QT_TRANSLATE_NOOP("ListNames", "号码查看记录"),
}


def titles(*, audits: bool = True) -> dict[str, str]:
    """Return the lists there are, each with its name; of who saw numbers, where somebody *audits*."""
    names = (name for name in LISTS if audits or name != AUDIT)
    return {name: QCoreApplication.translate("ListNames", _TITLES[name]) for name in names}


class ListMenu(QMenu):
    chosen = Signal(str)

    def __init__(self, parent: QWidget, *, audits: bool) -> None:
        super().__init__(parent)
        self._titles = titles(audits=audits)
        for digit, (name, title) in enumerate(self._titles.items(), 1):
            action = self.addAction(icon(_ICONS[name], chosen="on-accent"), f"&{digit}  {title}")
            action.triggered.connect(partial(self.chosen.emit, name))

    def pop(self, at: QPoint) -> None:
        """Open at *at* (on the screen) with the first list marked."""
        self.popup(at)
        self.setActiveAction(self.actions()[0])

    def commands(self) -> list[Command]:
        """Return one for each list, for the command bar."""
        text = self.tr("列表：{}")
        return [
            Command(text.format(title), partial(self.chosen.emit, name), icon=_ICONS[name])
            for name, title in self._titles.items()
        ]


class ListRow(QFrame):
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        mark(self, bar="bottom")
        row = Flow(0, 2)
        row.setContentsMargins(0, 6, 0, 6)
        for digit, (name, title) in enumerate(titles(audits=False).items(), 1):
            button = QToolButton()
            button.setText(title)
            button.setToolTip(f"{title}  {KEY} {digit}")
            button.setAccessibleName(title)
            mark(button, bare=True, type="small")
            button.clicked.connect(partial(self.chosen.emit, name))
            row.addWidget(button)
        self.setLayout(row)
