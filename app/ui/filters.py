"""What narrows a list: a line to type in, times, states, forms, and a few that are on or off."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.desk.accesses import starred
from app.desk.listings import Filters, Listing
from app.ui import wording
from app.ui.form.flow import Flow
from app.ui.kit.buttons import KeyButton
from app.ui.kit.style import mark

_KEYS = {"mine": "Alt+M", "open": "Alt+U", "late": "Alt+L", "owing": "Alt+L"}  # no list has both of these
_WAIT_MS = 250  # after the last sign typed
_WIDEST, _AROUND = 320, 40  # of the line to type in, and what its edges and its button take
_HIGH = 30  # of every part: what stands in a line stands level
_ALL, _TODAY, _SHIFT, _WEEK, _MONTH, _FROM_TO = "", "today", "shift", "week", "month", "from_to"
_DAYS = {_TODAY: 0, _WEEK: 6, _MONTH: 29}

Choices = Sequence[tuple[str, str]]  # code, words


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen, and when the agent's shift began."""

    forms: Choices
    teams: Choices
    now: Callable[[], datetime]
    shift_began: Callable[[], datetime]


class FilterBar(QFrame):
    """Breaks into lines where the pane is narrow. The text is never kept: it is somebody's name."""

    changed = Signal()
    down = Signal()  # from the line into the list
    cleared = Signal()

    def __init__(self, listing: Listing, offered: Offered) -> None:
        super().__init__()
        self._listing, self._offered = listing, offered
        self._restoring = False
        mark(self, bar="head")
        self.line = _Line()
        self.dates, self.states, self.forms, self.teams = _Combo(), _Combo(), _Combo(), _Combo()
        self.since, self.until = QDateEdit(), QDateEdit()
        self.checks = {
            "mine": QCheckBox(self.tr("只看我经办")),
            "open": QCheckBox(self.tr("只看未结")),
            "late": QCheckBox(self.tr("只看超时")),
            "owing": QCheckBox(self.tr("只看欠项")),
        }
        self.clear_button = KeyButton(self.tr("清除筛选"), "Alt+C")
        self._clears = True
        self.count = QLabel()
        self._typing = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._fill()
        self._lay_out()
        self._bind()
        self._connect()
        self._show_from_to()

    def _fill(self) -> None:
        listing, offered = self._listing, self._offered
        self.dates.fill(
            self.tr("时间"),
            [
                (_ALL, self.tr("全部时间")),
                (_TODAY, self.tr("今天")),
                (_SHIFT, self.tr("本班")),
                (_WEEK, self.tr("近 7 天")),
                (_MONTH, self.tr("近 30 天")),
                (_FROM_TO, self.tr("自定起止")),
            ],
        )
        words = [(state, wording.word(listing.kind, state)) for state in listing.states]
        every = {"state": self.tr("全部状态"), "why": self.tr("全部原因")}
        every |= {"ask": self.tr("核实和核查"), "fate": self.tr("打印、补打和作废")}
        self.states.fill(self.tr("状态"), [("", every.get(listing.stated, self.tr("做的都看"))), *words])
        self.forms.fill(self.tr("表单"), [("", self.tr("全部表单")), *offered.forms])
        self.teams.fill(self.tr("班组"), [("", self.tr("全部班组")), *offered.teams])
        today = QDate(offered.now().astimezone().date())  # type: ignore[call-overload]
        for edit, name in ((self.since, self.tr("起")), (self.until, self.tr("止"))):
            edit.setCalendarPopup(True)
            edit.setDisplayFormat("yyyy-MM-dd")
            edit.setDate(today)
            edit.setAccessibleName(name)

    def _about(self) -> str:
        match self._listing.kind:
            case "access":
                return self.tr("工号、座席员、编号或客户")
            case "print":
                return self.tr("派工单号、工单号、工号或座席员")
            case "customer":
                return self.tr("编号、号码 4 位、姓名或首字母")
        return self.tr("编号、号码 4 位、姓名、说过的话")

    def _lay_out(self) -> None:
        self.line.setPlaceholderText(self._about())
        self.line.setToolTip(self.tr("筛选  Ctrl+F"))
        self.line.setAccessibleName(self.tr("筛选"))
        self.line.setClearButtonEnabled(True)
        needed = self.line.fontMetrics().horizontalAdvance(self._about()) + _AROUND
        self.line.setMinimumWidth(min(needed, _WIDEST))
        self.line.setMaximumWidth(_WIDEST)
        mark(self.count, tone="muted")
        self.line.setParent(self)  # before the others: so Tab comes to it first
        has, row = self._listing.filters, Flow(8, 6)
        shown: list[tuple[QWidget, bool]] = [
            (self.dates, "date" in has),
            (self.since, False),
            (self.until, False),
            (self.states, "state" in has),
            (self.forms, "form" in has),
            (self.teams, "team" in has),
            *((check, name in has) for name, check in self.checks.items()),
            (self.clear_button, False),
        ]
        for widget, is_shown in shown:
            widget.setParent(self)  # first: shown without a parent, it would be a window of its own
            widget.setFixedHeight(_HIGH)
            row.addWidget(widget)
            widget.setVisible(is_shown)
        self._last: QWidget = self.line  # of the first row, by Tab
        self._first = QHBoxLayout()
        self._first.setSpacing(8)
        self._first.addWidget(self.line, 10)
        self._first.addWidget(self.count)
        self._first.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 8, 12, 8)
        page.setSpacing(6)
        page.addLayout(self._first)
        page.addLayout(row)
        self.setFocusProxy(self.line)

    def _bind(self) -> None:
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.activated.connect(self.line.setFocus)
        find.activated.connect(self.line.selectAll)
        for name, check in self.checks.items():
            check.setToolTip(f"{check.text()}  {_KEYS[name]}")
            if name in self._listing.filters:
                QShortcut(QKeySequence(_KEYS[name]), self).activated.connect(check.toggle)

    def _connect(self) -> None:
        self._typing.timeout.connect(self._tell)
        self.line.textEdited.connect(lambda: self._typing.start())
        self.line.entered.connect(self._at_once)
        self.line.down.connect(self.down)
        for combo in (self.dates, self.states, self.forms, self.teams):
            combo.currentIndexChanged.connect(self._tell)
        for edit in (self.since, self.until):
            edit.dateChanged.connect(self._tell)
        for check in self.checks.values():
            check.toggled.connect(self._tell)
        self.clear_button.clicked.connect(self.clear)

    def add(self, widget: QWidget) -> None:
        """Put *widget* at the right end."""
        widget.setFixedHeight(_HIGH)
        self._first.addWidget(widget)
        QWidget.setTabOrder(self._last, widget)
        self._last = widget

    # -- what is narrowed --

    def filters(self) -> Filters:
        since, until = self._times()
        checks = {name: check.isChecked() for name, check in self.checks.items()}
        return Filters(
            text=self.line.text().strip(),
            form=self.forms.code(),
            state=self.states.code(),
            team=self.teams.code(),
            since=since,
            until=until,
            **checks,
        )

    def is_narrowed(self) -> bool:
        combos = (self.dates, self.states, self.forms, self.teams)
        chosen = any(combo.code() for combo in combos) or any(c.isChecked() for c in self.checks.values())
        return chosen or bool(self.line.text().strip())

    def words(self) -> str:
        """Return what narrows the list as a person reads it; whom it was typed for, nobody is told."""
        return " · ".join([self.chosen(), starred(self.line.text())]).strip(" ·")

    def chosen(self) -> str:
        """Return what was chosen, without what was typed."""
        combos = (self.dates, self.states, self.forms, self.teams)
        said = [combo.currentText() for combo in combos if combo.code()]
        said += [check.text() for check in self.checks.values() if check.isChecked()]
        if self.dates.code() == _FROM_TO:
            said.append(" – ".join(map(str, sorted((_day(self.since), _day(self.until))))))
        return " · ".join(said)

    def clear(self) -> None:
        """Show everything again."""
        self._typing.stop()
        self.line.clear()
        self.restore({})
        self.cleared.emit()
        self._tell()

    def go_on(self, text: str) -> None:
        """Go on typing in the line: the sign came from the list."""
        self.line.setFocus()
        self.line.end(False)
        self.line.insert(text)
        self._typing.start()

    def kept(self) -> dict[str, str | bool]:
        """Return what may be kept for another day: no name and no number."""
        combos = {"dates": self.dates, "states": self.states, "forms": self.forms, "teams": self.teams}
        told: dict[str, str | bool] = {name: combo.code() for name, combo in combos.items()}
        if told["dates"] == _FROM_TO:  # another day it would hide what has come since
            told["dates"] = _ALL
        return told | {name: check.isChecked() for name, check in self.checks.items()}

    def restore(self, told: dict[str, str | bool]) -> None:
        """Set what kept() returned; what the list does not have stays off."""
        self._restoring = True
        combos = {"dates": self.dates, "states": self.states, "forms": self.forms, "teams": self.teams}
        for name, combo in combos.items():
            combo.choose(str(told.get(name, "")))
        for name, check in self.checks.items():
            check.setChecked(bool(told.get(name)) and name in self._listing.filters)
        self._restoring = False
        self._show_from_to()

    def show_count(self, text: str) -> None:
        self.count.setText(text)
        self.updateGeometry()

    def _times(self) -> tuple[datetime | None, datetime | None]:
        preset, now = self.dates.code(), self._offered.now()
        if preset == _SHIFT:
            return self._offered.shift_began(), None
        if preset in _DAYS:
            return _midnight(now.astimezone().date() - timedelta(days=_DAYS[preset])), None
        if preset == _FROM_TO:
            since, until = _day(self.since), _day(self.until)
            return _midnight(min(since, until)), _midnight(max(since, until) + timedelta(days=1))
        return None, None

    def show_clearing(self, here: bool) -> None:
        """Offer to clear the filters *here*, or leave it to what stands in place of the list."""
        if self._clears != here:
            self._clears = here
            self._show_from_to()

    def _show_from_to(self) -> None:
        chosen = self.dates.code() == _FROM_TO
        for edit in (self.since, self.until):
            edit.setVisible(chosen and "date" in self._listing.filters)
        self.clear_button.setVisible(self._clears and self.is_narrowed())
        self.updateGeometry()

    def _at_once(self) -> None:
        if self._typing.isActive():
            self._tell()
        self.down.emit()

    def _tell(self) -> None:
        self._typing.stop()
        if not self._restoring:
            self._show_from_to()
            self.changed.emit()


class _Line(QLineEdit):
    """Enter never reaches here while an input method composes: the application's filter takes it."""

    entered = Signal()
    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        else:
            super().keyPressEvent(event)


class _Combo(QComboBox):
    def __init__(self) -> None:
        super().__init__()
        self.setMaxVisibleItems(20)

    def fill(self, name: str, choices: Choices) -> None:
        self.setAccessibleName(name)
        for code, words in choices:
            self.addItem(words, code)

    def code(self) -> str:
        return str(self.currentData() or "")

    def choose(self, code: str) -> None:
        self.setCurrentIndex(max(self.findData(code), 0))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone()


def _day(edit: QDateEdit) -> date:
    chosen = edit.date()
    return date(chosen.year(), chosen.month(), chosen.day())
