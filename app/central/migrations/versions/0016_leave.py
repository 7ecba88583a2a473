"""Leaves are asked for beforehand, and answered by a lead."""

from alembic import op

from app.central import scripts

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0016_leave")


def downgrade() -> None:
    scripts.run_text(
        op.get_bind(),
        "DROP FUNCTION api.answer_leave_v1, cc.agent_here;"
        "DELETE FROM cc.merge_rule WHERE kind = 'leave'; DELETE FROM cc.kind WHERE kind = 'leave'",
    )
