"""The dispatch slip (派工单): one set of pages per copy, on whole sheets or several to a sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.printing import words
from app.printing.bands import LABEL_SIZE, LEADING, PAD_X, PAD_Y, SIZE, Band, Cell, Table, clip, p
from app.printing.lines import code_point, lacking, wrap
from app.printing.page import MM, QUIET, Align, Document, Face, Fold, Strokes, advance, bars, has
from app.records.paper import Layout, SlipSheet

_SHEETS = {"A5": (148 * MM, 210 * MM), "A4": (210 * MM, 297 * MM)}
_LEFT, _RIGHT, _TOP, _BOTTOM = 12 * MM, 9 * MM, 9 * MM, 8 * MM  # the left is the edge that is bound

_SMALL, _SMALL_LEADING = 9.0, 12.0
_SIDE = 31 * MM  # the blocks left and right of the heading
_QR = 16 * MM
_BARS = 8 * MM  # high, of Code 128
_CENTRE_SIZE, _TITLE_SIZES = 11.0, (16.0, 14.0, 12.5)

_RECORD = 17 * MM  # the least the technician gets to write on
_SIGN = 17 * MM
_LISTED = 24  # signs named in the note; each is also named where it stands


@dataclass(frozen=True, slots=True)
class Drawn:
    pages: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Head:
    centre: tuple[str, ...]
    title: tuple[str, ...]
    title_size: float
    number: tuple[str, ...]
    marks: tuple[tuple[str, float], ...]  # boxed under the copy's name, with their sizes
    middle: float  # height of the centre's name, the title and the bars
    height: float
    codes: tuple[str, ...]


def missing(sheet: SlipSheet) -> tuple[str, ...]:
    """Return the signs of *sheet* that the paper has no shape for, in the order they stand on it."""
    rows = [text for row in sheet.rows for text in (row.label, row.value)]
    parts = [*(part.title for part in sheet.layout.parts), *sheet.layout.signatures]
    named = (sheet.centre, sheet.title, sheet.number, sheet.order_number, sheet.case_number, sheet.team)
    copies = [sheet.copy_names.get(copy, copy) for copy in sheet.copies]
    said = (sheet.replaces, sheet.replaced_by, sheet.reason, sheet.printed_by)
    return tuple(lacking("\n".join((*named, *parts, *rows, *said, *copies)), has))


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
    fold = _fold(first.layout)
    paper = Document(fold.width, fold.height, p(title), p(first.centre), words.of(first.lang).tag)
    lost = dict[str, None]()
    for sheet in sheets:
        lacks = missing(sheet)
        lost.update(dict.fromkeys(lacks))
        paper.fold(_fold(sheet.layout))
        _Slip(sheet, lacks).draw(paper)
    return paper, Drawn(paper.pages, tuple(lost))


def _fold(layout: Layout) -> Fold:
    """Return how the sheet is parted: two stand one above the other, or beside each other where it lies."""
    width, height = _SHEETS[layout.media]
    if layout.across:
        width, height = height, width
    if layout.per_sheet == 1:
        return Fold(width, height)
    return Fold(width / 2, height, across=2) if layout.across else Fold(width, height / 2, down=2)


class _Slip:
    """Laid out once for all its copies."""

    def __init__(self, sheet: SlipSheet, lost: tuple[str, ...]) -> None:
        self.words = words.of(sheet.lang)
        self._sheet = sheet
        fold = _fold(sheet.layout)
        self._end, self._across = fold.width - _RIGHT, fold.width - _LEFT - _RIGHT
        self._table = Table(self._across, self.words.continued)
        self._head = _head(sheet, self.words, self._across)
        self._foot = clip(wrap(self._said_last(), self._across * 0.75, advance(_SMALL)), 3)
        self._first = _TOP + self._head.height
        self._last = fold.height - _BOTTOM - len(self._foot) * _SMALL_LEADING
        bands = [*_bands(sheet, self.words, self._table), *_note(lost, self.words, self._table)]
        self.pages = self._table.pages(bands, self._last - self._first, _RECORD + _SIGN)

    def draw(self, paper: Document) -> None:
        """Draw every copy. The copies differ in their name alone: type is set for the first one."""
        heads: list[Strokes] = []
        bodies: list[Strokes] = []
        for place, copy in enumerate(self._sheet.copies or ("",)):
            for number in range(len(self.pages)):
                paper.begin()
                if not place:
                    heads.append(paper.drawn(partial(self._draw_top, paper)))
                else:
                    paper.again(heads[number])
                _draw_marks(paper, p(self._sheet.copy_names.get(copy, copy)), self._head.marks)
                if not place:
                    bodies.append(paper.drawn(partial(self._draw_body, paper, number)))
                else:
                    paper.again(bodies[number])
                paper.turn()

    def _said_last(self) -> str:
        """Who printed it when; of a reprint, which one it is and when the first came out."""
        sheet, say = self._sheet, self.words
        by, at = p(sheet.printed_by), say.moment(sheet.printed_at)
        if not sheet.reprint:
            return say.printed.format(by=by, at=at)
        first = say.first.format(at=say.moment(sheet.first_at)) if sheet.first_at else ""
        return say.reprinted.format(count=sheet.reprint, by=by, at=at) + first

    def _draw_top(self, paper: Document) -> None:
        if self._sheet.void:
            paper.stamp(self.words.void)
        _draw_head(paper, self._head, self._sheet.number, self._end)

    def _draw_body(self, paper: Document, number: int) -> None:
        y = self._first
        for band in self.pages[number]:
            self._table.draw(paper, band, _LEFT, y)
            y += band.height
        if number == len(self.pages) - 1:
            self._draw_end(paper, y)
        self._draw_foot(paper, number + 1)

    def _draw_end(self, paper: Document, y: float) -> None:
        """What is written by hand: the work done, and who signs for it."""
        top = self._last - _SIGN
        paper.box(_LEFT, y, self._across, top - y)
        paper.text(_LEFT + PAD_X, y + PAD_Y + LABEL_SIZE, self.words.record, LABEL_SIZE)
        paper.box(_LEFT, top, self._across, _SIGN)
        signatures = self._sheet.layout.signatures or self.words.signatures
        step = self._across / len(signatures)
        for place, label in enumerate(signatures):
            x = _LEFT + place * step
            if place:
                paper.line(x, top, x, top + _SIGN)
            lines = clip(wrap(p(label), step - 2 * PAD_X, advance(LABEL_SIZE)), 2)
            for number, line in enumerate(lines, 1):
                paper.text(x + PAD_X, top + PAD_Y + number * LABEL_SIZE, line, LABEL_SIZE)

    def _draw_foot(self, paper: Document, number: int) -> None:
        y = self._last + _SMALL_LEADING
        for line in self._foot:
            paper.text(_LEFT, y, line, _SMALL)
            y += _SMALL_LEADING
        page = self.words.page.format(page=number, pages=len(self.pages))
        paper.text(self._end, self._last + _SMALL_LEADING, page, _SMALL, align=Align.RIGHT)


def _head(sheet: SlipSheet, say: words.Words, across: float) -> _Head:
    room = across - 2 * _SIDE
    centre = clip(wrap(p(sheet.centre), room, advance(_CENTRE_SIZE)), 2)
    title, title_size = _title(say.head(p(sheet.title)), room)
    number = clip(wrap(p(sheet.number) or say.unnumbered, _SIDE, advance(SIZE, Face.BOLD)), 3)
    marks = [(say.urgent, 15.0)] if sheet.urgent else []
    if sheet.reprint:
        marks.append((say.reprint.format(count=sheet.reprint), SIZE))
    codes = tuple(code for code in sheet.layout.codes if sheet.number.strip() and _fits(code, sheet, room))
    middle = len(centre) * (_CENTRE_SIZE + 5) + len(title) * (title_size + 5)
    middle += _BARS + 9 if "code128" in codes else 0
    left = SIZE + 10 + sum(size + 12 for _, size in marks)
    right = len(number) * LEADING + (_QR * (1 + 2 * QUIET) - 4 if "qr" in sheet.layout.codes else 4)
    height = max(middle + 8, left + 2, right)
    return _Head(centre, title, title_size, number, tuple(marks), middle, height, codes)


def _fits(code: str, sheet: SlipSheet, room: float) -> bool:
    told = bars(sheet.number) if code == "code128" else None
    return told.width <= room if told else code != "code128"


def _title(title: str, room: float) -> tuple[tuple[str, ...], float]:
    """One line if a smaller size makes it one."""
    for size in _TITLE_SIZES:
        lines = wrap(title, room, advance(size, Face.BOLD))
        if len(lines) == 1:
            return tuple(lines), size
    return clip(wrap(title, room, advance(_TITLE_SIZES[1], Face.BOLD)), 3), _TITLE_SIZES[1]


def _draw_head(paper: Document, head: _Head, number: str, end: float) -> None:
    middle = (_LEFT + end) / 2
    y = _TOP + (head.height - head.middle) / 2 - 4
    for line in head.centre:
        y += _CENTRE_SIZE + 5
        paper.text(middle, y - 4, line, _CENTRE_SIZE, align=Align.CENTRE)
    for line in head.title:
        y += head.title_size + 5
        paper.text(middle, y - 2, line, head.title_size, Face.BOLD, Align.CENTRE)
    if "code128" in head.codes:
        paper.codes.code128(middle, y + 8, _BARS, number)
    y = _TOP
    for line in head.number:
        y += LEADING
        paper.text(end, y - 3, line, SIZE, Face.BOLD, Align.RIGHT)
    if "qr" in head.codes:
        paper.codes.qr(end - _QR, y + _QR * QUIET - 4, _QR, number)


def _draw_marks(paper: Document, copy: str, marks: tuple[tuple[str, float], ...]) -> None:
    y = _TOP
    if copy:
        y = _draw_mark(paper, y, copy, SIZE, 0.5)
    for mark, size in marks:
        y = _draw_mark(paper, y, mark, size, 1.5)


def _draw_mark(paper: Document, y: float, said: str, size: float, thick: float) -> float:
    line = clip(wrap(said, _SIDE - 2 * PAD_X, advance(size, Face.BOLD)), 1)[0]
    width = sum(map(advance(size, Face.BOLD), line)) + 2 * PAD_X
    paper.box(_LEFT, y + 1, width, size + 6, thick)
    paper.text(_LEFT + width / 2, y + size + 2.2, line, size, Face.BOLD, Align.CENTRE)
    return y + size + 12


def _bands(sheet: SlipSheet, say: words.Words, table: Table) -> Iterator[Band]:
    if told := _told_of_void(sheet, say):
        yield table.said(told, Face.BOLD)
    core = dict(zip(SlipSheet.CORE, _core(sheet, say, table), strict=True))
    named = {name for part in sheet.layout.parts for name in part.fields}
    for part in sheet.layout.parts:
        cells: list[Cell] = []
        for name in part.fields:
            if name in core:
                cells += core[name]
            else:
                rows = (
                    r
                    for r in sheet.rows
                    if r.name == name or (name == SlipSheet.OTHERS and r.name not in named)
                )
                cells += [table.cell(row.label, row.value) for row in rows]
        if part.title and cells:
            yield table.said(part.title, Face.BOLD)
        yield from table.bands(cells)


def _core(sheet: SlipSheet, say: words.Words, table: Table) -> Iterator[list[Cell]]:
    for label, value in (
        (say.order, sheet.order_number),
        (say.case, sheet.case_number),
        (say.team, sheet.team),
    ):
        yield [table.cell(label, value)] if value.strip() else []
    yield [table.cell(say.due, say.moment(sheet.due_at), Face.BOLD)] if sheet.due_at else []


def _told_of_void(sheet: SlipSheet, say: words.Words) -> str:
    """Return what a void slip says of itself, and the one that stands for it of the void one."""
    told = []
    if sheet.void:
        told.append(say.is_void)
        told += [say.replaced_by.format(number=sheet.replaced_by)] if sheet.replaced_by else []
    elif sheet.replaces:
        told.append(say.replaces.format(number=sheet.replaces))
    if told and sheet.reason.strip():
        told.append(say.reason.format(reason=" ".join(sheet.reason.split())))
    return say.between.join(told)


def _note(lost: tuple[str, ...], say: words.Words, table: Table) -> list[Band]:
    if not lost:
        return []
    codes = " ".join(map(code_point, lost[:_LISTED]))
    if len(lost) > _LISTED:
        codes += say.more.format(count=len(lost))
    return [table.said(say.lacking.format(codes=codes))]
