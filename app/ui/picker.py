"""F2: which form; typed text, pinyin or initials narrow the list, Enter takes the one marked."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.forms import pinyin
from app.forms.spec import Form, say
from app.ui.kit.query import Query
from app.ui.kit.style import mark
from app.ui.lines import ICON, Lines

_NAME = Qt.ItemDataRole.UserRole + 1
_WIDTH = 320


class FormPicker(QFrame):
    chosen = Signal(str)

    def __init__(self, forms: Sequence[Form], lang: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        mark(self, popup=True)
        self._titles = [(f.name, say(f.title, lang), f.keys, f.emergency) for f in forms]
        self._row = 0
        self.query = Query()
        self.query.setPlaceholderText(self.tr("表单名、拼音或首字母"))
        self.query.setAccessibleName(self.tr("选择表单"))
        self.list = QListWidget()
        self.list.setItemDelegate(Lines(self.list))
        self.list.setAccessibleName(self.tr("表单"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        hint = QLabel(self.tr("↑ ↓ 选择 · Enter 打开 · Esc 返回"))
        mark(hint, tone="muted", type="small")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.setSpacing(8)
        for widget in (self.query, self.list, hint):
            inside.addWidget(widget)
        self.setFixedWidth(_WIDTH)
        self.setFocusProxy(self.query)
        self.query.textChanged.connect(lambda: self._narrow(""))
        self.query.moved.connect(self._move)
        self.query.entered.connect(self._take)
        self.list.itemClicked.connect(self._take)

    def pop(self, at: QPoint, last: str) -> None:
        """Open at *at* (on the screen) with the form used *last* marked."""
        self.query.clear()
        self._narrow(last)
        self.adjustSize()
        self.move(at)
        self.show()
        self.query.setFocus()

    def _narrow(self, marked: str) -> None:
        query = self.query.text().strip()
        self.list.clear()
        for name, title, keys, emergency in self._titles:
            if not query or query.lower() == keys.lower() or pinyin.matches(query, title):
                item = QListWidgetItem(self.tr("{}（紧急）").format(title) if emergency else title)
                item.setData(_NAME, name)
                item.setData(ICON, "circle-alert" if emergency else "")
                self.list.addItem(item)
                if name == marked:
                    self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        # The list keeps its height while it is narrowed, so that nothing jumps under the eye.
        self._row = max(self._row, self.list.sizeHintForRow(0))
        self.list.setFixedHeight(len(self._titles) * self._row)

    def _move(self, step: int) -> None:
        if count := self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + step) % count)

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.close()
            self.chosen.emit(item.data(_NAME))
