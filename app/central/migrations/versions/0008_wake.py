"""Seats that wait are woken; pages need no statistics; a merge costs less; doubtful times are known."""

from alembic import op

from app.central import scripts

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0008_wake")


def downgrade() -> None:
    central = op.get_bind()
    scripts.put_back(central, "0003_push", "cc.is_uuid")
    scripts.put_back(central, "0004_road", "cc.plain_of", "cc.merge_op")
    scripts.run_text(
        central,
        "DROP VIEW report.doubtful; DROP INDEX cc.op_log_doubtful; DROP FUNCTION api.pulse_v1;"
        "ALTER TABLE cc.centre DROP COLUMN woken_at;"
        "ALTER FUNCTION api.fill_v1 RESET enable_sort; ALTER FUNCTION api.fill_v1 RESET enable_bitmapscan;"
        "ALTER FUNCTION api.pull_v1 RESET enable_seqscan; ALTER FUNCTION api.pull_v1 RESET enable_sort;"
        "ALTER FUNCTION api.pull_v1 RESET enable_bitmapscan",
    )
