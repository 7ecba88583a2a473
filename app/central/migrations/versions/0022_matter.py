"""What happened in a matter, said once; and complaints."""

from alembic import op

from app.central import scripts

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0022_matter")


def downgrade() -> None:
    scripts.run_text(
        op.get_bind(),
        "DROP VIEW report.complaints;"
        "DROP FUNCTION cc.keep_note CASCADE; DROP FUNCTION cc.keep_complaint CASCADE;"
        "DROP FUNCTION cc.keep_from_complained CASCADE;"
        "DROP FUNCTION cc.is_of; DROP FUNCTION cc.speaker;"
        "DELETE FROM cc.merge_rule WHERE kind IN ('note', 'complaint');"
        "DELETE FROM cc.kind WHERE kind IN ('note', 'complaint')",
    )
