"""Photos and sounds: known by their bytes, without the place they were taken at, kept once and whole."""

import hashlib
import struct
import zlib

import pytest

from app.desk.attachments import Attachments, NotTaken, Offer
from app.desk.pictures import media_of, stripped
from app.forms.attachable import Attachable
from app.records.attachments import PIECE, RECORDING, Attachment

GPS = b"GPSLatitude 30.27 Apple iPhone"


def jpeg(turned=6, taken=b"2026:11:20 09:30:00", hidden=GPS):
    """A photo with what a telephone writes into it, and something behind its end."""
    tiff = b"II*\0\x08\0\0\0" + struct.pack("<H", 2)
    tiff += struct.pack("<HHIHH", 0x0112, 3, 1, turned, 0)
    tiff += struct.pack("<HHII", 0x0132, 2, 20, 38) + struct.pack("<I", 0)
    tiff += taken + b"\0" + hidden
    exif = b"Exif\0\0" + tiff
    xmp = b"http://ns.adobe.com/xap/1.0/\0" + hidden

    def part(marker, data):
        return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data

    head = part(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0") + part(0xE1, exif) + part(0xE1, xmp) + part(0xED, hidden)
    return b"\xff\xd8" + head + part(0xDB, b"\0" * 65) + part(0xDA, b"\1\2\3") + b"picture\xff\xd9" + hidden


def png(*parts):
    told = ((b"IHDR", b"\0" * 13), *parts, (b"IDAT", b"picture"), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in told
    )


@pytest.fixture
def desk(opened, clock):
    return Attachments(opened.store, opened.agent, clock, Attachable(biggest_mb=1))


@pytest.fixture
def case(calls, repair):
    return calls.save(repair()).case


def test_a_photo_keeps_the_picture_and_which_way_is_up_and_says_no_place(desk, case):
    kept = desk.add(case, Offer("IMG_0001.jpg", jpeg()))
    data = desk.bytes(kept)
    assert GPS not in data
    assert b"picture\xff\xd9" in data
    assert stripped(data, "image/jpeg").data == data
    assert struct.pack(">HHIH", 0x0112, 3, 1, 6) in data
    assert (kept.size, kept.sha) == (len(data), hashlib.sha256(data).hexdigest())
    assert f"{kept.at.astimezone():%Y-%m-%d %H:%M}" == "2026-11-20 09:30"


def test_a_centre_that_wants_the_place_keeps_the_photo_as_it_is(opened, clock, case):
    desk = Attachments(opened.store, opened.agent, clock, Attachable(location=True))
    assert desk.bytes(desk.add(case, Offer("a.jpg", jpeg()))) == jpeg()


def test_a_png_loses_its_texts(desk, case):
    kept = desk.add(case, Offer("a.png", png((b"tEXt", GPS), (b"eXIf", GPS), (b"gAMA", b"\0\0\0\1"))))
    assert desk.bytes(kept) == png((b"gAMA", b"\0\0\0\1"))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"MZ\x90\0", "strange"),
        (b"<svg onload='x'/>", "strange"),
        (b"\xff\xd8\xff\xe1\xff\xff", "broken"),
        (png()[:-3], "broken"),
        (jpeg()[:60], "broken"),
        (b"ID3" + bytes(1 << 20), "too_big"),
    ],
    ids=["empty", "a program", "markup", "cut short", "cut png", "cut jpeg", "huge"],
)
def test_what_cannot_be_attached_is_refused_and_leaves_nothing(desk, opened, case, data, code):
    with pytest.raises(NotTaken, match=f"^{code}$"):
        desk.add(case, Offer("photo.jpg", data))
    assert opened.store.find(Attachment, record=case.id) == []
    assert opened.store.blobs.to_fetch() is None


def test_what_it_is_its_bytes_say_and_never_its_name():
    sounds = {b"ID3\3": "mpeg", b"RIFF\0\0\0\0WAVE": "wav", b"\0\0\0\x20ftypM4A ": "mp4", b"#!AMR\n": "amr"}
    assert [media_of(data) for data in sounds] == [f"audio/{name}" for name in sounds.values()]


def test_the_same_photo_is_kept_once_and_a_name_is_a_name(desk, opened, case, calls, repair):
    kept = desk.add(case, Offer("..\\..\\C:/evil\n\0𬱖.jpg", jpeg()))
    assert kept.name == "evil  𬱖.jpg".replace("  ", " \ufffd")
    with pytest.raises(NotTaken, match="there"):
        desk.add(case, Offer("b.jpg", jpeg()))
    other = calls.save(repair(phone="13900001111")).case
    assert desk.add(other, Offer("b.jpg", jpeg())).sha == kept.sha


def test_large_bytes_lie_in_pieces_and_come_back_whole(desk, case, opened):
    data = b"OggS" + bytes(range(256)) * 3000
    kept = desk.add(case, Offer("a.ogg", data))
    assert (kept.pieces, kept.is_heard) == (-(-len(data) // PIECE), True)
    assert desk.bytes(kept) == data
    opened.store.blobs.sweep()
    assert desk.bytes(kept) == data


def test_bytes_nobody_names_are_swept_away_after_a_restart(opened, accounts):
    from tests.desk.conftest import PASSWORD

    sha = opened.store.blobs.keep(b"left by a crash")
    opened.store.blobs.sweep()
    assert opened.store.blobs.read(sha) is not None  # its record may be written next
    opened.store.close()
    again = accounts.sign_in("1001", PASSWORD)
    again.store.blobs.sweep()
    assert again.store.blobs.read(sha) is None
    again.store.close()


def test_a_sound_is_kept_only_where_the_centre_keeps_sounds(opened, clock, case):
    desk = Attachments(opened.store, opened.agent, clock, Attachable(sounds=False))
    with pytest.raises(NotTaken, match="sounds"):
        desk.add(case, Offer("a.mp3", b"ID3\3"))


def test_a_call_says_where_its_recording_is(desk, calls, repair):
    call = calls.save(repair()).call
    kept = desk.refer(call, " REC-2026-11-21-0042 ")
    assert (kept.media, kept.name, kept.record, kept.at) == (
        RECORDING,
        "REC-2026-11-21-0042",
        call.id,
        call.started_at,
    )
    assert desk.of(call.id) == [kept]
