"""What became of each slip; which one stands for a void one; and which one a job prints."""

from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE prints (
        id TEXT NOT NULL,
        slip TEXT NOT NULL,
        fate TEXT NOT NULL,
        at TEXT NOT NULL,
        agent TEXT NOT NULL,
        session TEXT NOT NULL,
        seat TEXT NOT NULL,
        n INTEGER NOT NULL,
        sets INTEGER NOT NULL,
        copies TEXT NOT NULL,
        reason TEXT NOT NULL,
        other TEXT,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_prints_slip ON prints (slip, id)",
    "CREATE INDEX ix_prints_fate ON prints (fate, at, id)",
    "CREATE INDEX ix_prints_at ON prints (at, id)",
    "DROP INDEX ix_slips_number",
    "DROP INDEX ix_slips_order",
    "ALTER TABLE slips RENAME TO slips_before",
    """
    CREATE TABLE slips (
        id TEXT NOT NULL,
        number TEXT NOT NULL,
        "order" TEXT NOT NULL,
        void INTEGER NOT NULL,
        prints TEXT NOT NULL,
        replaces TEXT,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    """
    INSERT INTO slips SELECT id, number, "order", void, prints, NULL, version, base FROM slips_before
    """,
    "DROP TABLE slips_before",
    "CREATE INDEX ix_slips_number ON slips (number, id)",
    'CREATE INDEX ix_slips_order ON slips ("order", id)',
    "ALTER TABLE print_jobs ADD COLUMN slip TEXT",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
