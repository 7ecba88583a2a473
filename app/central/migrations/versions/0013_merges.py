"""Changes that meet nobody else's are merged all at once."""

from alembic import op

from app.central import scripts

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0013_merges")


def downgrade() -> None:
    central = op.get_bind()
    scripts.put_back(central, "0010_erasure", "api.push_v1")
    scripts.run_text(central, "DROP FUNCTION cc.take_easy, cc.after_of; DROP TYPE cc.after")
