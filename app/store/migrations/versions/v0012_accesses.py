"""Who saw, copied, exported or printed numbers of lists."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE accesses (
        id TEXT NOT NULL,
        agent TEXT NOT NULL,
        session TEXT NOT NULL,
        seat TEXT NOT NULL,
        at TEXT NOT NULL,
        deed TEXT NOT NULL,
        "of" TEXT NOT NULL,
        record TEXT NOT NULL,
        count INTEGER NOT NULL,
        words TEXT NOT NULL,
        whole INTEGER NOT NULL,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_accesses_agent ON accesses (agent, id)",
    "CREATE INDEX ix_accesses_record ON accesses (record, id)",
    "CREATE INDEX ix_accesses_deed ON accesses (deed, at, id)",
    "CREATE INDEX ix_accesses_at ON accesses (at, id)",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
