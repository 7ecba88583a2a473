"""Alt+B: what is read back to the caller (CALL-4), its numbers in the groups and words they are said in."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.forms.check import shown
from app.forms.kinds import Kind
from app.forms.phone import group
from app.forms.values import is_given
from app.ui.commands import Command
from app.ui.kit.style import figures, mark
from app.ui.panels.calls import CallPage
from app.ui.tabs import Tabs

KEY = "Alt+B"
_WIDTH, _EDGE, _TOP = 460, 16, 88
_LONG = 5  # digits: so many in a row are said in groups
_GROUP = 4
_LONG_TEXT = 20  # signs: a text is read as it is written
_MOST = 160  # signs of a text: the rest is not read out
_OURS = "answer"  # what the caller was told
_RUN = re.compile("[0-9]+")
_SAID = frozenset({Kind.PERSON, Kind.PHONE, Kind.ADDRESS, Kind.TEXT, Kind.NUMBER, Kind.LONG_TEXT})


class ReadBack(QFrame):
    """Lies over the form in front and takes no focus: the agent reads, and ticks or corrects."""

    def __init__(self, tabs: Tabs, host: QWidget) -> None:
        super().__init__(host)
        self._tabs, self._host = tabs, host
        self._page: CallPage | None = None  # while it is read back
        mark(self, popup=True, card=True)
        self.setAccessibleName(self.tr("复述"))
        self._digits = self.tr("零 幺 二 三 四 五 六 七 八 九").split()
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(8)
        self._rows.setColumnStretch(1, 1)
        hint = QLabel(self.tr("Esc 关闭 · 可以接着填"))
        mark(hint, tone="muted", type="small")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 16, 24, 12)
        inside.addLayout(self._rows)
        inside.addWidget(hint)
        self.setFixedWidth(_WIDTH)
        self.hide()
        tabs.turned.connect(self._close)
        tabs.installEventFilter(self)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self._close)

    def commands(self) -> list[Command]:
        return [Command(self.tr("复述：号码分组，大字"), self.toggle, KEY, icon="phone")]

    def toggle(self) -> None:
        """Show what the call in front would be read back as, or close it."""
        page = self._tabs.current()
        if self._page is not None or not isinstance(page, CallPage):
            self._close()
            return
        self._page = page
        page.view.settled.connect(self._fill)
        self._fill()
        self.show()
        self._place()
        self.raise_()

    def _close(self) -> None:
        if self._page is not None and isValid(self._page):
            self._page.view.settled.disconnect(self._fill)
        self._page = None
        self.hide()

    def _fill(self) -> None:
        """Show what is told by now; what is not is not read back."""
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for row, (label, text, said) in enumerate(self._lines()):
            name, words = QLabel(label), QLabel(text)
            mark(name, tone="muted")
            mark(words, type="title" if said or len(text) < _LONG_TEXT else "")
            words.setFont(figures(words.font()))
            words.ensurePolished()  # the card is as high as its words
            words.setWordWrap(True)
            for each in (name, words):
                each.setTextFormat(Qt.TextFormat.PlainText)
            self._rows.addWidget(name, 2 * row, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._rows.addWidget(words, 2 * row, 1)
            if said:
                aloud = QLabel(said)
                aloud.setWordWrap(True)
                self._rows.addWidget(aloud, 2 * row + 1, 1)
        if not self._rows.count():
            nothing = QLabel(self.tr("还没有可以复述的：先填姓名、电话、地址或诉求。"))
            self._rows.addWidget(nothing, 0, 0, 1, 2)
        self._place()

    def _lines(self) -> Iterator[tuple[str, str, str]]:
        """Yield label, words, and how its numbers are said."""
        if (page := self._page) is None:
            return
        answers = page.view.answers()
        in_sight = shown(page.form, answers)
        for field in page.form.fields:
            value = answers.get(field.name)
            wanted = field.kind in _SAID and field.name in in_sight and field.name != _OURS
            if wanted and is_given(value):
                text = group(str(value)) if field.kind is Kind.PHONE else in_groups(str(value))
                is_long = field.kind is Kind.LONG_TEXT
                yield page.view.label(field.name), _cut(text), "" if is_long else self.aloud(text)

    def aloud(self, text: str) -> str:
        """Return the numbers of *text* digit by digit, as they are said on the telephone."""
        between = "" if len(max(self._digits, key=len)) == 1 else " "
        return "  ".join(between.join(self._digits[int(each)] for each in run) for run in _RUN.findall(text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        if (layout := self.layout()) is not None:
            layout.activate()
        self.resize(_WIDTH, self.heightForWidth(_WIDTH))
        corner = self._tabs.mapTo(self._host, self._tabs.rect().topRight())
        self.move(max(0, corner.x() - self.width() - _EDGE), corner.y() + _TOP)


def _cut(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[:_MOST]}…"


def in_groups(text: str) -> str:
    """Return *text* with its long numbers in groups of four from the left: ``3301 0219 9001``."""

    def parted(found: re.Match[str]) -> str:
        run = found[0]
        if len(run) < _LONG:
            return run
        return " ".join(run[at : at + _GROUP] for at in range(0, len(run), _GROUP))

    return _RUN.sub(parted, text)
