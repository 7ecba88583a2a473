"""What bytes are, by the bytes alone; and a photo without what it tells of the place it was taken at.

Nothing of it is ever run, and its name is not believed."""

import struct
import zlib
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

JPEG, PNG = "image/jpeg", "image/png"
_PNG = b"\x89PNG\r\n\x1a\n"
_STARTS = {
    b"\xff\xd8\xff": JPEG,
    _PNG: PNG,
    b"ID3": "audio/mpeg",
    b"OggS": "audio/ogg",
    b"fLaC": "audio/flac",
    b"#!AMR": "audio/amr",
}
_MP3 = (b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")
_M4A = (b"M4A ", b"mp42", b"isom")
ENDINGS = {
    JPEG: ".jpg", PNG: ".png", "audio/mpeg": ".mp3", "audio/ogg": ".ogg", "audio/flac": ".flac",
    "audio/amr": ".amr", "audio/wav": ".wav", "audio/mp4": ".m4a",
}  # fmt: skip
_SOI, _SOS, _APP1, _APP13 = 0xD8, 0xDA, 0xE1, 0xED
_BARE = frozenset({0x01, *range(0xD0, 0xDA)})  # markers without a length
_TURNED, _TAKEN = 0x0112, 0x0132  # orientation; date and time
_UNSAID = frozenset({b"eXIf", b"tEXt", b"iTXt", b"zTXt"})


class Photo(NamedTuple):
    """``taken``: by the camera's own clock, without a zone."""

    data: bytes
    taken: datetime | None = None


def media_of(data: bytes) -> str:
    """Return what *data* is, "" for anything that is neither a photo nor a sound we take."""
    for start, media in _STARTS.items():
        if data.startswith(start):
            return media
    if data.startswith(_MP3):
        return "audio/mpeg"
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        return "audio/wav"
    if data[4:8] == b"ftyp" and data[8:12] in _M4A:
        return "audio/mp4"
    return ""


def stripped(data: bytes, media: str) -> Photo:
    """Return the photo without all it tells beside the picture: where, with what, by whom; which way is up
    stays. Raises ValueError for one that is broken."""
    try:
        if media == JPEG:
            return _jpeg(data)
        return Photo(_png(data)) if media == PNG else Photo(data)
    except (struct.error, IndexError) as broken:
        raise ValueError("a broken picture") from broken


def _jpeg(data: bytes) -> Photo:
    parts, turned, taken = [data[:2]], 1, None
    for marker, part in _segments(data):
        if marker == _APP1 and part[4:10] == b"Exif\0\0":
            turned, taken = _told(part[10:])
        elif marker not in (_APP1, _APP13):
            parts.append(part)
    if turned != 1:
        parts.insert(1, _turned(turned))
    return Photo(b"".join(parts), taken)


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Return what stands before the picture, part by part; then all the rest."""
    at = 2
    while True:
        if data[at] != 0xFF:
            raise ValueError("no marker")
        marker = data[at + 1]
        if marker == _SOS:
            end = data.rfind(b"\xff\xd9")  # what hangs behind the picture is none of it
            yield marker, data[at : end + 2 if end > at else len(data)]
            return
        size = 2 if marker in _BARE else 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
        yield marker, data[at : at + size]
        at += size


def _told(tiff: bytes) -> tuple[int, datetime | None]:
    """Return which way is up, and when it was taken; of anything odd nothing."""
    turned, taken = 1, None
    try:
        order = {b"II": "<", b"MM": ">"}[tiff[:2]]
        (first,) = struct.unpack(f"{order}I", tiff[4:8])
        (count,) = struct.unpack(f"{order}H", tiff[first : first + 2])
        for entry in range(min(count, 100)):
            at = first + 2 + 12 * entry
            tag, kind, length, value = struct.unpack(f"{order}HHI4s", tiff[at : at + 12])
            if tag == _TURNED and kind == 3:
                (turned,) = struct.unpack(f"{order}H", value[:2])
            if tag == _TAKEN and length == 20:
                (place,) = struct.unpack(f"{order}I", value)
                taken = datetime.strptime(tiff[place : place + 19].decode("ascii"), "%Y:%m:%d %H:%M:%S")
    except (KeyError, struct.error, ValueError, IndexError):
        pass
    return turned if 1 <= turned <= 8 else 1, taken


def _turned(turned: int) -> bytes:
    """Return the part that says which way is up, and nothing else."""
    tiff = struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, _TURNED, 3, 1, turned, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", len(tiff) + 8) + b"Exif\0\0" + tiff


def _png(data: bytes) -> bytes:
    parts, at = [_PNG], len(_PNG)
    while at < len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        name, end = data[at + 4 : at + 8], at + 12 + size
        (sum_,) = struct.unpack(">I", data[end - 4 : end])
        if zlib.crc32(data[at + 4 : end - 4]) != sum_:
            raise ValueError("a broken part")
        if name not in _UNSAID:
            parts.append(data[at:end])
        at = end
        if name == b"IEND":
            break
    return b"".join(parts)
