"""Cases on their way: who may move one; inspectors' tasks; questions upward."""

from alembic import op

from app.central import scripts

revision = "0021"
down_revision = "0019"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0021_moves")


def downgrade() -> None:
    central = op.get_bind()
    scripts.put_back(central, "0013_push", "cc.refusal")
    scripts.put_back(central, "0008_wake", "cc.plain_of", "cc.merge_op")
    scripts.put_back(central, "0010_erasure", "cc.let_lead_win")
    scripts.run_text(
        central,
        "DROP VIEW report.moves; DROP FUNCTION cc.keep_move CASCADE;"
        "DROP FUNCTION cc.after_of; ALTER FUNCTION cc.after_of_any RENAME TO after_of;"
        "DROP FUNCTION cc.overstep, cc.waits, cc.is_contended, cc.role_of, cc.may_go, cc.facts_of;"
        "DROP INDEX cc.record_move; DROP TABLE cc.way;"
        "DELETE FROM cc.merge_rule WHERE kind IN ('move', 'task', 'escalation');"
        "DELETE FROM cc.kind WHERE kind IN ('move', 'task', 'escalation')",
    )
