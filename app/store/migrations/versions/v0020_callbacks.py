"""What the telephone system tells of calls that come in, and the calls that are owed."""

from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE rings (
        id TEXT NOT NULL,
        seat TEXT NOT NULL,
        heard_at TEXT NOT NULL,
        number TEXT NOT NULL,
        line TEXT NOT NULL,
        ref TEXT NOT NULL,
        rang_at TEXT,
        answered_at TEXT,
        ended_at TEXT,
        missed_at TEXT,
        message_at TEXT,
        customer TEXT,
        callback TEXT,
        call TEXT,
        taken_by TEXT,
        taken_at TEXT,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_rings_seat ON rings (seat, id)",
    "CREATE INDEX ix_rings_ref ON rings (ref, id)",
    "CREATE INDEX ix_rings_call ON rings (call, id) WHERE call IS NOT NULL",
    "CREATE INDEX ix_rings_callback ON rings (callback, id) WHERE callback IS NOT NULL",
    """
    CREATE TABLE callbacks (
        id TEXT NOT NULL,
        why TEXT NOT NULL,
        owed_at TEXT NOT NULL,
        due_at TEXT NOT NULL,
        number TEXT NOT NULL,
        line TEXT NOT NULL,
        after_hours INTEGER NOT NULL,
        customer TEXT,
        call TEXT,
        handler TEXT,
        again_at TEXT,
        tries TEXT NOT NULL,
        outcome TEXT,
        done_at TEXT,
        done_by TEXT,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_callbacks_number ON callbacks (number, id)",
    "CREATE INDEX ix_callbacks_outcome ON callbacks (outcome, due_at, id)",
    "CREATE INDEX ix_callbacks_handler ON callbacks (handler, owed_at, id) WHERE handler IS NOT NULL",
    "CREATE INDEX ix_callbacks_call ON callbacks (call, id) WHERE call IS NOT NULL",
    "CREATE INDEX ix_callbacks_owed_at ON callbacks (owed_at, id)",
    "CREATE INDEX ix_callbacks_due_at ON callbacks (due_at, id)",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
