"""Shift+F4: whom to call or transfer to, who is there now first; Enter notes it in the call (CALL-14)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShortcut
from PySide6.QtWidgets import QListWidgetItem, QWidget
from shiboken6 import isValid

from app.desk.directory import Directory, Entry
from app.forms import phone
from app.forms.values import is_not_given
from app.ui import wording
from app.ui.commands import Command
from app.ui.kit.buttons import sequences
from app.ui.kit.style import as_tip
from app.ui.lines import ASIDE, ICON, MORE
from app.ui.panels.calls import CallPage
from app.ui.picker import NAME, Picker
from app.ui.rooms import Tools
from app.ui.tabs import Tabs

KEY, COPY_KEY = "Shift+F4", "Ctrl+Alt+C"
_WIDTH, _TOP = 640, 48
_NOTED_IN = ("answer", "request")  # the first of these that the form has


class DirectoryPicker(Picker):
    """Each sign typed looks anew; what is shown is forgotten when it closes."""

    copy_asked = Signal(str)  # the place of the entry

    def __init__(self, directory: Directory, words: tuple[str, str, str], parent: QWidget) -> None:
        super().__init__((), words, parent)
        self._directory = directory
        self.shown: Sequence[Entry] = ()
        self.setFixedWidth(_WIDTH)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        copy = QShortcut(self)
        copy.setKeys(sequences(COPY_KEY))
        copy.activated.connect(self._copy)

    def look_for(self, text: str) -> None:
        self.query.setText(text)

    def look_again(self) -> None:
        self._narrow("")

    def _narrow(self, marked: str) -> None:
        self.shown = self._directory.find(self.query.text())
        self.list.clear()
        for place, entry in enumerate(self.shown):
            item = QListWidgetItem("  ".join((entry.listed.name, phone.group(entry.listed.number))))
            self._dress(item, entry, str(place))
            self.list.addItem(item)
        if not self.shown:
            item = QListWidgetItem(self._nothing())
            item.setData(ICON, "search")
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        height = min(12, max(1, len(self.shown))) * max(self.list.sizeHintForRow(0), 1)
        self.list.setFixedHeight(height)
        self.adjustSize()

    def _nothing(self) -> str:
        if self.query.text().strip():
            return self.tr("没有找到。换一个事项、区域、街道、名字或号码再试。")
        return self.tr("通讯录还是空的：在 rules/directory.yaml 里一行写一个。")

    def _dress(self, item: QListWidgetItem, entry: Entry, place: str) -> None:
        listed = entry.listed
        from_when = wording.day_and_time(entry.opens) if entry.opens else ""
        aside = self.tr("{} 起").format(from_when) if from_when else self.tr("当值")
        said = (listed.matters, (*entry.districts, *listed.streets), (listed.note,))
        item.setData(MORE, " · ".join(filter(None, ("、".join(each) for each in said))))
        item.setToolTip(as_tip(f"{item.text()}\n{item.data(MORE)}"))
        item.setData(
            Qt.ItemDataRole.AccessibleTextRole, " ".join((item.text(), aside, item.data(MORE))).strip()
        )
        item.setData(ICON, "clock" if entry.opens else "phone")
        item.setData(ASIDE, aside)
        item.setData(NAME, place)

    def _copy(self) -> None:
        if (item := self.list.currentItem()) is not None and item.data(NAME) is not None:
            self.close()
            self.copy_asked.emit(item.data(NAME))


class DirectoryBox(QObject):
    """The picker over the work, and what is done with what it gives."""

    def __init__(
        self, directory: Directory, tools: Tools, tabs: Tabs, tell: Callable[[str], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._directory, self._tabs, self._tell, self._now = directory, tabs, tell, tools.now
        words = (
            self.tr("事项、区域、街道、名字、首字母或号码；几个词用空格隔开"),
            self.tr("通讯录"),
            self.tr("↑ ↓ 选择 · Enter 记入这通受理 · {} 复制号码 · Esc 返回").format(COPY_KEY),
        )
        self.picker = DirectoryPicker(directory, words, parent)
        self.picker.chosen.connect(self._note)
        self.picker.copy_asked.connect(self._copy)
        self._run = tools.background.store.run
        tools.bridge.changed.connect(self._published)
        self._load()

    def _load(self) -> None:
        self._run(self._directory.load, self._loaded)

    @Slot(object)
    def _published(self, kinds: frozenset[str]) -> None:
        if "definition" in kinds:
            self._load()

    @Slot(object)
    def _loaded(self, nothing: object) -> None:
        if isValid(self.picker) and self.picker.isVisible():  # the seat may have locked meanwhile
            self.picker.look_again()

    def commands(self) -> list[Command]:
        return [Command(self.tr("通讯录：联系谁、转给谁"), self.pop, KEY, icon="users")]

    def pop(self, text: str = "") -> None:
        room = self.picker.parentWidget()
        assert room is not None
        self.picker.pop(room.mapToGlobal(QPoint((room.width() - _WIDTH) // 2, _TOP)))
        self.picker.look_for(text)

    def _note(self, place: str) -> None:
        """Write into the call in front who was called or transferred to, and when."""
        if not place:
            return
        listed, page = self.picker.shown[int(place)].listed, self._tabs.current()
        number = phone.group(listed.number)
        line = self.tr("{} 联系/转接：{} {}").format(wording.time_of_day(self._now()), listed.name, number)
        if isinstance(page, CallPage) and page.draft is not None and _write(page, line):
            self._tell(self.tr("已记入这通受理：{} {}").format(listed.name, number))
        else:
            self._tell(self.tr("前面没有正在填的受理，没有记。{} {}").format(listed.name, number))

    def _copy(self, place: str) -> None:
        if not self._directory.may_copy():
            self._tell(self.tr("本中心的规则不允许您复制号码，没有复制。"))
            return
        QGuiApplication.clipboard().setText(self._directory.copied(self.picker.shown[int(place)]))
        self._tell(self.tr("号码已复制，已留痕。"))


def _write(page: CallPage, line: str) -> bool:
    """Add *line* below what stands in the first field that takes it; the caret stays where it is."""
    answers = page.view.answers()
    for name in _NOTED_IN:
        if name in page.form.names and not is_not_given(answers.get(name)):
            said = answers.get(name)
            page.view.put_answers({name: f"{said.rstrip()}\n{line}" if isinstance(said, str) else line})
            page.view.changed.emit(name)
            page.view.settled.emit()
            return True
    return False
