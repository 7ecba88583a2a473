"""Calls found by what is said in them: an index of the words and the pairs of signs the desk tells of each.
Brought up to date at rest; saving and syncing only note which calls are due, and that by triggers."""

import re
import unicodedata
from collections.abc import Callable

import sqlalchemy as sa

from app.records.calls import Call
from app.store import rows
from app.store.door import Door
from app.store.tables import CALLS

_STEP = 20  # calls a write
_PAGES = 200  # of the index, a write, while what was deleted is cleared out of it
_LONGEST = 20  # signs of a word: longer ones are no words
_RUN = re.compile("[\u3400-\u9fff\U00020000-\U000323af]+|[^\\W_\u3400-\u9fff\U00020000-\U000323af]+")
_IDS = "IN (SELECT value FROM json_each(?))"
_COLUMNS = ", ".join(f'calls."{column}"' for column in CALLS.shape.columns)
_DUE = (
    f"SELECT {_COLUMNS}, said_due.n FROM said_due"  # noqa: S608 - names of our own
    " CROSS JOIN calls ON calls.rowid = said_due.n ORDER BY said_due.n DESC LIMIT ?"
)
_FOUND = (
    "SELECT calls.id FROM"
    " (SELECT rowid AS n FROM said WHERE said MATCH ? ORDER BY rowid DESC LIMIT ?) AS found"
    " CROSS JOIN calls ON calls.rowid = found.n"
)


class Said:
    """May be asked on any thread; ``learn`` is for a lane at rest."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def learn(self, told: Callable[[Call], str]) -> bool:
        """Note of a few calls, the newest, what *told* says of them; True where more of them are due."""
        with self._door.read() as connection:
            if connection.exec_driver_sql("SELECT 1 FROM said_due LIMIT 1").first() is None:
                return False
        # Read where it is written: what is changed meanwhile stays due.
        with self._door.write(background=True) as connection:
            due = connection.exec_driver_sql(_DUE, (_STEP,)).all()
            for row in due:
                call = rows.record_of_row(CALLS.shape, row)
                _note(connection, row[-1], " ".join(sorted(parts(told(call)))))
        return len(due) == _STEP

    def settle(self) -> None:
        """Clear what was deleted out of the index: FTS5 leaves it there until its pieces are put together."""
        pages = -_PAGES
        while True:
            with self._door.write(background=True) as connection:
                before = connection.exec_driver_sql("SELECT total_changes()").scalar() or 0
                connection.exec_driver_sql("INSERT INTO said (said, rank) VALUES ('merge', ?)", (pages,))
                after = connection.exec_driver_sql("SELECT total_changes()").scalar() or 0
            if after - before < 2:  # as its documentation has it
                return
            pages = _PAGES


def _note(connection: sa.Connection, n: int, said: str) -> None:
    connection.exec_driver_sql("DELETE FROM said WHERE rowid = ?", (n,))
    if said:
        connection.exec_driver_sql("INSERT INTO said (rowid, parts) VALUES (?, ?)", (n, said))
    connection.exec_driver_sql("DELETE FROM said_due WHERE n = ?", (n,))


def forget(connection: sa.Connection, erased: str) -> None:
    """Leave nothing of these calls: ids as a JSON list. settle() is wanted behind it."""
    query = f"DELETE FROM said WHERE rowid IN (SELECT rowid FROM calls WHERE id {_IDS})"  # noqa: S608
    connection.exec_driver_sql(query, (erased,))


def find(connection: sa.Connection, text: str, most: int) -> list[str]:
    """Return the newest calls in which all of *text* is said, at most so many; a single sign finds none."""
    wanted = " AND ".join(_quoted(part) for part in sorted(parts(text)))
    if not wanted:
        return []
    return list(connection.exec_driver_sql(_FOUND, (wanted, most)).scalars())


def _quoted(part: str) -> str:
    # The end of a word may still be typed; a pair is whole, and so is a number.
    return f'"{part}"*' if part.isascii() and part.isalpha() else f'"{part}"'


def parts(text: str) -> set[str]:
    """Return the words of two signs and more, and of Chinese the pairs."""
    found = set[str]()
    for run in _RUN.findall(unicodedata.normalize("NFKC", text).casefold()):
        if "\u3400" <= run[0] <= "\u9fff" or run[0] >= "\U00020000":
            found.update(run[at : at + 2] for at in range(len(run) - 1))
        elif 2 <= len(run) <= _LONGEST:
            found.add(run)
    return found
