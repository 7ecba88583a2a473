"""All that is printed from the workplace: F8, the preview, the chosen printer, and what is said of it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.desk.orders import Orders
from app.printing.spooler import SpoolRefused, State
from app.records.ids import Id
from app.records.paper import Paper, SlipSheet
from app.ui import wording
from app.ui.bars import BottomLine
from app.ui.commands import Command
from app.ui.kit.strips import Strip
from app.ui.kit.toast import Toasts
from app.ui.listprints import ListPrints
from app.ui.preview import SlipPreview
from app.ui.printers import Printers
from app.ui.printmenu import PrintMenu
from app.ui.rooms import Tools
from app.ui.slips import Slips, Wish
from app.ui.tabs import Tabs
from app.ui.voiding import Voiding

_WELL = (State.READY, State.BUSY)


class Paperwork(QObject):
    def __init__(
        self, orders: Orders, tools: Tools, toasts: Toasts, tabs: Tabs, bottom: BottomLine, host: QWidget
    ) -> None:
        super().__init__(host)
        self._orders, self._tools, self._host = orders, tools, host
        self._toasts, self._tabs, self._bottom = toasts, tabs, bottom
        lane = tools.background.printer
        self.printers = Printers(tools.press.spooler, lane, tools.settings, host)
        self.slips = Slips(orders, tools.press, lane, self)
        self.menu = PrintMenu(self.printers, self.preview, self.open_folder, host)
        self.lists = ListPrints(tools, self.printers, toasts, host)
        self.voiding = Voiding(orders, toasts, tabs, self.print_slip, host)
        self.window: SlipPreview | None = None
        self._busy = False
        self.slips.drawn.connect(self._out)
        self.slips.failed.connect(self._failed)
        self.slips.busy.connect(self._show_busy)
        self.printers.changed.connect(self._show_printer)
        bottom.printer_asked.connect(self.choose_printer)
        self._show_printer()

    def commands(self) -> list[Command]:
        return [
            Command(self.tr("预览派工单、份数、哪几联"), self.preview, "Ctrl+F8", icon="eye"),
            Command(self.tr("选择打印机"), self.choose_printer, "Ctrl+Shift+F8", icon="printer"),
            Command(self.tr("打开存放派工单的文件夹"), self.open_folder, icon="folder-open"),
            Command(self.tr("作废派工单、另开一张"), self.voiding.ask, "Shift+F8", icon="x"),
            Command(self.tr("预览作废的派工单"), self.preview_void, icon="eye"),
        ]

    def print_slip(self, order: str) -> None:
        """Print at once, without a question, where this seat prints."""
        self.slips.draw(Wish(Id(order), self.printers.name))

    def preview(self) -> None:
        """Show the slip of the page in front."""
        order: Id | None = getattr(self._tabs.current(), "order_id", None)
        if order is None:
            self._toasts.show_toast(self.tr("这里还没有工单可预览。先打开一张，或按 F9 派工。"))
            return
        self._preview(order)

    def preview_void(self) -> None:
        """Show the slip of the page in front that was made void last."""
        order: Id | None = getattr(self._tabs.current(), "order_id", None)
        void = [slip for slip in self._orders.slips(order) if slip.void] if order else []
        if order is None or not void:
            self._toasts.show_toast(self.tr("这里没有作废的派工单。"))
            return
        self._preview(order, void[-1].id)

    def _preview(self, order: Id, of: Id | None = None) -> None:
        if self.window is not None:
            self.window.reject()
        sheet = self._orders.sheet(order, numbered=False, of=of)
        self.window = shown = SlipPreview(order, sheet, self._tools, self.printers, self._host)
        shown.resize(self._host.window().size() * 0.86)
        shown.asked.connect(self.slips.draw)
        shown.finished.connect(partial(self._closed, shown))
        shown.open()

    def choose_printer(self) -> None:
        corner = self._bottom.paper.mapToGlobal(self._bottom.paper.rect().topLeft())
        self.menu.pop(corner)

    def open_folder(self) -> None:
        _open(self._tools.press.folder)

    def stop(self) -> None:
        """Deliver nothing more, and leave nothing to be seen: the store is about to close."""
        self.slips.stop()
        self.printers.stop()
        self.menu.close()
        self.lists.stop()
        self.voiding.close()
        if self.window is not None:
            self.window.reject()

    def _closed(self, shown: SlipPreview, result: int) -> None:
        if self.window is shown:
            self.window = None

    def _show_busy(self, busy: bool) -> None:
        self._busy = busy
        self._show_printer()

    def _show_printer(self) -> None:
        state = self.printers.state
        tone = "" if state is None or state in _WELL else "warn"
        self._bottom.show_printer(self.printers.name, str(state or ""), tone if self.printers.name else "")
        if self._busy:
            self._bottom.show_printing()

    def _out(self, sheet: SlipSheet, paper: Paper, wish: Wish, state: State) -> None:
        self._tabs.strips.take(_strip(wish))
        if wish.printer and state not in _WELL:
            self.printers.look()
            text = self.tr("派工单 {} 已送 {}，处理好打印机它会自己出来，不必再打。")
            text = text.format(sheet.number, wording.printer(wish.printer, state))
        elif wish.printer:
            self.printers.look()
            text = self.tr("派工单 {} 已送 {}。").format(sheet.number, wish.printer)
        elif wish.path:
            text = self.tr("派工单 {} 已另存为 {}。").format(sheet.number, paper.path.name)
        else:
            text = self.tr("派工单 {} 已存为 PDF。").format(sheet.number)
        if paper.missing:
            text += self.tr("字体没有的字：{}，单上已注明。").format(" ".join(paper.missing))
        self._toasts.show_toast(text, self.tr("打开 PDF"), partial(_open, paper.path))

    def _failed(self, sheet: SlipSheet, wish: Wish, error: Exception) -> None:
        """Say it until somebody has read it; the strip's button does what helps."""
        action, act = self.tr("再试一次"), partial(self.slips.draw, wish)
        if isinstance(error, SpoolRefused):
            text = wording.printing(error.code, number=sheet.number, printer=wish.printer)
            self.printers.look()
            if error.code in (State.UNKNOWN, State.NO_SPOOLER):
                action, act = self.tr("另选打印机"), partial(self.choose_printer)
        else:
            font = getattr(error, "code", "") == "font"
            say, code = (wording.printing, "font") if font else (wording.refusal, "slip")
            text = say(code, number=sheet.number)
        self._tabs.strips.take(_strip(wish))
        self._tabs.strips.put(_strip(wish), Strip(text, "danger", action, act))


def _strip(wish: Wish) -> str:
    return f"slip {wish.order}"


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
