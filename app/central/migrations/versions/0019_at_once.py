"""Two sign-ins of one agent at once are asked about too; a takeover is a lead's."""

from alembic import op

from app.central import scripts

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0019_at_once")


def downgrade() -> None:
    central = op.get_bind()
    scripts.put_back(central, "0017_overlaps", "api.sign_in_v2")
    scripts.run_text(central, "DROP FUNCTION cc.keep_takeover CASCADE; DROP INDEX cc.session_since")
