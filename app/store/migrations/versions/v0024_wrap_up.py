"""How long a wrap-up may last."""

from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_STATEMENTS = (
    "DROP INDEX ix_presences_agent",
    "DROP INDEX ix_presences_leave",
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
        allowed INTEGER,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    """
    INSERT INTO presences SELECT id, agent, seat, state, since, at, source, reason, note, lasted, "by", cover,
        leave, NULL, version, base
        FROM presences_before
    """,
    "DROP TABLE presences_before",
    "CREATE INDEX ix_presences_agent ON presences (agent, since, at, id)",
    "CREATE INDEX ix_presences_leave ON presences (leave, id)",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
