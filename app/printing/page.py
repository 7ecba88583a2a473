"""Paper and ink: fonts, words, lines and codes put down on pages. The only door to reportlab.

Lengths are points, places are measured from the top left corner, and text stands on its baseline.
"""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas

from app import places

MM = 72 / 25.4
LINE = 0.5
QUIET = 0.2  # of a QR code's side: four modules of white around the smallest, ISO/IEC 18004
_QR_LIMIT = 200  # bytes; far beyond any number, far below what one code holds
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
rl_config.useA85 = 0  # streams stay binary: a fifth smaller, a tenth quicker
_BFCHARS = 100  # a CMap block may not hold more


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
            doc.idToObject[font.ToUnicode.name].content = _to_unicode(font.BaseFont, subset)


def _to_unicode(name: str, subset: list[int]) -> str:
    pairs = [
        f"<{code:02X}> <{chr(sign).encode('utf-16-be').hex().upper()}>" for code, sign in enumerate(subset)
    ]
    blocks = [pairs[at : at + _BFCHARS] for at in range(0, len(pairs), _BFCHARS)]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    )


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
        self._codes: dict[str, _Code] = {}

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

    def qr(self, x: float, y: float, side: float, value: str) -> None:
        """Put down *value* as a QR code; the caller leaves ``QUIET`` of its side white around it."""
        data = value.encode("utf-8", "replace")[:_QR_LIMIT].decode("utf-8", "ignore")
        code = self._codes.get(data) or self._codes.setdefault(data, self._code(data))
        self._canvas.saveState()
        self._canvas.translate(x, self.height - y)
        self._canvas.scale(side / code.size, -side / code.size)
        self._canvas.doForm(code.form)
        self._canvas.restoreState()

    def _code(self, data: str) -> _Code:
        """Put the code into the document once, however many pages show it; one module is one unit."""
        code = QRCode(None, QRErrorCorrectLevel.Q)
        code.addData(data)
        code.make()
        size: int = code.moduleCount
        made = _Code(f"code{len(self._codes)}", size)
        self._canvas.beginForm(made.form, upperx=size, uppery=size)
        path = self._canvas.beginPath()
        for row in range(size):
            for column, length in _dark(row, size, code.isDark):
                path.rect(column, row, length, 1)
        self._canvas.drawPath(path, stroke=0, fill=1)
        self._canvas.endForm()
        return made

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
        """Finish this page."""
        self._canvas.showPage()

    def save(self, path: Path) -> None:
        """Write the document whole or not at all; a file that stood there before stays if this fails."""
        _write(path, self.content())

    def content(self) -> bytes:
        """Return the document; nothing can be added to it from then on."""
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
