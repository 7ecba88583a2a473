"""Photos and sounds: what they are, and their bytes in pieces."""

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE attachments (
        id TEXT NOT NULL,
        "of" TEXT NOT NULL,
        record TEXT NOT NULL,
        media TEXT NOT NULL,
        name TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "at" TEXT NOT NULL,
        entered_at TEXT NOT NULL,
        sha TEXT NOT NULL,
        size INTEGER NOT NULL,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_attachments_record ON attachments (record, id)",
    "CREATE INDEX ix_attachments_sha ON attachments (sha, id)",
    """
    CREATE TABLE blobs (
        sha TEXT NOT NULL,
        pieces INTEGER NOT NULL,
        here INTEGER DEFAULT 0 NOT NULL,
        sent INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (sha)
    )
    """,
    """
    CREATE TABLE pieces (
        sha TEXT NOT NULL,
        n INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (sha, n)
    )
    """,
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
