"""The time of day, and a clock nobody can set; given to whoever needs them."""

import time
from datetime import UTC, datetime

# Where there is one that goes on while the computer sleeps: the plain one of Linux stands still.
_BOOT = getattr(time, "CLOCK_BOOTTIME", None)


def now() -> datetime:
    return datetime.now(UTC)


def tick() -> float:
    """Return seconds since some moment; only what lies between two of them means anything."""
    return time.monotonic() if _BOOT is None else time.clock_gettime(_BOOT)
