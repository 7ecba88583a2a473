"""Rows into a file for others to open, CSV or XLSX: whole in its place, or not there at all."""

import csv
import errno
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Protocol

from app.desk.xlsx import Book, Value

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_FULL = (errno.ENOSPC, errno.EDQUOT)


class ExportRefused(Exception):
    """``code``: full (the disk), locked (the file is open elsewhere), unwritable (folder or file)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Export:
    """Writes beside *path* until finish() puts the whole file there; abandon() leaves no trace.

    Every call raises ExportRefused where the disk would not take it, and has left no trace then.
    """

    def __init__(self, path: Path, header: Sequence[str]) -> None:
        self.path = path
        self.rows = 0
        self._part = path.with_name(f"{path.name}.part")
        self._sheet: _Sheet | None = None
        self._one = threading.RLock()  # abandon() is called by the window, the rest by a lane
        with self._cleaning():
            made = Book if path.suffix.lower() == ".xlsx" else _Csv
            self._sheet = made(self._part, header)

    def add(self, rows: Iterable[Sequence[Value]]) -> None:
        """Write *rows*; after abandon(), nothing happens."""
        with self._cleaning():
            for row in rows:
                if self._sheet is None:
                    return
                self._sheet.write(row)
                self.rows += 1

    def finish(self, line: str = "") -> None:
        """Write *line* under the rows, and put the file in its place, over one that was there."""
        with self._cleaning():
            if self._sheet is not None:
                if line:
                    self._sheet.write([line])
                sheet, self._sheet = self._sheet, None
                sheet.save()
                self._part.replace(self.path)

    def abandon(self) -> None:
        with self._one:
            sheet, self._sheet = self._sheet, None
            with suppress(OSError):
                if sheet is not None:
                    sheet.drop()
            with suppress(OSError):
                self._part.unlink(missing_ok=True)

    @contextmanager
    def _cleaning(self) -> Iterator[None]:
        try:
            with self._one:
                yield
        except OSError as error:
            self.abandon()
            raise _refused(error) from error
        except BaseException:
            self.abandon()
            raise


def guarded(text: str) -> str:
    """Return *text* so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _refused(error: OSError) -> ExportRefused:
    if error.errno in _FULL:
        return ExportRefused("full")
    # Windows says "permission" of a file another program has open.
    return ExportRefused("locked" if getattr(error, "winerror", 0) in (5, 32, 33) else "unwritable")


class _Sheet(Protocol):
    def write(self, row: Sequence[Value]) -> None: ...
    def save(self) -> None: ...
    def drop(self) -> None: ...


class _Csv:
    """UTF-8 with its mark, without which Excel takes Chinese for something else."""

    def __init__(self, path: Path, header: Sequence[str]) -> None:
        self._file = path.open("w", encoding="utf-8-sig", errors="replace", newline="")
        self._lines = csv.writer(self._file)
        self.write(header)

    def write(self, row: Sequence[Value]) -> None:
        self._lines.writerow([_told(value) for value in row])

    def save(self) -> None:
        self._file.close()

    def drop(self) -> None:
        self._file.close()


def _told(value: Value) -> str:
    if isinstance(value, str):  # first, for most are
        return f"'{value}" if value.startswith(_FORMULA) else value
    return f"{value:%Y-%m-%d %H:%M:%S}" if isinstance(value, datetime) else str(value)
