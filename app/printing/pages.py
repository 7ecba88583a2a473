"""The pages of a PDF as pictures. The only door to pypdfium2, which bears one thread at a time: the lane
``printer`` alone calls here."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2


@dataclass(frozen=True, slots=True)
class Picture:
    """One byte of grey a dot, *stride* bytes a line."""

    width: int
    height: int
    stride: int
    dots: bytes


class Pages:
    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        self._document = document

    def __len__(self) -> int:
        return len(self._document)

    def size(self, page: int) -> tuple[float, float]:
        """Return width and height in points."""
        width, height = self._document.get_page_size(page)
        return width, height

    def picture(self, page: int, dots: float) -> Picture:
        """Draw *page* (from 0) at *dots* an inch."""
        sheet = self._document[page]
        try:
            drawn = sheet.render(scale=dots / 72, grayscale=True)
            try:
                return Picture(drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer))
            finally:
                drawn.close()
        finally:
            sheet.close()


@contextmanager
def opened(pdf: bytes | Path) -> Iterator[Pages]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield Pages(document)
    finally:
        document.close()
