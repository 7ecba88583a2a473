"""When to try next. Pure: the roll of the dice (0 ≤ roll < 1) and the counts are given in. Seconds."""

import enum

_LONGEST = 60.0
_FIRST = 0.5


class Pace(enum.Enum):
    """How often to look for news, before jitter."""

    DISPATCH = 1.0
    ACTIVE = 2.0
    IDLE = 10.0


def retry_in(failures: int, roll: float) -> float:
    """Full jitter, U(0, min(60, 0.5·2^failures)): seats that fell off together come back apart."""
    return roll * min(_LONGEST, _FIRST * 2.0 ** min(failures, 10))


def poll_in(pace: Pace, roll: float) -> float:
    """The pace ± 50 %."""
    return pace.value * (0.5 + roll)
