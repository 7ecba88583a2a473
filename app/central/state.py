"""How central is doing, in a few figures."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, text

from app.central import people, schema


@dataclass(frozen=True, slots=True)
class SeatState:
    """``last_n``: ops received; ``seen_at`` in the server's time zone."""

    code: str
    last_n: int
    active: bool
    seen_at: datetime | None


@dataclass(frozen=True, slots=True)
class CentralState:
    centre: str
    server: int
    revision: str
    agents: int
    records: int
    conflicts: int
    rejected: int
    seats: tuple[SeatState, ...]


def look(connection: Connection) -> CentralState:
    def count(what: str) -> int:
        return int(connection.execute(text(f"SELECT count(*) FROM {what}")).scalar_one())  # noqa: S608 - our words

    seats = connection.execute(text("SELECT code, last_seq, active, seen_at FROM cc.seat ORDER BY code"))
    return CentralState(
        centre=people.centre(connection),
        server=schema.server_version(connection),
        revision=connection.execute(text("SELECT version_num FROM cc.alembic_version")).scalar_one(),
        agents=count("cc.agent WHERE active"),
        records=count("cc.record"),
        conflicts=count("cc.conflict WHERE resolved_by IS NULL"),
        rejected=count("cc.rejected"),
        seats=tuple(SeatState(*row) for row in seats),
    )
