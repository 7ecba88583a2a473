"""Leaves asked for beforehand, and which of them somebody was on."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE leaves (
        id TEXT NOT NULL,
        agent TEXT NOT NULL,
        reason TEXT NOT NULL,
        start TEXT NOT NULL,
        minutes INTEGER NOT NULL,
        asked_at TEXT NOT NULL,
        cover TEXT,
        note TEXT NOT NULL,
        state TEXT NOT NULL,
        decided_by TEXT,
        decided_at TEXT,
        why TEXT NOT NULL,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_leaves_agent ON leaves (agent, id)",
    "CREATE INDEX ix_leaves_state ON leaves (state, id)",
    "DROP INDEX ix_presences_agent",
    "ALTER TABLE presences RENAME TO presences_before",
    """
    CREATE TABLE presences (
        id TEXT NOT NULL,
        agent TEXT NOT NULL,
        seat TEXT NOT NULL,
        state TEXT NOT NULL,
        since TEXT NOT NULL,
        at TEXT NOT NULL,
        source TEXT NOT NULL,
        reason TEXT NOT NULL,
        note TEXT NOT NULL,
        lasted INTEGER NOT NULL,
        "by" TEXT,
        cover TEXT,
        leave TEXT,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    """
    INSERT INTO presences SELECT id, agent, seat, state, since, at, source, reason, note, lasted, "by", cover,
        NULL, version, base
        FROM presences_before
    """,
    "DROP TABLE presences_before",
    "CREATE INDEX ix_presences_agent ON presences (agent, since, at, id)",
    "CREATE INDEX ix_presences_leave ON presences (leave, id)",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
