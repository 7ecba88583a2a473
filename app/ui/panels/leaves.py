"""Asking for a leave before it, in a tab: why, from when, how long, who stands in; and what became of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QVBoxLayout

from app.desk.jottings import Jottings
from app.desk.leaves import Asked, Leaves
from app.forms.check import check, clean
from app.forms.kinds import Kind
from app.forms.spec import Choice, Field, Form, Problem, Section, Stage
from app.records.ids import Id
from app.records.leaves import Answer, Leave
from app.records.presence import LONGEST_NOTE
from app.ui import leavewords, wording
from app.ui.bridge import Bridge
from app.ui.form.foot import FootBar
from app.ui.form.view import FormView
from app.ui.jotting import Jotter
from app.ui.kit.paging import Run
from app.ui.kit.style import mark
from app.ui.lines import MORE, TONE
from app.ui.panel import Panel
from app.ui.problems import problem
from app.ui.record import HeadLine
from app.ui.tree import Tree, cell

_LEAVE = Qt.ItemDataRole.UserRole + 1
_ROOM = 360  # less, and the form would lie in a slit
_LONGEST = 480  # minutes: a shift
_TONES = {"approved": "good", "away": "good", "refused": "danger", "unsent": "warn", "asked": "warn"}


@dataclass(frozen=True, slots=True)
class LeaveDesk:
    """``ask`` takes what goes over the network."""

    leaves: Leaves
    reasons: tuple[Choice, ...]
    people: Callable[[Id], str]
    ask: Run
    now: Callable[[], datetime]
    lang: str
    jottings: Jottings


class LeavePage(Panel):
    titled = Signal()
    told = Signal(str)
    record = "leave"

    def __init__(self, desk: LeaveDesk, bridge: Bridge) -> None:
        super().__init__(bridge, frozenset({"leave", "presence", "agent"}))
        self._desk, self.title = desk, self.tr("申请离席")
        self.head, self.foot, self.tree = HeadLine(), FootBar(), Tree()
        self.head.show_line(self.title, [self.tr("离席之前先申请，值班长答复后在这里看得到")], [])
        self.form = self._form()
        self.view = FormView(self.form, desk.lang, self._say, now=desk.now)
        self.view.changed.connect(self._take_minutes)
        self.jotter = Jotter(desk.jottings, self, self.view, self._typed, self)
        for signal in (self.view.changed, self.view.place_changed):
            signal.connect(self.jotter.soon)
        self.model = QStandardItemModel(0, 2, self)
        self.tree.setModel(self.model)
        self.tree.setAccessibleName(self.tr("申请过的离席"))
        self.back_button = self.foot.add_button(self.tr("撤回"), "Alt+W", self.withdraw)
        self.send_button = self.foot.add_button(
            self.tr("送出申请"), "Ctrl+Enter", self.send, icon="send", primary=True
        )
        self._lay_out()
        self._begin()
        self.setFocusProxy(self.view)

    def _lay_out(self) -> None:
        around = QVBoxLayout()
        around.setContentsMargins(8, 0, 8, 8)
        around.addWidget(self.tree)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addWidget(self.view, 1)
        page.addLayout(around, 1)
        page.addWidget(self.foot)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark(self, room=True)

    def _form(self) -> Form:
        covers = tuple(
            Choice(each.id, _words(f"{each.agent_no} {each.name}")) for each in self._desk.leaves.covers()
        )
        noted = tuple(each.code for each in self._desk.reasons if each.note)
        fields = (
            Field(
                "reason", Kind.CHOICE, _words(self.tr("离席原因")),
                required=Stage.SAVE, choices=self._desk.reasons,
            ),
            Field("start", Kind.DATE_TIME, _words(self.tr("从何时起")), required=Stage.SAVE),
            Field(
                "minutes", Kind.NUMBER, _words(self.tr("多少分钟")),
                required=Stage.SAVE, minimum=1, maximum=_LONGEST,
            ),
            Field(
                "cover", Kind.CHOICE, _words(self.tr("代岗人")), _words(self.tr("工号或姓名")),
                required=Stage.SAVE if covers else None, choices=covers,
            ),
            Field(
                "note", Kind.TEXT, _words(self.tr("说明")), _words(self.tr("不要写客户或健康情况")),
                required=Stage.SAVE, required_when={"reason": noted}, max_length=LONGEST_NOTE,
            ),
        )  # fmt: skip
        return Form("leave", 1, {}, (Section("leave", _words(self.tr("这次申请")), fields),))

    def _say(self, found: Problem, field: Field) -> str:
        return problem(found, field, self._desk.lang)

    def _begin(self) -> None:
        """Start a request, from now on unless somebody says otherwise; or go on with what is half typed."""
        self._begun = {"start": self._desk.now().astimezone().isoformat(timespec="minutes")}
        self.view.set_answers({**self._begun, **self.jotter.kept})

    def _typed(self) -> dict[str, Any]:
        return {name: told for name, told in self.view.answers().items() if told != self._begun.get(name)}

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.jotter.go_back()

    def _take_minutes(self, name: str) -> None:
        """Begin with as long as the centre allows for the reason."""
        if name == "reason":
            code = self.view.answers().get("reason")
            if minutes := next((each.minutes for each in self._desk.reasons if each.code == code), 0):
                self.view.put_answers({"minutes": minutes})

    # -- asking --

    def send(self) -> None:
        answers = self.view.answers()
        problems = check(self.form, answers, Stage.SAVE)
        self.view.show_problems(problems)
        if problems:
            self.view.focus_field(problems[0].field)
            return
        self._ask(clean(self.form, answers))
        self.jotter.forget()
        self._begin()
        self.told.emit(self.tr("申请已存下，送到中心后值班长就看得到。"))

    def _ask(self, told: dict[str, Any]) -> None:
        start = datetime.fromisoformat(told["start"])
        cover = Id(told["cover"]) if told.get("cover") else None
        self._desk.leaves.ask(told["reason"], start, int(told["minutes"]), cover, told.get("note", ""))

    def _current(self) -> Id | None:
        id: Id | None = self.tree.currentIndex().siblingAtColumn(0).data(_LEAVE)
        return id

    def withdraw(self) -> None:
        if (leave := self._current()) is None:
            self.told.emit(self.tr("请先用方向键选一次申请。"))
            return
        answer = partial(self._desk.leaves.answer, leave, Answer.WITHDRAWN)
        self._desk.ask(answer, self._withdrawn, self._refused)

    def _withdrawn(self, _: object) -> None:
        self.told.emit(self.tr("申请已撤回。"))

    def _refused(self, error: Exception) -> None:
        self.told.emit(leavewords.refusal(error))

    # -- what became of it --

    def refresh(self) -> None:
        here, found = self._current(), self._desk.leaves.mine()
        self.model.removeRows(0, self.model.rowCount())
        for each in found:
            self.model.appendRow(self._row(each))
        row = next((row for row, each in enumerate(found) if each.leave.id == here), 0)
        self.tree.setCurrentIndex(self.model.index(row, 0))
        self._fit()

    def _fit(self) -> None:
        """Show what was asked for; where there is no room for both, the form alone."""
        self.back_button.setVisible(self.model.rowCount() > 0)
        self.tree.setVisible(self.model.rowCount() > 0 and self.height() > _ROOM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _row(self, asked: Asked) -> list[QStandardItem]:
        leave = asked.leave
        row, state = (
            cell(leavewords.title(leave, self._reason(leave), self._desk.now())),
            cell("", right=True),
        )
        row.setData(leavewords.about(leave, self._desk.people), MORE)
        row.setData(leave.id, _LEAVE)
        lasted = f" {wording.clock(asked.lasted)}" if asked.lasted else ""
        state.setText(wording.word("leave", asked.code) + lasted)
        state.setData(_TONES.get(asked.code, "muted"), TONE)
        return [row, state]

    def _reason(self, leave: Leave) -> str:
        return leavewords.reason(self._desk.reasons, leave.reason, self._desk.lang)


def _words(text: str) -> dict[str, str]:
    """Words that are translated already."""
    return {"zh_CN": text}
