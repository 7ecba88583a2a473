"""Where slips go: a menu of the printers over the bottom line."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.ui import wording
from app.ui.printers import Printers

Act = Callable[[], object]
QUEUE_KEY = "Shift+F8"


@dataclass(frozen=True, slots=True)
class PrintActs:
    """What the menu offers beside the printers."""

    preview: Act
    queue: Act
    setup: Act
    trial: Act
    folder: Act


class PrintMenu(QMenu):
    """Filled at once with what is known, and again when the spooler has answered."""

    def __init__(self, printers: Printers, acts: PrintActs, host: QWidget) -> None:
        super().__init__(host)
        self._printers, self._acts = printers, acts
        self._corner = QPoint()
        self.setAccessibleName(self.tr("选择打印机"))
        printers.changed.connect(self._refill)

    def pop(self, corner: QPoint) -> None:
        """Open upwards from *corner*, the lower left one, on the screen."""
        self._corner = corner
        self._printers.find()
        self._fill()
        self.popup(corner - QPoint(0, self.sizeHint().height()))
        self._mark()

    def _refill(self) -> None:
        if self.isVisible():
            self._fill()
            self.resize(self.sizeHint())
            self.move(self._corner - QPoint(0, self.height()))
            self._mark()

    def _mark(self) -> None:
        """Stand on what is chosen: Enter or Esc changes nothing."""
        self.setActiveAction(next(each for each in self.actions() if each.isChecked()))

    def _fill(self) -> None:
        printers = self._printers
        self.clear()
        self._offer(self.tr("存为 PDF"), "")
        states = {each.name: str(each.state) for each in printers.found}
        if printers.name and printers.name not in states:
            states[printers.name] = str(printers.state or "")
        for name, state in states.items():
            self._offer(f"{name}\t{wording.word('printer', state)}".strip(), name)
        if told := self._told():
            self.addAction(told).setEnabled(False)
        self.addSeparator()
        for text, act in (
            (self.tr("预览、份数、哪几联…") + "\tCtrl+F8", self._acts.preview),
            (self.tr("打印队列") + f"\t{QUEUE_KEY}", self._acts.queue),
            (self.tr("每种单子的打印设置…"), self._acts.setup),
            (self.tr("打测试页"), self._acts.trial),
            (self.tr("打开存放派工单的文件夹"), self._acts.folder),
        ):
            self.addAction(text).triggered.connect(partial(_do, act))

    def _told(self) -> str:
        if self._printers.is_finding and not self._printers.found:
            return self.tr("正在找打印机…")
        if self._printers.refused:
            return wording.word("printer", self._printers.refused)
        return "" if self._printers.found else self.tr("这台电脑没有打印机")

    def _offer(self, text: str, name: str) -> None:
        action = QAction(text, self)
        action.setCheckable(True)
        action.setChecked(name == self._printers.name)
        action.triggered.connect(partial(self._printers.choose, name))
        self.addAction(action)


def _do(act: Act, checked: bool = False) -> None:
    act()
