"""Whether the program's last run at this seat came to its end, or was ended (power, crash, kill)."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from app.desk.seat import DATABASE

_SIGNS = ("in-use", DATABASE, DATABASE + "-wal")  # what is written while somebody is at the seat


class Run:
    """A file lies in the seat's folder for as long as somebody is signed in, locked or not."""

    def __init__(self, folder: Path) -> None:
        """``ended_badly``: the last sign of life of a run that did not come to its end, or None."""
        self._mark = folder / _SIGNS[0]
        self.ended_badly = _newest(folder) if self._mark.exists() else None

    def goes_on(self) -> None:
        with suppress(OSError):  # a disk that takes no mark is no reason to keep anybody out
            self._mark.touch()

    def ends(self) -> None:
        with suppress(OSError):
            self._mark.unlink(missing_ok=True)


def _newest(folder: Path) -> datetime:
    found = (folder / name for name in _SIGNS)
    return datetime.fromtimestamp(max(file.stat().st_mtime for file in found if file.exists()), UTC)
