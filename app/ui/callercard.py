"""The caller's card: who it is, under all their files; what is marked; what can be done with the file."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from app.desk.accesses import starred
from app.desk.callers import Callers, Seen
from app.desk.marks import Standing
from app.forms import phone
from app.forms.spec import Choice, say
from app.records.ids import Id
from app.records.marks import LONGEST_WHY, Word
from app.ui import wording
from app.ui.door import CARD_WIDTH, DoorEdit
from app.ui.kit.buttons import KeyButton
from app.ui.kit.style import mark

_NUMBERS, _ADDRESSES = 4, 1  # shown; the others stand in the tip

Undo = Callable[[], object] | None


class CallerCard(QFrame):
    merge_asked = Signal()  # another file is to be looked for
    correct_asked = Signal()
    changed = Signal()
    told = Signal(str, object)  # a sentence; what takes it back, or None

    def __init__(self, callers: Callers, people: Callable[[Id], str], lang: str) -> None:
        super().__init__()
        self._callers, self._people, self._lang = callers, people, lang
        self._seen: Seen | None = None
        self.name, self.numbers, self.often = QLabel(), QLabel(), QLabel()
        self.marks, self.proposals = QLabel(), QLabel()
        self.fill = KeyButton(self.tr("填入表单"), "Alt+P")
        self.file = KeyButton(self.tr("档案"), "Alt+H", icon="folder-open")
        self.file.clicked.connect(self._pop)
        mark(self.name, type="section")
        mark(self.numbers, tone="muted")
        mark(self.often, tone="warn")
        mark(self.marks, tone="danger")
        mark(self.proposals, tone="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for label in (self.name, self.marks, self.proposals, self.often, self.numbers):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            column.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.fill)
        row.addWidget(self.file)
        row.addStretch()
        column.addLayout(row)

    def clear(self) -> None:
        """What is not seen is still read by a screen reader."""
        self._seen = None
        for label in (self.name, self.numbers, self.often, self.marks, self.proposals):
            label.clear()

    def show_person(self, seen: Seen, calling: str, *, veiled: bool = False) -> None:
        """*calling*: the number in the form, which alone is not masked; *veiled*: the caller has still to say
        who they are (CALL-13)."""
        self._seen, person = seen, seen.person
        self.name.setText((starred(person.name) if veiled else person.name) or self.tr("未留姓名"))
        numbers = [phone.group(p) if p == calling else phone.mask(p) for p in person.phones]
        numbers.sort(key=lambda each: "*" in each)
        addresses = [] if veiled else [phone.hidden(each) for each in person.addresses]
        lines = ["  ".join(numbers[:_NUMBERS]), *addresses[:_ADDRESSES]]
        more = max(len(numbers) - _NUMBERS, 0) + max(len(addresses) - _ADDRESSES, 0)
        if more:
            lines.append(self.tr("还有 {} 个号码或地址").format(more))
        if len(seen.files) > 1:
            lines.append(self.tr("由 {} 份档案合并").format(len(seen.files)))
        self.numbers.setText("\n".join(filter(None, lines)))
        self.numbers.setToolTip("\n".join((*numbers, *addresses)) if more else "")
        self.often.setText(
            self.tr("{} 天内来电 {} 次").format(self._callers.often_within, seen.often) if seen.often else ""
        )
        self.often.setVisible(bool(seen.often))
        for label, word in ((self.marks, Word.CONFIRMED), (self.proposals, Word.PROPOSED)):
            told = [self._mark_words(each) for each in seen.marks if each.word is word]
            label.setText("\n".join(told))
            label.setVisible(bool(told))

    def _mark_words(self, standing: Standing) -> str:
        said, by = standing.proposal, self._people(standing.proposal.by)
        what = self._label(said.code)
        if standing.answer is None:
            return self.tr("提议（未确认）：{}。{}（{}）").format(what, said.why, by)
        lead = self._people(standing.answer.by)
        return self.tr("● {}：{}（{} 提议，{} 确认）").format(what, said.why, by, lead)

    def _label(self, code: str) -> str:
        kinds = self._callers.kinds_of_mark
        return next((say(each.label, self._lang) for each in kinds if each.code == code), code)

    # -- what can be done with the file --

    def _pop(self) -> None:
        if self._seen is not None:
            menu, below = self.menu(), self.file.rect().bottomRight()
            corner = self.file.mapToGlobal(below) - QPoint(menu.sizeHint().width(), 0)
            menu.popup(corner)

    def menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        seen = self._seen
        if seen is None:
            return menu
        menu.addAction(self.tr("更正姓名、号码、地址…"), self.correct_asked.emit)
        menu.addAction(self.tr("与另一份档案合并…"), self.merge_asked.emit)
        if len(seen.files) > 1:
            menu.addAction(self.tr("拆开最近一次合并"), self._part)
        inner = menu.addMenu(self.tr("提议标记"))
        for kind in self._callers.kinds_of_mark:
            inner.addAction(say(kind.label, self._lang).replace("&", "&&"), partial(self._propose, kind))
        if self._callers.marks.may_answer:
            for each in seen.marks:
                self._offer_answers(menu, each)
        return menu

    def _offer_answers(self, menu: QMenu, standing: Standing) -> None:
        what = self._label(standing.proposal.code).replace("&", "&&")
        if standing.answer is None:
            confirm = partial(self._answer, standing, Word.CONFIRMED, "")
            menu.addAction(self.tr("确认标记：{}").format(what), confirm)
            ask = self.tr("驳回标记“{}”，原因：").format(what)
            refuse = partial(self._ask, ask, partial(self._answer, standing, Word.REFUSED))
            menu.addAction(self.tr("驳回标记：{}…").format(what), refuse)
        else:
            ask = self.tr("解除标记“{}”，原因：").format(what)
            lift = partial(self._ask, ask, partial(self._answer, standing, Word.LIFTED))
            menu.addAction(self.tr("解除标记：{}…").format(what), lift)

    def _part(self) -> None:
        if self._seen and (ends := self._callers.mergers.part(self._seen.person.id)):
            self.changed.emit()
            again = partial(self._callers.mergers.merge, *ends)
            self.told.emit(self.tr("已拆成两份档案，各自的记录都在原处。"), again)

    def merge(self, other: Id) -> None:
        """Show *other* as the person on the card."""
        if self._seen is None:
            return
        kept = self._seen.person.id
        if self._callers.mergers.merge(kept, other) is None:
            self.told.emit(self.tr("这已经是同一位客户的档案。"), None)
            return
        undo = partial(self._callers.mergers.part, kept)
        self.told.emit(self.tr("两份档案已合并显示，随时可以拆开。"), undo)
        self.changed.emit()

    def _propose(self, kind: Choice) -> None:
        words = self.tr("提议标记“{}”，原因：").format(say(kind.label, self._lang))
        self._ask(words, partial(self._proposed, kind.code))

    def _proposed(self, code: str, why: str) -> None:
        if self._seen and self._callers.marks.propose(self._seen.person.id, code, why):
            self.told.emit(self.tr("已提议，等值班长或主管确认。确认前只作为提议显示。"), None)
            self.changed.emit()

    def _answer(self, standing: Standing, word: Word, why: str) -> None:
        if self._callers.marks.answer(standing.proposal, word, why):
            self.told.emit(wording.word("mark", word), None)
            self.changed.emit()

    def _ask(self, words: str, said: Callable[[str], object]) -> None:
        marks, of = self._callers.marks, f"{self._seen.person.id if self._seen else ''} {words}"
        card = AskCard(words, marks.half(of), self.window())
        card.line.textEdited.connect(partial(marks.keep_half, of))  # a lock takes the card away
        card.dropped.connect(partial(marks.keep_half, of, ""))
        card.said.connect(said)
        card.move(self.file.mapToGlobal(QPoint(-CARD_WIDTH // 2, self.file.height())))
        card.show()
        card.line.setFocus()


class AskCard(QFrame):
    """Asks one line over the work; Enter says it, Escape drops it."""

    said = Signal(str)
    dropped = Signal()  # said, or given up by Escape

    def __init__(self, words: str, text: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        mark(self, card=True)
        head = QLabel(words)
        head.setWordWrap(True)
        head.setTextFormat(Qt.TextFormat.PlainText)
        self.line = DoorEdit(words)
        self.line.setMaxLength(LONGEST_WHY)
        self.line.setText(text)
        self.line.setPlaceholderText(self.tr("写明事实，Enter 确认，Esc 不写"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(self.line)
        self.setFixedWidth(CARD_WIDTH)
        self.line.entered.connect(self._enter)
        self.setFocusProxy(self.line)

    def _enter(self) -> None:
        if why := self.line.text().strip():
            self.said.emit(why)
            self.dropped.emit()
            self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        super().keyPressEvent(event)
