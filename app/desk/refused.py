"""Rows an import did not take, in a file for a person to correct and bring again."""

import csv
import re
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from glob import escape
from pathlib import Path
from time import time

LINE, REASON = "[zuoxi:line]", "[zuoxi:reason]"  # how our own columns are known again in any language
_MOST_NAMES = 1000
_HOUR = 3600  # seconds

# What a spreadsheet would take for a formula, and what it would change on opening: long and zero-led
# numbers, times. Its own sign for "text as it stands" goes before, and is taken off when read again.
_ACTS = re.compile(r"[=+\-@'\t\r]")
_CHANGED = re.compile(r"(?!(?:0|[1-9]\d{0,9})$)\d[\d\s:/.,\-eE]*")


class RefusedUnwritable(Exception):
    """There is no place to write them to."""

    code = "refused_unwritable"


def guarded(cell: str) -> str:
    """Return *cell* so that a spreadsheet shows and saves it as it is; unguarded() gives it back."""
    return f"'{cell}" if _ACTS.match(cell) or _CHANGED.fullmatch(cell) else cell


def unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") else cell


def is_own(header: Sequence[str]) -> bool:
    """Tell whether the table under *header* was written here: its first two columns are ours."""
    return len(header) > 2 and header[0].strip().endswith(LINE) and header[1].strip().endswith(REASON)


def _sweep(folder: Path, name: str) -> None:
    """Take away what an import of this file left half written when it was killed, an hour ago or more."""
    with suppress(OSError):
        for left in folder.glob(f"{escape(name)}.*.part"):
            if time() - left.stat().st_mtime > _HOUR:
                left.unlink()


class Refused:
    """Written beside the source as it grows; an older one that differs is never overwritten."""

    def __init__(self, source: Path, heads: tuple[str, str], header: Sequence[str], also: Path) -> None:
        """*heads* are the words over line and reason; *also* the folder that stands in for the source's
        own. Raises RefusedUnwritable."""
        self.count = 0
        self._folder, self._name = self._opened(source, (source.parent, also))
        self._rows = csv.writer(self._file)
        # Excel takes a CSV for UTF-8 by its mark alone.
        self._file.write("\ufeff")
        self._rows.writerow([f"{heads[0]} {LINE}", f"{heads[1]} {REASON}", *map(guarded, header)])

    def _opened(self, source: Path, folders: Iterable[Path]) -> tuple[Path, str]:
        for folder in folders:
            _sweep(folder, source.name)
            with suppress(OSError):
                self._file = tempfile.NamedTemporaryFile(  # noqa: SIM115 - open until close()
                    "w", encoding="utf-8", errors="replace", newline="", dir=folder,
                    prefix=f"{source.name}.", suffix=".part", delete=False,
                )  # fmt: skip
                return folder, source.name
        raise RefusedUnwritable

    def add(self, line: int, reasons: Iterable[str], cells: Iterable[str]) -> None:
        self.count += 1
        self._rows.writerow([line, guarded(" ".join(reasons)), *map(guarded, cells)])

    def close(self) -> Path | None:
        """Return where they are; None where there are none, and no file."""
        self._file.close()
        part = Path(self._file.name)
        if not self.count:
            part.unlink(missing_ok=True)
            return None
        written = part.read_bytes()
        for path in self._names():
            with suppress(OSError):
                if not path.exists() or path.read_bytes() == written:
                    part.replace(path)
                    return path
        return part

    def _names(self) -> Iterable[Path]:
        yield self._folder / f"{self._name}.refused.csv"
        for again in range(2, _MOST_NAMES):
            yield self._folder / f"{self._name}.refused-{again}.csv"
