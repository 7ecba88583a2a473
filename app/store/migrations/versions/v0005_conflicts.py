"""Conflicts as records, and what a person said of a refused op."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE conflicts (
        id TEXT NOT NULL,
        of TEXT NOT NULL,
        record TEXT NOT NULL,
        field TEXT NOT NULL,
        found_at TEXT NOT NULL,
        lost_by TEXT NOT NULL,
        lost_seat TEXT NOT NULL,
        lost_at TEXT,
        kept_by TEXT NOT NULL,
        kept_seat TEXT NOT NULL,
        kept_at TEXT,
        decision TEXT,
        decided_by TEXT,
        decided_at TEXT,
        "values" TEXT NOT NULL,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_conflicts_record ON conflicts (record, id)",
    "CREATE INDEX ix_conflicts_decision ON conflicts (decision, found_at, id)",
    """
    CREATE TABLE seen_to (
        op TEXT NOT NULL,
        by TEXT NOT NULL,
        note TEXT NOT NULL,
        again TEXT,
        PRIMARY KEY (op)
    )
    """,
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
