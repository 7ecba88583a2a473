"""A list on A4 across: its heads on every page, how it was narrowed, and behind it who printed it when."""

from collections.abc import Sequence
from pathlib import Path

from app.printing import words
from app.printing.lines import printable, wrap
from app.printing.page import MM, Align, Document, Face, advance, has
from app.records.paper import ListSheet

MEDIA = "A4"
_WIDTH, _HEIGHT = 297 * MM, 210 * MM
_SIDE, _TOP, _BOTTOM = 12 * MM, 10 * MM, 9 * MM
_ACROSS, _END = _WIDTH - 2 * _SIDE, _WIDTH - _SIDE
_TITLE, _SIZE, _LEADING, _PAD = 13.0, 9.0, 12.0, 3.0
_MOST_LINES = 2  # of a cell; an address has two, and what is longer is on its record

Lines = tuple[str, ...]
Row = tuple[Lines, ...]


def draw(sheet: ListSheet, path: Path) -> int:
    """Write the list to *path*, whole or not at all (``PaperRefused``); return its pages."""
    paper, pages = _put_down(sheet)
    paper.save(path)
    return pages


def in_memory(sheet: ListSheet) -> bytes:
    """Return the list as PDF, to be looked at: nothing comes to lie on the disk."""
    return _put_down(sheet)[0].content()


def _put_down(sheet: ListSheet) -> tuple[Document, int]:
    # Title and author of a document are read by whoever lists files: no filter and no name.
    paper = Document(_WIDTH, _HEIGHT, _p(sheet.title), "Zuoxi", words.of(sheet.lang).tag)
    page = _Page(sheet)
    pages = page.share()
    for number, rows in enumerate(pages, 1):
        page.draw(paper, rows, number, len(pages))
        paper.turn()
    return paper, len(pages)


class _Page:
    def __init__(self, sheet: ListSheet) -> None:
        self._sheet, self._words = sheet, words.of(sheet.lang)
        self._titles = [_line(column.title) for column in sheet.columns]
        self._told = [[_line(cell) for cell in row] for row in sheet.rows]
        self._wide: dict[str, float] = {}  # as much of a list is the same again and again
        self._widths = _shared([self._needed(place) for place in range(len(sheet.columns))])
        self._facts = wrap(_p(" · ".join(sheet.facts)), _ACROSS, advance(_SIZE))[:3]
        self._first = _TOP + _TITLE + 8 + len(self._facts) * _LEADING + 4
        self._heads = self._row(self._titles)

    def share(self) -> list[list[Row]]:
        """Return the rows of each page."""
        room = _HEIGHT - _BOTTOM - _LEADING - self._first - _height(self._heads)
        pages: list[list[Row]] = [[]]
        left = room
        for told in self._told:
            row = self._row(told)
            if _height(row) > left:
                pages.append([])
                left = room
            pages[-1].append(row)
            left -= _height(row)
        return pages

    def draw(self, paper: Document, rows: Sequence[Row], number: int, pages: int) -> None:
        paper.watermark(_p(self._sheet.mark))
        self._draw_top(paper)
        y = self._first
        for row, face in ((self._heads, Face.BOLD), *((row, Face.REGULAR) for row in rows)):
            self._draw_row(paper, row, y, face)
            y += _height(row)
            paper.line(_SIDE, y, _END, y, 1.0 if face is Face.BOLD else 0.3)
        by, at = _p(self._sheet.printed_by), self._words.moment(self._sheet.printed_at)
        foot = _HEIGHT - _BOTTOM
        paper.text(_SIDE, foot, self._words.printed.format(by=by, at=at), _SIZE)
        page = self._words.page.format(page=number, pages=pages)
        paper.text(_END, foot, page, _SIZE, align=Align.RIGHT)

    def _draw_top(self, paper: Document) -> None:
        paper.text(_SIDE, _TOP + _TITLE, _p(self._sheet.title), _TITLE, Face.BOLD)
        paper.text(_END, _TOP + _TITLE, _p(self._sheet.centre), _SIZE, align=Align.RIGHT)
        for line, text in enumerate(self._facts, 1):
            paper.text(_SIDE, _TOP + _TITLE + 4 + line * _LEADING, text, _SIZE)

    def _draw_row(self, paper: Document, row: Row, y: float, face: Face) -> None:
        x = _SIDE
        for column, width, lines in zip(self._sheet.columns, self._widths, row, strict=True):
            at, align = (x + width - _PAD, Align.RIGHT) if column.right else (x + _PAD, Align.LEFT)
            for line, text in enumerate(lines, 1):
                paper.text(at, y + _PAD + line * _LEADING - 3, text, _SIZE, face, align)
            x += width

    def _row(self, told: Sequence[str]) -> Row:
        return tuple(
            self._broken(text, width - 2 * _PAD) for text, width in zip(told, self._widths, strict=True)
        )

    def _broken(self, text: str, room: float) -> Lines:
        return (text,) if self._width(text) <= room else _cut(wrap(text, room, advance(_SIZE)))

    def _needed(self, place: int) -> float:
        widest = max((self._width(row[place]) for row in self._told), default=0.0)
        title = sum(map(advance(_SIZE, Face.BOLD), self._titles[place]))
        return max(widest, title) + 2 * _PAD + 1

    def _width(self, text: str) -> float:
        known = self._wide.get(text)
        if known is None:
            known = self._wide[text] = sum(map(advance(_SIZE), text))
        return known


def _shared(needed: list[float]) -> list[float]:
    """Give each column what it needs, and those that need most an equal part of what is left."""
    given, left = dict[int, float](), _ACROSS
    for place in sorted(range(len(needed)), key=needed.__getitem__):
        given[place] = min(needed[place], left / (len(needed) - len(given)))
        left -= given[place]
    return [given[place] + left / len(needed) for place in range(len(needed))]


def _cut(lines: list[str]) -> Lines:
    if len(lines) <= _MOST_LINES:
        return tuple(lines)
    return (*lines[: _MOST_LINES - 1], lines[_MOST_LINES - 1][:-1] + "…")


def _height(row: Row) -> float:
    return max(map(len, row)) * _LEADING + 2 * _PAD - 1


def _line(text: str) -> str:
    return _p(" ".join(text.split()))


def _p(text: str) -> str:
    return printable(text, has)
