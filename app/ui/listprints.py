"""A list or a record on paper: looked at first, then printed or kept as PDF, and known of."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.printing.press import Press
from app.printing.spooler import Job, SpoolRefused
from app.records.paper import ListSheet, RecordSheet
from app.ui import wording
from app.ui.kit.toast import Toasts
from app.ui.preview import PaperPreview
from app.ui.printers import Printers
from app.ui.rooms import Tools

Sheet = ListSheet | RecordSheet
Note = Callable[[Sheet], None]


@dataclass(frozen=True, slots=True)
class ListWish:
    """Without ``printer`` it is kept as PDF at ``path``."""

    sheet: Sheet
    printer: str = ""
    sets: int = 1
    path: Path | None = None


class ListPreview(PaperPreview):
    def __init__(self, sheet: Sheet, tools: Tools, printers: Printers, parent: QWidget) -> None:
        self._list = sheet
        super().__init__(sheet, tools, printers, parent)
        self.setWindowTitle(self.tr("预览 {}").format(sheet.title))
        self.view.setAccessibleName(sheet.title)

    def note(self) -> str:
        return self.tr("每一页都有“{}”的水印；打印或另存会留下记录，只看不记。").format(self._list.mark)

    def file_name(self) -> str:
        return f"{self._list.title}-{self._list.printed_at:%Y-%m-%d}.pdf"

    def wish(self, path: Path | None = None) -> ListWish:
        return ListWish(self._list, "" if path else self.choices.printer(), self.choices.sets(), path)

    def _print(self) -> None:
        """A list has no folder of its own to lie in: as PDF it goes where it is told to."""
        if self.choices.printer():
            super()._print()
        else:
            self._choose_file()


class ListPrints(QObject):
    def __init__(self, tools: Tools, printers: Printers, toasts: Toasts, host: QWidget) -> None:
        super().__init__(host)
        self._tools, self._printers, self._toasts, self._host = tools, printers, toasts, host
        self.window: ListPreview | None = None
        self._stopped = False

    def show(self, sheet: Sheet, note: Note) -> None:
        """Let the list be looked at; *note* keeps that it was printed, before it is."""
        self.close()
        self.window = shown = ListPreview(sheet, self._tools, self._printers, self._host)
        shown.resize(self._host.window().size() * 0.86)
        shown.asked.connect(partial(self._bring_out, note))
        shown.finished.connect(partial(self._closed, shown))
        shown.open()

    def close(self) -> None:
        if self.window is not None:
            self.window.reject()

    def stop(self) -> None:
        """Deliver nothing more, and leave nothing to be seen: the store is about to close."""
        self._stopped = True
        self.close()

    def _closed(self, shown: ListPreview, result: int) -> None:
        if self.window is shown:
            self.window = None

    def _bring_out(self, note: Note, wish: ListWish) -> None:
        press, lane = self._tools.press, self._tools.background.printer
        lane.run(lambda: _bring_out(press, note, wish), partial(self._out, wish), partial(self._failed, wish))

    def _out(self, wish: ListWish, none: object) -> None:
        if self._stopped:
            return
        if wish.path is None:
            self._toasts.show_toast(self.tr("{} 已送 {}。").format(wish.sheet.title, wish.printer))
            return
        text = self.tr("{} 已另存为 {}。").format(wish.sheet.title, wish.path.name)
        opening = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(wish.path)))
        self._toasts.show_toast(text, self.tr("打开 PDF"), opening)

    def _failed(self, wish: ListWish, error: Exception) -> None:
        if self._stopped:
            return
        code = getattr(error, "code", type(error).__name__)
        if isinstance(error, SpoolRefused):
            why = wording.printer(wish.printer, code)
            text = self.tr("{}，{} 没有送出，没有留下文件。请换一台打印机。").format(why, wish.sheet.title)
        else:
            text = self.tr("{} 没有存成 PDF（代码 {}），没有留下文件。请换个地方再存。")
            text = text.format(wish.sheet.title, code)
        self._toasts.show_toast(text, wrong=True)


def _bring_out(press: Press, note: Note, wish: ListWish) -> None:
    """In the lane. Kept first: paper that came out without a word of it could not be called back."""
    note(wish.sheet)
    if wish.path is not None:
        press.draw_list(wish.sheet, wish.path)
        return
    with press.passing() as path:
        paper = press.draw_list(wish.sheet, path)
        press.spooler.send(Job(path, wish.printer, wish.sets, wish.sheet.title, paper.media))
