"""What a telephone system says from outside: read as it is meant, or refused by name."""

from datetime import UTC, datetime

import pytest

from app.forms.telephony import RingRefused, told_of
from app.records.rings import Event, Told

NOW = datetime(2026, 11, 21, 1, 31, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("number", "stored"),
    [
        ("13800001234", "+8613800001234"),
        (" 138 0000 1234 ", "+8613800001234"),
        ("sip:+8613800001234@10.0.0.1", "+8613800001234"),
        ("tel:0571-8888-6666", "+8657188886666"),
        ("0571-88886666-8001", "+8657188886666;ext=8001"),
        ("8001", "8001"),
        ("Anonymous", ""),
        ("", ""),
    ],
)
def test_a_number_is_stored_as_everywhere_and_one_that_was_withheld_is_none(number, stored):
    told = told_of({"number": number}, NOW)
    assert (told.number, told.event, told.at) == (stored, Event.RING, NOW)
    assert Told.of_texts(told.texts()) == told


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"number": "138-0000-123"}, "number"),
        ({"number": "王小明"}, "number"),
        ({"number": "😀" * 11}, "number"),
        ({"number": "1" * 10_000}, "number"),
        ({"number": "138\x0000001234"}, "number"),
        ({"number": "'; DROP TABLE rings; --"}, "number"),
        ({"number": "<b>13800001234</b>"}, "number"),
        ({"line": "2\x00"}, "line"),
        ({"line": "x" * 33}, "line"),
        ({"ref": "r" * 129}, "ref"),
        ({"ref": "a\nb"}, "ref"),
        ({"event": "hangup"}, "event"),
        ({"at": "yesterday"}, "at"),
        ({"at": "2026-11-21T01:37:00+00:00"}, "at"),
        ({"at": "2026-09-01T10:31:05+00:00"}, "at"),
        ({"at": "9999-12-31T23:59:59-12:00"}, "at"),
        ({"at": "0001-01-01T00:00:00"}, "at"),
    ],
)
def test_what_makes_no_sense_is_refused_by_name(said, code):
    with pytest.raises(RingRefused, match=f"^{code}$"):
        told_of({"number": "13800001234", **said}, NOW)


def test_a_time_without_a_zone_is_local():
    local = NOW.astimezone().replace(tzinfo=None, microsecond=0).isoformat()
    assert told_of({"number": "110", "at": local}, NOW).at == NOW
