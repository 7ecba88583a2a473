"""A kept record on a page: a line of numbers and states, sections of facts, and what can be done."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.records.conflicts import Conflict
from app.records.ids import Id
from app.ui.bridge import Bridge
from app.ui.facts import Facts
from app.ui.form.foot import FootBar
from app.ui.kit.buttons import KeyButton
from app.ui.kit.labels import ElidedLabel
from app.ui.kit.style import figures, mark
from app.ui.panel import Panel

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

    def __init__(self, bridge: Bridge, kinds: frozenset[str], record: str) -> None:
        super().__init__(bridge, kinds)
        self.record = record
        self.title = ""
        self.customer: Id | None = None
        self.veiled = False  # what it shows of who calls (CALL-13)
        self.head = HeadLine()
        self.foot = FootBar()
        self.head.conflict_asked.connect(self.open_asked)
        self._sections: dict[str, tuple[QLabel, Facts]] = {}
        self._room = inside = QWidget()
        mark(inside, room=True)
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(16, 16, 16, 16)
        self._inside.setSpacing(12)
        self._inside.addStretch()
        self._scroll = self.reading = scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        mark(scroll, reads=True)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addWidget(scroll, 1)
        page.addWidget(self.foot)
        self.setFocusProxy(scroll)
        # By Tab within it Qt scrolls by itself, but not where Tab comes from outside.
        QApplication.instance().focusChanged.connect(self._keep_in_sight)  # type: ignore[union-attr]

    @Slot(QWidget, QWidget)
    def _keep_in_sight(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._room.isAncestorOf(new):
            self._scroll.ensureWidgetVisible(new)

    def show_section(self, title: str, rows: Rows, notes: Mapping[str, str] | None = None) -> None:
        """Show *rows* under *title*, made the first time it is asked for; *notes* by label are what is wrong
        with a row."""
        if title not in self._sections:
            label, facts = QLabel(title), Facts()
            mark(label, type="section")
            self._sections[title] = (label, facts)
            for widget in (label, facts):
                self._inside.insertWidget(self._inside.count() - 1, widget)
        kept = [row for row in rows if row[1] or row[0] in (notes or {})]
        for widget in self._sections[title]:
            widget.setVisible(bool(kept))
        if self._sections[title][1].show_rows(kept, notes or {}):
            self._fit()

    def show_widget(self, title: str, widget: QWidget) -> None:
        """Have *widget* stand under *title*, last of what is there the first time it is asked for."""
        if widget.parent() is not self._room:
            label = QLabel(title)
            mark(label, type="section")
            for each in (label, widget):
                self._inside.insertWidget(self._inside.count() - 1, each)
        self._fit()

    def put_over_foot(self, part: QWidget) -> None:
        """Put *part* between what scrolls and the foot."""
        page = self.layout()
        assert isinstance(page, QVBoxLayout)
        page.insertWidget(page.indexOf(self.foot), part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give wrapped lines their height: a scroll area asks its widget for no height by its width."""
        width = self._scroll.viewport().width()
        self._room.setMinimumHeight(max(self._inside.totalHeightForWidth(width), 0))
