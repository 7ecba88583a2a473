"""What telephone systems told of calls that came in, and the calls that are owed: neither is ever unsaid."""

from alembic import op

from app.central import scripts

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0025_callbacks")


def downgrade() -> None:
    scripts.run_text(
        op.get_bind(),
        "DROP VIEW report.callbacks; DROP VIEW report.rings; DROP FUNCTION cc.keep_told CASCADE;"
        "DELETE FROM cc.merge_rule WHERE kind IN ('ring', 'callback');"
        "DELETE FROM cc.kind WHERE kind IN ('ring', 'callback')",
    )
