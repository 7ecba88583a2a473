"""What a case's page shows beside its record: all that happened, notes and their corrections, ties, the
complaint, attachments; and what can be done with them."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache, partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.desk.notes import WRITTEN, Said
from app.desk.ties import LONGEST_TITLE
from app.desk.timeline import Event
from app.desk.titles import parts
from app.forms.kinds import Kind
from app.forms.rights import Right
from app.forms.spec import Choice, Field, Problem, Stage
from app.records.cases import Case
from app.records.ids import Id
from app.records.moves import Verb
from app.records.notes import LONGEST_NOTE
from app.ui import wording
from app.ui.attachments import AttachmentPart
from app.ui.casesheet import CaseSheet
from app.ui.complaints import ComplaintPart
from app.ui.events import EventRow, Events
from app.ui.matterdesk import MatterDesk
from app.ui.record import RecordPage
from app.ui.steps import Answers, Step, Steps, happened, moment, words

_SHORT = 30  # signs of a note where it is chosen to be corrected


class MatterPart(QObject):
    """*page* asks it to show a case, and for what stands in its head beside the states."""

    def __init__(self, page: RecordPage, desk: MatterDesk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self._case: Case | None = None
        self._resumed = False
        self.steps = Steps(page, desk)
        self.complaint = ComplaintPart(page, self.steps, desk)
        self.attachments = AttachmentPart(page, self.steps, desk)
        self.events = Events()
        self.note_button = page.foot.add_button(self.tr("记一笔"), "Alt+Y", self._note, icon="message-square")

    def show(self, case: Case) -> None:
        self._case = case
        self.complaint.show(case)
        self.attachments.show(case)
        self._page.show_section(self.tr("相关案件"), self._ties(case))
        self._page.show_widget(self.tr("经过"), self.events)
        self.events.show_rows(self._rows(case))
        self.note_button.show()
        if not self._resumed:
            self._resumed = True
            self._resume()
        self.steps.settle()

    def chips(self, case: Case) -> list[tuple[str, str]]:
        return self.complaint.chips(case)

    def leave(self) -> None:
        self.steps.leave()
        self.attachments.leave()

    def _resume(self) -> None:
        """Ask again for what was half typed when the page was closed."""
        offered = (self._noting(), self._correcting(), self._linking(), self._splitting())
        found = [*offered, *self.complaint.steps(), *self.attachments.steps()]
        if half := next((step for step in found if step and self.steps.is_typed(step)), None):
            self.steps.ask(half)

    # -- what happened --

    def _rows(self, case: Case) -> list[EventRow]:
        people = cache(self._desk.people)  # the same few, again and again
        return [self._row(event, people) for event in self._desk.matter.timeline.of(case)]

    def _row(self, event: Event, people: Callable[[Id], str]) -> EventRow:
        who = people(Id(event.by)) if event.by else ""
        did = wording.word("verb" if event.what in tuple(Verb) else "note", event.what)
        head = "  ·  ".join(filter(None, (who, did, self._named(event))))
        notes = []
        if event.is_late:
            notes.append(self.tr("{} 补记").format(wording.day_and_time(event.entered_at)))
        if event.corrects:
            notes.append(self.tr("更正前面的一笔"))
        if event.corrected:
            notes.append(self.tr("已更正，见后面的一笔"))
        opening = self._opening(event)
        return EventRow(
            wording.day_and_time(event.at), head, event.text, "  ·  ".join(notes), event.corrected, opening
        )

    def _named(self, event: Event) -> str:
        """Return what the event names beside what was written: another case, or who has it now."""
        if event.other is None:
            return ""
        case = self._desk.cases.get(event.other)
        return case.number if case else self._desk.people(event.other)

    def _opening(self, event: Event) -> Callable[[], object] | None:
        kinds = {"received": "call", "ordered": "order", "decided": "conflict"}
        if kind := kinds.get(event.what):
            return partial(self._page.open_asked.emit, kind, event.id)
        if event.what == "attached":
            return partial(self.attachments.open, event.id)
        if event.other and self._desk.cases.get(event.other):
            return partial(self._page.open_asked.emit, "case", event.other)
        return None

    # -- notes --

    def _note(self) -> None:
        if step := self._noting():
            self.steps.ask(step)

    def _noting(self) -> Step:
        at, begin = happened(self.tr("发生时间"), self._desk.now())
        text = self._long(self.tr("记什么"), self.tr("写经过和事实；写错了用“更正一笔”，原来的会留着"))
        return Step("note", self.tr("记一笔"), (text, at), self._write, self.tr("已记下。"), begin)

    def _correcting(self) -> Step | None:
        """Offer the notes that still hold, the newest first."""
        case = self._case
        written = self._desk.matter.timeline.of(case) if case else []
        notes = [e for e in reversed(written) if e.what == WRITTEN and not e.corrected]
        if not notes:
            return None
        choices = tuple(Choice(note.id, words(self._short(note))) for note in notes)
        which = Field(
            "corrects", Kind.CHOICE, words(self.tr("更正哪一笔")), required=Stage.SAVE, choices=choices
        )
        text = self._long(self.tr("应当是"), self.tr("原来的一笔划掉后留着"))
        begin = {"corrects": notes[0].id} if len(notes) == 1 else {}
        return Step(
            "correct", self.tr("更正一笔"), (which, text), self._write, self.tr("已更正，原来的留着。"), begin
        )

    def _short(self, event: Event) -> str:
        text = " ".join(event.text.split())
        return f"{wording.day_and_time(event.at)}  {text[:_SHORT]}{'…' if len(text) > _SHORT else ''}"

    def _write(self, answers: Answers) -> list[Problem]:
        assert self._case is not None
        said = Said(answers["text"], moment(answers) if "at" in answers else None)
        if corrects := answers.get("corrects"):
            of = next(note for note in self._desk.matter.notes.of(self._case.id) if note.id == corrects)
            said = replace(said, at=of.at, corrects=of.id)
        return self._desk.matter.notes.add(self._case, said)

    def _long(self, label: str, help: str = "", name: str = "text", *, required: bool = True) -> Field:
        return Field(
            name, Kind.LONG_TEXT, words(label), words(help) if help else {},
            required=Stage.SAVE if required else None, max_length=LONGEST_NOTE,
        )  # fmt: skip

    # -- ties --

    def _ties(self, case: Case) -> list[tuple[str, str]]:
        rows = []
        for tie in self._desk.matter.ties.of(case):
            other = self._desk.cases.get(tie.other)
            about = (parts(other.title)[0] if self._page.veiled else other.title) if other else ""
            said = f"{other.number}  {about}" if other else self.tr("还没有传到本席")
            state = wording.word("case", other.state) if other else ""
            rows.append((wording.word("tie", tie.what), "  ·  ".join(filter(None, (said, state)))))
        return rows

    def _linking(self) -> Step:
        number = Field(
            "number", Kind.TEXT, words(self.tr("案件编号")), words(self.tr("例如 AA03-00042-K")),
            required=Stage.SAVE, max_length=40,
        )  # fmt: skip
        why = self._long(self.tr("为什么"), required=False)
        return Step("link", self.tr("关联另一案件"), (number, why), self._link, self.tr("已关联。"))

    def _link(self, answers: Answers) -> list[Problem]:
        assert self._case is not None
        return self._desk.matter.ties.link(self._case, answers["number"], answers.get("text", ""))

    def _splitting(self) -> Step:
        title = Field(
            "title", Kind.TEXT, words(self.tr("拆出的事项")), words(self.tr("写事项，不写姓名和电话")),
            required=Stage.SAVE, max_length=LONGEST_TITLE,
        )  # fmt: skip
        why = self._long(self.tr("为什么拆"), required=False)
        done = self.tr("已拆出一件，时限照旧。")
        return Step("split", self.tr("拆分案件"), (title, why), self._split, done)

    def _split(self, answers: Answers) -> list[Problem]:
        assert self._case is not None
        part = self._desk.matter.ties.split(self._case, answers["title"], answers.get("text", ""))
        self._page.open_asked.emit("case", part.id)
        return []

    def _unlink(self, place: int) -> None:
        case = self._case
        links = [tie for tie in self._desk.matter.ties.of(case) if tie.what == "linked"] if case else []
        if case and place < len(links):
            self._desk.matter.ties.unlink(case, links[place])
            self._page.told.emit(self.tr("已取消关联，原来的记录留着。"))
            self._page.refresh()

    # -- on paper --

    def print_sheet(self) -> None:
        """Let the case be looked at as it would be printed."""
        case = self._case
        if case is None:
            return
        if self._page.veiled:
            self._page.told.emit(self.tr("来电人还没有核对身份（Alt+I），处理单上有本人的资料，没有打开。"))
            return
        if not self._desk.accesses.may(Right.PRINT):
            who = self.tr("、").join(
                wording.word("role", each) for each in self._desk.accesses.who(Right.PRINT)
            )
            self._page.told.emit(self.tr("打印处理单只有 {} 可以，请他们打印。").format(who))
            return
        sheet = CaseSheet(self._desk, case)
        self._page.sheet_asked.emit(sheet.made(self.complaint.rows(), self._rows(case)), sheet.noted())

    # -- all that can be done --

    def menu(self, first: Iterable[tuple[str, Callable[[], object]]] = ()) -> QMenu:
        """Return what can be done beside the buttons, *first* these; of it is made what Ctrl+K offers."""
        menu, case = QMenu(self._page), self._case
        if case is None or self.steps.step:
            return menu
        for text, act in first:
            _add(menu, text, act)
        barred = self._desk.matter.complaints.is_barred(case.id)
        steps = [self._correcting(), *self.complaint.steps()[1:], *self.attachments.steps()]
        if case.state.is_open and not barred:
            steps += [self._splitting()]
        for step in filter(None, (*steps, self._linking())):
            _add(menu, step.title, partial(self.steps.ask, step))
        for place, tie in enumerate(t for t in self._desk.matter.ties.of(case) if t.what == "linked"):
            other = self._desk.cases.get(tie.other)
            text = self.tr("取消与 {} 的关联").format(other.number if other else "?")
            _add(menu, text, partial(self._unlink, place))
        _add(menu, self.tr("打印处理单"), self.print_sheet)
        for text, act in self.attachments.acts():
            _add(menu, text, act)
        return menu


def _add(menu: QMenu, text: str, act: Callable[[], object]) -> None:
    action = QAction(text.replace("&", "&&"), menu)
    action.triggered.connect(lambda: act())
    menu.addAction(action)
