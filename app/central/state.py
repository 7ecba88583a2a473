"""How central is doing, in a few figures."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, text

from app.central import lineage, people, schema, watch


@dataclass(frozen=True, slots=True)
class SeatState:
    """``last_n``: ops received; ``seen_at`` in the server's time zone; ``clock_off``: seconds that central's
    clock is ahead of the seat's, as of its last op; ``doubtful``: ops of the last 30 days from a clock nobody
    vouched for."""

    code: str
    last_n: int
    active: bool
    seen_at: datetime | None
    clock_off: float | None
    doubtful: int


@dataclass(frozen=True, slots=True)
class CentralState:
    """Ages in seconds. ``restored``: out of a backup, and the seats were not told.

    ``notify_queue``: 0 to 1, None where this login may not know. ``seats``: last seen first.
    """

    centre: str
    server: int
    revision: str
    epoch: str
    agents: int
    records: int
    ops: int
    conflicts: int
    oldest_conflict: float | None
    rejected: int
    feed_lag: float
    notify_queue: float | None
    restored: bool
    seats: tuple[SeatState, ...]


# What a seat says of its clock may be anything.
_SEATS = r"""
    SELECT code, last_seq, active, seen_at,
        (SELECT CASE WHEN l.status <> 'rejected' AND l.body <> ''
                AND jsonb_typeof(l.body::jsonb -> 'off') = 'number'
            THEN (greatest(-1e12, least(1e12, (l.body::jsonb ->> 'off')::numeric)) / 1000)::float END
         FROM cc.op_log l WHERE l.tenant = s.tenant AND l.seat_id = s.seat_id AND l.seat_seq = s.last_seq),
        (SELECT count(*) FROM cc.op_log l
         WHERE l.tenant = s.tenant AND l.seat_id = s.seat_id AND l.at > clock_timestamp() - interval '30 days'
             AND position('"doubtful"\:true' IN l.body) > 0)
    FROM cc.seat s
    ORDER BY active DESC, seen_at DESC NULLS LAST, code
"""


def look(connection: Connection) -> CentralState:
    def count(what: str) -> int:
        return int(connection.execute(text(f"SELECT count(*) FROM {what}")).scalar_one())  # noqa: S608 - our words

    seats = connection.execute(text(_SEATS))
    age = connection.execute(
        text(
            "SELECT extract(epoch FROM clock_timestamp() - min(at)) FROM cc.conflict"
            " WHERE resolved_by IS NULL"
        )
    ).scalar_one()
    found = tuple(SeatState(*row) for row in seats)
    return CentralState(
        centre=people.centre(connection),
        server=schema.server_version(connection),
        revision=schema.revision(connection),
        epoch=connection.execute(text("SELECT epoch::text FROM cc.epoch")).scalar_one(),
        agents=count("cc.agent WHERE active"),
        records=count("cc.record"),
        ops=sum(seat.last_n for seat in found),
        conflicts=count("cc.conflict WHERE resolved_by IS NULL"),
        oldest_conflict=None if age is None else float(age),
        rejected=count("cc.rejected"),
        feed_lag=watch.feed_lag(connection),
        notify_queue=watch.notify_queue(connection),
        restored=lineage.is_other(connection),
        seats=found,
    )
