"""All that is printed from the workplace: F8, the preview, the chosen printer, and what is said of it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from app.desk.desk import Desk
from app.printing.spooler import SpoolRefused, State
from app.records.ids import Id
from app.records.orders import OrderState
from app.records.paper import Row, SlipSheet
from app.records.prints import JobState, PrintJob, Wish
from app.ui import wording
from app.ui.bars import BottomLine
from app.ui.batches import Batches
from app.ui.commands import Command
from app.ui.kit.strips import Strip
from app.ui.kit.toast import Toasts
from app.ui.listprints import ListPrints
from app.ui.preview import SlipPreview
from app.ui.printers import Printers
from app.ui.printmenu import QUEUE_KEY, PrintActs, PrintMenu
from app.ui.printsetup import PrintSetup, Ways
from app.ui.rooms import Tools
from app.ui.slips import Out, Slips
from app.ui.tabs import Tabs
from app.ui.voiding import Voiding

_WELL = (State.READY, State.BUSY)
_SAMPLE = "壹贰叁 0123456789 ABCabc 𬱖 䶮 ① ½"
_ASKS = "prints"  # the name of the strip that leads to the queue


class Paperwork(QObject):
    queue_asked = Signal()

    def __init__(
        self, desk: Desk, tools: Tools, toasts: Toasts, tabs: Tabs, bottom: BottomLine, host: QWidget
    ) -> None:
        super().__init__(host)
        self._desk, self._tools, self._host = desk, tools, host
        self._toasts, self._tabs, self._bottom = toasts, tabs, bottom
        lanes = tools.background
        self.printers = Printers(tools.press.spooler, lanes.printer, tools.settings, host)
        self.ways = Ways(tools.settings, self.printers)
        self.slips = Slips(desk.prints, tools.press, lanes, tools.bridge, self._trial, self)
        self.batches = Batches(self.slips, desk.prints, tabs.strips, self.queue_asked.emit)
        acts = PrintActs(self.preview, self.queue_asked.emit, self.set_up, self.try_printer, self.open_folder)
        self.menu = PrintMenu(self.printers, acts, host)
        self.lists = ListPrints(tools, self.printers, toasts, host)
        self.voiding = Voiding(desk.orders, toasts, tabs, self.print_slip, host)
        self.window: QDialog | None = None
        self._busy, self._told = False, (0, 0)
        self._connect()
        self._show_printer()

    def _connect(self) -> None:
        self.slips.drawn.connect(self._out)
        self.slips.failed.connect(self._failed)
        self.slips.standing.connect(self._stands)
        self.slips.lost.connect(self._lost)
        self.slips.busy.connect(self._show_busy)
        self.printers.changed.connect(self._show_printer)
        self._bottom.printer_asked.connect(self.choose_printer)

    def commands(self) -> list[Command]:
        return [
            Command(self.tr("预览派工单、份数、哪几联"), self.preview, "Ctrl+F8", icon="eye"),
            Command(self.tr("打印队列"), self.queue_asked.emit, QUEUE_KEY, icon="printer"),
            Command(self.tr("选择打印机"), self.choose_printer, "Ctrl+Shift+F8", icon="printer"),
            Command(self.tr("每种单子的打印设置"), self.set_up, icon="printer"),
            Command(self.tr("打测试页"), self.try_printer, icon="printer"),
            Command(self.tr("打开存放派工单的文件夹"), self.open_folder, icon="folder-open"),
            Command(self.tr("作废派工单、另开一张"), self.voiding.ask, "Alt+Shift+V", icon="x"),
            Command(self.tr("预览作废的派工单"), self.preview_void, icon="eye"),
        ]

    def print_slip(self, order: str) -> None:
        """Print at once, without a question, as this seat prints the slips of this form."""
        self.slips.draw(self._wish(Id(order)))

    def print_many(self, orders: Sequence[Id]) -> None:
        """Print the slips of all of these, one after the other."""
        if len(orders) == 1:
            self.print_slip(orders[0])
        elif orders:
            self._tools.background.store.run(partial(self._wishes, orders), self.batches.begin)

    def _wishes(self, orders: Sequence[Id]) -> list[Wish]:
        """Return those of the orders that stand: a void one has no slip."""
        known = filter(None, map(self._desk.orders.get, orders))
        return [self.ways.wish(o.id, o.form) for o in known if o.state is not OrderState.VOID]

    def _wish(self, order: Id) -> Wish:
        known = self._desk.orders.get(order)
        return self.ways.wish(order, known.form if known else "")

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
        void = [slip for slip in self._desk.orders.slips(order) if slip.void] if order else []
        if order is None or not void:
            self._toasts.show_toast(self.tr("这里没有作废的派工单。"))
            return
        self._preview(order, void[-1].id)

    def _preview(self, order: Id, of: Id | None = None) -> None:
        sheet = self._desk.orders.sheet(order, numbered=False, of=of)
        shown = SlipPreview(order, sheet, self._tools, self.printers, self._host)
        shown.choices.start(self._wish(order))
        shown.resize(self._host.window().size() * 0.86)
        shown.asked.connect(self.slips.draw)
        self._open(shown)

    def set_up(self) -> None:
        """Let it be said how the slips of each form are printed here."""
        shown = PrintSetup(self._desk.calls.forms, self.ways, self.printers, self._tools.lang, self._host)
        shown.try_asked.connect(self._try)
        self._open(shown)

    def try_printer(self) -> None:
        """Print a page that shows how slips come out of this seat's printer."""
        self._try(Wish(None, self.printers.name))

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

    def _open(self, shown: QDialog) -> None:
        if self.window is not None:
            self.window.reject()
        self.window = shown
        shown.finished.connect(partial(self._closed, shown))
        shown.open()

    def _closed(self, shown: QDialog, result: int) -> None:
        if self.window is shown:
            self.window = None

    def _try(self, wish: Wish) -> None:
        self.slips.try_printer(wish, self.tr("测试页"))

    def _trial(self, job: PrintJob) -> SlipSheet:
        """Return a slip that is none: what a slip has on it, on the paper and from the tray of one."""
        desk, at = self._desk, self._tools.now().astimezone()
        where = wording.tray(job.printer, job.tray) if job.printer else self.tr("存为 PDF")
        rows = ((self.tr("打印机"), where), (self.tr("字样"), _SAMPLE))
        return SlipSheet(
            slip=job.id,
            number="TEST",
            order_number="",
            case_number="",
            title=self.tr("测试页"),
            centre=desk.centre,
            team="",
            copies=(),
            rows=tuple(Row(*row) for row in rows),
            due_at=None,
            urgent=False,
            printed_at=at,
            printed_by=f"{desk.agent.agent_no} {desk.agent.name}",
            reprint=0,
            void=False,
            lang=self._tools.lang,
        )

    # -- what is said of it --

    def _show_busy(self, busy: bool) -> None:
        self._busy = busy
        self._show_printer()

    def _show_printer(self) -> None:
        state = self.printers.state
        tone = "" if state is None or state in _WELL else "warn"
        self._bottom.show_printer(self.printers.name, str(state or ""), tone if self.printers.name else "")
        if self._busy:
            self._bottom.show_printing()

    def _out(self, out: Out) -> None:
        job, paper = out.job, out.paper
        assert paper is not None
        self._tabs.strips.take(_strip(job))
        if job.printer and out.state not in _WELL:
            self.printers.look()
            text = self.tr("派工单 {} 已送 {}，处理好打印机它会自己出来，不必再打。")
            text = text.format(job.number, wording.printer(job.printer, out.state))
        elif job.printer:
            self.printers.look()
            text = self.tr("派工单 {} 已送 {}。").format(job.number, job.printer)
        elif job.path:
            text = self.tr("派工单 {} 已另存为 {}。").format(job.number, paper.path.name)
        else:
            text = self.tr("派工单 {} 已存为 PDF。").format(job.number)
        if paper.missing:
            text += self.tr("字体没有的字：{}，单上已注明。").format(" ".join(paper.missing))
        self._toasts.show_toast(text, self.tr("打开 PDF"), partial(_open, paper.path))

    def _failed(self, out: Out) -> None:
        """Say it until somebody has read it; the strip's button does what helps."""
        job, error = out.job, out.error
        if job.state is JobState.UNKNOWN:
            self.printers.look()
            return  # the strip that leads to the queue says so
        action, act = self.tr("再试一次"), partial(self._desk.prints.again, job.id)
        if isinstance(error, SpoolRefused):
            text = wording.printing(job.reason, number=job.number, printer=job.printer)
            self.printers.look()
            if job.reason in (State.UNKNOWN, State.NO_SPOOLER):
                action, act = self.tr("另选打印机"), partial(self.choose_printer)
        else:
            say, code = (wording.printing, "font") if job.reason == "font" else (wording.refusal, "slip")
            text = say(code, number=job.number)
        self._tabs.strips.take(_strip(job))
        self._tabs.strips.put(_strip(job), Strip(text, "danger", action, act))

    def _stands(self, job: PrintJob) -> None:
        """It was asked for again, and is not over: printed beside itself, nobody could tell them apart."""
        if job.state is JobState.UNKNOWN:
            text = self.tr("派工单 {} 上次出纸没有还不知道，没有再打。请到打印队列里说一声。")
        else:
            text = self.tr("派工单 {} 还在打，没有再打一张。")
        self._toasts.show_toast(
            text.format(job.number), self.tr("打开打印队列"), partial(self.queue_asked.emit)
        )

    def _lost(self, failed: int, unknown: int) -> None:
        """Something that was with the printer did not come out, or nobody knows."""
        if (failed, unknown) == self._told:
            return
        self._told = failed, unknown
        if not failed and not unknown:
            self._tabs.strips.take(_ASKS)
            return
        parts = [self.tr("{} 张没有打出").format(failed)] if failed else []
        parts += [self.tr("{} 张不知出纸没有").format(unknown)] if unknown else []
        text = self.tr("派工单：{}。请到打印队列里看。").format(self.tr("，").join(parts))
        strip = Strip(text, "warn", self.tr("打开打印队列"), partial(self.queue_asked.emit))
        self._tabs.strips.put(_ASKS, strip)


def _strip(job: PrintJob) -> str:
    return f"slip {job.order or job.id}"


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
