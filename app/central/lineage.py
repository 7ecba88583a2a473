"""Whether this database is the one central lived in all along, or one restored from a backup.

A dump restored makes new objects with new numbers; a base backup brought forward starts a new timeline.
Only a snapshot of disk or machine leaves no trace here: the seats notice that one by their cursors.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

_UNKNOWN = "?"
_CONTROL = ("pg_control_system()", "pg_control_checkpoint()")  # a superuser's, once hardened


@dataclass(frozen=True, slots=True)
class Restored:
    """``seats``: code and how many of its ops this copy has; ``missing``: logins the server lacks;
    ``erasures``: those this copy knows of, for what was erased since is back."""

    old_epoch: str
    epoch: str
    records: int
    changes: int
    seats: tuple[tuple[str, int], ...]
    missing: tuple[str, ...]
    erasures: int


def begin(connection: Connection) -> None:
    """Note which database this is, when central is made or first upgraded to notes."""
    if _last(connection) is None:
        _note(connection)


def is_other(connection: Connection) -> bool:
    """Tell whether the database was restored since, and nobody has told the seats."""
    if connection.execute(text("SELECT to_regclass('cc.lineage') IS NULL")).scalar_one():
        return True  # of a release that kept no notes: it may have been
    last = _last(connection)
    pairs = zip((last or "").split("/"), _identity(connection).split("/"), strict=False)
    return last is not None and any(a != b and _UNKNOWN not in (a, b) for a, b in pairs)


def after_restore(connection: Connection) -> Restored:
    """Say to all seats that their versions and cursors mean nothing here (sync.md, 2.4)."""
    connection.execute(text("LOCK TABLE cc.seat IN EXCLUSIVE MODE"))  # no push meanwhile
    old = connection.execute(text("SELECT epoch::text FROM cc.epoch")).scalar_one()
    new = connection.execute(text("UPDATE cc.epoch SET epoch = gen_random_uuid() RETURNING epoch::text"))
    # Numbers of transactions begin anew in a restored server: 3 lies before all of them.
    changes = connection.execute(text("UPDATE cc.change_log SET xid = '3'")).rowcount
    records = connection.execute(text("UPDATE cc.record SET epoch_ver = ver")).rowcount
    # The seats have been started since: by the tokens of then each would be taken for a copy of itself.
    connection.execute(text("UPDATE cc.seat SET token = NULL"))
    _note(connection)
    seats = connection.execute(text("SELECT code, last_seq FROM cc.seat WHERE active ORDER BY code"))
    missing = connection.execute(
        text(
            "SELECT login FROM cc.seat WHERE active UNION SELECT login FROM cc.agent WHERE active"
            " EXCEPT SELECT rolname FROM pg_roles ORDER BY login"
        )
    )
    return Restored(
        old,
        new.scalar_one(),
        records,
        changes,
        tuple((code, n) for code, n in seats),
        tuple(missing.scalars()),
        connection.execute(text("SELECT count(*) FROM cc.erasure")).scalar_one(),
    )


def _last(connection: Connection) -> str | None:
    query = text("SELECT identity FROM cc.lineage ORDER BY n DESC LIMIT 1")
    found: str | None = connection.execute(query).scalar_one_or_none()
    return found


def _note(connection: Connection) -> None:
    connection.execute(
        text("INSERT INTO cc.lineage (identity, epoch) SELECT :identity, epoch FROM cc.epoch"),
        {"identity": _identity(connection)},
    )


def _identity(connection: Connection) -> str:
    """Server, timeline, database and table, as far as this login may know them."""

    def ask(query: str, **values: Any) -> str:
        return str(connection.execute(text(query), values).scalar_one())

    may = all(ask("SELECT has_function_privilege(:f, 'EXECUTE')", f=f) == "True" for f in _CONTROL)
    return "/".join(
        (
            ask("SELECT system_identifier FROM pg_control_system()") if may else _UNKNOWN,
            ask("SELECT timeline_id FROM pg_control_checkpoint()") if may else _UNKNOWN,
            ask("SELECT oid FROM pg_database WHERE datname = current_database()"),
            ask("SELECT 'cc.lineage'::regclass::oid"),
        )
    )
