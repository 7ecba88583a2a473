"""Paper and ink: fonts, words, lines and codes put down on pages. The only door to reportlab.

Lengths are points, places are measured from the top left corner, and text stands on its baseline.
"""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from reportlab import rl_config
from reportlab.graphics.barcode.code128 import Code128Auto
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas

from app import places
from app.printing.cmap import to_unicode

MM = 72 / 25.4
LINE = 0.5
QUIET = 0.2  # of a QR code's side: four modules of white around the smallest, ISO/IEC 18004
_QR_LIMIT = 200  # bytes; far beyond any number, far below what one code holds
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
rl_config.useA85 = 0  # streams stay binary: a fifth smaller, a tenth quicker
_MODULE = 0.25 * MM  # of Code 128: three dots of a printer, two of a fax
_BAR_QUIET = 10  # modules, ISO/IEC 15417


class Face(StrEnum):
    REGULAR = "NotoSansSC-Regular"
    BOLD = "NotoSansSC-Bold"


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class PaperRefused(Exception):
    """Nothing was written. Codes: ``full`` (disk), ``unwritable`` (file, folder), ``font`` (no good font)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class _Font(TTFont):
    """Writes signs beyond U+FFFF into the ToUnicode table as UTF-16 pairs, as the format asks.

    reportlab writes them as five digits: a reader copies and searches 𬱖 as another sign.
    """

    def addObjects(self, doc: Any) -> None:
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for number, subset in enumerate(subsets):
            font = fonts[doc.fontMapping[self.fontName][1:] + f"+{number}"]
            doc.idToObject[font.ToUnicode.name].content = to_unicode(font.BaseFont, subset)


@cache  # reading one takes 0.1 s and 20 MiB, and the next slip needs it again
def _font(face: Face) -> _Font:
    try:
        font = _Font(face.value, str(places.resources() / "fonts" / f"{face.value}.ttf"), shapable=False)
    except (TTFError, OSError) as lacking:
        raise PaperRefused("font") from lacking
    registerFont(font)
    return font


def has(sign: str) -> bool:
    """Whether the paper has a shape for *sign*. Both faces hold the same signs."""
    return ord(sign) in _font(Face.REGULAR).face.charToGlyph


def advance(size: float, face: Face = Face.REGULAR) -> Callable[[str], float]:
    """Return the rule that says how wide a sign is."""
    widths: dict[int, float] = _font(face).face.charWidths
    default: float = _font(face).face.defaultWidth
    scale = size / 1000
    return lambda sign: widths.get(ord(sign), default) * scale


@dataclass(frozen=True, slots=True)
class Strokes:
    """A part of a page as it was put down, to be put down again without setting its type anew."""

    _code: tuple[str, ...]
    _forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Code:
    form: str
    size: int  # modules a side


class Bars(NamedTuple):
    """A number as Code 128: where each dark bar begins and how wide it is, in modules."""

    dark: tuple[tuple[int, int], ...]
    modules: int

    @property
    def width(self) -> float:
        """With the white it needs on both sides."""
        return (self.modules + 2 * _BAR_QUIET) * _MODULE


@lru_cache(maxsize=64)
def bars(value: str) -> Bars | None:
    """Return *value* in bars; None of what Code 128 has no signs for."""
    code: Any = Code128Auto(value)
    code.validate()
    if not value or not code.valid or code.validated != value:
        return None
    code.encode()
    code.decompose()
    dark, at = list[tuple[int, int]](), 0
    for sign in code.decomposed:
        wide = ord(sign.lower()) - ord("a") + 1
        if sign.isupper():
            dark.append((at, wide))
        at += wide
    return Bars(tuple(dark), at)


class Fold(NamedTuple):
    """How a sheet is parted: *width* and *height* of what stands on it *across* times *down* times."""

    width: float
    height: float
    across: int = 1
    down: int = 1


class Codes:
    """The codes of a document: each is put into it once, however many pages show it."""

    def __init__(self, paper: "Document", canvas: Canvas) -> None:
        self._paper, self._canvas = paper, canvas
        self._known: dict[str, _Code] = {}

    def qr(self, x: float, y: float, side: float, value: str) -> None:
        """Put down *value* as a QR code; the caller leaves ``QUIET`` of its side white around it."""
        data = value.encode("utf-8", "replace")[:_QR_LIMIT].decode("utf-8", "ignore")
        code = self._known.get(data) or self._known.setdefault(data, self._code(data))
        self._canvas.saveState()
        self._canvas.translate(x, self._paper.height - y)
        self._canvas.scale(side / code.size, -side / code.size)
        self._canvas.doForm(code.form)
        self._canvas.restoreState()

    def _code(self, data: str) -> _Code:
        """Put the code into the document; one module is one unit."""
        code = QRCode(None, QRErrorCorrectLevel.Q)
        code.addData(data)
        code.make()
        size: int = code.moduleCount
        made = _Code(f"code{len(self._known)}", size)
        self._canvas.beginForm(made.form, upperx=size, uppery=size)
        path = self._canvas.beginPath()
        for row in range(size):
            for column, length in _dark(row, size, code.isDark):
                path.rect(column, row, length, 1)
        self._canvas.drawPath(path, stroke=0, fill=1)
        self._canvas.endForm()
        return made

    def code128(self, middle: float, y: float, high: float, value: str) -> None:
        """Put down *value* as bars, if it can be said in them."""
        told = bars(value)
        if told is None:
            return
        left, low = middle - told.modules * _MODULE / 2, self._paper.height - y - high
        path = self._canvas.beginPath()
        for at, wide in told.dark:
            path.rect(left + at * _MODULE, low, wide * _MODULE, high)
        self._canvas.drawPath(path, stroke=0, fill=1)


class Document:
    """One document. The same strokes give the same bytes."""

    def __init__(self, width: float, height: float, title: str, author: str, lang: str) -> None:
        for face in Face:
            _font(face)
        self.width, self.height = width, height
        self._bytes = BytesIO()
        self._canvas = Canvas(
            self._bytes,
            pagesize=(width, height),
            pageCompression=1,
            invariant=1,
            lang=lang,
            initialFontName=Face.REGULAR.value,  # type: ignore[arg-type]  # the stub says float
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator("Zuoxi")
        self._canvas.setSubject("")
        self.codes = Codes(self, self._canvas)
        self.pages = 0  # sheets begun
        self._fold, self._place = Fold(width, height), 0

    def fold(self, fold: Fold) -> None:
        """Let what comes stand so on its sheets; what is half full is left as it is."""
        if fold == self._fold:
            return
        if self._place:
            self._canvas.showPage()
        self._fold, self._place = fold, 0
        self.width, self.height = fold.width, fold.height
        self._canvas.setPageSize((fold.width * fold.across, fold.height * fold.down))

    def begin(self) -> None:
        """Begin the next part of a sheet; turn() ends it."""
        fold, place = self._fold, self._place
        self.pages += not place
        if fold.across * fold.down > 1:
            if not place:
                self._cuts()
            row, column = divmod(place, fold.across)
            self._canvas.saveState()
            self._canvas.translate(column * fold.width, (fold.down - 1 - row) * fold.height)

    def _cuts(self) -> None:
        """Say where the sheet is cut."""
        fold, canvas = self._fold, self._canvas
        wide, high = fold.width * fold.across, fold.height * fold.down
        canvas.saveState()
        canvas.setDash(2, 4)
        canvas.setLineWidth(LINE)
        for n in range(1, fold.across):
            canvas.line(n * fold.width, 0, n * fold.width, high)
        for n in range(1, fold.down):
            canvas.line(0, n * fold.height, wide, n * fold.height)
        canvas.restoreState()

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        face: Face = Face.REGULAR,
        align: Align = Align.LEFT,
    ) -> None:
        if not words.strip():
            return
        self._canvas.setFont(face.value, size)
        put = {
            Align.LEFT: self._canvas.drawString,
            Align.CENTRE: self._canvas.drawCentredString,
            Align.RIGHT: self._canvas.drawRightString,
        }[align]
        put(x, self.height - y, words)

    def line(self, x1: float, y1: float, x2: float, y2: float, thick: float = LINE) -> None:
        self._canvas.setLineWidth(thick)
        self._canvas.line(x1, self.height - y1, x2, self.height - y2)

    def box(self, x: float, y: float, width: float, height: float, thick: float = LINE) -> None:
        self._canvas.setLineWidth(thick)
        self._canvas.rect(x, self.height - y - height, width, height)

    def stamp(self, words: str) -> None:
        """Write *words* across the whole page in outline, so that what is written over it stays legible."""
        width = sum(map(advance(1, Face.BOLD), words))
        size = min(self.width * 0.62 / width, self.height / 4)
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(self.width / 2, self.height / 2)
        canvas.rotate(40)
        canvas.setLineWidth(2.2)
        canvas.setFillGray(1)
        # The strokes of a sign overlap: the white laid over the outline leaves only the outer edge.
        for mode in (1, 0):
            canvas.saveState()
            text = canvas.beginText(-width * size / 2, -size * 0.36)
            text.setFont(Face.BOLD.value, size)
            text.setTextRenderMode(mode)
            text.textOut(words)
            canvas.drawText(text)
            canvas.restoreState()
        canvas.restoreState()

    def watermark(self, words: str) -> None:
        """Write *words* all over the page: pale enough to read through, dark enough for a copier."""
        size = 15.0
        width = sum(map(advance(size), words)) + 60
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(self.width / 2, self.height / 2)
        canvas.rotate(28)
        canvas.setFont(Face.REGULAR.value, size)
        canvas.setFillGray(0.86)
        reach = self.width
        for line in range(-5, 6):
            x = -reach + (line % 2) * width / 2
            while x < reach:
                canvas.drawString(x, line * 96, words)
                x += width
        canvas.restoreState()

    def drawn(self, draw: Callable[[], None]) -> Strokes:
        """Return what *draw* puts down on this page."""
        canvas: Any = self._canvas
        start, forms = len(canvas._code), len(canvas._formsinuse)
        draw()
        return Strokes(tuple(canvas._code[start:]), tuple(canvas._formsinuse[forms:]))

    def again(self, strokes: Strokes) -> None:
        """Put down once more, on another page of this document, what was drawn before."""
        canvas: Any = self._canvas
        canvas._code.extend(strokes._code)
        canvas._formsinuse.extend(strokes._forms)

    def turn(self) -> None:
        """Finish this page, or this part of a sheet."""
        parts = self._fold.across * self._fold.down
        if parts > 1:
            self._canvas.restoreState()
        self._place = (self._place + 1) % parts
        if not self._place:
            self._canvas.showPage()

    def save(self, path: Path) -> None:
        """Write the document whole or not at all; a file that stood there before stays if this fails."""
        _write(path, self.content())

    def content(self) -> bytes:
        """Return the document; nothing can be added to it from then on."""
        if self._place:
            self._canvas.showPage()
        self._canvas.save()
        return self._bytes.getvalue()


def _dark(row: int, size: int, is_dark: Callable[[int, int], bool]) -> Iterator[tuple[int, int]]:
    """Yield column and length of each dark run of *row*."""
    for dark, group in groupby(range(size), lambda column: is_dark(row, column)):
        columns = list(group)
        if dark:
            yield columns[0], len(columns)


def _write(path: Path, content: bytes) -> None:
    # Always the same name: what a power cut leaves behind is overwritten by the next printing of the slip.
    part = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(part, "wb", opener=_for_me_only) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except OSError as refusal:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise PaperRefused("full" if refusal.errno in _FULL else "unwritable") from refusal


def _for_me_only(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
