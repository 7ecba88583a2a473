"""The dispatch slip (派工单) on A5: one set of pages per copy."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.printing import words
from app.printing.lines import code_point, lacking, printable, wrap
from app.printing.page import MM, QUIET, Align, Document, Face, Strokes, advance, has
from app.records.paper import SlipSheet

MEDIA = "A5"
_WIDTH, _HEIGHT = 148 * MM, 210 * MM
_LEFT, _RIGHT, _TOP, _BOTTOM = 12 * MM, 9 * MM, 9 * MM, 8 * MM  # the left is the edge that is bound
_ACROSS = _WIDTH - _LEFT - _RIGHT
_END = _WIDTH - _RIGHT

_SIZE, _LABEL_SIZE, _SMALL = 10.5, 10.0, 9.0
_LEADING, _SMALL_LEADING = 14.0, 12.0
_PAD_X, _PAD_Y = 1.4 * MM, 3.0
_LABEL = 21 * MM
_LABEL_LINES = 6  # of what stands beside another: a line of two is never split

_SIDE = 31 * MM  # the blocks left and right of the heading
_QR = 16 * MM
_CENTRE_SIZE, _TITLE_SIZES = 11.0, (16.0, 14.0, 12.5)

_RECORD = 17 * MM  # the least the technician gets to write on
_SIGN = 17 * MM
_LISTED = 24  # signs named in the note; each is also named where it stands


@dataclass(frozen=True, slots=True)
class Drawn:
    pages: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Cell:
    label: tuple[str, ...]
    value: tuple[str, ...]
    face: Face = Face.REGULAR

    @property
    def lines(self) -> int:
        return max(len(self.label), len(self.value))


@dataclass(frozen=True, slots=True)
class _Band:
    """One line of the table: a cell across the page, or two side by side."""

    cells: tuple[_Cell, ...]

    @property
    def lines(self) -> int:
        return max(cell.lines for cell in self.cells)

    @property
    def height(self) -> float:
        return self.lines * _LEADING + 2 * _PAD_Y


@dataclass(frozen=True, slots=True)
class _Head:
    centre: tuple[str, ...]
    title: tuple[str, ...]
    title_size: float
    number: tuple[str, ...]
    marks: tuple[tuple[str, float], ...]  # boxed under the copy's name, with their sizes
    middle: float  # height of the centre's name and the title
    height: float


def missing(sheet: SlipSheet) -> tuple[str, ...]:
    """Return the signs of *sheet* that the paper has no shape for, in the order they stand on it."""
    rows = [text for row in sheet.rows for text in (row.label, row.value)]
    named = (sheet.centre, sheet.title, sheet.number, sheet.order_number, sheet.case_number, sheet.team)
    return tuple(lacking("\n".join((*named, *rows, sheet.printed_by, *sheet.copies)), has))


def draw(sheet: SlipSheet, path: Path) -> Drawn:
    """Write the slip to *path*, whole or not at all (``PaperRefused``)."""
    return draw_all((sheet,), path)


def draw_all(sheets: Sequence[SlipSheet], path: Path) -> Drawn:
    """Write the slips one after the other into one document, which holds each font once."""
    paper, drawn = _put_down(sheets)
    paper.save(path)
    return drawn


def in_memory(sheet: SlipSheet) -> bytes:
    """Return the slip as PDF, to be looked at: nothing comes to lie on the disk."""
    paper, _ = _put_down((sheet,))
    return paper.content()


def _put_down(sheets: Sequence[SlipSheet]) -> tuple[Document, Drawn]:
    first, last = sheets[0], sheets[-1]
    title = first.number if len(sheets) == 1 else f"{first.number} – {last.number}"
    paper = Document(_WIDTH, _HEIGHT, _p(title), _p(first.centre), words.of(first.lang).tag)
    pages, lost = 0, dict[str, None]()
    for sheet in sheets:
        lacks = missing(sheet)
        lost.update(dict.fromkeys(lacks))
        pages += _Slip(sheet, lacks).draw(paper)
    return paper, Drawn(pages, tuple(lost))


class _Slip:
    """Laid out once for all its copies."""

    def __init__(self, sheet: SlipSheet, lost: tuple[str, ...]) -> None:
        self.words = words.of(sheet.lang)
        self._sheet = sheet
        self._head = _head(sheet, self.words)
        by, at = _p(sheet.printed_by), self.words.moment(sheet.printed_at)
        said = self.words.printed.format(by=by, at=at)
        self._foot = _clip(wrap(said, _ACROSS * 0.75, advance(_SMALL)), 3)
        self._first = _TOP + self._head.height
        self._last = _HEIGHT - _BOTTOM - len(self._foot) * _SMALL_LEADING
        self.pages = self._laid_out(lost)

    def draw(self, paper: Document) -> int:
        """Draw every copy and return the number of pages. The copies differ in their name alone: type is
        set for the first one."""
        heads: list[Strokes] = []
        bodies: list[Strokes] = []
        for place, copy in enumerate(self._sheet.copies or ("",)):
            for number in range(len(self.pages)):
                if not place:
                    heads.append(paper.drawn(partial(self._draw_top, paper)))
                else:
                    paper.again(heads[number])
                _draw_marks(paper, _p(self.words.copies.get(copy, copy)), self._head.marks)
                if not place:
                    bodies.append(paper.drawn(partial(self._draw_body, paper, number)))
                else:
                    paper.again(bodies[number])
                paper.turn()
        return len(self._sheet.copies or ("",)) * len(self.pages)

    def _draw_top(self, paper: Document) -> None:
        if self._sheet.void:
            paper.stamp(self.words.void)
        _draw_head(paper, self._head, self._sheet.number)

    def _draw_body(self, paper: Document, number: int) -> None:
        y = self._first
        for band in self.pages[number]:
            _draw_band(paper, band, y)
            y += band.height
        if number == len(self.pages) - 1:
            self._draw_end(paper, y)
        self._draw_foot(paper, number + 1)

    def _laid_out(self, lost: tuple[str, ...]) -> list[list[_Band]]:
        bands = [*_bands(self._sheet, self.words), *_note(lost, self.words)]
        room = self._last - self._first
        return _pages(bands, room, _RECORD + _SIGN, self.words.continued)

    def _draw_end(self, paper: Document, y: float) -> None:
        """What is written by hand: the work done, and who signs for it."""
        top = self._last - _SIGN
        paper.box(_LEFT, y, _ACROSS, top - y)
        paper.text(_LEFT + _PAD_X, y + _PAD_Y + _LABEL_SIZE, self.words.record, _LABEL_SIZE)
        paper.box(_LEFT, top, _ACROSS, _SIGN)
        step = _ACROSS / len(self.words.signatures)
        for place, label in enumerate(self.words.signatures):
            x = _LEFT + place * step
            if place:
                paper.line(x, top, x, top + _SIGN)
            paper.text(x + _PAD_X, top + _PAD_Y + _LABEL_SIZE, label, _LABEL_SIZE)

    def _draw_foot(self, paper: Document, number: int) -> None:
        y = self._last + _SMALL_LEADING
        for line in self._foot:
            paper.text(_LEFT, y, line, _SMALL)
            y += _SMALL_LEADING
        page = self.words.page.format(page=number, pages=len(self.pages))
        paper.text(_END, self._last + _SMALL_LEADING, page, _SMALL, align=Align.RIGHT)


def _p(text: str) -> str:
    return printable(text, has)


def _clip(lines: list[str], most: int) -> tuple[str, ...]:
    """Settings of the centre, not a caller's words: an absurd one may not push the table off the page."""
    return tuple(lines) if len(lines) <= most else (*lines[: most - 1], lines[most - 1][:-1] + "…")


def _head(sheet: SlipSheet, say: words.Words) -> _Head:
    room = _ACROSS - 2 * _SIDE
    centre = _clip(wrap(_p(sheet.centre), room, advance(_CENTRE_SIZE)), 2)
    title, title_size = _title(say.head(_p(sheet.title)), room)
    number = _clip(wrap(_p(sheet.number) or say.unnumbered, _SIDE, advance(_SIZE, Face.BOLD)), 3)
    marks = [(say.urgent, 15.0)] if sheet.urgent else []
    if sheet.reprint:
        marks.append((say.reprint.format(count=sheet.reprint), _SIZE))
    middle = len(centre) * (_CENTRE_SIZE + 5) + len(title) * (title_size + 5)
    left = _SIZE + 10 + sum(size + 12 for _, size in marks)
    right = len(number) * _LEADING + _QR * (1 + 2 * QUIET) - 4
    return _Head(centre, title, title_size, number, tuple(marks), middle, max(middle + 8, left + 2, right))


def _title(title: str, room: float) -> tuple[tuple[str, ...], float]:
    """One line if a smaller size makes it one."""
    for size in _TITLE_SIZES:
        lines = wrap(title, room, advance(size, Face.BOLD))
        if len(lines) == 1:
            return tuple(lines), size
    return _clip(wrap(title, room, advance(_TITLE_SIZES[1], Face.BOLD)), 3), _TITLE_SIZES[1]


def _draw_head(paper: Document, head: _Head, number: str) -> None:
    middle = _LEFT + _ACROSS / 2
    y = _TOP + (head.height - head.middle) / 2 - 4
    for line in head.centre:
        y += _CENTRE_SIZE + 5
        paper.text(middle, y - 4, line, _CENTRE_SIZE, align=Align.CENTRE)
    for line in head.title:
        y += head.title_size + 5
        paper.text(middle, y - 2, line, head.title_size, Face.BOLD, Align.CENTRE)
    y = _TOP
    for line in head.number:
        y += _LEADING
        paper.text(_END, y - 3, line, _SIZE, Face.BOLD, Align.RIGHT)
    if number.strip():
        paper.qr(_END - _QR, y + _QR * QUIET - 4, _QR, number)


def _draw_marks(paper: Document, copy: str, marks: tuple[tuple[str, float], ...]) -> None:
    y = _TOP
    if copy:
        y = _draw_mark(paper, y, copy, _SIZE, 0.5)
    for mark, size in marks:
        y = _draw_mark(paper, y, mark, size, 1.5)


def _draw_mark(paper: Document, y: float, said: str, size: float, thick: float) -> float:
    line = _clip(wrap(said, _SIDE - 2 * _PAD_X, advance(size, Face.BOLD)), 1)[0]
    width = sum(map(advance(size, Face.BOLD), line)) + 2 * _PAD_X
    paper.box(_LEFT, y + 1, width, size + 6, thick)
    paper.text(_LEFT + width / 2, y + size + 2.2, line, size, Face.BOLD, Align.CENTRE)
    return y + size + 12


def _bands(sheet: SlipSheet, say: words.Words) -> Iterable[_Band]:
    rows = [(say.order, sheet.order_number), (say.case, sheet.case_number), (say.team, sheet.team)]
    cells = [_cell(label, value) for label, value in rows if value.strip()]
    if sheet.due_at is not None:
        cells.append(_cell(say.due, say.moment(sheet.due_at), Face.BOLD))
    cells.extend(_cell(row.label, row.value) for row in sheet.rows)
    waiting: _Cell | None = None
    for cell in cells:
        if waiting is not None and _is_short(waiting) and _is_short(cell):
            yield _Band((waiting, cell))
            waiting = None
            continue
        if waiting is not None:
            yield _Band((waiting,))
        waiting = cell
    if waiting is not None:
        yield _Band((waiting,))


def _cell(label: str, value: str, face: Face = Face.REGULAR) -> _Cell:
    label_room = _LABEL - 2 * _PAD_X
    value_room = _ACROSS - _LABEL - 2 * _PAD_X
    return _Cell(
        tuple(wrap(_p(label), label_room, advance(_LABEL_SIZE))),
        tuple(wrap(_p(value), value_room, advance(_SIZE, face))),
        face,
    )


def _is_short(cell: _Cell) -> bool:
    room = _ACROSS / 2 - _LABEL - 2 * _PAD_X
    if len(cell.value) > 1 or len(cell.label) > _LABEL_LINES:
        return False
    return sum(map(advance(_SIZE, cell.face), cell.value[0])) <= room


def _note(lost: tuple[str, ...], say: words.Words) -> list[_Band]:
    if not lost:
        return []
    codes = " ".join(map(code_point, lost[:_LISTED]))
    if len(lost) > _LISTED:
        codes += say.more.format(count=len(lost))
    said = wrap(say.lacking.format(codes=codes), _ACROSS - 2 * _PAD_X, advance(_SIZE))
    return [_Band((_Cell((), tuple(said)),))]


def _pages(bands: list[_Band], room: float, end: float, continued: str) -> list[list[_Band]]:
    """Share *bands* out over pages *room* high, the last of which keeps *end* free."""
    pages: list[list[_Band]] = [[]]
    left = room
    waiting = bands[::-1]
    while waiting:
        band = waiting.pop()
        if band.height <= left:
            pages[-1].append(band)
            left -= band.height
            continue
        fitting = int((left - 2 * _PAD_Y) // _LEADING)
        if len(band.cells) == 1 and fitting >= 2 and band.lines >= 4:
            # Neither the last line of a text nor its first stands alone.
            first, rest = _split(band, min(fitting, band.lines - 2), continued)
            pages[-1].append(first)
            band = rest
        waiting.append(band)
        pages.append([])
        left = room
    if left < end:
        pages.append([])
    return pages


def _split(band: _Band, lines: int, continued: str) -> tuple[_Band, _Band]:
    cell = band.cells[0]
    first = _Cell(cell.label[:lines], cell.value[:lines], cell.face)
    label = cell.label[lines:]
    if cell.label and not label:
        again = "".join(cell.label).removesuffix(continued) + continued
        label = tuple(wrap(again, _LABEL - 2 * _PAD_X, advance(_LABEL_SIZE)))
    return _Band((first,)), _Band((_Cell(label, cell.value[lines:], cell.face),))


def _draw_band(paper: Document, band: _Band, y: float) -> None:
    width = _ACROSS / len(band.cells)
    for place, cell in enumerate(band.cells):
        x = _LEFT + place * width
        paper.box(x, y, width, band.height)
        start = x
        if cell.label:
            start += _LABEL
            paper.line(start, y, start, y + band.height)
            _draw_lines(paper, x, y, cell.label, _LABEL_SIZE)
        _draw_lines(paper, start, y, cell.value, _SIZE, cell.face)


def _draw_lines(
    paper: Document, x: float, y: float, lines: tuple[str, ...], size: float, face: Face = Face.REGULAR
) -> None:
    for number, line in enumerate(lines, 1):
        paper.text(x + _PAD_X, y + _PAD_Y + number * _LEADING - 3.5, line, size, face)
