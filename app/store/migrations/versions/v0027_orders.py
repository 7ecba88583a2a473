"""What is done with an order, its result, and why it goes where it goes."""

from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

_STATEMENTS = (
    "DROP INDEX ix_orders_case",
    "DROP INDEX ix_orders_number",
    "DROP INDEX ix_orders_state",
    "DROP INDEX ix_orders_team",
    "DROP INDEX ix_orders_ordered_at",
    "DROP INDEX ix_orders_due_at",
    "DROP INDEX ix_orders_open",
    "ALTER TABLE orders RENAME TO orders_before",
    """
    CREATE TABLE orders (
        id TEXT NOT NULL,
        number TEXT NOT NULL,
        "case" TEXT NOT NULL,
        form TEXT NOT NULL,
        form_version INTEGER NOT NULL,
        team TEXT NOT NULL,
        state TEXT NOT NULL,
        ordered_at TEXT NOT NULL,
        ordered_by TEXT NOT NULL,
        due_at TEXT,
        urgent INTEGER NOT NULL,
        rules TEXT NOT NULL,
        copies TEXT NOT NULL,
        steps TEXT NOT NULL,
        outcome TEXT NOT NULL,
        finished_at TEXT,
        came TEXT NOT NULL,
        signed INTEGER,
        closer TEXT,
        answers TEXT NOT NULL,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    """
    INSERT INTO orders SELECT id, number, "case", form, form_version, team, state, ordered_at, ordered_by,
        due_at, urgent, '[]', '[]', '[]', '', NULL, '', NULL, NULL, answers, version, base
        FROM orders_before
    """,
    "DROP TABLE orders_before",
    'CREATE INDEX ix_orders_case ON orders ("case", id)',
    "CREATE INDEX ix_orders_number ON orders (number, id)",
    "CREATE INDEX ix_orders_state ON orders (state, ordered_at, id)",
    "CREATE INDEX ix_orders_team ON orders (team, ordered_at, id)",
    "CREATE INDEX ix_orders_closer ON orders (closer, id) WHERE closer IS NOT NULL",
    "CREATE INDEX ix_orders_ordered_at ON orders (ordered_at, id)",
    "CREATE INDEX ix_orders_due_at ON orders (due_at, id)",
    "CREATE INDEX ix_orders_open ON orders (due_at, id) WHERE state NOT IN ('done', 'closed', 'void')",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
