"""Files of one customer taken for one, marks, open cases by what is said in them, customers by address."""

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE mergers (
        id TEXT NOT NULL,
        kept TEXT NOT NULL,
        merged TEXT NOT NULL,
        "by" TEXT NOT NULL,
        session TEXT NOT NULL,
        at TEXT NOT NULL,
        undoes TEXT,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_mergers_kept ON mergers (kept, id)",
    "CREATE INDEX ix_mergers_merged ON mergers (merged, id)",
    "CREATE INDEX ix_mergers_undoes ON mergers (undoes, id) WHERE undoes IS NOT NULL",
    """
    CREATE TABLE marks (
        id TEXT NOT NULL,
        customer TEXT NOT NULL,
        code TEXT NOT NULL,
        word TEXT NOT NULL,
        why TEXT NOT NULL,
        "by" TEXT NOT NULL,
        session TEXT NOT NULL,
        at TEXT NOT NULL,
        "of" TEXT,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_marks_customer ON marks (customer, id)",
    "CREATE INDEX ix_marks_word ON marks (word, id)",
    """
    CREATE TABLE likely (
        n INTEGER NOT NULL,
        "case" TEXT NOT NULL,
        parts TEXT NOT NULL,
        PRIMARY KEY (n),
        UNIQUE ("case")
    )
    """,
    """
    CREATE TABLE likely_parts (
        part TEXT NOT NULL,
        n INTEGER NOT NULL,
        PRIMARY KEY (part, n)
    ) WITHOUT ROWID
    """,
    'ALTER TABLE drafts ADD COLUMN "case" TEXT',
    "ALTER TABLE drafts ADD COLUMN customer TEXT",
    "DROP INDEX ix_customers_lookup",
    "CREATE INDEX ix_customers_lookup ON customers (seen_at, id, name, initials, addresses)",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
