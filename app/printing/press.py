"""From a sheet to the paper: drawn into the seat's folder, then handed to the spooler."""

from collections.abc import Sequence
from pathlib import Path

from app.printing.spooler import Spooler
from app.records.paper import Paper, SlipSheet


class Press:
    """Imports reportlab and pypdfium2 when a slip is drawn or looked at, not before: 0.15 s and 30 MiB."""

    def __init__(self, folder: Path, spooler: Spooler) -> None:
        self.folder, self.spooler = folder, spooler

    def draw(self, sheet: SlipSheet, path: Path | None = None) -> Paper:
        """Write the slip to *path*, or under its number into the folder (``PaperRefused``)."""
        copy = f"-{sheet.reprint}" if sheet.reprint else ""
        return self._drawn((sheet,), path or self.folder / f"{sheet.number}{copy}.pdf")

    def draw_all(self, sheets: Sequence[SlipSheet]) -> Paper:
        """Write many slips into one file in the folder."""
        name = f"{sheets[0].number}-{sheets[-1].number}-{len(sheets)}.pdf"
        return self._drawn(sheets, self.folder / name)

    def picture(self, sheet: SlipSheet) -> bytes:
        """Return the slip as PDF, without a trace on the disk."""
        from app.printing import slip

        return slip.in_memory(sheet)

    def _drawn(self, sheets: Sequence[SlipSheet], path: Path) -> Paper:
        from app.printing import slip

        drawn = slip.draw_all(sheets, path)
        return Paper(path, drawn.pages, drawn.missing, slip.MEDIA)
