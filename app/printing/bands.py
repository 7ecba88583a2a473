"""The table of a slip: what stands in its lines, and how the lines are shared out over pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.printing.lines import printable, wrap
from app.printing.page import MM, Document, Face, advance, has

SIZE, LABEL_SIZE = 10.5, 10.0
LEADING = 14.0
PAD_X, PAD_Y = 1.4 * MM, 3.0
_LABEL = 21 * MM
_LABEL_LINES = 6  # of what stands beside another: a line of two is never split


@dataclass(frozen=True, slots=True)
class Cell:
    """Without a label it goes across the page."""

    label: tuple[str, ...]
    value: tuple[str, ...]
    face: Face = Face.REGULAR

    @property
    def lines(self) -> int:
        return max(len(self.label), len(self.value))


@dataclass(frozen=True, slots=True)
class Band:
    """One line of the table: a cell across the page, or two side by side."""

    cells: tuple[Cell, ...]

    @property
    def lines(self) -> int:
        return max(cell.lines for cell in self.cells)

    @property
    def height(self) -> float:
        return self.lines * LEADING + 2 * PAD_Y

    @property
    def is_title(self) -> bool:
        """Tell whether it names what comes below, and must not stand alone at the foot of a page."""
        (first, *_) = self.cells
        return not first.label and first.face is Face.BOLD


class Table:
    """*across*: how wide it is; ``continued`` stands behind a label that is repeated."""

    def __init__(self, across: float, continued: str) -> None:
        self.across, self._continued = across, continued

    def cell(self, label: str, value: str, face: Face = Face.REGULAR) -> Cell:
        return Cell(
            tuple(wrap(p(label), _LABEL - 2 * PAD_X, advance(LABEL_SIZE))),
            tuple(wrap(p(value), self.across - _LABEL - 2 * PAD_X, advance(SIZE, face))),
            face,
        )

    def said(self, text: str, face: Face = Face.REGULAR) -> Band:
        """Return a line without a label: a title (bold), or a note."""
        return Band((Cell((), tuple(wrap(p(text), self.across - 2 * PAD_X, advance(SIZE, face))), face),))

    def bands(self, cells: Iterable[Cell]) -> Iterator[Band]:
        """Yield the lines, two short ones side by side."""
        waiting: Cell | None = None
        for cell in cells:
            if waiting is not None and self._is_short(waiting) and self._is_short(cell):
                yield Band((waiting, cell))
                waiting = None
                continue
            if waiting is not None:
                yield Band((waiting,))
            waiting = cell
        if waiting is not None:
            yield Band((waiting,))

    def pages(self, bands: list[Band], room: float, end: float) -> list[list[Band]]:
        """Share *bands* out over pages *room* high, the last of which keeps *end* free."""
        pages: list[list[Band]] = [[]]
        left = room
        waiting = bands[::-1]
        while waiting:
            band = waiting.pop()
            needs = band.height + (waiting[-1].height if band.is_title and waiting else 0)
            if band.height <= left and (needs <= left or left == room):
                pages[-1].append(band)
                left -= band.height
                continue
            fitting = int((left - 2 * PAD_Y) // LEADING)
            if len(band.cells) == 1 and fitting >= 2 and band.lines >= 4:
                # Neither the last line of a text nor its first stands alone.
                first, rest = self._split(band, min(fitting, band.lines - 2))
                pages[-1].append(first)
                band = rest
            waiting.append(band)
            pages.append([])
            left = room
        if left < end:
            pages.append([])
        return pages

    def draw(self, paper: Document, band: Band, x: float, y: float) -> None:
        width = self.across / len(band.cells)
        for place, cell in enumerate(band.cells):
            left = x + place * width
            paper.box(left, y, width, band.height)
            start = left
            if cell.label:
                start += _LABEL
                paper.line(start, y, start, y + band.height)
                _draw_lines(paper, left, y, cell.label, LABEL_SIZE)
            _draw_lines(paper, start, y, cell.value, SIZE, cell.face)

    def _is_short(self, cell: Cell) -> bool:
        room = self.across / 2 - _LABEL - 2 * PAD_X
        if len(cell.value) > 1 or len(cell.label) > _LABEL_LINES or not cell.label:
            return False
        return sum(map(advance(SIZE, cell.face), cell.value[0])) <= room

    def _split(self, band: Band, lines: int) -> tuple[Band, Band]:
        cell = band.cells[0]
        first = Cell(cell.label[:lines], cell.value[:lines], cell.face)
        label = cell.label[lines:]
        if cell.label and not label:
            again = "".join(cell.label).removesuffix(self._continued) + self._continued
            label = tuple(wrap(again, _LABEL - 2 * PAD_X, advance(LABEL_SIZE)))
        return Band((first,)), Band((Cell(label, cell.value[lines:], cell.face),))


def p(text: str) -> str:
    return printable(text, has)


def clip(lines: list[str], most: int) -> tuple[str, ...]:
    """Settings of the centre, not a caller's words: an absurd one may not push the table off the page."""
    return tuple(lines) if len(lines) <= most else (*lines[: most - 1], lines[most - 1][:-1] + "…")


def _draw_lines(
    paper: Document, x: float, y: float, lines: tuple[str, ...], size: float, face: Face = Face.REGULAR
) -> None:
    for number, line in enumerate(lines, 1):
        paper.text(x + PAD_X, y + PAD_Y + number * LEADING - 3.5, line, size, face)
