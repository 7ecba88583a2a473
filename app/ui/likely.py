"""Same matter, another caller: open cases offered beside the form while it is typed; one key joins one."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.desk.duplicates import Asked, Duplicates, Offer
from app.forms import phone
from app.records.cases import Case
from app.ui import wording
from app.ui.kit.buttons import KeyButton
from app.ui.kit.spoken import announce
from app.ui.kit.style import mark
from app.ui.twolines import TwoLines

Run = Callable[[Callable[[], Any], Callable[[Any], None]], object]  # a job, and what to do with its result

KEY = "Alt+J"
_WAIT_MS = 400  # after the last sign


class LikelyBox(QFrame):
    """Hidden while there is nothing to offer; it never takes the focus."""

    join_asked = Signal(object)  # Offer
    leave_asked = Signal()
    open_asked = Signal(str, str)  # kind, id

    def __init__(self, duplicates: Duplicates, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._duplicates, self._run = duplicates, run
        self._say: Callable[[], Asked | None] = lambda: None
        self._asked: Asked | None = None
        self._count = 0  # how many times it was asked; only the last answer counts
        self._offers: tuple[Offer, ...] = ()
        self._is_learning, self._known = False, 0
        self._joined: Case | None = None
        self.head, self.rows = QLabel(), TwoLines()
        self.button = KeyButton(self.tr("加为来电人"), KEY, icon="user-plus")
        self._looking = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._lay_out()
        self._looking.timeout.connect(self._look)
        self.rows.opened.connect(self.open_asked)
        self.button.clicked.connect(self._press)
        self.hide()

    def _lay_out(self) -> None:
        mark(self, strip=True, tone="accent")
        mark(self.head, type="section")
        self.head.setWordWrap(True)
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.rows.setAccessibleName(self.tr("可能是同一件事的案件"))
        self.rows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.rows)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)

    def follow(self, say: Callable[[], Asked | None]) -> None:
        """Ask what *say* returns, once nothing is typed for a moment."""
        self._say = say
        self._looking.start()
        self._learn()

    def clear(self) -> None:
        """Offer nothing, whatever may still be answered."""
        self._looking.stop()
        self._count += 1
        self._say, self._asked = lambda: None, None
        self._show(())

    def show_joined(self, case: Case) -> None:
        """Say whose case the call joins when it is saved; the key takes that back."""
        if self._joined == case:
            return
        self.clear()
        self._joined = case
        self.head.setText(
            self.tr("这通来电并入案件 {}：{}。补齐后按 Ctrl+Enter 保存。").format(
                case.number, phone.hidden(case.title)
            )
        )
        self.button.show_text(self.tr("不并入"))
        self.rows.hide()
        self.show()

    def _look(self) -> None:
        asked = self._say()
        if asked is None:
            self._show(())
        elif asked != self._asked:
            self._asked = asked
            self._count += 1
            self._run(partial(self._duplicates.find, asked), partial(self._answered, self._count))

    def _answered(self, count: int, offers: tuple[Offer, ...]) -> None:
        if isValid(self) and count == self._count:
            self._show(offers)

    def _learn(self) -> None:
        """Let what came since be looked at, a little at a time; then ask again."""
        if not self._is_learning:
            self._is_learning = True
            self._run(self._duplicates.learn, self._learned)

    def _learned(self, more: bool) -> None:
        if isValid(self):
            self._is_learning = False
            if more:
                self._learn()
            elif self._known != self._duplicates.known:
                self._known, self._asked = self._duplicates.known, None
                self._looking.start()

    def _show(self, offers: tuple[Offer, ...]) -> None:
        news = offers and [each.case.id for each in offers] != [each.case.id for each in self._offers]
        self._offers, self._joined = offers, None
        self.rows.clear()
        for each in offers:
            self.rows.add("case", each.case.id, phone.hidden(each.case.title), self._why(each))
        if offers:
            self.rows.setCurrentRow(0)
            self.rows.setFixedHeight(sum(map(self.rows.sizeHintForRow, range(self.rows.count()))) + 2)
            self.head.setText(self.tr("可能是同一件事 {}").format(len(offers)))
            self.button.show_text(self.tr("加为来电人"))
        self.rows.setVisible(bool(offers))
        self.setVisible(bool(offers))
        if news:
            announce(self, f"{self.head.text()} {offers[0].case.title}")

    def _why(self, offer: Offer) -> str:
        said = (each for each in offer.likeness.reasons if each != "recent")  # how long ago it says
        reasons = " · ".join(wording.word("likely", each) for each in said)
        since = self.tr("{}前").format(wording.lasting(self._duplicates.now() - offer.case.opened_at))
        callers = self.tr("{} 人来电").format(offer.callers) if offer.callers > 1 else ""
        return "  ".join(filter(None, (reasons, since, callers)))

    def _press(self) -> None:
        if self._joined is not None:
            self.leave_asked.emit()
        elif self._offers:
            self.join_asked.emit(self._offers[max(self.rows.currentRow(), 0)])
