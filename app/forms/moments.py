"""Clock strings of other people's systems: read as moments where they can mean one only."""

import re
import unicodedata
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

YEARS = range(1970, 2200)

# Year first, as the far east and ISO write it; three digits are a year of the Republic (民國).
_YEAR_FIRST = re.compile(
    r"(?:民[国國])?(\d{3,4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[T ]*"
    r"(上午|下午|[ap]m)? *"
    r"(?:(\d{1,2})(?:[:时時]|[点點])(?:(\d{1,2})分?(?::?(\d{1,2})(?:\.\d+)?秒?)?)?)? *([ap]m)?",
    re.IGNORECASE,
)
_REPUBLIC = 1911
_SERIAL = re.compile(r"[2-7]\d{4}(?:\.\d+)?")  # days of a spreadsheet: 1954 to 2119
_SERIAL_FROM = datetime(1899, 12, 30)
_STAMP = re.compile(r"1\d{9}(?:\d{3})?")  # seconds or milliseconds since 1970
_AFTERNOON, _MORNING = ("下午", "pm"), ("上午", "am")


class Moments:
    """Reads by *formats* (strptime) first, then ISO 8601 and what else is year first; times that name
    no zone are of *zone*, where that is empty of the seat."""

    def __init__(self, formats: tuple[str, ...] = (), zone: str = "") -> None:
        self._formats = formats
        self._zone: tzinfo | None = ZoneInfo(zone) if zone else None

    def read(self, text: str) -> datetime | None:
        """Return the moment in UTC; None for what is no time, or none between 1970 and 2199."""
        plain = text.strip()
        if not plain.isascii():
            plain = unicodedata.normalize("NFKC", plain)
        try:
            at = self._by_format(plain) or _iso(plain) or _year_first(plain) or _number(plain)
            if at is None or at.year not in YEARS:
                return None
            if at.tzinfo is None and self._zone is not None:
                at = at.replace(tzinfo=self._zone)
            return at.astimezone(UTC)
        except (ValueError, OverflowError, OSError):
            return None

    def _by_format(self, text: str) -> datetime | None:
        for each in self._formats:
            try:
                return datetime.strptime(text, each)
            except ValueError:
                continue
        return None


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if len(text) > 8 else None
    except ValueError:
        return None


def _year_first(text: str) -> datetime | None:
    found = _YEAR_FIRST.fullmatch(text)
    if found is None:
        return None
    year, month, day, before, hour, minute, second, after = found.groups()
    half, hours = (before or after or "").lower(), int(hour or 0)
    if half in _AFTERNOON and hours < 12:
        hours += 12
    elif half in _MORNING and hours == 12:
        hours = 0
    years = int(year) + (_REPUBLIC if len(year) == 3 else 0)
    return datetime(years, int(month), int(day), hours, int(minute or 0), int(second or 0))


def _number(text: str) -> datetime | None:
    if _SERIAL.fullmatch(text):
        at = _SERIAL_FROM + timedelta(days=float(text))
        return (at + timedelta(microseconds=500_000)).replace(microsecond=0)
    if _STAMP.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC)
    if len(text) == 8 and text.isdecimal():
        return datetime.strptime(text, "%Y%m%d")
    return None
