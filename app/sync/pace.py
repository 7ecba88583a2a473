"""When to try next. Pure: the roll of the dice (0 ≤ roll < 1) and the counts are given in. Seconds."""

import enum

_LONGEST = 60.0
_FIRST = 0.5
_SPREAD = 10.0  # all seats of a centre fall off together, and must not come back together
_ACTIVE, _IDLE = 60.0, 600.0


class Pace(enum.Enum):
    """How often to look for news, before jitter."""

    ACTIVE = 2.0
    IDLE = 10.0
    ASLEEP = 15.0  # a seat that was silent for 45 s is lost


def pace_after(still: float) -> Pace:
    """Return the pace of a seat where nobody has done anything for so long."""
    if still < _ACTIVE:
        return Pace.ACTIVE
    return Pace.IDLE if still < _IDLE else Pace.ASLEEP


def retry_in(failures: int, roll: float) -> float:
    """Full jitter, U(0, min(60, 0.5·2^failures)), but for the first within 10 s: seats that fell off
    together come back apart."""
    if failures <= 1:
        return roll * _SPREAD
    return roll * min(_LONGEST, _FIRST * 2.0 ** min(failures, 10))


def poll_in(pace: Pace, roll: float) -> float:
    """The pace ± 50 %."""
    return pace.value * (0.5 + roll)
