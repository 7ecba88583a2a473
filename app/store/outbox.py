"""What waits to leave for central, and what central refused."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import sqlalchemy as sa

from app.records.ids import Id
from app.records.ops import Op, Receipt, Verdict
from app.records.waiting import Waiting
from app.store.changes import Changes
from app.store.door import BATCH, Door
from app.store.rows import utc_text
from app.store.tables import outbox

_STATES = {
    Verdict.APPLIED: "acked",
    Verdict.MERGED: "acked",
    Verdict.CONFLICT: "conflict",
    Verdict.REJECTED: "rejected",
}
_NEEDS_A_PERSON = sa.and_(outbox.c.state.in_(("conflict", "rejected")), outbox.c.closed_at.is_(None))
# The plus keeps SQLite to the index of op: by state it would walk all that wait.
_SETTLE = (
    "UPDATE outbox SET state = ?, version = ?, result = ?, acked_at = ?,"
    " acked_epoch = (SELECT value FROM meta WHERE name = 'epoch')"
    " WHERE op IN (SELECT value FROM json_each(?)) AND +state = 'pending'"
)
_WAITING = (
    "SELECT op, n, kind, record, coalesce(void, body) FROM outbox"
    " WHERE state = 'pending' AND n > ? ORDER BY n LIMIT ?"
)


@dataclass(frozen=True, slots=True)
class Refused:
    """An op that lost a conflict in ``fields``, or that central could not take at all (``reason``)."""

    op: Id
    n: int
    kind: str
    record: Id
    verdict: Verdict
    fields: tuple[str, ...]
    reason: str
    at: datetime
    body: str


class Outbox:
    """Nothing is ever deleted here: central may lose what it has, and is then sent it again."""

    def __init__(self, door: Door, changes: Changes, now: Callable[[], datetime]) -> None:
        self._door, self._changes, self._now = door, changes, now

    def waiting(self, limit: int = BATCH, after: int = 0) -> list[Op]:
        """Return the next ops to send, in the order of n, those behind *after*."""
        with self._door.read() as connection:
            found = connection.exec_driver_sql(_WAITING, (after, limit)).all()
        return [Op(Id(op), n, kind, Id(record), body) for op, n, kind, record, body in found]

    def settle(self, receipts: Sequence[Receipt]) -> None:
        """Note what central said; the first answer to an op stands."""
        at = self._at()
        for start in range(0, len(receipts), BATCH):
            alike: dict[tuple[str, int | None, str], list[Id]] = {}  # nearly always all of them
            for r in receipts[start : start + BATCH]:
                alike.setdefault((_STATES[r.verdict], r.version, _result(r)), []).append(r.op)
            told = [(*answer, at, json.dumps(ops)) for answer, ops in alike.items()]
            with self._door.write(background=True) as connection:
                connection.exec_driver_sql(_SETTLE, told)
        if receipts:
            self._changes.publish(frozenset({"outbox"}))

    def void(self, op: Op, why: str, sqlstate: str) -> Op:
        """Return *op* as what is sent in its place: same id, same n, its patch kept, and why.

        The body as it was written stays beside it; from now on only the void is sent.
        """
        told = {**json.loads(op.body), "k": "void", "why": why, "sqlstate": sqlstate}
        voided = replace(op, body=json.dumps(told, ensure_ascii=False, separators=(",", ":")))
        with self._door.write(background=True) as connection:
            connection.execute(
                sa.update(outbox)
                .where(outbox.c.op == op.id)
                .values(void=voided.body, attempts=outbox.c.attempts + 1)
            )
        return voided

    def resend_after(self, n: int) -> None:
        """Let everything after *n* wait again: central has no more of this install than that."""
        with self._door.write(background=True) as connection:
            connection.execute(again_after(n))
        self._changes.publish(frozenset({"outbox"}))

    def last_n(self) -> int:
        with self._door.read() as connection:
            return connection.scalar(sa.select(sa.func.max(outbox.c.n))) or 0

    def state(self) -> Waiting:
        pending = outbox.c.state == "pending"
        query = sa.select(
            sa.select(sa.func.count()).where(pending).scalar_subquery(),
            sa.select(sa.func.count()).where(_NEEDS_A_PERSON).scalar_subquery(),
            sa.select(outbox.c.at).where(pending).order_by(outbox.c.n).limit(1).scalar_subquery(),
        )
        with self._door.read() as connection:
            count, attention, oldest = connection.execute(query).one()
        return Waiting(count, attention, datetime.fromisoformat(oldest) if oldest else None)

    def problems(self) -> list[Refused]:
        """Return what wants a person, the oldest first."""
        query = sa.select(outbox).where(_NEEDS_A_PERSON).order_by(outbox.c.n)
        with self._door.read() as connection:
            return [_refused(row) for row in connection.execute(query)]

    def close(self, op: Id) -> None:
        """Note that a person has seen to this refusal; op, body and answer stay."""
        with self._door.write() as connection:
            connection.execute(sa.update(outbox).where(outbox.c.op == op).values(closed_at=self._at()))
        self._changes.publish(frozenset({"outbox"}))

    def _at(self) -> str:
        return utc_text(self._now())


def again_after(n: int) -> sa.Update:
    return (
        sa.update(outbox)
        .where(outbox.c.n > n, outbox.c.state != "pending")
        .values(
            state="pending",
            version=None,
            result=None,
            acked_at=None,
            acked_epoch=None,
            closed_at=None,
            attempts=outbox.c.attempts + 1,
        )
    )


def _result(receipt: Receipt) -> str:
    told = {"verdict": receipt.verdict, "fields": list(receipt.fields), "reason": receipt.reason}
    return json.dumps(told, ensure_ascii=False)


def _refused(row: sa.Row[tuple[object, ...]]) -> Refused:
    told = json.loads(row.result)
    return Refused(
        Id(row.op), row.n, row.kind, Id(row.record), Verdict(told["verdict"]), tuple(told["fields"]),
        told["reason"], datetime.fromisoformat(row.at), row.body,
    )  # fmt: skip
