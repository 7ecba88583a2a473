"""Which days are worked in mainland China: the State Council's holidays and make-up days, year by year."""

from dataclasses import dataclass
from datetime import date
from functools import cache

import chinese_calendar


@dataclass(frozen=True, slots=True)
class Workdays:
    """``off``, ``on``: what a centre says of single days; ``years``: those it has told whole."""

    off: frozenset[date] = frozenset()
    on: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()

    def knows(self, year: int) -> bool:
        """Tell whether the holidays of *year* are announced, as far as this program has heard."""
        return year in self.years or _is_announced(year)

    def is_worked(self, day: date) -> bool:
        """Of a year that knows() does not, Mondays to Fridays: whoever asks says that it is not certain."""
        if day in self.off or day in self.on:
            return day in self.on
        if _is_announced(day.year):
            return bool(chinese_calendar.is_workday(day))
        return day.weekday() < 5


@cache
def _is_announced(year: int) -> bool:
    try:
        chinese_calendar.is_workday(date(year, 1, 1))
    except NotImplementedError:
        return False
    return True
