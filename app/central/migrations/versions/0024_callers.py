"""Files of one customer taken for one, and marks on customers: each word once, a lead's only from a lead."""

from alembic import op

from app.central import scripts

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0024_callers")


def downgrade() -> None:
    scripts.run_text(
        op.get_bind(),
        "DROP FUNCTION cc.keep_word CASCADE;"
        "DELETE FROM cc.merge_rule WHERE kind IN ('merger', 'mark');"
        "DELETE FROM cc.kind WHERE kind IN ('merger', 'mark')",
    )
