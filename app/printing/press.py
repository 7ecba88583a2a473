"""From a sheet to the paper: drawn into the seat's folder, then handed to the spooler."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from app.printing.spooler import Spooler
from app.records.ids import Id, new_id
from app.records.paper import ListSheet, Paper, RecordSheet, SlipSheet

_LIST = "list-"  # of numbers it says nothing: who lists the folder reads no name


class Press:
    """Imports reportlab and pypdfium2 when a slip is drawn or looked at, not before: 0.15 s and 30 MiB."""

    def __init__(self, folder: Path, spooler: Spooler) -> None:
        self.folder, self.spooler = folder, spooler
        # Of what was handed over, until it is noted: the spooler's number, or a minus and why it refused.
        self.outcomes: dict[Id, str] = {}

    def draw(self, sheet: SlipSheet, path: Path | None = None) -> Paper:
        """Write the slip to *path*, or under its number into the folder (``PaperRefused``)."""
        copy = f"-{sheet.reprint}" if sheet.reprint else ""
        return self._drawn((sheet,), path or self.folder / f"{sheet.number}{copy}.pdf")

    def draw_all(self, sheets: Sequence[SlipSheet]) -> Paper:
        """Write many slips into one file in the folder."""
        name = f"{sheets[0].number}-{sheets[-1].number}-{len(sheets)}.pdf"
        return self._drawn(sheets, self.folder / name)

    def draw_list(self, sheet: ListSheet | RecordSheet, path: Path) -> Paper:
        """Write the list or the record to *path* (``PaperRefused``)."""
        from app.printing import listing, record

        if isinstance(sheet, RecordSheet):
            return Paper(path, record.draw(sheet, path), (), record.MEDIA)
        return Paper(path, listing.draw(sheet, path), (), listing.MEDIA)

    @contextmanager
    def passing(self) -> Iterator[Path]:
        """Give a file for what the spooler takes a copy of: it is gone afterwards, and so is one that a
        program that was killed left behind."""
        for left in self.folder.glob(f"{_LIST}*"):
            with suppress(OSError):
                left.unlink()
        path = self.folder / f"{_LIST}{new_id()}.pdf"
        try:
            yield path
        finally:
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def picture(self, sheet: SlipSheet | ListSheet | RecordSheet) -> bytes:
        """Return what is to be printed as PDF, without a trace on the disk."""
        from app.printing import listing, record, slip

        if isinstance(sheet, RecordSheet):
            return record.in_memory(sheet)
        return listing.in_memory(sheet) if isinstance(sheet, ListSheet) else slip.in_memory(sheet)

    def _drawn(self, sheets: Sequence[SlipSheet], path: Path) -> Paper:
        from app.printing import slip

        drawn = slip.draw_all(sheets, path)
        return Paper(path, drawn.pages, drawn.missing, sheets[0].layout.media)
