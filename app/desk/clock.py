"""The time of day, and a clock nobody can set; given to whoever needs them."""

import time
from datetime import UTC, datetime

# Python's own stands still on Linux and macOS while the computer sleeps; that of Windows goes on.
_AWAKE = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))


def now() -> datetime:
    return datetime.now(UTC)


def tick() -> float:
    """Return seconds since some moment, those asleep too; only what lies between two means anything."""
    return time.monotonic() if _AWAKE is None else time.clock_gettime(_AWAKE)
