"""The top bar (self, next deadline, seat, road, who) and the bottom line (waiting, last sync, paper)."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from app.records.accounts import Agent
from app.records.presence import State
from app.ui import wording
from app.ui.heartbeat import Road
from app.ui.kit.icons import icon
from app.ui.kit.style import as_tip, figures, mark
from app.ui.lock import KEY as LOCK_KEY

_TOP, _BOTTOM = 40, 26
_TONES = {"synced": "good", "pending": "warn", "away": "warn", "attention": "danger"}
_TONES |= {"refused": "danger", "stuck": "danger"}
_WHY_NOT = frozenset({"away", "refused", "stuck"})
_LOOK_MS = 20_000
_LEAST = 48  # px that a text has which gives way in a bar


BUSY_KEY, CALL_KEY = "Ctrl+Alt+B", "Ctrl+Alt+H"
_STATES = {State.READY: "good", State.BUSY: "warn"}
_NEAR = timedelta(seconds=15)  # of the end of a wrap-up


class TopBar(QFrame):
    state_asked = Signal()  # ready, busy, and back
    late_asked = Signal()
    lock_asked = Signal()
    sign_out_asked = Signal(bool)  # True: somebody else is to sign in
    theme_asked = Signal(str)
    density_asked = Signal(str)
    language_asked = Signal(str)
    wait_asked = Signal(str)  # seconds until the seat locks by itself; "" as the centre has it

    def __init__(
        self, agent: Agent, seat_code: str, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        mark(self, bar="top")
        self.setFixedHeight(_TOP)
        self._now = now
        self._state, self._since = State.READY, now()
        self._until: datetime | None = None
        self._due: datetime | None = None
        self._said = ""
        self.state = QToolButton()
        self.state.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        mark(self.state, bare=True)
        self.state.clicked.connect(lambda: self.state_asked.emit())
        self.clock, self.deadline, self.countdown = QLabel(), QLabel(), QLabel()
        self.dot, self.road = QLabel("●"), QLabel()
        self.seat = QLabel()
        self.show_seat(seat_code)
        self.who = QToolButton()
        self.who.setText(f"{agent.agent_no} {agent.name}  ▾")
        self.who.setToolTip(wording.word("role", agent.role))
        self.who.setAccessibleName(self.tr("当前登录：{} {}").format(agent.agent_no, agent.name))
        mark(self.who, bare=True)
        self.who.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.who.setMenu(self._menu())
        self.lock = QToolButton()
        self.lock.setIcon(icon("lock"))
        self.lock.setToolTip(self.tr("离席，锁定本席  {}").format(LOCK_KEY))
        self.lock.setAccessibleName(self.tr("离席，锁定本席"))
        self.lock.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        mark(self.lock, bare=True)
        self.lock.clicked.connect(lambda: self.lock_asked.emit())
        self._lay_out()
        self.show_state(State.READY, now())
        self.show_deadline("", None)
        self.show_late(0, "")
        ticking = QTimer(self)
        ticking.timeout.connect(self._tick)
        ticking.start(1000)

    def _lay_out(self) -> None:
        for label in (self.clock, self.countdown):
            label.setFont(figures(label.font()))
        self.late = _flat("", self.late_asked.emit)
        self.late.setIcon(icon("circle-alert", "danger"))
        self.late.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        mark(self.late, tone="danger", type="")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        left = (self.state, self.clock, _line(), self.seat, _line(), self.late, self.deadline, self.countdown)
        for widget in left:
            row.addWidget(widget)
        row.addStretch()
        for widget in (self.dot, self.road, _line(), self.who, self.lock):
            row.addWidget(widget)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("换人登录"), lambda: self.sign_out_asked.emit(True))
        menu.addAction(self.tr("退出登录"), lambda: self.sign_out_asked.emit(False))
        menu.addSeparator()
        themes = (("auto", self.tr("跟随系统")), ("light", self.tr("浅色")), ("dark", self.tr("深色")))
        self.themes = _choices(menu.addMenu(self.tr("外观")), themes, self.theme_asked.emit)
        rows = (("dense", self.tr("紧凑")), ("easy", self.tr("宽松")))
        self.densities = _choices(menu.addMenu(self.tr("行距")), rows, self.density_asked.emit)
        # A language is named in itself, whatever the window speaks.
        languages = (("zh_CN", "简体中文"), ("zh_TW", "繁體中文"), ("en", "English"))
        self.languages = _choices(menu.addMenu(self.tr("语言")), languages, self.language_asked.emit)
        return menu

    def offer_waits(self, longest: int, chosen: str) -> None:
        """Offer to lock sooner than after *longest* seconds, which is the centre's."""
        # In words: who looks for a number in the command bar does not want these.
        waits = {30: self.tr("半分钟"), 60: self.tr("一分钟"), 120: self.tr("两分钟"), 300: self.tr("五分钟")}
        rows = [("", self.tr("按中心规定"))]
        rows += [(str(seconds), words) for seconds, words in waits.items() if seconds < longest]
        self.waits = _choices(self.who.menu().addMenu(self.tr("没人时锁定")), rows, self.wait_asked.emit)
        for action in self.waits.actions():
            action.setChecked(action.data() == chosen)

    def mark_choices(self, *used: str) -> None:
        """Tick what is in use: theme, density, language."""
        for group, code in zip((self.themes, self.densities, self.languages), used, strict=True):
            for action in group.actions():
                action.setChecked(action.data() == code)

    def show_state(self, state: State, since: datetime, until: datetime | None = None) -> None:
        """Say it, and for how long; or how long it may go on yet, *until* that is over."""
        self._state, self._since, self._until = state, since, until
        self.state.setText("●  " + wording.word("agent", state))
        is_over = state is State.WRAP_UP
        turn = self.tr("转为示闲  {}") if is_over or state is State.BUSY else self.tr("转为示忙  {}")
        call = self.tr("话后延时  {}") if is_over else self.tr("通话结束，转话后  {}")
        self.state.setToolTip(f"{turn.format(BUSY_KEY)}\n{call.format(CALL_KEY)}")
        self._tick()

    def show_seat(self, code: str) -> None:
        self.seat.setText(self.tr("席位 {}").format(code))

    def show_deadline(self, what: str, due: datetime | None, tip: str = "", *, is_near: bool = False) -> None:
        """Say what is due next; *is_near*: it was warned of. *tip* says which rule, in which hours."""
        self._due = due
        text = self.tr("快到时限 {}") if is_near else self.tr("下一时限 {}")
        self._said = text.format(what) if due else self.tr("没有临近的时限")
        mark(self.deadline, tone="warn" if is_near else "" if due else "muted")
        for label in (self.deadline, self.countdown):
            label.setToolTip(as_tip(tip))
        self._tick()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the deadline what all else leaves; in a narrow window the tip has the rest."""
        beside = self._row.sizeHint().width() - self.deadline.sizeHint().width()
        room = max(self.width() - beside - 1, _LEAST)  # a label's own width is rounded up
        _show_within(self.deadline, self._said, room)
        self._row.activate()

    def show_late(self, count: int, tip: str) -> None:
        """Say how many are late, for as long as they are."""
        self.late.setText(self.tr("已超时 {}").format(count))
        self.late.setToolTip(as_tip(tip))
        self.late.setVisible(count > 0)
        self._fit()

    def show_road(self, road: Road) -> None:
        self.road.setText(wording.road(road.code, road.count, road.detail))
        tip = wording.road_tip(road.code)
        for label in (self.dot, self.road):
            label.setToolTip(tip)
        mark(self.dot, tone=_TONES.get(road.code, "muted"))
        self._fit()

    def _tick(self) -> None:
        now, until = self._now(), self._until
        left = until - now if until else _NEAR * 2
        tone = "danger" if left < timedelta() else "warn" if left <= _NEAR else ""
        self.clock.setText(wording.left(until, now) if until else wording.clock(now - self._since))
        mark(self.clock, tone=tone)
        mark(self.state, tone=tone or _STATES.get(self._state, "accent"))
        self.countdown.setText(wording.left(self._due, now) if self._due else "")
        mark(self.countdown, tone="danger" if self._due and self._due < now else "")
        self._fit()  # a longer countdown is never cut, not for a moment


class BottomLine(QFrame):
    keys_asked = Signal()
    printer_asked = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now, self._road = now, Road("alone")
        self._said = self._reason = ""
        mark(self, bar="bottom")
        self.setFixedHeight(_BOTTOM)
        self.words = QLabel()
        self.words.setContentsMargins(12, 0, 0, 0)
        self.words.setFont(figures(self.words.font()))
        mark(self.words, tone="muted", type="small")
        self.why = QLabel()
        mark(self.why, type="small")
        self.paper = _flat("", self.printer_asked.emit)
        self.paper.setToolTip(self.tr("选择打印机  Ctrl+Shift+F8"))
        self.keys = _flat(self.tr("F1 按键"), self.keys_asked.emit)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 8, 0)
        row.setSpacing(8)
        self._beside = _line()
        for label in (self.words, self.why):
            label.setMinimumWidth(_LEAST)
        for widget in (self.words, self.why, self._beside, self.paper):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self.keys)
        self.show_printer("", "")
        self.looking = QTimer(self, interval=_LOOK_MS)
        self.looking.timeout.connect(lambda: self.show_road(self._road))
        self.looking.start()

    def show_road(self, road: Road) -> None:
        """Say how much waits and since when, when all was last well, and why it is not."""
        self._road, now = road, self._now()
        parts = []  # a seat of its own sends nothing, and the top bar says so
        if road.code != "alone":
            parts.append(self.tr("待发送 {}").format(road.pending))
            if road.oldest_at:
                parts.append(self.tr("最早 {}").format(wording.ago(road.oldest_at, now)))
            if road.attention:
                parts.append(self.tr("需要处理 {}").format(road.attention))
            at = wording.last(road.at, now) if road.at else self.tr("还没有")
            parts.append(self.tr("最后同步 {}").format(at))
        self._said = " · ".join(parts)
        self._reason = wording.road(road.code, 0, road.detail) if road.code in _WHY_NOT else ""
        mark(self.why, tone=_TONES.get(road.code, ""))
        tip = "\n".join(filter(None, (self._said, self._reason, wording.road_tip(road.code))))
        for label in (self.words, self.why):
            label.setToolTip(as_tip(tip))
        self.why.setVisible(bool(self._reason))
        for widget in (self.words, self._beside):
            widget.setVisible(bool(parts))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Never cut what can be clicked: the words give way, then the reason; both are whole in the tip."""
        for label, said in ((self.words, self._said), (self.why, self._reason)):
            label.setText(said)
        over = self._row.sizeHint().width() - self.width() + 2  # each label's own width is rounded up
        for label, said in ((self.words, self._said), (self.why, self._reason)):
            if over > 0 and said:
                whole = label.fontMetrics().horizontalAdvance(said)
                _show_within(label, said, max(whole - over, _LEAST))
                over -= whole - label.fontMetrics().horizontalAdvance(label.text())
        self._row.activate()

    def show_printer(self, name: str, state: str, tone: str = "") -> None:
        """Say where slips go: *name* empty, into a folder. *state*: how the printer stands, a code."""
        said = self.tr("打印机 {}").format(wording.printer(name, state)) if name else ""
        self.paper.setText(said or self.tr("派工单存为 PDF"))
        mark(self.paper, tone=tone)
        self._fit()

    def show_printing(self) -> None:
        self.paper.setText(self.tr("正在打印派工单…"))
        self._fit()


def _show_within(label: QLabel, text: str, room: int) -> None:
    label.setText(label.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room))


def _line() -> QFrame:
    line = QFrame()
    line.setFixedSize(1, 16)
    mark(line, divider=True)
    return line


def _flat(text: str, act: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    mark(button, bare=True, type="small")
    button.clicked.connect(lambda: act())
    return button


def _choices(menu: QMenu, rows: Sequence[tuple[str, str]], act: Callable[[str], None]) -> QActionGroup:
    group = QActionGroup(menu)
    for code, text in rows:
        action = QAction(text, group)
        action.setCheckable(True)
        action.setData(code)
        menu.addAction(action)
    group.triggered.connect(lambda action: act(action.data()))
    return group
