"""The time of day, given to whoever needs it."""

from datetime import UTC, datetime


def now() -> datetime:
    return datetime.now(UTC)
