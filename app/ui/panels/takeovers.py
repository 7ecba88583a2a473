"""What others left half done at this seat, in a tab for leads; one of them to read and take over; and to its
owner, who has gone on with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFormLayout, QFrame, QVBoxLayout

from app.desk.calls import Calls
from app.desk.jottings import Jottings
from app.forms import phone
from app.forms.check import shown
from app.forms.spec import Choice, say
from app.forms.words import in_words
from app.records.drafts import Draft
from app.records.ids import Id
from app.records.presence import Presence, State
from app.records.takeovers import LONGEST_WHY, Takeover
from app.ui import wording
from app.ui.bridge import Bridge
from app.ui.form.foot import FootBar
from app.ui.jotting import Jotter, Words
from app.ui.kit.empty import EmptyState
from app.ui.kit.style import mark
from app.ui.lines import HEAD, ICON, MORE, TONE
from app.ui.panel import Panel
from app.ui.record import HeadLine, RecordPage
from app.ui.tree import Tree, cell

_KEY = Qt.ItemDataRole.UserRole + 1
_TICK_MS = 10_000


@dataclass(frozen=True, slots=True)
class TakeoverDesk:
    """``reasons``: why people are away, by code."""

    calls: Calls
    people: Callable[[Id], str]
    reasons: Mapping[str, Choice]
    now: Callable[[], datetime]
    lang: str
    jottings: Jottings

    def form(self, draft: Draft) -> str:
        return say(self.calls.form_of(draft).title, self.lang)

    def reason(self, told: Presence) -> str:
        known = self.reasons.get(told.reason)
        return say(known.label, self.lang) if known else ""


class LeftPage(Panel):
    """By person: where they are, and what they left. Of no draft a word is shown before it is opened."""

    titled = Signal()
    told = Signal(str)
    open_asked = Signal(str, str)  # kind, id

    def __init__(self, desk: TakeoverDesk, bridge: Bridge) -> None:
        super().__init__(bridge, frozenset({"draft", "presence", "takeover"}))
        self._desk, self.record, self.title = desk, "left", self.tr("遗留草稿")
        self.head, self.foot, self.tree = HeadLine(), FootBar(), Tree()
        self.none = EmptyState(self.tr("本席没有别人留下的草稿，也没有人锁着没回来。"))
        self.model = QStandardItemModel(0, 2, self)
        self.tree.setModel(self.model)
        self.tree.setAccessibleName(self.title)
        self.tree.entered_on.connect(self._open)
        self.tree.doubleClicked.connect(self._open)
        around = QVBoxLayout()
        around.setContentsMargins(8, 8, 8, 0)
        around.addWidget(self.tree)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addLayout(around, 1)
        page.addWidget(self.none, 1)
        page.addWidget(self.foot)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark(self, room=True)
        self.setFocusProxy(self.tree)
        self.foot.add_button(self.tr("打开看"), "Alt+O", lambda: self._open(self.tree.currentIndex()))
        ticking = QTimer(self, interval=_TICK_MS)
        ticking.timeout.connect(self._tick)
        ticking.start()

    def _tick(self) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        chosen = self.tree.currentIndex().siblingAtColumn(0).data(_KEY)
        takeovers = self._desk.calls.takeovers
        drafts, parked = takeovers.left(), {each.agent: each for each in takeovers.parked()}
        self.model.removeRows(0, self.model.rowCount())
        for who in dict.fromkeys((*parked, *(draft.agent for draft in drafts))):
            head = self._head(who, parked.get(who) or takeovers.whereabouts(who))
            for draft in drafts:
                if draft.agent == who:
                    head.appendRow(self._row(draft))
        self.tree.expandAll()
        self._choose(chosen)
        chips = [(self.tr("{} 份草稿").format(len(drafts)), "warn")] if drafts else []
        self.head.show_line(self.title, [], chips)
        for part in (self.tree, self.foot):
            part.setVisible(bool(self.model.rowCount()))
        self.none.setVisible(not self.model.rowCount())

    def _head(self, who: Id, told: Presence | None) -> QStandardItem:
        head, lasting = cell(self._desk.people(who)), cell("", right=True)
        head.setData(True, HEAD)
        head.setData(self._where(told), MORE)
        if told and told.state is State.AWAY:
            lasting.setText(wording.clock(self._desk.now() - told.since))
            lasting.setData("warn", TONE)
        self.model.appendRow([head, lasting])
        return head

    def _where(self, told: Presence | None) -> str:
        if told is None:
            return self.tr("没有记录在哪里")
        since = self.tr("{} 起").format(wording.last(told.since, self._desk.now()))
        place = self.tr("席位 {}").format(told.seat)
        return " · ".join(
            filter(None, (wording.word("agent", told.state), self._desk.reason(told), since, place))
        )

    def _row(self, draft: Draft) -> list[QStandardItem]:
        number, at = draft.answers.get("phone"), self._desk.now()
        masked = phone.mask(number) if isinstance(number, str) else ""
        row = cell(self._desk.form(draft))
        began = self.tr("{} 起").format(wording.last(draft.started_at, at))
        changed = self.tr("最后改动 {}").format(wording.last(draft.saved_at, at))
        row.setData(" · ".join(filter(None, (masked, began, changed))), MORE)
        row.setData("file-pen", ICON)
        row.setData(f"{draft.id} {draft.agent}", _KEY)
        return [row, cell(wording.ago(draft.saved_at, at), right=True)]

    def _choose(self, key: str | None) -> None:
        heads = map(self.model.item, range(self.model.rowCount()))
        rows = [head.child(n) for head in heads for n in range(head.rowCount())]
        row = next((row for row in rows if row.data(_KEY) == key), next(iter(rows), self.model.item(0)))
        if row is not None:
            self.tree.setCurrentIndex(row.index())

    def _open(self, index: QModelIndex) -> None:
        if key := index.siblingAtColumn(0).data(_KEY):
            self.open_asked.emit("left", key)
        else:
            self.told.emit(self.tr("用方向键选一份草稿，再按 Enter 打开。"))


class DraftPage(RecordPage):
    """A draft in another's hands, to read: a lead may take it over; its owner sees who has."""

    taken = Signal(object)  # Draft: the lead's own from now on

    def __init__(self, desk: TakeoverDesk, bridge: Bridge, record: str) -> None:
        """*record*: the draft's id, and whose it is; without that, one's own that somebody has taken over."""
        super().__init__(bridge, frozenset({"draft", "takeover"}), record)
        self._desk = desk
        self.why = Words(LONGEST_WHY)
        self.jotter = Jotter(desk.jottings, self, self.why, self._typed, self)
        self.why.setText(self.jotter.kept.get("why", ""))
        self.why.cursorPositionChanged.connect(self.jotter.soon)
        self.why.setAccessibleName(self.tr("接手的原因"))
        self.why.setPlaceholderText(self.tr("会告诉本人，并记录是谁、为什么"))
        self._asking = QFrame()
        fields = QFormLayout(self._asking)
        fields.setContentsMargins(16, 8, 16, 8)
        fields.addRow(self.tr("接手的原因"), self.why)
        page = self.layout()
        assert isinstance(page, QVBoxLayout)
        page.insertWidget(page.indexOf(self.foot), self._asking)
        self.take_button = self.foot.add_button(
            self.tr("接手，由我办完"), "Ctrl+Enter", self.take, icon="file-pen", primary=True
        )
        self.refresh()

    def _typed(self) -> dict[str, Any]:
        return {"why": text} if (text := self.why.text()) else {}

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.jotter.go_back()

    def _draft(self) -> Draft | None:
        """Return it as long as it is there, and is what the page is about."""
        calls = self._desk.calls
        id, _, agent = self.record.partition(" ")
        if agent:
            return calls.takeovers.get(Id(id), Id(agent))
        return next((each for each in calls.drafts() if each.id == id), None)

    def refresh(self) -> None:
        draft = self._draft()
        taken = self._desk.calls.takeovers.taken(draft) if draft else None
        may = draft is not None and taken is None and " " in self.record
        for part in (self._asking, self.take_button):
            part.setVisible(may)
        if draft is None:
            self.head.show_line(self.tr("这份草稿已经办完，或已退还。"), [], [])
            return
        self.title = self.tr("{} · 只读").format(self._desk.form(draft))
        self.titled.emit()
        began = self.tr("{} 起").format(wording.last(draft.started_at, self._desk.now()))
        changed = self.tr("最后改动 {}").format(wording.last(draft.saved_at, self._desk.now()))
        chip = (self.tr("已被接手"), "warn") if taken else (self.tr("未保存"), "warn")
        who = self._desk.people(draft.first_taker)
        self.head.show_line(self._desk.form(draft), [self.tr("首问 {}").format(who), began, changed], [chip])
        self._show_taken(taken)
        self._show_answers(draft)

    def _show_taken(self, taken: Takeover | None) -> None:
        rows = [
            (self.tr("接手的人"), self._desk.people(taken.by)),
            (self.tr("时间"), wording.day_and_time(taken.at)),
            (self.tr("原因"), taken.why),
        ] if taken else []  # fmt: skip
        self.show_section(self.tr("接手"), rows)

    def _show_answers(self, draft: Draft) -> None:
        form, lang = self._desk.calls.form_of(draft), self._desk.lang
        visible, lists = shown(form, draft.answers), self._desk.calls.forms.lists
        told = {n: value for n, value in draft.answers.items() if value not in (None, "", [], {})}
        rows = [
            (say(f.label, lang), in_words(f, told[f.name], lang, lists))
            for f in form.fields
            if f.name in visible and f.name in told
        ]
        self.show_section(self.tr("已填的内容"), rows)

    def take(self) -> None:
        """Make it the lead's to finish, for a reason."""
        draft, why = self._draft(), self.why.text().strip()
        if draft is None:
            return
        if not why:
            self.told.emit(self.tr("请先写接手的原因：会告诉本人，并记录下来。"))
            self.why.setFocus()
        elif mine := self._desk.calls.takeovers.take(draft, why):
            self.jotter.forget()
            self.taken.emit(mine)
        else:
            self.told.emit(wording.refusal("takeover_own"))
