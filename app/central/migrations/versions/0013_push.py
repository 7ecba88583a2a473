"""Changes that meet nobody else's are merged all at once; a seat fills no disk, takes no other's number."""

from alembic import op

from app.central import scripts

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0013_push")


def downgrade() -> None:
    central = op.get_bind()
    scripts.put_back(central, "0010_erasure", "api.push_v1")
    scripts.put_back(central, "0004_road", "cc.refusal")
    scripts.run_text(
        central,
        "ALTER TYPE cc.asked DROP ATTRIBUTE others;"
        "DROP FUNCTION cc.count_bytes, cc.others_numbers, cc.take_easy, cc.after_of; DROP TYPE cc.after;"
        "DROP TABLE cc.pushed; ALTER TABLE cc.centre DROP COLUMN daily_bytes",
    )
