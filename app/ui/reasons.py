"""Why somebody is away: the centre's reasons, one key each; some want a word more."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.forms.spec import Choice, say
from app.records.presence import LONGEST_NOTE
from app.ui.door import CARD_WIDTH, DoorEdit
from app.ui.form.flow import Flow
from app.ui.form.options import Options
from app.ui.kit.style import mark

_MANY, _LIST_HEIGHT = 20, 112


class Reasons(QWidget):
    said = Signal(str, str)  # code, note
    passed = Signal()  # Enter without a word

    def __init__(self, reasons: Sequence[Choice], lang: str, granted: str = "", ask: str = "") -> None:
        """*granted*: the reason of a leave that was approved; it is marked, and Enter says it. *ask*: what
        they are reasons for, where nobody is away."""
        super().__init__()
        self._reasons, self._place, self._granted = reasons, -1, granted
        buttons = [QPushButton(self._words(place, lang)) for place in range(len(reasons))]
        for button in buttons:
            mark(button, segment=True)
        row = Flow(4, 4)
        row.setContentsMargins(2, 2, 2, 2)  # so that the ring of the focus touches none of them
        self.options = Options(buttons, "", row)
        ask = ask or self.tr("离席原因")
        self.options.setAccessibleName(ask)
        self.note = DoorEdit(self.tr("说明"))
        self.note.setMaxLength(LONGEST_NOTE)
        self.note.setPlaceholderText(self.tr("简单说明，Enter 确认；不要写客户或健康情况"))
        self.note.hide()
        self._ask = QLabel(self.tr("{}：按数字键").format(ask))
        mark(self._ask, tone="muted", type="small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._scroll = _scrolled(self.options) if len(reasons) > _MANY else None
        for widget in (self._ask, self._scroll or self.options, self.note):
            column.addWidget(widget)
        self.show_said(granted)
        self.options.picked.connect(self._pick)
        self.options.stepped.connect(self._step)
        self.options.done.connect(self._enter)
        self.note.entered.connect(self._note_entered)
        self.setFocusProxy(self.options)

    def _words(self, place: int, lang: str) -> str:
        reason = self._reasons[place]
        key = f"{place + 1} " if place < 9 else ""
        label = say(reason.label, lang).replace("&", "&&")
        return key + (self.tr("{} · 已获准").format(label) if reason.code == self._granted else label)

    def show_said(self, code: str) -> None:
        """Mark the reason that was said."""
        self._mark(next((n for n, each in enumerate(self._reasons) if each.code == code), -1))

    def _mark(self, place: int) -> None:
        self._place = place
        for n, button in enumerate(self.options.buttons):
            button.setChecked(n == place)
        if self._scroll is not None and place >= 0:
            self._scroll.ensureWidgetVisible(self.options.buttons[place])

    def _pick(self, place: int) -> None:
        self._mark(place)
        reason = self._reasons[place]
        wants_note = reason.note and reason.code != self._granted  # what for, the lead knows
        self.note.setVisible(wants_note)
        self._ask.setVisible(not wants_note)  # the line says what to do next
        if wants_note:
            self.note.setFocus()
        else:
            self.said.emit(self._reasons[place].code, "")

    def _step(self, step: int) -> None:
        """Only mark: an arrow on its way says nothing yet."""
        self._mark(min(len(self._reasons) - 1, max(0, self._place + step)))

    def _enter(self) -> None:
        if self._place >= 0:
            self._pick(self._place)
        else:
            self.passed.emit()

    def _note_entered(self) -> None:
        if note := self.note.text().strip():
            self.said.emit(self._reasons[self._place].code, note)


def _scrolled(options: Options) -> QScrollArea:
    """Keep a list nobody would make from pushing the password off the page."""
    scroll = QScrollArea()
    scroll.setWidget(options)
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFixedHeight(_LIST_HEIGHT)
    return scroll


class WhyCard(QFrame):
    """Asks afterwards, over the work, why somebody was away."""

    said = Signal(str, str)  # code, note

    def __init__(self, words: str, reasons: Reasons, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        mark(self, card=True)
        self.reasons, head = reasons, QLabel(words)
        head.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(reasons)
        self.setFixedWidth(CARD_WIDTH)
        reasons.said.connect(self._said)
        self.setFocusProxy(reasons)

    def event(self, event: QEvent) -> bool:
        """Be as high as what is in it wants at this width: what wraps has a window guess too much."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest) and (column := self.layout()):
            self.resize(self.width(), column.totalHeightForWidth(self.width()))
        return super().event(event)

    def _said(self, code: str, note: str) -> None:
        self.said.emit(code, note)
        self.close()
