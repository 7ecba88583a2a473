"""Each step of a case, what inspectors are asked, and questions upward."""

from alembic import op

revision = "0016"
down_revision = "0013"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE moves (
        id TEXT NOT NULL,
        "case" TEXT NOT NULL,
        verb TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        "by" TEXT NOT NULL,
        at TEXT NOT NULL,
        entered_at TEXT NOT NULL,
        first_taker TEXT NOT NULL,
        "of" TEXT,
        why TEXT NOT NULL,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    'CREATE INDEX ix_moves_case ON moves ("case", id)',
    "CREATE INDEX ix_moves_first_taker ON moves (first_taker, id)",
    'CREATE INDEX ix_moves_of ON moves ("of", id) WHERE "of" IS NOT NULL',
    """
    CREATE TABLE tasks (
        id TEXT NOT NULL,
        "case" TEXT NOT NULL,
        ask TEXT NOT NULL,
        inspector TEXT NOT NULL,
        asked_by TEXT NOT NULL,
        asked_at TEXT NOT NULL,
        due_at TEXT NOT NULL,
        note TEXT NOT NULL,
        chases TEXT NOT NULL,
        result TEXT,
        answer TEXT NOT NULL,
        answered_by TEXT,
        answered_at TEXT,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    'CREATE INDEX ix_tasks_case ON tasks ("case", id)',
    "CREATE INDEX ix_tasks_answered_by ON tasks (answered_by, due_at, id)",
    """
    CREATE TABLE escalations (
        id TEXT NOT NULL,
        "of" TEXT NOT NULL,
        question TEXT NOT NULL,
        asked_by TEXT NOT NULL,
        asked_at TEXT NOT NULL,
        level TEXT NOT NULL,
        waits INTEGER NOT NULL,
        raised TEXT NOT NULL,
        answer TEXT NOT NULL,
        answered_by TEXT,
        answered_at TEXT,
        seen_at TEXT,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    'CREATE INDEX ix_escalations_of ON escalations ("of", id)',
    "CREATE INDEX ix_escalations_asked_by ON escalations (asked_by, id)",
    "CREATE INDEX ix_escalations_answered_by ON escalations (answered_by, id)",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
