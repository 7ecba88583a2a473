"""A table in a file, CSV or XLSX, read row by row as text; the only door to openpyxl for reading."""

import csv
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from app.desk import encodings
from app.desk.refused import is_own, unguarded
from app.forms.guess import Table

LONGEST_CELL = 4 << 20  # signs; the checker refuses far shorter ones, in words
MOST_LINES = 2000  # of one row; a quote nobody closed swallows the rest of the file
MOST_COLUMNS = 500
LARGEST_PART = 2 << 30  # bytes of one part of an XLSX, unpacked
LARGEST_WHOLE_PART = 256 << 20  # of the parts that are read whole
_HEAD_WITHIN = 10  # rows; a title or two may stand above the header
_DELIMITERS = ",\t;|"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"  # .xls, and an .xlsx under a password
_ZIP = b"PK\x03\x04"


class SheetRefused(Exception):
    """A file no rows can be taken from. ``code``: unreadable, empty, no_rows, not_a_table, old_excel,
    broken_excel, too_big, too_wide, cell_too_big, encoding; ``line`` from 1, 0 for the whole."""

    def __init__(self, code: str, line: int = 0, detail: str = "") -> None:
        super().__init__(code, line, detail)
        self.code, self.line, self.detail = code, line, detail


@dataclass(frozen=True, slots=True)
class Line:
    """One row: ``number`` of its first line in the file, its cells as the file has them, NUL left out.

    A byte that is no text in the file's encoding stands in a cell as a lone surrogate.
    """

    number: int
    cells: tuple[str, ...]
    lines: int = 1


class _Book(Protocol):
    def rows(self) -> Iterator[Line]: ...
    def part(self, number: int) -> float: ...
    def close(self) -> None: ...


class Sheet:
    """Open until close(). ``columns`` has a name for each column, none twice; ``encoding`` is empty
    for XLSX, ``sheet`` for CSV."""

    def __init__(self, path: Path, encoding: str = "") -> None:
        """Raise SheetRefused unless there is a header with rows beneath; *encoding* overrules the guess."""
        self.path, self.encoding, self.sheet, self.sheets = path, "", "", 1
        start = _start(path)
        self._book: _Book
        if start.startswith(_ZIP):
            self._book = book = _Xlsx(path)
            self.sheet, self.sheets = book.name, book.count
        else:
            self.encoding = _encoding(start, encoding)
            self._book = _Csv(path, self.encoding)
        try:
            self._rows = self._book.rows()
            with _long_cells():
                self.header, self._first = _header(self._rows)
            self._own = is_own(self.header)
            if self._own:
                self.header = tuple(map(unguarded, self.header[2:]))
                self._first = list(map(_unguarded, self._first))
            self.columns = _named(self.header)
        except BaseException:
            self.close()
            raise

    def read(self, most: int) -> list[Line]:
        """Return the next rows that say anything, at most *most*; none at the end."""
        with _long_cells():
            taken = self._first[:most]
            self._first = self._first[most:]
            more = (line for line in self._rows if any(map(str.strip, line.cells)))
            found = list(islice(more, most - len(taken)))
            return taken + (list(map(_unguarded, found)) if self._own else found)

    def table(self, most: int = 200) -> Table:
        """Return columns and first rows, to guess by; read() gives these rows all the same."""
        width = len(self.columns)
        return Table(self.columns, [(*line.cells, *[""] * width)[:width] for line in self.peek(most)])

    def peek(self, most: int) -> list[Line]:
        self._first = self.read(most) + self._first
        return self._first[:most]

    def part(self, number: int) -> float:
        """Return how much of the file is read, 0 to 1, when the row at line *number* is."""
        return min(max(self._book.part(number), 0.0), 1.0)

    def close(self) -> None:
        self._book.close()


@contextmanager
def _long_cells() -> Iterator[None]:
    before = csv.field_size_limit(LONGEST_CELL)  # the csv module has but one for all
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _unguarded(line: Line) -> Line:
    """A row of a file of refused rows, as it was before it was refused."""
    return replace(line, cells=tuple(map(unguarded, line.cells[2:])))


def _start(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            start = file.read(encodings.LOOKED_AT)
    except OSError as error:
        raise SheetRefused("unreadable", detail=error.strerror or "") from error
    if not start.strip(b"\0\r\n\t ,;\xef\xbb\xbf\xff\xfe"):
        raise SheetRefused("empty")
    if start.startswith(_OLD_EXCEL):
        raise SheetRefused("old_excel")
    if start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<":
        raise SheetRefused("not_a_table")  # a web page that calls itself .xls is the commonest
    return start


def _encoding(start: bytes, wanted: str) -> str:
    if not wanted:
        return encodings.guess(start)
    if not encodings.is_known(wanted):
        raise SheetRefused("encoding", detail=wanted)
    return "utf-8-sig" if wanted.lower().replace("_", "-") in ("utf-8", "utf8") else wanted


def _header(rows: Iterator[Line]) -> tuple[tuple[str, ...], list[Line]]:
    """Return the header and the rows already read beneath it: it is the first row about as full as any."""
    seen = list(islice((line for line in rows if any(map(str.strip, line.cells))), _HEAD_WITHIN))
    if not seen:
        raise SheetRefused("empty")
    full = [sum(bool(cell.strip()) for cell in line.cells) for line in seen]
    place = next(i for i, count in enumerate(full) if count * 2 > max(full))
    header = seen[place].cells
    if len(header) > MOST_COLUMNS:
        raise SheetRefused("too_wide", seen[place].number, str(len(header)))
    if place + 1 == len(seen):
        raise SheetRefused("no_rows")
    return header, seen[place + 1 :]


def _named(header: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name for each column: what has none is ``#3``, what was there before ``x (2)``."""
    names: list[str] = []
    for place, cell in enumerate(header, 1):
        name = base = " ".join(cell.split()) or f"#{place}"
        again = 2
        while name in names:
            name, again = f"{base} ({again})", again + 1
        names.append(name)
    return tuple(names)


class _Csv:
    def __init__(self, path: Path, encoding: str) -> None:
        try:
            self._size = path.stat().st_size
            self._raw: BinaryIO = path.open("rb")
        except OSError as error:
            raise SheetRefused("unreadable", detail=error.strerror or "") from error
        self._text = io.TextIOWrapper(self._raw, encoding, errors="surrogateescape", newline="")

    def rows(self) -> Iterator[Line]:
        first, told = self._first_line()
        if told:  # Excel's own way to say it
            first = self._text.readline()
        lines = csv.reader(_then(first, self._text), delimiter=told or _delimiter(first))
        before = skipped = int(bool(told))
        try:
            for cells in lines:
                number, before = before + 1, lines.line_num + skipped
                clean = tuple(c.replace("\0", "") if "\0" in c else c for c in cells)
                yield Line(number, clean, before - number + 1)
        except csv.Error as error:
            raise SheetRefused("cell_too_big", before + 1) from error
        except UnicodeError as error:  # UTF-16 that ends within a sign
            raise SheetRefused("encoding", before + 1, self._text.encoding) from error

    def _first_line(self) -> tuple[str, str]:
        try:
            first = self._text.readline()
        except UnicodeError as error:
            raise SheetRefused("encoding", 1, self._text.encoding) from error
        told = first.strip().removeprefix("sep=") if first.startswith("sep=") else ""
        return first, told[:1]

    def part(self, number: int) -> float:
        return self._raw.tell() / self._size if self._size else 1.0

    def close(self) -> None:
        self._text.close()


def _then(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _delimiter(header: str) -> str:
    """Return the sign that parts the most columns outside quotes."""
    bare = "".join(header.split('"')[::2])
    return max(_DELIMITERS, key=bare.count)


class _Xlsx:
    def __init__(self, path: Path) -> None:
        from openpyxl import load_workbook  # 0.1 s: not before the first XLSX

        _look_inside(path)
        with _broken_excel():
            self._book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
        shown = [s for s in self._book.worksheets if s.sheet_state == "visible"] or self._book.worksheets
        self.count = len(shown)
        if not shown:
            self.close()
            raise SheetRefused("empty")
        self._sheet = shown[0]
        self.name = self._sheet.title
        self._rows_told = self._sheet.max_row or 0

    def rows(self) -> Iterator[Line]:
        with _broken_excel():
            self._sheet.reset_dimensions()  # what the file says of its size need not be so
            for number, cells in enumerate(self._sheet.iter_rows(values_only=True), 1):
                told = tuple(map(_text, cells))
                while told and not told[-1]:  # rows are padded to the widest
                    told = told[:-1]
                yield Line(number, told)

    def part(self, number: int) -> float:
        return number / self._rows_told if self._rows_told else 0.0

    def close(self) -> None:
        with suppress(OSError):
            self._book.close()


def _look_inside(path: Path) -> None:
    """Refuse what would unpack to more than a seat can hold; a size that lies breaks the unpacking."""
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
    except (OSError, zipfile.BadZipFile) as error:
        raise SheetRefused("broken_excel") from error
    for part in parts:
        streamed = part.filename.startswith("xl/worksheets/")
        if part.file_size > (LARGEST_PART if streamed else LARGEST_WHOLE_PART):
            raise SheetRefused("too_big")


@contextmanager
def _broken_excel() -> Iterator[None]:
    """openpyxl lets whatever went wrong inside pass as it is: keys, values, XML, zip."""
    try:
        yield
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, SyntaxError) as error:
        raise SheetRefused("broken_excel") from error
    except (zipfile.BadZipFile, EOFError) as error:
        raise SheetRefused("broken_excel") from error


def _text(value: Any) -> str:
    """Return a cell as a person reads it: a number without the ".0" Excel keeps it with, ISO times."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.replace("\0", "")
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"
    if isinstance(value, datetime):
        # A time of Excel is a fraction of a day: what it lost comes back by rounding.
        return _rounded(value).isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


def _rounded(at: datetime) -> datetime:
    return (at + timedelta(microseconds=500_000)).replace(microsecond=0)
