"""What a telephone system says of a call, as texts from outside: read, and refused where it says nothing."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from app.forms import phone
from app.records.ids import new_id
from app.records.rings import Event, Told

_LONGEST = {"number": 64, "line": 32, "ref": 128, "at": 40, "event": 16}
_WITHHELD = frozenset({"", "anonymous", "unknown", "unavailable", "withheld", "restricted", "private"})
_URI = re.compile(r"(?:sips?|tel):([^@;?]*)", re.IGNORECASE)
_AHEAD, _OLD = timedelta(minutes=5), timedelta(days=31)  # of the clock here


class RingRefused(Exception):
    """``code``: number, line, ref, at, event; unknown (no such contact), order (what was told before says
    otherwise)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def told_of(said: Mapping[str, str], now: datetime) -> Told:
    """Return the one word *said* holds under event, number, line, ref and at (ISO 8601, without a zone local
    time, "" is *now*); raises RingRefused."""
    for name, longest in _LONGEST.items():
        text = said.get(name, "")
        if len(text) > longest or not text.isprintable():
            raise RingRefused(name)
    event = said.get("event") or Event.RING.value
    if event not in tuple(Event):
        raise RingRefused("event")
    number, at = _number(said.get("number", "")), _at(said.get("at", ""), now)
    return Told(new_id(), Event(event), at, number, said.get("line", "").strip(), said.get("ref", "").strip())


def _number(text: str) -> str:
    """Return the number as it is stored, "" where it was withheld; tel: and sip: go."""
    plain = text.strip()
    if uri := _URI.match(plain):
        plain = uri[1]
    if plain.lower() in _WITHHELD:
        return ""
    if not phone.is_possible(plain):
        raise RingRefused("number")
    return phone.normalise(plain)


def _at(text: str, now: datetime) -> datetime:
    try:
        at = datetime.fromisoformat(text.strip()).astimezone() if text.strip() else now
    except (ValueError, OverflowError, OSError):
        raise RingRefused("at") from None
    if not now - _OLD <= at <= now + _AHEAD:
        raise RingRefused("at")
    return at
