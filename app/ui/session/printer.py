"""Printers as Qt reaches them, for systems without CUPS: each page painted as a picture, no dialog."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from app.printing.spooler import Cups, Job, Printer, Sent, Spooler, SpoolRefused, State
from app.records.prints import Spooled

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from app.printing.pages import Pages, Picture

_FINEST = 600  # dots an inch: finer, a page takes 35 MB and looks no better
_POINTS = 72


def spooler() -> Spooler:
    """Return the way to this system's printers: to CUPS goes the PDF itself, elsewhere Qt paints it."""
    return QtSpooler() if sys.platform == "win32" else Cups()


class QtSpooler:
    """To be called off the window's thread: Qt lets a painter work on a printer there, and a printer on
    the network may not answer for long. Imports QtPrintSupport with the first question."""

    def printers(self) -> list[Printer]:
        from PySide6.QtPrintSupport import QPrinterInfo

        return [Printer(name, self.state(name)) for name in QPrinterInfo.availablePrinterNames()]

    def state(self, name: str) -> State:
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        info = QPrinterInfo.printerInfo(name)
        if info.isNull():
            return State.UNKNOWN
        states = {QPrinter.PrinterState.Active: State.BUSY, QPrinter.PrinterState.Idle: State.READY}
        return states.get(info.state(), State.PAUSED)

    def trays(self, name: str) -> list[str]:
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        info = QPrinterInfo.printerInfo(name)
        told = getattr(QPrinter, "supportedPaperSources", None)  # on Windows alone
        return [] if told is None or info.isNull() else [each.name for each in told(QPrinter(info))]

    def jobs(self) -> list[Spooled] | None:
        """Qt tells nothing of a job once it is handed over."""
        return None

    def cancel(self, printer: str, ref: str) -> None:
        return

    def send(self, job: Job) -> Sent:
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        from app.printing.pages import opened

        before = self.state(job.printer)
        if not before.takes:
            raise SpoolRefused(before)
        printer = QPrinter(QPrinterInfo.printerInfo(job.printer), QPrinter.PrinterMode.HighResolution)
        printer.setDocName(job.title)
        printer.setFullPage(True)
        printer.setCollateCopies(True)
        if job.tray in QPrinter.PaperSource.__members__:
            printer.setPaperSource(QPrinter.PaperSource[job.tray])
        by_itself = printer.supportsMultipleCopies()
        printer.setCopyCount(job.sets if by_itself else 1)
        with opened(job.path) as pages:
            _paint(printer, pages, 1 if by_itself else job.sets)
        return Sent(before)


def _paint(printer: QPrinter, pages: Pages, sets: int) -> None:
    painter = QPainter()
    for count in range(sets * len(pages)):
        number = count % len(pages)
        printer.setPageLayout(_layout(*pages.size(number)))
        if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
            painter.end()
            raise SpoolRefused("refused")
        dots = printer.resolution()
        whole = QRectF(QPointF(0, 0), QSizeF(*pages.size(number)) * (dots / _POINTS))
        painter.drawImage(whole, image(pages.picture(number, min(dots, _FINEST))))
    if not painter.end():
        raise SpoolRefused("refused")


def _layout(width: float, height: float) -> QPageLayout:
    """Return a page of this size (points) without margins: they are on the slip itself."""
    upright = height >= width
    size = QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Point)
    turn = QPageLayout.Orientation.Portrait if upright else QPageLayout.Orientation.Landscape
    return QPageLayout(size, turn, QMarginsF())


def image(picture: Picture) -> QImage:
    """Return *picture* as an image with dots of its own."""
    seen = QImage(
        picture.dots, picture.width, picture.height, picture.stride, QImage.Format.Format_Grayscale8
    )
    return seen.copy()
