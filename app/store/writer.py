"""One transaction's writing: each changed record with its op, numbers, drafts, settings."""

import json
import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from app.records import ids, ops
from app.records.accounts import Session
from app.records.drafts import Draft
from app.records.ids import Id
from app.records.kinds import Record
from app.records.prints import PrintJob
from app.store import drafts, prints, rows, tables
from app.store.clock import is_vouched
from app.store.phones import keep_phones


class Writer:
    """Good only inside the ``with store.write()`` that gave it; ``touched`` is what to tell of."""

    def __init__(
        self, connection: sa.Connection, session: Session, now: datetime, *, has_jumped: bool = False
    ) -> None:
        self._connection = connection
        self._session = session
        self._now, self._has_jumped = now, has_jumped
        self._at, self._stored_at = now.isoformat(), rows.utc_text(now)
        self._n = 0
        self._decides = ""
        self._meta: dict[str, str] = {}
        self.touched: set[str] = set()

    @property
    def now(self) -> datetime:
        """When this transaction began."""
        return self._now

    def decide(self, conflict: Id, record: Record) -> None:
        """Put *record* as a person wants it who decided *conflict*: central takes what it would keep back."""
        self._decides = conflict
        self.put(record)
        self._decides = ""

    def put(self, record: Record) -> None:
        """Keep *record* and queue what changed in it for central; unchanged, nothing happens."""
        kind = tables.KINDS[record.kind]
        body = rows.body_of(kind.shape, record)
        stored = self._connection.exec_driver_sql(kind.read, (record.id,)).mappings().one_or_none()
        old = rows.body_of_row(kind.shape, stored) if stored else {}
        patch = rows.changed(old, body)
        if stored and not patch:
            return
        if stored and stored["version"]:
            self._connection.exec_driver_sql(kind.keep, (rows.text_of(old), record.id))
        row = rows.row_of(kind.shape, record.id, body)
        self._connection.exec_driver_sql(kind.put, row)
        if kind is tables.CUSTOMERS and "phones" in patch:
            keep_phones(self._connection, [(record.id, body["phones"])])
        if op := self._op(kind.name, record.id, stored["version"] if stored else 0, patch):
            self._connection.exec_driver_sql(tables.PUT_OP, op)
            self.touched.add("outbox")
        self.touched.add(kind.name)

    def _op(self, kind: str, record: Id, base: int, patch: rows.Body) -> tuple[Any, ...]:
        """Return the row of the op that tells central of *patch*; () where central is told nothing."""
        if unsent := tables.UNSENT.get(kind):
            patch = {name: value for name, value in patch.items() if name not in unsent}
        if kind in tables.PULL_ONLY or not patch:
            return ()
        n, op = self._next_n(), ids.new_id()
        body = ops.op_body(
            id=op,
            n=n,
            kind=kind,
            record=record,
            base=base,
            epoch=self._known("epoch"),
            session=self._session.id,
            at=self._at,
            clock_offset_ms=int(self._known("clock_offset_ms") or 0),
            salt=secrets.token_hex(16),
            patch=patch,
            decides=self._decides,
            is_doubtful=self._has_jumped or not is_vouched(self._now, self._known("clock_at")),
        )
        return n, op, kind, record, body, self._stored_at

    def number(self, prefix: str) -> str:
        """Take the next number, of the centre's run where blocks of it are leased and one is left, else of
        the seat's own series; a rolled back transaction gives it back."""
        if prefix in self._known("series"):
            taken = self._connection.exec_driver_sql(tables.NEXT_IN_BLOCK, (prefix,)).one_or_none()
            if taken:
                return ids.number_in_run(prefix, *taken)
        return ids.number(prefix, self._known("seat_code"), self._next_in_series(prefix))

    def _next_in_series(self, prefix: str) -> int:
        code = self._known("seat_code")
        count: int = self._connection.exec_driver_sql(tables.NEXT_IN_SERIES, (prefix, code)).scalar_one()
        return count

    def save_draft(self, draft: Draft) -> None:
        self._connection.exec_driver_sql(tables.PUT_DRAFT, drafts.row_of(draft))
        self.touched.add("draft")

    def drop_draft(self, draft: Id) -> None:
        """Drop the one of whoever is signed in."""
        query = "DELETE FROM drafts WHERE id = ? AND agent = ?"
        self._connection.exec_driver_sql(query, (draft, self._session.agent))
        self.touched.add("draft")

    def discard_draft(self, draft: Id, at: datetime) -> None:
        """Throw away the one of whoever is signed in, for wipe_drafts() to delete."""
        query = "UPDATE drafts SET discarded_at = ? WHERE id = ? AND agent = ?"
        self._connection.exec_driver_sql(query, (rows.utc_text(at), draft, self._session.agent))
        self.touched.add("draft")

    def wipe_drafts(self, until: datetime) -> None:
        """Delete whatever anybody threw away *until* then."""
        query = "DELETE FROM drafts WHERE discarded_at <= ?"
        if self._connection.exec_driver_sql(query, (rows.utc_text(until),)).rowcount:
            self.touched.add("draft")

    def finish_draft(self, draft: Id) -> None:
        """Drop the one of whoever is signed in, for it is saved; and what it was taken over from."""
        told = {"id": draft, "agent": self._session.agent}
        self._connection.execute(sa.text(tables.FINISH_DRAFT), told)
        self.touched.add("draft")

    def put_job(self, job: PrintJob) -> None:
        """Keep a piece of printing as it stands now."""
        self._connection.exec_driver_sql(tables.PUT_PRINT_JOB, prints.row_of(job))
        self.touched.add("print_job")

    def turn_batch(self, batch: Id, state: str, reason: str) -> None:
        """Have those of the batch that still wait stand so."""
        told = (state, reason, self._stored_at, batch)
        if self._connection.exec_driver_sql(tables.TURN_BATCH, told).rowcount:
            self.touched.add("print_job")

    def wipe_jobs(self, until: datetime) -> None:
        """Forget what was over by *until*."""
        if self._connection.exec_driver_sql(tables.WIPE_JOBS, (rows.utc_text(until),)).rowcount:
            self.touched.add("print_job")

    def set(self, name: str, value: Any) -> None:
        """Keep a setting of this seat: any JSON value."""
        self._connection.exec_driver_sql(tables.PUT_SETTING, (name, json.dumps(value, ensure_ascii=False)))
        self.touched.add("setting")

    def _next_n(self) -> int:
        # The file is locked for us: nobody else can take the same n.
        if not self._n:
            last = self._connection.exec_driver_sql("SELECT max(n) FROM outbox").scalar()
            self._n = max(last or 0, int(self._known("sent_n") or 0))
        self._n += 1
        return self._n

    def _known(self, name: str) -> str:
        if not self._meta:
            self._meta = meta_of(self._connection)
        return self._meta.get(name, "")


def meta_of(connection: sa.Connection) -> dict[str, str]:
    found: Mapping[str, str] = {
        row[0]: row[1] for row in connection.exec_driver_sql("SELECT name, value FROM meta")
    }
    return dict(found)
