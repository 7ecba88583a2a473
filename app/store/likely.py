"""Open cases found by what is said in them: the parts the desk makes of address and text, each leading to its
cases. Brought up to date at rest, by whoever asks: saving and syncing write nothing here."""

import json
from collections.abc import Collection, Mapping, Sequence

import sqlalchemy as sa

from app.records.ids import Id
from app.store.door import Door
from app.store.tables import OPEN_CASES

MOST = 20_000  # open cases that are looked at, the newest
_STEP = 20  # cases a write
_EACH = 200  # cases a part leads to, the newest: what is in more tells little
_OPEN = f"SELECT id FROM cases INDEXED BY ix_cases_open WHERE id >= ? AND {OPEN_CASES}"  # noqa: S608
_DROP = (
    "DELETE FROM likely_parts WHERE n = ?1 AND part IN"
    " (SELECT value FROM json_each((SELECT parts FROM likely WHERE n = ?1)))"
)
_IDS = "IN (SELECT value FROM json_each(?))"
_FOUND = (
    "SELECT (SELECT json_group_array(n) FROM"
    " (SELECT n FROM likely_parts WHERE part = asked.value ORDER BY n DESC LIMIT ?2))"
    " FROM json_each(?1) AS asked"
)


class Likely:
    """May be asked on any thread; ``due`` and ``keep`` are for a lane at rest."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def due(self, oldest: Id) -> list[Id]:
        """Return the open cases from the id *oldest* on that were not looked at yet, by time of making; what
        is open no more, or gone, is let go of."""
        with self._door.read() as connection:
            is_open = sorted(connection.exec_driver_sql(_OPEN, (oldest,)).scalars())[-MOST:]
            known = {case: n for n, case in connection.exec_driver_sql('SELECT n, "case" FROM likely')}
        gone = [known[case] for case in known.keys() - set(is_open)]
        for start in range(0, len(gone), _STEP):
            with self._door.write(background=True) as connection:
                drop(connection, gone[start : start + _STEP])
        return [Id(case) for case in is_open if case not in known]

    def keep(self, parts: Mapping[Id, Collection[str]]) -> None:
        """Note the *parts* of cases not known yet."""
        told = list(parts.items())
        for start in range(0, len(told), _STEP):
            with self._door.write(background=True) as connection:
                _keep(connection, told[start : start + _STEP])

    def find(self, parts: Collection[str], most: int) -> list[Id]:
        """Return the *most* cases that share most with *parts*; a part tells less the more cases have it."""
        weights: dict[int, float] = {}
        with self._door.read() as connection:
            for told in connection.exec_driver_sql(_FOUND, (json.dumps(list(parts)), _EACH)).scalars():
                found = json.loads(told)
                weight = 1.0 / (1 + len(found))
                for n in found:
                    weights[n] = weights.get(n, 0.0) + weight
            likeliest = sorted(weights, key=lambda n: (-weights[n], -n))[:most]
            query = f'SELECT n, "case" FROM likely WHERE n {_IDS}'  # noqa: S608 - words of our own
            cases = {n: case for n, case in connection.exec_driver_sql(query, (json.dumps(likeliest),))}
        return [Id(cases[n]) for n in likeliest if n in cases]


def forget(connection: sa.Connection, erased: str) -> None:
    """Leave nothing of these cases, nor of those these calls opened: ids as a JSON list."""
    query = (
        f'SELECT n FROM likely WHERE "case" {_IDS} OR "case" IN'  # noqa: S608 - words of our own
        f' (SELECT id FROM cases WHERE "call" {_IDS})'
    )
    drop(connection, connection.exec_driver_sql(query, (erased, erased)).scalars().all())


def drop(connection: sa.Connection, numbers: Sequence[int]) -> None:
    if numbers:
        each = [(n,) for n in numbers]
        connection.exec_driver_sql(_DROP, each)
        connection.exec_driver_sql("DELETE FROM likely WHERE n = ?", each)


def _keep(connection: sa.Connection, told: Sequence[tuple[Id, Collection[str]]]) -> None:
    for case, parts in told:
        listed = sorted(parts)
        row = connection.exec_driver_sql(
            'INSERT INTO likely ("case", parts) VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING n',
            (case, json.dumps(listed, ensure_ascii=False)),
        ).one_or_none()
        if row and listed:
            put = "INSERT OR IGNORE INTO likely_parts (part, n) VALUES (?, ?)"
            connection.exec_driver_sql(put, [(part, row.n) for part in listed])
