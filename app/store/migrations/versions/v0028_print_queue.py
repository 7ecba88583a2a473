"""What is being printed, and how far it is."""

from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE print_jobs (
        id TEXT NOT NULL,
        made_at TEXT NOT NULL,
        state TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "order" TEXT,
        number TEXT NOT NULL,
        printer TEXT NOT NULL,
        tray TEXT NOT NULL,
        sets INTEGER NOT NULL,
        copies TEXT NOT NULL,
        path TEXT NOT NULL,
        batch TEXT,
        ref TEXT NOT NULL,
        reason TEXT NOT NULL,
        tries INTEGER NOT NULL,
        moves_to TEXT NOT NULL,
        is_counted INTEGER NOT NULL,
        reprint INTEGER NOT NULL,
        seen_at TEXT,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_print_jobs_state ON print_jobs (state, id)",
    'CREATE INDEX ix_print_jobs_order ON print_jobs ("order", id)',
    "CREATE INDEX ix_print_jobs_batch ON print_jobs (batch, state)",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
