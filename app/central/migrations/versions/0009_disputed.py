"""What was written in a disputed session is told with it."""

from alembic import op

from app.central import scripts

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0009_disputed")


def downgrade() -> None:
    central = op.get_bind()
    scripts.put_back(central, "0006_sessions", "api.confirm_v1")
    scripts.run_text(
        central,
        "DROP FUNCTION cc.disputed_body;"
        "DELETE FROM cc.merge_rule WHERE kind = 'session' AND field IN ('seat', 'ops', 'entries', 'seen_at')",
    )
