"""What the centre has behind it, for who learns from it."""

from app.store.door import Door

_LOOKED_AT = 20_000  # of the newest cases: a walk with an end, whatever the seat holds

_CLOSED = (
    "SELECT calls.form, json_extract(calls.answers, '$.category'), json_extract(calls.answers, '$.request')"
    " FROM (SELECT call, state FROM cases ORDER BY id DESC LIMIT ?) AS late"
    " CROSS JOIN calls ON calls.id = late.call WHERE late.state = 'closed' LIMIT ?"
)


class Past:
    """Read only."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def matters(self, most: int) -> list[tuple[str, str, str]]:
        """Return form, category and words of the calls whose case is closed, at most so many, the newest
        first; those without a category or words are left out."""
        with self._door.read() as connection:
            found = connection.exec_driver_sql(_CLOSED, (_LOOKED_AT, most))
            return [tuple(row) for row in found if all(isinstance(part, str) and part for part in row)]
