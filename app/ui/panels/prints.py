"""The print queue in a tab: what waits, what prints, what did not come out and why, and what helps."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout
from shiboken6 import isValid

from app.desk.prints import Prints
from app.records.ids import Id
from app.records.prints import JobState, PrintJob
from app.ui import wording
from app.ui.bridge import Bridge
from app.ui.form.foot import FootBar
from app.ui.kit.empty import EmptyState
from app.ui.kit.paging import Run
from app.ui.kit.style import as_tip, mark
from app.ui.lines import ICON, MORE, TONE
from app.ui.panel import Panel
from app.ui.record import HeadLine
from app.ui.tree import Tree, cell

_KEY = Qt.ItemDataRole.UserRole + 1
_REST_MS = 150
_TONES = {JobState.FAILED: "danger", JobState.UNKNOWN: "warn", JobState.DONE: "good"}
_ICONS = {
    JobState.FAILED: "circle-alert",
    JobState.UNKNOWN: "alert-triangle",
    JobState.DONE: "circle-check",
    JobState.HANDED: "circle-check",
    JobState.CANCELLED: "x",
}
_RETRIED = (JobState.FAILED, JobState.CANCELLED)
_MOVED = (JobState.TAKEN, *_RETRIED)


@dataclass(frozen=True, slots=True)
class QueueDesk:
    """``printers`` are those that were found last; ``run`` takes what reads the file."""

    prints: Prints
    people: Callable[[Id], str]
    printers: Callable[[], list[str]]
    run: Run


class QueuePage(Panel):
    titled = Signal()
    told = Signal(str)
    open_asked = Signal(str, str)  # kind, id
    new_asked = Signal()

    def __init__(self, desk: QueueDesk, bridge: Bridge) -> None:
        super().__init__(bridge, frozenset({"print_job"}))
        self._desk, self.record, self.title = desk, "prints", self.tr("打印队列")
        self.head, self.foot, self.tree = HeadLine(), FootBar(), Tree()
        self.model = QStandardItemModel(0, 2, self)
        self.none = EmptyState(
            self.tr("没有打印过。在工单上按 F8，派工单就会出现在这里。"), self.tr("新建受理"), "F2"
        )
        self.jobs: dict[Id, PrintJob] = {}
        self._pages = QStackedWidget()
        self._resting = QTimer(self, singleShot=True, interval=_REST_MS)
        self._lay_out()
        add = self.foot.add_button
        self.out_button = add(self.tr("已出纸"), "Alt+Q", partial(self._settle, True))
        self.lost_button = add(self.tr("没有出纸，再打"), "Alt+W", partial(self._settle, False))
        self.cancel_button = add(self.tr("取消"), "Del", self._cancel)
        self.move_button = add(self.tr("换打印机…"), "Alt+P", self._move)
        self.all_button = add(self.tr("没打出的全部再打"), "Alt+Shift+R", self._all_again)
        self.again_button = add(self.tr("再打"), "Alt+R", self._again, icon="printer", primary=True)
        self._connect()
        self._offer()

    def _lay_out(self) -> None:
        self.tree.setModel(self.model)
        self.tree.setAccessibleName(self.title)
        for widget in (self.tree, self.none):
            self._pages.addWidget(widget)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        around = QVBoxLayout()
        around.setContentsMargins(8, 8, 8, 0)
        around.addWidget(self._pages)
        page.addLayout(around, 1)
        page.addWidget(self.foot)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark(self, room=True)
        self.setFocusProxy(self.tree)

    def _connect(self) -> None:
        self.none.asked.connect(self.new_asked)
        self.tree.entered_on.connect(self._open)
        self.tree.doubleClicked.connect(self._open)
        self.tree.selectionModel().currentRowChanged.connect(self._offer)
        self._resting.timeout.connect(self._read)
        QShortcut(QKeySequence("Backspace"), self.tree).activated.connect(self._cancel)

    # -- what is shown --

    def refresh(self) -> None:
        """Read soon: of hundreds each changes three times within seconds."""
        if not self._resting.isActive():
            self._resting.start()

    def _read(self) -> None:
        def shown(jobs: list[PrintJob]) -> None:
            if isValid(self):
                self._show(jobs)

        self._desk.run(self._desk.prints.shown, shown, lambda error: None)

    def _show(self, jobs: list[PrintJob]) -> None:
        before, self.jobs = self.jobs, {job.id: job for job in jobs}
        if list(before) != list(self.jobs):
            current = self._current()
            self.model.removeRows(0, self.model.rowCount())
            for job in jobs:
                self.model.appendRow(self._row(job))
                if current is not None and job.id == current.id:
                    self.tree.setCurrentIndex(self.model.index(self.model.rowCount() - 1, 0))
            if jobs and not self.tree.currentIndex().isValid():
                self.tree.setCurrentIndex(self.model.index(0, 0))
        else:
            for row, job in enumerate(jobs):
                if job != before[job.id]:
                    _fill(self.model.item(row, 0), self.model.item(row, 1), self._words(job), job)
        page = self.tree if jobs else self.none
        self._pages.setCurrentWidget(page)
        self.setFocusProxy(page)
        self._show_head()
        self._offer()

    def _row(self, job: PrintJob) -> list[QStandardItem]:
        row = [cell(""), cell("", right=True)]
        _fill(row[0], row[1], self._words(job), job)
        row[0].setData(job.id, _KEY)
        return row

    def _words(self, job: PrintJob) -> tuple[str, str, str]:
        """Return what it is; where and when and who; how it stands."""
        where = wording.tray(job.printer, job.tray) if job.printer else self.tr("存为 PDF")
        sets = self.tr("{} 份").format(job.sets) if job.sets > 1 else ""
        when = wording.day_and_time(job.made_at)
        more = " · ".join(filter(None, (where, sets, when, self._desk.people(job.by))))
        state = "kept" if job.state is JobState.DONE and not job.printer else job.state
        return job.number, more, self._state(state, job.reason)

    def _state(self, state: str, reason: str) -> str:
        said = wording.word("job", state)
        return self.tr("{}：{}").format(said, wording.why(reason)) if reason else said

    def _show_head(self) -> None:
        states = [job.state for job in self.jobs.values()]
        chips = []
        for state, tone in ((JobState.FAILED, "danger"), (JobState.UNKNOWN, "warn")):
            if count := states.count(state):
                chips.append((f"{wording.word('job', state)} {count}", tone))
        going = sum(state in (JobState.WAITING, JobState.SENDING, JobState.TAKEN) for state in states)
        self.head.show_line(self.title, [self.tr("还有 {} 件在打").format(going)] if going else [], chips)

    def _offer(self) -> None:
        """Offer what can be done with the one that is chosen."""
        job = self._current()
        state = job.state if job else None
        for button in (self.out_button, self.lost_button):
            button.setVisible(state is JobState.UNKNOWN)
        self.cancel_button.setVisible(state in (JobState.WAITING, JobState.TAKEN, JobState.FAILED))
        self.again_button.setVisible(state in _RETRIED)
        self.move_button.setVisible(state in _MOVED)
        failed = sum(each.state is JobState.FAILED for each in self.jobs.values())
        self.all_button.setVisible(failed > 1)

    # -- what is done --

    def _current(self) -> PrintJob | None:
        id = self.tree.currentIndex().siblingAtColumn(0).data(_KEY)
        return self.jobs.get(id) if id else None

    def _again(self) -> None:
        if job := self._current():
            self._desk.prints.again(job.id)

    def _all_again(self) -> None:
        failed = [job for job in self.jobs.values() if job.state is JobState.FAILED]
        for job in reversed(failed):
            self._desk.prints.again(job.id)

    def _cancel(self) -> None:
        if job := self._current():
            self._desk.prints.cancel(job.id)

    def _settle(self, came_out: bool) -> None:
        if job := self._current():
            self._desk.prints.settle(job.id, came_out=came_out)

    def _move(self) -> None:
        """Offer the other printers; what a spooler has, it is taken from first."""
        job = self._current()
        if job is None or not self.move_button.isVisible():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in self._desk.printers():
            if name != job.printer:
                menu.addAction(name).triggered.connect(partial(self._moved, job.id, name))
        if menu.isEmpty():
            self.told.emit(self.tr("没有别的打印机。Ctrl+Shift+F8 可以再找一遍。"))
            return
        corner = self.move_button.mapToGlobal(self.move_button.rect().topLeft())
        corner.setY(corner.y() - menu.sizeHint().height())
        menu.setActiveAction(menu.actions()[0])
        menu.popup(corner)

    def _moved(self, id: Id, printer: str, checked: bool = False) -> None:
        self._desk.prints.again(id, printer)

    def _open(self, index: QModelIndex) -> None:
        job = self._current()
        if job and job.order:
            self.open_asked.emit("order", job.order)


def _fill(first: QStandardItem, second: QStandardItem, words: tuple[str, str, str], job: PrintJob) -> None:
    what, more, state = words
    first.setText(what)
    first.setData(more, MORE)
    first.setData(_ICONS.get(job.state, "printer"), ICON)
    first.setToolTip(as_tip("\n".join((what, more, state))))
    second.setText(state)
    second.setData(_TONES.get(job.state, ""), TONE)
