"""A record on A4: sections of labels and what stands there, whole; lines to sign on; who printed it when."""

from collections.abc import Iterator
from pathlib import Path

from app.printing import words
from app.printing.lines import printable, wrap
from app.printing.page import MM, Align, Document, Face, advance, has
from app.records.paper import RecordSheet

MEDIA = "A4"
_WIDTH, _HEIGHT = 210 * MM, 297 * MM
_SIDE, _TOP, _BOTTOM = 18 * MM, 14 * MM, 10 * MM
_END, _LABEL = _WIDTH - _SIDE, 32 * MM
_TITLE, _HEAD, _SIZE, _LEADING = 15.0, 11.0, 10.0, 14.0
_SIGNING = 3 * _LEADING

Line = tuple[str, str, Face]  # label, text, face of the text


def draw(sheet: RecordSheet, path: Path) -> int:
    """Write the record to *path*, whole or not at all (``PaperRefused``); return its pages."""
    paper, pages = _put_down(sheet)
    paper.save(path)
    return pages


def in_memory(sheet: RecordSheet) -> bytes:
    """Return the record as PDF, to be looked at: nothing comes to lie on the disk."""
    return _put_down(sheet)[0].content()


def _put_down(sheet: RecordSheet) -> tuple[Document, int]:
    paper = Document(_WIDTH, _HEIGHT, _p(sheet.title), "Zuoxi", words.of(sheet.lang).tag)
    pages = _share(list(_lines(sheet)), bool(sheet.signatures))
    for number, lines in enumerate(pages, 1):
        _draw(paper, sheet, lines, (number, len(pages)))
        paper.turn()
    return paper, len(pages)


def _lines(sheet: RecordSheet) -> Iterator[Line]:
    room = _END - _SIDE - _LABEL
    for title, rows in sheet.sections:
        yield "", "", Face.REGULAR
        yield "", _p(title), Face.BOLD
        for row in rows:
            label = _p(row.label)
            for part in row.value.split("\n"):
                for text in wrap(_p(part), room, advance(_SIZE)) or [""]:
                    yield label, text, Face.REGULAR
                    label = ""


def _share(lines: list[Line], signed: bool) -> list[list[Line]]:
    """Return the lines of each page; the last has room to sign."""
    room = int((_HEIGHT - _TOP - _TITLE - _BOTTOM - 3 * _LEADING) // _LEADING)
    last = room - int(_SIGNING // _LEADING) if signed else room
    pages = [lines[at : at + room] for at in range(0, len(lines), room)] or [[]]
    if len(pages[-1]) > last:
        pages.append([])
    return pages


def _draw(paper: Document, sheet: RecordSheet, lines: list[Line], page: tuple[int, int]) -> None:
    said = words.of(sheet.lang)
    paper.watermark(_p(sheet.mark))
    paper.text(_SIDE, _TOP + _TITLE, _p(sheet.title), _TITLE, Face.BOLD)
    paper.text(_END, _TOP + _TITLE, _p(sheet.centre), _SIZE, align=Align.RIGHT)
    y = _TOP + _TITLE + _LEADING
    for label, text, face in lines:
        y += _LEADING
        if face is Face.BOLD:
            paper.text(_SIDE, y, text, _HEAD, face)
            paper.line(_SIDE, y + 3, _END, y + 3, 0.5)
        else:
            paper.text(_SIDE, y, label, _SIZE)
            paper.text(_SIDE + _LABEL, y, text, _SIZE)
    foot = _HEIGHT - _BOTTOM
    if page[0] == page[1]:
        _sign(paper, sheet, foot - 2 * _LEADING)
    by, at = _p(sheet.printed_by), said.moment(sheet.printed_at)
    paper.text(_SIDE, foot, said.printed.format(by=by, at=at), _SIZE)
    paper.text(_END, foot, said.page.format(page=page[0], pages=page[1]), _SIZE, align=Align.RIGHT)


def _sign(paper: Document, sheet: RecordSheet, y: float) -> None:
    each = (_END - _SIDE) / max(len(sheet.signatures), 1)
    for place, name in enumerate(sheet.signatures):
        left = _SIDE + place * each
        width = sum(map(advance(_SIZE), _p(name)))
        paper.text(left, y, _p(name), _SIZE)
        paper.line(left + width + 4, y + 2, left + each - 8, y + 2, 0.5)


def _p(text: str) -> str:
    return printable(text, has)
