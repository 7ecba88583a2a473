"""The print queue of the seat: it survives a restart and a lock, and stays here."""

from typing import Any

from app.records.ids import Id
from app.records.prints import OPEN, PrintJob
from app.store import rows, tables
from app.store.door import Door

_OPEN = ", ".join(f"'{state}'" for state in OPEN)


class Prints:
    """Read only: jobs are written through Store.write()."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def get(self, id: Id) -> PrintJob | None:
        return next(iter(self._read("WHERE id = ?", id)), None)

    def newest(self, limit: int) -> list[PrintJob]:
        """Return the open ones, then the others, each the newest first."""
        return self._read(f"ORDER BY state IN ({_OPEN}) DESC, id DESC LIMIT ?", limit)

    def standing(self, *states: str) -> list[PrintJob]:
        """Return those that stand so, the oldest first."""
        return self._read(f"WHERE state IN ({', '.join('?' * len(states))}) ORDER BY id", *states)

    def first(self, state: str) -> PrintJob | None:
        """Return the oldest one; those of a batch come after those that were asked for by themselves."""
        return next(iter(self._read("WHERE state = ? ORDER BY batch IS NOT NULL, id LIMIT 1", state)), None)

    def of_order(self, order: Id) -> PrintJob | None:
        """Return the last one of the order."""
        return next(iter(self._read('WHERE "order" = ? ORDER BY id DESC LIMIT 1', order)), None)

    def tally(self, batch: Id) -> dict[str, int]:
        """Return how many of the batch stand how."""
        query = "SELECT state, count(*) FROM print_jobs WHERE batch = ? GROUP BY state"
        with self._door.read() as connection:
            return {row[0]: row[1] for row in connection.exec_driver_sql(query, (batch,))}

    def _read(self, rest: str, *told: Any) -> list[PrintJob]:
        query = f"SELECT * FROM print_jobs {rest}"  # noqa: S608 - words of our own
        with self._door.read() as connection:
            return [_job(row) for row in connection.exec_driver_sql(query, told).mappings()]


def row_of(job: PrintJob) -> tuple[Any, ...]:
    return rows.row_of(tables.PRINT_JOB, job.id, rows.body_of(tables.PRINT_JOB, job))


def _job(row: Any) -> PrintJob:
    job: PrintJob = rows.record_of(tables.PRINT_JOB, row["id"], rows.body_of_row(tables.PRINT_JOB, row))
    return job
