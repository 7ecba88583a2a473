"""Who saw, copied, exported or printed numbers of lists: written once."""

from alembic import op

from app.central import scripts

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0018_access")


def downgrade() -> None:
    scripts.run_text(
        op.get_bind(),
        "DROP VIEW report.accesses; DROP FUNCTION cc.keep_access CASCADE;"
        "DELETE FROM cc.merge_rule WHERE kind = 'access'; DELETE FROM cc.kind WHERE kind = 'access'",
    )
