"""Whether what this computer calls the time can be believed."""

from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic

_JUMP = 120.0  # seconds
_VOUCHED = timedelta(hours=24)


class Clock:
    """The time of day, beside a clock that nobody can set: they part where somebody did."""

    def __init__(self, now: Callable[[], datetime], ticks: Callable[[], float] = monotonic) -> None:
        self.now, self._ticks = now, ticks
        self.vouch()

    def vouch(self) -> None:
        """Central has just told its time: how far this one is off is known from here on."""
        self._at, self._tick = self.now(), self._ticks()

    @property
    def has_jumped(self) -> bool:
        passed = (self.now() - self._at).total_seconds()
        return abs(passed - (self._ticks() - self._tick)) > _JUMP


def is_vouched(at: datetime, vouched: str, within: timedelta = _VOUCHED) -> bool:
    """Tell whether central vouched for this clock so near to *at*; *vouched*: when it last did, or ""."""
    return bool(vouched) and abs(at - datetime.fromisoformat(vouched)) <= within
