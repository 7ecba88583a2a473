"""What waits to leave for central, and what central refused."""

import json
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from app.records.accounts import Session
from app.records.ids import Id
from app.records.kinds import Record
from app.records.ops import Op, Receipt, Verdict
from app.records.refused import Refused
from app.records.waiting import Waiting
from app.store import chain, inbox, rows, tables
from app.store.changes import Changes
from app.store.door import BATCH, Door
from app.store.erasure import LATE
from app.store.fill import Filling
from app.store.rows import utc_text
from app.store.tables import outbox
from app.store.writer import Writer, meta_of

_STATES = {
    Verdict.APPLIED: "acked",
    Verdict.MERGED: "acked",
    Verdict.CONFLICT: "conflict",
    Verdict.REJECTED: "rejected",
}
# A conflict wants a person as a record of its own: the op only until that has come. Its fields are looked
# for in the text of the answer, which takes a third of what reading it as JSON does.
_NEEDS_A_PERSON = """
    state IN ('conflict', 'rejected') AND closed_at IS NULL AND NOT (state = 'conflict' AND EXISTS (
        SELECT 1 FROM conflicts WHERE conflicts.record = outbox.record AND conflicts.of = outbox.kind
        AND instr(outbox.result, '"' || conflicts.field || '"')))
"""
# Whose value it was, or who has the matter in hand.
_CONCERNS = """(lost_by = :agent OR kept_by = :agent OR :agent IS CASE of
    WHEN 'call' THEN (SELECT handler FROM calls WHERE id = conflicts.record)
    WHEN 'case' THEN (SELECT handler FROM cases WHERE id = conflicts.record)
    WHEN 'order' THEN (SELECT handler FROM cases WHERE id = (
        SELECT "case" FROM orders WHERE id = conflicts.record)) END)"""
_CONCERNING = f"SELECT count(*) FROM conflicts WHERE decision IS NULL AND {_CONCERNS}"  # noqa: S608
_SOONEST = f"""
    SELECT id FROM conflicts WHERE decision IS NULL AND {_CONCERNS} = :mine ORDER BY found_at, id LIMIT :limit
"""  # noqa: S608 - words of our own
_STATE = f"""
    SELECT (SELECT count(*) FROM outbox WHERE state = 'pending'),
        (SELECT count(*) FROM outbox WHERE {_NEEDS_A_PERSON}) + ({_CONCERNING}),
        (SELECT "at" FROM outbox WHERE state = 'pending' ORDER BY n LIMIT 1),
        (SELECT acked_at FROM outbox WHERE state = 'acked' ORDER BY n DESC LIMIT 1),
        (SELECT value FROM meta WHERE name = 'fill'),
        (SELECT value FROM meta WHERE name = 'clock_offset_ms')
"""  # noqa: S608 - words of our own
# From the op that opened the session to the one that opened the next; signing in at central is no op.
_OF_SESSION = """
    SELECT kind, record FROM outbox
    WHERE n > (SELECT n FROM outbox WHERE record = :session AND kind = 'session' ORDER BY n LIMIT 1)
        AND n < coalesce((SELECT n FROM outbox WHERE kind = 'session' AND record <> :session
            AND n > (SELECT n FROM outbox WHERE record = :session AND kind = 'session' ORDER BY n LIMIT 1)
            ORDER BY n LIMIT 1), 9e18)
        AND kind <> 'session' AND instr(body, :named)
    ORDER BY n
"""
_PROBLEMS = f"SELECT * FROM outbox WHERE {_NEEDS_A_PERSON}"  # noqa: S608 - words of our own
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

_HALF_A_SIGN = re.compile("[\ud800-\udfff]")  # a surrogate alone: no file and no wire takes it as it is


class Outbox:
    """Nothing is ever deleted here: central may lose what it has, and is then sent it again. Of an op about
    an erased person stays what may (``erasure``)."""

    def __init__(self, door: Door, changes: Changes, now: Callable[[], datetime]) -> None:
        self._door, self._changes, self._now = door, changes, now

    def waiting(self, limit: int = BATCH, after: int = 0) -> list[Op]:
        """Return the next ops to send, in the order of n, those behind *after*."""
        with self._door.read() as connection:
            found = connection.exec_driver_sql(_WAITING, (after, limit)).all()
        return [Op(Id(op), n, kind, Id(record), body) for op, n, kind, record, body in found]

    def settle(self, receipts: Sequence[Receipt]) -> None:
        """Note what central said; the first answer to an op stands. What it refused stands in no record."""
        at, touched = self._at(), {"outbox"}
        for start in range(0, len(receipts), BATCH):
            some = receipts[start : start + BATCH]
            alike: dict[tuple[str, int | None, str], list[Id]] = {}  # nearly always all of them
            for r in some:
                alike.setdefault((_STATES[r.verdict], r.version, _result(r)), []).append(r.op)
            told = [(*answer, at, json.dumps(ops)) for answer, ops in alike.items()]
            with self._door.write(background=True) as connection:
                connection.exec_driver_sql(_SETTLE, told)
                if refused := [r.op for r in some if r.verdict is Verdict.REJECTED]:
                    touched |= {image.kind for image in inbox.let_go(connection, refused)}
                chain.extend(connection, meta_of(connection))
                if any(r.reason == LATE for r in some):  # to be blotted out here
                    connection.exec_driver_sql("UPDATE erasures SET told = ''")
        if receipts:
            self._changes.publish(frozenset(touched))

    def void(self, op: Op, why: str, sqlstate: str) -> Op:
        """Return *op* as what is sent in its place: same id, same n, its words kept, and why.

        The body as it was written stays beside it; from now on only the void is sent.
        """
        voided = replace(op, body=_void_of(op, {"why": why, "sqlstate": sqlstate}))
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
            chain.forget(connection)
        self._changes.publish(frozenset({"outbox"}))

    def last_n(self) -> int:
        with self._door.read() as connection:
            return connection.scalar(sa.select(sa.func.max(outbox.c.n))) or 0

    def state(self, agent: str = "") -> Waiting:
        """Return how the road is, and how much wants *agent*."""
        with self._door.read() as connection:
            told = connection.execute(sa.text(_STATE), {"agent": agent}).one()
        pending, attention, oldest, taken, fill, offset = told
        filling = Filling(fill or "")
        filled = filling.count if fill and not filling.is_done else None
        slow = timedelta(milliseconds=int(offset or 0))
        return Waiting(pending, attention, _moment(oldest), _moment(taken), filled, slow)

    def concerning(self, agent: str, limit: int = -1, *, mine: bool = True) -> list[Id]:
        """Return the open conflicts that want *agent*, or those that do not: all, or the oldest *limit*."""
        told = {"agent": agent, "mine": mine, "limit": limit}
        with self._door.read() as connection:
            return list(connection.execute(sa.text(_SOONEST), told).scalars())

    def of_session(self, session: Id) -> tuple[int, list[tuple[str, Id]]]:
        """Return how many entries were made here in a *session* opened without central, and the records they
        are of: kind and id, the first first."""
        with self._door.read() as connection:
            found = connection.execute(
                sa.text(_OF_SESSION), {"session": session, "named": f'"s":"{session}"'}
            ).all()
        return len(found), list(dict.fromkeys((row.kind, Id(row.record)) for row in found))

    def problems(self) -> list[Refused]:
        """Return what wants a person, the oldest first."""
        with self._door.read() as connection:
            return [_refused(row) for row in connection.exec_driver_sql(f"{_PROBLEMS} ORDER BY n")]

    def refused(self, op: Id) -> Refused | None:
        query = sa.select(outbox).where(outbox.c.op == op, outbox.c.state.in_(("conflict", "rejected")))
        with self._door.read() as connection:
            row = connection.execute(query).one_or_none()
        return _refused(row) if row else None

    def close(self, op: Id, by: str = "", note: str = "") -> None:
        """Note that a person has seen to this refusal; op, body and answer stay."""
        with self._door.write() as connection:
            self._close(connection, [op], by, note)
        self._changes.publish(frozenset({"outbox"}))

    def send_again(self, refused: Refused, record: Record, session: Session) -> None:
        """Keep the corrected *record* and tell central all that *refused* did, as a new op.

        That sees to every refusal of the record which the new op says again: what followed a creation
        that was not taken was not taken either.
        """
        with self._door.write() as connection:
            same = f"{_PROBLEMS} AND record = ? AND kind = ?"
            found = connection.exec_driver_sql(same, (record.id, record.kind)).all()
            open_now = [_refused(row) for row in found]
            writer = _Again(connection, session, self._now())
            whole = any(tables.creates(each.kind, each.patch) for each in open_now)
            again, said = writer.put_again(record, () if whole else refused.patch)
            told = [each.op for each in open_now if each.patch.keys() <= said]
            self._close(connection, told, session.agent, again=again)
        self._changes.publish(frozenset(writer.touched))

    def _close(
        self, connection: sa.Connection, ops: Sequence[Id], by: str, note: str = "", again: Id | None = None
    ) -> None:
        for op in ops:
            connection.execute(sa.update(outbox).where(outbox.c.op == op).values(closed_at=self._at()))
            connection.exec_driver_sql(tables.PUT_SEEN_TO, (op, by, note, again))

    def _at(self) -> str:
        return utc_text(self._now())


class _Again(Writer):
    """The Writer of an op that says what a refused one did, be it changed here or not."""

    def put_again(self, record: Record, names: Collection[str]) -> tuple[Id, frozenset[str]]:
        """Put *record*, and tell central of *names* whether they change or not, with none of all of it.
        Return the op and the fields it tells of."""
        kind = tables.KINDS[record.kind]
        body = rows.body_of(kind.shape, record)
        stored = self._connection.exec_driver_sql(kind.read, (record.id,)).mappings().one()
        self._said = {name: body.get(name) for name in names} or body
        self.put(record)
        if "outbox" not in self.touched:
            self._connection.exec_driver_sql(
                tables.PUT_OP, self._op(kind.name, record.id, stored["version"], {})
            )
            self.touched.add("outbox")
        return self._made

    def _op(self, kind: str, record: Id, base: int, patch: rows.Body) -> tuple[Any, ...]:
        told = {**self._said, **patch}
        op = super()._op(kind, record, base, told)
        self._made = Id(op[1]), frozenset(told)
        return op


def _void_of(op: Op, why: rows.Body) -> str:
    """What is no JSON object goes along whole, as ``raw``."""
    try:
        told = json.loads(op.body)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        told = {"raw": op.body}
    # Central finds the first three by their places: of the rest it may understand nothing.
    said = {"op": op.id, "n": op.n, "k": "void"}
    said |= {name: value for name, value in told.items() if name not in said} | why
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return _HALF_A_SIGN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def again_after(n: int) -> sa.Update:
    return (
        sa.update(outbox)
        .where(outbox.c.n > n, outbox.c.state != "pending")
        .values(
            state="pending",
            version=None,
            result=None,
            body_hash=None,  # what is left of an erased one goes, and counts from now on
            acked_at=None,
            acked_epoch=None,
            attempts=outbox.c.attempts + 1,
        )
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _result(receipt: Receipt) -> str:
    told = {"verdict": receipt.verdict, "fields": list(receipt.fields), "reason": receipt.reason}
    return json.dumps(told, ensure_ascii=False)


def _refused(row: sa.Row[tuple[object, ...]]) -> Refused:
    told = json.loads(row.result)
    return Refused(
        Id(row.op), row.n, row.kind, Id(row.record), Verdict(told["verdict"]), tuple(told["fields"]),
        told["reason"], datetime.fromisoformat(row.at), row.body, row.closed_at is not None,
    )  # fmt: skip
