"""What happened in a matter, said once; and complaints."""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE notes (
        id TEXT NOT NULL,
        "of" TEXT NOT NULL,
        record TEXT NOT NULL,
        what TEXT NOT NULL,
        "by" TEXT NOT NULL,
        seat TEXT NOT NULL,
        "at" TEXT NOT NULL,
        entered_at TEXT NOT NULL,
        text TEXT NOT NULL,
        corrects TEXT,
        other TEXT,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_notes_record ON notes (record, id)",
    "CREATE INDEX ix_notes_other ON notes (other, id) WHERE other IS NOT NULL",
    """
    CREATE TABLE complaints (
        id TEXT NOT NULL,
        "case" TEXT NOT NULL,
        reported_at TEXT NOT NULL,
        reported_by TEXT NOT NULL,
        about TEXT,
        sort TEXT NOT NULL,
        assigned_by TEXT,
        assigned_at TEXT,
        handler TEXT,
        handled_by TEXT,
        handled_at TEXT,
        fed_back_by TEXT,
        fed_back_at TEXT,
        called_by TEXT,
        called_at TEXT,
        answers TEXT NOT NULL,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_complaints_called_at ON complaints (called_at, reported_at, id)",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
