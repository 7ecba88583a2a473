"""Forms not saved yet: they stay at the seat, and survive everything."""

import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from app.records.drafts import Draft
from app.records.ids import Id
from app.store import rows, tables
from app.store.door import Door
from app.store.tables import drafts


class Drafts:
    """Read only: drafts are written through Store.write(), so that a save can drop its draft."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def get(self, id: Id, agent: Id) -> Draft | None:
        """Return the one that is in this agent's hands."""
        return next(iter(self._read(sa.and_(drafts.c.id == id, drafts.c.agent == agent))), None)

    def of_agent(self, agent: Id) -> list[Draft]:
        """Return the agent's drafts, the oldest first."""
        return self._read(drafts.c.agent == agent)

    def of_others(self, agent: Id) -> list[Draft]:
        return self._read(drafts.c.agent != agent)

    def taken(self, draft: Draft) -> Draft | None:
        """Return the draft that *draft*, as it stands, went on in; none where it was typed on since."""
        of_it = (drafts.c.id == draft.id, drafts.c.base == rows.utc_text(draft.saved_at))
        return next(iter(self._read(sa.and_(*of_it, drafts.c.agent != draft.agent))), None)

    def all(self) -> list[Draft]:
        return self._read(sa.true())

    def _read(self, wanted: sa.ColumnElement[bool]) -> list[Draft]:
        query = sa.select(drafts).where(wanted).order_by(drafts.c.started_at, drafts.c.id)
        with self._door.read() as connection:
            return [draft_of(row) for row in connection.execute(query).mappings()]


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
