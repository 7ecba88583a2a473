"""A complaint that was dealt with is handled in one step, and the call that follows is owed once."""

from alembic import op

from app.central import scripts

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0027_complaints")


def downgrade() -> None:
    central = op.get_bind()
    scripts.put_back(central, "0021_moves", "cc.facts_of")
    scripts.run_text(
        central,
        "DELETE FROM cc.way WHERE 'complaint' = ANY (needs);"
        "DELETE FROM cc.merge_rule WHERE kind = 'callback' AND field IN ('owed_at', 'due_at')",
    )
