"""Messages that an order was made, to whoever has to hear of it."""

from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE messages (
        id TEXT NOT NULL,
        "order" TEXT NOT NULL,
        way TEXT NOT NULL,
        "to" TEXT NOT NULL,
        name TEXT NOT NULL,
        text TEXT NOT NULL,
        at TEXT NOT NULL,
        "by" TEXT NOT NULL,
        seat TEXT NOT NULL,
        state TEXT NOT NULL,
        tries TEXT NOT NULL,
        done_at TEXT,
        done_by TEXT,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    'CREATE INDEX ix_messages_order ON messages ("order", id)',
    "CREATE INDEX ix_messages_state ON messages (state, id)",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
