"""Calls that follow service: what a callback says of them, the lists from outside, the weekly sample."""

from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

_INDEXES = ("number", "outcome", "handler", "call", "owed_at", "due_at")
_STATEMENTS = (
    *(f"DROP INDEX ix_callbacks_{name}" for name in _INDEXES),
    "ALTER TABLE callbacks RENAME TO callbacks_before",
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
        list TEXT NOT NULL,
        "of" TEXT,
        "case" TEXT,
        team TEXT NOT NULL,
        area TEXT NOT NULL,
        given TEXT NOT NULL,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    """
    INSERT INTO callbacks SELECT id, why, owed_at, due_at, number, line, after_hours, customer, call, handler,
        again_at, tries, outcome, done_at, done_by, '', NULL, NULL, '', '', '[]', version, base
        FROM callbacks_before
    """,
    "DROP TABLE callbacks_before",
    "CREATE INDEX ix_callbacks_number ON callbacks (number, id)",
    "CREATE INDEX ix_callbacks_outcome ON callbacks (outcome, due_at, id)",
    "CREATE INDEX ix_callbacks_handler ON callbacks (handler, owed_at, id) WHERE handler IS NOT NULL",
    "CREATE INDEX ix_callbacks_call ON callbacks (call, id) WHERE call IS NOT NULL",
    "CREATE INDEX ix_callbacks_list ON callbacks (list, due_at, id)",
    "CREATE INDEX ix_callbacks_owed_at ON callbacks (owed_at, id)",
    "CREATE INDEX ix_callbacks_due_at ON callbacks (due_at, id)",
    """
    CREATE TABLE households (
        id TEXT NOT NULL,
        list TEXT NOT NULL,
        week TEXT NOT NULL,
        at TEXT NOT NULL,
        form TEXT NOT NULL,
        form_version INTEGER NOT NULL,
        answers TEXT NOT NULL,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_households_week ON households (week, list, id)",
    """
    CREATE TABLE samples (
        id TEXT NOT NULL,
        list TEXT NOT NULL,
        week TEXT NOT NULL,
        seed TEXT NOT NULL,
        size INTEGER NOT NULL,
        total INTEGER NOT NULL,
        drawn_at TEXT NOT NULL,
        drawn_by TEXT NOT NULL,
        drawn TEXT NOT NULL,
        swaps TEXT NOT NULL,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_samples_week ON samples (week, id)",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
