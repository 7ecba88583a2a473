"""Photos and sounds of a case: added from a file, by dragging or pasting; looked at in a window that goes
with the page; a recording's place in the recorder, for who may hear it."""

from collections.abc import Callable, Mapping, Sequence, Set
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog

from app.desk.attachments import Attachments, Offer
from app.forms.kinds import Kind
from app.forms.rights import Right
from app.forms.spec import Choice, Field, Problem, Stage
from app.records.accesses import Deed
from app.records.attachments import RECORDING, Attachment
from app.records.calls import Call
from app.records.cases import Case
from app.records.ids import Id
from app.ui import wording
from app.ui.matterdesk import MatterDesk
from app.ui.photos import PhotoWindow
from app.ui.player import Player
from app.ui.question import Asking, Given, Question, words
from app.ui.record import RecordPage

_FOLDER = "attachment_folder"
_KB, _MB = 1 << 10, 1 << 20


class AttachmentPart(QObject):
    def __init__(self, page: RecordPage, asking: Asking, desk: MatterDesk) -> None:
        super().__init__(page)
        self._page, self._asking, self._desk = page, asking, desk
        self._case: Case | None = None
        self._over = False  # what the lane still brings is for nobody
        self.chooser: QFileDialog | None = None
        self.window: PhotoWindow | None = None
        self.player = Player()
        self.button = page.foot.add_button(self.tr("照片、录音"), "Alt+F", self.choose, icon="inbox")
        page.setAcceptDrops(True)
        page.installEventFilter(self)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), page)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)

    @property
    def _attachments(self) -> Attachments:
        return self._desk.matter.attachments

    def show(
        self, case: Case, found: Sequence[Attachment], lacking: Set[Id], people: Mapping[Id, str]
    ) -> None:
        """Show those *found*, of which the seat lacks the bytes of some; *people*: who added them."""
        self._case = case
        self.button.show()
        rows = [self._line(each, people.get(each.by, ""), each.id in lacking) for each in found]
        self._page.show_section(self.tr("附件"), rows)
        if lacking:
            wanted = [each for each in found if each.id in lacking]
            self._desk.heavy(partial(self._attachments.fetch, wanted), _pass, _pass)

    def _found(self) -> list[Attachment]:
        case = self._case
        return self._attachments.of(case.id, *self._calls()) if case else []

    def _calls(self) -> list[Id]:
        case = self._case
        return [call.id for call in self._desk.cases.calls(case)] if case else []

    def _line(self, each: Attachment, by: str, lacking: bool) -> tuple[str, str]:
        if each.media == RECORDING:
            seen = each.name if self._may_hear() else self.tr("有，{} 可以听").format(self._who_hears())
            return self.tr("通话录音"), seen
        label = self.tr("照片") if each.is_photo else self.tr("录音")
        told = [each.name, size(each.size), by, wording.day_and_time(each.at)]
        if lacking:
            told.append(self.tr("正在从中心库取，不影响别的"))
        return label, "  ·  ".join(told)

    # -- adding --

    def choose(self) -> None:
        """Ask which file; the folder is remembered, nothing of the file's name is."""
        folder = str(self._desk.settings.value(_FOLDER, Path.home()))
        kinds = self.tr("照片和录音 ({})").format("*.jpg *.jpeg *.png *.wav *.mp3 *.m4a *.amr *.ogg *.flac")
        self.chooser = chooser = QFileDialog(self._page, self.tr("添加照片或录音"), folder, kinds)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.filesSelected.connect(self.add_files)
        chooser.open()

    def add_files(self, names: list[str]) -> None:
        if names:
            self._desk.settings.setValue(_FOLDER, str(Path(names[0]).parent))
        for name in names:
            self._add(partial(self._attachments.read, Path(name)), Path(name).name)

    def paste(self) -> None:
        """Attach what was copied: a picture, or files."""
        board = QGuiApplication.clipboard()
        if not self._take(board.mimeData()):
            self._page.told.emit(self.tr("剪贴板里没有图片。先截图或复制图片，再按 Ctrl+V。"))

    def _take(self, told: QMimeData | None) -> bool:
        if told is None or self._case is None:
            return False
        files = [url.toLocalFile() for url in told.urls() if url.isLocalFile()]
        if files:
            self.add_files(files)
        elif told.hasImage() and isinstance(image := told.imageData(), QImage) and not image.isNull():
            name = f"{self._desk.now().astimezone():%Y%m%d-%H%M%S}.png"
            self._add(partial(_offer, name, image), name)
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent):
            if isinstance(event, QDragEnterEvent):
                event.acceptProposedAction() if _fits(event.mimeData()) else event.ignore()
            elif event.type() == QEvent.Type.Drop:
                self._take(event.mimeData())
                event.acceptProposedAction()
            return True
        return super().eventFilter(watched, event)

    def _add(self, read: Callable[[], Offer], name: str) -> None:
        if (case := self._case) is None:
            return
        attachments = self._attachments
        self._desk.heavy(
            lambda: attachments.add(case, read()), partial(self._added, name), partial(self._refused, name)
        )

    def _added(self, name: str, made: Attachment) -> None:
        if not self._over:
            self._page.told.emit(
                self.tr("已添加“{}”，{}；有网时在后台送往中心库。").format(name, size(made.size))
            )

    def _refused(self, name: str, error: Exception) -> None:
        if not self._over:
            code = getattr(error, "code", type(error).__name__)
            self._page.told.emit(
                wording.attachment(code, name=name, most=f"{self._attachments.rule.biggest_mb} MB")
            )

    # -- looking and hearing --

    def open(self, id: Id) -> None:
        found = self._attachments.get(id)
        if found is None:
            return
        if found.is_photo:
            self._look(found)
        elif found.media == RECORDING:
            self._tell_recording(found)
        else:
            self._hear(found)

    def _look(self, first: Attachment) -> None:
        photos = [each for each in self._found() if each.is_photo]
        self.close_window()
        self.window = shown = PhotoWindow(photos, first, self._attachments, self._desk.heavy, self._page)
        shown.finished.connect(partial(self._closed, shown))
        shown.resize(self._page.window().size() * 0.86)
        shown.open()

    def _closed(self, shown: PhotoWindow, result: int) -> None:
        if self.window is shown:
            self.window = None

    def close_window(self) -> None:
        if self.window is not None:
            self.window.reject()

    def _hear(self, found: Attachment) -> None:
        if not self._may_hear():
            self._page.told.emit(self.tr("录音只有 {} 可以听。").format(self._who_hears()))
        elif not self._attachments.rule.play:
            self._page.told.emit(
                self.tr("本中心不在席位上放录音：放音的程序不随本席锁定。可请管理员在规则里打开。")
            )
        else:
            self._desk.accesses.note(Deed.PLAY, found.of, record=found.record, whole=True)
            player, attachments = self.player, self._attachments
            self._desk.heavy(lambda: player.copy(found, attachments.bytes(found)), self._play, _pass)

    def _play(self, path: Path | None) -> None:
        if self._over:
            return
        if path is None:
            self._page.told.emit(self.tr("录音还在从中心库取，取到后再放。"))
        elif not self.player.play(path):
            self._page.told.emit(self.tr("没有能放这种录音的程序。"))

    def _tell_recording(self, found: Attachment) -> None:
        if not self._may_hear():
            self._page.told.emit(self.tr("录音只有 {} 可以听。").format(self._who_hears()))
            return
        self._desk.accesses.note(Deed.PLAY, found.of, record=found.record, whole=True)
        self._page.told.emit(self.tr("录音编号 {}，请在录音系统里听。").format(found.name))

    def _may_hear(self) -> bool:
        return self._desk.accesses.may(Right.PLAY)

    def _who_hears(self) -> str:
        return self.tr("、").join(wording.word("role", role) for role in self._desk.accesses.who(Right.PLAY))

    # -- where a call's recording is kept --

    def steps(self) -> list[Question | None]:
        calls = self._desk.cases.calls(self._case) if self._case else []
        if not calls:
            return []
        choices = tuple(Choice(call.id, words(call.number)) for call in calls)
        fields = (
            Field("call", Kind.CHOICE, words(self.tr("哪一次受理")), required=Stage.SAVE, choices=choices),
            Field("name", Kind.TEXT, words(self.tr("录音编号")), words(self.tr("录音系统里的编号或文件名")),
                  required=Stage.SAVE, max_length=100),
        )  # fmt: skip
        step = Question(
            "recording",
            self.tr("登记通话录音"),
            fields,
            self._refer,
            self.tr("已登记。"),
            {"call": calls[0].id},
        )
        return [step]

    def _refer(self, answers: Given) -> list[Problem]:
        calls: list[Call] = self._desk.cases.calls(self._case) if self._case else []
        call = next(each for each in calls if each.id == answers["call"])
        self._attachments.refer(call, answers["name"])
        return []

    def acts(self) -> list[tuple[str, Callable[[], object]]]:
        found: list[tuple[str, Callable[[], object]]] = [(self.tr("粘贴图片  Ctrl+V"), self.paste)]
        for each in self._found():
            name = self.tr("通话录音") if each.media == RECORDING else each.name
            found.append((self.tr("打开 {}").format(name), partial(self.open, each.id)))
        return found

    def leave(self) -> None:
        """Show and play nothing any more."""
        self._over = True
        self.close_window()
        if self.chooser is not None:
            self.chooser.close()
        self.player.stop()


def size(count: int) -> str:
    return f"{count / _MB:.1f} MB" if count >= _MB else f"{max(count // _KB, 1)} KB"


def _fits(told: QMimeData) -> bool:
    return told.hasImage() or any(url.isLocalFile() for url in told.urls())


def _offer(name: str, image: QImage) -> Offer:
    """In the lane: a picture out of the clipboard has no bytes of its own."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return Offer(name, bytes(data.data()))


def _pass(_: object) -> None:
    """Nobody waits for it."""
