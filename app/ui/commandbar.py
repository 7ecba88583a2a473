"""Ctrl+K: any action by its name, pinyin or initials, and any record by what is known of it."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QPoint, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.desk.find import Found
from app.forms import pinyin
from app.ui import wording
from app.ui.background import Lane
from app.ui.commands import Command
from app.ui.kit.query import Query
from app.ui.kit.style import mark
from app.ui.lines import ASIDE, ICON, Lines

_WIDTH, _ROWS, _TOP = 560, 11, 48
_WAIT_MS = 120  # after the last sign, records are asked for
_RECENT = 6
_ICONS = {
    "call": "phone",
    "case": "folder-open",
    "order": "truck",
    "slip": "printer",
    "draft": "file-pen",
    "customer": "user",
    "directory": "users",
}
_ICONS |= {"discarded": "trash-2"}

Find = Callable[[str], Iterable[Found]]


class CommandBar(QFrame):
    """Lies over the work; closed, the focus and the caret are where they were."""

    open_asked = Signal(str, str)  # kind, id

    def __init__(self, find: Find, lane: Lane, settings: QSettings, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        mark(self, popup=True)
        self._find, self._lane, self._settings, self._room = find, lane, settings, parent
        self._commands: list[Command] = []
        self._found: tuple[Found, ...] = ()
        self._acts: list[Callable[[], object]] = []  # of the rows
        self._asked = ""
        self._enter_waits = False
        self.query, self.list, self.none = Query(_ROWS - 1), QListWidget(), QLabel()
        self._waiting = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._waiting.timeout.connect(self._ask)
        self._lay_out()
        self.query.textChanged.connect(self._typed)
        self.query.moved.connect(self._move)
        self.query.entered.connect(self._take)
        self.list.itemClicked.connect(self._take)

    def _lay_out(self) -> None:
        self.query.setPlaceholderText(self.tr("动作、编号、草稿或来电人：名字、拼音、首字母、4 位以上数字"))
        self.query.setAccessibleName(self.tr("命令"))
        self.list.setAccessibleName(self.tr("命令"))
        self.list.setItemDelegate(Lines(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none.setText(self.tr("没有找到。换名字、拼音首字母，或编号、号码中的 4 位再试。"))
        self.none.setWordWrap(True)
        self.none.setContentsMargins(8, 4, 8, 4)
        mark(self.none, tone="muted")
        hint = QLabel(self.tr("↑ ↓ 选择 · Enter 执行 · Esc 返回"))
        mark(hint, tone="muted", type="small")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.setSpacing(8)
        for widget in (self.query, self.none, self.list, hint):
            inside.addWidget(widget)
        self.setFocusProxy(self.query)

    def pop(self, commands: Iterable[Command]) -> None:
        """Open over the upper middle of the window, with what was used last first."""
        self._commands = [command for command in commands if command.listed]
        width = min(_WIDTH, self._room.width() - 32)
        self.setFixedWidth(width)
        self.query.clear()
        self._typed("")
        self.move(self._room.mapToGlobal(QPoint((self._room.width() - width) // 2, _TOP)))
        self.show()
        self.query.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was found is not left behind for a screen reader."""
        self.list.clear()
        self.query.clear()
        super().hideEvent(event)

    def stop(self) -> None:
        """Ask no more, and take no answer: the store is about to close."""
        self._waiting.stop()
        self._asked = ""
        self.close()

    # -- what fits --

    def _typed(self, text: str) -> None:
        self._found, self._asked, self._enter_waits = (), "", False
        self._waiting.start() if text.strip() else self._waiting.stop()
        self._show()

    def _ask(self) -> None:
        """Have the records looked up in the lane: typing never waits for them."""
        text = self.query.text().strip()
        self._asked = text
        self._lane.run(lambda: tuple(self._find(text)), partial(self._answered, text), lambda error: None)

    def _answered(self, text: str, found: tuple[Found, ...]) -> None:
        if text and text == self._asked:
            self._asked, self._found = "", found
            self._show()
            if self._enter_waits:
                self._take()

    def _show(self) -> None:
        """Put up what fits, with the same row marked where it is still there."""
        query, marked = self.query.text().strip(), max(self.list.currentRow(), 0)
        fitting = self._fitting(query)
        self.list.clear()
        self._acts = []
        for command in fitting:
            self._add(command.text, command.icon, command.key, partial(self._run, command))
        for found in self._found:
            act = partial(self.open_asked.emit, found.kind, str(found.id))
            words = "  ".join(part for part in (found.title or self.tr("未留姓名"), found.more) if part)
            self._add(words, _ICONS.get(found.kind, ""), wording.word("kind", found.kind), act)
        count = self.list.count()
        self.list.setCurrentRow(min(marked, count - 1) if self._found else 0)
        self.none.setVisible(not count and not self._is_looking())
        self.list.setVisible(bool(count))
        self.list.setFixedHeight(min(count, _ROWS) * max(self.list.sizeHintForRow(0), 1))
        self.adjustSize()

    def _is_looking(self) -> bool:
        return self._waiting.isActive() or bool(self._asked)

    def _fitting(self, query: str) -> list[Command]:
        if query:
            fit = [
                c for c in self._commands if query.lower() == c.key.lower() or pinyin.matches(query, c.text)
            ]
            # What begins as it was typed comes before what only holds it.
            return sorted(fit, key=lambda c: not c.text.lower().startswith(query.lower()))
        used = self._recent()
        return sorted(self._commands, key=lambda c: used.index(c.text) if c.text in used else len(used))

    def _add(self, text: str, icon: str, aside: str, act: Callable[[], object]) -> None:
        item = QListWidgetItem(text)
        item.setData(ICON, icon)
        item.setData(ASIDE, aside)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text} {aside}".strip())
        self.list.addItem(item)
        self._acts.append(act)

    # -- what is done --

    def _move(self, step: int) -> None:
        if count := self.list.count():
            here = self.list.currentRow()
            once = abs(step) == 1  # a page stops at the end, an arrow goes round
            self.list.setCurrentRow((here + step) % count if once else max(0, min(count - 1, here + step)))

    def _take(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._acts):
            act = self._acts[row]
            self.close()  # first: what is done finds the focus where it was
            act()
        elif self.query.text().strip():
            self._enter_waits = self._is_looking()  # who types a number and Enter is not made to wait and see

    def _run(self, command: Command) -> None:
        used = [command.text, *(text for text in self._recent() if text != command.text)]
        self._settings.setValue("commands", used[:_RECENT])
        command.act()

    def _recent(self) -> list[str]:
        kept = self._settings.value("commands", [])
        return [str(each) for each in kept] if isinstance(kept, list) else [str(kept)]
