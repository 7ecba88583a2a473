"""A list of who is to be called (回访), worked through by keys: a digit notes what came of it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.forms.spec import Choice, say
from app.records.callbacks import LONGEST_NOTE
from app.ui.bridge import Bridge
from app.ui.form.flow import Flow
from app.ui.form.foot import FootBar
from app.ui.jotting import Jotter, Words
from app.ui.kit.buttons import KeyButton
from app.ui.kit.empty import EmptyState
from app.ui.kit.scrolled import Scrolled
from app.ui.kit.style import mark
from app.ui.panel import Panel
from app.ui.record import HeadLine
from app.ui.tree import Tree

_ROWS = 96  # two rows: the least of the list that is shown
ID = Qt.ItemDataRole.UserRole + 1  # of whom a row is


class OutcomeKeys(QFrame):
    """In a line that is typed into a digit is a digit: the keys belong to *where* alone."""

    chosen = Signal(str)  # outcome

    def __init__(self, outcomes: Sequence[Choice], lang: str, where: QWidget) -> None:
        super().__init__()
        mark(self, room=True)
        row = Flow(8, 4)
        row.setContentsMargins(16, 8, 16, 0)
        for digit, each in enumerate(outcomes[:9], 1):
            button = KeyButton(say(each.label, lang), str(digit), owned=True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self.chosen.emit, each.code))
            row.addWidget(button)
            key = QShortcut(QKeySequence(str(digit)), where)
            key.setContext(Qt.ShortcutContext.WidgetShortcut)
            key.setAutoRepeat(False)
            key.activated.connect(partial(self.chosen.emit, each.code))
        self.setLayout(row)


class VisitList(Panel):
    """The head, the list in its groups, an outcome by each digit, one line of words, the foot. Beside an
    outcome the words may be empty; to do anything else they say why. They are kept while half typed."""

    titled = Signal()
    told = Signal(str)
    open_asked = Signal(str, str)  # kind, id
    record = ""

    def __init__(self, bridge: Bridge, kinds: frozenset[str]) -> None:
        super().__init__(bridge, kinds)
        self.title = ""
        self.head, self.foot, self.tree = HeadLine(), FootBar(), Tree()
        self.tree.setMinimumHeight(_ROWS)
        self.tree.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.model = QStandardItemModel(0, 2, self)
        self.tree.setModel(self.model)
        self.note = Words(LONGEST_NOTE)
        self.note.returnPressed.connect(self.tree.setFocus)
        self.tree.entered_on.connect(self.open_chosen)
        self.tree.doubleClicked.connect(self.open_chosen)
        self.setProperty("opened_as", self.record)

    def _take(
        self,
        none: EmptyState,
        keys: OutcomeKeys,
        jotter: Callable[..., Jotter],
        middle: QWidget | None = None,
    ) -> None:
        """Lay it out, *middle* below the list, *none* where it is empty; put back what was half typed."""
        self.none, self.keys = none, keys
        self.none.hide()  # until it is read
        self.keys.chosen.connect(self.say)
        self.tree.setAccessibleName(self.title)
        self.jotter = jotter(self, self.note, self._typed, self)
        self.note.setText(self.jotter.kept.get("note", ""))
        self.note.textEdited.connect(self.jotter.soon)
        inside = QWidget()
        page, body = QVBoxLayout(self), QVBoxLayout(inside)
        around, below, line = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for box in (page, body):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        around.setContentsMargins(8, 8, 8, 0)
        around.addWidget(self.tree)
        line.setContentsMargins(16, 8, 16, 8)
        line.addWidget(self.note)
        body.addLayout(around, 3)
        body.addWidget(self.none, 1)
        if middle is not None:
            below.setContentsMargins(16, 8, 16, 0)
            below.addWidget(middle)
            body.addLayout(below)
        body.addWidget(self.keys)
        body.addLayout(line)
        page.addWidget(self.head)
        scroll = Scrolled(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.addWidget(scroll, 1)
        page.addWidget(self.foot)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark(self, room=True)

    def hideEvent(self, event: QHideEvent) -> None:
        self.jotter.keep()
        super().hideEvent(event)

    def _typed(self) -> dict[str, str]:
        return {"note": self.note.text()} if self.note.text() else {}

    def _failed(self, error: Exception) -> None:
        """The file is closed: the seat locks."""

    def say(self, outcome: str) -> None:
        """Note what came of calling the chosen one, and go on; made by each list."""

    def open_chosen(self, index: QModelIndex | None = None) -> None:
        """Show what is known of the chosen one; made by each list."""

    def _chosen_id(self) -> str:
        return self.tree.currentIndex().siblingAtColumn(0).data(ID) or ""

    def _choose(self, wanted: str) -> None:
        """Choose it, else the first."""
        rows = [head.child(row).index() for head in self._heads() for row in range(head.rowCount())]
        if rows:
            self.tree.setCurrentIndex(next((row for row in rows if row.data(ID) == wanted), rows[0]))

    def _heads(self) -> list[QStandardItem]:
        return [self.model.item(row) for row in range(self.model.rowCount())]

    def _show_group(self, head: list[QStandardItem], rows: Sequence[list[QStandardItem]]) -> None:
        for row in rows:
            head[0].appendRow(row)
        self.model.appendRow(head)
        self.tree.setExpanded(head[0].index(), True)

    def _clear(self) -> None:
        self.note.clear()
        self.jotter.forget()
        self.tree.setFocus()
