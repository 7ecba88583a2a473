"""The watchdog: whoever keeps a transaction open too long is put out, and what goes wrong is told.

A seat can switch its own timeouts off, and one transaction left open holds the cursors of all seats.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, text

from app.central import lineage
from app.central.refused import AdminRefused
from app.central.schema import TENANT

LONGEST_LAG = 10.0  # seconds
FULLEST_QUEUE = 0.5


@dataclass(frozen=True, slots=True)
class Holder:
    """A connection with an open transaction, and how many seconds it is old."""

    pid: int
    login: str
    program: str
    state: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Look:
    """One look. ``alerts``: feed_lag, notify_queue, restored. ``holder``: whose transaction is oldest."""

    at: datetime
    ended: tuple[Holder, ...]
    alerts: tuple[str, ...]
    feed_lag: float
    notify_queue: float
    holder: Holder | None


def check_rights(connection: Connection) -> None:
    """Refuse a login that would see nothing, or could put nobody out."""
    for role in ("pg_monitor", "pg_signal_backend"):
        if not _ask(connection, "SELECT pg_has_role(:role, 'USAGE')", role=role):
            raise AdminRefused("no_watch_rights")
    for function in ("pg_terminate_backend(int, bigint)", "pg_notification_queue_usage()"):
        if not _may(connection, function):
            raise AdminRefused("no_watch_rights")


def look(connection: Connection, limit: float) -> Look:
    """Put out every seat and agent with a transaction older than *limit* seconds, and say how things are."""
    at = _ask(connection, "SELECT clock_timestamp()")
    lag = feed_lag(connection)
    holder = _holder(connection)
    ended = _end_older(connection, limit)
    queue = notify_queue(connection) or 0.0
    found = {
        "feed_lag": lag > LONGEST_LAG,
        "notify_queue": queue > FULLEST_QUEUE,
        "restored": lineage.is_other(connection),
    }
    return Look(at, ended, tuple(name for name, wrong in found.items() if wrong), lag, queue, holder)


def feed_lag(connection: Connection) -> float:
    """Return the age in seconds of the oldest change that no cursor can pass yet; 0 where there is none."""
    found = _ask(
        connection,
        "SELECT extract(epoch FROM clock_timestamp() - min(c.at)) FROM cc.change_log c"
        " WHERE c.tenant = :tenant AND c.xid >= pg_snapshot_xmin(pg_current_snapshot())",
        tenant=TENANT,
    )
    return max(float(found or 0), 0.0)


def notify_queue(connection: Connection) -> float | None:
    """Return how full the queue of notices is, 0 to 1, or None where this login may not know."""
    if not _may(connection, "pg_notification_queue_usage()"):
        return None
    return float(_ask(connection, "SELECT pg_notification_queue_usage()"))


def _end_older(connection: Connection, limit: float) -> tuple[Holder, ...]:
    rows = connection.execute(
        text(
            "SELECT pid, usename, application_name, state,"
            " extract(epoch FROM clock_timestamp() - xact_start), pg_terminate_backend(pid, 1000)"
            " FROM pg_stat_activity"
            " WHERE usename IN (SELECT login FROM cc.seat UNION ALL SELECT login FROM cc.agent)"
            " AND xact_start < clock_timestamp() - make_interval(secs => :limit)"
        ),
        {"limit": limit},
    )
    return tuple(_holder_of(row) for row in rows)


def _holder(connection: Connection) -> Holder | None:
    row = connection.execute(
        text(
            "SELECT pid, usename, application_name, state, extract(epoch FROM clock_timestamp() - xact_start)"
            " FROM pg_stat_activity WHERE backend_xid IS NOT NULL ORDER BY xact_start LIMIT 1"
        )
    ).one_or_none()
    return None if row is None else _holder_of(row)


def _holder_of(row: Any) -> Holder:
    return Holder(row[0], row[1] or "", row[2] or "", row[3] or "", round(float(row[4] or 0), 1))


def _may(connection: Connection, function: str) -> bool:
    return bool(_ask(connection, "SELECT has_function_privilege(:function, 'EXECUTE')", function=function))


def _ask(connection: Connection, query: str, **values: Any) -> Any:
    return connection.execute(text(query), values).scalar_one()
