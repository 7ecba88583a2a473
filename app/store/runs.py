"""The numbers a kind of record has, run by run: of seats' series, and of blocks of the centre's own run."""

from __future__ import annotations

import re
from array import array
from typing import NamedTuple

from app.records.ids import Block
from app.store import tables
from app.store.door import Door
from app.store.writer import meta_of

_NUMBER = re.compile(r"(.+)-(\d{1,15})-[0-9A-Z]")
_SERIES = "SELECT seat_code, last FROM series WHERE prefix = ?"
_BLOCKS = "SELECT run, lo, hi, next FROM blocks WHERE prefix = ? ORDER BY run, lo"


class Taken(NamedTuple):
    """What is known of a block of ours: its numbers below ``next`` are taken."""

    block: Block
    next: int


class Runs:
    """Read only; a walk through an index, for a lane."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def numbers(self, kind: str, prefix: str) -> dict[str, array[int]]:
        """Return the counts there are, in order, by what stands before them: ``PA03`` or ``P``. What is no
        number of this *prefix* is left out."""
        table = tables.KINDS[kind].table.name
        query = f'SELECT number FROM "{table}" WHERE number >= ? AND number < ? ORDER BY number'  # noqa: S608
        found: dict[str, array[int]] = {}
        with self._door.read() as connection:
            for (number,) in connection.exec_driver_sql(query, (prefix, prefix + "\U0010ffff")):
                if told := _NUMBER.fullmatch(number):
                    found.setdefault(told[1], array("q")).append(int(told[2]))
        return {run: array("q", sorted(counts)) for run, counts in found.items()}

    def own(self, prefix: str) -> dict[str, int]:
        """Return the last number taken here, of each series this seat has had."""
        with self._door.read() as connection:
            mine = connection.exec_driver_sql(_SERIES, (prefix,)).all()
            code = meta_of(connection).get("seat_code", "")
        return {f"{prefix}{code}": 0, **{f"{prefix}{seat}": last for seat, last in mine}}

    def blocks(self, prefix: str) -> list[tuple[str, Taken]]:
        """Return the blocks leased to this seat that it still knows of, by what stands before a number."""
        with self._door.read() as connection:
            found = connection.exec_driver_sql(_BLOCKS, (prefix,)).all()
        return [
            (f"{prefix}-{run}" if run else prefix, Taken(Block(prefix, run, lo, hi), next_))
            for run, lo, hi, next_ in found
        ]
