"""The complaint in a case: where it stands, its next step; and the word to supervisors."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app.desk.complaints import Complaints, Decision, Step
from app.forms.kinds import Kind
from app.forms.spec import Choice, Field, Problem, say
from app.forms.spec import Stage as FormStage
from app.records.cases import Case
from app.records.complaints import Complaint, Stage
from app.records.ids import Id
from app.records.notes import LONGEST_NOTE
from app.ui import wording
from app.ui.bridge import Bridge
from app.ui.kit.strips import Strip, Strips
from app.ui.matterdesk import MatterDesk
from app.ui.question import Asking, Given, Question, happened, moment, words
from app.ui.record import RecordPage

_LIST, _SATISFACTION = "complaints", "satisfaction"


class ComplaintPart(QObject):
    def __init__(self, page: RecordPage, asking: Asking, desk: MatterDesk) -> None:
        super().__init__(page)
        self._page, self._asking, self._desk = page, asking, desk
        self._complaint: Complaint | None = None
        self.button = page.foot.add_button(self.tr("投诉"), "Alt+Shift+T", self._ask, icon="flag")

    @property
    def _complaints(self) -> Complaints:
        return self._desk.matter.complaints

    def show(self, case: Case) -> None:
        self._complaint = told = self._complaints.of(case.id)
        self._page.show_section(self.tr("投诉"), self._rows(told) if told else [])
        due = told is not None and self._is_mine(told)
        self.button.setVisible(due)
        if told and due:
            self.button.show_text(self._title(told))

    def _is_mine(self, told: Complaint) -> bool:
        """Tell whether this agent may take the next step now."""
        if told.stage is Stage.ASSIGN:
            return self._complaints.may_assign(told)
        return self._complaints.may_take(told)

    def _title(self, told: Complaint) -> str:
        match told.stage:
            case Stage.HANDLE:
                return self.tr("投诉处理完毕")
            case Stage.FEED_BACK:
                return self.tr("已反馈客户")
            case Stage.CALL_BACK:
                return self.tr("投诉回访")
        return self.tr("交办投诉")

    def chips(self, case: Case) -> list[tuple[str, str]]:
        told = self._complaints.of(case.id)
        if told is None:
            return []
        chips = [(wording.word("complaint", told.stage), "good" if told.stage is Stage.DONE else "warn")]
        if self._complaints.is_barred(case.id):
            chips.insert(0, (self.tr("您被投诉，由他人处理"), "danger"))
        return chips

    # -- what is shown --

    def rows(self) -> list[tuple[str, str]]:
        return self._rows(self._complaint) if self._complaint else []

    def _rows(self, told: Complaint) -> list[tuple[str, str]]:
        said = told.answers.get
        assigned = self._who(told.handler)
        if told.assigned_by and told.assigned_at:
            by = self.tr("{} 交办").format(self._who(told.assigned_by))
            assigned = "  ·  ".join((assigned, by, wording.day_and_time(told.assigned_at)))
        return [
            (self.tr("上报"), self._done(told.reported_by, told.reported_at, "")),
            (self.tr("被投诉人"), self._who(told.about)),
            (self.tr("投诉分类"), self._sort(told.sort)),
            (self.tr("交由"), assigned),
            (self.tr("处理完毕"), self._done(told.handled_by, told.handled_at, said("result"))),
            (self.tr("原因"), _text(said("cause"))),
            (self.tr("改进"), _text(said("improvement"))),
            (self.tr("反馈客户"), self._done(told.fed_back_by, told.fed_back_at, said("reply"))),
            (self.tr("回访"), self._done(told.called_by, told.called_at, self._heard(told))),
        ]

    def _done(self, by: Id | None, at: object, text: object) -> str:
        if by is None or at is None:
            return ""
        head = "  ·  ".join((wording.day_and_time(at), self._who(by)))  # type: ignore[arg-type]
        return "\n".join(filter(None, (head, _text(text))))

    def _who(self, agent: Id | None) -> str:
        return self._desk.people(agent) if agent else ""

    def _heard(self, told: Complaint) -> str:
        lists = self._desk.forms.lists.get(_SATISFACTION, ())
        code = told.answers.get("satisfied")
        label = next((say(each.label, self._desk.lang) for each in lists if each.code == code), "")
        return "\n".join(filter(None, (label, _text(told.answers.get("heard")))))

    def _sort(self, code: str) -> str:
        return next((say(each.label, "zh_CN") for each in self._sorts() if each.code == code), code)

    def _sorts(self) -> tuple[Choice, ...]:
        """Return what can be chosen, the second level after the name of the first: ``服务 › 服务态度``."""
        lang, listed = self._desk.lang, self._desk.forms.lists.get(_LIST, ())
        first = {each.code: say(each.label, lang) for each in listed if not each.under}
        return tuple(
            Choice(each.code, words(f"{first.get(each.under, each.under)} › {say(each.label, lang)}"))
            for each in listed
            if each.under
        )

    # -- what is to be done --

    def _ask(self) -> None:
        if self._complaint and (step := self._next(self._complaint)):
            self._asking.ask(step)

    def steps(self) -> list[Question | None]:
        """Return the next one, and assigning anew; what the button asks for first."""
        told = self._complaint
        if told is None:
            return []
        step = self._next(told)
        again = told.stage is not Stage.ASSIGN and self._complaints.may_assign(told)
        return [step, self._assigning(told) if again else None]

    def _next(self, told: Complaint) -> Question | None:
        """Return the step this agent may take now."""
        if not self._is_mine(told):
            return None
        match told.stage:
            case Stage.ASSIGN:
                return self._assigning(told)
            case Stage.HANDLE:
                return self._handling(told)
            case Stage.FEED_BACK:
                return self._feeding_back(told)
            case Stage.CALL_BACK:
                return self._calling_back(told)
        return None

    def _assigning(self, told: Complaint) -> Question:
        people = tuple(
            Choice(each.id, words(f"{each.agent_no} {each.name}")) for each in self._complaints.people()
        )
        fields = (
            Field("handler", Kind.CHOICE, words(self.tr("交由谁处理")), words(self.tr("工号或姓名")),
                  required=FormStage.SAVE, choices=people),
            Field("about", Kind.CHOICE, words(self.tr("被投诉人")),
                  words(self.tr("不是本中心的人就空着；被投诉人不能处理")), choices=people),
            Field("sort", Kind.CHOICE, words(self.tr("投诉分类")),
                  required=FormStage.SAVE, choices=self._sorts()),
            _long("text", self.tr("要求")),
        )  # fmt: skip
        begin = {"handler": told.handler, "about": told.about, "sort": told.sort}
        kept = {name: value for name, value in begin.items() if value}
        title = self.tr("重新交办投诉") if told.handler else self.tr("交办投诉")
        return Question(
            "complaint assign", title, fields, partial(self._assign, told), self.tr("已交办。"), kept
        )

    def _assign(self, told: Complaint, answers: Given) -> list[Problem]:
        about = Id(answers["about"]) if answers.get("about") else None
        said = Decision(Id(answers["handler"]), about, answers["sort"], answers.get("text", ""))
        return self._complaints.assign(told, said)

    def _handling(self, told: Complaint) -> Question:
        at, begin = happened(self.tr("处理完毕时间"), self._desk.now())
        fields = (
            _long("result", self.tr("处理结果"), required=True),
            _long("cause", self.tr("原因")),
            _long("improvement", self.tr("改进措施")),
            at,
        )
        done = self.tr("已记下处理结果，接下来反馈客户。")
        return Question(
            "complaint handle",
            self._title(told),
            fields,
            partial(self._take, self._complaints.handle, told),
            done,
            begin,
        )

    def _feeding_back(self, told: Complaint) -> Question:
        at, begin = happened(self.tr("反馈时间"), self._desk.now())
        fields = (_long("reply", self.tr("向客户说了什么"), required=True), at)
        done = self.tr("已记下反馈，接下来回访。")
        return Question(
            "complaint feed_back",
            self._title(told),
            fields,
            partial(self._take, self._complaints.feed_back, told),
            done,
            begin,
        )

    def _calling_back(self, told: Complaint) -> Question:
        at, begin = happened(self.tr("回访时间"), self._desk.now())
        choices = self._desk.forms.lists.get(_SATISFACTION, ())
        fields = (
            Field(
                "satisfied",
                Kind.CHOICE,
                words(self.tr("客户满意吗")),
                required=FormStage.SAVE,
                choices=choices,
            ),
            _long("heard", self.tr("客户怎么说")),
            at,
        )
        done = self.tr("已记下回访。")
        return Question(
            "complaint call_back",
            self._title(told),
            fields,
            partial(self._take, self._complaints.call_back, told),
            done,
            begin,
        )

    def _take(
        self, step: Callable[[Complaint, Step], list[Problem]], told: Complaint, answers: Given
    ) -> list[Problem]:
        said = {name: value for name, value in answers.items() if name != "at"}
        return step(told, Step(moment(answers), said))


class ComplaintStrips(QObject):
    """Tells a supervisor of every complaint that waits to be assigned, as soon as it is here (COMP-1)."""

    open_asked = Signal(str, str)  # kind, id

    def __init__(
        self, strips: Strips, complaints: Complaints, bridge: Bridge, cases: Callable[[Id], Case | None]
    ) -> None:
        super().__init__(strips)
        self._strips, self._complaints, self._cases = strips, complaints, cases
        self._told: set[Id] = set()  # one that was closed is not told again
        bridge.changed.connect(self._changed)

    @Slot(object)
    def _changed(self, kinds: frozenset[str]) -> None:
        if "complaint" in kinds:
            self.look()

    def look(self) -> None:
        if not self._complaints.may_see:
            return
        waiting = {each.case: each for each in self._complaints.open() if self._waits(each)}
        for case in self._told - waiting.keys():
            self._strips.take(f"complaint {case}")
        for case, told in waiting.items():
            if case not in self._told:
                show = partial(self.open_asked.emit, "case", case)
                self._strips.put(
                    f"complaint {case}", Strip(self._words(told), "danger", self.tr("查看"), show)
                )
        self._told = set(waiting)

    def _waits(self, told: Complaint) -> bool:
        return told.stage is Stage.ASSIGN and self._complaints.may_assign(told)

    def _words(self, told: Complaint) -> str:
        case = self._cases(told.case)
        return self.tr("{} 有投诉待交办：{}").format(
            wording.day_and_time(told.reported_at), case.title if case else ""
        )


def _long(name: str, label: str, *, required: bool = False) -> Field:
    return Field(
        name,
        Kind.LONG_TEXT,
        words(label),
        required=FormStage.SAVE if required else None,
        max_length=LONGEST_NOTE,
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
