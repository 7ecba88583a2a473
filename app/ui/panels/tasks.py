"""What an inspector was asked, in a tab: by when, how often chased; their answer is entered here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.desk.cases import Cases
from app.desk.jottings import Jottings
from app.forms.kinds import Kind
from app.forms.spec import Choice, Field, Problem, Stage
from app.records.ids import Id
from app.records.moves import LONGEST_WHY
from app.records.tasks import Result, Task
from app.ui import wording
from app.ui.bridge import Bridge
from app.ui.question import Asking, Given, Question
from app.ui.record import RecordPage


@dataclass(frozen=True, slots=True)
class TaskDesk:
    cases: Cases
    people: Callable[[Id], str]
    jottings: Jottings
    now: Callable[[], datetime]
    lang: str


class TaskPage(RecordPage):
    def __init__(self, desk: TaskDesk, bridge: Bridge, task: Id) -> None:
        super().__init__(bridge, frozenset({"task", "case"}), task)
        self._desk = desk
        add = self.foot.add_button
        self.case_button = add(self.tr("打开案件"), "Alt+O", self._open_case, icon="folder-open")
        self.chase_button = add(self.tr("催办"), "Alt+C", lambda: self._ask("chase"), icon="phone-outgoing")
        self.answer_button = add(
            self.tr("登记答复"), "Ctrl+Enter", lambda: self._ask("answer"), icon="file-pen", primary=True
        )
        self.asking = Asking(desk.jottings, desk.lang, desk.now, self)
        self.jotter = self.asking.jotter
        self.asking.told.connect(self.told)
        self.asking.turned.connect(self.refresh)
        half_typed = self.asking.half_typed
        self.refresh()
        if half_typed:
            self._ask(half_typed)

    def leave(self) -> None:
        self.jotter.keep()

    def _task(self) -> Task | None:
        return self._desk.cases.tasks.get(Id(self.record))

    def refresh(self) -> None:
        task = self._task()
        is_open = task is not None and task.answered_at is None and self.asking.question is None
        for button in (self.chase_button, self.answer_button):
            button.setVisible(is_open)
        self.case_button.setVisible(self.asking.question is None)
        if task is None:
            self.head.show_line(self.tr("这一条还没有传到本席，同步后再打开。"), [], [])
            return
        case = self._desk.cases.get(task.case)
        self.customer = case.customer if case else None
        title = f"{wording.word('asked', task.ask)} · {case.number if case else task.inspector}"
        if title != self.title:
            self.title = title
            self.titled.emit()
        self.head.show_line(title, [case.title if case else ""], [self._chip(task)])
        self._show(task)

    def _chip(self, task: Task) -> tuple[str, str]:
        if task.answered_at:
            return wording.word(f"result.{task.ask}", task.result or ""), "plain"
        late = task.due_at < self._desk.now()
        return wording.left(task.due_at, self._desk.now()), "danger" if late else "warn"

    def _show(self, task: Task) -> None:
        people, when = self._desk.people, wording.day_and_time
        rows = [
            (self.tr("监督员"), task.inspector),
            (self.tr("要看什么"), task.note),
            (self.tr("请求"), f"{when(task.asked_at)}  {people(task.asked_by)}"),
            (self.tr("答复时限"), when(task.due_at)),
        ]
        self.show_section(wording.word("task", task.ask), rows)
        chased = [self._chase(entry) for entry in task.chases]
        self.show_section(self.tr("催办 {} 次").format(len(chased)) if chased else self.tr("催办"), chased)
        answered = task.answered_at is not None
        said = wording.word(f"result.{task.ask}", task.result or "") if answered else ""
        by = (
            f"{when(task.answered_at)}  {people(task.answered_by)}"
            if task.answered_at and task.answered_by
            else ""
        )
        answer = [(self.tr("结果"), said), (self.tr("说明"), task.answer), (self.tr("登记"), by)]
        self.show_section(self.tr("答复"), answer)

    def _chase(self, entry: dict[str, str]) -> tuple[str, str]:
        at = wording.day_and_time(datetime.fromisoformat(str(entry.get("at"))))
        words = [self._desk.people(Id(str(entry.get("by")))), str(entry.get("note", ""))]
        return at, "  ·  ".join(filter(None, words))

    def _open_case(self) -> None:
        if task := self._task():
            self.open_asked.emit("case", task.case)

    # -- what is entered --

    def _ask(self, code: str) -> None:
        task = self._task()
        if task is None or task.answered_at is not None:
            return
        why = {"zh_CN": self.tr("说明")}
        note = Field("note", Kind.TEXT, why, max_length=LONGEST_WHY)
        question = Question("chase", self.tr("催办"), (note,), self._chased, done=self.tr("记下这次催办"))
        if code == "answer":
            choices = tuple(
                Choice(each, {"zh_CN": wording.word(f"result.{task.ask}", each)}) for each in Result
            )
            fields = (
                Field(
                    "result", Kind.CHOICE, {"zh_CN": self.tr("结果")}, required=Stage.SAVE, choices=choices
                ),
                Field("at", Kind.DATE_TIME, {"zh_CN": self.tr("答复时间")}, required=Stage.SAVE),
                Field("answer", Kind.LONG_TEXT, why, max_length=LONGEST_WHY),
            )
            now = {"at": self._desk.now().astimezone().isoformat(timespec="minutes")}
            answer, done = self.tr("监督员的答复"), self.tr("登记答复")
            question = Question("answer", answer, fields, self._answered, values=now, done=done)
        self.asking.ask(question)

    def _chased(self, given: Given) -> list[Problem]:
        done = self._desk.cases.tasks.chase(Id(self.record), given.get("note", ""))
        if done.task:
            self.told.emit(self.tr("已催 {} 次。").format(len(done.task.chases)))
        return done.problems

    def _answered(self, given: Given) -> list[Problem]:
        at = datetime.fromisoformat(given["at"])
        result = Result(given["result"])
        done = self._desk.cases.tasks.answer(Id(self.record), result, given.get("answer", ""), at)
        if done.task:
            self.told.emit(self.tr("已登记答复。"))
        return done.problems
