"""A seat fills no disk, and bears no number of another's."""

from alembic import op

from app.central import scripts

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0014_limits")


def downgrade() -> None:
    central = op.get_bind()
    scripts.put_back(central, "0013_merges", "api.push_v1")
    scripts.put_back(central, "0004_road", "cc.refusal")
    scripts.run_text(
        central,
        "ALTER TYPE cc.asked DROP ATTRIBUTE others;"
        "DROP FUNCTION cc.count_bytes, cc.others_numbers; DROP TABLE cc.pushed;"
        "ALTER TABLE cc.centre DROP COLUMN daily_bytes",
    )
