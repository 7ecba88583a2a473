"""Drafts in other hands than their owner's, and what became of them; one agent at two seats."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE drafts_new (
        id TEXT NOT NULL,
        agent TEXT NOT NULL,
        form TEXT NOT NULL,
        form_version INTEGER NOT NULL,
        channel TEXT NOT NULL,
        started_at TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        answers TEXT NOT NULL,
        field TEXT NOT NULL,
        caret INTEGER NOT NULL,
        scroll INTEGER NOT NULL,
        owner TEXT,
        base TEXT,
        PRIMARY KEY (id, agent)
    )
    """,
    "INSERT INTO drafts_new SELECT id, agent, form, form_version, channel, started_at, saved_at, answers,"
    " field, caret, scroll, NULL, NULL FROM drafts",
    "DROP TABLE drafts",
    "ALTER TABLE drafts_new RENAME TO drafts",
    "CREATE INDEX ix_drafts_agent ON drafts (agent)",
    """
    CREATE TABLE takeovers (
        id TEXT NOT NULL,
        draft TEXT NOT NULL,
        owner TEXT NOT NULL,
        step TEXT NOT NULL,
        "by" TEXT NOT NULL,
        seat TEXT NOT NULL,
        form TEXT NOT NULL,
        started_at TEXT NOT NULL,
        "at" TEXT NOT NULL,
        why TEXT NOT NULL,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE overlaps (
        id TEXT NOT NULL,
        agent TEXT NOT NULL,
        first TEXT NOT NULL,
        second TEXT NOT NULL,
        since TEXT NOT NULL,
        until TEXT NOT NULL,
        outcome TEXT NOT NULL,
        seen_at TEXT,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_overlaps_seen_at ON overlaps (seen_at, id)",
    "CREATE INDEX ix_takeovers_draft ON takeovers (draft, id)",
    "CREATE INDEX ix_takeovers_owner ON takeovers (owner, id)",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
