"""A seat that may see other things now: let go of the rest, and ask for all as in a first sync."""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from app.records.ids import Id
from app.store import tables
from app.store.changes import Changes
from app.store.door import BATCH, Door
from app.store.fill import Filling
from app.store.phones import keep_phones
from app.store.writer import meta_of

_PAGE = 'SELECT id FROM "{table}" WHERE id > ? ORDER BY id LIMIT ?'
# What is still to leave, or to be corrected, stays with its record.
_LOOSE = """
    SELECT id FROM "{table}" WHERE id IN (SELECT value FROM json_each(?)) AND NOT EXISTS (
        SELECT 1 FROM outbox WHERE outbox.record = "{table}".id
        AND (+state = 'pending' OR (+state = 'rejected' AND closed_at IS NULL)))
"""


class Scopes:
    def __init__(self, door: Door, changes: Changes, now: Callable[[], datetime]) -> None:
        self._door, self._changes, self._now = door, changes, now

    def have_changed(self) -> bool:
        """Tell whether central has said other scopes than those this file was made by."""
        with self._door.read() as connection:
            meta = meta_of(connection)
        return meta.get("scopes") != meta.get("scopes_kept")

    def pages(self) -> Iterator[tuple[str, list[Id]]]:
        """Yield, kind by kind, what is here, 200 ids at a time."""
        for name, kind in tables.KINDS.items():
            page, last = _PAGE.format(table=kind.table.name), ""
            while ids := self._ids(page, last):
                yield name, ids
                last = ids[-1]

    def drop(self, kind: str, ids: Sequence[Id]) -> None:
        """Let go of records; central has them all."""
        with self._door.write(background=True) as connection:
            table, told = tables.KINDS[kind].table.name, (json.dumps(ids),)
            loose = connection.exec_driver_sql(_LOOSE.format(table=table), told).scalars().all()
            if loose and kind == tables.CUSTOMERS.name:
                keep_phones(connection, [(id, ()) for id in loose])
            drop = f'DELETE FROM "{table}" WHERE id IN (SELECT value FROM json_each(?))'  # noqa: S608
            connection.exec_driver_sql(drop, (json.dumps(loose),))
            skipped = "DELETE FROM inbox_skipped WHERE record IN (SELECT value FROM json_each(?))"
            connection.exec_driver_sql(skipped, told)
        self._changes.publish(frozenset({kind}))

    def settle(self) -> None:
        """Note that nothing is left of the scopes lost; what those gained hold is asked for from now on."""
        with self._door.write(background=True) as connection:
            told = [("scopes_kept", meta_of(connection)["scopes"]), ("fill", Filling.begun(self._now()).text)]
            connection.exec_driver_sql(tables.PUT_META, told)

    def _ids(self, page: str, after: str) -> list[Id]:
        with self._door.read() as connection:
            return [Id(id) for id in connection.exec_driver_sql(page, (after, BATCH)).scalars()]
