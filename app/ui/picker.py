"""One of a few, picked by typed text, pinyin or initials; Enter takes the one marked. F2: which form."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.forms import pinyin
from app.forms.shorts import Short
from app.forms.spec import Form, say
from app.ui.kit.query import Query
from app.ui.kit.style import as_tip, mark
from app.ui.lines import ICON, Lines

NAME = Qt.ItemDataRole.UserRole + 1
_WIDTH = 320
_MOST = 12  # rows without scrolling


@dataclass(frozen=True, slots=True)
class Entry:
    """``keys``: what, typed alone, means this one."""

    name: str
    title: str
    keys: str = ""
    icon: str = ""

    def fits(self, query: str) -> bool:
        if query.lower() == self.keys.lower() or pinyin.matches(query, self.title):
            return True
        # Initials leap over commas and blanks.
        return pinyin.matches(query, "".join(filter(str.isalnum, self.title)))


class Picker(QFrame):
    """A popup: Esc and a click beside it close it, and the focus goes back."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[Entry], words: tuple[str, str, str], parent: QWidget) -> None:
        """*words*: what may be typed, what is picked, and what Enter does."""
        super().__init__(parent, Qt.WindowType.Popup)
        mark(self, popup=True)
        typed, what, enter = words
        self._entries: Sequence[Entry] = entries
        self._row = 0
        self.query = Query()
        self.query.setPlaceholderText(typed)
        self.query.setAccessibleName(what)
        self.list = QListWidget()
        self.list.setItemDelegate(Lines(self.list))
        self.list.setAccessibleName(what)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        hint = QLabel(enter)
        mark(hint, tone="muted", type="small")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.setSpacing(8)
        for widget in (self.query, self.list, hint):
            inside.addWidget(widget)
        self.setFixedWidth(_WIDTH)
        self.setFocusProxy(self.query)
        self.query.textChanged.connect(self._typed)
        self.query.moved.connect(self._move)
        self.query.entered.connect(self._take)
        self.list.itemClicked.connect(self._take)

    def offer(self, entries: Sequence[Entry]) -> None:
        """Offer these from now on."""
        self._entries = entries

    def pop(self, at: QPoint, last: str = "") -> None:
        """Open at *at* (on the screen) with the one used *last* marked."""
        self.query.clear()
        self._narrow(last)
        self.adjustSize()
        self.move(at)
        self.show()
        self.query.setFocus()

    def _typed(self, text: str) -> None:
        meant = next((e.name for e in self._entries if text.isdigit() and e.keys == text), "")
        self._narrow(meant)
        if meant:
            self._take()  # no name begins with a digit: nothing else can be meant

    def _narrow(self, marked: str) -> None:
        query = self.query.text().strip()
        self.list.clear()
        for entry in self._entries:
            if not query or entry.fits(query):
                item = QListWidgetItem(entry.title)
                item.setToolTip(as_tip(entry.title))
                item.setData(NAME, entry.name)
                item.setData(ICON, entry.icon)
                self.list.addItem(item)
                if entry.name == marked:
                    self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        # The list keeps its height while it is narrowed, so that nothing jumps under the eye.
        self._row = max(self._row, self.list.sizeHintForRow(0))
        self.list.setFixedHeight(min(_MOST, len(self._entries)) * self._row)

    def _move(self, step: int) -> None:
        if count := self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + step) % count)

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.close()
            self.chosen.emit(item.data(NAME))


class FormPicker(Picker):
    """Forms, and after them the short calls, which are kept at once."""

    def __init__(self, forms: Sequence[Form], shorts: Sequence[Short], lang: str, parent: QWidget) -> None:
        words = (
            self.tr("表单名、拼音或首字母"),
            self.tr("选择表单"),
            self.tr("↑ ↓ 选择 · Enter 打开 · Esc 返回"),
        )
        super().__init__((), words, parent)
        self._lang = lang
        self.offer_forms(forms, shorts)

    def offer_forms(self, forms: Sequence[Form], shorts: Sequence[Short]) -> None:
        """Offer these from the next time it opens."""
        entries = [self._entry(form, say(form.title, self._lang)) for form in forms]
        kept = self.tr("{}（直接存）")
        entries += [Entry(s.code, kept.format(say(s.label, self._lang)), s.keys, "save") for s in shorts]
        self.offer(entries)

    def _entry(self, form: Form, title: str) -> Entry:
        if form.emergency:
            return Entry(form.name, self.tr("{}（紧急）").format(title), form.keys, "circle-alert")
        return Entry(form.name, title, form.keys)
