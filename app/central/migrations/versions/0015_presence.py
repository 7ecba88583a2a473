"""Who is where, and what a lead asks of a seat."""

from alembic import op

from app.central import scripts

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0015_presence")


def downgrade() -> None:
    scripts.run_text(
        op.get_bind(),
        "DROP FUNCTION api.beat_v2, api.floor_v1, api.direct_v1, cc.lead_here; DROP TABLE cc.directive;"
        "ALTER TABLE cc.pulse DROP COLUMN reason, DROP COLUMN since;"
        "DELETE FROM cc.merge_rule WHERE kind = 'presence'; DELETE FROM cc.kind WHERE kind = 'presence'",
    )
