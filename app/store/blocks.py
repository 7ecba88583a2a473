"""Blocks of a centre's one run of numbers, leased from central ahead of need: days without it find some."""

from app.records.ids import Block
from app.store.door import Door
from app.store.writer import meta_of

_KEEP = "INSERT OR IGNORE INTO blocks (prefix, run, lo, hi, next) VALUES (?, ?, ?, ?, ?)"
_NEWEST = "SELECT prefix, run, lo, hi FROM blocks WHERE prefix = ? ORDER BY run DESC, lo DESC LIMIT 1"
_LEFT = "SELECT coalesce(sum(hi + 1 - next), 0) FROM blocks WHERE prefix = ?"
_PRUNE = "DELETE FROM blocks WHERE prefix = ? AND next > hi AND (run, lo) <> (?, ?)"


class Blocks:
    def __init__(self, door: Door) -> None:
        self._door = door

    def wanted(self) -> Block | None:
        """Return the newest block of the first run that has less left than another block and three tenths
        (an empty one where there was none yet), or None."""
        with self._door.read() as connection:
            for prefix in meta_of(connection).get("series", ""):
                row = connection.exec_driver_sql(_NEWEST, (prefix,)).one_or_none()
                newest = Block(*row) if row else Block(prefix, -1, 1, 0)
                left: int = connection.exec_driver_sql(_LEFT, (prefix,)).scalar_one()
                if left <= 1.3 * (newest.hi + 1 - newest.lo):
                    return newest
        return None

    def keep(self, block: Block) -> None:
        """Keep a block just leased; of those used up the newest one stays, to say how far we know."""
        with self._door.write(background=True) as connection:
            connection.exec_driver_sql(_KEEP, (*block, block.lo))
            connection.exec_driver_sql(_PRUNE, (block.prefix, block.run, block.lo))
