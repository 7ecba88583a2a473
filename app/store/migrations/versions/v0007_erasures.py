"""Erasures, and the hash of an op whose body was erased."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE erasures (
        id TEXT NOT NULL,
        at TEXT NOT NULL,
        kinds TEXT NOT NULL,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        told TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    "ALTER TABLE outbox ADD COLUMN body_hash TEXT",
    # Numbers that were on file once: from now on they go with the last who has them.
    "DELETE FROM phone_parts WHERE NOT EXISTS"
    " (SELECT 1 FROM customer_phones WHERE customer_phones.digits = phone_parts.digits)",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
