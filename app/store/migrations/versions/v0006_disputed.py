"""What became of a session that was opened without central."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_STATEMENTS = (
    "DROP INDEX ix_sessions_agent",
    "ALTER TABLE sessions RENAME TO sessions_before",
    """
    CREATE TABLE sessions (
        id TEXT NOT NULL,
        agent TEXT NOT NULL,
        role TEXT NOT NULL,
        install TEXT NOT NULL,
        since TEXT NOT NULL,
        confirmed INTEGER NOT NULL,
        disputed INTEGER NOT NULL,
        seat TEXT NOT NULL,
        ops INTEGER NOT NULL,
        entries TEXT NOT NULL,
        seen_at TEXT,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    """
    INSERT INTO sessions SELECT id, agent, role, install, since, confirmed,
        coalesce(json_extract(base, '$.disputed'), 0), '', 0, '[]', NULL, version, base
        FROM sessions_before
    """,
    "DROP TABLE sessions_before",
    "CREATE INDEX ix_sessions_agent ON sessions (agent, confirmed, id)",
    "CREATE INDEX ix_sessions_disputed ON sessions (disputed, seen_at, id)",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
