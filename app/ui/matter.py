"""What a case's page shows beside its record: all that happened, notes and their corrections, ties, the
complaint, attachments; and what can be done with them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.desk.notes import WRITTEN, Said
from app.desk.ties import LONGEST_TITLE, Tie
from app.desk.timeline import ORDER, Event
from app.desk.titles import parts
from app.forms.kinds import Kind
from app.forms.rights import Right
from app.forms.spec import Choice, Field, Problem, Stage
from app.records.attachments import Attachment
from app.records.calls import Call
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
from app.ui.question import Asking, Given, Question, happened, moment, words
from app.ui.record import RecordPage

_SHORT = 30  # signs of a note where it is chosen to be corrected


@dataclass(frozen=True, slots=True)
class Story:
    """What is read of a matter beside the window. ``people`` and ``cases``: the names and the records of
    those it speaks of, as far as the seat has them."""

    events: Sequence[Event] = ()
    ties: Sequence[Tie] = ()
    attached: Sequence[Attachment] = ()
    lacking: frozenset[Id] = frozenset()
    people: Mapping[Id, str] = field(default_factory=dict)
    cases: Mapping[Id, Case] = field(default_factory=dict)


def story_of(desk: MatterDesk, case: Case, calls: Iterable[Call]) -> Story:
    """Read it; in any thread."""
    matter = desk.matter
    events, ties = matter.timeline.of(case), matter.ties.of(case)
    attached = matter.attachments.of(case.id, *(call.id for call in calls))
    others = {id for id in (*(event.other for event in events), *(tie.other for tie in ties)) if id}
    cases = {id: found for id in others if (found := desk.cases.get(id))}
    who = {*(event.by for event in events), *(each.by for each in attached), *(others - cases.keys())} - {""}
    lacking = frozenset(each.id for each in matter.attachments.lacking(attached))
    return Story(events, ties, attached, lacking, {Id(each): desk.people(Id(each)) for each in who}, cases)


class MatterPart(QObject):
    """*page* asks it to show a case, and for what stands in its head beside the states."""

    def __init__(self, page: RecordPage, asking: Asking, desk: MatterDesk) -> None:
        super().__init__(page)
        self._page, self._asking, self._desk = page, asking, desk
        self._case: Case | None = None
        self.complaint = ComplaintPart(page, asking, desk)
        self.attachments = AttachmentPart(page, asking, desk)
        self.events = Events()
        self.note_button = page.foot.add_button(self.tr("记一笔"), "Alt+Y", self._note, icon="message-square")

    def show(self, case: Case, story: Story) -> None:
        """Show *story*, which is read after the case, and empty until then."""
        self._case = case
        self.complaint.show(case)
        self.attachments.show(case, story.attached, story.lacking, story.people)
        self._page.show_section(self.tr("相关案件"), self._ties(story))
        if story.events:
            self.events.show_rows(self._rows(story))
            self._page.show_widget(self.tr("经过"), self.events)
        self.note_button.show()

    def chips(self, case: Case) -> list[tuple[str, str]]:
        return self.complaint.chips(case)

    def leave(self) -> None:
        self.attachments.leave()

    def question(self, code: str) -> Question | None:
        """Return the step of this code, as far as it can be taken now."""
        steps = (self._noting(), self._correcting(), self._linking(), self._splitting())
        found = (*steps, *self.complaint.steps(), *self.attachments.steps())
        return next((step for step in found if step and step.code == code), None)

    # -- what happened --

    def _rows(self, story: Story) -> list[EventRow]:
        return [self._row(event, story) for event in story.events]

    def _row(self, event: Event, story: Story) -> EventRow:
        who = story.people.get(Id(event.by), "")
        did = _deed(event.what)
        other = story.cases.get(event.other) if event.other else None
        named = other.number if other else story.people.get(event.other, "") if event.other else ""
        head = "  ·  ".join(filter(None, (who, did, named)))
        notes = []
        if event.is_late:
            notes.append(self.tr("{} 补记").format(wording.day_and_time(event.entered_at)))
        if event.corrects:
            notes.append(self.tr("更正前面的一笔"))
        if event.corrected:
            notes.append(self.tr("已更正，见后面的一笔"))
        opening = self._opening(event, other)
        return EventRow(
            wording.day_and_time(event.at), head, event.text, "  ·  ".join(notes), event.corrected, opening
        )

    def _opening(self, event: Event, other: Case | None) -> Callable[[], object] | None:
        kinds = {"received": "call", "ordered": "order", "decided": "conflict"}
        if kind := "order" if event.what.startswith(ORDER) else kinds.get(event.what):
            return partial(self._page.open_asked.emit, kind, event.id)
        if event.what == "attached":
            return partial(self.attachments.open, event.id)
        if other:
            return partial(self._page.open_asked.emit, "case", other.id)
        return None

    # -- notes --

    def _note(self) -> None:
        self._asking.ask(self._noting())

    def _noting(self) -> Question:
        at, begin = happened(self.tr("发生时间"), self._desk.now())
        text = self._long(self.tr("记什么"), self.tr("写经过和事实；写错了用“更正一笔”，原来的会留着"))
        return Question("note", self.tr("记一笔"), (text, at), self._write, self.tr("已记下。"), begin)

    def _correcting(self) -> Question | None:
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
        return Question(
            "correct", self.tr("更正一笔"), (which, text), self._write, self.tr("已更正，原来的留着。"), begin
        )

    def _short(self, event: Event) -> str:
        text = " ".join(event.text.split())
        return f"{wording.day_and_time(event.at)}  {text[:_SHORT]}{'…' if len(text) > _SHORT else ''}"

    def _write(self, answers: Given) -> list[Problem]:
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

    def _ties(self, story: Story) -> list[tuple[str, str]]:
        rows = []
        for tie in story.ties:
            other = story.cases.get(tie.other)
            about = (parts(other.title)[0] if self._page.veiled else other.title) if other else ""
            said = f"{other.number}  {about}" if other else self.tr("还没有传到本席")
            state = wording.word("case", other.state) if other else ""
            rows.append((wording.word("tie", tie.what), "  ·  ".join(filter(None, (said, state)))))
        return rows

    def _linking(self) -> Question:
        number = Field(
            "number", Kind.TEXT, words(self.tr("案件编号")), words(self.tr("例如 AA03-00042-K")),
            required=Stage.SAVE, max_length=40,
        )  # fmt: skip
        why = self._long(self.tr("为什么"), required=False)
        return Question("link", self.tr("关联另一案件"), (number, why), self._link, self.tr("已关联。"))

    def _link(self, answers: Given) -> list[Problem]:
        assert self._case is not None
        return self._desk.matter.ties.link(self._case, answers["number"], answers.get("text", ""))

    def _splitting(self) -> Question:
        title = Field(
            "title", Kind.TEXT, words(self.tr("拆出的事项")), words(self.tr("写事项，不写姓名和电话")),
            required=Stage.SAVE, max_length=LONGEST_TITLE,
        )  # fmt: skip
        why = self._long(self.tr("为什么拆"), required=False)
        done = self.tr("已拆出一件，时限照旧。")
        return Question("split", self.tr("拆分案件"), (title, why), self._split, done)

    def _split(self, answers: Given) -> list[Problem]:
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
        sheet, events = CaseSheet(self._desk, case), self._rows(story_of(self._desk, case, ()))
        self._page.sheet_asked.emit(sheet.made(self.complaint.rows(), events), sheet.noted())

    # -- all that can be done --

    def menu(self, first: Iterable[tuple[str, Callable[[], object]]] = ()) -> QMenu:
        """Return what can be done beside the buttons, *first* these; of it is made what Ctrl+K offers."""
        menu, case = QMenu(self._page), self._case
        if case is None or self._asking.question:
            return menu
        for text, act in first:
            _add(menu, text, act)
        barred = self._desk.matter.complaints.is_barred(case.id)
        steps = [self._correcting(), *self.complaint.steps()[1:], *self.attachments.steps()]
        if case.state.is_open and not barred:
            steps += [self._splitting()]
        for step in filter(None, (*steps, self._linking())):
            _add(menu, step.title, partial(self._asking.ask, step))
        for place, tie in enumerate(t for t in self._desk.matter.ties.of(case) if t.what == "linked"):
            other = self._desk.cases.get(tie.other)
            text = self.tr("取消与 {} 的关联").format(other.number if other else "?")
            _add(menu, text, partial(self._unlink, place))
        _add(menu, self.tr("打印处理单"), self.print_sheet)
        for text, act in self.attachments.acts():
            _add(menu, text, act)
        return menu


def _deed(what: str) -> str:
    """Return what was done in words: with the case, with its order, or beside both."""
    if what.startswith(ORDER):
        return wording.word("act", what.removeprefix(ORDER))
    return wording.word("verb" if what in tuple(Verb) else "note", what)


def _add(menu: QMenu, text: str, act: Callable[[], object]) -> None:
    action = QAction(text.replace("&", "&&"), menu)
    action.triggered.connect(lambda: act())
    menu.addAction(action)
