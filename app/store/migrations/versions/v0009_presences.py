"""Where agents were: every change of state."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_STATEMENTS = (
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
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_presences_agent ON presences (agent, since, at, id)",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
