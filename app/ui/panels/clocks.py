"""All clocks that concern the agent, in a tab: what is late, near, or comes later; and the rule of each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout
from shiboken6 import isValid

from app.desk.board import Running
from app.desk.clocks import Clocks
from app.desk.retention import Mean, Retention
from app.ui import clockwords, wording
from app.ui.bridge import Bridge
from app.ui.facts import Facts
from app.ui.form.foot import FootBar
from app.ui.kit.empty import EmptyState
from app.ui.kit.paging import Run
from app.ui.kit.style import mark
from app.ui.lines import HEAD, MORE, TONE
from app.ui.panel import Panel
from app.ui.record import HeadLine
from app.ui.tree import Tree, cell

_MOST = 100  # of a group are listed, the first due; the count is of all
_TICK_MS = 1_000
_ROOM = 460  # less, and the list would lie in a slit
_GROUPS = ("late", "near", "later")
_TONES = {"late": "danger", "near": "warn", "later": "muted"}


@dataclass(frozen=True, slots=True)
class ClockDesk:
    """``run`` takes what reads long."""

    clocks: Clocks
    retention: Retention
    run: Run
    now: Callable[[], datetime]
    lang: str


class ClocksPage(Panel):
    titled = Signal()
    open_asked = Signal(str, str)  # kind, id
    record = "clocks"

    def __init__(self, desk: ClockDesk, bridge: Bridge) -> None:
        super().__init__(bridge, frozenset({"board", "clock"}))
        self._desk, self.title = desk, self.tr("时限")
        self._shown: list[list[Running]] = [[] for _ in _GROUPS]  # as far as they are listed
        self._counts = [0 for _ in _GROUPS]
        self._means: list[Mean] = []
        self.head, self.foot, self.tree, self.facts = HeadLine(), FootBar(), Tree(), Facts()
        self.means = QLabel()
        self.means.setWordWrap(True)
        self.means.setTextFormat(Qt.TextFormat.PlainText)
        self.means.setContentsMargins(16, 8, 16, 0)
        self.none = EmptyState(self.tr("没有在走的时限。案件、工单有了时限，会出现在这里。"))
        self.tree.setAccessibleName(self.title)
        self.model = QStandardItemModel(0, 2, self)
        self.tree.setModel(self.model)
        self.open_button = self.foot.add_button(
            self.tr("打开这一条"), "Ctrl+Enter", self.open_chosen, icon="folder-open", primary=True
        )
        self._lay_out()
        self.tree.entered_on.connect(self.open_chosen)
        self.tree.doubleClicked.connect(self.open_chosen)
        self.tree.selectionModel().currentChanged.connect(self._show_rule)
        self._ticking = QTimer(self, interval=_TICK_MS)
        self._ticking.timeout.connect(self._tick)
        self._settling = QTimer(self, singleShot=True)
        self._settling.timeout.connect(lambda: self.tree.scrollTo(self.tree.currentIndex()))
        self.setFocusProxy(self.tree)

    def _lay_out(self) -> None:
        around = QVBoxLayout()
        around.setContentsMargins(8, 8, 8, 0)
        around.addWidget(self.tree)
        self._about = QFrame()
        inside = QVBoxLayout(self._about)
        inside.setContentsMargins(16, 8, 16, 8)
        inside.addWidget(self.facts)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addWidget(self.means)
        page.addLayout(around, 3)
        page.addWidget(self.none, 1)
        page.addWidget(self._about)
        page.addWidget(self.foot)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark(self, room=True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ticking.start()
        self._desk.run(self._desk.retention.means, self._reckoned, self._failed)

    def hideEvent(self, event: QHideEvent) -> None:
        self._ticking.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the rule of the chosen one; where there is no room for both, the list alone."""
        self._about.setVisible(any(self._shown) and self.height() > _ROOM)

    # -- the list --

    def refresh(self) -> None:
        board, now = self._desk.clocks.board, self._desk.now()
        near = board.warned(now)
        seen = {id(each) for each in near}
        later = [each for each in board.mine if each.due >= now and id(each) not in seen]
        groups = [board.late(now), near, later]
        shown, counts = [list(each[:_MOST]) for each in groups], [len(each) for each in groups]
        if (shown, counts) != (self._shown, self._counts):
            self._shown, self._counts = shown, counts
            self._fill(now)
        told = zip(_GROUPS, counts, strict=True)
        chips = [(f"{self._group(code)} {count}", _TONES[code]) for code, count in told if count]
        self.head.show_line(
            self.title, [self.tr("只列最先到的，没有全部")] if board.is_cut else [], chips[:2]
        )
        self.tree.setVisible(any(shown))
        self._fit()
        self.open_button.setVisible(any(shown))
        self.none.setVisible(not any(shown))
        self._show_means()

    def _fill(self, now: datetime) -> None:
        chosen = self._chosen()
        self.model.removeRows(0, self.model.rowCount())
        for code, count, found in zip(_GROUPS, self._counts, self._shown, strict=True):
            if not found:
                continue
            head = [cell(self._group(code)), cell(f"{count:,}", right=True)]
            for each in head:
                each.setData(True, HEAD)
                each.setData("text", TONE)
            for clock in found:
                head[0].appendRow(self._row(clock, code, now))
            self.model.appendRow(head)
            self.tree.setExpanded(head[0].index(), True)
        self._choose(chosen)

    def _group(self, code: str) -> str:
        names = {"late": self.tr("已超时"), "near": self.tr("快到时限"), "later": self.tr("以后")}
        return names[code]

    def _row(self, clock: Running, code: str, now: datetime) -> list[QStandardItem]:
        lang = self._desk.lang
        about, left = cell(clockwords.title(clock, lang)), cell(wording.left(clock.due, now), right=True)
        about.setData(f"{clock.rule.rule}  {clock.facts.title}".strip(), MORE)
        left.setToolTip(clockwords.due(clock))
        left.setData(_TONES[code], TONE)
        return [about, left]

    def _at(self, index: QModelIndex) -> Running | None:
        if not index.isValid() or not index.parent().isValid():
            return None
        filled = [found for found in self._shown if found]
        return filled[index.parent().row()][index.row()]

    def _chosen(self) -> Running | None:
        return self._at(self.tree.currentIndex())

    def _choose(self, before: Running | None) -> None:
        """Choose what was chosen, else the first."""
        filled = [found for found in self._shown if found]
        for place, found in enumerate(filled):
            for row, each in enumerate(found):
                if before is None or (each.facts.id, each.rule) == (before.facts.id, before.rule):
                    self.tree.setCurrentIndex(self.model.index(row, 0, self.model.index(place, 0)))
                    return
        if filled and before is not None:
            self._choose(None)

    def _tick(self) -> None:
        """Count down what can be seen; what turned late moves when the board says so."""
        now, index = self._desk.now(), self.tree.indexAt(self.tree.viewport().rect().topLeft())
        bottom = self.tree.viewport().rect().bottom()
        while index.isValid() and self.tree.visualRect(index).top() <= bottom:
            if (clock := self._at(index)) is not None:
                left = self.model.itemFromIndex(index.siblingAtColumn(1))
                left.setText(wording.left(clock.due, now))
            index = self.tree.indexBelow(index)

    # -- one of them, and the month --

    def _show_rule(self) -> None:
        clock = self._chosen()
        self.facts.show_rows(clockwords.about(clock, self._desk.lang) if clock else [])
        self._settling.start(0)  # the list may be lower now

    def open_chosen(self) -> None:
        if (clock := self._chosen()) is not None:
            self.open_asked.emit(clock.facts.kind, clock.facts.id)

    def _reckoned(self, means: list[Mean]) -> None:
        if isValid(self):
            self._means = means
            self._show_means()

    def _failed(self, error: Exception) -> None:
        """Without the month the list stands all the same."""

    def _show_means(self) -> None:
        lang, mine = self._desk.lang, self._desk.clocks.board.mine
        told = []
        for each in self._means:
            clock = next((c for c in mine if c.rule.code == each.rule.code), None)
            if each.count or clock:
                told.append(clockwords.mean(each, clock, lang))
        self.means.setText("\n".join(told))
        self.means.setVisible(bool(told))
