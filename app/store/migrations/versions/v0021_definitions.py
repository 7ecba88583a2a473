"""What central has published of forms, lists and rules; what was found when entries were checked again."""

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE definitions (
        id TEXT NOT NULL,
        path TEXT NOT NULL,
        text TEXT NOT NULL,
        published_at TEXT NOT NULL,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE reviews (
        id TEXT NOT NULL,
        call TEXT NOT NULL,
        agent TEXT NOT NULL,
        outcome TEXT NOT NULL,
        month TEXT NOT NULL,
        "by" TEXT NOT NULL,
        session TEXT NOT NULL,
        seat TEXT NOT NULL,
        "at" TEXT NOT NULL,
        field TEXT NOT NULL,
        note TEXT NOT NULL,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_reviews_call ON reviews (call, id)",
    "CREATE INDEX ix_reviews_agent ON reviews (agent, month, id)",
    "CREATE INDEX ix_reviews_month ON reviews (month, outcome, id)",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
