"""A question upward in a tab: asked here, passed on, answered; the answer stays with the call or the case."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.desk.corrections import Corrections
from app.desk.escalations import LONGEST, Escalations
from app.desk.jottings import Jottings
from app.forms.kinds import Kind
from app.forms.spec import Field, Problem, Stage
from app.records.accounts import Role
from app.records.escalations import Escalation
from app.records.ids import Id
from app.records.moves import LONGEST_WHY
from app.ui import wording
from app.ui.bridge import Bridge
from app.ui.question import Asking, Given, Question
from app.ui.record import RecordPage

NEW = "new "  # before the id of what a question yet to be asked is about


@dataclass(frozen=True, slots=True)
class EscalationDesk:
    """``role``: of whoever sits here."""

    escalations: Escalations
    role: Role
    people: Callable[[Id], str]
    typed: Corrections
    jottings: Jottings
    now: Callable[[], datetime]


class EscalationPage(RecordPage):
    def __init__(self, desk: EscalationDesk, bridge: Bridge, record: str) -> None:
        super().__init__(bridge, frozenset({"escalation", "agent"}), record)
        self._desk = desk
        self.title = self.tr("请示")
        add = self.foot.add_button
        self.open_button = add(self.tr("打开相关记录"), "Alt+O", self._open, icon="folder-open")
        self.up_button = add(self.tr("转请上一级"), "Alt+R", lambda: self._ask("up"), icon="send")
        self.answer_button = add(
            self.tr("答复"), "Ctrl+Enter", lambda: self._ask("answer"), icon="file-pen", primary=True
        )
        self.asking = Asking(desk.jottings, desk.typed.lang, desk.now, self)
        self.jotter = self.asking.jotter
        self.asking.told.connect(self.told)
        self.asking.turned.connect(self.refresh)
        half_typed = self.asking.half_typed
        self.refresh()
        if self._is_new:
            self._ask("ask")
        elif half_typed:
            self._ask(half_typed)

    @property
    def _is_new(self) -> bool:
        return self.record.startswith(NEW)

    def leave(self) -> None:
        self.jotter.keep()

    def _escalation(self) -> Escalation | None:
        return None if self._is_new else self._desk.escalations.get(Id(self.record))

    # -- what is shown --

    def refresh(self) -> None:
        asked, desk = self._escalation(), self._desk.escalations
        idle = self.asking.question is None
        self.answer_button.setVisible(idle and (asked is not None and desk.may_answer(asked)))
        self.up_button.setVisible(idle and asked is not None and desk.next_above(asked) is not None)
        self.open_button.setVisible(idle)
        if asked is None:
            self._show_new()
            return
        self.head.show_line(self.title, [self._about(asked.of)], [self._chip(asked)])
        people, when = self._desk.people, wording.day_and_time
        rows = [
            (self.tr("问题"), asked.question),
            (self.tr("请示人"), f"{people(asked.asked_by)}  {when(asked.asked_at)}"),
            (self.tr("请谁答复"), wording.word("role", asked.level)),
            (self.tr("来电人"), self.tr("在线等着") if asked.waits else self.tr("答复后回电")),
        ]
        self.show_section(self.tr("请示"), rows)
        self.show_section(self.tr("转请"), map(self._raised, asked.raised))
        by = (
            f"{people(asked.answered_by)}  {when(asked.answered_at)}"
            if asked.answered_by and asked.answered_at
            else ""
        )
        self.show_section(self.tr("答复"), [(self.tr("答复"), asked.answer), (self.tr("答复人"), by)])

    def _show_new(self) -> None:
        about = self._about(Id(self.record.removeprefix(NEW))) if self._is_new else ""
        none = self.tr("这一条还没有传到本席，同步后再打开。")
        self.head.show_line(self.title if self._is_new else none, [about], [])

    def _chip(self, asked: Escalation) -> tuple[str, str]:
        if asked.answered_at:
            return self.tr("已答复"), "good"
        since = wording.lasting(self._desk.now() - asked.asked_at)
        text = self.tr("来电人等着 · {}") if asked.waits else self.tr("等答复 · {}")
        return text.format(since), "danger" if asked.waits else "warn"

    def _about(self, of: Id) -> str:
        for kind in ("case", "call"):
            number, about = self._desk.typed.title(kind, of)
            if number:
                return f"{wording.word('kind', kind)} {number}  {about}".strip()
        return self.tr("还没有保存的受理")

    def _raised(self, entry: dict[str, str]) -> tuple[str, str]:
        at = wording.day_and_time(datetime.fromisoformat(str(entry.get("at"))))
        who = self._desk.people(Id(str(entry.get("by"))))
        to = self.tr("请{}答复").format(wording.word("role", str(entry.get("to"))))
        return at, "  ·  ".join(filter(None, (who, to, str(entry.get("why", "")))))

    def _open(self) -> None:
        asked = self._escalation()
        of = asked.of if asked else Id(self.record.removeprefix(NEW))
        kind = next((k for k in ("case", "call") if self._desk.typed.record(k, of)), "draft")
        self.open_asked.emit(kind, of)

    # -- what is asked and answered --

    def _ask(self, code: str) -> None:
        match code:
            case "ask":
                question = self._question()
            case "up":
                why = Field(
                    "why", Kind.TEXT, {"zh_CN": self.tr("原因")}, required=Stage.SAVE, max_length=LONGEST_WHY
                )
                up = self.tr("转请上一级")
                question = Question("up", up, (why,), self._raise, done=up)
            case _:
                field = Field(
                    "answer",
                    Kind.LONG_TEXT,
                    {"zh_CN": self.tr("答复")},
                    required=Stage.SAVE,
                    max_length=LONGEST,
                )
                done = self.tr("送出答复")
                question = Question("answer", self.tr("答复"), (field,), self._answer, done=done)
        self.asking.ask(question)

    def _question(self) -> Question:
        level = self._desk.escalations.above(self._desk.role)
        who = wording.word("role", level) if level else ""
        fields = (
            Field(
                "question",
                Kind.LONG_TEXT,
                {"zh_CN": self.tr("问题")},
                required=Stage.SAVE,
                max_length=LONGEST,
            ),
            Field("waits", Kind.YES_NO, {"zh_CN": self.tr("来电人在线等")}),
        )
        title, done = self.tr("请示{}").format(who), self.tr("送出请示")
        return Question("ask", title, fields, self._sent, done=done)

    def _sent(self, given: Given) -> list[Problem]:
        of = Id(self.record.removeprefix(NEW))
        done = self._desk.escalations.ask(of, given["question"], waits=given.get("waits") is True)
        if done.escalation:
            self.told.emit(self.tr("已请示，答复一到就告诉您。"))
            self.jotter.forget()
            self.record = done.escalation.id  # the page is about it from now on
        return done.problems

    def _answer(self, given: Given) -> list[Problem]:
        done = self._desk.escalations.answer(Id(self.record), given["answer"])
        if done.escalation:
            self.told.emit(self.tr("已答复。"))
        return done.problems

    def _raise(self, given: Given) -> list[Problem]:
        done = self._desk.escalations.raise_(Id(self.record), given["why"])
        if done.escalation:
            level = wording.word("role", done.escalation.level)
            self.told.emit(self.tr("已转请{}答复。").format(level))
        return done.problems
