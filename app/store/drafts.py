"""Forms not saved yet: they stay at the seat, and survive everything."""

import json
from collections.abc import Sequence
from typing import Any

from app.records.drafts import Draft
from app.records.ids import Id
from app.store import rows, tables
from app.store.door import Door


class Drafts:
    """Read only: drafts are written through Store.write(), so that a save can drop its draft. What was thrown
    away is nobody's draft any more, and seen by ``discarded`` alone."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def get(self, id: Id, agent: Id) -> Draft | None:
        """Return the one that is in this agent's hands."""
        return next(iter(self._read("id = ? AND agent = ?", id, agent)), None)

    def of_agent(self, agent: Id) -> list[Draft]:
        """Return the agent's drafts of calls, the oldest first."""
        return self._read("agent = ? AND form != ''", agent)

    def of_others(self, agent: Id) -> list[Draft]:
        return self._read("agent != ? AND form != ''", agent)

    def left_by_others(self, agent: Id) -> list[Draft]:
        """As of_others(), but for what went on in another's hands."""
        went_on = "SELECT 1 FROM drafts d WHERE d.id = drafts.id AND d.base = drafts.saved_at"
        other = f"NOT EXISTS ({went_on} AND d.agent != drafts.agent AND d.discarded_at IS NULL)"
        return self._read(f"agent != ? AND form != '' AND {other}", agent)

    def taken(self, draft: Draft) -> Draft | None:
        """Return the draft that *draft*, as it stands, went on in; none where it was typed on since."""
        told = (draft.id, rows.utc_text(draft.saved_at), draft.agent)
        return next(iter(self._read("id = ? AND base = ? AND agent != ?", *told)), None)

    def discarded(self, agent: Id) -> list[Draft]:
        """Return what the agent threw away, the last first."""
        found = self._read("agent = ?", agent, gone="NOT NULL")
        return sorted(found, key=lambda draft: draft.discarded_at or draft.saved_at, reverse=True)

    def all(self) -> list[Draft]:
        return self._read("1")

    def _read(self, where: str, *told: str, gone: str = "NULL") -> list[Draft]:
        # A text: an unlock waits for it, and a statement would be compiled anew after each.
        where = f"{where} AND discarded_at IS {gone}"
        query = f"SELECT * FROM drafts WHERE {where} ORDER BY started_at, id"  # noqa: S608 - words of our own
        with self._door.read() as connection:
            return [draft_of(row) for row in connection.exec_driver_sql(query, told).mappings()]


def row_of(draft: Draft) -> tuple[Any, ...]:
    body = rows.body_of(tables.DRAFT, draft)
    # Raw input goes in as it is, empty fields too: nothing is checked or dropped here.
    answers = rows.text_of(rows.storable(draft.answers))
    row = dict(zip(tables.DRAFT.columns, rows.row_of(tables.DRAFT, draft.id, body), strict=True))
    return tuple({**row, "answers": answers}.values())


def draft_of_values(values: Sequence[Any]) -> Draft:
    """Return the draft row_of() made *values* of; that of an older program had fewer."""
    told = zip(tables.DRAFT.columns, values, strict=False)
    return draft_of(dict.fromkeys(tables.DRAFT.columns) | dict(told))


def draft_of(row: Any) -> Draft:
    body = {**rows.body_of_row(tables.DRAFT, {**row, "answers": "{}"})}
    draft: Draft = rows.record_of(tables.DRAFT, row["id"], body)
    draft.answers.update(json.loads(row["answers"]))
    return draft
