"""A kept record on a page: a line of numbers and states, sections of facts, and what can be done."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.records.conflicts import Conflict
from app.records.ids import Id
from app.ui.bridge import Bridge
from app.ui.facts import Facts
from app.ui.form.foot import FootBar
from app.ui.kit.buttons import KeyButton
from app.ui.kit.labels import ElidedLabel
from app.ui.kit.scrolled import Scrolled
from app.ui.kit.style import figures, mark
from app.ui.panel import Panel

_TAB = Qt.FocusPolicy.TabFocus

Rows = Iterable[tuple[str, str]]


class HeadLine(QFrame):
    """What it is, then what is to be known of it, its open conflicts, its states as chips (words, a tone)."""

    conflict_asked = Signal(str, str)  # kind, id: the first of them is to be shown

    def __init__(self) -> None:
        super().__init__()
        mark(self, bar="head")
        self.what, self.facts = QLabel(), ElidedLabel()
        self.what.setFont(figures(self.what.font()))
        self.facts.setFont(figures(self.facts.font()))
        mark(self.what, type="section")
        mark(self.facts, tone="muted")
        self.what.setTextFormat(Qt.TextFormat.PlainText)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(8)
        self._first = ""
        self.badge = KeyButton(self.tr("冲突"), "Alt+D", icon="alert-triangle", tone="danger")
        self.badge.hide()
        self.badge.clicked.connect(lambda: self.conflict_asked.emit("conflict", self._first))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(16)
        row.addWidget(self.what)
        row.addWidget(self.facts, 1)
        row.addWidget(self.badge)
        row.addLayout(self._chips)

    def show_line(self, what: str, facts: list[str], chips: list[tuple[str, str]]) -> None:
        self.what.setText(what)
        self.facts.show_text("  ·  ".join(facts))
        while item := self._chips.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for text, tone in chips:
            chip = QLabel(text)
            mark(chip, chip=tone)
            self._chips.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """Tell how many are open; the badge leads to the first."""
        self._first = conflicts[0].id if conflicts else ""
        self.badge.show_text(self.tr("{} 项冲突").format(len(conflicts)))
        self.badge.setVisible(bool(conflicts))


class RecordPage(Panel):
    """Read only. ``title`` stands on its tab; ``record`` is the id it was opened for."""

    titled = Signal()
    told = Signal(str)
    print_asked = Signal(str)  # order
    open_asked = Signal(str, str)  # kind, id
    sheet_asked = Signal(object, object)  # RecordSheet to be printed; what keeps that it was
    undoable = Signal(str, object)  # what was done; what takes it back

    def __init__(
        self, bridge: Bridge, kinds: frozenset[str], record: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(bridge, kinds, parent)
        self.record = record
        self.title = ""
        self.customer: Id | None = None
        self.veiled = False  # what it shows of who calls (CALL-13)
        self.head = HeadLine()
        self.foot = FootBar()
        self.head.conflict_asked.connect(self.open_asked)
        self._sections: dict[str, tuple[QLabel, QWidget] | None] = {}
        self._over_foot: list[QWidget] = []
        self._stops: list[QWidget] = []
        self._room = inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(16, 16, 16, 16)
        self._inside.setSpacing(12)
        self._inside.addStretch()
        self._scroll = self.reading = scroll = Scrolled(inside)
        scroll.laid_out.connect(self._keep_order)
        mark(scroll, reads=True)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addWidget(scroll, 1)
        page.addWidget(self.foot)
        self.setFocusProxy(scroll)

    def show_section(self, title: str, rows: Rows, notes: Mapping[str, str] | None = None) -> None:
        """Show *rows* under *title*, last of what was asked for before it the first time; *notes* by label
        are what is wrong with a row. Of a section without rows nothing is made."""
        kept = [row for row in rows if row[1] or row[0] in (notes or {})]
        made = self._sections.setdefault(title, None)
        if made is None:
            if not kept:
                return
            made = self._make(title, Facts())
        for widget in made:
            widget.setVisible(bool(kept))
        facts = made[1]
        assert isinstance(facts, Facts)
        facts.show_rows(kept, notes or {})

    def show_widget(self, title: str, widget: QWidget) -> None:
        """Have *widget* stand under *title*, last of what was asked for before it the first time."""
        if self._sections.get(title) is None:
            self._make(title, widget)

    def _make(self, title: str, widget: QWidget) -> tuple[QLabel, QWidget]:
        """Put *widget* where its section belongs."""
        titles = [*self._sections, title]
        after = filter(None, (self._sections.get(each) for each in titles[titles.index(title) :]))
        follows = next(after, None)
        place = self._inside.indexOf(follows[0]) if follows else self._inside.count() - 1
        label = QLabel(title)
        mark(label, type="section")
        self._inside.insertWidget(place, label)
        self._inside.insertWidget(place + 1, widget)
        made = self._sections[title] = label, widget
        return made

    def put_over_foot(self, part: QWidget) -> None:
        """Put *part* between what scrolls and the foot."""
        page = self.layout()
        assert isinstance(page, QVBoxLayout)
        page.insertWidget(page.indexOf(self.foot), part)
        self._over_foot.append(part)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._keep_order()
        return super().event(event)

    @Slot()
    def _keep_order(self) -> None:
        """Have Tab go down the page: for Qt what is made later stands last, after the foot."""
        parts = (self._room, *self._over_foot)
        stops = [each for part in parts for each in part.findChildren(QWidget) if self._stops_at(each)]
        if stops != self._stops:
            self._stops = stops
            for before, after in pairwise([self.reading, *stops]):
                QWidget.setTabOrder(before, after)

    def _stops_at(self, part: QWidget) -> bool:
        """Tell whether Tab comes to *part*; the list of a choice is a window of its own."""
        takes_tab = bool(part.focusPolicy() & _TAB) and part.focusProxy() is None
        return takes_tab and part.window() is self.window()
