"""Agents confirm or dispute what was done in their name without central, and change their password."""

from alembic import op

from app.central import scripts

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0006_sessions")


def downgrade() -> None:
    scripts.run_text(
        op.get_bind(),
        "DROP FUNCTION api.unconfirmed_v1, api.confirm_v1, api.change_password_v1, cc.let_lead_win,"
        " cc.my_agent;"
        "DROP INDEX cc.session_unconfirmed, cc.op_log_unconfirmed;"
        "DELETE FROM cc.merge_rule WHERE kind = 'session' AND field = 'disputed';"
        "ALTER TABLE cc.session DROP COLUMN disputed",
    )
